"""Vocabularies: the closed lists of words for types, means, effects and targets (SKOS concept schemes)."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.entry import Entry, OptionalTable, Table
from generator.model.text import Key, LanguageTag, Line, Prose, Reference

Scheme = Literal["types", "means", "effects", "targets"]
SCHEMES: tuple[Scheme, ...] = ("types", "means", "effects", "targets")


class ExactMatches(Entry):
    """The same concept in other codebooks (SKOS exactMatch)."""

    acled: Line | None = None
    """ACLED sub-event type."""
    ucdp: Line | None = None
    """UCDP GED type of violence."""
    gtd: Line | None = None
    """GTD attack or weapon type."""


class TermTranslation(Entry):
    """A term's words in another language of the site."""

    label: Line
    """The words shown (SKOS prefLabel with a language tag)."""
    definition: Prose | None = None
    """What falls under it; left out, the first language's stands."""


class Term(Entry):
    """One word of a vocabulary."""

    label: Line
    """The words shown (SKOS prefLabel)."""
    definition: Prose
    """What falls under it and what does not (SKOS definition)."""
    broader: Reference | None = None
    """Key of the wider term."""
    exact: ExactMatches | None = None
    """The same concept elsewhere."""
    deprecated_by: Reference | None = None
    """Key of the term that replaces it."""
    translations: OptionalTable[LanguageTag, TermTranslation]
    """The term's words in the other languages of the site, by language tag."""


class Vocabulary(Entry):
    """A closed list of terms; records use its keys."""

    key: Scheme
    """The file's name without its ending; not written in the file."""
    name: Line
    """Name of the list."""
    note: Prose | None = None
    """Where the list comes from."""
    terms: Annotated[Table[Key, Term], Field(min_length=1)]
    """The terms by key."""
