"""Backticks set off what is typed, whatever stands around them."""

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.marked_text import Piece, marked


def test_what_stands_in_backticks_is_code():
    """Text is split at its backticks, which are not shown."""
    assert marked("give `a` or `b`.") == (
        Piece("give ", False),
        Piece("a", True),
        Piece(" or ", False),
        Piece("b", True),
        Piece(".", False),
    )


def test_a_backtick_without_a_partner_stays():
    """A single backtick is a plain sign."""
    assert marked("one ` only") == (Piece("one ` only", False),)
    assert marked("`a` and ` b") == (Piece("a", True), Piece(" and ` b", False))


@given(st.text(alphabet="ab`<"))
def test_no_sign_is_lost_but_pairs_of_backticks(text):
    """Only paired backticks leave the text."""
    assert "".join(piece.text for piece in marked(text)).replace("`", "") == text.replace("`", "")
