"""A map of many locations: circles by number of incidents, each a link to its location."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.location import Coordinates
from generator.pages.addresses import Link
from generator.pages.incident_row import Rows, location_link
from generator.pages.map.base_map import BaseMap, Point, Shape
from generator.pages.map.circles import TARGET, radii, sector, spread
from generator.pages.map.frame import RATIO, Extent, Frame, frame_of
from generator.pages.map.ground import Ground, ground
from generator.pages.map.labels import CountryName, Disc, LabelSpot, country_names, labelled, shortened
from generator.pages.map.scale_bar import ScaleBar, scale_bar, scale_corner
from generator.pages.wording import number_of

WIDE = 540.0
LAYERS = (("narrow", 280.0, 13.0), ("middle", 340.0, 15.0), ("wide", WIDE, 20.0))
"""Name, least width of the drawing in pixels and radius of the largest circle; the style sheet shows the widest that fits.

In a drawing wider than the least, marks and words only move apart.
"""
MOST_MARKS = 30
LEAST_KM, MARGIN = 60.0, 0.12
UNITS = 720


@dataclass(frozen=True, slots=True)
class Place:
    """What is drawn at one point: a location, and those within it that lie too close to be told apart."""

    link: Link
    point: Point
    uncertainty_km: float
    number: int
    firm: int
    """Confirmed or corroborated."""
    with_it: tuple[str, ...]
    """Names of the locations within it that are counted here."""

    @property
    def name(self) -> str:
        """The location as the map shows it."""
        return shortened(self.link.text)

    @property
    def words(self) -> str:
        """The mark read aloud."""
        more = f", with {', '.join(self.with_it)}" if self.with_it else ""
        return f"{self.link.text}{more}: {number_of(self.number, 'incident', 'incidents')}, {self.firm} confirmed or corroborated"


@dataclass(frozen=True, slots=True)
class Mark:
    """One circle. `x` and `y`, in percent, are the true place; `dx` and `dy`, in pixels, how far the circle stands beside it."""

    place: Place
    x: float
    y: float
    dx: float
    dy: float
    radius: float
    sector: str
    """Path data of the part confirmed or corroborated; empty for none and for all."""
    label: LabelSpot | None

    @property
    def beside(self) -> bool:
        """Whether the circle stands so far from its place that a line leads to it."""
        return abs(self.dx) + abs(self.dy) > 2

    @property
    def reach(self) -> float:
        """Radius of what can be pressed, and of the ring that shows the focus around the circle."""
        return max(TARGET, round(self.radius + 3, 1))

    @property
    def whole(self) -> bool:
        """Whether every incident is confirmed or corroborated."""
        return self.place.firm == self.place.number


@dataclass(frozen=True, slots=True)
class Layer:
    """Marks and words for drawings from one width on."""

    name: str
    marks: tuple[Mark, ...]
    names: tuple[CountryName, ...]


@dataclass(frozen=True, slots=True)
class RegionMap:
    """The whole drawing, and what it leaves out."""

    ground: Ground
    layers: tuple[Layer, ...]
    """The narrowest first."""
    rings: tuple[tuple[float, float, float], ...]
    """Dashed rings: place in percent, radius in percent as SVG counts it."""
    scale: ScaleBar
    summary: str
    unplaced: tuple[Link, ...]
    """Locations without a point that have incidents of their own, with the number as the note."""
    unmarked: int
    """Locations that have a point and fewer incidents than the ones drawn."""
    rolled: bool
    """Whether a mark counts more than one location."""
    moved: bool
    """Whether a mark stands beside its place."""


def region_map(
    archive: Archive,
    rows: Rows,
    base_map: BaseMap | None,
    keys: Iterable[str],
    *,
    area: Shape | None = None,
    most: int = MOST_MARKS,
) -> RegionMap | None:
    """The map of some locations; None where none of them has both a point and an incident of its own.

    `area` is the country or area the map is about: the map holds the whole of it, and marks it if it is no country.
    Of more than `most` marks the largest are drawn.
    """
    known = [key for key in keys if archive.locations[key].own]
    pointed = {key: point for key in known if (point := archive.locations[key].location.coordinates)}
    if not pointed:
        return None
    extents = [Extent((point.lon, point.lat), point.uncertainty_km or 0) for point in pointed.values()]
    if area is not None:
        extents += [Extent((area.box.west, area.box.south)), Extent((area.box.east, area.box.north))]
    frame = frame_of(extents, least_km=LEAST_KM, margin=0.03 if area else MARGIN)
    places = _places(archive, rows, frame, pointed)
    shown = places[:most]
    drawn = ground(
        base_map,
        frame,
        width=UNITS,
        focus=countries(archive, base_map, pointed),
        areas=(area,) if area and base_map and area in base_map.areas else (),
    )
    scale = scale_bar(frame, (place.point for place in shown))
    layers = tuple(_layer(shown, frame, drawn, scale, *layer) for layer in LAYERS)
    total = len({row for key in pointed for row in archive.locations[key].own})
    return RegionMap(
        drawn,
        layers,
        _rings(shown, layers[-1], frame),
        scale,
        f"Map: {number_of(total, 'incident', 'incidents')} at {number_of(len(pointed), 'location', 'locations')}",
        tuple(_counted(archive, key) for key in known if key not in pointed),
        len(places) - len(shown),
        any(place.with_it for place in shown),
        any(mark.beside for layer in layers for mark in layer.marks),
    )


def countries(archive: Archive, base_map: BaseMap | None, keys: Iterable[str]) -> tuple[Shape, ...]:
    """The countries in which locations lie, as far as the base map holds them whole."""
    if base_map is None:
        return ()
    around = dict.fromkeys(larger for key in keys for larger in (key, *archive.locations[key].path))
    found = (archive.locations[key].location for key in around)
    codes = (place.ids.iso3166 for place in found if place.kind == "country" and place.ids)
    return tuple(shape for code in codes if (shape := base_map.shape(code)))


def _counted(archive: Archive, key: str) -> Link:
    link = location_link(archive, key)
    return Link(link.text, link.address, str(len(archive.locations[key].own)))


def _places(archive: Archive, rows: Rows, frame: Frame, points: dict[str, Coordinates]) -> tuple[Place, ...]:
    """What is drawn: a location that cannot be told from a larger one around it is counted there. The largest first."""
    spots = {key: _pixels(frame, (point.lon, point.lat), WIDE) for key, point in points.items()}
    held: dict[str, list[str]] = {}
    holders: dict[str, str] = {}
    for key in sorted(points, key=lambda key: (len(archive.locations[key].path), key)):
        around = (larger for larger in archive.locations[key].path if larger in points)
        holders[key] = next((holders[larger] for larger in around if _close(spots[key], spots[larger])), key)
        held.setdefault(holders[key], []).append(key)
    places = [
        _place(archive, rows, holder, points[holder], [key for key in group if key != holder])
        for holder, group in held.items()
    ]
    return tuple(sorted(places, key=lambda place: (-place.number, place.link.text, place.link.address)))


def _place(archive: Archive, rows: Rows, key: str, point: Coordinates, inside: Sequence[str]) -> Place:
    ids = dict.fromkeys(found for part in (key, *inside) for found in archive.locations[part].own)
    return Place(
        location_link(archive, key),
        (point.lon, point.lat),
        point.uncertainty_km or 0.0,
        len(ids),
        sum(rows[found].status in ("confirmed", "corroborated") for found in ids),
        tuple(archive.locations[part].location.name for part in inside),
    )


def _close(one: Point, other: Point) -> bool:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 < 24**2


def _pixels(frame: Frame, point: Point, width: float) -> Point:
    x, y = frame.place(point)
    return x * width / 100, y * width / RATIO / 100


def _layer(
    places: Sequence[Place], frame: Frame, drawn: Ground, scale: ScaleBar, name: str, width: float, largest: float
) -> Layer:
    true = [_pixels(frame, place.point, width) for place in places]
    sizes = radii([place.number for place in places], largest)
    stand = spread(true, sizes, width)
    discs = [
        Disc(x, y, size, f"{place.name} {place.number}")
        for (x, y), size, place in zip(stand, sizes, places, strict=True)
    ]
    spots, taken = labelled(discs, width, (scale_corner(scale, width),))
    marks = []
    for place, spot, size, (x, y), (tx, ty) in zip(places, spots, sizes, stand, true, strict=True):
        at = frame.place(place.point)
        share = place.firm / place.number
        marks.append(
            Mark(
                place,
                round(at[0], 2),
                round(at[1], 2),
                round(x - tx, 1),
                round(y - ty, 1),
                size,
                sector(size, share),
                spot,
            )
        )
    return Layer(name, tuple(marks), country_names(drawn.outlines, drawn.width, width, taken, drawn.area_outlines))


def _rings(places: Iterable[Place], wide: Layer, frame: Frame) -> tuple[tuple[float, float, float], ...]:
    """Rings of uncertainty that show around their circles."""
    found = []
    for place, mark in zip(places, wide.marks, strict=True):
        if place.uncertainty_km and frame.across(place.uncertainty_km) * WIDE / 100 > mark.radius + 1:
            found.append((mark.x, mark.y, round(frame.radius(place.uncertainty_km), 2)))
    return tuple(dict.fromkeys(found))
