"""What a map of many locations marks: each location, with those within it that lie too close to be told apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.location import Coordinates
from generator.pages.addresses import Link
from generator.pages.incident_row import Rows
from generator.pages.map.base_map import Point
from generator.pages.map.frame import RATIO, Frame
from generator.pages.map.lettering import shortened
from generator.pages.registry_name import location_link, registry_name
from generator.texts.text import Text, joined, say, say_number

WIDE = 540.0
"""Width in pixels of the drawing by which it is told which locations lie too close to each other."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is drawn at one point: a location, and those within it that lie too close to be told apart."""

    link: Link
    point: Point
    uncertainty_km: float
    number: int
    firm: int
    """Confirmed or corroborated."""
    with_it: tuple[str, ...]
    """Names of the locations within it that are counted here."""

    @property
    def name(self) -> str:
        """The location as the map shows it."""
        return shortened(self.link.text)

    @property
    def words(self) -> Text:
        """The mark read aloud."""
        location: str = self.link.text
        if self.with_it:
            location = say("{location}, with {others}", location=location, others=joined(", ", self.with_it))
        return say(
            "{location}: {incidents}, {firm} confirmed or corroborated",
            location=location,
            incidents=say_number(self.number, "{n} incident", "{n} incidents"),
            firm=self.firm,
        )


def places_of(archive: Archive, rows: Rows, frame: Frame, points: dict[str, Coordinates]) -> tuple[Place, ...]:
    """What is drawn: a location that cannot be told from a larger one around it is counted there. The largest first."""
    spots = {key: pixels(frame, (point.lon, point.lat), WIDE) for key, point in points.items()}
    held: dict[str, list[str]] = {}
    holders: dict[str, str] = {}
    for key in sorted(points, key=lambda key: (len(archive.locations[key].path), key)):
        around = (larger for larger in archive.locations[key].path if larger in points)
        holders[key] = next((holders[larger] for larger in around if _close(spots[key], spots[larger])), key)
        held.setdefault(holders[key], []).append(key)
    places = [
        _place(archive, rows, holder, points[holder], [key for key in group if key != holder])
        for holder, group in held.items()
    ]
    return tuple(sorted(places, key=lambda place: (-place.number, place.link.text, place.link.address)))


def _place(archive: Archive, rows: Rows, key: str, point: Coordinates, inside: Sequence[str]) -> Place:
    ids = dict.fromkeys(found for part in (key, *inside) for found in archive.locations[part].own)
    return Place(
        location_link(archive, key),
        (point.lon, point.lat),
        point.uncertainty_km or 0.0,
        len(ids),
        sum(rows[found].status in ("confirmed", "corroborated") for found in ids),
        tuple(registry_name(archive.locations[part].location) for part in inside),
    )


def _close(one: Point, other: Point) -> bool:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 < 24**2


def pixels(frame: Frame, point: Point, width: float) -> Point:
    """Where a point stands in a drawing so many pixels wide."""
    x, y = frame.place(point)
    return x * width / 100, y * width / RATIO / 100
