"""Two records that may tell of one event: candidates by time and place, weighed by what else they share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.checking.checked import Checked
from generator.checking.duplicates.likeness import Likeness, Weights, likeness, weights_of
from generator.checking.duplicates.neighbours import Cell, Neighbourhood, cells_around, cells_of
from generator.checking.duplicates.traits import Traits, traits_of_all
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


@dataclass(frozen=True)
class Comparison:
    """Every standing record held against those of its time and place."""

    around: Neighbourhood
    traits: Mapping[str, Traits]
    weights: Weights
    pairs: tuple[tuple[str, str, Likeness], ...]
    """Pairs that may be one event and do not say how they stand to one another, each with how like they are."""
    crowded: bool
    """Whether a place and time holds so many records that not each is, or with one more would be, held against all."""


def compare(checked: Checked) -> Comparison:
    """Hold every standing record against those of its time and place."""
    incidents = {key: one for key, one in checked.records.incidents.items() if one.withdrawn is None}
    around = Neighbourhood(checked.records.locations)
    traits = traits_of_all(incidents, checked.records, around)
    weights = weights_of(traits.values())
    answered = answered_by(checked.records.incidents)
    candidates, crowded = candidates_among(traits, around)
    pairs = []
    for one, other in candidates:
        if frozenset((one, other)) not in answered:
            found = likeness(traits[one], traits[other], around, weights)
            if found is not None:
                pairs.append((one, other, found))
    return Comparison(around, traits, weights, tuple(pairs), crowded)


def check_near_duplicates(checked: Checked, comparison: Comparison) -> Iterator[Finding]:
    """Every pair of standing records that seem to tell of one event and do not say how they stand to one another."""
    alike: dict[str, list[tuple[bool, float, str, tuple[str, ...]]]] = {}
    for one, other, found in comparison.pairs:
        if not is_alike(found):
            continue
        first, second = sorted((one, other), key=lambda key: age_of(checked, key))
        alike.setdefault(second, []).append((not found.certain, -found.score, first, found.shared))
    for key, others in alike.items():
        for weaker, _, other, shared in sorted(others)[:MOST_OF_ONE]:
            yield finding_of(checked, ALIKE if weaker else SAME_EVENT, key, other, shared)


def is_alike(found: Likeness) -> bool:
    """Whether two records share so much that someone is to look at both."""
    return found.certain or found.score >= ENOUGH


def finding_of(checked: Checked, rule: Rule, key: str, other: str, shared: tuple[str, ...]) -> Finding:
    """The finding in one incident about another that is like it."""
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


def age_of(checked: Checked, key: str) -> tuple[str, str]:
    """What puts the older of two records first: its finding stands in the other, which someone is still at work on.

    A record is as old as the first reading of a report of it; one that names no such day counts as the newest.
    """
    items = (checked.records.publication(citation) for citation in checked.records.incidents[key].reports)
    read = [item.retrieved.lower.isoformat() for item in items if item and item.retrieved and item.retrieved.lower]
    return min(read, default="9999"), checked.raw["incident", key].path


def answered_by(incidents: Mapping[str, Incident]) -> frozenset[frozenset[str]]:
    """Pairs of which one names the other, in whichever relation: whoever wrote that knew of both."""
    return frozenset(frozenset((key, other)) for key, incident in incidents.items() for other in named_by(incident))


def named_by(incident: Incident) -> Iterator[str]:
    """The ids of the incidents of which one says how it stands to them."""
    yield from (link.id for link in incident.related)
    for statement in (incident.date, *incident.date.alternatives):
        if statement.relative is not None:
            yield statement.relative.to


def candidates_among(traits: Mapping[str, Traits], around: Neighbourhood) -> tuple[list[tuple[str, str]], bool]:
    """Pairs of one time and place, each once, and pairs that cite one item, whatever their dates; and whether a cell that
    is looked into is so full that with one more a record would not be held against all in it.
    """
    cells: dict[Cell, list[str]] = {}
    pairs: list[tuple[str, str]] = []
    crowded = False
    for key, own in traits.items():
        look, stand = cells_to_look_into(own, around), cells_to_stand_in(own, around)
        found = [held for cell in look if (held := cells.get(cell))]
        crowded = crowded or any(len(held) >= MOST_COMPARED for held in found)
        pairs += ((other, key) for other in dict.fromkeys(other for held in found for other in held[-MOST_COMPARED:]))
        for cell in stand:
            cells.setdefault(cell, []).append(key)
    return pairs, crowded


def cells_to_look_into(own: Traits, around: Neighbourhood) -> tuple[Cell, ...]:
    """The cells in which those stand that an incident is to be held against."""
    return (*cells_around(own.date, own.places, around), *(("item", name) for name in own.items))


def cells_to_stand_in(own: Traits, around: Neighbourhood) -> Iterable[Cell]:
    """The cells in which an incident is found by those that look into them, each once."""
    return dict.fromkeys((*cells_of(own.date, own.places, around), *(("item", name) for name in own.items)))
