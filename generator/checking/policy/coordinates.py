"""Coordinates that fit those around them: a point lies where its parent lies, and not with its numbers swapped."""

from collections.abc import Iterator, Mapping
from math import asin, cos, radians, sin, sqrt

from generator.checking.checked import Checked
from generator.model.location import Coordinates, Location
from generator.model.records import ancestors
from generator.reading.finding import Edit, Finding, Rule, Suggestion

OUTSIDE_PARENT = Rule(
    "P422",
    "outside-parent",
    "warning",
    "the point lies {distance} km from that of `{parent}`, in which the location lies: at most {allowed} km fit",
    "one of the two points or `within` is wrong, and the map would show the incident elsewhere",
    "within: north-harbour\ncoordinates: {lat: 35.1, lon: 42.5, basis: map}\n",
    "within: north-harbour\ncoordinates: {lat: 35.1, lon: 40.5, basis: map}\n",
)
SWAPPED = Rule(
    "P423",
    "coordinates-swapped",
    "warning",
    "the point lies {distance} km from every other in {area}; with `lat` and `lon` swapped it lies among them",
    "two numbers in the wrong order put a place into another country",
    "coordinates: {lat: 40.32, lon: 35.33, basis: map}\n",
    "coordinates: {lat: 35.33, lon: 40.32, basis: map}\n",
)
FAR_AWAY = Rule(
    "P424",
    "far-from-country",
    "warning",
    "the point lies {distance} km from every other in {area}",
    "a slip in one number puts a place into another country",
    "coordinates: {lat: 53.33, lon: 40.32, basis: map}\n",
    "coordinates: {lat: 35.33, lon: 40.32, basis: map}\n",
)
COORDINATE_RULES = (OUTSIDE_PARENT, SWAPPED, FAR_AWAY)

_EARTH_KM = 6371.0
_ROUNDING_KM = 2.0
"""Two points with two decimals each may be this far apart and mean the same."""
_REACH_KM = {"settlement": 25.0, "admin3": 60.0, "site": 15.0, "base": 15.0, "area": 100.0, "airspace": 500.0}
"""How far a location of a kind may reach from its point, where it does not say so itself; wide on purpose."""
_FEWEST_OTHERS = 3
_FAR_KM = 500.0
_FAR_IN_PROVINCE_KM = 200.0
_NEAR_KM = 150.0


def check_coordinates(checked: Checked) -> Iterator[Finding]:
    """Every finding about points that do not fit one another."""
    locations = checked.records.locations
    points = {key: location.coordinates for key, location in locations.items() if location.coordinates}
    parents = {key: location.within for key, location in locations.items()}
    for key, point in points.items():
        found = _outside_parent(checked, key, point, locations) or _away(checked, key, points, parents)
        if found is not None:
            yield found


def kilometres(one: Coordinates, lat: float, lon: float) -> float:
    """The great-circle distance from a point to a latitude and longitude."""
    north, other = radians(one.lat), radians(lat)
    half = sin((other - north) / 2) ** 2 + cos(north) * cos(other) * sin(radians(lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(half, 1.0)))


def _around(key: str, locations: Mapping[str, Location], parents: Mapping[str, str | None], kind: str) -> str | None:
    """The nearest location of a kind around another."""
    around = ancestors(key, parents)
    return next((each for each in around if each in locations and locations[each].kind == kind), None)


def _outside_parent(
    checked: Checked, key: str, point: Coordinates, locations: Mapping[str, Location]
) -> Finding | None:
    parent_key = locations[key].within
    parent = locations.get(parent_key) if parent_key else None
    if parent is None or parent.coordinates is None:
        return None
    reach = _REACH_KM.get(parent.kind, 0.0)
    allowed = max(parent.coordinates.uncertainty_km or 0.0, reach) + (point.uncertainty_km or 0.0) + _ROUNDING_KM
    distance = kilometres(parent.coordinates, point.lat, point.lon)
    if distance <= allowed:
        return None
    return checked.finding(
        OUTSIDE_PARENT,
        "location",
        key,
        ("coordinates",),
        distance=round(distance),
        parent=parent.key,
        allowed=round(allowed),
        help="correct the point or `within`; where the location reaches that far, say so with `uncertainty_km`",
        related=(checked.place("location", parent.key, ("coordinates",), "the point of the larger location"),),
    )


def _away(
    checked: Checked, key: str, points: Mapping[str, Coordinates], parents: Mapping[str, str | None]
) -> Finding | None:
    """The finding for a point far from all others of its country or its province.

    Where the country has too few others, its point is held against all of the archive, to tell swapped numbers only.
    """
    point, locations = points[key], checked.records.locations
    for kind, far in (("country", _FAR_KM), ("admin1", _FAR_IN_PROVINCE_KM), ("", None)):
        around = _around(key, locations, parents, kind)
        others = [
            other
            for name, other in points.items()
            if name != key and (not kind or (around and _around(name, locations, parents, kind) == around))
        ]
        if len(others) < _FEWEST_OTHERS:
            continue
        area = f"`{around}`" if around else "the archive"
        distance = min(kilometres(other, point.lat, point.lon) for other in others)
        swapped = min(kilometres(other, point.lon, point.lat) for other in others)
        if distance > _NEAR_KM and swapped <= _NEAR_KM:
            return _swapped(checked, key, area, distance)
        if far is not None and distance > far + (point.uncertainty_km or 0.0):
            return checked.finding(
                FAR_AWAY,
                "location",
                key,
                ("coordinates",),
                distance=round(distance),
                area=area,
                help="look at the two numbers and at `within`",
            )
    return None


def _swapped(checked: Checked, key: str, area: str, distance: float) -> Finding:
    positions = checked.raw["location", key].positions
    lat, lon = positions.raw(("coordinates", "lat")) or "", positions.raw(("coordinates", "lon")) or ""
    return checked.finding(
        SWAPPED,
        "location",
        key,
        ("coordinates",),
        distance=round(distance),
        area=area,
        help=f"write `lat: {lon}` and `lon: {lat}`",
        suggestion=Suggestion(
            lon,
            "unsafe",
            positions.value_span(("coordinates", "lat")),
            verbatim=True,
            also=(Edit(positions.value_span(("coordinates", "lon")), lat),),
        ),
    )
