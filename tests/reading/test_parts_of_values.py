"""Where a part of a value stands, and what goes when an item is taken out of its list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.finding import Span
from generator.reading.strict_yaml import read_yaml


def part(text: str, key: str, wanted: str, first_line: int = 1) -> Span:
    """The span of a word of a top-level text."""
    document = read_yaml(text, path="x.yml", first_line=first_line)
    assert document.value is not None
    at = document.value[key].index(wanted)
    return document.positions.part_span((key,), at, at + len(wanted))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: one word here\n", Span(1, 8, 1, 12)),
        ('a: "one word here"\n', Span(1, 9, 1, 13)),
        ("a: one\n  word here\n", Span(2, 3, 2, 7)),
        ("a: |\n  one\n  word here\n", Span(3, 3, 3, 7)),
        ("a: |\n  words one\n  word here\n", Span(2, 3, 2, 7)),
        ("a: {b: word}\nword: one word\n", Span(2, 7, 2, 10)),
        ('a: "one w\\u006frd here"\n', Span(1, 4, 1, 5)),
        ("word: x\na: نص word here\n", Span(2, 7, 2, 11)),
    ],
)
def test_part(text: str, expected: Span) -> None:
    """A part of a text is found in its line, whatever its quotes; one written as an escape at the value's beginning."""
    key = "word" if text.startswith("a: {") else "a"
    assert part(text, key, "one" if key == "word" else "word") == expected


@pytest.mark.parametrize(
    ("text", "item", "expected"),
    [
        ("a: [x, y, y]\n", 2, "a: [x, y]\n"),
        ("a: [x, 'y' , y]\n", 2, "a: [x, 'y']\n"),
        ("a:\n  - x\n  - y\n  - y\nb: 1\n", 2, "a:\n  - x\n  - y\nb: 1\n"),
        ("a:\n- x\n- x\n", 1, "a:\n- x\n"),
        ("a:\n  - k: x\n    l: y\n  - k: x\n    l: y\nb: 1\n", 1, "a:\n  - k: x\n    l: y\nb: 1\n"),
        ("a:\n  - x\n  - x # why\n", 1, None),
        ("a: [x,\n  x]\n", 1, None),
        ("a: [x, x]\n", 0, None),
        ("a:\n  - - x\n    - x\n", 0, "a:\n"),
    ],
)
def test_item(text: str, item: int, expected: str | None) -> None:
    """An item goes with its comma or its lines; where more would go with it, nothing is offered."""
    span = read_yaml(text, path="x.yml").positions.item_span(("a", item))
    assert (None if span is None else without(text, span)) == expected


def without(text: str, span: Span) -> str:
    """The text without a span."""
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: span.line - 1]) + span.column - 1
    end = sum(len(line) + 1 for line in lines[: span.end_line - 1]) + span.end_column - 1
    return text[:start] + text[end:]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), max_size=60), st.data())
def test_a_part_lies_in_its_value(text: str, data: st.DataObject) -> None:
    """Whatever the text, its part is inside the file, and is that part where it does not stand at the beginning."""
    written = f"a: {yaml_scalar(text)}\n"
    document = read_yaml(written, path="x.yml")
    assert document.value is not None
    value = document.value["a"]
    start = data.draw(st.integers(0, len(value)))
    end = data.draw(st.integers(start, len(value)))
    span = document.positions.part_span(("a",), start, end)
    line = written.split("\n")[span.line - 1]
    assert span.line == span.end_line == 1
    assert line[span.column - 1 : span.end_column - 1] in (value[start:end], "'")


def yaml_scalar(text: str) -> str:
    """A text as a scalar in single quotes."""
    return "'begin " + text.replace("'", "''") + "'"
