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

from generator.reading import yaml_rules
from generator.reading.finding import Span, quoted
from generator.reading.positions import Mark, Node
from generator.reading.refusals import Refusals
from generator.reading.scalars import SMART_QUOTES, truthlike, typed

MOST_LEVELS = 12
MOST_VALUES = 5_000
LONGEST_KEY = 100

_DROPPED = object()


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


class Builder(Refusals):
    """Turns events into a tree, its positions and findings."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        super().__init__(text, path, first_line)
        self.value: Any = None
        self.root: Node | None = None
        self._stack: list[_Frame] = []

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
                    self.directive()
                if documents > 1:
                    self.report(yaml_rules.SEVERAL_DOCUMENTS, self.span(event))
                    break
            if values > MOST_VALUES or len(stack) > MOST_LEVELS:
                self._stop(event)
                return
        self._judge_whole()

    def _stop(self, event: Any) -> None:
        self.value = None
        start = event.start_mark
        line = start.line + self.first_line
        span = Span(line, start.column + 1, line, start.column + 2)
        if len(self._stack) > MOST_LEVELS:
            self.report(yaml_rules.TOO_DEEP, span, most=MOST_LEVELS)
        else:
            self.report(yaml_rules.TOO_MANY_VALUES, span, most=MOST_VALUES)

    def _judge_whole(self) -> None:
        if isinstance(self.value, dict):
            return
        if self.root is None or not (self.root.raw or isinstance(self.value, list)):
            self.report(
                yaml_rules.NOTHING_IN_IT,
                Span(self.first_line, 1, self.first_line, 1),
                help="Write one `key: value` on each line, such as `title: …`.",
            )
            return
        refused = any(finding.level == "error" for finding in self.findings)
        if refused and not isinstance(self.value, list):
            return
        start = self.root.start
        line = start.line + self.first_line
        self.report(
            yaml_rules.NOT_A_MAPPING,
            Span(line, start.column + 1, line, start.column + 2),
            what="a list" if isinstance(self.value, list) else "a text without a key",
            help="Write one `key: value` on each line, such as `title: …`.",
        )

    def _open(self, event: Any, is_mapping: bool) -> None:
        """Begin a mapping or list; as a key it is refused, with what is inside it."""
        if event.anchor or event.tag:
            self.properties(event)
        container: Any = {} if is_mapping else []
        node = Node(event.start_mark, event.end_mark, None)
        parent = self._stack[-1] if self._stack else None
        is_key = parent is not None and parent.is_mapping and parent.key_event is None
        if is_key:
            self.container_as_key(event, "a mapping" if is_mapping else "a list")
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
            frame.node.keys[key] = (event.start_mark, event.end_mark)  # type: ignore[union-attr, assignment]

    def _key(self, frame: _Frame, event: Any) -> None:
        """Take a key; a refused key drops its value with it, which was reported."""
        frame.key_event = event
        frame.key = key = event.value
        if event.anchor or event.tag:
            self.properties(event)
        if key in frame.container:
            frame.key = _DROPPED
            self.duplicate(event, frame.node.keys[key])
        elif len(key) > LONGEST_KEY:
            frame.key = _DROPPED
            self.long_key(event, LONGEST_KEY)
        elif not key.isidentifier():
            self._unusual_key(frame, event)

    def _unusual_key(self, frame: _Frame, event: Any) -> None:
        key = event.value
        span = self.span(event)
        plain = not event.style
        if not key.strip():
            frame.key = _DROPPED
            self.report(yaml_rules.EMPTY_KEY, span, help="Write the key before the colon.")
        elif plain and key == "<<":
            frame.key = _DROPPED
            self.report(yaml_rules.MERGE_KEY, span)
        elif "\n" in key or (plain and typed(key) is not key):
            frame.key = _DROPPED
            what = "a text of several lines" if "\n" in key else f"the value `{quoted(key)}`"
            self.report(yaml_rules.KEY_NOT_A_WORD, span, what=what, help="Write the word of the schema.")
        elif event.style == '"':
            self.hidden_escape(event)

    def _scalar(self, event: Any) -> None:
        value = event.value
        if event.anchor or event.tag:
            self.properties(event)
            value = value if event.style else typed(value)
        elif not event.style:
            value = self._plain(event, value)
        elif event.style in "'\"":
            if event.style == '"':
                self.hidden_escape(event)
            if self.may_comment:
                self.swallowed(event)
        self._put(value, Node(event.start_mark, event.end_mark, event.value))

    def _plain(self, event: Any, text: str) -> Any:
        value = typed(text)
        if value is None:
            frame = self._stack[-1] if self._stack else None
            if frame is not None:
                self.missing(event, frame.key_event if frame.is_mapping else None)
        elif value is text:
            if text[0] in SMART_QUOTES:
                self.smart_quotes(event, text)
            elif truthlike(text):
                self.truth_in_words(event, text)
        if self.may_comment and value is not None:
            self.swallowed(event)
        return value

    def _alias(self, event: Any) -> None:
        self.report(
            yaml_rules.ALIAS,
            self.span(event),
            name=quoted(event.anchor),
            help="If a text that begins with `*` is meant, put it in quotes.",
        )
        frame = self._stack[-1] if self._stack else None
        if frame is not None and frame.is_mapping and frame.key_event is None:
            frame.key, frame.key_event = _DROPPED, event
        else:
            self._put(None, Node(event.start_mark, event.end_mark, None))
