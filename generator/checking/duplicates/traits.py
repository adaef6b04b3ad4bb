"""What an incident is recognised by: its day, its place, the words of its title, the items that tell of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.checking.duplicates.neighbours import Neighbourhood
from generator.checking.similarity import folded
from generator.model.attribution import said_to_attack
from generator.model.dates import Edtf, TimeOfDay, is_one_day, overlaps
from generator.model.incident import Incident
from generator.model.records import Records, ancestors
from generator.model.report import ASSERTING
from generator.model.web_address import canonical_address

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
