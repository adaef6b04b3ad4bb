"""Two records that may tell of one event: candidates by time and place, weighed by what else they share."""

from collections.abc import Iterator, Mapping

from generator.checking.checked import Checked
from generator.checking.duplicates.likeness import Traits, likeness, traits_of_all, weights_of
from generator.checking.duplicates.neighbours import Cell, Neighbourhood, cells_around, cells_of
from generator.model.incident import Incident
from generator.reading.finding import Finding, Rule

SAME_EVENT = Rule(
    "D605",
    "same-event-twice",
    "warning",
    "{other} seems to tell of the same event: {shared}",
    "an event with two records is counted twice, and each of the two looks less well reported than it is",
    "title: Rockets at the north quay, 5 January 2024\n",
    'title: Rockets at the north quay, 5 January 2024\nrelated: [{id: syb-7tq2w9d, relation: not-same, basis: "the one at noon, the other at night"}]\n',
)
ALIKE = Rule(
    "D606",
    "events-alike",
    "info",
    "{other} may tell of the same event: {shared}",
    "whether two records tell of one event is for the editors to say, and for readers to see",
    "title: Drones at the north quay, about 6 January 2024\n",
    "title: Drones at the north quay, about 6 January 2024\nrelated: [{id: syb-7tq2w9d, relation: possibly-same, basis: neither report gives the hour}]\n",
)

NEAR_DUPLICATE_RULES = (SAME_EVENT, ALIKE)

ENOUGH = 4.0
"""The likeness from which two records are worth a second look: that of every pair of one time and place which the curators of
the first archive had called possibly the same before there was this rule."""
MOST_OF_ONE = 3
"""Most records that are named as like one, the likest first; a reader of a longer list reads none of it."""
MOST_COMPARED = 40
"""Most earlier records of one place and time with which a record is compared, so that the check stays linear."""

_WAY_OUT = (
    "if it is one event, keep one record and withdraw the other (`reason: duplicate`, `merged_into`); "
    "else say how they stand: `related: [{{id: {other}, relation: not-same, basis: …}}]`, "
    "or `possibly-same` where it cannot be told"
)


def check_near_duplicates(checked: Checked) -> Iterator[Finding]:
    """Every pair of standing records that seem to tell of one event and do not say how they stand to one another."""
    incidents = {key: one for key, one in checked.records.incidents.items() if one.withdrawn is None}
    around = Neighbourhood(checked.records.locations)
    traits = traits_of_all(incidents, checked.records, around)
    weights = weights_of(traits.values())
    answered = _answered(checked.records.incidents)
    alike: dict[str, list[tuple[bool, float, str, tuple[str, ...]]]] = {}
    for one, other in _candidates(traits, around):
        if frozenset((one, other)) in answered:
            continue
        found = likeness(traits[one], traits[other], around, weights)
        if found is None or not (found.certain or found.score >= ENOUGH):
            continue
        first, second = sorted((one, other), key=lambda key: _age(checked, key))
        alike.setdefault(second, []).append((not found.certain, -found.score, first, found.shared))
    for key, others in alike.items():
        for weaker, _, other, shared in sorted(others)[:MOST_OF_ONE]:
            yield _finding(checked, ALIKE if weaker else SAME_EVENT, key, other, shared)


def _finding(checked: Checked, rule: Rule, key: str, other: str, shared: tuple[str, ...]) -> Finding:
    return checked.finding(
        rule,
        "incident",
        key,
        ("title",),
        other=f"`{other}`",
        shared=", ".join(shared),
        help=_WAY_OUT.format(other=other),
        related=(checked.place("incident", other, ("title",), "the other record"),),
    )


def _age(checked: Checked, key: str) -> tuple[str, str]:
    """What puts the older of two records first: its finding stands in the other, which someone is still at work on.

    A record is as old as the first reading of a report of it; one that names no such day counts as the newest.
    """
    items = (checked.records.publication(citation) for citation in checked.records.incidents[key].reports)
    read = [item.retrieved.lower.isoformat() for item in items if item and item.retrieved and item.retrieved.lower]
    return min(read, default="9999"), checked.raw["incident", key].path


def _answered(incidents: Mapping[str, Incident]) -> frozenset[frozenset[str]]:
    """Pairs of which one names the other, in whichever relation: whoever wrote that knew of both."""
    pairs: set[frozenset[str]] = set()
    for key, incident in incidents.items():
        pairs.update(frozenset((key, link.id)) for link in incident.related)
        for statement in (incident.date, *incident.date.alternatives):
            if statement.relative is not None:
                pairs.add(frozenset((key, statement.relative.to)))
    return frozenset(pairs)


def _candidates(traits: Mapping[str, Traits], around: Neighbourhood) -> Iterator[tuple[str, str]]:
    """Pairs of one time and place, each once; and pairs that cite one item, whatever their dates."""
    cells: dict[Cell, list[str]] = {}
    for key, own in traits.items():
        items = [("item", name) for name in own.items]
        look = (*cells_around(own.date, own.places, around), *items)
        for other in dict.fromkeys(other for cell in look for other in cells.get(cell, ())[-MOST_COMPARED:]):
            yield other, key
        for cell in dict.fromkeys((*cells_of(own.date, own.places, around), *items)):
            cells.setdefault(cell, []).append(key)
