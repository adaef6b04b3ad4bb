"""Circles: no chain of wider, older or dating records leads back to where it began."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.checking.checked import Checked
from generator.model.location import Location
from generator.reading.finding import Finding, Rule
from generator.reading.positions import Loc

CIRCLE = Rule(
    "R203",
    "circle",
    "error",
    "`{key}` leads back to {thing}",
    "a circle has no top: nothing can be rolled up or put in order along it",
    "within: north-quay\n",
    "within: port-district\n",
)
CIRCLE_RULES = (CIRCLE,)


_LARGEST_FIRST = {
    kind: size for size, kind in enumerate(("country", "admin1", "admin2", "admin3", "area", "settlement", "site"))
}
"""Kinds of locations by how much they hold; those left out hold least."""


@dataclass(frozen=True, slots=True)
class _Chain:
    """Every link of one kind among records of one kind: by key, the keys it leads to and where each stands."""

    kind: str
    field: str
    links: Mapping[str, Mapping[str, Loc]]
    file: str = ""
    """The key of the one record that holds all links, where it is one: a vocabulary."""


def check_circles(checked: Checked) -> Iterator[Finding]:
    """Every circle of two records or more; a record that names itself is a finding of the references."""
    for chain in _chains(checked):
        for ring in _rings(chain.links):
            yield _circle(checked, chain, ring)


def _chains(checked: Checked) -> Iterator[_Chain]:
    records = checked.records
    yield _Chain(
        "location", "within", {key: _one(entry.within, ("within",)) for key, entry in records.locations.items()}
    )
    yield _Chain("actor", "part_of", {key: _one(entry.part_of, ("part_of",)) for key, entry in records.actors.items()})
    derived = {
        key: {origin: ("derived_from", number) for number, origin in enumerate(entry.derived_from)}
        for key, entry in records.reports.items()
        if entry.derived_from
    }
    yield _Chain("report", "derived_from", derived)
    dated = {
        key: _one(entry.date.relative.to, ("date", "relative", "to"))
        for key, entry in records.incidents.items()
        if entry.date.relative
    }
    yield _Chain("incident", "relative", dated)
    for scheme, vocabulary in records.vocabularies.items():
        for field in ("broader", "deprecated_by"):
            links = {key: _one(getattr(term, field), ("terms", key, field)) for key, term in vocabulary.terms.items()}
            yield _Chain("vocabulary", field, links, scheme)


def _one(key: str | None, loc: Loc) -> Mapping[str, Loc]:
    return {} if key is None else {key: loc}


def _circle(checked: Checked, chain: _Chain, ring: tuple[str, ...]) -> Finding:
    if chain.kind == "location":
        ring = from_the_odd_one(ring, checked.records.locations)
    first, *others = [
        (chain.file or key, chain.links[key][after]) for key, after in zip(ring, (*ring[1:], ring[0]), strict=True)
    ]
    thing = "this incident" if chain.kind == "incident" else f"`{ring[0]}` itself"
    related = tuple(checked.place(chain.kind, *place, "the circle goes on") for place in others)
    return checked.finding(
        CIRCLE,
        chain.kind,
        *first,
        key=chain.field,
        thing=thing,
        help=f"one step of the circle is wrong: take `{chain.field}` out there, or name another",
        related=related,
    )


def from_the_odd_one(ring: tuple[str, ...], locations: Mapping[str, Location]) -> tuple[str, ...]:
    """A circle of locations from the link on that is most likely wrong: of one that is larger than what it lies in."""
    sizes = [_LARGEST_FIRST.get(locations[key].kind, len(_LARGEST_FIRST)) for key in ring]
    steps = [(sizes[at] - sizes[(at + 1) % len(ring)], at) for at in range(len(ring))]
    _, at = min(steps)
    return (*ring[at:], *ring[:at])


def _rings(links: Mapping[str, Mapping[str, Loc]]) -> Iterator[tuple[str, ...]]:
    """Of each circle of two or more keys the shortest way round, from its first key on in the order in which it is walked."""
    for key, onward in links.items():
        if onward and len(ring := _way_back(key, links)) > 1 and key == min(ring):
            yield ring


def _way_back(key: str, links: Mapping[str, Mapping[str, Loc]]) -> tuple[str, ...]:
    """The shortest way from a key back to it, without the key at its end; empty where there is none."""
    came_from = {after: key for after in links[key] if after != key}
    waiting = list(came_from)
    for here in waiting:
        for after in links.get(here, {}):
            if after == key:
                way = [here]
                while way[-1] != key:
                    way.append(came_from[way[-1]])
                return tuple(reversed(way))
            if after not in came_from:
                came_from[after] = here
                waiting.append(after)
    return ()
