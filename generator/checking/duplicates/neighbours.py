"""Neighbours in time and place: which incidents are near enough to be held against one another.

Every incident stands in cells of a location and a time, and looks into those around it, so that
ten thousand incidents are not held against ten thousand.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import cos, floor, hypot, radians

from generator.checking.references.circles import from_the_odd_one
from generator.model.dates import Edtf
from generator.model.location import AREAS_WITHOUT_POINT, Coordinates, Location
from generator.model.records import ancestors

NEAR_KM = 10.0
"""Two points at most so far apart may stand for one place."""
SLACK = timedelta(days=1)
"""A night has two days, and a report is often a day later than what it tells of."""
_NARROW_DAYS = 7
_WIDEST_DAYS = 62
_KM_A_DEGREE = 111.2

Cell = Hashable


@dataclass(frozen=True)
class Neighbourhood:
    """The gazetteer as neighbours: what lies around a location, and what lies within ten kilometres of it."""

    locations: Mapping[str, Location]

    @cached_property
    def around(self) -> Mapping[str, tuple[str, ...]]:
        """Keys of the larger locations around each, nearest first."""
        parent = {key: location.within for key, location in self.locations.items()}
        around = {key: ancestors(key, parent) for key in parent}
        circles = [(key, *larger) for key, larger in around.items() if larger and parent.get(larger[-1]) == key]
        for ring in circles:
            # Each would lie within all that lie within it; the circle has a finding of its own.
            parent[from_the_odd_one(ring, self.locations)[0]] = None
        return {key: ancestors(key, parent) for key in parent} if circles else around

    @cached_property
    def near(self) -> Mapping[str, frozenset[str]]:
        """Keys of the other locations whose point lies within ten kilometres of each one's own."""
        points = {key: one.coordinates for key, one in self.locations.items() if one.coordinates is not None}
        squares: dict[tuple[int, int], list[str]] = {}
        for key, point in points.items():
            squares.setdefault(_square(point), []).append(key)
        found: dict[str, set[str]] = {key: set() for key in points}
        for key, point in points.items():
            row, column = _square(point)
            # Towards the poles a degree of longitude is short, so a square reaches over more of them.
            reach = 1 + floor(1 / max(cos(radians(min(89.0, abs(point.lat) + 0.1))), 0.02))
            for there in ((row + y, column + x) for y in (-1, 0, 1) for x in range(-reach, reach + 1)):
                found[key].update(
                    other for other in squares.get(there, ()) if other != key and _km(point, points[other]) <= NEAR_KM
                )
        return {key: frozenset(others) for key, others in found.items()}

    def smallest(self, keys: tuple[str, ...]) -> frozenset[str]:
        """Those of some locations that hold no other of them."""
        return frozenset(key for key in keys if not any(key in self.around.get(other, ()) for other in keys))

    def is_area(self, key: str) -> bool:
        """Whether a location is so large that two incidents in it are not therefore near one another."""
        return key not in self.locations or self.locations[key].kind in (*AREAS_WITHOUT_POINT, "area", "airspace")


def _square(point: Coordinates) -> tuple[int, int]:
    size = NEAR_KM / _KM_A_DEGREE
    return floor(point.lat / size), floor(point.lon / size)


def _km(one: Coordinates, other: Coordinates) -> float:
    """The distance of two near points; over ten kilometres the curve of the earth does not matter."""
    east = (one.lon - other.lon) * cos(radians((one.lat + other.lat) / 2))
    return hypot(one.lat - other.lat, east) * _KM_A_DEGREE


def is_narrow(value: Edtf) -> bool:
    """Whether a date is known to within a week."""
    return value.lower is not None and value.upper is not None and (value.upper - value.lower).days <= _NARROW_DAYS


def cells_of(value: Edtf, keys: frozenset[str], around: Neighbourhood) -> Iterator[Cell]:
    """The cells in which an incident of a date stands, for each location it is at and each that this lies in."""
    for time in _times(value):
        for key in keys:
            yield ("at", key, time)
            for larger in around.around.get(key, ()):
                yield ("in", larger, time)


def cells_around(value: Edtf, keys: frozenset[str], around: Neighbourhood) -> Iterator[Cell]:
    """The cells in which those stand that an incident is to be held against."""
    places = {key: None for own in keys for key in (own, *around.near.get(own, ()), *around.around.get(own, ()))}
    for time in _times_around(value):
        for key in places:
            yield ("at", key, time)
        for key in keys:
            yield ("in", key, time)


def _times(value: Edtf) -> Iterator[tuple[str, int]]:
    """Its days, where it is known to within a week; and its months."""
    bounds = _bounds(value)
    if bounds is None:
        return
    first, last = bounds
    if is_narrow(value):
        yield from (("day", day) for day in range(first, last + 1))
    else:
        yield from (("loose", month) for month in _months(first, last))
    yield from (("month", month) for month in _months(first, last))


def _times_around(value: Edtf) -> Iterator[tuple[str, int]]:
    """With a day more on both sides: the days and the months of loose dates, and of a loose date all its months."""
    bounds = _bounds(value)
    if bounds is None:
        return
    first, last = bounds[0] - SLACK.days, bounds[1] + SLACK.days
    if is_narrow(value):
        yield from (("day", day) for day in range(first, last + 1))
        yield from (("loose", month) for month in _months(first, last))
    else:
        yield from (("month", month) for month in _months(first, last))


def _bounds(value: Edtf) -> tuple[int, int] | None:
    """The first and last day of a date as ordinals; None where it is not known to within two months."""
    if value.lower is None or value.upper is None or (value.upper - value.lower).days > _WIDEST_DAYS:
        return None
    return value.lower.toordinal(), value.upper.toordinal()


def _months(first: int, last: int) -> range:
    """The months from one day to another, counted from the year 0."""
    one, other = (date.fromordinal(min(max(day, 1), date.max.toordinal())) for day in (first, last))
    return range(one.year * 12 + one.month, other.year * 12 + other.month + 1)
