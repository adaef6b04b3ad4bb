"""The base map: coasts, borders, areas and rivers of a part of the world, as arcs that neighbours share."""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple

Point = tuple[float, float]
"""Longitude and latitude in degrees; in a drawing, units to the right and down."""
Line = tuple[Point, ...]
Ring = tuple[int, ...]
"""Numbers of arcs that close an outline; `~n` is arc n run backwards."""

THOUSANDTHS = 1000
"""The file's unit: a thousandth of a degree."""


class Box(NamedTuple):
    """A rectangle of longitudes and latitudes in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, other: "Box") -> bool:
        """Whether the other lies within it."""
        return (
            self.west <= other.west
            and self.south <= other.south
            and self.east >= other.east
            and self.north >= other.north
        )

    def meets(self, other: "Box") -> bool:
        """Whether the two share a point."""
        return not (
            self.west > other.east or self.east < other.west or self.south > other.north or self.north < other.south
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """A country or a first-level area."""

    code: str
    """ISO 3166 code, or empty."""
    name: str
    rings: tuple[Ring, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class BaseMap:
    """Natural Earth within a cover. Outside the cover it says nothing."""

    cover: Box
    arcs: tuple[Line, ...]
    boxes: tuple[Box, ...]
    """The extent of each arc."""
    land: tuple[Ring, ...]
    lakes: tuple[Ring, ...]
    countries: tuple[Shape, ...]
    areas: tuple[Shape, ...]
    """First-level areas, of some countries only."""
    borders: tuple[int, ...]
    """Arcs between two countries."""
    coast: tuple[int, ...]
    area_borders: tuple[int, ...]
    """Arcs between two first-level areas."""
    rivers: tuple[int, ...]

    def shape(self, code: str | None) -> Shape | None:
        """The country or area with an ISO 3166 code, where the cover holds it whole."""
        found = next((shape for shape in (*self.areas, *self.countries) if code and shape.code == code), None)
        return found if found is not None and self.cover.holds(found.box) else None


def base_map_of(text: str) -> BaseMap:
    """The base map a file holds, as `bin/base-map` writes it. Raises ValueError, KeyError or TypeError for any other."""
    data = json.loads(text)
    arcs = tuple(map(_arc, data["arcs"]))
    boxes = tuple(map(box_of, arcs))
    return BaseMap(
        Box(*map(float, data["cover"])),
        arcs,
        boxes,
        _rings(data["land"]),
        _rings(data["lakes"]),
        tuple(_shape(entry, boxes) for entry in data["countries"]),
        tuple(_shape(entry, boxes) for entry in data["areas"]),
        *(tuple(map(int, data[key])) for key in ("borders", "coast", "area_borders", "rivers")),
    )


def box_of(points: Iterable[Point]) -> Box:
    """The extent of some points, at least one."""
    lons, lats = zip(*points, strict=True)
    return Box(min(lons), min(lats), max(lons), max(lats))


def _arc(numbers: list[int]) -> Line:
    """Absolute first, then steps; longitude and latitude in turn."""
    lons, lats = accumulate(numbers[::2]), accumulate(numbers[1::2])
    return tuple((lon / THOUSANDTHS, lat / THOUSANDTHS) for lon, lat in zip(lons, lats, strict=True))


def _rings(rings: Any) -> tuple[Ring, ...]:
    return tuple(tuple(map(int, ring)) for ring in rings)


def _shape(entry: dict[str, Any], boxes: tuple[Box, ...]) -> Shape:
    rings = _rings(entry["rings"])
    parts = [boxes[arc if arc >= 0 else ~arc] for ring in rings for arc in ring]
    west, south = (min(part[side] for part in parts) for side in (0, 1))
    east, north = (max(part[side] for part in parts) for side in (2, 3))
    return Shape(str(entry["code"]), str(entry["name"]), rings, Box(west, south, east, north))


def shrinking(latitude: float) -> float:
    """How much shorter a degree of longitude is than one of latitude there; never nothing, so that poles can be drawn."""
    return max(math.cos(math.radians(latitude)), 0.05)
