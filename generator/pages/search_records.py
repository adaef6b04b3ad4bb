"""What the search of the site finds: every record with its words, its names in every script and what it can be filtered by."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType

from generator.archive.archive import Archive
from generator.model.dates import Edtf
from generator.model.incident import Incident
from generator.model.registry_name import registry_name
from generator.model.report import Citation, Publication
from generator.pages.addresses import address_of
from generator.pages.claim_view import report_title
from generator.pages.date_words import date_words
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.registry_names import RegistryNames
from generator.pages.search_content import content_of, plain
from generator.texts.text import joined, listed, say

UNDATED = "undated"
MOST_YEARS = 3
"""A date that spans more calendar years than these says too little of the year to be found by it."""

_UNFILTERED: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One record as the search holds it."""

    kind: str
    """`incident`, `location`, `source`, `actor`, `series`, `tally` or `report`."""
    key: str
    title: str
    content: str
    """Its words, passages as `generator.pages.search_content` puts them together."""
    status: str = ""
    """Code of the status; empty for anything but an incident."""
    date: str = ""
    """Its date in words."""
    day: datetime.date | None = None
    """The earliest day that its date may be, by which results are sorted; None where it is open on a side."""
    place: str = ""
    """Its locations in words."""
    language: str = ""
    """Language tag of the title, where it is not that of the archive's records."""
    names: str = ""
    """All names of a registry's entry, misspellings too: who looks for one of them looks for the entry first."""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _UNFILTERED)
    """Keys and codes it can be filtered by, by the name of the filter; a wider location or type is told by the narrower."""

    @property
    def address(self) -> str:
        """Path of its page from the site's root."""
        return address_of(self.kind, self.key)


def search_records(archive: Archive, rows: Rows) -> tuple[SearchRecord, ...]:
    """Every record that has a page, incidents in the order of the timeline; withdrawn ones are left out."""
    words = RegistryNames(archive)
    return (
        *(_incident(archive, words, rows[key]) for key in archive.timeline.ordered),
        *(_location(archive, words, key) for key in archive.records.locations),
        *(_source(archive, words, key) for key in archive.records.sources),
        *(_actor(archive, words, key) for key in archive.records.actors),
        *(_series(archive, key) for key in archive.records.series),
        *(_tally(archive, words, key) for key in archive.records.tallies),
        *(_report(archive, words, key) for key in archive.records.reports),
    )


def _incident(archive: Archive, words: RegistryNames, row: IncidentRow) -> SearchRecord:
    linked = archive.incidents[row.id]
    incident, records = linked.incident, archive.records
    places = (*incident.location.keys, *(key for other in incident.location.alternatives for key in other.keys))
    publishers = [source.key for citation in incident.reports if (source := records.citation_source(citation))]
    named = [link.source for citation in incident.reports for steps in citation.chains for link in steps if link.source]
    actors = [part.actor for part in incident.actors]
    passages = (
        plain(incident.body),
        *chain.from_iterable(_cited(citation, records.publication(citation)) for citation in incident.reports),
        *_statements(incident),
        words.shown("location", (*places, *words.around(incident.location.keys))),
        words.shown("source", (*publishers, *named)),
        words.shown("actor", actors),
        row.id,
    )
    hidden = " ".join(
        (
            words.hidden("location", places),
            words.hidden("source", (*publishers, *named)),
            words.hidden("actor", actors),
            *(text for told in incident.translations.values() for text in (told.title, plain(told.body or ""))),
        )
    )
    return SearchRecord(
        "incident",
        row.id,
        row.title,
        content_of(row.title, passages, hidden),
        status=incident.status,
        date=row.date,
        day=day_of(incident.date.value),
        place=place_words(row),
        filters={
            "kind": ("incident",),
            "status": (incident.status,),
            "type": (incident.type,),
            "location": tuple(key for key in incident.location.keys if key in records.locations),
            "year": years_of(incident.date.value),
            "source": tuple(dict.fromkeys(publishers)),
            "root": tuple(line.root.key for line in linked.lines if line.asserting and line.root.key),
        },
    )


def _location(archive: Archive, words: RegistryNames, key: str) -> SearchRecord:
    location, links = archive.records.locations[key], archive.locations[key]
    return SearchRecord(
        "location",
        key,
        registry_name(location),
        content_of(
            location.name,
            (words.shown("location", (key, *links.path)), location.note or ""),
            words.hidden("location", (key,)),
        ),
        names=words.every("location", key),
        place=listed([registry_name(archive.records.locations[around]) for around in links.path[:1]]),
        filters={"kind": ("location",), "location": (key,)},
    )


