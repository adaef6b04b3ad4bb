"""Incident ids: their shape, and fresh ones."""

from collections.abc import Callable
from itertools import chain, repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.ids import LENGTH, SIGNS, IncidentId, is_id, mint_id

prefixes = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=5)
sevens = st.text(SIGNS, min_size=LENGTH, max_size=LENGTH)


def drawing(signs: str) -> Callable[[str], str]:
    """A `choose` that draws these signs in turn."""
    waiting = iter(signs)
    return lambda _: next(waiting)


def test_the_signs_are_thirty() -> None:
    """Ids are made of the ten digits and the consonants without `l`, so that no word arises and none is read as 1."""
    assert (len(SIGNS), set(SIGNS) & set("aeioul")) == (30, set())


@given(prefixes, sevens)
def test_a_minted_id_has_the_shape(prefix: str, seven: str) -> None:
    """What is minted is the prefix, a hyphen and the seven signs drawn, and is an id."""
    minted = mint_id(prefix, drawing(seven))
    assert minted == f"{prefix}-{seven}"
    assert is_id(minted)
    assert TypeAdapter(IncidentId).validate_python(minted) == minted


@given(prefixes, st.sets(sevens, max_size=5), sevens)
def test_no_taken_id_is_minted(prefix: str, taken: set[str], fresh: str) -> None:
    """However often the draw falls on taken ids, the id minted is the first that is not taken."""
    others = taken - {fresh}
    minted = mint_id(
        prefix, drawing("".join(chain(sorted(others), [fresh]))), {f"{prefix}-{seven}" for seven in others}
    )
    assert minted == f"{prefix}-{fresh}"


def test_the_same_signs_under_another_prefix_are_not_taken() -> None:
    """An id is taken as a whole, prefix included."""
    assert mint_id("abc", lambda _: "0", {"xyz-0000000"}) == "abc-0000000"


def test_signs_are_drawn_from_the_thirty_one_at_a_time() -> None:
    """Each of seven draws is offered all thirty signs."""
    offered: list[str] = []

    def choose(signs: str) -> str:
        offered.append(signs)
        return signs[-1]

    assert mint_id("syb", choose) == "syb-zzzzzzz"
    assert offered == list(repeat(SIGNS, LENGTH))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "syb",
        "syb-",
        "syb-4k7m2x",
        "syb-4k7m2xqq",
        "syb-4K7m2xq",
        "SYB-4k7m2xq",
        "s-4k7m2xq",
        "abcdef-4k7m2xq",
        "syb-4k7m2xl",
        "syb-4k7m2xa",
        "syb_4k7m2xq",
        "syb-4k7m2xq\n",
        " syb-4k7m2xq",
        "syb-٤k7m2xq",
        "s1b-4k7m2xq",
    ],
)
def test_other_texts_are_no_ids(text: str) -> None:
    """A text with another prefix, length or sign is no id, nor one with a space or line end around it."""
    assert not is_id(text)
    with pytest.raises(ValidationError):
        TypeAdapter(IncidentId).validate_python(text)
