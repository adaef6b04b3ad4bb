"""Counts of one kind of effect over everything the reports of an incident state."""

from dataclasses import dataclass

from generator.model.account import Effect
from generator.model.incident import Incident
from generator.model.records import Records, ancestors
from generator.pages.wording import count_words


@dataclass(frozen=True, slots=True)
class StatedCount:
    """The span of the numbers stated of one group of people; never a sum.

    Reports often count the same people at different hours, or a part of them, so adding their
    numbers would invent dead, and a "no civilians" beside "18 killed" would hide them. Where the
    statements are not all on one group there is no span, only the statements. A side is None too
    where some statement leaves it open ("at least 3", "dozens") or none was made, and both are
    where one says "about": a bound would make an exact number of it.
    """

    who: str | None
    """The group the span speaks of; None where the reports name none or several."""
    lowest: int | None
    highest: int | None
    statements: tuple[str, ...]
    """Every statement: whom it befell, and the count or `no number stated`."""


def stated_count(incident: Incident, kind: str, records: Records) -> StatedCount:
    """What reports state of an effect, narrower terms of the vocabulary included."""
    stated = [effect for effect in incident.effects if _is(effect.kind, kind, records)]
    statements = tuple(_statement(effect) for effect in stated)
    if len({(effect.kind, (effect.who or "").casefold(), frozenset(effect.location)) for effect in stated}) != 1:
        return StatedCount(None, None, None, statements)
    counts = [effect.count for effect in stated if effect.count is not None]
    if any(count.approximate for count in counts):
        return StatedCount(stated[0].who, None, None, statements)
    lower, upper = [count.min for count in counts], [count.max for count in counts]
    # A statement without a number says that there was harm: it opens the upper side only.
    open_above = None in upper or len(counts) < len(stated)
    return StatedCount(
        stated[0].who,
        None if None in lower else min((low for low in lower if low is not None), default=None),
        None if open_above else max((high for high in upper if high is not None), default=None),
        statements,
    )


def _is(term: str, kind: str, records: Records) -> bool:
    if term == kind:
        return True
    vocabulary = records.vocabularies.get("effects")
    broader = {key: entry.broader for key, entry in vocabulary.terms.items()} if vocabulary else {}
    return kind in ancestors(term, broader)


def _statement(effect: Effect) -> str:
    number = count_words(effect.count) if effect.count is not None else "no number stated"
    return f"{effect.who}: {number}" if effect.who else number
