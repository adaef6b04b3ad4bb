"""Parser events into a tree, the place of everything in it, and findings."""

from __future__ import annotations

from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.reading import rules
from generator.reading.finding import Finding, Related, Rule, Span, Suggestion, quoted
from generator.reading.positions import Mark, Node
from generator.reading.scalars import SMART_QUOTES, double_quoted, truthlike, typed
from generator.reading.signs import refused_signs

MOST_LEVELS = 12
MOST_VALUES = 5_000
LONGEST_KEY = 100

_DROPPED = object()
_NULL_HELP = "Remove the key (absent means unknown) or give it a value."
_NULL_ITEM_HELP = "Remove the item or give it a value."
_BRACES_HELP = "Put a text that begins with `[` or `{` in quotes."


class _Frame:
    """A mapping or list being filled."""

    __slots__ = ("container", "is_key", "is_mapping", "key", "key_event", "last_end", "node")

    def __init__(self, container: Any, is_mapping: bool, is_key: bool, node: Node) -> None:
        self.container = container
        self.is_mapping = is_mapping
        self.is_key = is_key
        self.node = node
        self.key: Any = None
        self.key_event: Event | None = None
        self.last_end: Mark | None = None


class Builder:
    """Turns events into a tree, its positions and findings."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.findings: list[Finding] = []
        self.value: Any = None
        self.root: Node | None = None
        self._stack: list[_Frame] = []
        self._lines: list[str] = []
        self._may_comment = "#" in text

    @property
    def open_marks(self) -> list[Mark]:
        """Where the mappings and lists that are still open begin, outermost first."""
        return [frame.node.start for frame in self._stack]

    def read(self, parser: Any) -> None:
        """Take in every event; stops at a second document or beyond a cap."""
        next_event = parser.get_event
        stack = self._stack
        values = documents = 0
        while (event := next_event()) is not None:
            kind = event.__class__
            if kind is ScalarEvent:
                values += 1
                if stack and stack[-1].is_mapping and stack[-1].key_event is None:
                    self._key(stack[-1], event)
                else:
                    self._scalar(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                values += 1
                self._open(event, kind is MappingStartEvent)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._close(event)
            elif kind is AliasEvent:
                values += 1
                self._alias(event)
            elif kind is DocumentStartEvent:
                documents += 1
                if event.version or event.tags:
                    self._directive()
                if documents > 1:
                    self._report(rules.SEVERAL_DOCUMENTS, self._span(event))
                    break
            if values > MOST_VALUES or len(stack) > MOST_LEVELS:
                self._stop(event)
                return
        self._judge_whole()

    def _stop(self, event: Any) -> None:
        self.value = None
        start = event.start_mark
        span = Span(
            start.line + self.first_line,
            start.column + 1,
            start.line + self.first_line,
            start.column + 2,
        )
        if len(self._stack) > MOST_LEVELS:
            self._report(rules.TOO_DEEP, span, most=MOST_LEVELS)
        else:
            self._report(rules.TOO_MANY_VALUES, span, most=MOST_VALUES)

    def _judge_whole(self) -> None:
        if isinstance(self.value, dict):
            return
        if self.root is None or not (self.root.raw or isinstance(self.value, list)):
            self._report(
                rules.NOTHING_IN_IT,
                Span(self.first_line, 1, self.first_line, 1),
                help="Write one `key: value` on each line, such as `title: …`.",
            )
            return
        if self.findings and not isinstance(self.value, list):
            return
        start = self.root.start
        line = start.line + self.first_line
        self._report(
            rules.NOT_A_MAPPING,
            Span(line, start.column + 1, line, start.column + 2),
            what="a list" if isinstance(self.value, list) else "a text without a key",
            help="Write one `key: value` on each line, such as `title: …`.",
        )

    def _open(self, event: Any, is_mapping: bool) -> None:
        """Begin a mapping or list; as a key it is refused, with what is inside it."""
        if event.anchor or event.tag:
            self._refuse_properties(event)
        container: Any = {} if is_mapping else []
        node = Node(event.start_mark, event.end_mark, None)
        parent = self._stack[-1] if self._stack else None
        is_key = parent is not None and parent.is_mapping and parent.key_event is None
        if is_key:
            what = "a mapping" if is_mapping else "a list"
            self._report(rules.KEY_NOT_A_WORD, self._span(event), what=what, help=_BRACES_HELP)
        else:
            self._put(container, node)
        self._stack.append(_Frame(container, is_mapping, is_key, node))

    def _close(self, event: Any) -> None:
        frame = self._stack.pop()
        # A block mapping ends where the next token begins, often lines further down;
        # its last value ends where a reader sees it end.
        start, end = event.start_mark, event.end_mark
        if end.line == start.line and end.column > start.column:
            frame.node.end = end
        else:
            frame.node.end = frame.last_end or frame.node.end
        if self._stack:
            parent = self._stack[-1]
            parent.last_end = frame.node.end
            if frame.is_key:
                parent.key, parent.key_event = _DROPPED, event

    def _put(self, value: Any, node: Node) -> None:
        """Put a value where it belongs: under its key, in its list, or at the top."""
        if not self._stack:
            self.value, self.root = value, node
            return
        frame = self._stack[-1]
        frame.last_end = node.end
        if not frame.is_mapping:
            frame.node.inside[len(frame.container)] = node
            frame.container.append(value)
            return
        key, event = frame.key, frame.key_event
        frame.key = frame.key_event = None
        if key is not _DROPPED:
            frame.container[key] = value
            frame.node.inside[key] = node
            frame.node.keys[key] = (event.start_mark, event.end_mark)  # type: ignore[union-attr]

    def _key(self, frame: _Frame, event: Any) -> None:
        """Take a key; a refused key drops its value with it, which was reported."""
        frame.key_event = event
        frame.key = key = event.value
        if event.anchor or event.tag:
            self._refuse_properties(event)
        if key in frame.container:
            frame.key = _DROPPED
            self._duplicate(frame, event)
        elif len(key) > LONGEST_KEY:
            frame.key = _DROPPED
            self._report(
                rules.KEY_TOO_LONG,
                self._span(event),
                most=LONGEST_KEY,
                count=len(key),
                help="Put a short key and a colon before the text.",
            )
        elif not key.isidentifier():
            self._unusual_key(frame, event)

    def _duplicate(self, frame: _Frame, event: Any) -> None:
        first = frame.node.keys[event.value]
        span = self._marks_span(*first)
        self._report(
            rules.DUPLICATE_KEY,
            self._span(event),
            key=quoted(event.value),
            label="the second time",
            help=f"The first stands in line {span.line}; keep the right one or join the two.",
            related=(Related(self.path, span, "the first time"),),
        )

    def _unusual_key(self, frame: _Frame, event: Any) -> None:
        key = event.value
        span = self._span(event)
        plain = not event.style
        if not key.strip():
            frame.key = _DROPPED
            self._report(rules.EMPTY_KEY, span, help="Write the key before the colon.")
        elif plain and key == "<<":
            frame.key = _DROPPED
            self._report(rules.MERGE_KEY, span)
        elif "\n" in key or (plain and typed(key) is not key):
            frame.key = _DROPPED
            what = "a text of several lines" if "\n" in key else f"the value `{quoted(key)}`"
            self._report(
                rules.KEY_NOT_A_WORD, span, what=what, help="Write the word of the schema."
            )
        elif event.style == '"':
            self._check_escapes(event)

    def _scalar(self, event: Any) -> None:
        value = event.value
        if event.anchor or event.tag:
            self._refuse_properties(event)
            value = value if event.style else typed(value)
        elif not event.style:
            value = self._plain(event, value)
        elif event.style == '"':
            self._check_escapes(event)
        self._put(value, Node(event.start_mark, event.end_mark, event.value))

    def _plain(self, event: Any, text: str) -> Any:
        value = typed(text)
        if value is None:
            self._missing(event)
        elif value is text:
            if text[0] in SMART_QUOTES:
                self._smart_quotes(event, text)
            elif truthlike(text):
                self._truthlike(event, text)
        if self._may_comment and value is not None:
            self._swallowed(event)
        return value

    def _missing(self, event: Any) -> None:
        """Say why a value is missing: nothing there, a comment, or no space after a colon."""
        frame = self._stack[-1] if self._stack else None
        if frame is None:
            return
        key_event = frame.key_event
        if self._may_comment and not event.value and self._swallowed(event):
            return
        if key_event is None or not frame.is_mapping:
            start = event.start_mark
            column = max(start.column, 1) if not event.value else start.column + 1
            line = start.line + self.first_line
            span = Span(line, column, line, max(event.end_mark.column + 1, column))
            self._report(rules.NULL, span, key="this item of the list", help=_NULL_ITEM_HELP)
            return
        key = str(getattr(key_event, "value", ""))
        span = self._marks_span(key_event.start_mark, key_event.end_mark)
        if key_event.end_mark.index == event.start_mark.index and ":" in key:
            word, _, rest = key.partition(":")
            self._report(
                rules.MISSING_SPACE,
                span,
                key=quoted(word),
                help=f"Write `{quoted(word)}: {quoted(rest)}`.",
                suggestion=Suggestion(f"{word}: {rest}"),
            )
            return
        self._report(rules.NULL, span, key=f"`{quoted(key)}`", help=_NULL_HELP)

    def _swallowed(self, event: Any) -> bool:
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
        if start.line == end.line:
            whole = line[start.column :].strip() if event.value else comment.strip()
            begin = start.column if event.value else column
            suggestion = Suggestion(
                double_quoted(whole),
                "unsafe",
                Span(number, begin + 1, number, begin + 1 + len(whole)),
            )
        self._report(
            rules.SWALLOWED,
            span,
            comment=quoted(comment, 30),
            help="Put the whole value in quotes; if a comment is meant, put a space after `#`.",
            suggestion=suggestion,
        )
        return True

    def _smart_quotes(self, event: Any, text: str) -> None:
        if len(text) > 1 and text[-1] in SMART_QUOTES[text[0]]:
            self._report(
                rules.SMART_QUOTES,
                self._span(event),
                sign=text[0],
                help='Use straight quotes (`"`), or none.',
                suggestion=Suggestion(double_quoted(text[1:-1]), "unsafe"),
            )

    def _truthlike(self, event: Any, text: str) -> None:
        self._report(
            rules.TRUTHLIKE,
            self._span(event),
            text=text,
            help=f'Write `true` or `false` for a yes or no; write `"{text}"` for the word.',
        )

    def _check_escapes(self, event: Any) -> None:
        for sign in refused_signs(event.value):
            self._report(
                rules.HIDDEN_ESCAPE,
                self._span(event),
                sign=sign.words,
                help="Leave the escape out.",
            )
            return

    def _alias(self, event: Any) -> None:
        self._report(
            rules.ALIAS,
            self._span(event),
            name=quoted(event.anchor),
            help="If a text that begins with `*` is meant, put it in quotes.",
        )
        frame = self._stack[-1] if self._stack else None
        if frame is not None and frame.is_mapping and frame.key_event is None:
            frame.key, frame.key_event = _DROPPED, event
        else:
            self._put(None, Node(event.start_mark, event.end_mark, None))

    def _refuse_properties(self, event: Any) -> None:
        start = event.start_mark
        line = start.line + self.first_line
        if event.anchor:
            width = len(event.anchor) + 1
            self._report(
                rules.ANCHOR,
                Span(line, start.column + 1, line, start.column + 1 + width),
                name=quoted(event.anchor),
                help="If a text that begins with `&` is meant, put it in quotes.",
            )
        if event.tag:
            words = self._line(start.line)[start.column :].split()
            written = next((word for word in words if word.startswith("!")), "!")
            column = self._line(start.line).find(written, start.column)
            column = start.column if column < 0 else column
            self._report(
                rules.TAG,
                Span(line, column + 1, line, column + 1 + len(written)),
                tag=quoted(written),
                help="If a text that begins with `!` is meant, put it in quotes.",
            )

    def _directive(self) -> None:
        for number, line in enumerate(self._all_lines()):
            if line.startswith("%"):
                number += self.first_line
                self._report(rules.DIRECTIVE, Span(number, 1, number, len(line) + 1))
                return

    def _report(self, rule: Rule, span: Span, **rest: Any) -> None:
        self.findings.append(rule.finding(self.path, span, **rest))

    def _span(self, event: Any) -> Span:
        return self._marks_span(event.start_mark, event.end_mark)

    def _marks_span(self, start: Mark, end: Mark) -> Span:
        first = self.first_line
        return Span(start.line + first, start.column + 1, end.line + first, end.column + 1)

    def _all_lines(self) -> list[str]:
        if not self._lines:
            self._lines = self.text.split("\n")
        return self._lines

    def _line(self, number: int) -> str:
        lines = self._all_lines()
        return lines[number] if number < len(lines) else ""
