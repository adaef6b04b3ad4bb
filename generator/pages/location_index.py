"""The list of all locations: the hierarchy with its counts."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.pages import wording
from generator.pages.addresses import DATA, LOCATIONS
from generator.pages.data_page import Download
from generator.pages.incident_row import Rows
from generator.pages.location_page import LocationRow, location_row
from generator.pages.map.region_map import RegionMap
from generator.pages.page import Page

TABLE = f"{DATA}locations.csv"


@dataclass(frozen=True, slots=True)
class LocationIndexView:
    """Every location under the larger one around it."""

    rows: tuple[LocationRow, ...]
    incidents: int
    map: RegionMap | None


def location_index(
    archive: Archive, rows: Rows, downloads: tuple[Download, ...] = (), everywhere: RegionMap | None = None
) -> Page:
    """The page `/locations/`, with the table of all locations where it is among the `downloads`."""
    tops = sorted(
        (key for key, place in archive.locations.items() if not place.path),
        key=lambda key: archive.locations[key].location.name,
    )
    table = tuple(
        location_row(archive, rows, key, depth) for top in tops for key, depth in _descending(archive, top, 0)
    )
    view = LocationIndexView(table, len(archive.timeline.ordered), everywhere)
    return Page(
        LOCATIONS,
        "Locations",
        f"{wording.number_of(len(table), 'location', 'locations')} of this archive, with the incidents reported at each.",
        "locations.html.j2",
        view,
        data=tuple((file.media_type, file.title, file.address) for file in downloads if file.address == TABLE),
    )


def _descending(archive: Archive, key: str, depth: int) -> Iterator[tuple[str, int]]:
    """A location, then all within it, each with its depth."""
    yield key, depth
    for child in archive.locations[key].inside:
        yield from _descending(archive, child, depth + 1)
