"""The home page: what the archive is, what it holds, where to begin."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.dates import is_one_day
from generator.model.status import STATUSES, StatusMeaning
from generator.pages.about_pages import scope_lines
from generator.pages.addresses import HOME, Link, year_address
from generator.pages.calendar import Calendar, calendar, span_of
from generator.pages.corrections_page import PublishedCorrection, published_corrections
from generator.pages.data_page import Download
from generator.pages.date_words import date_words
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.location_panels import Panels, location_panels
from generator.pages.map.region_map import RegionMap
from generator.pages.month_chart import Chart, month_chart, span_words
from generator.pages.origin_concentration import Concentration, concentration
from generator.pages.origin_shares import OriginShare, alone_words, origin_shares
from generator.pages.own_texts import OwnText, archive_description, archive_title, own_text
from generator.pages.page import Page
from generator.pages.status_counts import rows_of
from generator.texts.text import Name, say

MOST_LOCATIONS = 8
MOST_ORIGINS = 6
LATEST = 6
MAIN_FILES = {
    "data/incidents.csv": (say("Incidents as a table"), "CSV"),
    "data/incidents.json": (say("Incidents in full"), "JSON"),
    "data/locations.csv": (say("Locations"), "CSV"),
    "data/sources.csv": (say("Sources"), "CSV"),
    "feed.xml": (say("Latest reviews and corrections"), "Atom"),
}
"""What the page offers by its address: what is in it, and in which format; the page of the data lists all files."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything the home page shows, in its order."""

    title: Name
    description: Name
    scope: OwnText[tuple[str, ...]]
    """Its paragraphs."""
    period: str
    total: int
    span: str
    """First and last month with an incident."""
    firm: int
    """Confirmed or corroborated."""
    disputed: int
    """Contested or discounted."""
    inexact: int
    """Without an exact day."""
    chart: Chart | None
    monthless: int
    """Incidents the chart cannot show."""
    years: tuple[Link, ...]
    """With the number of incidents as the note."""
    map: RegionMap | None
    locations: Panels
    latest: tuple[IncidentRow, ...]
    corrections: tuple[PublishedCorrection, ...]
    statuses: tuple[StatusMeaning, ...]
    concentration: Concentration | None
    origins: tuple[OriginShare, ...]
    alone: str
    downloads: tuple[tuple[str, str, Download], ...]
    """The main files: what is in each, its format, the file."""
    licence: str
    licence_url: str


def home_page(
    archive: Archive, rows: Rows, downloads: tuple[Download, ...], everywhere: RegionMap | None = None
) -> Page:
    """The page at the site's root, with the map of all locations where there is one."""
    settings, dated = archive.settings, calendar(archive, rows)
    shown = rows_of(rows, archive.timeline.ordered)
    shares = origin_shares(archive, rows)
    counted = {month: found for month, found in dated.counted.items() if found}
    chart = month_chart(counted)
    view = HomeView(
        title=archive_title(settings),
        description=archive_description(settings),
        scope=own_text(settings, lambda own: own.scope, scope_lines),
        period=date_words(settings.period) if settings.period else "",
        total=len(shown),
        span=span_words(chart.bars) if chart else "",
        firm=sum(row.status in ("confirmed", "corroborated") for row in shown),
        disputed=sum(row.status in ("contested", "discounted") for row in shown),
        inexact=sum(not row.date_exact for row in shown),
        chart=chart,
        monthless=len(dated.wide) + len(dated.undated),
        years=tuple(Link(str(year), year_address(year), str(len(found))) for year, found in dated.years.items()),
        map=everywhere,
        locations=location_panels(archive, rows, dated, MOST_LOCATIONS),
        latest=_latest(archive, dated),
        corrections=published_corrections(archive, rows)[:LATEST],
        statuses=STATUSES,
        concentration=concentration(archive, rows),
        origins=shares[:MOST_ORIGINS],
        alone=alone_words(shares, len(shown)),
        downloads=tuple(
            (*MAIN_FILES[download.address], download) for download in downloads if download.address in MAIN_FILES
        ),
        licence=settings.licence.name,
        licence_url=settings.licence.url,
    )
    return Page(
        HOME,
        archive_title(settings),
        archive_description(settings),
        "home.html.j2",
        view,
        section=HOME,
        data=tuple(
            (download.media_type, download.title, download.address) for download in downloads if download.announced
        ),
    )


def _latest(archive: Archive, dated: Calendar) -> tuple[IncidentRow, ...]:
    """The incidents that begin latest, the latest first; of one day, those dated to it alone stand before spans."""

    def day(row: IncidentRow) -> tuple[int, bool]:
        value = archive.incidents[row.id].incident.date.value
        return span_of(value)[0].toordinal(), is_one_day(value)

    known = [row for found in dated.counted.values() for row in found]
    return tuple(sorted(known, key=day, reverse=True)[:LATEST])
