"""The explore page: every incident by time, place, status and source at once; without JavaScript, a list by month."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.pages.addresses import EXPLORE, Link, month_address
from generator.pages.calendar import Calendar, calendar
from generator.pages.date_phrases import ENGLISH_SHORT, Phrase
from generator.pages.date_words import month_words
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.map.frame import Extent, frame_of
from generator.pages.map.region_map import LEAST_KM, MARGIN, RegionMap
from generator.pages.month_chart import Chart, month_chart
from generator.pages.page import Page
from generator.pages.status_counts import StatusCounts, status_counts
from generator.texts.text import Text, say, say_number

MOST_LISTED = 500
"""Up to so many incidents are all listed where JavaScript is off; of more, the latest months with `LATEST_LISTED`."""
LATEST_LISTED = 100

FOLDER = "assets/explore/"
SCRIPTS = (
    "data.js",
    "filter.js",
    "names.js",
    "dates.js",
    "address.js",
    "elements.js",
    "brush.js",
    "facets.js",
    "marks.js",
    "map.js",
    "orders.js",
    "rows.js",
    "table.js",
    "chosen.js",
    "download.js",
    "outcome.js",
    "explore.js",
)
"""In the order in which they run."""


@dataclass(frozen=True, slots=True)
class MonthList:
    """Incidents counted in one month, the latest first."""

    name: str
    address: str
    rows: tuple[IncidentRow, ...]


@dataclass(frozen=True, slots=True)
class ExploreView:
    """What stands on the page before a script takes over, and the words it uses."""

    total: int
    months: tuple[Link, ...]
    """Every month with incidents, the latest first, with their number as the note."""
    listed: tuple[MonthList, ...]
    """The latest of those months with their incidents; all of them in a small archive."""
    undated: tuple[IncidentRow, ...]
    """Incidents that no month can be given to; empty where not all months are listed."""
    outside: int
    """How many there are of those."""
    chart: Chart | None
    map: RegionMap | None
    box: tuple[float, float, float, float] | None
    """West, south, east and north of the map in degrees."""
    statuses: StatusCounts
    facets: tuple[tuple[str, str], ...]
    """Facets beside status: name and heading."""
    month_names: tuple[str, ...]
    phrases: tuple[tuple[str, str], ...]
    """Phrases of dates by key, with their names in braces."""
    example: IncidentRow | None
    """An incident by whose address the script knows what addresses look like."""
    whole: bool
    """Whether every incident is listed."""


def explore_page(archive: Archive, rows: Rows, everywhere: RegionMap | None) -> Page:
    """The page `/explore/`; `everywhere` is the map of all locations."""
    dated = calendar(archive, rows)
    outside = (*dated.wide, *dated.undated)
    whole = dated.total <= MOST_LISTED
    counted = {month: found for month, found in dated.counted.items() if found}
    latest = sorted(counted, reverse=True)
    view = ExploreView(
        total=dated.total,
        months=tuple(Link(month_words(*month), month_address(*month), str(len(counted[month]))) for month in latest),
        listed=_listed(dated, latest, whole=whole),
        undated=outside if whole else (),
        outside=len(outside),
        chart=month_chart(counted),
        map=everywhere,
        box=_box(archive) if everywhere else None,
        statuses=status_counts(row for row in rows.values() if not row.withdrawn),
        facets=_facets(),
        month_names=tuple(_phrase(f"month-{number}") for number in range(1, 13)),
        phrases=tuple((key, _phrase(key)) for key in ENGLISH_SHORT),
        example=next((row for row in rows.values() if row.locations and not row.withdrawn), None),
        whole=whole,
    )
    return Page(
        EXPLORE,
        say("Explore"),
        say_number(
            dated.total,
            "{n} incident to filter by time, place, status, source and means, with every selection to download.",
            "{n} incidents to filter by time, place, status, source and means, with every selection to download.",
        ),
        "explore.html.j2",
        view,
        section=EXPLORE,
        classic_scripts=tuple(FOLDER + script for script in SCRIPTS) if dated.total else (),
        styles=(f"{FOLDER}explore.css",),
    )


def _listed(dated: Calendar, latest: list[tuple[int, int]], *, whole: bool) -> tuple[MonthList, ...]:
    found: list[MonthList] = []
    number = 0
    for month in latest:
        if not whole and number >= LATEST_LISTED:
            break
        rows = tuple(reversed(dated.counted[month]))
        found.append(MonthList(month_words(*month), month_address(*month), rows))
        number += len(rows)
    return tuple(found)


def _box(archive: Archive) -> tuple[float, float, float, float]:
    """The frame in which the map of all locations is drawn."""
    points = [linked.location.coordinates for linked in archive.locations.values() if linked.own]
    extents = [Extent((point.lon, point.lat), point.uncertainty_km or 0) for point in points if point]
    west, south, east, north = frame_of(extents, least_km=LEAST_KM, margin=MARGIN).box
    return round(west, 5), round(south, 5), round(east, 5), round(north, 5)


def _facets() -> tuple[tuple[str, str], ...]:
    return (
        ("type", say("Type of incident")),
        ("location", say("Location")),
        ("source", say("Source of a report")),
        ("root", say("Origin a line begins with")),
        ("actor", say("Actor")),
        ("means", say("Means")),
    )


def _phrase(key: str) -> str:
    """A phrase of dates as the catalogue has it, with its names in braces unfilled."""
    phrase = ENGLISH_SHORT[key]
    if not isinstance(phrase, Phrase):
        return phrase
    return Text(phrase, lambda texts: texts.message(str(phrase), phrase.context))
