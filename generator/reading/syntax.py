"""Why a text is no YAML, in plain words, at the place to mend."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.reading import rules
from generator.reading.finding import Finding, Rule, Span, Suggestion, quoted
from generator.reading.positions import Mark
from generator.reading.signs import refused_signs

_KEY_WITHOUT_SPACE = re.compile(r"\s*(?:- )?([A-Za-z_][\w-]*):(\S.*)")
_KEY_AND_VALUE = re.compile(r"(\s*(?:- )*[\w-]+:[ \t]+)(\S.*)")
_INDENT_WITH_TAB = re.compile(r" *\t\s*\S")
_CLOSING = {"[": "]", "{": "}"}
_LOOK = "Look at this line and the one above: indentation, quotes, brackets and colons."


def syntax_finding(
    text: str, error: Exception, open_marks: Sequence[Mark], path: str, first_line: int
) -> Finding:
    """One finding for the parser's `error`.

    `open_marks` are the beginnings of the mappings and lists still open at that point,
    outermost first; `first_line` is the line of the file the text begins on.
    """
    return _Diagnosis(text, error, open_marks, path, first_line).finding()


class _Diagnosis:
    def __init__(
        self, text: str, error: Any, open_marks: Sequence[Mark], path: str, first_line: int
    ) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.open_marks = open_marks
        self.path = path
        self.first_line = first_line
        self.context = str(getattr(error, "context", None) or "")
        self.problem = str(getattr(error, "problem", None) or "")
        problem_mark = getattr(error, "problem_mark", None)
        context_mark = getattr(error, "context_mark", None) or problem_mark
        self.line, self.column = self._place(problem_mark)
        self.context_line, self.context_column = self._place(context_mark)

    def _place(self, mark: Mark | None) -> tuple[int, int]:
        """A mark as 0-based line and column inside the text."""
        if mark is None:
            return 0, 0
        line = min(mark.line, len(self.lines) - 1)
        return line, min(mark.column, len(self.lines[line]))

    def finding(self) -> Finding:
        for diagnose in (
            self._sign,
            self._directive,
            self._tab,
            self._quote,
            self._escape,
            self._property,
            self._colon,
            self._no_colon,
            self._bracket,
            self._start_of_value,
            self._after_end,
            self._empty_key,
            self._indentation,
        ):
            found = diagnose()
            if found is not None:
                return found
        return self._at(rules.SYNTAX, self.line, self.column, help=_LOOK)

    def _sign(self) -> Finding | None:
        if self.problem:
            return None
        sign = next(refused_signs(self.text), None)
        index = sign.index if sign else 0
        line = self.text.count("\n", 0, index)
        column = index - (self.text.rfind("\n", 0, index) + 1)
        return self._at(rules.SYNTAX, line, column, help="Remove the sign at this place.")

    def _directive(self) -> Finding | None:
        if "directive" not in self.context + self.problem and not self._text().startswith("%"):
            return None
        line = self.context_line if self._text(self.context_line).startswith("%") else self.line
        return self._at(rules.DIRECTIVE, line, 0, to=len(self.lines[line]))

    def _tab(self) -> Finding | None:
        """A tab in the indentation of the line, or of those the parser had begun on."""
        for number in range(self.line, max(self.context_line - 1, -1), -1):
            if _INDENT_WITH_TAB.match(self.lines[number]):
                line = self.lines[number]
                indent = line[: len(line) - len(line.lstrip())]
                spaces = "  " * indent.count("\t") + " " * indent.count(" ")
                start = indent.index("\t")
                return self._at(
                    rules.TAB_INDENTATION,
                    number,
                    start,
                    to=len(indent),
                    line_number=number + self.first_line,
                    help="Replace the tab by two spaces for each level.",
                    suggestion=Suggestion(spaces, "unsafe", self._span(number, 0, len(indent))),
                )
        return None

    def _quote(self) -> Finding | None:
        if "quoted scalar" not in self.context or "unexpected" not in self.problem:
            return None
        line, column = self.context_line, self.context_column
        quote = self.lines[line][column : column + 1] or '"'
        return self._at(
            rules.UNCLOSED_QUOTE,
            line,
            column,
            to=len(self.lines[line]),
            quote=quote,
            label="opened here",
            help=f"Close the text with `{quote}`.",
        )

    def _escape(self) -> Finding | None:
        if "quoted scalar" not in self.context and "double-quoted" not in self.context:
            return None
        column = self.lines[self.line].rfind("\\", 0, self.column + 1)
        column = self.column if column < 0 else column
        return self._at(
            rules.BACKSLASH,
            self.line,
            column,
            help="Write `\\\\`, or put the text in single quotes, where it needs no doubling.",
        )

    def _property(self) -> Finding | None:
        """Texts that begin with the sign of an alias, an anchor, a tag or a block."""
        for word in ("alias", "anchor", "tag", "block scalar"):
            if word in self.context and "parsing a block" not in self.context:
                return self._reserved(self.context_line, self.context_column)
        return None

    def _colon(self) -> Finding | None:
        if "mapping values are not allowed" not in self.problem:
            return None
        line = self._text()
        before = self._above(self.line)
        split = _KEY_AND_VALUE.match(line)
        if split and split.end(1) <= self.column:
            return self._unquoted_colon(self.line, split)
        if before is not None:
            found = self._missing_space(before)
            if found is not None:
                return found
            if ":" not in self.lines[before]:
                return self._no_key(before)
        if self.column > 1000:
            return self._at(
                rules.KEY_TOO_LONG, self.line, 0, to=self.column, most=100, count=self.column
            )
        return self._indent_finding(
            "this line is indented deeper than the line above, which already has its value",
            "Give it the indentation of the line above; put a long text in quotes.",
        )

    def _unquoted_colon(self, number: int, split: re.Match[str]) -> Finding:
        value = split.group(2).rstrip()
        plain = not set(value) & set("#\"'\\“”")
        return self._at(
            rules.UNQUOTED_COLON,
            number,
            split.end(1),
            to=split.end(1) + len(value),
            help='Put straight quotes (`"`) round the whole text.',
            suggestion=Suggestion(f'"{value}"') if plain else None,
        )

    def _missing_space(self, number: int) -> Finding | None:
        match = _KEY_WITHOUT_SPACE.fullmatch(self.lines[number])
        if match is None or ": " in self.lines[number] or match.group(2).startswith("//"):
            return None
        return self._at(
            rules.MISSING_SPACE,
            number,
            match.end(1),
            to=match.end(1) + 1,
            key=quoted(match.group(1)),
            help=f"Write `{match.group(1)}: {quoted(match.group(2))}`.",
            suggestion=Suggestion(": "),
        )

    def _no_colon(self) -> Finding | None:
        if "could not find expected ':'" not in self.problem:
            return None
        return self._missing_space(self.context_line) or self._no_key(self.context_line)

    def _no_key(self, number: int) -> Finding:
        line = self.lines[number]
        start = len(line) - len(line.lstrip())
        return self._at(
            rules.NO_KEY_IN_LINE,
            number,
            start,
            to=len(line.rstrip()),
            help="Indent the line if the text above goes on; otherwise write `key: value`.",
        )

    def _bracket(self) -> Finding | None:
        if "flow" not in self.context:
            return None
        opened = self._innermost_bracket()
        same_line = opened is not None and opened[0] == self.line
        here = self._text()[self.column : self.column + 1]
        if here == ":" and same_line:
            return self._at(
                rules.UNQUOTED_COLON,
                self.line,
                self.column,
                help="Put quotes round the text, or a comma before the next key.",
            )
        if here == "," and "flow node" in self.context:
            return self._reserved(self.line, self.column)
        if opened is None:
            return None
        line, column, opening = opened
        return self._at(
            rules.UNCLOSED_BRACKET,
            line,
            column,
            opening=opening,
            closing=_CLOSING[opening],
            label="opened here",
            help=f"Put `{_CLOSING[opening]}` at its end, and commas between what is inside.",
        )

    def _innermost_bracket(self) -> tuple[int, int, str] | None:
        places = [self._place(mark) for mark in reversed(self.open_marks)]
        for line, column in [*places, (self.context_line, self.context_column)]:
            opening = self.lines[line][column : column + 1]
            if opening in _CLOSING:
                return line, column, opening
        return None

    def _start_of_value(self) -> Finding | None:
        if any(
            words in self.problem
            for words in ("cannot start any token", "node content", "are not allowed")
        ):
            return self._reserved(self.line, self.column)
        return None

    def _reserved(self, line: int, column: int) -> Finding:
        rest = self.lines[line][column:].rstrip()
        sign = rest[:1]
        if not sign:
            return self._at(rules.SYNTAX, line, column, help=_LOOK)
        return self._at(
            rules.RESERVED_SIGN,
            line,
            column,
            sign="a backquote" if sign == "`" else f"`{quoted(sign)}`",
            help={
                "-": "Begin a list on a line of its own, or put the text in quotes.",
                "|": "Begin the text on the next line, indented, or put it in quotes.",
                ">": "Begin the text on the next line, indented, or put it in quotes.",
                ",": "Remove the comma, or put the text in quotes.",
            }.get(sign, "Put straight quotes round the whole text."),
        )

    def _after_end(self) -> Finding | None:
        """Text behind a closing quote or bracket, or behind an alias."""
        before = self._text()[: self.column].rstrip()
        if before.endswith(("'", '"', "]", "}")):
            sign = before[-1]
            return self._at(
                rules.TEXT_AFTER_END,
                self.line,
                self.column,
                to=len(self._text().rstrip()),
                sign=sign,
                help="Put quotes of the other kind round the whole text."
                if sign in "'\""
                else "Put quotes round the whole text.",
            )
        split = _KEY_AND_VALUE.match(self._text())
        if split and split.end(1) < self.column and split.group(2)[0] in "*&!":
            return self._reserved(self.line, split.end(1))
        return None

    def _empty_key(self) -> Finding | None:
        if self._text()[self.column : self.column + 1] != ":":
            return None
        return self._at(
            rules.EMPTY_KEY, self.line, self.column, help="Write the key before the colon."
        )

    def _indentation(self) -> Finding | None:
        if "collection" in self.context:
            return self._indent_finding(
                "this line stands in the middle of a list but does not begin with `- `",
                "Begin it with `- `, or indent it under the item it belongs to.",
            )
        if "block mapping" in self.context and self._text().lstrip().startswith("- "):
            return self._indent_finding(
                "a list item stands here, but the key above it already has its value",
                "Indent it under the key it belongs to.",
            )
        if "block mapping" in self.context:
            return self._indent_finding(
                "this line's indentation fits none of the lines above",
                "Give keys of one level the same indentation.",
            )
        return None

    def _indent_finding(self, what: str, help: str) -> Finding:
        line = self._text()
        start = len(line) - len(line.lstrip())
        return self._at(
            rules.INDENTATION, self.line, start, to=len(line.rstrip()), what=what, help=help
        )

    def _text(self, number: int | None = None) -> str:
        return self.lines[self.line if number is None else number]

    def _above(self, number: int) -> int | None:
        """The nearest line above that is neither blank nor a comment."""
        for above in range(number - 1, -1, -1):
            line = self.lines[above].strip()
            if line and not line.startswith("#"):
                return above
        return None

    def _span(self, line: int, start: int, end: int) -> Span:
        number = line + self.first_line
        return Span(number, start + 1, number, end + 1)

    def _at(
        self, rule: Rule, line: int, column: int, *, to: int | None = None, **rest: Any
    ) -> Finding:
        end = min(column + 1, len(self.lines[line])) if to is None else to
        return rule.finding(self.path, self._span(line, column, max(end, column)), **rest)
