"""The gazetteer: locations with what lies within them, and incidents rolled up through the hierarchy."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.incident import Incident
from generator.model.location import Location
from generator.model.records import Records, ancestors


@dataclass(frozen=True, slots=True)
class LocationLinks:
    """One location in the hierarchy. Incident ids are in the order of the timeline."""

    location: Location
    path: tuple[str, ...]
    """Keys of the larger locations around it, nearest first."""
    inside: tuple[str, ...]
    """Keys of the locations directly within it, by name."""
    own: tuple[str, ...]
    """Ids of incidents placed at it and at no closer location."""
    all: tuple[str, ...]
    """Ids of incidents at it or anywhere within it; an incident at two locations counts once."""
    alternatives: tuple[str, ...]
    """Ids of incidents that some reports place here and the archive places elsewhere."""


def locations_of(incident: Incident) -> tuple[str, ...]:
    """Keys of the locations an incident is placed at; for one without a file, the known location around it."""
    return incident.location.keys


def gazetteer(records: Records, ordered: tuple[str, ...]) -> Mapping[str, LocationLinks]:
    """Every location by key. `ordered` holds the ids of incidents in the order of the timeline."""
    parent = {key: location.within for key, location in records.locations.items()}
    paths = {key: tuple(around for around in ancestors(key, parent) if around in parent) for key in parent}
    own: dict[str, list[str]] = {key: [] for key in parent}
    rolled: dict[str, list[str]] = {key: [] for key in parent}
    elsewhere: dict[str, list[str]] = {key: [] for key in parent}
    for incident_id in ordered:
        incident = records.incidents[incident_id]
        placed = [key for key in locations_of(incident) if key in parent]
        for key in placed:
            if not any(key in paths[closer] for closer in placed):
                own[key].append(incident_id)
        for larger in dict.fromkeys(around for key in placed for around in (key, *paths[key])):
            rolled[larger].append(incident_id)
        for other in incident.location.alternatives:
            for named in other.keys:
                if named in parent and named not in placed:
                    elsewhere[named].append(incident_id)
    inside: dict[str, list[str]] = {key: [] for key in parent}
    for key in sorted(parent, key=lambda key: records.locations[key].name):
        if (around := parent[key]) in inside:
            inside[around].append(key)
    return MappingProxyType(
        {
            key: LocationLinks(
                location,
                paths[key],
                tuple(inside[key]),
                tuple(own[key]),
                tuple(rolled[key]),
                tuple(dict.fromkeys(elsewhere[key])),
            )
            for key, location in records.locations.items()
        }
    )
