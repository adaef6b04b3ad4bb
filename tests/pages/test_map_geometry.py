"""Maps as pure geometry: projection, frame, clipping, thinning, and the base map cut to a frame."""

import itertools
import math
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from synthetic_map import synthetic_map

from generator.pages.map.base_map import Box
from generator.pages.map.clipping import clipped_line, clipped_ring, holds, thinned, without_far_points
from generator.pages.map.frame import RATIO, Extent, Frame, frame_of
from generator.pages.map.ground import Atlas, ground, path_data
from generator.pages.map.scale_bar import LONGEST, scale_bar

LON, LAT = st.floats(-170, 170), st.floats(-75, 75)
POINTS = st.tuples(LON, LAT)
EXTENTS = st.lists(st.builds(Extent, POINTS, st.floats(0, 300)), min_size=1, max_size=12)
NEAR = st.tuples(st.floats(-50, 150), st.floats(-50, 150))
LINES = st.lists(NEAR, min_size=2, max_size=25)
WINDOW = Box(0, 0, 100, 75)


@given(EXTENTS, st.floats(1, 500), st.floats(0, 0.3))
def test_all_that_is_asked_for_is_in_the_frame(extents: list[Extent], least_km: float, margin: float) -> None:
    """Every point stands within the frame, no nearer to its edge than the margin, and the frame is no narrower than asked."""
    frame = frame_of(extents, least_km=least_km, margin=margin)
    edge = 100 * margin - 1e-6
    for extent in extents:
        x, y = frame.place(extent.point)
        assert edge <= x <= 100 - edge
        assert edge <= y <= 100 - edge
    assert frame.width_km >= least_km * (1 - 1e-9)


@given(EXTENTS, st.floats(1, 500))
def test_a_degree_is_as_long_across_as_down(extents: list[Extent], least_km: float) -> None:
    """At the middle of a map a kilometre to the east is drawn as long as a kilometre to the north."""
    frame = frame_of(extents, least_km=least_km, margin=0.1)
    _, south, _, north = frame.box
    down_km = (north - south) * 111.195
    assert frame.width_km == pytest.approx(down_km * RATIO, rel=1e-9)


@given(st.floats(0.1, 500), st.floats(0.1, 500), EXTENTS)
def test_rings_grow_with_their_kilometres(one: float, other: float, extents: list[Extent]) -> None:
    """The radius of a ring is in proportion to its kilometres, and in a drawing of any size as long as the scale bar says."""
    frame = frame_of(extents, least_km=100, margin=0.1)
    assert frame.radius(one) / frame.radius(other) == pytest.approx(one / other)
    width, height = 640.0, 640.0 / RATIO
    drawn = frame.radius(one) / 100 * math.sqrt((width**2 + height**2) / 2)
    assert drawn == pytest.approx(frame.across(one) / 100 * width)


@given(EXTENTS, st.floats(2, 4000))
def test_the_scale_bar_is_round_and_fits(extents: list[Extent], least_km: float) -> None:
    """The bar stands for 1, 2 or 5 times a power of ten kilometres and takes between a tenth and the allowed share of the width."""
    frame = frame_of(extents, least_km=least_km, margin=0.1)
    bar = scale_bar(frame)
    km = float(bar.words.removesuffix(" km"))
    assert f"{km:e}"[0] in "125"
    assert bar.length == pytest.approx(frame.across(km), abs=0.01)
    assert LONGEST * 0.38 <= bar.length <= LONGEST + 0.01


@given(LINES)
def test_a_clipped_line_stays_in_the_window(points: list[tuple[float, float]]) -> None:
    """No piece of a clipped line leaves the window, and each of its points lies on the line."""
    for piece in clipped_line(points, WINDOW):
        assert len(piece) >= 2
        for x, y in piece:
            assert 0 <= x <= 100
            assert 0 <= y <= 75
            assert min(_distance((x, y), a, b) for a, b in itertools.pairwise(points)) < 1e-6


@given(LINES)
def test_a_clipped_ring_stays_in_the_window(points: list[tuple[float, float]]) -> None:
    """No point of a clipped outline leaves the window."""
    assert all(-1e-9 <= x <= 100 + 1e-9 and -1e-9 <= y <= 75 + 1e-9 for x, y in clipped_ring(points, WINDOW))


@given(st.floats(5, 95), st.floats(5, 70), st.floats(1, 120), st.integers(3, 20))
def test_clipping_an_outline_keeps_what_it_holds(x: float, y: float, size: float, corners: int) -> None:
    """A point of the window is within the clipped outline if and only if it was within the whole one."""
    ring = [
        (x + size * math.cos(2 * math.pi * n / corners), y + size * math.sin(2 * math.pi * n / corners))
        for n in range(corners)
    ]
    cut = clipped_ring(ring, WINDOW)
    for point in [(10.01, 10.02), (50.03, 40.04), (89.05, 71.06), (33.07, 66.08)]:
        assume(min(_distance(point, a, b) for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)) > 1e-6)
        assert holds(cut, point) is holds(ring, point)


@given(LINES, st.floats(0.01, 20))
def test_thinning_keeps_the_ends_and_the_course(points: list[tuple[float, float]], tolerance: float) -> None:
    """The ends stay, what stays was there before, and what is left out lies within the tolerance of the thinned line."""
    kept = thinned(points, tolerance)
    assert (kept[0], kept[-1]) == (points[0], points[-1])
    assert set(kept) <= set(points)
    for point in points:
        assert min(_distance(point, a, b) for a, b in itertools.pairwise(kept)) <= tolerance + 1e-9


