"""The list of all locations: the hierarchy with its counts."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.pages.addresses import DATA, LOCATIONS
from generator.pages.data_page import Download
from generator.pages.incident_row import Rows
from generator.pages.location_table import LocationTable, descending, location_table
from generator.pages.map.region_map import RegionMap
from generator.pages.page import Page
from generator.texts.text import say, say_number

TABLE = f"{DATA}locations.csv"


@dataclass(frozen=True, slots=True)
class LocationIndexView:
    """Every location under the larger one around it."""

    table: LocationTable
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
    places = [place for top in tops for place in descending(archive, top)]
    table = location_table(archive, rows, places)
    view = LocationIndexView(table, len(archive.timeline.ordered), everywhere)
    return Page(
        LOCATIONS,
        say("Locations"),
        say_number(
            len(places),
            "{n} location of this archive, with the incidents reported at it.",
            "{n} locations of this archive, with the incidents reported at each.",
        ),
        "locations.html.j2",
        view,
        data=tuple((file.media_type, file.title, file.address) for file in downloads if file.address == TABLE),
    )
