"""Where every key and value of a YAML text stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from generator.reading.finding import Span, quoted

Loc = tuple[str | int, ...]
"""The way to a value from the top: keys and 0-based list indices."""


class Mark(Protocol):
    """A 0-based point in the parsed text, as the parser gives it."""

    line: int
    column: int


class Node:
    """One value of the tree: its span, its text as written, what is inside it."""

    __slots__ = ("end", "inside", "keys", "raw", "start")

    def __init__(self, start: Mark, end: Mark, raw: str | None) -> None:
        self.start = start
        self.end = end
        self.raw = raw
        self.inside: dict[str | int, Node] = {}
        self.keys: dict[str | int, tuple[Mark, Mark]] = {}


class Positions:
    """Answers for one text; `first_line` is the line of the file its first line is.

    The tree of places is made by `tree` when first asked for: most records are in
    order and nobody asks, and for ten thousand of them the places fill much memory.
    """

    __slots__ = ("_first_line", "_root", "_text", "_tree")

    def __init__(self, tree: Callable[[], Node | None], first_line: int = 1, text: str = "") -> None:
        self._tree: Callable[[], Node | None] | None = tree
        self._root: Node | None = None
        self._first_line = first_line
        self._text = text

    def value_span(self, loc: Sequence[str | int]) -> Span:
        """The span of the value at `loc`, or of the nearest value around it.

        Parts of `loc` that the text does not have (a missing key, the tag of a
        union) are passed over.
        """
        steps = self._walk(loc)
        if not steps:
            return Span(self._first_line, 1, self._first_line, 1)
        node = steps[-1][0]
        return self._span(node.start, node.end)

    def key_span(self, loc: Sequence[str | int]) -> Span:
        """The span of the key that leads to `loc`, or of the nearest key around it.

        For an item of a list it is the item; with no key around, the start of the text.
        """
        for node, key in reversed(self._walk(loc)[1:]):
            return self._span(*key) if key else self._span(node.start, node.end)
        return Span(self._first_line, 1, self._first_line, 1)

    def part_span(self, loc: Sequence[str | int], start: int, end: int) -> Span:
        """The span of the characters `start` to `end` of the text at `loc`.

        Where they cannot be found as they are, being parted by a line end or written as an escape,
        it is the first sign of the value.
        """
        whole = self.value_span(loc)
        beginning = Span(whole.line, whole.column, whole.line, whole.column + 1)
        raw = self.raw(loc)
        if raw is None or not self._text:
            return beginning
        first = self._first_line
        lines = self._text.split("\n")[whole.line - first : whole.end_line - first + 1]
        lines[-1] = lines[-1][: whole.end_column - 1]
        lines[0] = lines[0][whole.column - 1 :]
        wanted = raw[start:end]
        before = _occurrences(wanted, raw[:start])
        for number, line in enumerate(lines):
            here = _occurrences(wanted, line)
            if before < here:
                column = _nth(wanted, line, before) + (0 if number else whole.column - 1)
                return Span(whole.line + number, column + 1, whole.line + number, column + 1 + len(wanted))
            before -= here
        return beginning

    def item_span(self, loc: Sequence[str | int]) -> Span | None:
        """What goes when the item at `loc` is taken out of its list: in brackets with the comma before it, else whole lines.

        None for the first item in brackets, and where a comment or another value would go with it.
        """
        steps = self._walk(loc)
        if len(steps) != len(loc) + 1 or len(loc) < 1 or not isinstance(loc[-1], int) or not self._text:
            return None
        parent, item = steps[-2][0], steps[-1][0]
        lines = self._text.split("\n")
        if lines[parent.start.line][parent.start.column : parent.start.column + 1] == "[":
            before = parent.inside.get(loc[-1] - 1)
            if before is None or before.end.line != item.end.line:
                return None
            return self._span(before.end, item.end)
        last = item.end.line if item.end.column == 0 else item.end.line + 1
        taken = lines[item.start.line : last]
        if lines[item.start.line][: item.start.column].strip() != "-" or any("#" in line for line in taken):
            return None
        first = self._first_line
        return Span(item.start.line + first, 1, last + first, 1)

    def raw(self, loc: Sequence[str | int]) -> str | None:
        """The text of the scalar at exactly `loc` before typing (`2023`, `1.50`), else None."""
        steps = self._walk(loc)
        return steps[-1][0].raw if len(steps) == len(loc) + 1 else None

    def has(self, loc: Sequence[str | int]) -> bool:
        """Whether the text has a value at exactly `loc`."""
        return len(self._walk(loc)) == len(loc) + 1

    def _walk(self, loc: Sequence[str | int]) -> list[tuple[Node, tuple[Mark, Mark] | None]]:
        if self._tree is not None:
            self._root, self._tree = self._tree(), None
        if self._root is None:
            return []
        node = self._root
        steps: list[tuple[Node, tuple[Mark, Mark] | None]] = [(node, None)]
        for part in loc:
            child = node.inside.get(part)
            if child is not None:
                steps.append((child, node.keys.get(part)))
                node = child
        return steps

    def _span(self, start: Mark, end: Mark) -> Span:
        first = self._first_line
        return Span(start.line + first, start.column + 1, end.line + first, end.column + 1)


def _occurrences(wanted: str, text: str) -> int:
    return text.count(wanted) if wanted else 0


def _nth(wanted: str, text: str, number: int) -> int:
    """Where the occurrence after `number` others begins."""
    at = text.find(wanted)
    for _ in range(number):
        at = text.find(wanted, at + len(wanted))
    return at


def texts_within(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text of a raw value with its place, in the order of the file."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from texts_within(inner, (*loc, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from texts_within(inner, (*loc, number))


def path_words(loc: Loc) -> str:
    """A place in a record as contributors read it: `means[0].kind`."""
    words = ""
    for part in loc:
        words += f"[{part}]" if isinstance(part, int) else f".{part}" if words else str(part)
    return quoted(words) or "the record"
