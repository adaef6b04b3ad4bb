"""One sheet of answers on its way into a draft: what it has given so far, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.checking.references.keys import UNKNOWN_REFERENCE
from generator.checking.schema.rules import LENGTH, WRONG_KIND
from generator.commands.drafting.answer_sheet import Sheet
from generator.commands.drafting.answers import Desk
from generator.commands.drafting.interview import cleaned
from generator.commands.drafting.key_search import Choice, search
from generator.reading.finding import Finding, Rule, quoted
from generator.reading.positions import Loc

MOST_SIGNS = 1_000
"""Most characters of an answer that is looked at; no field but the account takes so many."""
_MOST = {"body": 20_000}
_OFFERED = 3


@dataclass(slots=True)
class Filling:
    """Fields of a record, where each comes from, faults with the answer each is about, and sentences to tell."""

    sheet: Sheet
    desk: Desk
    fields: dict[str, Any] = field(default_factory=dict)
    origins: dict[Loc, str] = field(default_factory=dict)
    faults: list[tuple[str | None, Finding]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def put(self, loc: Loc, name: str) -> None:
        """A part of the record comes from this answer."""
        self.origins[loc] = name

    def has(self, name: str) -> bool:
        """Whether there is an answer of this name."""
        return name in self.sheet.answers

    def value(self, name: str) -> Any:
        """The answer of this name."""
        return self.sheet.answers[name].value

    def fault(self, name: str | None, rule: Rule, **gaps: Any) -> None:
        """Something to mend in this answer, or in the whole for None."""
        place = self.sheet.place(name)
        self.faults.append((name, rule.finding(self.sheet.path, place, **gaps)))

    def text(self, name: str) -> str | None:
        """The text of an answer; None where it has none, is blank, too long or no text."""
        if not self.has(name):
            return None
        value = self.value(name)
        if not isinstance(value, str):
            self.fault(name, WRONG_KIND, key=self.sheet.called(name), wanted="text")
            return None
        if len(value) > (most := _MOST.get(name, MOST_SIGNS)):
            self.fault(
                name, LENGTH, key=self.sheet.called(name), limit=f"at most {most:,} characters", actual=len(value)
            )
            return None
        return cleaned(value) or None

    def recognised(self, name: str, text: str, found: Choice) -> None:
        """Tells what a name was taken for."""
        if text != found.key:
            self.notes.append(f"`{self.sheet.called(name)}` is taken for `{found.key}` ({found.name}).")

    def unknown(self, name: str, text: str, what: str, choices: Sequence[Choice], also: str = "") -> None:
        """A name that no entry has: those that are like it, and what to answer where it is none of them."""
        near = ", ".join(f"`{choice.key}` ({choice.name})" for choice in search(text, choices)[:_OFFERED])
        ways = [f"similar: {near}"] if near else []
        ways += [
            f"where it is {'none of these' if near else 'new here'}, answer `{self.sheet.called(also)}` too"
        ] * bool(also)
        self.fault(name, UNKNOWN_REFERENCE, kind=what, key=quoted(text), help="; ".join(ways))
