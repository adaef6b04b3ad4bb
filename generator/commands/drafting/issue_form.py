"""The text of an issue made with the form `.github/ISSUE_TEMPLATE/incident.yml`: data, read by its headings and nothing else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from generator.commands.drafting.answer_sheet import Answer, Sheet
from generator.commands.drafting.interview import cleaned
from generator.commands.project import Refusal
from generator.model.times import PARTS_OF_DAY
from generator.reading.finding import Span

MOST_BYTES = 300_000
"""The code host takes 65,536 characters, each at most four bytes."""
NO_RESPONSE = "_No response_"
NOT_SURE = "None of these, or not sure"
"""The last choice for the kind of event: the question is left to an editor."""
_STEP = re.compile(r"(?<!\S)>(?!\S)")
"""Stands between the steps of a line of origin, with space or nothing on either side."""

_HEADING = "### "


@dataclass(frozen=True, slots=True)
class _Field:
    label: str
    answer: str = ""
    """The answer it gives; empty for one that is no part of a record."""


_FIELDS = (
    _Field("What happened, in a few words", "title"),
    _Field("Kind of event", "type"),
    _Field("Date, as the report gives it", "date"),
    _Field("What the date rests on", "basis"),
    _Field("Time of day", "time"),
    _Field("Where", "location"),
    _Field("In which larger place", "within"),
    _Field("Web address of the report", "url"),
    _Field("Who published it", "source"),
    _Field("Kind of publisher", "source_kind"),
    _Field("Whom the report names", "chains"),
    _Field("People reported killed", "killed"),
    _Field("People reported injured", "injured"),
    _Field("What is reported, and by whom", "body"),
    _Field("Anything the editors should know"),
    _Field("Before you send"),
)
LABELS = MappingProxyType({field.answer: field.label for field in _FIELDS if field.answer})
"""What the form calls each answer."""
MAY_BE_LEFT_OUT = frozenset({"time", "chains", "killed", "injured"})
"""What a record can do without: refused, it is named to the author and not taken over."""


def read_issue_form(text: str, path: str) -> Sheet:
    """The answers of an issue. Raises Refusal where the headings are not those of the form, each once and in order."""
    lines = text.split("\n")
    found = _sections(lines)
    answers: dict[str, Answer] = {}
    for number, (field, start) in enumerate(found):
        end = found[number + 1][1] - 1 if number + 1 < len(found) else len(lines)
        answer = _answer(field.answer, lines, start, end)
        if field.answer and answer:
            answers[field.answer] = answer
    headings = {field.answer: Span(line, 1, line, len(lines[line - 1]) + 1) for field, line in found}
    known, asked = MappingProxyType(answers), MappingProxyType(headings)
    return Sheet(path, text, Span(1, 1, 1, 1), known, LABELS, asked, MAY_BE_LEFT_OUT)


def _sections(lines: Sequence[str]) -> list[tuple[_Field, int]]:
    """Each field with the number of lines down to its heading, the heading included."""
    places = {_HEADING + field.label: at for at, field in enumerate(_FIELDS)}
    found = [(_FIELDS[places[line]], number) for number, line in enumerate(lines, 1) if line in places]
    first: dict[str, int] = {}
    for field, number in found:
        if field.label in first:
            raise Refusal(
                f"the heading `{field.label}` stands twice, in lines {first[field.label]} and {number}, "
                "so it cannot be told which answer counts"
            )
        first[field.label] = number
    for (before, _), (field, number) in pairwise(found):
        if _FIELDS.index(field) < _FIELDS.index(before):
            raise Refusal(
                f"line {number}: the heading `{field.label}` stands below `{before.label}`, where the form does not have it"
            )
    if not found:
        raise Refusal("there is no heading of the form in the text; keep the headings that it begins with `###`")
    if any(line.strip() for line in lines[: found[0][1] - 1]):
        raise Refusal(f"line 1: something stands above the first heading, `{found[0][0].label}`; take it out")
    return found


def _answer(name: str, lines: Sequence[str], start: int, end: int) -> Answer | None:
    """The answer in the lines from `start` to `end` (0-based, exclusive); None where it was left empty."""
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    text = "\n".join(lines[start:end])
    if text.strip() in ("", NO_RESPONSE):
        return None
    indent = len(lines[start]) - len(lines[start].lstrip())
    span = Span(start + 1, indent + 1, end, len(lines[end - 1].rstrip()) + 1)
    value = _value(name, cleaned(text))
    return None if value is None else Answer(value, span, lines=name == "body")


def _value(name: str, text: str) -> Any:
    """The answer as a record has it, where it can be read as such; otherwise the text, for the check to refuse."""
    if name == "type":
        return None if text == NOT_SURE else text
    if name in ("killed", "injured"):
        return int(text) if text.isdecimal() and len(text) < 10 else text
    if name == "time":
        words = "-".join(text.casefold().split())
        return words if words in PARTS_OF_DAY else text
    if name == "source_kind":
        return "-".join(text.split())
    if name == "chains":
        steps = [[step.strip() for step in _STEP.split(line)] for line in text.split("\n") if line.strip()]
        return [[{"as_stated": step} for step in line] for line in steps]
    return text
