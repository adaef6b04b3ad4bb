"""The published count that lies furthest above the records, in a few sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.addresses import Link
from generator.pages.comparison_view import ComparisonView, RunningView
from generator.texts.text import joined, say, say_number


@dataclass(frozen=True, slots=True)
class Furthest:
    """A count with who keeps it."""

    keeper: Link
    count: ComparisonView
    struck: bool
    """Whether it counts only what struck a party that it names."""


def furthest_count(running: Iterable[tuple[Link, RunningView]]) -> Furthest | None:
    """Of all keepers' counts the one furthest above the records; None where none is above them."""
    found = max(running, key=lambda entry: entry[1].above, default=None)
    if found is None or not found[1].above:
        return None
    keeper, one = found
    return Furthest(keeper, one.furthest, bool(one.struck))


def furthest_words(one: Furthest) -> str:
    """What it counts, what the archive has beside it, and how far apart the two are."""
    count, held = one.count, one.count.held.within
    beside = (
        say_number(
            held,
            "This archive has {n} incident with the same place and party struck dated in that time.",
            "This archive has {n} incidents with the same place and party struck dated in that time.",
        )
        if one.struck
        else say_number(
            held,
            "This archive has {n} incident at the same place dated in that time.",
            "This archive has {n} incidents at the same place dated in that time.",
        )
    )
    told = say(
        "{keeper}: {count} {what}, as of {day}.",
        keeper=one.keeper.text,
        count=count.count,
        what=count.what,
        day=count.as_of,
    )
    return joined(" ", [told, beside, count.level])


def nothing_words(tallies: int, *, comparable: bool) -> str:
    """Why no count shows a gap, of so many tallies of which some or none can be compared."""
    if not tallies:
        return say(
            "No count that others publish is recorded here, so nothing outside this archive shows how much it lacks."
        )
    if not comparable:
        return say_number(
            tallies,
            "The {n} published count recorded here cannot be held against this archive’s records.",
            "None of the {n} published counts recorded here can be held against this archive’s records.",
        )
    return say("No published count that can be held against this archive’s records is higher than their number.")
