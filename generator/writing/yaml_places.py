"""The values of a YAML text and where they stand, as the parser finds them; brackets are one value each."""

from dataclasses import dataclass
from typing import Any

import yaml

from generator.reading.finding import Span
from generator.reading.scalars import typed
from generator.reading.strict_yaml import Parser

Signature = tuple[Any, Any]
"""The kind of an event and its value; for a scalar what the reader makes of it."""

COLLECTION = "collection"


class UnfitSuggestionError(ValueError):
    """A suggestion that cannot be written at its place without changing more than that."""


@dataclass(frozen=True, slots=True)
class Value:
    """A scalar or a flow collection of the YAML: its span in the file, its quotes, whether it stands in brackets.

    `number` is that of its event, `last` that of the event that closes it.
    """

    span: Span
    style: str
    in_flow: bool
    number: int
    last: int


def value_alone(quoted: str) -> str:
    """The value of a quoted scalar."""
    return str(next(value for kind, value in events_of(quoted, 1)[0] if kind is yaml.ScalarEvent))


def events_of(text: str, first_line: int) -> tuple[list[Signature], list[Value]]:
    """What the parser finds: each event with its value, and the places of scalars and flow collections."""
    signatures: list[Signature] = []
    values: list[Value] = []
    opened: list[tuple[int, Any]] = []
    try:
        for number, event in enumerate(yaml.parse(text, Loader=Parser)):
            in_flow = bool(opened and opened[-1][1].flow_style)
            if isinstance(event, yaml.ScalarEvent):
                signatures.append((yaml.ScalarEvent, event.value if event.style else typed(event.value)))
                values.append(Value(_span(event, event, first_line), event.style or "", in_flow, number, number))
                continue
            signatures.append((event.__class__, getattr(event, "anchor", None)))
            if isinstance(event, yaml.CollectionStartEvent):
                opened.append((number, event))
            elif isinstance(event, yaml.CollectionEndEvent):
                start, opening = opened.pop()
                if opening.flow_style:
                    outside = bool(opened and opened[-1][1].flow_style)
                    values.append(Value(_span(opening, event, first_line), COLLECTION, outside, start, number))
    except (yaml.YAMLError, UnicodeError):
        raise UnfitSuggestionError("the YAML cannot be read") from None
    return signatures, values


def _span(opening: Any, closing: Any, first_line: int) -> Span:
    start, end = opening.start_mark, closing.end_mark
    return Span(start.line + first_line, start.column + 1, end.line + first_line, end.column + 1)
