"""The page about the archive and the page of its method."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.archive.archive import Archive
from generator.model.dates import is_one_day
from generator.model.status import STATUSES, StatusMeaning
from generator.pages.addresses import ABOUT, METHOD, Link
from generator.pages.calendar import calendar
from generator.pages.date_words import date_words
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.narrative import narrative_html
from generator.pages.origin_concentration import Concentration, concentration
from generator.pages.origin_shares import OriginShare, alone_words, origin_shares, root_link
from generator.pages.own_texts import OwnText, archive_description, archive_title, own_text
from generator.pages.page import Page
from generator.pages.status_counts import StatusCounts, rows_of, status_counts
from generator.texts.text import Name, say

MOST_ORIGINS = 10


@dataclass(frozen=True, slots=True)
class AboutView:
    """What the archive is."""

    title: Name
    description: Name
    about: OwnText[Markup]
    scope: OwnText[tuple[str, ...]]
    period: str
    licence: str
    licence_url: str
    total: int
    withdrawn: int
    registers: tuple[tuple[Link, int], ...]
    """What else the archive holds, with numbers."""


@dataclass(frozen=True, slots=True)
class TellingExample:
    """The incident whose number of reports says least about its number of lines of origin."""

    row: IncidentRow
    roots: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Numbers a reader can judge the archive by; withdrawn incidents are not counted."""

    total: int
    counts: StatusCounts
    exact: int
    one_day: int
    """Dated to one day, though with doubt, against another report, or as the day of the report."""
    undated: int
    precise: int
    """Placed at a location with a point of its own."""
    citations: int
    excerpts: int
    """Citations of items of which only an excerpt was read."""
    archived: int
    """Citations of items with an archived copy on record."""
    unnamed: int
    """Incidents at least one of whose lines of origin is known only by description."""


@dataclass(frozen=True, slots=True)
class MethodView:
    """How the archive is made."""

    scope: OwnText[tuple[str, ...]]
    statuses: tuple[StatusMeaning, ...]
    example: TellingExample | None
    weaknesses: OwnText[Markup] | None
    coverage: Coverage
    concentration: Concentration | None
    origins: tuple[OriginShare, ...]
    alone: str
    decimals: int


def about_page(archive: Archive, rows: Rows) -> Page:
    """The page `/about/`."""
    settings, records = archive.settings, archive.records
    registers = (
        (say("Locations"), "locations/", records.locations),
        (say("Sources"), "sources/", records.sources),
        (say("Reports with a page of their own"), "reports/", records.reports),
        (say("Actors"), "actors/", records.actors),
        (say("Series"), "series/", records.series),
        (say("Published counts"), "tallies/", records.tallies),
    )
    shown = len(archive.timeline.ordered)
    view = AboutView(
        archive_title(settings),
        archive_description(settings),
        own_text(settings, lambda own: own.about, narrative_html),
        own_text(settings, lambda own: own.scope, scope_lines),
        date_words(settings.period) if settings.period else "",
        settings.licence.name,
        settings.licence.url,
        shown,
        len(rows) - shown,
        tuple((Link(name, address), len(entries)) for name, address, entries in registers if entries),
    )
    return Page(
        ABOUT,
        say("About"),
        say("What {archive} is, what it covers and how its records may be used.", archive=archive_title(settings)),
        "about.html.j2",
        view,
        section=ABOUT,
    )


def scope_lines(scope: str) -> tuple[str, ...]:
    """The paragraphs of the scope."""
    return tuple(line.strip() for line in scope.splitlines() if line.strip())


def method_page(archive: Archive, rows: Rows) -> Page:
    """The page `/method/`."""
    settings = archive.settings
    shares = origin_shares(archive, rows)
    shown = rows_of(rows, archive.timeline.ordered)
    view = MethodView(
        own_text(settings, lambda own: own.scope, scope_lines),
        STATUSES,
        telling_example(archive, shown),
        own_text(settings, lambda own: own.known_weaknesses, narrative_html) if settings.known_weaknesses else None,
        _coverage(archive, rows, shown),
        concentration(archive, rows),
        shares[:MOST_ORIGINS],
        alone_words(shares, len(shown)),
        settings.coordinate_decimals,
    )
    return Page(
        METHOD,
        say("Method"),
        say(
            "How {archive} reaches a status, writes dates, locations and counts, and corrects itself.",
            archive=archive_title(settings),
        ),
        "method.html.j2",
        view,
        section=METHOD,
    )


def telling_example(archive: Archive, shown: tuple[IncidentRow, ...]) -> TellingExample | None:
    """The incident with most asserting reports beyond its lines of origin; None where every report is a line of its own."""
    row = max(shown, key=lambda row: (row.asserting - row.lines, -row.lines, row.id), default=None)
    if row is None or row.asserting <= row.lines:
        return None
    roots = (line.root for line in archive.incidents[row.id].lines if line.asserting)
    links = tuple(root_link(root) for root in roots)
    return TellingExample(row, links)


def _coverage(archive: Archive, rows: Rows, shown: tuple[IncidentRow, ...]) -> Coverage:
    records, dated = archive.records, calendar(archive, rows)
    incidents = [archive.incidents[row.id].incident for row in shown]
    items = [
        item
        for incident in incidents
        for citation in incident.reports
        if (item := records.publication(citation)) is not None
    ]
    places = [records.locations.get(incident.location.key) if incident.location.key else None for incident in incidents]
    return Coverage(
        total=len(shown),
        counts=status_counts(shown),
        exact=sum(row.date_exact for row in shown),
        one_day=sum(is_one_day(incident.date.value) for incident in incidents) - sum(row.date_exact for row in shown),
        undated=len(dated.undated) + len(dated.wide),
        precise=sum(place is not None and place.coordinates is not None for place in places),
        citations=sum(len(incident.reports) for incident in incidents),
        excerpts=sum(item.seen == "excerpt" for item in items),
        archived=sum(bool(item.archived) for item in items),
        unnamed=sum(
            any(
                line.root.key and not line.root.identified and line.asserting
                for line in archive.incidents[row.id].lines
            )
            for row in shown
        ),
    )
