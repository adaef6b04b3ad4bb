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
_COMMENT_LIKE_TEXT = re.compile(r"[ \t]#[^ \t\n#!=-]")
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


def _mapping(
    next_event: Any, may_have_properties: bool, has_backslash: bool
) -> dict[str, Any] | None:
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
            if container is None or (may_have_properties and (event.anchor or event.tag)):
                return None
            style = event.style
            if container.__class__ is dict and key is None:
                if value in container or len(value) > LONGEST_KEY or not _is_word(value):
                    return None
                if len(value) <= _LONGEST_WORD_WITH_A_MEANING and typed(value) is not value:
                    return None
                key = value
                continue
            if style:
                if has_backslash and style == '"':
                    return None
            elif len(value) <= _LONGEST_WORD_WITH_A_MEANING or value[0] in _WORTH_A_LOOK:
                if truthlike(value) or value[:1] in SMART_QUOTES:
                    return None
                value = typed(value)
                if value is None:
                    return None
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            values += 1
            if values > MOST_VALUES or (may_have_properties and (event.anchor or event.tag)):
                return None
            new: Any = {} if kind is MappingStartEvent else []
            if container is None:
                if top is not None or kind is SequenceStartEvent:
                    return None
                top = new
            elif container.__class__ is dict:
                if key is None:
                    return None
                container[key] = new
            else:
                container.append(new)
            stack.append(container)
            container, key = new, None
            if len(stack) > MOST_LEVELS:
                return None
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            container, key = stack.pop(), None
            continue
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1 or event.version or event.tags:
                return None
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


def _is_word(key: str) -> bool:
    return key.isidentifier() or (key[:1] != "-" and key.replace("-", "_").isidentifier())
