"""Lines and outlines cut to a rectangle and thinned to what a drawing can show."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from generator.pages.map.base_map import Box, Line, Point


def thinned(points: Sequence[Point], tolerance: float) -> Line:
    """The points that matter (Douglas and Peucker): none left out lies farther than `tolerance` from the line.

    The ends stay, so that arcs which met still meet.
    """
    keep, spans = {0, len(points) - 1}, [(0, len(points) - 1)]
    limit = tolerance * tolerance
    while spans:
        first, last = spans.pop()
        far, at = limit, 0
        (ax, ay), (bx, by) = points[first], points[last]
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        for n in range(first + 1, last):
            px, py = points[n][0] - ax, points[n][1] - ay
            along = px * dx + py * dy
            if along >= length:
                px, py = px - dx, py - dy
            elif along > 0:
                px, py = px - dx * along / length, py - dy * along / length
            distance = px * px + py * py
            if distance > far:
                far, at = distance, n
        if at:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return tuple(points[n] for n in sorted(keep))


def clipped_line(points: Sequence[Point], box: Box) -> Iterator[Line]:
    """The pieces of a line within a rectangle (Liang and Barsky, segment by segment)."""
    piece: list[Point] = []
    for start, end in pairwise(points):
        inside = _segment(start, end, box)
        if inside is None:
            continue
        a, b = inside
        if piece and piece[-1] != a:
            yield tuple(piece)
            piece = []
        if not piece:
            piece.append(a)
        piece.append(b)
    if piece:
        yield tuple(piece)


def _segment(start: Point, end: Point, box: Box) -> tuple[Point, Point] | None:
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    enter, leave = 0.0, 1.0
    for step, room in ((-dx, x - box.west), (dx, box.east - x), (-dy, y - box.south), (dy, box.north - y)):
        if step == 0:
            if room < 0:
                return None
            continue
        share = room / step
        if step < 0:
            enter = max(enter, share)
        else:
            leave = min(leave, share)
        if enter > leave:
            return None

    def at(share: float) -> Point:
        return min(max(x + share * dx, box.west), box.east), min(max(y + share * dy, box.south), box.north)

    return at(enter), at(leave)


def clipped_ring(points: Sequence[Point], box: Box) -> Line:
    """An outline within a rectangle (Sutherland and Hodgman): closed along the rectangle's edge; empty where none is left."""
    ring = list(points)
    for axis, bound, sign in ((0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)):
        ring = _half(ring, _beyond(axis, bound, sign), axis, bound)
        if not ring:
            return ()
    return tuple(ring)


def _beyond(axis: int, bound: float, sign: int) -> Callable[[Point], bool]:
    return lambda point: sign * (point[axis] - bound) >= 0


def _half(ring: list[Point], inside: Callable[[Point], bool], axis: int, bound: float) -> list[Point]:
    kept: list[Point] = []
    for before, here in zip((ring[-1:] + ring)[: len(ring)], ring, strict=True):
        if inside(before) != inside(here):
            share = (bound - before[axis]) / (here[axis] - before[axis])
            other = before[1 - axis] + share * (here[1 - axis] - before[1 - axis])
            kept.append((bound, other) if axis == 0 else (other, bound))
        if inside(here):
            kept.append(here)
    return kept


def holds(ring: Sequence[Point], point: Point) -> bool:
    """Whether an outline holds a point."""
    x, y = point
    within = False
    for (ax, ay), (bx, by) in zip((*ring[-1:], *ring), ring, strict=False):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            within = not within
    return within
