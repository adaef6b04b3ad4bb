"""Locations: the gazetteer's entries and how an incident refers to them."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.entry import Entry, Many, OneOrMany
from generator.model.text import Key, Line, Names, Prose, Reference

LocationKind = Literal["country", "admin1", "admin2", "admin3", "settlement", "site", "base", "area", "airspace"]

_AREAS = {"country": "a country", "admin1": "a province (`admin1`)", "admin2": "a district (`admin2`)"}
AREAS_WITHOUT_POINT: frozenset[str] = frozenset(_AREAS)
"""Kinds drawn as an area; a pin on their middle would say more than is known."""

WITHOUT_WITHIN: frozenset[str] = frozenset({"country", "area", "airspace"})
"""Kinds that may lie in no larger location: a country, and a sea or the air above it."""


class Coordinates(Entry):
    """A point in WGS 84 degrees, no finer than the archive's policy allows."""

    lat: Annotated[float, Field(ge=-90, le=90)]
    """Latitude in degrees north."""
    lon: Annotated[float, Field(ge=-180, le=180)]
    """Longitude in degrees east."""
    uncertainty_km: Annotated[float, Field(gt=0, le=2000)] | None = None
    """Radius in kilometres within which the location lies (Darwin Core coordinate uncertainty)."""
    basis: Line
    """Where the point was taken from."""


class Identifiers(Entry):
    """The same location in other registers."""

    iso3166: Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")] | None = None
    """ISO 3166 code."""
    pcode: Annotated[str, Field(pattern=r"^[A-Z]{2}[0-9]{2,10}$")] | None = None
    """OCHA place code."""
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9][0-9]*$")] | None = None
    """Wikidata item."""
    geonames: Annotated[str, Field(pattern=r"^[1-9][0-9]*$")] | None = None
    """GeoNames id."""


class Location(Entry):
    """An entry of the gazetteer: a country, an administrative area, a settlement, a site or a base."""

    key: Key
    """The file's name without its ending; not written in the file."""
    name: Line
    """The name shown."""
    kind: LocationKind
    """What kind of location it is."""
    within: Reference | None = None
    """Key of the next larger location; left out for a country, and for an area or airspace that lies in none, such as a sea."""
    names: Names
    """Other names and spellings by language; searchable and shown."""
    hidden_names: Many[Line] = ()
    """Misspellings seen; searchable and never shown."""
    coordinates: Coordinates | None = None
    """A point; never for a country or a province."""
    ids: Identifiers | None = None
    """Codes in other registers."""
    note: Prose | None = None
    """What a reader should know about it."""

    @model_validator(mode="after")
    def _placed(self) -> "Location":
        if self.kind not in WITHOUT_WITHIN and self.within is None:
            raise PydanticCustomError("no_within", "needs `within`, the key of the next larger location")
        if self.kind in AREAS_WITHOUT_POINT and self.coordinates is not None:
            raise PydanticCustomError(
                "point_for_area",
                "{thing} has no point: it is drawn as an area, so leave `coordinates` out",
                {"thing": _AREAS[self.kind], "field": "coordinates"},
            )
        return self


Relation = Literal["at", "near", "in", "over", "between"]


class LocationStatement(Entry):
    """Where an incident is reported to have happened, by whom."""

    key: Reference | None = None
    """Key of the location; left out only where `as_stated` and `within` describe one without a file."""
    relation: Relation = "at"
    """`at` the location, `near` it, somewhere `in` it, `over` it, or `between` it and those in `also`."""
    as_stated: Line | None = None
    """The report's own words."""
    within: Reference | None = None
    """Key of the smallest known location around one that has no file yet."""
    also: Many[Reference] = ()
    """Further locations of the same incident; with `between`, those at the other end."""
    report: OneOrMany[Reference] = ()
    """Citations of this record that say so: a report's key or a citation's `ref`."""
    basis: Line | None = None
    """What a judgement on the location rests on, where the reports do not state it."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the locations it names; of one without a file, the known location around it."""
        return tuple(dict.fromkeys(key for key in (self.key or self.within, *self.also) if key))

    @model_validator(mode="after")
    def _known(self) -> "LocationStatement":
        if self.key is None and (self.as_stated is None or self.within is None):
            raise PydanticCustomError(
                "inline_location", "needs a location's key, or both `as_stated` and `within` of a new one"
            )
        if self.key is not None and self.within is not None:
            raise PydanticCustomError(
                "inline_location", "`within` stands in the location's own file; leave it out here", {"field": "within"}
            )
        if self.relation == "between" and not self.also:
            raise PydanticCustomError(
                "between_one", "`between` needs `also`: the location at the other end", {"field": "relation"}
            )
        return self


def _by_key(value: Any) -> Any:
    return {"key": value} if isinstance(value, str) else value


class IncidentLocation(LocationStatement):
    """The location the archive gives an incident, and what other reports give instead."""

    alternatives: Many[Annotated[LocationStatement, BeforeValidator(_by_key)]] = ()
    """Other locations that reports give for the same incident."""


WhereReported = Annotated[IncidentLocation, BeforeValidator(_by_key)]
"""`location: north-quay`, or a mapping with its relation, wording and alternatives."""
