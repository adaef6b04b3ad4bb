"""Where every key and value of a YAML text stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from generator.reading.finding import Span

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

    __slots__ = ("_first_line", "_root", "_tree")

    def __init__(self, tree: Callable[[], Node | None], first_line: int = 1) -> None:
        self._tree: Callable[[], Node | None] | None = tree
        self._root: Node | None = None
        self._first_line = first_line

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
