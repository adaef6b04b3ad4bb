"""How much two incidents share: the day, the place, the items cited, the title, the type, the means, the attacker."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log2

from generator.checking.duplicates.neighbours import SLACK, Neighbourhood, is_narrow
from generator.checking.duplicates.traits import Traits
from generator.model.dates import overlaps

NEARLY_EQUAL = 0.85
"""Share of the words of two titles, counted twice where they are in both, from which they say the same."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two incidents are, and what they share in words."""

    certain: bool
    """Whether they share so much that one event told twice is the first thing to think of."""
    score: float
    shared: tuple[str, ...]


Weights = Mapping[tuple[str, str], float]
"""How much it says that two incidents share a type, a means or an attacker: from 0 to 1."""


def weights_of(traits: Iterable[Traits]) -> Weights:
    """One for what few incidents have, towards zero for what nearly all of them have."""
    every = list(traits)
    return weights_from(counts_of(every), len(every))


def counts_of(traits: Iterable[Traits]) -> Counter[tuple[str, str]]:
    """How many incidents have each type, means and attacker."""
    return Counter(kept for one in traits for kept in _kept(one))


def weights_from(counts: Mapping[tuple[str, str], int], number: int) -> Weights:
    """The weights by how many of `number` incidents have each type, means and attacker."""
    # A handful more than there are: in a small archive nothing can be called common yet.
    return {kept: min(1.0, log2((number + 10) / count)) for kept, count in counts.items()}


def _kept(one: Traits) -> Iterator[tuple[str, str]]:
    yield "type", one.type
    yield from (("means", means) for means in one.means)
    yield from (("attacker", actor) for actor in one.attackers)


def likeness(one: Traits, other: Traits, around: Neighbourhood, weights: Weights) -> Likeness | None:
    """How like two incidents are; None where their dates or places do not let them be one event."""
    day = _days(one, other)
    place = _places(one.places, other.places, around)
    if day is None or place is None:
        return None
    item = _one_item(one, other)
    titles = 2 * len(one.words & other.words) / (len(one.words) + len(other.words) or 1)
    same_title = titles >= NEARLY_EQUAL and one.marks == other.marks and len(one.words | other.words) > 1
    known = is_narrow(one.date) and is_narrow(other.date)
    both = frozenset(_kept(one)) & frozenset(_kept(other))
    told_apart = _told_apart(one, other)
    parts = (
        (2.5 if item else 0, "one item tells of both"),
        (titles * 2 if same_title else titles, "nearly the same title" if same_title else ""),
        *((_heaviest(both, kind, weights), f"the same {kind}") for kind in ("type", "means", "attacker")),
        (-2.5 if told_apart else 0, ""),
    )
    return Likeness(
        certain=day[1] != _A_DAY_APART
        and place[1] == _ONE_PLACE
        and not told_apart
        and (item or (same_title and known)),
        score=day[0] + place[0] + sum(weight for weight, _ in parts),
        shared=(day[1], place[1], *(words for weight, words in parts if weight > 0 and words)),
    )


def _heaviest(both: Iterable[tuple[str, str]], kind: str, weights: Weights) -> float:
    return max((weights[kept] for kept in both if kept[0] == kind), default=0.0)


def _told_apart(one: Traits, other: Traits) -> bool:
    """Whether the two say themselves that they are two: other hours of one day, or other means altogether."""
    hours = one.sure_day and other.sure_day and one.hours and other.hours and not one.hours & other.hours
    return bool(hours or (one.means and other.means and not one.means & other.means))


_A_DAY_APART = "a day apart"
_ONE_PLACE = "the same location"


def _days(one: Traits, other: Traits) -> tuple[float, str] | None:
    """What two dates say for one event, in points and words; None where they exclude it."""
    if overlaps(one.date, other.date):
        if one.sure_day and other.sure_day:
            return 1.5, "the same day"
        return (1.0 if is_narrow(one.date) and is_narrow(other.date) else 0.5), "dates that may be the same"
    lower, upper = one.date.lower, one.date.upper
    if lower is None or upper is None or other.date.lower is None or other.date.upper is None:
        return None
    if lower - SLACK > other.date.upper or upper + SLACK < other.date.lower:
        return None
    return (-1.0 if one.sure_day and other.sure_day else 0.5), _A_DAY_APART


def _places(one: frozenset[str], other: frozenset[str], around: Neighbourhood) -> tuple[float, str] | None:
    """What two places say for one event, in points and words; None where they are apart."""
    if one & other:
        return (0.0 if all(map(around.is_area, one & other)) else 1.0), _ONE_PLACE
    if any(around.near.get(key, frozenset()) & other for key in one):
        return 0.5, "locations near one another"
    nearest = (
        next((place for place in around.around.get(key, ()) if place in others), None)
        for ones, others in ((one, other), (other, one))
        for key in ones
    )
    points = [0.0 if around.is_area(place) else 0.5 for place in nearest if place is not None]
    # A set has no order that is the same in every process: of several locations the one that says most counts.
    return (max(points), "one location within the other") if points else None


def _one_item(one: Traits, other: Traits) -> bool:
    """Whether an item tells of both, and not by different claims of its ledger."""
    for name in one.items.keys() & other.items.keys():
        if not one.items[name] or not other.items[name] or one.items[name] & other.items[name]:
            return True
    return False