def _source(archive: Archive, words: RegistryNames, key: str) -> SearchRecord:
    source = archive.records.sources[key]
    about = source.affiliation.as_stated if source.affiliation else ""
    passages = (words.shown("source", (key,)), source.as_stated or "", about, source.note or "")
    return SearchRecord(
        "source",
        key,
        registry_name(source),
        content_of(source.name, passages, words.hidden("source", (key,))),
        names=words.every("source", key),
        filters={"kind": ("source",), "source": (key,), **({"root": (key,)} if archive.sources[key].root_of else {})},
    )


def _actor(archive: Archive, words: RegistryNames, key: str) -> SearchRecord:
    actor = archive.records.actors[key]
    passages = (words.shown("actor", (key,)), actor.note or "")
    return SearchRecord(
        "actor",
        key,
        registry_name(actor),
        content_of(actor.name, passages, words.hidden("actor", (key,))),
        names=words.every("actor", key),
        filters={"kind": ("actor",)},
    )


def _series(archive: Archive, key: str) -> SearchRecord:
    series = archive.records.series[key]
    return SearchRecord(
        "series", key, series.name, content_of(series.name, (series.note or "",)), filters={"kind": ("series",)}
    )


def _tally(archive: Archive, words: RegistryNames, key: str) -> SearchRecord:
    tally, records = archive.records.tallies[key], archive.records
    keeper = (tally.stated_by,) if tally.stated_by in records.sources else ()
    publishers = [source.key for citation in tally.reports if (source := records.citation_source(citation))]
    passages = (
        tally.note or "",
        *(figure.what for figure in tally.figures),
        *chain.from_iterable(_cited(citation, records.publication(citation)) for citation in tally.reports),
        words.shown("location", tally.locations),
        words.shown("source", (*keeper, *publishers)),
    )
    return SearchRecord(
        "tally",
        key,
        tally.name,
        content_of(tally.name, passages),
        date=date_words(tally.as_of),
        day=day_of(tally.as_of),
        place=listed(
            [registry_name(records.locations[place]) for place in tally.locations if place in records.locations]
        ),
        filters={
            "kind": ("tally",),
            "location": tuple(place for place in tally.locations if place in records.locations),
            "year": years_of(tally.as_of),
            "source": tuple(dict.fromkeys(publishers)),
        },
    )


def _report(archive: Archive, words: RegistryNames, key: str) -> SearchRecord:
    report = archive.records.reports[key]
    title = report_title(archive, report)
    claims = (text for claim in report.claims.values() for text in (claim.quote, claim.gist) if text)
    untied = report.untied.gist if report.untied else ""
    return SearchRecord(
        "report",
        key,
        title,
        content_of(title, (report.note or "", untied, *claims, words.shown("source", (report.source,)))),
        date=date_words(report.published) if report.published else "",
        day=day_of(report.published) if report.published else None,
        language=(report.language or "") if report.title else "",
        filters={
            "kind": ("report",),
            "source": (report.source,),
            **({"year": years_of(report.published)} if report.published else {}),
        },
    )


def day_of(date: Edtf) -> datetime.date | None:
    """The earliest day that a date may be; None where it is open on a side."""
    return date.lower if date.upper else None


def years_of(date: Edtf) -> tuple[str, ...]:
    """The calendar years a date may lie in; `undated` where they are not known or are many."""
    if date.lower is None or date.upper is None or date.upper.year - date.lower.year >= MOST_YEARS:
        return (UNDATED,)
    return tuple(f"{year:04}" for year in range(date.lower.year, date.upper.year + 1))


def place_words(row: IncidentRow) -> str:
    """The locations of an incident in one line: `near Conoco gas field`."""
    places = listed([link.text for link in row.locations])
    if row.unfiled:
        places = say("“{words}”, in {place}", words=row.unfiled, place=places)
    return joined(" ", (row.relation, places))


def _cited(citation: Citation, publication: Publication | None) -> tuple[str, ...]:
    """What a citation says, in the archive's words and in its own, and the item's title."""
    return (citation.gist or "", citation.quote or "", (publication.title if publication else None) or "")


def _statements(incident: Incident) -> tuple[str, ...]:
    """The reports' own words for the date, the place, the target, the means, the effects and who took part."""
    parts = (incident.target, incident.means, incident.effects, incident.actors)
    said = [incident.date.as_stated, incident.location.as_stated, *(one.as_stated for part in parts for one in part)]
    return tuple(dict.fromkeys(text for text in said if text))
