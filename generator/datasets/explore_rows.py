"""What the explore page filters by: each incident as numbers, and the names that the numbers stand for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.archive.archive import Archive, LinkedIncident
from generator.archive.gazetteer import locations_of
from generator.archive.timeline import listed_months
from generator.checking.similarity import folded
from generator.datasets.date_codes import date_code
from generator.model.account import UNKNOWN_ACTOR
from generator.model.incident import Incident
from generator.model.status import STATUSES
from generator.model.vocabulary import Scheme, Term
from generator.pages.incident_row import IncidentRow, incident_rows

FACETS = ("status", "type", "location", "source", "root", "actor", "means")
"""What can be chosen from, in the order of the page."""

RELATIONS = ("at", "near", "in", "over", "between")
"""How an incident stands to its locations; a row holds the position."""

EXACT, DRAWN, REPORTED = 1, 2, 4
"""Signs of a row: the date is one day without doubt; it is known to one month or two; it is that of the report."""

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One incident. Facets hold positions in the vocabularies, locations without the larger ones around them."""

    id: str
    title: str
    first: date | None
    """First day on which it can lie; None where nothing bounds it."""
    last: date | None
    signs: int
    edtf: str
    when: str
    """The date's short words as a code (`date_codes`)."""
    facets: Mapping[str, tuple[int, ...]]
    lines: int
    reports: int
    relation: int = 0
    unfiled: str = ""
    """The reports' words for a location without a file."""
    translated: Mapping[str, str] = field(default_factory=dict)
    """Its titles in further languages, by language tag."""

    @property
    def undated(self) -> bool:
        """Whether its time is bounded on neither side or on one only."""
        return self.first is None or self.last is None


@dataclass(slots=True)
class Vocabulary:
    """The entries of a facet in a fixed order; what has no file is added when it is met."""

    entries: list[Entry]
    places: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        """Find entries by key."""
        self.places = {entry["key"]: place for place, entry in enumerate(self.entries)}

    def place(self, key: str | None, name: str = "") -> int:
        """The position of an entry; one without a file has a key made of its name."""
        known = key or "~" + "-".join(name.replace(",", " ").split())
        if known not in self.places:
            self.places[known] = len(self.entries)
            self.entries.append({"key": known, "name": name})
        return self.places[known]


@dataclass(frozen=True, slots=True)
class ExploreRows:
    """All incidents that stand, in the order of the timeline, and the vocabularies by facet."""

    rows: tuple[Row, ...]
    vocabularies: Mapping[str, list[Entry]]


def explore_rows(archive: Archive) -> ExploreRows:
    """The rows of an archive. Withdrawn records have none."""
    vocabularies = _vocabularies(archive)
    rows = incident_rows(archive)
    taking_part: dict[str, list[str]] = {}
    for actor, ids in archive.by_actor.items():
        for key in ids:
            taking_part.setdefault(key, []).append(actor)
    return ExploreRows(
        tuple(
            _row(archive, archive.incidents[key], rows[key], taking_part.get(key, []), vocabularies)
            for key in archive.timeline.ordered
        ),
        {facet: vocabulary.entries for facet, vocabulary in vocabularies.items()},
    )


def _vocabularies(archive: Archive) -> dict[str, Vocabulary]:
    records = archive.records
    sources = [named(key, source) for key, source in records.sources.items()]
    return {
        "status": Vocabulary([{"key": entry.status, "name": entry.label} for entry in STATUSES]),
        "type": Vocabulary(_terms(archive, "types")),
        "location": Vocabulary(_locations(archive)),
        "source": Vocabulary(sources),
        "root": Vocabulary(list(sources)),
        "actor": Vocabulary([named(key, actor) for key, actor in records.actors.items()]),
        "means": Vocabulary(_terms(archive, "means")),
    }


def named(key: str, record: Any) -> Entry:
    """An entry of a registry with every name by which it may be looked for; misspellings are folded and never shown."""
    names = {language: list(names) for language, names in record.names.items() if names}
    hidden = [" ".join(map(folded, name.split())) for name in record.hidden_names]
    return {
        name: value
        for name, value in {"key": key, "name": record.name, "names": names, "hidden": hidden}.items()
        if value
    }


def _terms(archive: Archive, scheme: Scheme) -> list[Entry]:
    """Terms with the position of the broader one of each."""
    vocabulary = archive.records.vocabularies.get(scheme)
    terms = vocabulary.terms if vocabulary else {}
    places = {key: place for place, key in enumerate(terms)}
    return [_term(key, term, places) for key, term in terms.items()]


def _term(key: str, term: Term, places: Mapping[str, int]) -> Entry:
    entry: Entry = {"key": key, "name": term.label}
    if names := {language: [own.label] for language, own in term.translations.items()}:
        entry["names"] = names
    if term.broader and term.broader in places:
        entry["within"] = places[term.broader]
    return entry


def _locations(archive: Archive) -> list[Entry]:
    """Locations with the position of the one around each, and their points as longitude and latitude."""
    places = {key: place for place, key in enumerate(archive.locations)}
    entries = []
    for key, linked in archive.locations.items():
        entry = named(key, linked.location)
        if linked.path and linked.path[0] in places:
            entry["within"] = places[linked.path[0]]
        if point := linked.location.coordinates:
            entry["point"] = [point.lon, point.lat]
        entries.append(entry)
    return entries


def _row(
    archive: Archive, linked: LinkedIncident, shown: IncidentRow, actors: Iterable[str], known: Mapping[str, Vocabulary]
) -> Row:
    incident = linked.incident
    value = incident.date.value
    signs = (
        EXACT * shown.date_exact + DRAWN * bool(listed_months(value)) + REPORTED * (incident.date.anchor == "reported")
    )
    parts = [*actors, *(part.actor for part in incident.actors if part.actor == UNKNOWN_ACTOR)]
    facets = {
        "status": [known["status"].place(incident.status)],
        "type": [known["type"].place(incident.type, incident.type)],
        "location": [known["location"].place(key) for key in locations_of(incident) if key in archive.locations],
        "source": _sources(archive, incident, known["source"]),
        "root": [known["root"].place(line.root.key, line.root.name) for line in linked.lines if line.asserting],
        "actor": [known["actor"].place(actor) for actor in parts],
        "means": [known["means"].place(means.kind, means.kind) for means in incident.means],
    }
    return Row(
        incident.id,
        incident.title,
        value.lower,
        value.upper,
        signs,
        value.text,
        date_code(value, anchor=incident.date.anchor),
        {facet: tuple(dict.fromkeys(places)) for facet, places in facets.items()},
        shown.lines,
        shown.citations,
        RELATIONS.index(incident.location.relation),
        shown.unfiled,
        {tag: words.title for tag, words in incident.translations.items()},
    )


def _sources(archive: Archive, incident: Incident, known: Vocabulary) -> list[int]:
    """Who published the reports that it cites."""
    places = []
    for citation in incident.reports:
        source = archive.records.citation_source(citation)
        if source is not None:
            places.append(known.place(source.key))
        elif citation.source is not None and citation.source.name:
            places.append(known.place(None, citation.source.name))
    return places
