"""How much two incidents share: the day, the place, the items cited, the title, the type, the means, the attacker."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log2
from types import MappingProxyType

from generator.checking.duplicates.neighbours import SLACK, Neighbourhood, is_narrow
from generator.checking.similarity import folded
from generator.model.attribution import said_to_attack
from generator.model.dates import Edtf, TimeOfDay, is_one_day, overlaps
from generator.model.incident import Incident
from generator.model.records import Records, ancestors
from generator.model.report import ASSERTING
from generator.model.web_address import canonical_address

NEARLY_EQUAL = 0.85
"""Share of the words of two titles, counted twice where they are in both, from which they say the same."""

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATES = re.compile(
    rf"(?:\b\d{{1,2}}(?:\s*(?:to|and|or|[-–/])\s*\d{{1,2}})?\s+)?\b(?:{_MONTHS})\b(?:\s+\d{{4}})?"
    r"|\b\d{4}-\d{2}(?:-\d{2})?\b|\b(?:19|20)\d{2}\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_LITTLE = frozenset(
    ("a", "an", "the", "at", "on", "in", "near", "of", "and", "to", "by", "from", "over", "with", "for", "about")
)
_ORDINALS = frozenset(
    (
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "another",
        "further",
        "again",
        "one",
        "two",
        "three",
        "four",
        "five",
    )
)
_HOURS_OF_PART = {
    "night": (*range(6), *range(19, 24)),
    "after-midnight": range(6),
    "early-morning": range(1, 9),
    "dawn": range(3, 9),
    "morning": range(5, 13),
    "midday": range(10, 15),
    "afternoon": range(11, 20),
    "evening": range(16, 24),
    "late-evening": (*range(19, 24), 0),
}


@dataclass(frozen=True, slots=True)
class Traits:
    """What one incident is recognised by."""

    date: Edtf
    sure_day: bool
    """Whether the date is one day of the event itself, without doubt."""
    places: frozenset[str]
    """The smallest locations it is at."""
    words: frozenset[str]
    """The title's words without dates and little words."""
    marks: frozenset[str]
    """Those of them that count or order, by which two events of one day are told apart."""
    type: str
    means: frozenset[str]
    """Each with the widest term around it."""
    attackers: frozenset[str]
    items: Mapping[str, frozenset[str]]
    """Every item that asserts it, with the claims of its ledger that do; without claims the whole item does."""
    hours: frozenset[int]
    """The hours in which it may have happened; empty where none are stated."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two incidents are, and what they share in words."""

    certain: bool
    """Whether they share so much that one event told twice is the first thing to think of."""
    score: float
    shared: tuple[str, ...]


def traits_of_all(incidents: Mapping[str, Incident], records: Records, around: Neighbourhood) -> dict[str, Traits]:
    """What each incident is recognised by."""
    vocabulary = records.vocabularies.get("means")
    broader = {key: term.broader for key, term in vocabulary.terms.items()} if vocabulary else {}
    widest = {key: (key, *ancestors(key, broader))[-1] for key in broader}
    return {key: _traits(incident, records, around, widest) for key, incident in incidents.items()}


def _traits(incident: Incident, records: Records, around: Neighbourhood, widest: Mapping[str, str]) -> Traits:
    value = incident.date.value
    words = frozenset(_words(incident.title))
    return Traits(
        date=value,
        sure_day=is_one_day(value)
        and not (value.uncertain or value.approximate)
        and incident.date.anchor == "occurred"
        and all(overlaps(value, other.value) for other in incident.date.alternatives),
        places=around.smallest(incident.location.keys),
        words=words,
        marks=frozenset(word for word in words if word in _ORDINALS or word.isdigit()),
        type=incident.type,
        means=frozenset(widest.get(means.kind, means.kind) for means in incident.means),
        attackers=said_to_attack(incident),
        items=MappingProxyType(_items(incident, records)),
        hours=_hours(incident.date.time),
    )


def _words(title: str) -> Iterator[str]:
    for word in _WORD.findall(_DATES.sub(" ", title).casefold()):
        plain = word if word.isascii() else folded(word)
        if plain and plain not in _LITTLE:
            # "Rockets" and "rocket" are one word.
            yield plain[:-1] if len(plain) > 3 and plain.endswith("s") else plain


def _items(incident: Incident, records: Records) -> dict[str, frozenset[str]]:
    items: dict[str, frozenset[str]] = {}
    for citation in incident.reports:
        item = records.publication(citation)
        name = (canonical_address(item.url) if item.url else citation.report) if item is not None else None
        if name and citation.stance in ASSERTING:
            claims = frozenset(citation.claims)
            earlier = items.get(name, claims)
            items[name] = earlier | claims if earlier and claims else frozenset()
    return items


def _hours(time: TimeOfDay | None) -> frozenset[int]:
    """With an hour's leave on both sides, for two accounts of one event seldom give the same minute."""
    if time is None:
        return frozenset()
    if time.start is None or time.end is None:
        return frozenset(_HOURS_OF_PART.get(time.part or "", ()))
    last = time.end.hour + (24 if time.end < time.start else 0)
    return frozenset(hour % 24 for hour in range(max(time.start.hour - 1, 0), last + 2))


Weights = Mapping[tuple[str, str], float]
"""How much it says that two incidents share a type, a means or an attacker: from 0 to 1."""


def weights_of(traits: Iterable[Traits]) -> Weights:
    """One for what few incidents have, towards zero for what nearly all of them have."""
    every = list(traits)
    counts = Counter(kept for one in every for kept in _kept(one))
    # A handful more than there are: in a small archive nothing can be called common yet.
    return {kept: min(1.0, log2((len(every) + 10) / count)) for kept, count in counts.items()}


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
    for ones, others in ((one, other), (other, one)):
        for key in ones:
            larger = [place for place in around.around.get(key, ()) if place in others]
            if larger:
                return (0.0 if around.is_area(larger[0]) else 0.5), "one location within the other"
    return None


def _one_item(one: Traits, other: Traits) -> bool:
    """Whether an item tells of both, and not by different claims of its ledger."""
    for name in one.items.keys() & other.items.keys():
        if not one.items[name] or not other.items[name] or one.items[name] & other.items[name]:
            return True
    return False
