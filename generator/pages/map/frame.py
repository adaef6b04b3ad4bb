"""What part of the world a map shows, and where in it a point stands."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.map.base_map import Box, Point, shrinking

RATIO = 4 / 3
"""Width to height of every map; the style sheet gives drawings the same."""
KM_A_DEGREE = 111.195
"""Kilometres of a degree of latitude on a sphere of the Earth's mean radius."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A point with what is drawn around it, in kilometres."""

    point: Point
    around_km: float = 0.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of the equirectangular projection, true to scale at its middle latitude.

    Places are in percent of the drawing's width and height, from its upper left corner.
    """

    box: Box

    @property
    def shrink(self) -> float:
        """Length of a degree of longitude in degrees of latitude, at the middle of the map."""
        return shrinking((self.box.south + self.box.north) / 2)

    @property
    def width_km(self) -> float:
        """What the map's width spans."""
        return (self.box.east - self.box.west) * self.shrink * KM_A_DEGREE

    def place(self, point: Point) -> Point:
        """Where a point stands, in percent."""
        lon, lat = point
        west, south, east, north = self.box
        return 100 * (lon - west) / (east - west), 100 * (north - lat) / (north - south)

    def across(self, km: float) -> float:
        """A length in percent of the width."""
        return 100 * km / self.width_km

    def radius(self, km: float) -> float:
        """A radius in percent as SVG counts a circle's: of the root of the mean of squared width and height."""
        return self.across(km) * RATIO / math.sqrt((RATIO**2 + 1) / 2)


def frame_of(extents: Iterable[Extent], *, least_km: float, margin: float) -> Frame:
    """The frame that holds all extents, at least one, with a margin in shares of its size on every side."""
    boxes = []
    for extent in extents:
        lon, lat = extent.point
        up = extent.around_km / KM_A_DEGREE
        aside = up / shrinking(lat)
        boxes.append(Box(lon - aside, lat - up, lon + aside, lat + up))
    west, south = (min(box[side] for box in boxes) for side in (0, 1))
    east, north = (max(box[side] for box in boxes) for side in (2, 3))
    return _framed(Box(west, south, east, north), least_km, margin)


def _framed(box: Box, least_km: float, margin: float) -> Frame:
    middle = (box.west + box.east) / 2, (box.south + box.north) / 2
    shrink = shrinking(middle[1])
    wide = max(
        (box.east - box.west) * shrink / (1 - 2 * margin),
        (box.north - box.south) * RATIO / (1 - 2 * margin),
        least_km / KM_A_DEGREE,
    )
    aside, up = wide / shrink / 2, wide / RATIO / 2
    return Frame(Box(middle[0] - aside, middle[1] - up, middle[0] + aside, middle[1] + up))
