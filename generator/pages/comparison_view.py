"""A running count beside the archive, in words and numbers that a table or a sentence can show."""

from dataclasses import dataclass, replace

from generator.archive.archive import Archive
from generator.archive.holdings import Held
from generator.archive.running_counts import Comparison, Growth, RunningCount
from generator.model.counts import CountRange
from generator.model.edtf import parse_edtf
from generator.pages.addresses import Link, address_of
from generator.pages.date_words import date_words, date_words_short
from generator.pages.difference_words import grown, level_words, signed
from generator.pages.registry_name import actor_link, location_link
from generator.pages.wording import count_words
from generator.texts.text import Text, joined, say, say_number


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
    held = growth.held
    return GrowthView(
        by=signed(growth.by),
        since=tally_day(archive, growth.since),
        held=held,
        sentence=_growth_sentence(archive, one, growth),
        exact=growth.exact,
        gap=(growth.by.low or 0) - held.places - held.possibly_places - held.undated_places,
    )


def _growth_sentence(archive: Archive, one: Comparison, growth: Growth) -> Text:
    held = growth.held
    incidents = say_number(held.within, "{n} incident", "{n} incidents")
    if held.places != held.within:
        incidents = say("{incidents} ({places} counting each location)", incidents=incidents, places=held.places)
    dated = date_words(parse_edtf(f"{growth.first.isoformat()}/{one.last.isoformat()}"))
    has = say("the archive has {incidents} dated {dated}", incidents=incidents, dated=dated)
    if held.possibly:
        has = say_number(
            held.possibly,
            "{has}, and {n} more that may lie in that time",
            "{has}, and {n} more that may lie in that time",
            has=has,
        )
    sentence = say(
        "Since the count before it, as of {day}, the count {grew}; {has}.",
        day=date_words(archive.records.tallies[growth.since].as_of),
        grew=grown(growth.by),
        has=has,
    )
    doubt = "" if growth.exact else say("The days of the counts are not exact, so neither is that time.")
    return joined(" ", (sentence, doubt))


def _marked(one: ComparisonView) -> ComparisonView:
    return replace(one, growth=replace(one.growth, widest=True)) if one.growth else one
