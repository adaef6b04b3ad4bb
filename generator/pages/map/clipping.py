"""Lines and outlines cut to a rectangle and thinned to what a drawing can show."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
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


def without_far_points(points: Sequence[Point], box: Box) -> Sequence[Point]:
    """The line without points that no drawing of the rectangle needs; within the rectangle it runs as before.

    Points one after another that all lie beyond the same edge are joined by a line that stays beyond it (the
    codes of Cohen and Sutherland), so only the first and the last of them matter.
    """
    west, south, east, north = box
    kept: list[Point] = []
    beyond = before = 0
    for point in points:
        x, y = point
        code = (x < west) | (x > east) << 1 | (y < south) << 2 | (y > north) << 3
        if beyond & code:
            kept[-1] = point
            beyond &= code
        else:
            kept.append(point)
            beyond = before & code
        before = code
    return kept


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
        ring = _half(ring, axis, bound, sign)
        if not ring:
            return ()
    return tuple(ring)


def _half(ring: list[Point], axis: int, bound: float, sign: int) -> list[Point]:
    inside = [sign * (point[axis] - bound) >= 0 for point in ring]
    if all(inside):
        return ring
    kept: list[Point] = []
    before, was_inside = ring[-1], inside[-1]
    for here, is_inside in zip(ring, inside, strict=True):
        if was_inside != is_inside:
            share = (bound - before[axis]) / (here[axis] - before[axis])
            other = before[1 - axis] + share * (here[1 - axis] - before[1 - axis])
            kept.append((bound, other) if axis == 0 else (other, bound))
        if is_inside:
            kept.append(here)
        before, was_inside = here, is_inside
    return kept


def crossings(ring: Sequence[Point], y: float) -> list[float]:
    """Where an outline crosses a level, from left to right: it holds what lies right of an odd number of crossings."""
    found = []
    ax, ay = ring[-1]
    for bx, by in ring:
        if (ay > y) != (by > y):
            found.append(ax + (y - ay) / (by - ay) * (bx - ax))
        ax, ay = bx, by
    return sorted(found)


def holds(ring: Sequence[Point], point: Point) -> bool:
    """Whether an outline, of at least one point, holds a point."""
    return bool(bisect_right(crossings(ring, point[1]), point[0]) % 2)
