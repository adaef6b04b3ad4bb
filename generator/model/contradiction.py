"""When accounts of one incident contradict one another."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from generator.model.account import UNKNOWN_ACTOR, Effect, Involvement, Means, denies
from generator.model.dates import overlaps
from generator.model.incident import DateStatement, Incident
from generator.model.location import LocationStatement
from generator.model.records import Records, Upward, ancestors
from generator.model.times import TimeOfDay

Statement = TypeVar("Statement")

_NO_LIMIT = 10**9


def competes(incident: Incident, records: Records) -> bool:
    """Whether accounts contradict one another: a denial or correction, or statements that cannot all hold."""
    if any(citation.stance in ("denies", "corrects") for citation in incident.reports):
        return True
    if incident.claims_of_responsibility in ("denied", "competing"):
        return True
    return bool(
        clashing_dates((incident.date, *incident.date.alternatives))
        or clashing_locations((incident.location, *incident.location.alternatives), records)
        or clashing_counts(incident.effects)
        or clashing_counts(incident.means)
        or clashing_attackers(attackers_of(incident), labels_among(incident, records))
    )


def attackers_of(incident: Incident) -> tuple[Involvement, ...]:
    """Those who are reported to have carried it out, and those who deny it."""
    return tuple(part for part in incident.actors if part.role == "attacker")


def labels_among(incident: Incident, records: Records) -> frozenset[str]:
    """Attackers that are only labels: words that may well mean the group that another report names."""
    labels = (part.actor for part in attackers_of(incident))
    return frozenset(key for key in labels if key in records.actors and records.actors[key].kind == "label")


def clashing_counts(items: Iterable[Effect | Means]) -> frozenset[int]:
    """Positions of counts of one kind of thing, of the same people and locations, that cannot all hold.

    "2" and "at least 1" can; "2" and "3 to 5" cannot. An approximate count clashes with none.
    """
    stated: dict[tuple[str, str, frozenset[str]], dict[tuple[int, int], list[int]]] = {}
    for number, item in enumerate(items):
        if item.count is not None and not item.count.approximate:
            what = (item.kind, (getattr(item, "who", None) or "").casefold(), frozenset(item.location))
            limits = (item.count.min or 0, _NO_LIMIT if item.count.max is None else item.count.max)
            stated.setdefault(what, {}).setdefault(limits, []).append(number)
    clashing: set[int] = set()
    for counts in stated.values():
        for one in counts:
            for other in counts:
                if one[1] < other[0]:
                    clashing.update(counts[one], counts[other])
    return frozenset(clashing)


def clashing_dates(statements: Sequence[DateStatement]) -> frozenset[int]:
    """Positions of dates that cannot be of one event: days apart, or clock times apart."""
    return _clashing(statements, _apart_in_time)


def _apart_in_time(one: DateStatement, other: DateStatement) -> bool:
    if not overlaps(one.value, other.value):
        return True
    first, second = one.time, other.time
    if first is None or second is None or first.approximate or second.approximate:
        return False
    mine, theirs = _minutes(first), _minutes(second)
    return bool(mine and theirs) and (mine[1] < theirs[0] or theirs[1] < mine[0])


def _minutes(time: TimeOfDay) -> tuple[int, ...]:
    """First and last minute of a clock time or a span, counted from midnight; empty for a part of the day."""
    if time.start is None or time.end is None:
        return ()
    first, last = (moment.hour * 60 + moment.minute for moment in (time.start, time.end))
    return first, last if last >= first else last + 24 * 60


def clashing_locations(statements: Sequence[LocationStatement], records: Records) -> frozenset[int]:
    """Positions of locations of which neither lies in, around or among the other's."""
    if len(statements) < 2:
        return frozenset()
    parent = Upward(records.locations, "within")
    around = [{*one.keys, *(larger for key in one.keys for larger in ancestors(key, parent))} for one in statements]
    return frozenset(
        number
        for number, one in enumerate(statements)
        if any(
            not (around[number].intersection(other.keys) or around[position].intersection(one.keys))
            for position, other in enumerate(statements)
            if position != number
        )
    )


def clashing_attackers(parts: Sequence[Involvement], vague: frozenset[str]) -> frozenset[int]:
    """Positions of attackers named differently, and of an attacker beside its own denial.

    An unknown attacker, and labels in `vague`, contradict nobody; nor do attackers at different locations.
    """
    unnamed = vague | {UNKNOWN_ACTOR}

    def apart(one: Involvement, other: Involvement) -> bool:
        if denies(one) or denies(other):
            return one.actor == other.actor and denies(one) != denies(other)
        if one.location and other.location and not set(one.location) & set(other.location):
            return False
        return one.actor != other.actor and not {one.actor, other.actor} & unnamed

    return _clashing(parts, apart)


def _clashing(statements: Sequence[Statement], apart: Callable[[Statement, Statement], bool]) -> frozenset[int]:
    return frozenset(
        number
        for number, one in enumerate(statements)
        if any(other is not one and apart(one, other) for other in statements)
    )
