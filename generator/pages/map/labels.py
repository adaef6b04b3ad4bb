"""Where the words of a map stand, so that no two of them and no mark overlap; in pixels of a drawing of one width."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator.pages.map.base_map import Line, Point
from generator.pages.map.clipping import crossings, holds
from generator.pages.map.frame import RATIO
from generator.pages.map.ground import Outline
from generator.pages.map.lettering import LABEL, NAME, text_width, widest
from generator.texts.catalogue import ENGLISH

LINE = 17.0
"""Height of a line of labels, and how much of it stands above the baseline."""
ASCENT = 13.4
GAP = 4.0
EDGE = 1.0
SLANT = 0.72
FARTHER = 6.0
SHIFTS = (0, -0.12, 0.12, -0.25, 0.25, -0.38, 0.38, -0.5, 0.5)
NAME_SPACING = 1.3
"""Names of countries are set in spaced capitals."""

Anchor = Literal["start", "middle", "end"]


class Rect(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Rect") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Disc:
    """A round mark in pixels, with the words that belong to it."""

    x: float
    y: float
    radius: float
    words: str = ""

    @property
    def rect(self) -> Rect:
        """The square around it."""
        return Rect(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


@dataclass(frozen=True, slots=True)
class LabelSpot:
    """Where a label stands from the middle of its mark: `across` and `down` in radii of the mark, `dx` and `dy` in pixels more.

    So it keeps its distance from a mark that grows with the drawing.
    """

    across: float
    down: float
    dx: float
    dy: float
    anchor: Anchor
    """What of the baseline is at that point."""

    def x(self, radius: float) -> float:
        """The distance to the right of the middle of a mark, in pixels."""
        return round(self.across * radius + self.dx, 1)

    def y(self, radius: float) -> float:
        """The distance down from the middle of a mark, in pixels."""
        return round(self.down * radius + self.dy, 1)


def room(width: float) -> Rect:
    """The whole drawing, but for a narrow edge."""
    return Rect(EDGE, EDGE, width - EDGE, width / RATIO - EDGE)


def _inside(rect: Rect, whole: Rect) -> bool:
    return (
        rect.left >= whole.left and rect.top >= whole.top and rect.right <= whole.right and rect.bottom <= whole.bottom
    )


def _candidates(disc: Disc) -> Iterator[tuple[LabelSpot, Rect]]:
    """Beside, above and below a mark, the best legible first."""
    wide = text_width(disc.words, LABEL)
    base, cap = LABEL * 0.36, LABEL * 0.8
    spots = (
        LabelSpot(1, 0, GAP, base, "start"),
        LabelSpot(-1, 0, -GAP, base, "end"),
        LabelSpot(0, -1, 0, -GAP, "middle"),
        LabelSpot(0, 1, 0, GAP + cap, "middle"),
        LabelSpot(SLANT, -SLANT, GAP / 2, -GAP / 2, "start"),
        LabelSpot(SLANT, SLANT, GAP / 2, GAP / 2 + cap, "start"),
        LabelSpot(-SLANT, -SLANT, -GAP / 2, -GAP / 2, "end"),
        LabelSpot(-SLANT, SLANT, -GAP / 2, GAP / 2 + cap, "end"),
        *(
            LabelSpot(0, level, round(share * wide, 1), -GAP - more if level < 0 else GAP + cap + more, "middle")
            for more in (0, FARTHER)
            for share in SHIFTS
            for level in (-1, 1)
        ),
    )
    for spot in spots:
        left = disc.x + spot.x(disc.radius) - {"start": 0.0, "middle": wide / 2, "end": wide}[spot.anchor]
        top = disc.y + spot.y(disc.radius) - ASCENT
        yield spot, Rect(left, top, left + wide, top + LINE)


def labelled(
    discs: Sequence[Disc], width: float, taken: Iterable[Rect] = ()
) -> tuple[tuple[LabelSpot | None, ...], tuple[Rect, ...]]:
    """A spot for the label of each disc, the first discs served first, and the rectangles that marks and labels take.

    None where there is no room: words that would overlap are left out.
    """
    whole, filled, marks = room(width), list(taken), [disc.rect for disc in discs]
    spots: list[LabelSpot | None] = []
    for number, disc in enumerate(discs):
        others = (*filled, *marks[:number], *marks[number + 1 :])
        spot = None
        for candidate, rect in _candidates(disc) if disc.words else ():
            if _inside(rect, whole) and not any(map(rect.overlaps, others)):
                spot = candidate
                filled.append(rect)
                break
        spots.append(spot)
    return tuple(spots), (*filled, *marks)


@dataclass(frozen=True, slots=True)
class CountryName:
    """The name of a country; where its middle stands, in percent."""

    name: str
    x: float
    y: float


COLUMNS, ROWS = 12, 9


def country_names(
    outlines: Iterable[Outline],
    units: float,
    width: float,
    taken: Iterable[Rect],
    areas: Iterable[Line] = (),
    languages: Sequence[str] = (ENGLISH,),
) -> tuple[CountryName, ...]:
    """Names of countries where they lie inside, clear of all else and of `areas`; left out where there is no such place.

    `units` is the width of the drawing in the units of outlines and areas.
    """
    whole, filled, names = room(width), list(taken), []
    apart = [[(x * width / units, y * width / units) for x, y in area] for area in areas]
    for outline in outlines:
        name = widest(outline.name, languages)
        wide = text_width(name.upper(), NAME) + NAME_SPACING * len(name)
        best: tuple[float, float, Rect] | None = None
        clearest = 0.0
        scaled = ([(x * width / units, y * width / units) for x, y in ring] for ring in outline.rings)
        rings = [ring for ring in scaled if max(x for x, _ in ring) - min(x for x, _ in ring) > wide]
        if not rings:
            continue
        crossed = {y: [crossings(ring, y) for ring in rings] for y in _rows(width)}
        for x, y in _grid(width):
            rect = Rect(x - wide / 2, y - LINE * 0.6, x + wide / 2, y + LINE * 0.6)
            if not _inside(rect, whole):
                continue
            ring = next((ring for ring, at in zip(rings, crossed[y], strict=True) if _holds_all(at, rect)), None)
            if ring is None or any(map(rect.overlaps, filled)) or any(_touches(area, rect) for area in apart):
                continue
            if (free := _clearance((x, y), ring)) > clearest:
                best, clearest = (x, y, rect), free
        if best is not None:
            filled.append(best[2])
            names.append(
                CountryName(outline.name, round(100 * best[0] / width, 1), round(100 * best[1] * RATIO / width, 1))
            )
    return tuple(names)


def _rows(width: float) -> list[float]:
    return [row * width / RATIO / ROWS for row in range(1, ROWS)]


def _grid(width: float) -> Iterator[Point]:
    for y in _rows(width):
        for column in range(1, COLUMNS):
            yield column * width / COLUMNS, y


def _touches(area: Sequence[Point], rect: Rect) -> bool:
    corners = [(x, y) for x in (rect.left, rect.right) for y in (rect.top, rect.bottom)]
    inside = any(rect.left <= x <= rect.right and rect.top <= y <= rect.bottom for x, y in area)
    return inside or any(holds(area, corner) for corner in corners)


def _holds_all(crossed: Sequence[float], rect: Rect) -> bool:
    """Whether an outline that crosses the level of a rectangle's middle there holds both its ends and the middle."""
    return all(bisect_right(crossed, x) % 2 for x in (rect.left, (rect.left + rect.right) / 2, rect.right))


def _clearance(point: Point, ring: Sequence[Point]) -> float:
    return min((x - point[0]) ** 2 + (y - point[1]) ** 2 for x, y in ring)
