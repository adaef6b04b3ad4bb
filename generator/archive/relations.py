"""Relations between incidents, seen from both ends."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from generator.model.incident import Incident

RelationKind = Literal[
    "same-report",
    "follows",
    "followed-by",
    "response-to",
    "answered-by",
    "possibly-same",
    "not-same",
    "relative-to",
    "relative-of",
    "merged-into",
    "merged-from",
]

_FROM_THE_OTHER_END: dict[str, RelationKind] = {
    "same-report": "same-report",
    "follows": "followed-by",
    "response-to": "answered-by",
    "possibly-same": "possibly-same",
    "not-same": "not-same",
    "relative-to": "relative-of",
    "merged-into": "merged-from",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one incident to another, with what it rests on."""

    kind: RelationKind
    other: str
    """Id of the other incident."""
    basis: str | None = None


def relations(incidents: Mapping[str, Incident]) -> dict[str, tuple[Relation, ...]]:
    """Every incident's relations, whichever of the two records states them; where both give a basis, each end has its own."""
    stated = [
        (key, link)
        for key, incident in incidents.items()
        for link in _stated(incident)
        if link.other in incidents and link.other != key
    ]
    seen_back = [(link.other, Relation(_FROM_THE_OTHER_END[link.kind], key, link.basis)) for key, link in stated]
    found: dict[str, dict[tuple[str, ...], Relation]] = {key: {} for key in incidents}
    for key, link in (*stated, *seen_back):
        earlier = found[key].get(_place(link))
        if earlier is None or earlier.basis is None:
            found[key][_place(link)] = link
    return {key: tuple(links[place] for place in sorted(links)) for key, links in found.items()}


def published_relations(
    links: Iterable[Relation], incident: Incident, incidents: Mapping[str, Incident]
) -> tuple[Relation, ...]:
    """The relations of an incident that readers may see: what a withdrawn record said of it is withdrawn with it.

    A withdrawn record stays named where this one names it or where it was merged into this one, without a basis.
    """
    own = {link.other for link in _stated(incident)}
    published = []
    for link in links:
        if incidents[link.other].withdrawn is None:
            published.append(link)
        elif link.other in own or link.kind == "merged-from":
            published.append(replace(link, basis=None))
    return tuple(dict.fromkeys(published))


def _stated(incident: Incident) -> Iterator[Relation]:
    for related in incident.related:
        yield Relation(related.relation, related.id, related.basis)
    for statement in (incident.date, *incident.date.alternatives):
        if statement.relative is not None:
            yield Relation("relative-to", statement.relative.to, statement.relative.relation)
    if incident.withdrawn is not None and incident.withdrawn.merged_into is not None:
        yield Relation("merged-into", incident.withdrawn.merged_into)


def _place(link: Relation) -> tuple[str, ...]:
    """What tells a link from the others of its end; two accounts may date one incident differently by another."""
    return (link.kind, link.other, (link.basis or "") if link.kind in ("relative-to", "relative-of") else "")
