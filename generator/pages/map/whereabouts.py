"""Where an incident or a location is, as far as it is known: a drawing, and in words what it shows and cannot show."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.archive.archive import Archive
from generator.model.location import IncidentLocation
from generator.pages.map.base_map import BaseMap
from generator.pages.map.ground import Atlas
from generator.pages.map.locator import Given, Locator, locator
from generator.pages.measures import rounded
from generator.pages.registry_name import location_link
from generator.texts.text import Text, say


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The drawing, if there is anything to draw, and what it cannot show, in words."""

    drawing: Locator | None
    notes: tuple[str, ...]


def whereabouts(archive: Archive, atlas: Atlas, keys: Sequence[str], others: Sequence[str] = ()) -> Whereabouts:
    """Where locations lie, and where some reports place the same incident instead."""
    wanted = [(key, False) for key in keys] + [(key, True) for key in others if key not in keys]
    given = [_given(archive, atlas.base_map, key, other) for key, other in wanted if key in archive.locations]
    drawing = locator(archive, atlas, given)
    if drawing is not None and not drawing.ground.known:
        # An area that cannot be drawn must not be said to be marked.
        given = [replace(entry, area=None) for entry in given]
        drawing = locator(archive, atlas, given)
    return Whereabouts(drawing, tuple(_notes(archive, given, drawing)))


Locate = Callable[[tuple[str, ...], tuple[str, ...]], Whereabouts]
"""Draws where some locations lie, and those where only other reports place the same incident."""


def locators(archive: Archive, base_map: BaseMap | None) -> Locate:
    """Draws where locations lie; pages about the same locations share one drawing."""
    atlas = Atlas(base_map)
    drawn: dict[tuple[tuple[str, ...], tuple[str, ...]], Whereabouts] = {}

    def locate(keys: tuple[str, ...], others: tuple[str, ...]) -> Whereabouts:
        if (keys, others) not in drawn:
            drawn[keys, others] = whereabouts(archive, atlas, keys, others)
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
        link = location_link(archive, entry.key)
        name: str = say("{location} (other reports)", location=link.text) if entry.other else link.text
        if entry.point is not None:
            yield _point_note(name, entry.point.uncertainty_km, ring=link in ringed)
        elif entry.area is None:
            yield say("{location} is not drawn: no point is recorded for it.", location=name)
        elif entry.area_key == entry.key:
            yield say("{location} is marked as an area: no point would be true.", location=name)
        else:
            yield say(
                "No point is recorded for {location}; the marked area is {area}, in which it lies.",
                location=name,
                area=location_link(archive, entry.area_key).text,
            )


def _point_note(name: str, km: float | None, *, ring: bool) -> Text:
    if not km:
        return say("How far {location} may lie from its point is not recorded.", location=name)
    if ring:
        return say("{location} lies within {km} km of its point, the dashed ring.", location=name, km=rounded(km))
    return say("{location} lies within {km} km of its point.", location=name, km=rounded(km))
