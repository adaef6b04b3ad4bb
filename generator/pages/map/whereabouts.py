"""Where an incident or a location is, as far as it is known: a drawing, and in words what it shows and cannot show."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.archive.archive import Archive
from generator.model.location import IncidentLocation
from generator.pages.incident_row import location_link
from generator.pages.map.base_map import BaseMap
from generator.pages.map.locator import Given, Locator, locator


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The drawing, if there is anything to draw, and what it cannot show, in words."""

    drawing: Locator | None
    notes: tuple[str, ...]


def whereabouts(
    archive: Archive, base_map: BaseMap | None, keys: Sequence[str], others: Sequence[str] = ()
) -> Whereabouts:
    """Where locations lie, and where some reports place the same incident instead."""
    wanted = [(key, False) for key in keys] + [(key, True) for key in others if key not in keys]
    given = [_given(archive, base_map, key, other) for key, other in wanted if key in archive.locations]
    drawing = locator(archive, base_map, given)
    if drawing is not None and not drawing.ground.known:
        # An area that cannot be drawn must not be said to be marked.
        given = [replace(entry, area=None) for entry in given]
        drawing = locator(archive, base_map, given)
    return Whereabouts(drawing, tuple(_notes(archive, given, drawing)))


Locate = Callable[[tuple[str, ...], tuple[str, ...]], Whereabouts]
"""Draws where some locations lie, and those where only other reports place the same incident."""


def locators(archive: Archive, base_map: BaseMap | None) -> Locate:
    """Draws where locations lie; pages about the same locations share one drawing."""
    drawn: dict[tuple[tuple[str, ...], tuple[str, ...]], Whereabouts] = {}

    def locate(keys: tuple[str, ...], others: tuple[str, ...]) -> Whereabouts:
        if (keys, others) not in drawn:
            drawn[keys, others] = whereabouts(archive, base_map, keys, others)
        return drawn[keys, others]

    return locate


def located(locate: Locate, location: IncidentLocation) -> Whereabouts:
    """Where an incident is reported."""
    others = (key for other in location.alternatives for key in other.keys)
    return locate(location.keys, tuple(dict.fromkeys(others)))


def _given(archive: Archive, base_map: BaseMap | None, key: str, other: bool) -> Given:
    point = archive.locations[key].location.coordinates
    if point is None and base_map is not None:
        for around in (key, *archive.locations[key].path):
            ids = archive.locations[around].location.ids
            if ids and (shape := base_map.shape(ids.iso3166)):
                return Given(key, other, None, shape, around)
    return Given(key, other, point, None, "")


def _notes(archive: Archive, given: Iterable[Given], drawing: Locator | None) -> Iterator[str]:
    ringed = {spot.link for spot in drawing.spots if spot.ring} if drawing else set()
    for entry in given:
        name = archive.locations[entry.key].location.name
        if entry.other:
            name += " (other reports)"
        if entry.point is not None:
            km = entry.point.uncertainty_km
            yield (
                f"{name} lies within {km:g} km of its point{', the dashed ring' * (location_link(archive, entry.key) in ringed)}."
                if km
                else f"How far {name} may lie from its point is not recorded."
            )
        elif entry.area is None:
            yield f"{name} is not drawn: no point is recorded for it."
        elif entry.area_key == entry.key:
            yield f"{name} is marked as an area: no point would be true."
        else:
            around = archive.locations[entry.area_key].location.name
            yield f"No point is recorded for {name}; the marked area is {around}, in which it lies."
