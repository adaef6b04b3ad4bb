"""The home page: what the archive is, what it holds, where to begin."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.dates import is_one_day
from generator.model.status import STATUSES, StatusMeaning
from generator.pages.about_pages import scope_lines
from generator.pages.addresses import HOME, Link, address_of, year_address
from generator.pages.calendar import Calendar, calendar, span_of
from generator.pages.corrections_page import PublishedCorrection, published_corrections
from generator.pages.data_page import Download
from generator.pages.date_words import date_words
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.map.region_map import RegionMap
from generator.pages.month_chart import Chart, month_chart
from generator.pages.origin_concentration import Concentration, concentration
from generator.pages.origin_shares import OriginShare, alone_words, origin_shares
from generator.pages.page import Page
from generator.pages.status_counts import rows_of

MOST_LOCATIONS = 8
MOST_ORIGINS = 6
LATEST = 6


@dataclass(frozen=True, slots=True)
class LocationBar:
    """One location with its number of incidents; `width` in percent of the most reported one."""

    location: Link
    number: int
    width: float


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything the home page shows, in its order."""

    title: str
    description: str
    scope: tuple[str, ...]
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
    locations: tuple[LocationBar, ...]
    latest: tuple[IncidentRow, ...]
    corrections: tuple[PublishedCorrection, ...]
    statuses: tuple[StatusMeaning, ...]
    concentration: Concentration | None
    origins: tuple[OriginShare, ...]
    alone: str
    downloads: tuple[Download, ...]
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
        title=settings.title,
        description=settings.description,
        scope=scope_lines(settings.scope),
        period=date_words(settings.period) if settings.period else "",
        total=len(shown),
        span=_span(chart),
        firm=sum(row.status in ("confirmed", "corroborated") for row in shown),
        disputed=sum(row.status in ("contested", "discounted") for row in shown),
        inexact=sum(not row.date_exact for row in shown),
        chart=chart,
        monthless=len(dated.wide) + len(dated.undated),
        years=tuple(Link(str(year), year_address(year), str(len(found))) for year, found in dated.years.items()),
        map=everywhere,
        locations=_locations(archive, rows),
        latest=_latest(archive, dated),
        corrections=published_corrections(archive, rows)[:LATEST],
        statuses=STATUSES,
        concentration=concentration(archive, rows),
        origins=shares[:MOST_ORIGINS],
        alone=alone_words(shares, len(shown)),
        downloads=downloads,
        licence=settings.licence.name,
        licence_url=settings.licence.url,
    )
    return Page(
        HOME,
        settings.title,
        settings.description,
        "home.html.j2",
        view,
        section=HOME,
        data=tuple(
            (download.media_type, download.title, download.address) for download in downloads if download.announced
        ),
    )


def _span(chart: Chart | None) -> str:
    if chart is None:
        return ""
    first, last = chart.bars[0].name, chart.bars[-1].name
    return first if first == last else f"{first} to {last}"


def _locations(archive: Archive, rows: Rows) -> tuple[LocationBar, ...]:
    """The locations with most incidents placed at themselves."""
    numbers = [(len(rows_of(rows, place.own)), place.location.name, key) for key, place in archive.locations.items()]
    first = sorted((entry for entry in numbers if entry[0]), key=lambda entry: (-entry[0], entry[1]))[:MOST_LOCATIONS]
    return tuple(
        LocationBar(Link(name, address_of("location", key)), number, round(100 * number / first[0][0], 2))
        for number, name, key in first
    )


def _latest(archive: Archive, dated: Calendar) -> tuple[IncidentRow, ...]:
    """The incidents that begin latest, the latest first; of one day, those dated to it alone stand before spans."""

    def day(row: IncidentRow) -> tuple[int, bool]:
        value = archive.incidents[row.id].incident.date.value
        return span_of(value)[0].toordinal(), is_one_day(value)

    known = [row for found in dated.counted.values() for row in found]
    return tuple(sorted(known, key=day, reverse=True)[:LATEST])
