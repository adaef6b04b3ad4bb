"""The findings of the YAML builder: what is refused in a tree that could be read."""

from __future__ import annotations

import re
from typing import Any

from generator.reading import syntax_rules, yaml_rules
from generator.reading.finding import Finding, Related, Rule, Span, Suggestion, quoted
from generator.reading.positions import Mark
from generator.reading.scalars import SMART_QUOTES, double_quoted
from generator.reading.signs import refused_signs

_CURLY = frozenset("".join(SMART_QUOTES) + "".join(SMART_QUOTES.values()))
_DOUBLE = frozenset("“„")
_THOUSANDS = re.compile(r"(?<![\w.,])[0-9]{1,3}(?:,[0-9]{3})*,\Z")
_NO_COLON = re.compile(r"([a-z_]+) ?[;=] ?(\S.*)")
_NULL_HELP = "Give it a value; a key that may be left out is removed instead (absent means unknown)."
_NULL_ITEM_HELP = "Remove the item or give it a value."


class Refusals:
    """Collects the findings of one text; `first_line` is the line of the file it begins on."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.findings: list[Finding] = []
        self._lines: list[str] = []
        self.may_comment = "#" in text

    def duplicate(self, event: Any, first: tuple[Mark, Mark]) -> None:
        """A key that its mapping has already."""
        span = self.marks_span(*first)
        self.report(
            yaml_rules.DUPLICATE_KEY,
            self.span(event),
            key=quoted(event.value),
            label="the second time",
            help=f"The first stands in line {span.line}; keep the right one or join the two.",
            related=(Related(self.path, span, "the first time"),),
        )

    def container_as_key(self, event: Any, what: str) -> None:
        """A list or mapping where a key should stand."""
        self.report(
            yaml_rules.KEY_NOT_A_WORD,
            self.span(event),
            what=what,
            help="Put a text that begins with `[` or `{` in quotes.",
        )

    def long_key(self, event: Any, most: int) -> None:
        """A key of more than `most` characters."""
        self.report(
            yaml_rules.KEY_TOO_LONG,
            self.span(event),
            most=most,
            count=len(event.value),
            help="Put a short key and a colon before the text.",
        )

    def missing(self, event: Any, key_event: Any) -> None:
        """Say why a value is missing: nothing there, a comment, or no space after a colon."""
        if self.may_comment and not event.value and self.swallowed(event):
            return
        if key_event is None:
            start = event.start_mark
            column = max(start.column, 1) if not event.value else start.column + 1
            line = start.line + self.first_line
            span = Span(line, column, line, max(event.end_mark.column + 1, column))
            self.report(yaml_rules.NULL, span, key="this item of the list", help=_NULL_ITEM_HELP)
            return
        key = str(getattr(key_event, "value", ""))
        span = self.marks_span(key_event.start_mark, key_event.end_mark)
        if key_event.end_mark.index == event.start_mark.index and ":" in key.replace("://", ""):
            word, _, rest = key.partition(":")
            self.report(
                syntax_rules.MISSING_SPACE,
                span,
                key=quoted(word),
                help=f"Write `{quoted(word)}: {quoted(rest)}`.",
                suggestion=None if key_event.style else Suggestion(f"{word}: {rest}", verbatim=True),
            )
            return
        self.report(
            yaml_rules.NULL, span, key=f"`{quoted(key)}`", **(self._other_sign(key, span) or {"help": _NULL_HELP})
        )

    def _other_sign(self, key: str, span: Span) -> dict[str, Any] | None:
        """The way out where a comma parts a number in two, or another sign stands where the colon belongs."""
        line = self._line(span.line - self.first_line)
        number = _THOUSANDS.search(line[: span.column - 1])
        if number is not None and len(key) == 3 and key.isdigit():
            whole = number.group().replace(",", "") + key
            around = Span(span.line, number.start() + 1, span.line, span.end_column)
            return {
                "help": f"A comma parts two values here: write the number without it, `{whole}`.",
                "suggestion": Suggestion(whole, "unsafe", around, verbatim=True),
            }
        word = _NO_COLON.fullmatch(key)
        if word is None or span.line != span.end_line or span.end_column - span.column != len(key):
            return None
        pair = f"{word.group(1)}: {word.group(2)}"
        return {
            "help": f"Write `{quoted(pair)}`: a colon and a space stand between a key and its value.",
            "suggestion": Suggestion(pair, "unsafe", verbatim=True),
        }

    def swallowed(self, event: Any) -> bool:
        """Report a `#` straight before a word: meant as text, read as a comment."""
        end = event.end_mark
        line = self._line(end.line)
        comment = line[end.column :].lstrip(" \t")
        if len(comment) < 2 or comment[0] != "#" or comment[1] in " \t#!-=":
            return False
        number = end.line + self.first_line
        start = event.start_mark
        column = len(line) - len(comment)
        span = Span(number, column + 1, number, len(line) + 1)
        suggestion = None
        if start.line == end.line and not event.style:
            whole = line[start.column :].strip() if event.value else comment.strip()
            begin = start.column if event.value else column
            suggestion = Suggestion(
                double_quoted(whole),
                "unsafe",
                Span(number, begin + 1, number, begin + 1 + len(whole)),
                verbatim=True,
            )
        self.report(
            yaml_rules.SWALLOWED,
            span,
            comment=quoted(comment, 30),
            help="Put the whole value in quotes; if a comment is meant, put a space after `#`.",
            suggestion=suggestion,
        )
        return True

    def smart_quotes(self, event: Any, text: str) -> None:
        """A text in curly quotes, or with one that opens it and has no partner."""
        if text[0] in _DOUBLE and not any(sign in text[1:] for sign in _CURLY):
            span = self.span(event)
            self.report(
                yaml_rules.SMART_QUOTES,
                Span(span.line, span.column, span.line, span.column + 1),
                sign=text[0],
                help="It opens here and closes nowhere: take it out, or close it.",
            )
            return
        if len(text) > 1 and text[-1] in SMART_QUOTES[text[0]]:
            self.report(
                yaml_rules.SMART_QUOTES,
                self.span(event),
                sign=text[0],
                help='Use straight quotes (`"`), or none.',
                suggestion=_straight(text[1:-1]),
            )

    def truth_in_words(self, event: Any, text: str) -> None:
        """A plain yes, no, on or off, or a truth in capitals."""
        self.report(
            yaml_rules.TRUTHLIKE,
            self.span(event),
            text=text,
            help=f'Write `true` or `false` for a yes or no; write `"{text}"` for the word.',
            # It is read as the word already; where a truth is wanted, the schema says so and offers that.
            suggestion=Suggestion(f'"{text}"', verbatim=True),
        )

    def hidden_escape(self, event: Any) -> None:
        """An escape that writes a refused sign; the first is enough."""
        for sign in refused_signs(event.value):
            self.report(
                yaml_rules.HIDDEN_ESCAPE,
                self.span(event),
                sign=sign.words,
                help="Leave the escape out.",
            )
            return

    def properties(self, event: Any) -> None:
        """An anchor or a tag before a value."""
        start = event.start_mark
        line = start.line + self.first_line
        if event.anchor:
            width = len(event.anchor) + 1
            self.report(
                yaml_rules.ANCHOR,
                Span(line, start.column + 1, line, start.column + 1 + width),
                name=quoted(event.anchor),
                help="If a text that begins with `&` is meant, put it in quotes.",
            )
        if event.tag:
            words = self._line(start.line)[start.column :].split()
            written = next((word for word in words if word.startswith("!")), "!")
            column = self._line(start.line).find(written, start.column)
            column = start.column if column < 0 else column
            self.report(
                yaml_rules.TAG,
                Span(line, column + 1, line, column + 1 + len(written)),
                tag=quoted(written),
                help="If a text that begins with `!` is meant, put it in quotes.",
            )

    def directive(self) -> None:
        """The line of a directive."""
        for number, line in enumerate(self._all_lines()):
            if line.startswith("%"):
                here = number + self.first_line
                self.report(yaml_rules.DIRECTIVE, Span(here, 1, here, len(line) + 1))
                return

    def report(self, rule: Rule, span: Span, **rest: Any) -> None:
        """Add a finding of `rule`."""
        self.findings.append(rule.finding(self.path, span, **rest))

    def span(self, event: Any) -> Span:
        """Where an event stands."""
        return self.marks_span(event.start_mark, event.end_mark)

    def marks_span(self, start: Mark, end: Mark) -> Span:
        """The span from one mark to another."""
        first = self.first_line
        return Span(start.line + first, start.column + 1, end.line + first, end.column + 1)

    def _all_lines(self) -> list[str]:
        if not self._lines:
            self._lines = self.text.split("\n")
        return self._lines

    def _line(self, number: int) -> str:
        lines = self._all_lines()
        return lines[number] if number < len(lines) else ""


def _straight(inside: str) -> Suggestion | None:
    """The text between curly quotes in straight ones; with more of them inside nobody knows what was meant."""
    if any(sign in inside for sign in _CURLY):
        return None
    return Suggestion(double_quoted(inside), "unsafe" if inside != inside.strip() else "safe", verbatim=True)
