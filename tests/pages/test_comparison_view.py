"""Words and signs for how far a count lies above the number of records."""

import pytest

from generator.archive.running_counts import Difference
from generator.pages.difference_words import level_words, signed
from generator.texts.catalogue import Catalogue
from generator.texts.text import said

D = Difference


@pytest.mark.parametrize(
    ("by", "sentence", "sign"),
    [
        (D(21, 21), "The count is 21 higher than the number of records.", "+21"),
        (D(-3, -3), "The count is 3 lower than the number of records.", "−3"),
        (D(0, 0), "The count is the same as the number of records.", "0"),
        (D(4, 4, True), "The count is about 4 higher than the number of records.", "about +4"),
        (D(2, 5), "The count is 2 to 5 higher than the number of records.", "+2 to +5"),
        (D(0, 5), "The count is 0 to 5 higher than the number of records.", "0 to +5"),
        (D(-5, -2), "The count is 2 to 5 lower than the number of records.", "−5 to −2"),
        (D(-2, 5), "The count is between 2 lower and 5 higher than the number of records.", "−2 to +5"),
        (D(9, None), "The count is at least 9 higher than the number of records.", "at least +9"),
        (D(-2, None), "The count is at most 2 lower than the number of records.", "at least −2"),
        (D(0, None), "The count is not lower than the number of records.", "at least 0"),
        (D(None, 9), "The count is at most 9 higher than the number of records.", "at most +9"),
        (D(None, -2), "The count is at least 2 lower than the number of records.", "at most −2"),
        (D(None, 0), "The count is not higher than the number of records.", "at most 0"),
        (D(None, None), "The count is not comparable with the number of records.", "not known"),
    ],
)
def test_a_difference_in_words_and_in_signs(by: Difference, sentence: str, sign: str) -> None:
    """Words never claim a side that nothing bounds; signs say the same."""
    assert (level_words(by, by), signed(by)) == (sentence, sign)


def test_the_sentence_holds_whether_a_record_is_one_unit_or_one_for_each_location() -> None:
    """Where records have several locations, both readings are given."""
    assert level_words(D(21, 21), D(17, 17)) == (
        "The count is 21 higher than the number of records; it is 17 higher than that number if a record of several locations counts once "
        "for each."
    )
    assert level_words(D(2, 2), D(-1, -1)) == (
        "The count is 2 higher than the number of records; it is 1 lower than that number if a record of several locations counts once "
        "for each."
    )


def test_a_sign_stays_before_its_number_in_arabic() -> None:
    """In a language written to the left a signed number stands in an isolate of its own direction; in English it does not."""
    number = signed(Difference(3, 3))
    assert (number, said(number, Catalogue("ar"))) == ("+3", "\u2066+3\u2069")
