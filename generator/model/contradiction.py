"""When accounts of one incident contradict one another."""

from collections.abc import Iterable

from generator.model.incident import Effect, Incident, Means

_NO_LIMIT = 10**9


def competes(incident: Incident) -> bool:
    """Whether accounts contradict one another: a denial or correction, or statements that cannot all hold."""
    if any(citation.stance in ("denies", "corrects") for citation in incident.reports):
        return True
    if incident.date.alternatives or incident.location.alternatives:
        return True
    if incident.claims_of_responsibility in ("denied", "competing"):
        return True
    if len({part.actor for part in incident.actors if part.role == "attacker"}) > 1:
        return True
    return bool(clashing_counts(incident.effects) or clashing_counts(incident.means))


def clashing_counts(items: Iterable[Effect | Means]) -> frozenset[int]:
    """Positions of counts of one kind of thing, of the same people, that cannot all hold.

    "2" and "at least 1" can; "2" and "3 to 5" cannot. An approximate count clashes with none.
    """
    stated: dict[tuple[str, str], dict[tuple[int, int], list[int]]] = {}
    for number, item in enumerate(items):
        if item.count is not None and not item.count.approximate:
            what = (item.kind, getattr(item, "who", None) or "")
            limits = (item.count.min or 0, _NO_LIMIT if item.count.max is None else item.count.max)
            stated.setdefault(what, {}).setdefault(limits, []).append(number)
    clashing: set[int] = set()
    for counts in stated.values():
        for one in counts:
            for other in counts:
                if one[1] < other[0]:
                    clashing.update(counts[one], counts[other])
    return frozenset(clashing)
