"""What a finding offers to put in place: only a slip of the hand is mended unasked."""

import pytest
from invented_archive import (
    Changes,
    WriteArchive,
    adding,
    adding_to_report,
    checked,
    in_strike,
    spoilt,
)

from generator.checking.similarity import folded, is_slip, nearest
from generator.reading.finding import Edit, Span, Suggestion


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (in_strike("status: single", "statsu: single"), Suggestion("status", "safe")),
        (in_strike("title: Syn", "titles_: Syn"), Suggestion("title", "safe")),
        (in_strike("status: single", "statuses: single"), Suggestion("status", "unsafe")),
        (in_strike("date: 2024", "dat: 2024"), Suggestion("date", "safe")),
        (in_strike("status: single", "refs: single"), None),
        (in_strike("url: https", "urll: https"), Suggestion("url", "unsafe")),
        (adding("means: [{kind: uavs}]"), Suggestion("uav", "unsafe")),
        (in_strike("single-source", "single-sourced"), Suggestion("single-source", "safe")),
        (in_strike("single-source", "unconfirmed"), None),
        (in_strike("single-source", "likely"), None),
        (in_strike("air-drone-strike", "air-drone-stirke"), Suggestion("air-drone-strike", "safe")),
        (in_strike("air-drone-strike", "drone-strike"), Suggestion("air-drone-strike", "unsafe")),
        (
            in_strike("source: observatory", "source: obsevatory"),
            Suggestion("observatory", "unsafe"),
        ),
        (
            in_strike("source: observatory", "source: synthetic-observatory"),
            Suggestion("observatory", "safe"),
        ),
        (
            in_strike("source: observatory", "source: {name: Synthetic Observatory, kind: monitor}"),
            Suggestion("observatory", "safe", Span(10, 13, 10, 57)),
        ),
        (
            in_strike(
                "source: observatory",
                "source:\n      name: Synthetic Observatory\n      kind: monitor",
            ),
            None,
        ),
        (
            adding_to_report("chains: [[{as_stated: Synthetic Observatory, verb: said}]]"),
            Suggestion(
                "observatory",
                "safe",
                Span(11, 27, 11, 48),
                also=(Edit(Span(11, 16, 11, 25), "source"),),
            ),
        ),
        (
            in_strike("location: testland", "location: {as_stated: Testland, within: testland}"),
            Suggestion("testland", "safe", Span(7, 41, 7, 49), also=(Edit(Span(7, 33, 7, 39), "key"),)),
        ),
        (in_strike("single-source", "confirmed"), Suggestion("single-source", "unsafe")),
        (in_strike("id: syb-4k7m2xq\n", ""), Suggestion("id: syb-0000000\n", "safe", Span(2, 1, 2, 1), verbatim=True)),
    ],
)
def test_suggestion(changes: Changes, expected: Suggestion | None, write_archive: WriteArchive) -> None:
    """A slip of one letter and an entry's own name are mended unasked; any other likeness is only shown."""
    (finding,) = checked(write_archive(spoilt(changes))).findings
    assert finding.suggestion == expected


@pytest.mark.parametrize(
    ("word", "meant", "expected"),
    [
        ("title", "title", True),
        ("Al-Tanf", "al tanf", True),
        ("titel", "title", True),
        ("titl", "title", True),
        ("tiitle", "title", True),
        ("tutle", "title", True),
        ("uva", "uav", True),
        ("uvv", "uav", False),
        ("usv", "uav", False),
        ("sohr-1", "sohr-2", False),
        ("sohr1", "sohr12", False),
        ("atypical", "typical", False),
        ("vitle", "title", True),
        ("unconfirmed", "confirmed", False),
        ("uninjured", "injured", False),
        ("ttiel", "title", False),
        ("", "title", False),
    ],
)
def test_slip(word: str, meant: str, expected: bool) -> None:
    """A slip is one letter more, fewer, other or swapped with the next, where no other word is likely to be meant."""
    assert is_slip(word, meant) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("titel", "title"),
        ("colour", None),
        ("", None),
        ("repotrs", "reports"),
        ("x" * 10_000, None),
    ],
)
def test_nearest(word: str, expected: str | None) -> None:
    """The most similar known word is named, and none where none is similar."""
    assert nearest(word, ["reports", "status", "title", "type"]) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Al-Ḥasakah", "al hasakah", True),
        ("Ėlektrogorsk", "elektrogorsk", True),
        ("Αθήνα", "αθηνα", True),
        ("сёла", "села", True),
        ("الحَسَكة", "الحسكة", True),
        ("الحســكة", "الحسكة", True),
        ("राम", "रम", False),
        ("がき", "かき", False),
        ("राम", "राम-", True),
    ],
)
def test_folded(one: str, other: str, same: bool) -> None:
    """Accents and Arabic vowel signs do not tell names apart; vowel signs of other scripts do."""
    assert (folded(one) == folded(other)) is same


@pytest.mark.parametrize("word", ["verified", "confirmed-not", "unconfirmed"])
def test_a_word_is_never_answered_with_its_opposite(word: str) -> None:
    """What denies a word is not like it, however many letters they share."""
    known = {"verified": ["unverified"], "confirmed-not": ["notconfirmednot"], "unconfirmed": ["confirmed"]}[word]
    assert nearest(word, known) is None
