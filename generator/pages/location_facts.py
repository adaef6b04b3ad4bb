"""What is known of a location itself, in words: its point and how exact it is, or why it has none, and its codes elsewhere."""

from dataclasses import dataclass

from generator.model.location import AREAS_WITHOUT_POINT, Coordinates, Location
from generator.pages.measures import rounded
from generator.texts.text import say, say_as


@dataclass(frozen=True, slots=True)
class Code:
    """The same location in another register."""

    register: str
    code: str
    url: str
    """Where the register shows it; empty where it has no page for it."""


def point_words(point: Coordinates) -> str:
    """A point in words: `34.45° N, 40.92° E`."""
    lat, lon = rounded(abs(point.lat)), rounded(abs(point.lon))
    north = say("{degrees}° N", degrees=lat) if point.lat >= 0 else say("{degrees}° S", degrees=lat)
    east = say("{degrees}° E", degrees=lon) if point.lon >= 0 else say("{degrees}° W", degrees=lon)
    return say_as("position", "{latitude}, {longitude}", latitude=north, longitude=east)


def exactness(point: Coordinates | None) -> str:
    """How far the true position may lie from the point; empty where there is none."""
    if point is None:
        return ""
    if point.uncertainty_km is None:
        return say("How far the true position may lie from this point is not recorded.")
    return say("The true position lies within {km} km of this point.", km=rounded(point.uncertainty_km))


def no_point(location: Location) -> str:
    """Why a location has no point; empty where it has one."""
    if location.coordinates is not None:
        return ""
    if location.kind in AREAS_WITHOUT_POINT:
        return say(
            "An area: it is drawn as one and has no point, since a pin on its middle would say more than is known."
        )
    return say("No point is recorded for it.")


def codes_of(location: Location) -> tuple[Code, ...]:
    """Its codes in other registers, with links to those that show it."""
    ids = location.ids
    if ids is None:
        return ()
    codes = (
        ("ISO 3166", ids.iso3166, ""),
        (say("OCHA place code"), ids.pcode, ""),
        ("Wikidata", ids.wikidata, f"https://www.wikidata.org/wiki/{ids.wikidata}"),
        ("GeoNames", ids.geonames, f"https://www.geonames.org/{ids.geonames}"),
    )
    return tuple(Code(register, code, url) for register, code, url in codes if code)
