"""The bar that says how long so many kilometres are on a map."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.map.base_map import Point
from generator.pages.map.frame import RATIO, Frame
from generator.pages.map.labels import Rect
from generator.pages.measures import rounded
from generator.texts.text import say

LONGEST = 28.0
"""Percent of the map's width."""
CORNER_FROM = 75.0
"""Percent of its height."""


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A round number of kilometres and its length in percent of the map's width."""

    words: str
    length: float
    right: bool = False
    """Whether it stands in the lower right corner and not in the lower left."""


def scale_bar(frame: Frame, points: Iterable[Point] = ()) -> ScaleBar:
    """The longest bar of 1, 2 or 5 times a power of ten kilometres that is not too long for the map.

    It stands where fewer of the points are.
    """
    longest = frame.width_km * LONGEST / 100
    power = 10.0 ** len(f"{int(longest * 1000)}") / 10_000
    km = max((step for step in (power, 2 * power, 5 * power) if step <= longest), default=longest)
    low = [x for x, y in map(frame.place, points) if y > CORNER_FROM]
    left, right = sum(x < LONGEST for x in low), sum(x > 100 - LONGEST for x in low)
    return ScaleBar(say("{km} km", km=rounded(km)), round(frame.across(km), 2), right < left)


def scale_corner(bar: ScaleBar, width: float) -> Rect:
    """Where the bar and its words stand, in pixels of a drawing of this width."""
    wide = max(width * (bar.length + 4) / 100, 70)
    left = width - wide if bar.right else 0.0
    return Rect(left, width / RATIO - 30, left + wide, width / RATIO)
