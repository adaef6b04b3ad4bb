"""The gazetteer as a CSV table."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.gazetteer import LocationLinks
from generator.datasets.absolute import absolute
from generator.datasets.csv_table import Column, csv_table
from generator.model.location import Coordinates, Identifiers, Location
from generator.pages.addresses import address_of
from generator.texts.text import say


@dataclass(frozen=True, slots=True)
class LocationRow:
    """One location with its place in the hierarchy; `standing` holds the ids of incidents that were not withdrawn."""

    place: LocationLinks
    around: tuple[Location, ...]
    """The location and the larger ones around it, nearest first."""
    standing: frozenset[str]
    url: str

    @property
    def location(self) -> Location:
        """The location itself."""
        return self.place.location


def locations_csv(archive: Archive, *, site_url: str | None) -> bytes:
    """`data/locations.csv`."""
    standing = frozenset(key for key, linked in archive.incidents.items() if linked.incident.withdrawn is None)
    return csv_table(
        COLUMNS,
        (
            LocationRow(
                place,
                tuple(
                    archive.locations[around].location for around in (key, *place.path) if around in archive.locations
                ),
                standing,
                absolute(site_url, address_of("location", key)),
            )
            for key, place in archive.locations.items()
        ),
    )


def _name_of_kind(row: LocationRow, kind: str) -> str | None:
    return next((location.name for location in row.around if location.kind == kind), None)


def _point(row: LocationRow) -> Coordinates | None:
    return row.location.coordinates


def _ids(row: LocationRow) -> Identifiers:
    return row.location.ids or Identifiers()


def _other_names(row: LocationRow) -> list[str]:
    return [f"{language}: {name}" for language, names in row.location.names.items() for name in names]


COLUMNS: tuple[Column[LocationRow], ...] = (
    Column("key", say("Permanent key."), lambda row: row.location.key),
    Column("name", say("The name shown."), lambda row: row.location.name),
    Column("other_names", say("Other names and spellings, each after its language (BCP 47)."), _other_names),
    Column("kind", say("What kind of location it is."), lambda row: row.location.kind),
    Column(
        "within",
        say("Key of the next larger location; blank for a country, and for an area or airspace that lies in none."),
        lambda row: row.location.within,
    ),
    Column("admin1", say("First-level administrative area; derived."), lambda row: _name_of_kind(row, "admin1")),
    Column("country", say("Country; derived."), lambda row: _name_of_kind(row, "country")),
    Column(
        "latitude",
        say("Degrees north (WGS 84); blank for areas and where not known."),
        lambda row: point.lat if (point := _point(row)) else None,
    ),
    Column("longitude", say("Degrees east (WGS 84)."), lambda row: point.lon if (point := _point(row)) else None),
    Column(
        "uncertainty_km",
        say("Radius in kilometres within which the location lies."),
        lambda row: point.uncertainty_km if (point := _point(row)) else None,
    ),
    Column(
        "coordinates_basis",
        say("Where the point was taken from."),
        lambda row: point.basis if (point := _point(row)) else None,
    ),
    Column("iso3166", say("ISO 3166 code."), lambda row: _ids(row).iso3166),
    Column("pcode", say("OCHA place code."), lambda row: _ids(row).pcode),
    Column("wikidata", say("Wikidata item."), lambda row: _ids(row).wikidata),
    Column("geonames", say("GeoNames id."), lambda row: _ids(row).geonames),
    Column(
        "incidents_at",
        say("Incidents placed at it and at no closer location; derived."),
        lambda row: len(row.standing.intersection(row.place.own)),
    ),
    Column(
        "incidents_within",
        say("Incidents at it or anywhere within it; derived."),
        lambda row: len(row.standing.intersection(row.place.all)),
    ),
    Column(
        "url",
        say("Address of its page; a path from the site's root where the site was built for no public address."),
        lambda row: row.url,
    ),
)
"""The columns in the order of the file, with their meanings."""
