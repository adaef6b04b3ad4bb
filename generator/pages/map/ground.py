"""The base map within a frame: finished path data, and where the names of countries stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.pages.map.base_map import BaseMap, Box, Line, Ring, Shape
from generator.pages.map.clipping import clipped_line, clipped_ring, thinned, without_far_points
from generator.pages.map.frame import RATIO, Frame
from generator.texts.country_words import country_words

INSET = 100
"""Units of the square in which the outline of a country is drawn."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A country or area as it stands within the frame, in units of the drawing."""

    name: str
    rings: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """Path data on a grid of `width` by `height` units, the whole frame. All empty where no borders are known."""

    width: int
    height: int
    land: str = ""
    focus: str = ""
    """The countries the map is about."""
    area: str = ""
    """The area or areas the map is about; drawn instead of a point."""
    lakes: str = ""
    coast: str = ""
    rivers: str = ""
    area_borders: str = ""
    borders: str = ""
    known: bool = False
    """Whether the base map covers the frame."""
    outlines: tuple[Outline, ...] = ()
    """The countries in the frame, for their names."""
    area_outlines: tuple[Line, ...] = ()
    """The areas the map is about, for what must keep clear of them."""


def ground(
    base_map: BaseMap | None,
    frame: Frame,
    *,
    width: int,
    focus: Iterable[Shape] = (),
    areas: Iterable[Shape] = (),
    tolerance: float = 0.7,
) -> Ground:
    """The base map within a frame, on a grid of so many units across; without borders where the map does not cover it.

    Lines keep within `tolerance` units of their true course.
    """
    height = round(width / RATIO)
    if base_map is None or not base_map.cover.holds(frame.box):
        return Ground(width, height)
    cut = _Cut(base_map, frame, width, height, tolerance)
    focus, areas = tuple(focus), tuple(areas)
    return Ground(
        width,
        height,
        cut.filled(base_map.land),
        cut.filled(ring for shape in focus for ring in shape.rings),
        cut.filled(ring for shape in areas for ring in shape.rings),
        cut.filled(base_map.lakes),
        cut.drawn(base_map.coast),
        cut.drawn(base_map.rivers),
        cut.drawn(base_map.area_borders),
        cut.drawn(base_map.borders),
        known=True,
        outlines=tuple(cut.outlines(base_map.countries)),
        area_outlines=tuple(outline for shape in areas for ring in shape.rings if (outline := cut.ring(ring))),
    )


class _Cut:
    """A frame laid over a base map: everything in units of the drawing."""

    def __init__(self, base_map: BaseMap, frame: Frame, width: int, height: int, tolerance: float) -> None:
        self._map, self._frame, self._tolerance = base_map, frame, tolerance
        self._edge = Box(0, 0, width, height)
        west, _, east, north = frame.box
        self._west, self._north = west, north
        self._across, self._down = width / (east - west), height / (north - frame.box.south)
        self._done: dict[int, Line] = {}

    def _arc(self, number: int) -> Line:
        """An arc in units, thinned to what can be seen; of one that lies wholly beside the frame, only the ends."""
        if number not in self._done:
            box, frame, points = self._map.boxes[number], self._frame.box, self._map.arcs[number]
            if box.east < frame.west or box.west > frame.east or box.north < frame.south or box.south > frame.north:
                points = (points[0], points[-1])
            elif not frame.holds(box):
                points = tuple(without_far_points(points, frame))
            units = [((lon - self._west) * self._across, (self._north - lat) * self._down) for lon, lat in points]
            self._done[number] = thinned(units, self._tolerance) if len(units) > 2 else tuple(units)
        return self._done[number]

    def ring(self, ring: Ring) -> Line:
        points = [point for arc in ring for point in (self._arc(arc) if arc >= 0 else self._arc(~arc)[::-1])[:-1]]
        return clipped_ring(points, self._edge) if len(points) > 2 else ()

    def filled(self, rings: Iterable[Ring]) -> str:
        return "".join(path_data(cut, closed=True) for ring in rings if (cut := self.ring(ring)))

    def drawn(self, arcs: Iterable[int]) -> str:
        near = (arc for arc in arcs if self._map.boxes[arc].meets(self._frame.box))
        return "".join(path_data(piece) for arc in near for piece in clipped_line(self._arc(arc), self._edge))

    def outlines(self, shapes: Iterable[Shape]) -> Iterator[Outline]:
        for shape in shapes:
            if shape.code and shape.box.meets(self._frame.box):
                rings = tuple(cut for ring in shape.rings if (cut := self.ring(ring)))
                if rings:
                    yield Outline(country_words(shape.code, shape.name), rings)


def path_data(points: Line, *, closed: bool = False) -> str:
    """The `d` of a path in whole units, in steps from point to point; empty where less than a unit is left."""
    grid = [(round(x), round(y)) for x, y in points]
    steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(grid) if (ax, ay) != (bx, by)]
    if len(steps) < (2 if closed else 1):
        return ""
    way = "".join(f"{' ' if n and dx >= 0 else ''}{dx}{' ' if dy >= 0 else ''}{dy}" for n, (dx, dy) in enumerate(steps))
    return f"M{grid[0][0]} {grid[0][1]}l{way}{'z' if closed else ''}"


class Atlas:
    """A base map with all that has been cut from it, so that drawings of one frame share one ground."""

    def __init__(self, base_map: BaseMap | None) -> None:
        self.base_map = base_map
        self._grounds: dict[object, Ground] = {}
        self._insets: dict[str, tuple[str, Frame]] = {}

    def ground(
        self, frame: Frame, *, width: int, focus: Sequence[Shape], areas: Sequence[Shape], tolerance: float = 0.7
    ) -> Ground:
        """The base map within a frame, as `ground` cuts it."""
        # Codes and names tell shapes apart without reading their outlines.
        named = tuple(tuple((shape.code, shape.name) for shape in shapes) for shapes in (focus, areas))
        key = (frame, width, named, tolerance)
        if key not in self._grounds:
            self._grounds[key] = ground(
                self.base_map, frame, width=width, focus=focus, areas=areas, tolerance=tolerance
            )
        return self._grounds[key]

    def inset(self, shape: Shape) -> tuple[str, Frame]:
        """A country's outline in a small square, and the frame that places points in it."""
        if self.base_map is None:
            raise ValueError("a shape without its base map")
        if shape.code not in self._insets:
            self._insets[shape.code] = _inset_outline(self.base_map, shape)
        return self._insets[shape.code]


def _inset_outline(base_map: BaseMap, shape: Shape) -> tuple[str, Frame]:
    west, south, east, north = shape.box
    middle = (west + east) / 2, (south + north) / 2
    shrink = Frame(shape.box).shrink
    half = max((east - west) * shrink, north - south) / 2 * 1.06
    frame = Frame(Box(middle[0] - half / shrink, middle[1] - half, middle[0] + half / shrink, middle[1] + half))
    return _Cut(base_map, frame, INSET, INSET, 1.2).filled(shape.rings), frame
