"""The drawing of one place or a few: each with the ring within which it lies, or the area beyond which nothing closer is known."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.location import Coordinates
from generator.pages.addresses import Link
from generator.pages.map.base_map import Point, Shape
from generator.pages.map.frame import RATIO, Extent, Frame, frame_of
from generator.pages.map.ground import Atlas, Ground
from generator.pages.map.labels import CountryName, Disc, LabelSpot, Rect, country_names, labelled
from generator.pages.map.lettering import shortened, widest
from generator.pages.map.region_map import countries
from generator.pages.map.scale_bar import ScaleBar, scale_bar, scale_corner
from generator.pages.registry_name import location_link, registry_name

WIDTH = 280.0
"""Width in pixels for which the words are set; wider drawings only have more room."""
LEAST_KM, RINGS = 160.0, 16
"""A locator is at least so wide, and at least so many times the radius of a ring."""
MARGIN = 0.16
UNITS = 420
DOT, NOT_HERE = 4.0, 3.0
MOST_TOWNS = 3
INSET_PX = 72.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with a point, in percent of the drawing."""

    link: Link
    name: str
    """As the map shows it."""
    x: float
    y: float
    ring: float
    """Radius of its uncertainty in percent as SVG counts a circle's; 0 where none is recorded or none would show."""
    reach: float
    """The same in percent of the width."""
    other: bool
    """Whether only some reports place the incident here."""
    label: LabelSpot | None


@dataclass(frozen=True, slots=True)
class Town:
    """A settlement named for orientation."""

    name: str
    x: float
    y: float
    label: LabelSpot


@dataclass(frozen=True, slots=True)
class Inset:
    """The country in a corner, with the place in it; `x` and `y` in units of a square of 100."""

    outline: str
    x: float
    y: float
    right: bool
    """Whether it stands in the upper right corner and not in the upper left."""


@dataclass(frozen=True, slots=True)
class Locator:
    """The drawing. It says nothing that the words beside it do not say."""

    ground: Ground
    spots: tuple[Spot, ...]
    towns: tuple[Town, ...]
    names: tuple[CountryName, ...]
    scale: ScaleBar
    inset: Inset | None


@dataclass(frozen=True, slots=True)
class Given:
    """A location to be drawn."""

    key: str
    other: bool
    point: Coordinates | None
    area: Shape | None
    """Where it has no point: itself or the closest location around it that the base map has as an area."""
    area_key: str


def locator(archive: Archive, atlas: Atlas, given: Sequence[Given]) -> Locator | None:
    """The drawing of some locations; None where none of them has a point or an area."""
    pointed = [(entry, entry.point) for entry in given if entry.point is not None]
    areas = {entry.area_key: entry.area for entry in given if entry.area is not None}
    if not pointed and not areas:
        return None
    rings = [point.uncertainty_km or 0.0 for _, point in pointed]
    extents = [Extent((point.lon, point.lat), ring) for (_, point), ring in zip(pointed, rings, strict=True)]
    for area in areas.values():
        extents += [Extent((area.box.west, area.box.south)), Extent((area.box.east, area.box.north))]
    frame = frame_of(extents, least_km=max(LEAST_KM, RINGS * max(rings, default=0)), margin=0.08 if areas else MARGIN)
    home = countries(archive, atlas.base_map, [entry.key for entry in given])
    marked = tuple(areas.values())
    drawn = atlas.ground(frame, width=UNITS, focus=home, areas=marked, tolerance=0.45 if areas else 0.8)
    inset = _inset(atlas, home, frame) if len(pointed) == len(given) else None
    return _labelled(archive, drawn, frame, pointed, inset)


def _inset(atlas: Atlas, home: Sequence[Shape], frame: Frame) -> Inset | None:
    """The country around a close map, where there is one country and the map shows no more than half its width."""
    if len(home) != 1 or (frame.box.east - frame.box.west) * 2 > home[0].box.east - home[0].box.west:
        return None
    outline, square = atlas.inset(home[0])
    middle = (frame.box.west + frame.box.east) / 2, (frame.box.south + frame.box.north) / 2
    x, y = square.place(middle)
    return Inset(outline, round(x), round(y), right=x < 50)


def _labelled(
    archive: Archive, drawn: Ground, frame: Frame, pointed: Sequence[tuple[Given, Coordinates]], inset: Inset | None
) -> Locator:
    languages = archive.settings.languages
    scale = scale_bar(frame, ((point.lon, point.lat) for _, point in pointed))
    taken = [scale_corner(scale, WIDTH)]
    if inset:
        left = WIDTH - INSET_PX - 6 if inset.right else 0.0
        taken.append(Rect(left, 0, left + INSET_PX + 6, INSET_PX + 6))
    links, discs, places, shown = [], [], [], list[float]()
    for entry, point in pointed:
        at = frame.place((point.lon, point.lat))
        reach = frame.across(point.uncertainty_km or 0) * WIDTH / 100
        places.append(at)
        shown.append(point.uncertainty_km if point.uncertainty_km and reach > DOT else 0.0)
        links.append(location_link(archive, entry.key))
        name = widest(shortened(links[-1].text), languages)
        discs.append(Disc(*_pixels(at), max(reach, DOT), name))
    labels, full = labelled(discs, WIDTH, taken)
    spots = tuple(
        Spot(
            link,
            shortened(link.text),
            round(x, 1),
            round(y, 1),
            round(frame.radius(ring), 2),
            round(frame.across(ring), 2),
            entry.other,
            label,
        )
        for link, (entry, _), (x, y), ring, label in zip(links, pointed, places, shown, labels, strict=True)
    )
    towns, full = _towns(archive, frame, {entry.key for entry, _ in pointed}, full)
    return Locator(
        drawn,
        spots,
        towns,
        country_names(drawn.outlines, drawn.width, WIDTH, full, drawn.area_outlines, languages),
        scale,
        inset,
    )


def _pixels(place: Point) -> Point:
    return place[0] * WIDTH / 100, place[1] * WIDTH / RATIO / 100


def _towns(
    archive: Archive, frame: Frame, drawn: set[str], taken: tuple[Rect, ...]
) -> tuple[tuple[Town, ...], tuple[Rect, ...]]:
    """The settlements of the gazetteer that stand in the frame, those with most incidents first, as far as there is room."""
    near = []
    for key, place in archive.locations.items():
        point = place.location.coordinates
        if place.location.kind != "settlement" or point is None or drawn & {key, *place.path}:
            continue
        if any(archive.locations[around].location.kind == "settlement" for around in place.path):
            continue
        x, y = frame.place((point.lon, point.lat))
        if 4 < x < 96 and 4 < y < 96:
            near.append((-len(place.all), shortened(registry_name(place.location)), (x, y)))
    towns: list[Town] = []
    for _, name, (x, y) in sorted(near):
        disc = Disc(*_pixels((x, y)), NOT_HERE, widest(name, archive.settings.languages))
        if any(disc.rect.overlaps(other) for other in taken):
            continue
        (label,), full = labelled([disc], WIDTH, taken)
        if label is not None and len(towns) < MOST_TOWNS:
            towns.append(Town(name, round(x, 1), round(y, 1), label))
            taken = full
    return tuple(towns), taken
