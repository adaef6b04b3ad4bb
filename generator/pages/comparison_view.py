"""A running count beside the archive, in words and numbers that a table or a sentence can show."""

from dataclasses import dataclass, replace

from generator.archive.archive import Archive
from generator.archive.holdings import Held
from generator.archive.running_counts import Comparison, Difference, Growth, RunningCount
from generator.model.counts import CountRange
from generator.model.edtf import parse_edtf
from generator.pages.actor_page import actor_link
from generator.pages.addresses import Link, address_of
from generator.pages.date_words import date_words, date_words_short
from generator.pages.incident_row import location_link
from generator.pages.wording import count_words, number_of

MINUS = "−"


@dataclass(frozen=True, slots=True)
class GrowthView:
    """How a count went on from the one before it."""

    by: str
    """As `+4`."""
    since: Link
    """The tally before it, named by its day in few words."""
    held: Held
    sentence: str
    """The same as a sentence."""
    exact: bool
    gap: int
    """By how much at least the count grew beyond all records that may lie in that time, dated or not, each counted once for each of its locations."""
    widest: bool = False
    """Whether no other of the same running counts has so wide a gap."""


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """One count and what the archive holds beside it."""

    tally: Link
    """The tally, named by its day in few words."""
    as_of: str
    """The day it speaks for."""
    what: str
    count: str
    dated: str
    """The time counted over, in words."""
    held: Held
    level: str
    """How far the count lies above the number of records, as a sentence."""
    above: str
    """The same as `+21`."""
    above_places: str
    """The same with an incident counted once for each of its locations; empty where that changes nothing."""
    growth: GrowthView | None
    bar: float
    """Length of the count's bar in percent."""
    part: float
    """Length of the records' bar in percent."""
    beyond: bool
    """Whether it reaches beyond the time that the archive means to cover."""


@dataclass(frozen=True, slots=True)
class RunningView:
    """Counts of one keeper, of the same thing over the same scope."""

    what: str
    locations: tuple[Link, ...]
    struck: tuple[Link, ...]
    start: str
    """The day from which it counts, in words."""
    counts: tuple[ComparisonView, ...]
    furthest: ComparisonView
    """The last count that does not reach beyond the time the archive means to cover; where all do, the last."""
    above: int
    """By how much at least that count lies above the number of records; 0 where it does not or gives no least number."""
    widest: GrowthView | None
    """The step in which the count grew most beyond the records; None where it never did."""


def running_view(archive: Archive, running: RunningCount) -> RunningView:
    """The view of the counts of one keeper."""
    longest = max(max(_number(one.count), one.held.within) for one in running.counts)
    counts = [_comparison(archive, one, longest) for one in running.counts]
    covered = [number for number, one in enumerate(counts) if not one.beyond] or list(range(len(counts)))
    gaps = {number: growth.gap for number in covered if (growth := counts[number].growth) is not None}
    widest = max(gaps, key=lambda number: gaps[number], default=None)
    if widest is not None and gaps[widest] > 0:
        counts[widest] = _marked(counts[widest])
    return RunningView(
        what=running.what,
        locations=tuple(location_link(archive, key) for key in running.scope.locations),
        struck=tuple(actor_link(archive, key) for key in running.scope.struck),
        start=date_words(parse_edtf(running.counts[0].first.isoformat())),
        counts=tuple(counts),
        furthest=counts[covered[-1]],
        above=max(running.counts[covered[-1]].above.low or 0, 0),
        widest=next((one.growth for one in counts if one.growth is not None and one.growth.widest), None),
    )


def tally_day(archive: Archive, key: str) -> Link:
    """A tally, named by the day it speaks for, in few words."""
    return Link(date_words_short(archive.records.tallies[key].as_of), address_of("tally", key))


def level_words(above: Difference, above_places: Difference) -> str:
    """How far a count lies above the number of records, as a sentence that holds however many locations a record has."""
    first = f"The count is {_level(above, 'the number of records')}"
    if above_places == above:
        return f"{first}."
    return (
        f"{first}; it is {_level(above_places, 'that number')} if a record of several locations counts once for each."
    )


def signed(by: Difference) -> str:
    """A difference in few signs: `+21`, `−3`, `0`, `at least +21`, `+2 to +4`."""
    about = "about " if by.approximate else ""
    if by.low is None or by.high is None:
        side, number = ("at most", by.high) if by.low is None else ("at least", by.low)
        return "not known" if number is None else f"{side} {about}{_sign(number)}"
    return about + (_sign(by.low) if by.low == by.high else f"{_sign(by.low)} to {_sign(by.high)}")


