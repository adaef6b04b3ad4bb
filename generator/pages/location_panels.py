"""Small drawings of the most reported locations: incidents by month, on one scale for all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.pages.addresses import Link
from generator.pages.calendar import Calendar
from generator.pages.incident_row import Rows
from generator.pages.month_chart import MOST_BARS
from generator.pages.registry_name import location_link
from generator.pages.status_counts import rows_of

HEIGHT = 34
"""Height of a drawing in pixels."""


@dataclass(frozen=True, slots=True)
class PanelBar:
    """A month or a year; `x` and `width` in percent, `y` and `height` in pixels from the top."""

    x: float
    width: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class LocationPanel:
    """One location with its incidents over the whole time of the archive."""

    location: Link
    number: int
    bars: tuple[PanelBar, ...]
    """Of months or years that have incidents."""


@dataclass(frozen=True, slots=True)
class Panels:
    """The drawings, the most reported location first."""

    panels: tuple[LocationPanel, ...]
    height: int
    highest: int
    """The number that a bar of full height stands for."""
    unit: str
    """What a bar stands for: `month` or `year`."""


def location_panels(archive: Archive, rows: Rows, dated: Calendar, most: int) -> Panels:
    """The locations with most incidents placed at themselves; those known to no month are in the number and in no bar."""
    numbers = [(len(rows_of(rows, place.own)), place.location.name, key) for key, place in archive.locations.items()]
    first = sorted((entry for entry in numbers if entry[0]), key=lambda entry: (-entry[0], entry[1]))[:most]
    places, by_month = _positions(dated)
    counted = [_counted(places, (row.id for row in rows_of(rows, archive.locations[key].own))) for _, _, key in first]
    highest = max((number for found in counted for number in found.values()), default=0)
    length = max(places.values(), default=0) + 1
    return Panels(
        tuple(
            LocationPanel(location_link(archive, key), number, _bars(found, highest, length))
            for (number, _, key), found in zip(first, counted, strict=True)
        ),
        HEIGHT,
        highest,
        "month" if by_month else "year",
    )


def _positions(dated: Calendar) -> tuple[dict[str, int], bool]:
    """By incident, where its month stands on the scale, or its year where there are too many months."""
    months = {row.id: year * 12 + month for (year, month), rows in dated.counted.items() for row in rows}
    first, last = min(months.values(), default=0), max(months.values(), default=0)
    if last - first < MOST_BARS:
        return {key: number - first for key, number in months.items()}, True
    years = {key: (number - 1) // 12 for key, number in months.items()}
    first = min(years.values())
    return {key: year - first for key, year in years.items()}, False


def _counted(places: Mapping[str, int], ids: Iterable[str]) -> dict[int, int]:
    found: dict[int, int] = {}
    for key in ids:
        if key in places:
            found[places[key]] = found.get(places[key], 0) + 1
    return found


def _bars(found: Mapping[int, int], highest: int, length: int) -> tuple[PanelBar, ...]:
    width = 100 / length
    bars = []
    for place, number in sorted(found.items()):
        height = round(HEIGHT * number / highest, 2)
        bars.append(
            PanelBar(round((place + 0.08) * width, 3), round(width * 0.84, 3), round(HEIGHT - height, 2), height)
        )
    return tuple(bars)
