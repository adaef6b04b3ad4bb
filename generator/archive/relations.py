"""Relations between incidents, seen from both ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.model.incident import Incident

RelationKind = Literal[
    "same-report", "follows", "followed-by", "response-to", "answered-by", "possibly-same", "not-same", "relative-to", "relative-of",
    "merged-into", "merged-from",
]

_FROM_THE_OTHER_END: dict[str, RelationKind] = {
    "same-report": "same-report", "follows": "followed-by", "response-to": "answered-by",
    "possibly-same": "possibly-same", "not-same": "not-same",
    "relative-to": "relative-of", "merged-into": "merged-from",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one incident to another, with what it rests on."""

    kind: RelationKind
    other: str
    """Id of the other incident."""
    basis: str | None = None


def relations(incidents: Mapping[str, Incident]) -> dict[str, tuple[Relation, ...]]:
    """Every incident's relations, whichever of the two records states them."""
    found: dict[str, dict[tuple[str, str], Relation]] = {key: {} for key in incidents}

    def link(one: str, kind: RelationKind, other: str, basis: str | None) -> None:
        if other not in found or other == one:
            return
        found[one].setdefault((kind, other), Relation(kind, other, basis))
        back = _FROM_THE_OTHER_END[kind]
        found[other].setdefault((back, one), Relation(back, one, basis))

    for key, incident in incidents.items():
        for related in incident.related:
            link(key, related.relation, related.id, related.basis)
        for statement in (incident.date, *incident.date.alternatives):
            if statement.relative is not None:
                link(key, "relative-to", statement.relative.to, statement.relative.relation)
        if incident.withdrawn is not None and incident.withdrawn.merged_into is not None:
            link(key, "merged-into", incident.withdrawn.merged_into, None)
    return {key: tuple(links[place] for place in sorted(links)) for key, links in found.items()}
