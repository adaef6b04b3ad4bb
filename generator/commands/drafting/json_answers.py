"""Answers written as JSON: an object for one record, or a list of them for several."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from generator.checking.schema.rules import UNKNOWN_KEY, WRONG_KIND
from generator.checking.similarity import nearest
from generator.commands.drafting.answer_sheet import ANSWERS, Answer, Sheet
from generator.commands.project import Refusal
from generator.reading.finding import Finding, Span, quoted
from generator.reading.yaml_rules import DUPLICATE_KEY

MOST_BYTES = 1_000_000
MOST_RECORDS = 50
MOST_FAULTS = 100
"""Of the faults in keys no more are told at once."""

_BLANK = re.compile(r"[ \t\n]*")


def read_json_answers(text: str, path: str) -> tuple[tuple[Sheet, ...], tuple[Finding, ...]]:
    """The sheets of a JSON text, and the first of the faults in their keys. Raises Refusal where the text is no such JSON."""
    reader = _Reader(text, path)
    sheets: list[Sheet] = []
    faults: list[Finding] = []
    for start, members in reader.objects():
        answers: dict[str, Answer] = {}
        for name, key, value in members:
            if name in ANSWERS and name != "id" and name not in answers and value.value is not None:
                answers[name] = value
            elif len(faults) < MOST_FAULTS:
                faults.append(_fault(name, value, answers, path, key))
        sheets.append(Sheet(path, text, reader.span(start, start + 1), MappingProxyType(answers)))
    return tuple(sheets), tuple(faults)


def _fault(name: str, value: Answer, known: dict[str, Answer], path: str, key: Span) -> Finding:
    if name in known:
        return DUPLICATE_KEY.finding(path, key, key=name)
    if name == "id":
        way = "leave it out: a fresh id is minted"
    elif name not in ANSWERS:
        meant = nearest(name, ANSWERS)
        way = f"there is a similar key: `{meant}`" if meant else f"the known keys: {', '.join(ANSWERS)}"
    else:
        return WRONG_KIND.finding(path, value.span, key=name, wanted="left out where nothing is known, and not null")
    return UNKNOWN_KEY.finding(path, key, key=quoted(name), thing="a new record's answers", help=way)


class _Reader:
    """Reads JSON and keeps where the members of its objects stand."""

    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._path = path
        self._at = 0
        self._lines = (0, *(end.end() for end in re.finditer("\n", text)))
        self._decoder = json.JSONDecoder(object_pairs_hook=self._pairs, parse_constant=self._constant)

    def objects(self) -> Iterator[tuple[int, list[tuple[str, Span, Answer]]]]:
        """Each object with the offset it begins at and its members: name, place of the name, answer."""
        several = self._take("[")
        number = 0
        while not (several and self._peek() == "]"):
            if number:
                self._want(",")
            number += 1
            if number > MOST_RECORDS:
                raise self._refusal(self._at, f"more than {MOST_RECORDS} records in one list")
            start = self._skip()
            yield start, self._members()
            if not several:
                break
        if several:
            self._want("]")
        if not number:
            raise self._refusal(self._at, "there is no record in this list")
        if self._skip() < len(self._text):
            raise self._refusal(self._at, "nothing may follow the answers")

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets."""
        return Span(*self._place(start), *self._place(end))

    def _members(self) -> list[tuple[str, Span, Answer]]:
        if self._peek() != "{":
            raise self._refusal(self._at, 'the answers for a record stand in braces: {"title": …}')
        self._want("{")
        found: list[tuple[str, Span, Answer]] = []
        while not self._take("}"):
            if found:
                self._want(",")
            if self._peek() != '"':
                raise self._refusal(self._at, "a name in double quotes is expected here")
            name, key = self._value()
            self._want(":")
            value, span = self._value()
            found.append((name, key, Answer(value, span)))
        return found

    def _value(self) -> tuple[Any, Span]:
        start = self._skip()
        try:
            value, self._at = self._decoder.raw_decode(self._text, start)
        except json.JSONDecodeError as error:
            raise self._refusal(error.pos, f"this is no JSON ({error.msg})") from None
        except (ValueError, RecursionError) as error:
            raise self._refusal(start, f"this value cannot be read ({_reason(error)})") from None
        return value, self.span(start, self._at)

    def _skip(self) -> int:
        blank = _BLANK.match(self._text, self._at)
        self._at = blank.end() if blank else self._at
        return self._at

    def _peek(self) -> str:
        return self._text[self._skip() : self._at + 1]

    def _take(self, sign: str) -> bool:
        found = self._peek() == sign
        self._at += found
        return found

    def _want(self, sign: str) -> None:
        if not self._take(sign):
            raise self._refusal(self._at, f"this is no JSON (`{sign}` is expected here)")

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def _refusal(self, offset: int, reason: str) -> Refusal:
        line, column = self._place(offset)
        return Refusal(f"{self._path}:{line}:{column}: {reason}; nothing was written")

    @staticmethod
    def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            raise ValueError("a key stands in it twice")
        return found

    @staticmethod
    def _constant(name: str) -> Any:
        raise ValueError(f"{name} is no number that JSON knows")


def _reason(error: Exception) -> str:
    return "it is nested too deep" if isinstance(error, RecursionError) else quoted(str(error), 80)
