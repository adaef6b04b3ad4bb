"""Counts as sources give them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.counts import Count, CountRange

COUNT = TypeAdapter(Count)
numbers = st.integers(0, 10_000_000)


def faults(value: Any) -> list[tuple[tuple[Any, ...], str, str]]:
    """Where, of which kind and in which words a value is refused."""
    with pytest.raises(ValidationError) as caught:
        COUNT.validate_python(value)
    return [(error["loc"], error["type"], error["msg"]) for error in caught.value.errors()]


@given(numbers)
def test_a_number_alone_is_exact(number: int) -> None:
    """`3` is at least and at most three; `0` is a statement that there were none."""
    assert COUNT.validate_python(number) == CountRange(min=number, max=number)


@given(numbers, numbers)
def test_a_range_holds_what_is_stated(one: int, other: int) -> None:
    """A range keeps its two numbers where they stand in order and is refused where they do not."""
    value = {"min": one, "max": other}
    if one <= other:
        assert COUNT.validate_python(value).model_dump() == {"min": one, "max": other, "approximate": False}
    else:
        assert faults(value) == [((), "count_order", f"`max` must not be below `min` ({other} is below {one})")]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"min": 10}, CountRange(min=10)),
        ({"max": 4}, CountRange(max=4)),
        ({"min": 0, "max": 0}, CountRange(min=0, max=0)),
        ({"min": 68, "approximate": True}, CountRange(min=68, approximate=True)),
    ],
)
def test_one_side_may_stay_open(value: dict[str, Any], expected: CountRange) -> None:
    """A side no source states stays open, and is never filled in."""
    assert COUNT.validate_python(value) == expected


@pytest.mark.parametrize("value", [{}, {"approximate": True}])
def test_a_count_of_nothing_stated_is_refused(value: dict[str, Any]) -> None:
    """A count without a number is refused: absent is written by leaving it out."""
    assert faults(value) == [((), "empty_count", "needs `min`, `max` or both; leave `count` out where none is stated")]


@pytest.mark.parametrize(
    ("value", "loc", "kind"),
    [
        (True, (), "model_type"),
        ("3", (), "model_type"),
        (3.0, (), "model_type"),
        ({"min": 3.0}, ("min",), "int_type"),
        ({"min": "3"}, ("min",), "int_type"),
        ({"min": True}, ("min",), "int_type"),
        ({"min": 1, "approximate": "yes"}, ("approximate",), "bool_type"),
        ({"min": 1, "approximate": 1}, ("approximate",), "bool_type"),
        (-1, ("min",), "greater_than_equal"),
        ({"min": 10_000_001}, ("min",), "less_than_equal"),
        ({"minimum": 3}, ("minimum",), "extra_forbidden"),
    ],
)
def test_nothing_is_converted(value: Any, loc: tuple[str, ...], kind: str) -> None:
    """Texts, truth values, decimals, numbers out of range and other keys are refused at their place."""
    assert (loc, kind) in [(fault[0], fault[1]) for fault in faults(value)]
