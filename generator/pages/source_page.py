"""The page of a source: what it is, how much of the archive rests on it, whom it relays, every citation of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.claims import ClaimIndex, Traced, claims_reaching
from generator.archive.sources import Cited, SourceLinks
from generator.model.source import Source
from generator.pages import wording
from generator.pages.addresses import SOURCES, Link, address_of
from generator.pages.cited_row import CitedRow, cited_rows
from generator.pages.claim_view import ClaimView, claim_views, report_link
from generator.pages.counted_months import counted_months
from generator.pages.date_words import date_words
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.month_chart import Chart, month_chart
from generator.pages.page import Page
from generator.pages.source_coverage import Coverage, coverage
from generator.pages.source_disputes import Differing, Dispute, differing, disputes
from generator.pages.source_firsts import Order, publication_orders
from generator.pages.source_record import SourceRecord, source_name, source_record
from generator.pages.status_counts import rows_of
from generator.texts.text import joined, say, say_as, say_number


@dataclass(frozen=True, slots=True)
class Relay:
    """Another source with the number of citations in which one relays the other."""

    source: Link
    kind: str
    citations: int
    bar: float
    """Length of its bar in percent of the longest of both lists."""


@dataclass(frozen=True, slots=True)
class FirstReport:
    """An incident on which its item is the earliest."""

    row: IncidentRow
    day: str
    """The day on which the item was published."""
    ahead: int
    """By how many days it is at least older than the next."""


@dataclass(frozen=True, slots=True)
class Firsts:
    """Where its items are the earliest, and how far that can be told."""

    reports: tuple[FirstReport, ...]
    told: int
    """Incidents of which days of publication tell whose item is the earliest."""
    several: int
    """Incidents on which it and another source published items."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """Everything the page of a source shows."""

    record: SourceRecord
    cited_in: int
    """Incidents that cite an item it published."""
    named_in: int
    """Incidents in which items of others name it."""
    root_of: tuple[IncidentRow, ...]
    sole_root_of: tuple[IncidentRow, ...]
    roots_with_others: tuple[IncidentRow, ...]
    """Incidents of which it is a root and not the only one."""
    incidents: int
    """Incidents of the whole archive."""
    chart: Chart | None
    """Incidents that cite its items or rest on it, by month."""
    firsts: Firsts
    disputes: tuple[Dispute, ...]
    coverage: Coverage | None
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


@dataclass(frozen=True, slots=True)
class _Found:
    """What is found once for the pages of all sources."""

    reaching: ClaimIndex
    orders: Mapping[str, Order]
    differing: Differing


def source_pages(archive: Archive, rows: Rows) -> tuple[Page, ...]:
    """A page for every source."""
    found = _Found(claims_reaching(archive.records), publication_orders(archive), differing(archive))
    return tuple(
        _page(archive, source_view(archive, rows, source, found), source.key)
        for source in archive.records.sources.values()
    )


def _page(archive: Archive, view: SourceView, key: str) -> Page:
    sentences = (
        say("{kind}.", kind=view.record.kind),
        say_number(
            view.cited_in,
            "Its items are cited in {n} incident of this archive.",
            "Its items are cited in {n} incidents of this archive.",
        ),
        say_number(len(view.sole_root_of), "{n} incident rests on it alone.", "{n} incidents rest on it alone."),
    )
    return Page(
        address_of("source", key),
        # An outlet may have the name of a town.
        say_as("title of a source", "{source}", source=view.record.name),
        joined(" ", sentences),
        "source.html.j2",
        view,
        section=SOURCES,
        record=archive.path_of("source", key),
    )


def source_view(archive: Archive, rows: Rows, source: Source, found: _Found) -> SourceView:
    """The view of one source."""
    links = archive.sources[source.key]
    traced = dict.fromkeys(
        (
            *found.reaching.get(("source", source.key), ()),
            *(Traced(s.report, c) for s in source.stated_in for c in s.claims),
        )
    )
    cited, roots, alone = (
        _incidents(rows, links.published),
        rows_of(rows, links.root_of),
        rows_of(rows, links.sole_root_of),
    )
    relays, relayed_by = _relays(archive, links)
    return SourceView(
        record=source_record(archive, source),
        cited_in=len(cited),
        named_in=len(_incidents(rows, links.named)),
        root_of=roots,
        sole_root_of=alone,
        roots_with_others=tuple(row for row in roots if row not in alone),
        incidents=len(archive.timeline.ordered),
        chart=month_chart(counted_months(archive, dict.fromkeys((*cited, *roots)))),
        firsts=_firsts(rows, source.key, found.orders),
        disputes=disputes(rows, found.differing, _positions(links.published)),
        coverage=coverage(archive, links),
        relays=relays,
        relayed_by=relayed_by,
        published=cited_rows(archive, rows, links.published),
        named=cited_rows(archive, rows, links.named),
        verified=cited_rows(archive, rows, links.verified),
        reports=tuple(report_link(archive, key) for key in links.reports),
        tallies=tuple(Link(archive.records.tallies[key].name, address_of("tally", key)) for key in links.tallies),
        known_from=claim_views(archive, traced),
    )


def _incidents(rows: Rows, cited: Iterable[Cited]) -> tuple[IncidentRow, ...]:
    return rows_of(rows, (one.key for one in cited if one.kind == "incident"))


def _positions(cited: Iterable[Cited]) -> Mapping[str, frozenset[int]]:
    """Numbers of citations, from 1, by the incident they stand in."""
    found: dict[str, frozenset[int]] = {}
    for one in cited:
        if one.kind == "incident":
            found[one.key] = found.get(one.key, frozenset()) | {one.position + 1}
    return found


def _firsts(rows: Rows, key: str, orders: Mapping[str, Order]) -> Firsts:
    mine = {incident: order for incident, order in orders.items() if key in order.sources}
    return Firsts(
        tuple(
            FirstReport(rows[incident], date_words(order.day) if order.day else "", order.ahead)
            for incident, order in mine.items()
            if order.first == key
        ),
        sum(bool(order.first) for order in mine.values()),
        len(mine),
    )


def _relays(archive: Archive, links: SourceLinks) -> tuple[tuple[Relay, ...], tuple[Relay, ...]]:
    """Whom a source relays and who relays it."""
    longest = max((*links.relays.values(), *links.relayed_by.values()), default=1)

    def relays(counts: Mapping[str, int]) -> tuple[Relay, ...]:
        kinds = {key: wording.SOURCE_KINDS[archive.records.sources[key].kind] for key in counts}
        return tuple(
            Relay(source_name(archive, key), kinds[key], number, round(100 * number / longest, 1))
            for key, number in counts.items()
        )

    return relays(links.relays), relays(links.relayed_by)
