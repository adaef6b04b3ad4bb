"""Tabs where YAML wants spaces."""

from __future__ import annotations

import re

from generator.reading import syntax_rules
from generator.reading.broken_text import BrokenText
from generator.reading.finding import Edit, Finding, Suggestion

_INDENT_WITH_TAB = re.compile(r" *\t")
_TABS = re.compile(r"\t+ *(?=[^\s#])")
_BLOCK_TEXT = re.compile(r"[:-]\s+[|>][-+0-9]*\s*$")
_BARE_KEY = re.compile(r" *[A-Za-z_][\w-]*:\s*")


class Tabs(BrokenText):
    """Diagnoses of tabs in the indentation of lines."""

    def tab(self) -> Finding | None:
        """A tab in the indentation of the line, or of those the parser had begun on."""
        for number in range(self.line, max(self.context_line - 1, -1), -1):
            if _INDENT_WITH_TAB.match(self.lines[number]):
                return self._tab_in_indentation(number)
        return None

    def _tab_in_indentation(self, number: int) -> Finding:
        line = self.lines[number]
        indent = line[: len(line) - len(line.lstrip())]
        start = indent.index("\t")
        run = self._tabbed_run(number)
        edits = [(each, len(before), _spaces(before, around)) for each, before, around in run or [(number, indent, 0)]]
        first, *others = edits
        return self.at(
            syntax_rules.TAB_INDENTATION,
            number,
            start,
            to=len(indent),
            line_number=number + self.first_line,
            help="Replace the tab by two spaces for each level.",
            suggestion=Suggestion(
                first[2],
                "safe" if run else "unsafe",
                self.span(first[0], 0, first[1]),
                verbatim=True,
                also=tuple(Edit(self.span(each, 0, width), spaces) for each, width, spaces in others),
            ),
        )

    def _tabbed_run(self, number: int) -> list[tuple[int, str, int]]:
        """The lines below one bare key that are all indented with tabs: each with its indentation and that of the key.

        Only there does it make no difference how many spaces a tab stands for. Empty where the run is
        anything else.
        """
        first = number
        while first > 0 and _TABS.match(self.lines[first - 1]):
            first -= 1
        above = self.above(first)
        if above is None or above != first - 1 or not _BARE_KEY.fullmatch(self.lines[above]):
            return []
        around = len(self.lines[above]) - len(self.lines[above].lstrip(" "))
        run = []
        after = first
        while after < len(self.lines) and (found := _TABS.match(self.lines[after])):
            run.append((after, found.group(), around))
            after += 1
        below = next((line for line in self.lines[after:] if line.strip()), "")
        deeper = len(below) - len(below.lstrip(" ")) > around or below.startswith("\t")
        texts = any(_BLOCK_TEXT.search(line) for line in self.lines[first:after])
        return [] if deeper or texts or _run_together({before for _, before, _ in run}) else run


def _run_together(indents: set[str]) -> bool:
    """Whether two different indentations would become one."""
    return len({_spaces(indent, 0) for indent in indents}) < len(indents)


def _spaces(indent: str, around: int) -> str:
    """Spaces for an indentation with tabs, below a key indented by `around`; two for each tab."""
    tabs, spaces = indent.count("\t"), indent.count(" ")
    return " " * (around + 2 * tabs + spaces)
