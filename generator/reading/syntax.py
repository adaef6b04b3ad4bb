"""Why a text is no YAML, in plain words, at the place to mend."""

from __future__ import annotations

from collections.abc import Sequence

from generator.reading import syntax_rules, yaml_rules
from generator.reading.colons import KEY_AND_VALUE, Colons
from generator.reading.finding import Finding, Suggestion, quoted
from generator.reading.positions import Mark
from generator.reading.quotation_marks import QuotationMarks
from generator.reading.scalars import double_quoted
from generator.reading.signs import refused_signs
from generator.reading.tabs import Tabs

_CLOSING = {"[": "]", "{": "}"}
_LOOK = "Look at this line and the one above: indentation, quotes, brackets and colons."


def syntax_finding(text: str, error: Exception, open_marks: Sequence[Mark], path: str, first_line: int) -> Finding:
    """One finding for the parser's `error`.

    `open_marks` are the beginnings of the mappings and lists still open at that point,
    outermost first; `first_line` is the line of the file the text begins on.
    """
    return _Diagnosis(text, error, open_marks, path, first_line).finding()


class _Diagnosis(Colons, QuotationMarks, Tabs):
    def finding(self) -> Finding:
        for diagnose in (
            self._sign,
            self._directive,
            self.tab,
            self.lone_quote,
            self.unclosed_quote,
            self.escape,
            self._property,
            self.colon,
            self.no_colon,
            self._bracket,
            self._start_of_value,
            self._after_end,
            self._empty_key,
            self._indentation,
        ):
            found = diagnose()
            if found is not None:
                return found
        return self.at(syntax_rules.SYNTAX, self.line, self.column, help=_LOOK)

    def _sign(self) -> Finding | None:
        if self.problem:
            return None
        sign = next(refused_signs(self.text), None)
        index = sign.index if sign else 0
        line = self.text.count("\n", 0, index)
        column = index - (self.text.rfind("\n", 0, index) + 1)
        return self.at(syntax_rules.SYNTAX, line, column, help="Remove the sign at this place.")

    def _directive(self) -> Finding | None:
        if "directive" not in self.context + self.problem and not self.text_of().startswith("%"):
            return None
        line = self.context_line if self.text_of(self.context_line).startswith("%") else self.line
        return self.at(yaml_rules.DIRECTIVE, line, 0, to=len(self.lines[line]))

    def _property(self) -> Finding | None:
        """Texts that begin with the sign of an alias, an anchor, a tag or a block."""
        for word in ("alias", "anchor", "tag", "block scalar"):
            if word in self.context and "parsing a block" not in self.context:
                return self._reserved(self.context_line, self.context_column)
        return None

    def _bracket(self) -> Finding | None:
        if "flow" not in self.context:
            return None
        opened = self._innermost_bracket()
        same_line = opened is not None and opened[0] == self.line
        here = self.text_of()[self.column : self.column + 1]
        if here == ":" and same_line:
            return self.at(
                syntax_rules.UNQUOTED_COLON,
                self.line,
                self.column,
                help="Put quotes round the text, or a comma before the next key.",
            )
        if here == "," and "flow node" in self.context:
            return self._reserved(self.line, self.column)
        if opened is None:
            return None
        line, column, opening = opened
        return self.at(
            syntax_rules.UNCLOSED_BRACKET,
            line,
            column,
            opening=opening,
            closing=_CLOSING[opening],
            label="opened here",
            help=f"Put `{_CLOSING[opening]}` at its end, and commas between what is inside.",
        )

    def _innermost_bracket(self) -> tuple[int, int, str] | None:
        places = [self.place(mark) for mark in reversed(self.open_marks)]
        for line, column in [*places, (self.context_line, self.context_column)]:
            opening = self.lines[line][column : column + 1]
            if opening in _CLOSING:
                return line, column, opening
        return None

    def _start_of_value(self) -> Finding | None:
        if any(words in self.problem for words in ("cannot start any token", "node content", "are not allowed")):
            return self._reserved(self.line, self.column)
        return None

    def _reserved(self, line: int, column: int) -> Finding:
        rest = self.lines[line][column:].rstrip()
        sign = rest[:1]
        if self.lines[line][column : column + 1] == "\t":
            return self.at(
                syntax_rules.TAB_INDENTATION,
                line,
                column,
                line_number=line + self.first_line,
                help="Replace the tab by spaces.",
            )
        if not sign or rest == "...":
            return self.at(syntax_rules.SYNTAX, line, column, help=_LOOK)
        return self.at(
            syntax_rules.RESERVED_SIGN,
            line,
            column,
            sign="a backquote" if sign == "`" else f"`{quoted(sign)}`",
            help={
                "-": "Begin a list on a line of its own, or put the text in quotes.",
                "|": "Begin the text on the next line, indented, or put it in quotes.",
                ">": "Begin the text on the next line, indented, or put it in quotes.",
                ",": "Remove the comma, or put the text in quotes.",
            }.get(sign, "Put straight quotes round the whole text."),
            suggestion=self._in_quotes(line, column, rest),
        )

    def _in_quotes(self, line: int, column: int, rest: str) -> Suggestion | None:
        """A text that begins with `@`, `%` or a backquote and fills its line, in quotes; it can mean nothing else."""
        split = KEY_AND_VALUE.match(self.lines[line])
        alone = split is not None and split.end(1) == column and not self.open_flow()
        if not alone or rest[0] not in "@%`" or " #" in rest or "\ufffd" in rest:
            return None
        return Suggestion(double_quoted(rest), "safe", self.span(line, column, column + len(rest)), verbatim=True)

    def open_flow(self) -> bool:
        """Whether a bracket is still open where the parser stopped."""
        return self._innermost_bracket() is not None

    def _after_end(self) -> Finding | None:
        """Text behind a closing quote or bracket, or behind an alias."""
        before = self.text_of()[: self.column].rstrip()
        if before.endswith(("'", '"', "]", "}")):
            sign = before[-1]
            return self.at(
                syntax_rules.TEXT_AFTER_END,
                self.line,
                self.column,
                to=len(self.text_of().rstrip()),
                sign=sign,
                help="Put quotes of the other kind round the whole text."
                if sign in "'\""
                else "Put quotes round the whole text.",
            )
        split = KEY_AND_VALUE.match(self.text_of())
        if split and split.end(1) < self.column and split.group(2)[0] in "*&!":
            return self._reserved(self.line, split.end(1))
        return None

    def _empty_key(self) -> Finding | None:
        if self.text_of()[self.column : self.column + 1] != ":":
            return None
        return self.at(yaml_rules.EMPTY_KEY, self.line, self.column, help="Write the key before the colon.")

    def _indentation(self) -> Finding | None:
        if "collection" in self.context:
            return self.indentation_finding(
                "this line stands in the middle of a list but does not begin with `- `",
                "Begin it with `- `, or indent it under the item it belongs to.",
            )
        if "block mapping" in self.context and self.text_of().lstrip().startswith("- "):
            return self.indentation_finding(
                "a list item stands here, but the key above it already has its value",
                "Indent it under the key it belongs to.",
            )
        if "block mapping" in self.context:
            return self.indentation_finding(
                "this line's indentation fits none of the lines above",
                "Give keys of one level the same indentation.",
            )
        return None
