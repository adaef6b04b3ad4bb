"""The short way through YAML that has nothing to report.

Most records are in order, and finding that out must be cheap: this reader knows good
input only, keeps no positions, and gives up at the first thing that is not plain. The
careful reader then reads the text again; a test holds the two to the same values.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from generator.reading.scalars import NUMBER_STARTS, SMART_QUOTES, truthlike, typed
from generator.reading.yaml_builder import LONGEST_KEY, MOST_LEVELS, MOST_VALUES

_WORTH_A_LOOK = NUMBER_STARTS | frozenset(SMART_QUOTES)
_LONGEST_WORD_WITH_A_MEANING = 5
_COMMENT_LIKE_TEXT = re.compile(r"[ \t'\"]#[^ \t\n#!=-]")
_STARTS_AND_ENDS = frozenset((StreamStartEvent, StreamEndEvent, DocumentEndEvent))


def lean_value(text: str, parser: Any) -> dict[str, Any] | None:
    """The mapping in the text, or None when the careful reader must look.

    `parser` is the class that makes events of a text.
    """
    if _COMMENT_LIKE_TEXT.search(text):
        return None
    try:
        return _mapping(parser(text).get_event, "&" in text or "!" in text, "\\" in text)
    except (yaml.YAMLError, UnicodeError):
        return None


def _mapping(next_event: Any, properties: bool, escapes: bool) -> dict[str, Any] | None:
    top: Any = None
    container: Any = None
    key: str | None = None
    stack: list[Any] = []
    values = documents = 0
    while (event := next_event()) is not None:
        kind = event.__class__
        if kind is ScalarEvent:
            values += 1
            value = event.value
            if container is None or (properties and (event.anchor or event.tag)):
                return None
            style = event.style
            if container.__class__ is dict and key is None:
                if value in container or not _is_good_key(value):
                    return None
                key = value
                continue
            if style:
                if escapes and style == '"':
                    return None
            elif len(value) <= _LONGEST_WORD_WITH_A_MEANING or value[0] in _WORTH_A_LOOK:
                value = _plain(value)
                if value is None:
                    return None
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            values += 1
            if values > MOST_VALUES or len(stack) >= MOST_LEVELS:
                return None
            if properties and (event.anchor or event.tag):
                return None
            new: Any = {} if kind is MappingStartEvent else []
            if container is None and top is None and kind is MappingStartEvent:
                top = new
            elif container.__class__ is list:
                container.append(new)
            elif container is not None and key is not None:
                container[key] = new
            else:
                return None
            stack.append(container)
            container, key = new, None
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            container, key = stack.pop(), None
            continue
        elif kind is DocumentStartEvent and not (documents or event.version or event.tags):
            documents += 1
            continue
        elif kind in _STARTS_AND_ENDS:
            continue
        else:
            return None
        if container.__class__ is dict:
            container[key] = value
            key = None
        else:
            container.append(value)
    return top if values <= MOST_VALUES else None


def _plain(text: str) -> Any:
    """The value of a plain scalar, None for what the careful reader must look at."""
    return None if truthlike(text) or text[:1] in SMART_QUOTES else typed(text)


def _is_good_key(key: str) -> bool:
    if len(key) <= _LONGEST_WORD_WITH_A_MEANING and typed(key) is not key:
        return False
    return len(key) <= LONGEST_KEY and (key.isidentifier() or (key[:1] != "-" and key.replace("-", "_").isidentifier()))
