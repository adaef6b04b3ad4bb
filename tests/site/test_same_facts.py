"""A page states the same in every language: only its words are others."""

from collections import Counter
from itertools import zip_longest
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from facts import Facts, SaidInWords, facts, numbers
from site_page import Pages

TEXTS = Path(__file__).resolve().parents[2] / "site_templates" / "texts"
TREE = "ar/"
IN_ENGLISH = "نص السجلّ باللغة الإنجليزية."
"""What the page of an incident with an Arabic title says of its account."""


@pytest.fixture(scope="module")
def pairs(pages: Pages) -> dict[str, tuple[Facts, Facts]]:
    """What each page states in English and in Arabic, by its address."""
    return {
        address: (facts(page), facts(pages[TREE + address], TREE, IN_ENGLISH))
        for address, page in pages.items()
        if TREE + address in pages
    }


@pytest.fixture(scope="module")
def in_words() -> SaidInWords:
    """What Arabic says in words."""
    with (TEXTS / "ar.po").open("rb") as file:
        return SaidInWords(read_po(file, locale="ar"))


def test_all_pages_are_compared(pairs: dict[str, tuple[Facts, Facts]]) -> None:
    """Every page that stands in Arabic is one of the pairs, and they hold links, marks and numbers."""
    assert len(pairs) > 350
    assert sum(len(english.links) for english, _ in pairs.values()) > 5000
    assert sum(len(english.marks) for english, _ in pairs.values()) > 2000
    assert sum(len(english.lines) for english, _ in pairs.values()) > 20000


@pytest.mark.parametrize("what", ["links", "incidents", "ids", "marks"])
def test_pages_state_the_same_in_the_same_order(pairs: dict[str, tuple[Facts, Facts]], what: str) -> None:
    """Links, incidents, anchors and status marks of a page are the same in both languages, in the same order."""
    wrong = {
        address: next(
            (ours, theirs)
            for ours, theirs in zip_longest(getattr(english, what), getattr(arabic, what))
            if ours != theirs
        )
        for address, (english, arabic) in pairs.items()
        if getattr(english, what) != getattr(arabic, what)
    }
    assert wrong == {}


def test_numbers_are_the_same(pairs: dict[str, tuple[Facts, Facts]], in_words: SaidInWords) -> None:
    """Every line has the same numbers in both languages, but for none, one and two where Arabic says them in words."""
    wrong = [
        (address, ours, theirs)
        for address, (english, arabic) in pairs.items()
        for ours, theirs in zip_longest(english.lines, arabic.lines, fillvalue="")
        if differ(ours, theirs, in_words)
    ]
    assert wrong == []


def differ(english: str, arabic: str, in_words: SaidInWords) -> bool:
    """Whether the numbers of a line are not those of its counterpart."""
    here, there = numbers(english), numbers(arabic)
    lost = here - there
    return bool(there - here) or any(count > in_words.may_say(number, arabic) for number, count in lost.items())


@pytest.mark.parametrize(
    ("english", "arabic", "wrong"),
    [
        ("3 incidents", "3 حوادث", False),
        ("3 incidents", "4 حوادث", True),
        ("1 incident", "حادثة واحدة", False),
        ("2 incidents", "حادثتان", False),
        ("1 incident", "حادثتان", True),
        ("2 incidents", "حادثة واحدة", True),
        ("3 incidents", "حوادث", True),
        ("incidents", "3 حوادث", True),
        ("1 and 1", "حادثة واحدة", True),
    ],
)
def test_what_counts_as_another_number(english: str, arabic: str, wrong: bool, in_words: SaidInWords) -> None:
    """A number is missing unless the form of words stands in the line that the number asks for; none may come in."""
    assert differ(english, arabic, in_words) == wrong


def test_lines_are_told_apart() -> None:
    """Numbers are counted by their value, whatever digits they are written in."""
    assert numbers("12 of 007, ٣") == Counter({12: 1, 7: 1, 3: 1})
