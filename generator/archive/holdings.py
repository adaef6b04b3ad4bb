"""Holdings: how many incidents of one scope the archive has, counted as somebody else's running count would be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.archive.archive import Archive
from generator.model.account import denies
from generator.model.dates import overlaps
from generator.model.edtf import Edtf, parse_edtf
from generator.model.incident import Incident
from generator.model.records import Records, ancestors


@dataclass(frozen=True, slots=True)
class Scope:
    """Of what something is counted; each tuple without repeats and in alphabetical order."""

    locations: tuple[str, ...]
    """Keys of the locations, each with everything within it."""
    struck: tuple[str, ...] = ()
    """Keys of the actors one of whom is struck, each with its parts; empty where that does not matter."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the archive holds of a scope between two days."""

    within: int
    """Incidents whose every possible day lies between the two."""
    places: int
    """The same, an incident counted once for each of its locations in the scope."""
    possibly: int
    """Further incidents, dated to a first and a last day, that may lie between the two."""
    undated: int
    """Incidents that may lie between the two and whose date has no first or no last day."""
    possibly_places: int
    """Those of `possibly`, counted as in `places`."""
    undated_places: int
    """Those of `undated`, counted as in `places`."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """The incidents of a scope: the date of each, and at how many of its locations it stands in the scope."""

    incidents: tuple[tuple[Edtf, int], ...]

    def between(self, first: date, last: date) -> Held:
        """What is held from one day to another, both included."""
        span = parse_edtf(f"{first.isoformat()}/{last.isoformat()}")
        within = places = possibly = undated = possibly_places = undated_places = 0
        for value, locations in self.incidents:
            bounded = value.lower is not None and value.upper is not None
            if value.lower is not None and value.upper is not None and first <= value.lower and value.upper <= last:
                within += 1
                places += locations
            elif overlaps(value, span):
                possibly += bounded
                undated += not bounded
                possibly_places += locations * bounded
                undated_places += locations * (not bounded)
        return Held(within, places, possibly, undated, possibly_places, undated_places)


def holdings(archive: Archive, scope: Scope) -> Holdings:
    """The incidents of a scope that stand; keys that name nothing hold nothing."""
    known = [archive.locations[key] for key in scope.locations if key in archive.locations]
    inside = frozenset(incident for place in known for incident in place.all)
    struck = _with_parts(scope.struck, archive.records)
    found = []
    for key in archive.timeline.ordered:
        if key in inside:
            incident = archive.incidents[key].incident
            locations = _locations(archive, incident, scope, struck)
            if locations:
                found.append((incident.date.value, locations))
    return Holdings(tuple(found))


def _with_parts(actors: tuple[str, ...], records: Records) -> frozenset[str]:
    """Actors with everything that belongs to one of them."""
    parents = {key: actor.part_of for key, actor in records.actors.items()}
    return frozenset(actors) | {key for key in parents if not set(ancestors(key, parents)).isdisjoint(actors)}


def _locations(archive: Archive, incident: Incident, scope: Scope, struck: frozenset[str]) -> int:
    """At how many of its closest locations an incident stands in a scope.

    Where actors are given, only locations count at which one of them is struck; 0 where that is none.
    """
    paths = {key: archive.locations[key].path for key in incident.location.keys if key in archive.locations}
    closest = {key for key in paths if not any(key in path for path in paths.values())}
    here = {key for key in closest if not {key, *paths[key]}.isdisjoint(scope.locations)}
    if not struck:
        return len(here)
    reached: set[str] = set()
    for stated in _struck_at(incident, struck):
        reached |= closest & stated or closest
    return len(here & reached)


def _struck_at(incident: Incident, struck: frozenset[str]) -> Iterator[frozenset[str]]:
    """The locations that each statement speaks of in which one of these actors is struck; empty where it speaks of all."""
    for target in incident.target:
        if target.operator in struck:
            yield frozenset(target.location)
    for part in incident.actors:
        if part.role == "target" and not denies(part) and part.actor in struck:
            yield frozenset(part.location)
