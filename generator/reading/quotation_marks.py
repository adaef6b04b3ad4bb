"""Mistakes around quoted texts: a mark without its partner, a backslash that is no escape."""

from __future__ import annotations

import re

from generator.reading import syntax_rules
from generator.reading.broken_text import BrokenText
from generator.reading.finding import Finding, Suggestion

_ESCAPED = re.compile(r"\\.")
_INSIDE_WORD = re.compile(r"(?<=\w)'(?=\w)")


class QuotationMarks(BrokenText):
    """Diagnoses of quotation marks and of what stands between them."""

    def unclosed_quote(self) -> Finding | None:
        """A quoted text that runs on to the end of the file."""
        if "quoted scalar" not in self.context or "unexpected" not in self.problem:
            return None
        return self._unclosed(self.context_line, self.context_column)

    def lone_quote(self) -> Finding | None:
        """A mark without its partner that has taken the opening mark of another text for it."""
        stopped = self.line, self.column
        if "quoted scalar" in self.context and "unexpected" in self.problem:
            stopped = self.context_line, self.context_column
        found = self.quoted_text_before(stopped)
        if found is None:
            return None
        (line, column), (end_line, end_column) = found
        behind = self.lines[end_line][end_column : end_column + 1]
        if end_line != stopped[0] or not behind or behind in " \t,]}:":
            return None
        return self._unclosed(line, column) if self._has_odd_marks(line, column) else None

    def _has_odd_marks(self, line: int, column: int) -> bool:
        """Whether a line has an odd number of the quotation mark at a column; escapes and marks inside words aside."""
        mark = self.lines[line][column : column + 1]
        shown = _ESCAPED.sub("", self.lines[line]) if mark == '"' else _INSIDE_WORD.sub("", self.lines[line])
        return bool(mark) and shown.count(mark) % 2 == 1

    def _unclosed(self, line: int, column: int) -> Finding:
        quote = self.lines[line][column : column + 1] or '"'
        return self.at(
            syntax_rules.UNCLOSED_QUOTE,
            line,
            column,
            quote=quote,
            label="opened here",
            help=f"Close the text with `{quote}`.",
        )

    def escape(self) -> Finding | None:
        """A backslash that begins no escape known to YAML."""
        if "quoted scalar" not in self.context and "double-quoted" not in self.context:
            return None
        column = self.lines[self.line].rfind("\\", 0, self.column + 1)
        column = self.column if column < 0 else column
        return self.at(
            syntax_rules.BACKSLASH,
            self.line,
            column,
            help="Write `\\\\`, or put the text in single quotes, where it needs no doubling.",
            suggestion=Suggestion("\\\\", "unsafe", self.span(self.line, column, column + 1), verbatim=True)
            if self.lines[self.line][column : column + 1] == "\\"
            else None,
        )
