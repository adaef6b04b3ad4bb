"""The page of a source: what it is, how much of the archive rests on it, whom it relays, every citation of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.claims import ClaimIndex, Traced, claims_reaching
from generator.archive.sources import Cited
from generator.model.country_names import country_name
from generator.model.source import Possibly, Source
from generator.model.web_address import host_of
from generator.pages import wording
from generator.pages.addresses import SOURCES, Link, address_of
from generator.pages.cited_row import CitedRow, cited_rows
from generator.pages.claim_view import ClaimView, claim_views, report_link
from generator.pages.date_words import date_words
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.languages import language_name
from generator.pages.other_names import NameGroups, name_in_own_script, other_names
from generator.pages.page import Page
from generator.pages.status_counts import rows_of

GRADES = {
    "A": "reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
"""The Admiralty code's words for the reliability of a source."""


@dataclass(frozen=True, slots=True)
class PossiblyView:
    """A source that an unidentified one may be, or the other way round."""

    source: Link
    basis: str
    url: str
    host: str


@dataclass(frozen=True, slots=True)
class Relay:
    """Another source with the number of citations in which one relays the other."""

    source: Link
    kind: str
    citations: int


@dataclass(frozen=True, slots=True)
class SourceView:
    """Everything the page of a source shows."""

    name: str
    own_script: tuple[str, str, str] | None
    names: NameGroups
    kind: str
    unidentified: bool
    defunct: bool
    as_stated: str
    possibly: tuple[PossiblyView, ...]
    possibly_of: tuple[PossiblyView, ...]
    """Unidentified sources that may be this one."""
    represents: Link | None
    country: str
    languages: str
    scale: str
    homepage: str
    homepage_host: str
    affiliation: str
    affiliation_actor: Link | None
    affiliation_url: str
    affiliation_host: str
    reliability: str
    """Grade with its meaning, day, author and basis; empty where not assessed."""
    note: str
    cited_in: int
    """Incidents that cite an item it published."""
    named_in: int
    """Incidents in which items of others name it."""
    root_of: tuple[IncidentRow, ...]
    sole_root_of: tuple[IncidentRow, ...]
    incidents: int
    """Incidents of the whole archive."""
    relays: tuple[Relay, ...]
    relayed_by: tuple[Relay, ...]
    published: tuple[CitedRow, ...]
    named: tuple[CitedRow, ...]
    verified: tuple[CitedRow, ...]
    """Citations of items whose imagery it verified."""
    reports: tuple[Link, ...]
    tallies: tuple[Link, ...]
    known_from: tuple[ClaimView, ...]
    """Claims of ledgers from which it is known."""


def source_pages(archive: Archive, rows: Rows) -> tuple[Page, ...]:
    """A page for every source."""
    reaching = claims_reaching(archive.records)
    incidents = len(archive.timeline.ordered)
    return tuple(_page(archive, rows, source, reaching, incidents) for source in archive.records.sources.values())


def _page(archive: Archive, rows: Rows, source: Source, reaching: ClaimIndex, incidents: int) -> Page:
    view = source_view(archive, rows, source, reaching, incidents)
    return Page(
        address_of("source", source.key),
        view.name,
        f"{view.kind}. Its items are cited in {wording.number_of(view.cited_in, 'incident', 'incidents')} of this archive; "
        f"{wording.number_of(len(view.sole_root_of), 'rests', 'rest')} on it alone.",
        "source.html.j2",
        view,
        section=SOURCES,
        record=archive.path_of("source", source.key),
    )


def source_view(archive: Archive, rows: Rows, source: Source, reaching: ClaimIndex, incidents: int) -> SourceView:
    """The view of one source."""
    links = archive.sources[source.key]
    affiliation = source.affiliation
    traced = dict.fromkeys(
        (*reaching.get(("source", source.key), ()), *(Traced(s.report, c) for s in source.stated_in for c in s.claims))
    )
    return SourceView(
        name=source.name,
        own_script=name_in_own_script(source.names),
        names=other_names(source.names),
        kind=wording.SOURCE_KINDS[source.kind],
        unidentified=source.status == "unidentified",
        defunct=source.status == "defunct",
        as_stated=source.as_stated or "",
        possibly=tuple(_possibly(archive, one.source, one) for one in source.possibly),
        possibly_of=tuple(
            _possibly(archive, key, one)
            for key, other in archive.records.sources.items()
            for one in other.possibly
            if one.source == source.key
        ),
        represents=_actor(archive, source.represents),
        country=country_name(source.country) if source.country else "",
        languages=wording.listed([language_name(tag) for tag in source.languages]),
        scale=source.scale or "",
        homepage=source.homepage or "",
        homepage_host=host_of(source.homepage) if source.homepage else "",
        affiliation=affiliation.as_stated if affiliation else "",
        affiliation_actor=_actor(archive, affiliation.actor) if affiliation else None,
        affiliation_url=affiliation.url or "" if affiliation else "",
        affiliation_host=host_of(affiliation.url) if affiliation and affiliation.url else "",
        reliability=_reliability(source),
        note=source.note or "",
        cited_in=_incidents(rows, links.published),
        named_in=_incidents(rows, links.named),
        root_of=rows_of(rows, links.root_of),
        sole_root_of=rows_of(rows, links.sole_root_of),
        incidents=incidents,
        relays=_relays(archive, links.relays),
        relayed_by=_relays(archive, links.relayed_by),
        published=cited_rows(archive, rows, links.published),
        named=cited_rows(archive, rows, links.named),
        verified=cited_rows(archive, rows, links.verified),
        reports=tuple(report_link(archive, key) for key in links.reports),
        tallies=tuple(Link(archive.records.tallies[key].name, address_of("tally", key)) for key in links.tallies),
        known_from=claim_views(archive, traced),
    )


def source_name(archive: Archive, key: str) -> Link:
    """A source's name and page."""
    source = archive.records.sources.get(key)
    return Link(source.name, address_of("source", key)) if source else Link(key, "")


def _possibly(archive: Archive, key: str, stated: Possibly) -> PossiblyView:
    return PossiblyView(
        source_name(archive, key), stated.basis, stated.url or "", host_of(stated.url) if stated.url else ""
    )


def _actor(archive: Archive, key: str | None) -> Link | None:
    actor = archive.records.actors.get(key) if key else None
    return Link(actor.name, address_of("actor", actor.key)) if actor else None


def _incidents(rows: Rows, cited: tuple[Cited, ...]) -> int:
    return len(rows_of(rows, (one.key for one in cited if one.kind == "incident")))


def _relays(archive: Archive, counts: Mapping[str, int]) -> tuple[Relay, ...]:
    sources = archive.records.sources
    return tuple(
        Relay(source_name(archive, key), wording.SOURCE_KINDS[sources[key].kind], number)
        for key, number in counts.items()
    )


def _reliability(source: Source) -> str:
    assessed = source.reliability
    if assessed is None:
        return ""
    return f"{assessed.grade} ({GRADES[assessed.grade]}), by {assessed.by}, {date_words(assessed.on)}: {assessed.basis}"
