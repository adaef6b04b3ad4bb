"""A text the parser gave up on, and the places it spoke of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

from generator.reading.finding import Finding, Rule, Span
from generator.reading.positions import Mark

_Scanner: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Place = tuple[int, int]
"""A 0-based line and column inside a text."""


class BrokenText:
    """The lines of a text, and the parser's words and marks as 0-based places in it."""

    def __init__(self, text: str, error: Any, open_marks: Sequence[Mark], path: str, first_line: int) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.open_marks = open_marks
        self.path = path
        self.first_line = first_line
        self.context = str(getattr(error, "context", None) or "")
        self.problem = str(getattr(error, "problem", None) or "")
        problem_mark = getattr(error, "problem_mark", None)
        context_mark = getattr(error, "context_mark", None) or problem_mark
        self.line, self.column = self.place(problem_mark)
        self.context_line, self.context_column = self.place(context_mark)

    def place(self, mark: Mark | None) -> Place:
        """A mark as 0-based line and column inside the text."""
        if mark is None:
            return 0, 0
        line = min(mark.line, len(self.lines) - 1)
        return line, min(mark.column, len(self.lines[line]))

    def quoted_text_before(self, place: Place) -> tuple[Place, Place] | None:
        """Where the last quoted text that begins before a place begins and ends."""
        found = None
        try:
            for token in yaml.scan(self.text, Loader=_Scanner):
                start = self.place(token.start_mark)
                if start >= place:
                    break
                if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                    found = start, self.place(token.end_mark)
        except (yaml.YAMLError, UnicodeError):
            # What the scanner cannot read lies behind what is asked for.
            return found
        return found

    def text_of(self, number: int | None = None) -> str:
        """The line the parser stopped in, or the one of this number."""
        return self.lines[self.line if number is None else number]

    def above(self, number: int) -> int | None:
        """The nearest line above that is neither blank nor a comment."""
        for above in range(number - 1, -1, -1):
            line = self.lines[above].strip()
            if line and not line.startswith("#"):
                return above
        return None

    def span(self, line: int, start: int, end: int) -> Span:
        """A span within one line, from 0-based columns."""
        number = line + self.first_line
        return Span(number, start + 1, number, end + 1)

    def at(self, rule: Rule, line: int, column: int, *, to: int | None = None, **rest: Any) -> Finding:
        """A finding of `rule` at a place; without `to` it covers one sign."""
        end = min(column + 1, len(self.lines[line])) if to is None else to
        return rule.finding(self.path, self.span(line, column, max(end, column)), **rest)