def _sign(number: int) -> str:
    return f"+{number}" if number > 0 else f"{MINUS}{-number}" if number < 0 else "0"


def _level(by: Difference, than: str) -> str:
    about = "about " if by.approximate else ""
    low, high = by.low, by.high
    if low is not None and low == high:
        return f"the same as {than}" if low == 0 else f"{about}{_step(low)} than {than}"
    if low is None or high is None:
        return _open(low, high, about, than)
    if low >= 0:
        return f"{about}{low} to {high} higher than {than}"
    if high <= 0:
        return f"{about}{-high} to {-low} lower than {than}"
    return f"between {about}{-low} lower and {about}{high} higher than {than}"


def _open(low: int | None, high: int | None, about: str, than: str) -> str:
    """The level of a count that is bounded on one side only."""
    if low is not None:
        if low == 0:
            return f"not lower than {than}"
        return f"{'at least' if low > 0 else 'at most'} {about}{_step(low)} than {than}"
    if high is not None:
        if high == 0:
            return f"not higher than {than}"
        return f"{'at most' if high > 0 else 'at least'} {about}{_step(high)} than {than}"
    return f"not comparable with {than}"


def _step(number: int) -> str:
    return f"{number} higher" if number > 0 else f"{-number} lower"


def _number(count: CountRange) -> int:
    """The number that stands for a count in a drawing: the highest stated, or the least where that is all."""
    return count.max if count.max is not None else count.min or 0


def _comparison(archive: Archive, one: Comparison, longest: int) -> ComparisonView:
    scale = 100 / longest if longest else 0
    period = archive.settings.period
    figure = archive.records.tallies[one.tally].figures[one.figure]
    return ComparisonView(
        tally=tally_day(archive, one.tally),
        as_of=date_words(archive.records.tallies[one.tally].as_of),
        what=figure.what,
        count=count_words(one.count),
        dated=date_words(parse_edtf(f"{one.first.isoformat()}/{one.last.isoformat()}")),
        held=one.held,
        level=level_words(one.above, one.above_places),
        above=signed(one.above),
        above_places="" if one.above_places == one.above else signed(one.above_places),
        growth=_growth(archive, one, one.growth) if one.growth else None,
        bar=round(_number(one.count) * scale, 2),
        part=round(one.held.within * scale, 2),
        beyond=period is not None and period.upper is not None and one.last > period.upper,
    )


def _growth(archive: Archive, one: Comparison, growth: Growth) -> GrowthView:
    before, held = archive.records.tallies[growth.since].as_of, growth.held
    dated = date_words(parse_edtf(f"{growth.first.isoformat()}/{one.last.isoformat()}"))
    incidents = number_of(held.within, "incident", "incidents")
    located = "" if held.places == held.within else f" ({held.places} counting each location)"
    possibly = f", and {held.possibly} more that may lie in that time" if held.possibly else ""
    doubt = "" if growth.exact else " The days of the counts are not exact, so neither is that time."
    return GrowthView(
        by=signed(growth.by),
        since=tally_day(archive, growth.since),
        held=held,
        sentence=f"Since the count before it, as of {date_words(before)}, the count {_grew(growth.by)}; the archive has "
        f"{incidents}{located} dated {dated}{possibly}.{doubt}",
        exact=growth.exact,
        gap=(growth.by.low or 0) - held.places - held.possibly_places - held.undated_places,
    )


def _grew(by: Difference) -> str:
    about = "about " if by.approximate else ""
    low, high = by.low, by.high
    if low is not None and low == high:
        return f"grew by {about}{low}" if low > 0 else f"went down by {about}{-low}" if low < 0 else "stayed the same"
    if low is not None and low > 0:
        return f"grew by {f'at least {about}{low}' if high is None else f'{about}{low} to {high}'}"
    if low is None and high is not None and high > 0:
        return f"grew by at most {about}{high}"
    return (
        "changed by a number that the two do not give" if low is None and high is None else f"changed by {signed(by)}"
    )


def _marked(one: ComparisonView) -> ComparisonView:
    return replace(one, growth=replace(one.growth, widest=True)) if one.growth else one
