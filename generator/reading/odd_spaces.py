"""Spaces that look like one and are none to YAML, where they part a key from its value or stand as indentation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.reading import yaml_rules
from generator.reading.finding import Edit, Finding, Span, Suggestion
from generator.reading.signs import sign_in_words

_ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ANY = re.compile(f"[{_ODD}]")
_INDENTATION = re.compile(rf"^ *(?:- +)*([ {_ODD}]*[{_ODD}][ {_ODD}]*)(?=\S)")
_AFTER_KEY = re.compile(rf"(?:^ *(?:- +)*|[{{,] *)[a-z_][a-z0-9_]*:([ {_ODD}]*[{_ODD}][ {_ODD}]*)(?=\S)")
_IN_LIST = re.compile(rf"(?:^ *|- )-([ {_ODD}]*[{_ODD}][ {_ODD}]*)(?=\S)")
_AFTER_WORD = re.compile(rf"^ *(?:- +)*[a-z_][a-z0-9_]*: +[^\s\"'\[{{]\S*([ {_ODD}]*[{_ODD}][ {_ODD}]*)$")
_EMPTY = re.compile(rf"^([ {_ODD}]*[{_ODD}][ {_ODD}]*)$")
_BLOCK_TEXT = re.compile(r"(?:^|[:-] +)[|>][-+0-9]*\s*$")
_PATTERNS = (_INDENTATION, _AFTER_KEY, _IN_LIST, _AFTER_WORD, _EMPTY)


def odd_spaces_finding(text: str, path: str, first_line: int) -> Finding | None:
    """One finding for all spaces of a YAML text that part nothing, though they look as if they did; it stands at the first."""
    if text.isascii() or _ANY.search(text) is None:
        return None
    places = [(number, start, end, line[start:end]) for number, line, start, end in _places(text)]
    if not places:
        return None
    edits = [
        Edit(Span(number + first_line, start + 1, number + first_line, end + 1), " " * (end - start))
        for number, start, end, _ in places
    ]
    first, *others = edits
    found = _ANY.search(places[0][3])
    more = f", and in {len(others)} more {'place' if len(others) == 1 else 'places'}" if others else ""
    return yaml_rules.ODD_SPACE.finding(
        path,
        first.span,
        sign=sign_in_words(found.group() if found else " "),
        label="looks like a space",
        help=f"Type an ordinary space here{more}; such spaces come along when text is copied from a page or a word processor.",
        suggestion=Suggestion(first.text, "safe", first.span, verbatim=True, also=tuple(others)),
    )


def _places(text: str) -> Iterator[tuple[int, str, int, int]]:
    """Line, its text, and where in it an odd space stands for one that YAML needs; block texts are left out."""
    block: int | None = None
    for number, line in enumerate(text.split("\n")):
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and (not line.strip() or indent > block):
            continue
        block = indent if _BLOCK_TEXT.search(line) else None
        if line.lstrip().startswith("#"):
            continue
        ends = -1
        found = sorted(match.span(1) for pattern in _PATTERNS for match in pattern.finditer(line))
        for start, end in found:
            if start >= ends:
                yield number, line, start, end
                ends = end
