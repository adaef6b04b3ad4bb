"""A map of many locations: circles by number of incidents, each a link to its location."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.pages.addresses import Link
from generator.pages.incident_row import Rows
from generator.pages.map.base_map import BaseMap, Shape
from generator.pages.map.circles import TARGET, radii, sector, spread
from generator.pages.map.frame import Extent, Frame, frame_of
from generator.pages.map.ground import Ground, ground
from generator.pages.map.labels import CountryName, Disc, LabelSpot, country_names, labelled
from generator.pages.map.lettering import widest
from generator.pages.map.place import WIDE, Place, pixels, places_of
from generator.pages.map.scale_bar import ScaleBar, scale_bar, scale_corner
from generator.pages.registry_name import location_link
from generator.texts.text import say, say_number

LAYERS = (("narrow", 280.0, 13.0), ("middle", 340.0, 15.0), ("wide", WIDE, 20.0))
"""Name, least width of the drawing in pixels and radius of the largest circle; the style sheet shows the widest that fits.

In a drawing wider than the least, marks and words only move apart.
"""
MOST_MARKS = 30
LEAST_KM, MARGIN = 60.0, 0.12
UNITS = 720


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
    places = places_of(archive, rows, frame, pointed)
    shown = places[:most]
    drawn = ground(
        base_map,
        frame,
        width=UNITS,
        focus=countries(archive, base_map, pointed),
        areas=(area,) if area and base_map and area in base_map.areas else (),
    )
    scale = scale_bar(frame, (place.point for place in shown))
    languages = archive.settings.languages
    layers = tuple(_layer(shown, frame, drawn, scale, languages, layer) for layer in LAYERS)
    total = len({row for key in pointed for row in archive.locations[key].own})
    return RegionMap(
        drawn,
        layers,
        _rings(shown, layers[-1], frame),
        scale,
        say(
            "Map: {incidents} at {locations}",
            incidents=say_number(total, "{n} incident", "{n} incidents"),
            locations=say_number(len(pointed), "{n} location", "{n} locations"),
        ),
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


def _layer(
    places: Sequence[Place],
    frame: Frame,
    drawn: Ground,
    scale: ScaleBar,
    languages: Sequence[str],
    layer: tuple[str, float, float],
) -> Layer:
    name, width, largest = layer
    true = [pixels(frame, place.point, width) for place in places]
    sizes = radii([place.number for place in places], largest)
    stand = spread(true, sizes, width)
    discs = [
        Disc(x, y, size, f"{widest(place.name, languages)} {place.number}")
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
    names = country_names(drawn.outlines, drawn.width, width, taken, drawn.area_outlines, languages)
    return Layer(name, tuple(marks), names)


def _rings(places: Iterable[Place], wide: Layer, frame: Frame) -> tuple[tuple[float, float, float], ...]:
    """Rings of uncertainty that show around their circles."""
    found = []
    for place, mark in zip(places, wide.marks, strict=True):
        if place.uncertainty_km and frame.across(place.uncertainty_km) * WIDE / 100 > mark.radius + 1:
            found.append((mark.x, mark.y, round(frame.radius(place.uncertainty_km), 2)))
    return tuple(dict.fromkeys(found))
