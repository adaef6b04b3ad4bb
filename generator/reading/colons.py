"""Mistakes around the colon between a key and its value."""

from __future__ import annotations

import re

from generator.reading import syntax_rules, yaml_rules
from generator.reading.broken_text import BrokenText
from generator.reading.finding import Finding, Suggestion, quoted

_KEY_WITHOUT_SPACE = re.compile(r"\s*(?:- )?([A-Za-z_][\w-]*):(\S.*)")
KEY_AND_VALUE = re.compile(r"(\s*(?:- )*[\w-]+:[ \t]+)(\S.*)")


class Colons(BrokenText):
    """Diagnoses of a colon that is missing, too much, or without its space."""

    def colon(self) -> Finding | None:
        """A colon and a space where none may stand."""
        if "mapping values are not allowed" not in self.problem:
            return None
        line = self.text_of()
        before = self.above(self.line)
        split = KEY_AND_VALUE.match(line)
        if split and split.end(1) <= self.column:
            return self._unquoted_colon(self.line, split)
        if before is not None:
            found = self.missing_space(before)
            if found is not None:
                return found
            if ":" not in self.lines[before]:
                return self.no_key(before)
        if self.column > 1000:
            return self.at(yaml_rules.KEY_TOO_LONG, self.line, 0, to=self.column, most=100, count=self.column)
        return self.indentation_finding(
            "this line is indented deeper than the line above, which already has its value",
            "Give it the indentation of the line above; put a long text in quotes.",
        )

    def _unquoted_colon(self, number: int, split: re.Match[str]) -> Finding:
        value = split.group(2).rstrip()
        plain = not set(value) & set("#\"'\\“”")
        return self.at(
            syntax_rules.UNQUOTED_COLON,
            number,
            split.end(1),
            to=split.end(1) + len(value),
            help='Put straight quotes (`"`) round the whole text.',
            suggestion=Suggestion(f'"{value}"', verbatim=True) if plain else None,
        )

    def missing_space(self, number: int) -> Finding | None:
        """`key:value` in this line, if that is what it is."""
        match = _KEY_WITHOUT_SPACE.fullmatch(self.lines[number])
        if match is None or ": " in self.lines[number] or match.group(2).startswith("//"):
            return None
        return self.at(
            syntax_rules.MISSING_SPACE,
            number,
            match.end(1),
            to=match.end(1) + 1,
            key=quoted(match.group(1)),
            help=f"Write `{match.group(1)}: {quoted(match.group(2))}`.",
            suggestion=Suggestion(": ", verbatim=True),
        )

    def no_colon(self) -> Finding | None:
        """A line the parser took for a key that never came."""
        if "could not find expected ':'" not in self.problem:
            return None
        return self.missing_space(self.context_line) or self.no_key(self.context_line)

    def no_key(self, number: int) -> Finding:
        """A line that is neither a key nor part of a text."""
        line = self.lines[number]
        start = len(line) - len(line.lstrip())
        return self.at(
            syntax_rules.NO_KEY_IN_LINE,
            number,
            start,
            to=len(line.rstrip()),
            help="Indent the line if the text above goes on; otherwise write `key: value`.",
        )

    def indentation_finding(self, what: str, way_out: str) -> Finding:
        """The whole line, and what is wrong with its indentation."""
        line = self.text_of()
        start = len(line) - len(line.lstrip())
        return self.at(
            syntax_rules.INDENTATION,
            self.line,
            start,
            to=len(line.rstrip()),
            what=what,
            help=way_out,
        )