def _distance(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length)) if length > 1e-12 else 0.0
    return math.hypot(point[0] - a[0] - along * dx, point[1] - a[1] - along * dy)


@given(st.floats(-4, 24), st.floats(-4, 14), st.floats(20, 600))
def test_the_ground_stays_in_its_frame(lon: float, lat: float, km: float) -> None:
    """No path of the base map leaves the grid of the drawing, wherever the frame lies."""
    frame = frame_of([Extent((lon, lat))], least_km=km, margin=0)
    base_map = synthetic_map()
    cut = ground(base_map, frame, width=400, focus=base_map.countries, areas=base_map.areas)
    for path in (cut.land, cut.focus, cut.area, cut.lakes, cut.coast, cut.rivers, cut.area_borders, cut.borders):
        for x, y in _points(path):
            assert 0 <= x <= 400
            assert 0 <= y <= 300


def _points(path: str) -> list[tuple[int, int]]:
    points = []
    for part in path.split("M")[1:]:
        numbers = list(map(int, re.findall(r"-?\d+", part)))
        x, y = numbers[:2]
        points.append((x, y))
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
    return points


def test_the_ground_of_a_frame() -> None:
    """Land is filled within the frame, the border runs through it from edge to edge, and what lies beside is left out."""
    frame = Frame(Box(8, 4, 12, 7))
    cut = ground(synthetic_map(), frame, width=400, focus=(synthetic_map().shape("XW"),), areas=())
    assert cut.known
    assert _points(cut.borders) == [(200, 300), (200, 0)]
    assert set(_points(cut.land)) == {(0, 0), (400, 0), (400, 300), (0, 300)}
    assert set(_points(cut.focus)) == {(0, 0), (200, 0), (200, 300), (0, 300)}
    assert (cut.area, cut.lakes, cut.coast, cut.rivers, cut.area_borders) == ("", "", "", "", "")
    assert [outline.name for outline in cut.outlines] == ["Synthetia", "Fictonia"]


def test_a_frame_beyond_the_cover_has_no_borders() -> None:
    """A map that reaches beyond the base map's cover, or has no base map, shows no border at all and not half of them."""
    beyond = ground(synthetic_map(), Frame(Box(25, 4, 33, 10)), width=400)
    assert (beyond.known, beyond.land, beyond.borders) == (False, "", "")
    assert ground(None, Frame(Box(8, 4, 12, 7)), width=400) == ground(None, Frame(Box(0, 0, 4, 3)), width=400)


def test_a_shape_is_whole_or_not_there() -> None:
    """A country or area is found by its code, and only where the cover holds all of it."""
    base_map = synthetic_map()
    assert base_map.shape("XW-B") == base_map.areas[1]
    assert [base_map.shape(code) for code in ("YY", "", None)] == [None, None, None]
    assert base_map.shape("XE") == base_map.countries[1]
    assert (
        base_map.__class__(Box(-5, -5, 15, 15), *[getattr(base_map, n) for n in list(base_map.__slots__)[1:]]).shape(
            "XE"
        )
        is None
    )


@pytest.mark.parametrize(
    ("points", "closed", "path"),
    [
        (((0.2, 0.4), (10.4, 0.2), (10.4, 20.1)), False, "M0 0l10 0 0 20"),
        (((5, 5), (3, 2), (9, 1)), True, "M5 5l-2-3 6-1z"),
        (((1, 1), (1.2, 1.3)), False, ""),
        (((1, 1), (2, 2)), True, ""),
    ],
)
def test_path_data(points: tuple[tuple[float, float], ...], closed: bool, path: str) -> None:
    """A path is whole units in steps; one that shrinks to less than a unit is left out."""
    assert path_data(points, closed=closed) == path


@given(st.lists(st.tuples(st.floats(-60, 60), st.floats(-60, 60)), min_size=2, max_size=40))
def test_points_far_outside_change_nothing_within(points: list[tuple[float, float]]) -> None:
    """A line without the points that no drawing of a rectangle needs has the same pieces within the rectangle."""
    box = Box(-10, -10, 10, 10)
    left = without_far_points(points, box)
    assert set(left) <= set(points)
    assert list(clipped_line(left, box)) == list(clipped_line(points, box))


def test_points_beyond_one_edge_are_left_out() -> None:
    """Of points one after another beyond one edge the first and the last stay; a turn around a corner keeps its corner."""
    box = Box(0, 0, 10, 10)
    beside = [(5, 5), (20, 5), (30, 9), (40, 2), (20, 6), (5, 6)]
    assert without_far_points(beside, box) == [(5, 5), (20, 5), (20, 6), (5, 6)]
    around = [(-5, 5), (-5, 20), (5, 20), (20, 20), (20, 5)]
    assert without_far_points(around, box) == [(-5, 5), (-5, 20), (20, 20), (20, 5)]


def test_one_frame_is_cut_once() -> None:
    """Drawings of one frame share one ground; another focus or tolerance has one of its own."""
    atlas, frame = Atlas(synthetic_map()), Frame(Box(4, 2, 16, 11))
    first = atlas.ground(frame, width=420, focus=(), areas=())
    assert atlas.ground(frame, width=420, focus=(), areas=()) is first
    assert first == ground(synthetic_map(), frame, width=420)
    assert atlas.ground(frame, width=420, focus=synthetic_map().countries[:1], areas=()) is not first
    assert atlas.ground(frame, width=420, focus=(), areas=(), tolerance=0.1) is not first
