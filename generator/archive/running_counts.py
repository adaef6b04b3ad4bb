"""Running counts: what tallies say, held against what the archive has for the same scope and time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.archive.archive import Archive
from generator.archive.holdings import Held, Holdings, Scope, holdings
from generator.model.counts import CountRange
from generator.model.dates import is_one_day
from generator.model.tally import Figure, Tally

Hindrance = Literal["incomparable", "not-incidents", "no-location", "no-period"]
"""Why a figure is not held against the archive's records, the first that applies."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One number less another, where either may be a range: None on a side that nothing bounds. May be negative."""

    low: int | None
    high: int | None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Growth:
    """How a running count went on from the one before it, and what the archive holds of just that time."""

    since: str
    """Key of the tally before it."""
    by: Difference
    first: date
    """The day after the last one that the count before it speaks for."""
    held: Held
    exact: bool
    """Whether the last day of both counts is one stated day without a qualifier."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One figure of a tally beside the archive."""

    tally: str
    figure: int
    """Its position in the tally."""
    count: CountRange
    first: date
    last: date
    """The last day that the count may speak for: that of its period or of `as_of`, whichever is earlier."""
    held: Held
    """What the archive holds from the first day to the last."""
    above: Difference
    """The count less the number of incidents within; negative where the archive has more."""
    above_places: Difference
    """The same with an incident counted once for each of its locations."""
    growth: Growth | None
    """None for the counts of the first of all last days; of several counts of one day, the next grows from the highest."""


@dataclass(frozen=True, slots=True)
class RunningCount:
    """Counts of one keeper of the same thing over the same scope from the same day on, in order of their last day."""

    keeper: str | None
    """Key of the source that keeps it; None where nobody is named, and then it has one count only."""
    what: str
    scope: Scope
    counts: tuple[Comparison, ...]


def hindrance(archive: Archive, tally: Tally, figure: Figure) -> Hindrance | None:
    """Why a figure of a tally is not held against the archive's records; None where it is."""
    if tally.incomparable is not None:
        return "incomparable"
    if figure.counts != "incidents":
        return "not-incidents"
    if not scope_of(archive, tally, figure).locations:
        return "no-location"
    return None if days_of(tally) else "no-period"


def scope_of(archive: Archive, tally: Tally, figure: Figure) -> Scope:
    """Of what a figure is a count, as far as the archive has records of it."""
    named = figure.location or tally.location
    return Scope(
        tuple(sorted({key for key in named if key in archive.locations})),
        tuple(sorted(set(tally.struck))),
    )


def days_of(tally: Tally) -> tuple[date, date] | None:
    """The first day a tally counts and the last it may speak for; None where its period is open on a side."""
    period = tally.period
    if period is None or period.lower is None or period.upper is None:
        return None
    last = min(period.upper, tally.as_of.upper or period.upper)
    return (period.lower, last) if period.lower <= last else None


def less(one: CountRange, other: CountRange) -> Difference:
    """How much more the one is than the other, as far as both are bounded."""
    return Difference(
        None if one.min is None or other.max is None else one.min - other.max,
        None if one.max is None or other.min is None else one.max - other.min,
        one.approximate or other.approximate,
    )


@dataclass(frozen=True, slots=True)
class _Stated:
    """A figure with what places it among the others of its keeper."""

    tally: Tally
    position: int
    first: date
    last: date

    @property
    def count(self) -> CountRange:
        return self.tally.figures[self.position].count

    @property
    def exact(self) -> bool:
        """Whether its last day is one stated day without a qualifier."""
        end = self.tally.as_of
        return is_one_day(end) and not (end.uncertain or end.approximate)

    @property
    def order(self) -> tuple[date, int, str, int]:
        """By last day, then by number."""
        least = self.count.min if self.count.min is not None else self.count.max
        return self.last, least or 0, self.tally.key, self.position


def running_counts(archive: Archive) -> tuple[RunningCount, ...]:
    """Every figure that can be held against the archive's records, in the order in which the tallies stand first."""
    groups: dict[tuple[str | None, str, Scope, date, tuple[str, int] | None], list[_Stated]] = {}
    for key, tally in archive.records.tallies.items():
        for position, figure in enumerate(tally.figures):
            days = days_of(tally)
            if days is None or hindrance(archive, tally, figure) is not None:
                continue
            alone = (key, position) if tally.stated_by is None else None
            what = " ".join(figure.what.split()).casefold()
            group = (tally.stated_by, what, scope_of(archive, tally, figure), days[0], alone)
            groups.setdefault(group, []).append(_Stated(tally, position, *days))
    held: dict[Scope, Holdings] = {}
    for _, _, scope, _, _ in groups:
        if scope not in held:
            held[scope] = holdings(archive, scope)
    return tuple(
        RunningCount(
            keeper,
            stated[0].tally.figures[stated[0].position].what,
            scope,
            tuple(_compared(sorted(stated, key=lambda one: one.order), held[scope])),
        )
        for (keeper, _, scope, _, _), stated in groups.items()
    )


def _compared(stated: list[_Stated], held: Holdings) -> Iterator[Comparison]:
    earlier: _Stated | None = None
    for number, one in enumerate(stated):
        if number and stated[number - 1].last < one.last:
            earlier = stated[number - 1]
        so_far = held.between(one.first, one.last)
        yield Comparison(
            one.tally.key,
            one.position,
            one.count,
            one.first,
            one.last,
            so_far,
            less(one.count, CountRange(min=so_far.within, max=so_far.within)),
            less(one.count, CountRange(min=so_far.places, max=so_far.places)),
            _growth(earlier, one, held) if earlier else None,
        )


def _growth(earlier: _Stated, one: _Stated, held: Holdings) -> Growth:
    first = earlier.last + timedelta(days=1)
    return Growth(
        earlier.tally.key,
        less(one.count, earlier.count),
        first,
        held.between(first, one.last),
        earlier.exact and one.exact,
    )
