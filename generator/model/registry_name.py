"""What an entry of a registry is called, in each language it has a name in."""

from collections.abc import Mapping
from typing import Protocol

from generator.model.vocabulary import Term
from generator.texts.catalogue import ENGLISH
from generator.texts.text import Name


class Named(Protocol):
    """An entry with a name and other names by language: a location, a source or an actor."""

    @property
    def name(self) -> str:
        """The name in the language of the records."""

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Other names by language tag, the usual one first."""


def registry_name(entry: Named) -> Name:
    """The name of a location, source or actor, said on pages of another language by its first name in that language."""
    # Other names in English are other spellings of the name itself.
    return Name(entry.name, {tag: names[0] for tag, names in entry.names.items() if names and tag != ENGLISH})


def term_label(term: Term) -> Name:
    """The label of a vocabulary's term, said by its translations."""
    return Name(term.label, {tag: words.label for tag, words in term.translations.items()})
