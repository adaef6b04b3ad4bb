"""Words of our own: English in themselves, said by a catalogue in another language."""

from copy import deepcopy
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.texts.catalogue import IN_ENGLISH, Catalogue
from generator.texts.text import Name, joined, language_of, listed, said, say, say_as, say_number

SYNTHETIC = Catalogue(
    "ar",
    MappingProxyType(
        {
            ("", "Read by {who}"): ("قرأه {who}",),
            ("", "nobody"): ("لا أحد",),
            ("place", "at"): ("في",),
            ("", "{n} report"): ("صفر", "واحد", "اثنان", "{n} قلة", "{n} كثرة", "{n} غير ذلك"),
            ("list", "{before}, {next}"): ("{before}، {next}",),
            ("list", "{before} and {last}"): ("{before} و{last}",),
        }
    ),
    lambda n: 0 if n == 0 else 1 if n == 1 else 2 if n == 2 else 3 if 3 <= n <= 10 else 4,
)
ISOLATED = "\N{FIRST STRONG ISOLATE}Synthetic\N{POP DIRECTIONAL ISOLATE}"


def test_words_are_english_in_themselves() -> None:
    """A message is its English with its values filled in."""
    assert say("Read by {who}", who="Synthetic") == "Read by Synthetic"


def test_words_of_ours_are_said_inside_words_of_ours() -> None:
    """A value that is words of ours is said in the same language, without isolates."""
    assert said(say("Read by {who}", who=say("nobody")), SYNTHETIC) == "قرأه لا أحد"


def test_words_of_others_are_isolated_where_the_page_reads_from_the_right() -> None:
    """A value that is not ours keeps its letters and cannot turn the words beside it round."""
    assert said(say("Read by {who}", who="Synthetic"), SYNTHETIC) == f"قرأه {ISOLATED}"


def test_a_message_the_catalogue_lacks_is_said_in_english() -> None:
    """Nothing is lost where a translation is missing."""
    assert said(say("Synthetic and new"), SYNTHETIC) == "Synthetic and new"


def test_a_context_tells_messages_of_one_english_apart() -> None:
    """The same English with another context is another message."""
    assert (said(say_as("place", "at"), SYNTHETIC), said(say_as("time", "at"), SYNTHETIC)) == ("في", "at")


@pytest.mark.parametrize(
    ("number", "english", "arabic"),
    [(0, "0 reports", "صفر"), (1, "1 report", "واحد"), (2, "2 reports", "اثنان"), (7, "7 reports", "7 قلة"), (40, "40 reports", "40 كثرة")],
)  # fmt: skip
def test_a_number_chooses_the_form(number: int, english: str, arabic: str) -> None:
    """A message with a number stands in the form its language asks for."""
    words = say_number(number, "{n} report", "{n} reports")
    assert (str(words), said(words, SYNTHETIC)) == (english, arabic)


@pytest.mark.parametrize(
    ("parts", "english", "arabic"),
    [([], "", ""), (["1"], "1", "1"), ([say("nobody"), say("nobody")], "nobody and nobody", "لا أحد ولا أحد")],
)
def test_a_list_is_joined_as_the_language_does(parts: list[str], english: str, arabic: str) -> None:
    """Parts of a sentence are joined by the words of the language."""
    assert (str(listed(parts)), said(listed(parts), SYNTHETIC)) == (english, arabic)


def test_empty_parts_of_a_line_are_left_out() -> None:
    """A line has no separator where nothing stands."""
    assert said(joined(" · ", ["", say("nobody"), ""]), SYNTHETIC) == "لا أحد"


def test_a_name_is_said_by_the_name_it_has_in_the_language() -> None:
    """A registry's entry has its own name in each language, and keeps the first where it has none."""
    with_both, with_one = Name("Synthetic", {"ar": "تجريبي"}), Name("Synthetic", {})
    assert (said(with_both, SYNTHETIC), language_of(with_both, SYNTHETIC)) == ("تجريبي", "ar")
    assert (said(with_one, SYNTHETIC), language_of(with_one, SYNTHETIC)) == ("Synthetic", "")


def test_a_copy_of_a_view_keeps_its_words() -> None:
    """Words copied with the view they stand in are the same words."""
    words = (say("nobody"), Name("Synthetic", {"ar": "تجريبي"}))
    assert [said(copied, SYNTHETIC) for copied in deepcopy(words)] == ["لا أحد", "تجريبي"]


@given(st.text(), st.integers())
def test_english_is_said_as_it_stands(text: str, number: int) -> None:
    """By the English catalogue words are what they are in themselves, whatever is put into them."""
    for words in (
        say("Read by {who}", who=text),
        say_number(number, "{n} report", "{n} reports"),
        joined(", ", [text]),
    ):
        assert said(words, IN_ENGLISH) == str(words)


@given(st.text())
def test_braces_of_strangers_are_not_places(text: str) -> None:
    """Braces in a value are letters like any other."""
    assert str(say("Read by {who}", who="{" + text + "}")) == "Read by {" + text + "}"
