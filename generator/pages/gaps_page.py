"""The page of what is missing: published counts beside the records, thin months, reports and incidents with open ends."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.holdings import Held, Scope, holdings
from generator.archive.running_counts import days_of, running_counts
from generator.archive.untied_reports import untied_reports
from generator.model.location import AREAS_WITHOUT_POINT
from generator.model.tally import Tally
from generator.pages.addresses import GAPS, Link, address_of
from generator.pages.calendar import calendar
from generator.pages.claim_view import report_link
from generator.pages.comparison_view import RunningView, running_view, tally_day
from generator.pages.date_words import date_words
from generator.pages.furthest_count import furthest_count, furthest_words, nothing_words
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.month_coverage import MonthCoverage, month_coverage
from generator.pages.page import Page
from generator.pages.registry_name import location_link
from generator.pages.source_record import source_name
from generator.pages.status_counts import rows_of
from generator.pages.tally_page import hindrance_words
from generator.pages.wording import count_words
from generator.texts.text import say

NOBODY = say("Nobody named as keeper")


@dataclass(frozen=True, slots=True)
class ApartView:
    """A tally that is not held against the records, with its figures and what the archive has of its scope."""

    tally: Link
    """Named by its day."""
    figures: tuple[tuple[str, str], ...]
    """Number and what it counts."""
    held: tuple[tuple[Link, Held], ...]
    """Each of its locations with what the archive has there in the time counted; empty where it gives no such time or place."""


@dataclass(frozen=True, slots=True)
class ApartGroup:
    """Tallies of one keeper that are not held against the records for the same reason."""

    reason: str
    tallies: tuple[ApartView, ...]


@dataclass(frozen=True, slots=True)
class KeeperView:
    """All counts of one keeper."""

    anchor: str
    name: Link
    running: tuple[RunningView, ...]
    """Counts that were given more than once."""
    single: tuple[RunningView, ...]
    """Counts that were given once, by day."""
    apart: tuple[ApartGroup, ...]


@dataclass(frozen=True, slots=True)
class UntiedReport:
    """A report that leads to no incident."""

    link: Link
    source: Link
    published: str
    gist: str
    """What it says of an event; empty where the archive has not said so."""
    why: str
    """Why that cannot be tied to one incident; empty likewise."""
    tallies: tuple[Link, ...]
    """Tallies that rest on it."""


@dataclass(frozen=True, slots=True)
class GapsView:
    """Everything the page shows."""

    lead: str
    """The count that lies furthest above the records, in a few sentences."""
    tallies: int
    keepers: tuple[KeeperView, ...]
    months: MonthCoverage
    untied: tuple[UntiedReport, ...]
    """Reports that tell of an event first, then those of which nothing is said, then those that give a count only."""
    undated: int
    """Incidents that no source dates to one month or two."""
    unfiled: tuple[IncidentRow, ...]
    """Incidents at a location that has no file."""
    wide: tuple[IncidentRow, ...]
    """Incidents known to no location closer than a country or one of its first- or second-level divisions."""


def gaps_page(archive: Archive, rows: Rows) -> Page:
    """The page `/gaps/`."""
    keepers = _keepers(archive)
    running = [(keeper.name, one) for keeper in keepers for one in (*keeper.running, *keeper.single)]
    furthest = furthest_count(running)
    lead = (
        furthest_words(furthest) if furthest else nothing_words(len(archive.records.tallies), comparable=bool(running))
    )
    dated = calendar(archive, rows)
    unfiled, wide = _vague_places(archive)
    view = GapsView(
        lead,
        len(archive.records.tallies),
        keepers,
        month_coverage(dated, archive.settings.period),
        tuple(sorted((_untied(archive, key) for key in untied_reports(archive)), key=_by_ties)),
        len(dated.undated) + len(dated.wide),
        rows_of(rows, unfiled),
        rows_of(rows, wide),
    )
    return Page(GAPS, say("What is missing"), lead, "gaps.html.j2", view, section=GAPS)


def _keepers(archive: Archive) -> tuple[KeeperView, ...]:
    """Every keeper by name, counts of nobody named last."""
    running: dict[str | None, list[RunningView]] = {}
    for one in sorted(running_counts(archive), key=lambda one: (one.counts[0].last, one.counts[0].tally)):
        running.setdefault(one.keeper, []).append(running_view(archive, one))
    apart: dict[str | None, dict[str, list[ApartView]]] = {}
    for tally in sorted(archive.records.tallies.values(), key=_by_day):
        reason = hindrance_words(archive, tally)
        if reason:
            apart.setdefault(tally.stated_by, {}).setdefault(reason, []).append(_apart(archive, tally))
    names = {key: source_name(archive, key) if key else Link(NOBODY, "") for key in (*running, *apart)}
    return tuple(
        KeeperView(
            f"counts-of-{key}" if key else "counts-unnamed",
            names[key],
            tuple(one for one in running.get(key, ()) if len(one.counts) > 1),
            tuple(one for one in running.get(key, ()) if len(one.counts) == 1),
            tuple(ApartGroup(reason, tuple(tallies)) for reason, tallies in apart.get(key, {}).items()),
        )
        for key in sorted(names, key=lambda key: (key is None, names[key].text.casefold()))
    )


def _by_day(tally: Tally) -> tuple[bool, str, str]:
    """Those of no day known last."""
    last = tally.as_of.upper
    return last is None, last.isoformat() if last else "", tally.key


def _apart(archive: Archive, tally: Tally) -> ApartView:
    days = days_of(tally)
    counted = any(figure.counts == "incidents" for figure in tally.figures)
    struck = tuple(sorted(set(tally.struck)))
    held = (
        (location_link(archive, key), holdings(archive, Scope((key,), struck)).between(*days))
        for key in tally.locations
        if days and counted and key in archive.locations
    )
    return ApartView(
        tally_day(archive, tally.key),
        tuple((count_words(figure.count), figure.what) for figure in tally.figures),
        tuple(held),
    )


def _untied(archive: Archive, key: str) -> UntiedReport:
    report, tallies = archive.records.reports[key], archive.records.tallies
    published = report.published if report.published and report.published.precision != "unknown" else None
    return UntiedReport(
        report_link(archive, key),
        source_name(archive, report.source),
        date_words(published) if published else "",
        report.untied.gist if report.untied else "",
        report.untied.why if report.untied else "",
        tuple(
            Link(tallies[place.key].name, address_of("tally", place.key))
            for place in archive.citing[key]
            if place.kind == "tally"
        ),
    )


def _by_ties(report: UntiedReport) -> tuple[bool, bool, str, str]:
    return not report.gist, bool(report.tallies), report.source.text.casefold(), report.link.address


def _vague_places(archive: Archive) -> tuple[list[str], list[str]]:
    """Ids of incidents at a location without a file, and of those known to a wide area only."""
    locations = archive.records.locations
    unfiled, wide = [], []
    for key in archive.timeline.ordered:
        location = archive.incidents[key].incident.location
        if location.key is None:
            unfiled.append(key)
        elif all(locations[place].kind in AREAS_WITHOUT_POINT for place in location.keys if place in locations):
            wide.append(key)
    return unfiled, wide
