"""Circles whose area is a number: how large they are, how they keep out of each other's way."""

import math
from collections.abc import Sequence

from generator.pages.map.base_map import Point
from generator.pages.map.frame import RATIO

OF_ONE = 5.0
"""Radius of a single incident in pixels, where no number is large."""
SMALLEST = 2.5
TARGET = 12.0
"""Half of the least width of what can be pressed."""
ROUNDS = 100
REVIEWED, AROUND = 10, 20.0
"""After so many rounds it is seen anew which circles stand within so many pixels of each other."""


def radii(numbers: Sequence[int], largest: float) -> tuple[float, ...]:
    """Radii in pixels, areas in proportion to the numbers; none above `largest`, none too small to see."""
    most = max(numbers, default=1)
    scale = min(OF_ONE, largest / math.sqrt(most))
    return tuple(round(max(scale * math.sqrt(number), SMALLEST), 1) for number in numbers)


def spread(points: Sequence[Point], sizes: Sequence[float], width: float) -> tuple[Point, ...]:
    """Points moved apart until no two circles overlap and each can be pressed alone; all stay in the drawing.

    Larger circles move less. In a drawing that cannot hold them all apart they end as far apart as it allows.
    """
    reach = [max(size + 1, TARGET) for size in sizes]
    edges = [(min(far, width / 2), min(far, width / RATIO / 2)) for far in reach]
    places = [_within(point, edge, width) for point, edge in zip(points, edges, strict=True)]
    for turn in range(ROUNDS):
        if turn % REVIEWED == 0:
            near = _near(places, reach)
        moved = False
        for n, m in near:
            (ax, ay), (bx, by) = places[n], places[m]
            apart = reach[n] + reach[m]
            dx, dy = bx - ax, by - ay
            if abs(dx) >= apart or abs(dy) >= apart or (distance := math.hypot(dx, dy)) >= apart - 0.01:
                continue
            push = apart - distance
            if distance < 0.01:
                way = 2.4 * (n + 3 * m)
                dx, dy, distance, push = math.cos(way), math.sin(way), 1.0, apart
            share = sizes[m] ** 2 / (sizes[n] ** 2 + sizes[m] ** 2)
            dx, dy = dx / distance * push, dy / distance * push
            places[n] = _within((ax - dx * share, ay - dy * share), edges[n], width)
            places[m] = _within((bx + dx * (1 - share), by + dy * (1 - share)), edges[m], width)
            moved = True
        if not moved and turn % REVIEWED == 0:
            break
    return tuple(places)


def _near(places: Sequence[Point], reach: Sequence[float]) -> list[tuple[int, int]]:
    """Pairs of circles that may meet before they are looked at again."""
    return [
        (n, m)
        for n, (ax, ay) in enumerate(places)
        for m, (bx, by) in enumerate(places[n + 1 :], n + 1)
        if abs(ax - bx) < reach[n] + reach[m] + AROUND and abs(ay - by) < reach[n] + reach[m] + AROUND
    ]


def _within(point: Point, edge: tuple[float, float], width: float) -> Point:
    return (
        min(max(point[0], edge[0]), width - edge[0]),
        min(max(point[1], edge[1]), width / RATIO - edge[1]),
    )


def sector(radius: float, share: float) -> str:
    """Path data of a share of a disc, clockwise from the top; empty for none of it and for the whole."""
    if not 0 < share < 1:
        return ""
    turn = 2 * math.pi * share
    x, y = round(radius * math.sin(turn), 1) + 0.0, round(-radius * math.cos(turn), 1) + 0.0
    return f"M0 0V{-radius:g}A{radius:g} {radius:g} 0 {int(share > 0.5)} 1 {x:g} {y:g}z"
