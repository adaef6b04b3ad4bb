"""One changed incident held against the others, where every pair of these has been held against one another before."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from generator.checking.duplicates.events import (
    ENOUGH,
    MOST_COMPARED,
    MOST_OF_ONE,
    Comparison,
    cells_to_look_into,
    cells_to_stand_in,
    is_alike,
)
from generator.checking.duplicates.likeness import Likeness, Weights, counts_of, likeness, weights_from
from generator.checking.duplicates.neighbours import SLACK, Cell, Neighbourhood
from generator.checking.duplicates.traits import Traits

NEARLY = 0.5
"""A pair so far from `ENOUGH` is left as it is by a change to a third record."""
MOST_NEARLY = 400
"""With more pairs about `ENOUGH` than these, all are compared anew."""


def comparison_document(comparison: Comparison) -> dict[str, Any] | None:
    """What of a comparison is needed to compare one incident anew, as JSON values; None where all must be."""
    near = [(one, other) for one, other, found in comparison.pairs if _is_near(found)]
    full = any(number > MOST_OF_ONE for number in _named(comparison.pairs).values())
    if comparison.crowded or full or len(near) > MOST_NEARLY:
        return None
    return {
        "near_pairs": near,
        "counts": [[*kept, count] for kept, count in counts_of(comparison.traits.values()).items()],
        "number": len(comparison.traits),
    }


def around_document(around: Neighbourhood) -> dict[str, Any]:
    """The gazetteer as neighbours, as JSON values."""
    return {
        "around": {key: list(keys) for key, keys in around.around.items() if keys},
        "beside": {key: sorted(keys) for key, keys in around.near.items() if keys},
        "areas": [key for key in around.locations if around.is_area(key)],
        "locations": list(around.locations),
    }


def _is_near(found: Likeness) -> bool:
    return not found.certain and abs(found.score - ENOUGH) <= NEARLY


def _named(pairs: Iterable[tuple[str, str, Likeness]]) -> dict[str, int]:
    """By incident in how many pairs it stands that are told of; of many, only the likest are."""
    named: dict[str, int] = {}
    for one, other, found in pairs:
        if is_alike(found):
            for key in (one, other):
                named[key] = named.get(key, 0) + 1
    return named


class KnownNeighbourhood(Neighbourhood):
    """The gazetteer as neighbours, as it was found before."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        super().__init__({})
        areas, locations = set(document["areas"]), set(document["locations"])
        vars(self)["around"] = {key: tuple(keys) for key, keys in document["around"].items()}
        vars(self)["near"] = {key: frozenset(keys) for key, keys in document["beside"].items()}
        vars(self)["large"] = areas
        vars(self)["known"] = locations

    def is_area(self, key: str) -> bool:
        """As for any neighbourhood: a location that is not known may be of any size."""
        return key in vars(self)["large"] or key not in vars(self)["known"]


def weights_after(document: Mapping[str, Any], before: Traits | None, after: Traits | None) -> tuple[Weights, Weights]:
    """The weights of all incidents before and after a change to one; None for one that is not there or does not stand."""
    counts = {(kind, key): count for kind, key, count in document["counts"]}
    number = document["number"]
    then = weights_from(counts, number)
    for traits, step in ((before, -1), (after, 1)):
        if traits is not None:
            number += step
            for kept, count in counts_of([traits]).items():
                counts[kept] = counts.get(kept, 0) + step * count
    return then, weights_from({kept: count for kept, count in counts.items() if count}, number)


def moves_others(
    document: Mapping[str, Any],
    traits: Mapping[str, Traits],
    around: Neighbourhood,
    weights: tuple[Weights, Weights],
    one: str,
) -> bool:
    """Whether a change of weights might make, or unmake, a finding about two other incidents.

    `traits` are those of the incidents in the pairs near the threshold.
    """
    then, now = weights
    steps: dict[str, float] = {}
    for kept, weight in now.items():
        if kept in then:
            steps[kept[0]] = max(steps.get(kept[0], 0.0), abs(weight - then[kept]))
    if sum(steps.values()) >= NEARLY:
        return True
    for first, second in document["near_pairs"]:
        if one not in (first, second):
            pair = traits[first], traits[second]
            before, after = (likeness(*pair, around, each) for each in (then, now))
            if before is None or after is None or is_alike(before) != is_alike(after):
                return True
    return False


def alike_with(
    one: str, traits: Mapping[str, Traits], around: Neighbourhood, weights: Weights
) -> list[tuple[str, Likeness]] | None:
    """Every incident that seems to tell of the same event as one, with how like they are; None where a place and time
    is so full that one would not be held against all in it.

    `traits` hold, in order of ids, those of one and of all that may meet it.
    """
    mine, found = traits[one], []
    look, stand = frozenset(cells_to_look_into(mine, around)), frozenset(cells_to_stand_in(mine, around))
    held: Counter[Cell] = Counter()
    is_later = False
    for other, theirs in traits.items():
        if other == one:
            is_later = True
            continue
        if is_later:
            meets = not stand.isdisjoint(cells_to_look_into(theirs, around))
        else:
            shared = look.intersection(cells_to_stand_in(theirs, around))
            held.update(shared)
            meets = bool(shared)
        if meets:
            like = likeness(mine, theirs, around, weights)
            if like is not None and is_alike(like):
                found.append((other, like))
    return None if any(count >= MOST_COMPARED for count in held.values()) else found


def may_meet(one: Traits, other: Traits) -> bool:
    """Whether two incidents may stand in one cell of time, or cite one item."""
    if one.items.keys() & other.items.keys():
        return True
    bounds = (one.date.lower, one.date.upper, other.date.lower, other.date.upper)
    if any(day is None for day in bounds):
        return False
    month = timedelta(days=31) + SLACK
    lower, upper, others_lower, others_upper = (day.toordinal() for day in bounds if day is not None)
    return lower - month.days <= others_upper and others_lower <= upper + month.days
