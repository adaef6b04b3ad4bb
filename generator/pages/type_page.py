"""The page of an event type: what falls under it, how other codebooks call it, the incidents of it."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.vocabulary import Term
from generator.pages.addresses import TYPES, Link, address_of
from generator.pages.incident_groups import MOST_LISTED, YearGroup, by_year
from generator.pages.incident_row import Rows, type_link
from generator.pages.page import Page
from generator.pages.status_counts import StatusCounts, rows_of, status_counts
from generator.texts.text import Name, say, say_number


@dataclass(frozen=True, slots=True)
class TypeView:
    """Everything the page of an event type shows."""

    link: Link
    key: str
    definition: str
    broader: Link | None
    narrower: tuple[tuple[Link, int], ...]
    """Types directly under it, with their numbers of incidents."""
    matches: tuple[tuple[str, str], ...]
    """Codebook and what it calls the same."""
    replaced_by: Link | None
    own: int
    """Incidents recorded with this type itself."""
    total: int
    """These and those of narrower types."""
    split: StatusCounts
    all_listed: bool
    """Whether `groups` has the incidents of narrower types too, or only its own because they are too many."""
    groups: tuple[YearGroup, ...]


@dataclass(frozen=True, slots=True)
class TypeIndexView:
    """Every event type under the wider one, with its depth."""

    name: str
    note: str
    types: tuple[tuple[int, TypeView], ...]


def type_pages(archive: Archive, rows: Rows) -> tuple[Page, ...]:
    """The list of all event types and a page for each."""
    vocabulary = archive.records.vocabularies.get("types")
    terms = dict(vocabulary.terms) if vocabulary else {}
    narrower: dict[str | None, list[str]] = {}
    for key, term in terms.items():
        narrower.setdefault(term.broader if term.broader in terms else None, []).append(key)
    views = {key: type_view(archive, rows, key, term, tuple(narrower.get(key, ()))) for key, term in terms.items()}
    ordered: list[tuple[int, TypeView]] = []
    waiting = [(0, key) for key in reversed(narrower.get(None, []))]
    while waiting:
        depth, key = waiting.pop()
        ordered.append((depth, views[key]))
        waiting += [(depth + 1, below) for below in reversed(narrower.get(key, []))]
    index = Page(
        TYPES,
        say("Event types"),
        say_number(
            len(views),
            "{n} type of incident in this archive, with its definition.",
            "{n} types of incident in this archive, with definitions.",
        ),
        "types.html.j2",
        TypeIndexView(
            vocabulary.name if vocabulary else "", (vocabulary.note or "") if vocabulary else "", tuple(ordered)
        ),
    )
    record = archive.path_of("vocabulary", "types") if vocabulary else None
    pages = (
        Page(
            address_of("type", key), view.link.text, view.definition, "type.html.j2", view, section=TYPES, record=record
        )
        for key, view in views.items()
    )
    return (index, *pages)


def type_view(
    archive: Archive, rows: Rows, key: str, term: Term, narrower: tuple[str, ...], *, most: int = MOST_LISTED
) -> TypeView:
    """The view of one event type; with more than `most` incidents, those of narrower types are counted and not listed."""
    incidents = rows_of(rows, archive.by_type[key])
    own = tuple(row for row in incidents if archive.incidents[row.id].incident.type == key)
    all_listed = len(incidents) <= most
    exact = term.exact
    matches = (("ACLED", exact.acled), ("UCDP", exact.ucdp), ("GTD", exact.gtd)) if exact else ()
    return TypeView(
        link=type_link(archive, key),
        key=key,
        definition=Name(
            term.definition, {tag: words.definition for tag, words in term.translations.items() if words.definition}
        ),
        broader=type_link(archive, term.broader) if term.broader else None,
        narrower=tuple((type_link(archive, below), len(rows_of(rows, archive.by_type[below]))) for below in narrower),
        matches=tuple((codebook, name) for codebook, name in matches if name),
        replaced_by=type_link(archive, term.deprecated_by) if term.deprecated_by else None,
        own=len(own),
        total=len(incidents),
        split=status_counts(incidents),
        all_listed=all_listed,
        groups=by_year(archive, incidents if all_listed else own),
    )
