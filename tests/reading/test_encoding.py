"""Bytes into text: what is refused, where, and in which words."""

import pytest

from generator.reading.encoding import MOST_BYTES, read_bytes


def told(data: bytes):
    found = read_bytes(data, path="x.yml").findings
    return [(f.rule, (f.span.line, f.span.column) if f.span else None, f.message) for f in found]


REFUSED = [
    (
        "a: b\ntitle: café\n".encode("latin-1"),
        "Y201",
        (2, 11),
        "the file must be saved as UTF-8, and byte 15 (0xE9) is not (read as Latin-1 it is `é`)",
    ),
    (
        "a: b".encode("utf-16"),
        "Y201",
        (1, 1),
        "the file must be saved as UTF-8, and this one is UTF-16",
    ),
    (
        "a: b".encode("utf-32"),
        "Y201",
        (1, 1),
        "the file must be saved as UTF-8, and this one is UTF-32",
    ),
    (
        "a: b".encode("utf-16-le"),
        "Y201",
        (1, 1),
        "the file must be saved as UTF-8, and this one is UTF-16 or UTF-32",
    ),
    (
        b"\xef\xbb\xbfa: b\n",
        "Y202",
        (1, 1),
        "the file begins with a byte order mark; save it as UTF-8 without one",
    ),
    (b"a: b\x00\n", "Y203", (1, 5), "a sign stands here that is no text: null character (U+0000)"),
    (b"a: \x1b[1m\n", "Y203", (1, 4), "a sign stands here that is no text: escape (U+001B)"),
    (
        "a: b\u202ec\n".encode(),
        "Y204",
        (1, 5),
        ("a sign stands here that changes the order letters are shown in: right-to-left override (U+202E)"),
    ),
    (
        "a: b\u2067c\n".encode(),
        "Y204",
        (1, 5),
        ("a sign stands here that changes the order letters are shown in: right-to-left isolate (U+2067)"),
    ),
    (
        "a: b\u200fc\n".encode(),
        "Y204",
        (1, 5),
        ("a sign stands here that changes the order letters are shown in: right-to-left mark (U+200F)"),
    ),
    (
        "a: b\n\nc: d\u200be\n".encode(),
        "Y205",
        (3, 5),
        "a sign stands here that no one sees: zero width space (U+200B)",
    ),
    (
        "a: b\u200dc\n".encode(),
        "Y205",
        (1, 5),
        "a sign stands here that no one sees: zero width joiner (U+200D)",
    ),
    (
        "a: b\ufeffc\n".encode(),
        "Y205",
        (1, 5),
        "a sign stands here that no one sees: byte order mark (U+FEFF)",
    ),
    (
        "a: b\U000e0041\n".encode(),
        "Y205",
        (1, 5),
        "a sign stands here that no one sees: tag latin capital letter a (U+E0041)",
    ),
    (
        "a: b\u2028c\n".encode(),
        "Y206",
        (1, 5),
        "a line must end with a line feed, and here stands another sign: line separator (U+2028)",
    ),
    (
        "a: b\x85c\n".encode(),
        "Y206",
        (1, 5),
        ("a line must end with a line feed, and here stands another sign: next-line character (U+0085)"),
    ),
    (
        "a: \ue000\n".encode(),
        "Y207",
        (1, 4),
        "a sign stands here that means nothing to other readers: private-use character (U+E000)",
    ),
    (
        "a: \U0001ffff\n".encode(),
        "Y207",
        (1, 4),
        "a sign stands here that means nothing to other readers: no assigned character (U+1FFFF)",
    ),
    (
        b"a: b\r\nc: d\r\n",
        "Y208",
        (1, 5),
        "the lines end with CR LF; they should end with LF alone",
    ),
    (b"a: b\rc\n", "Y209", (1, 5), "a carriage return stands here without a line feed"),
    (
        "a: Cafe\u0301\n".encode(),
        "Y210",
        (1, 7),
        "this letter is written as a letter and a separate accent; use the single letter",
    ),
    (
        "a: t\u0430ss\n".encode(),
        "Y215",
        (1, 4),
        "`t\u0430ss` holds a letter of another alphabet that looks like `a`: Cyrillic small letter a (U+0430)",
    ),
    (
        "a: b\nThe \u0421ENTCOM-led strike\n".encode(),
        "Y215",
        (2, 5),
        "`\u0421ENTCOM-led` holds a letter of another alphabet that looks like `C`: Cyrillic capital letter es (U+0421)",
    ),
    (
        b"a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> main\n",
        "Y211",
        (2, 1),
        "two versions of this file stand in it, one after the other, and wait for a choice",
    ),
    (
        b"a: b\nc: d",
        "Y214",
        (2, 5),
        "the last line has no line end; the file may have been cut off here",
    ),
    (b"", "Y212", None, "the file is empty"),
    (b" \n\t\n", "Y212", None, "the file is empty"),
    (
        b"a" * 70_000,
        "Y213",
        None,
        "a file has at most 65,536 bytes, and this one has 70,000",
    ),
]


@pytest.mark.parametrize(("data", "code", "place", "message"), REFUSED)
def test_each_fault_of_the_text_has_its_finding(data, code, place, message):
    """A fault of the bytes gives one finding at its place, word for word."""
    assert told(data) == [(code, place, message)]


@pytest.mark.parametrize(
    "text",
    [
        "a: می\u200cخواهم\n",
        "a: هێرش\u200cه‌کان\n",
        "a: ۱۴۰۲ ه\u200d.ش\n",
        "a: क्\u200dष\n",
        "a: العربية (CENTCOM)\u200f، قالت\n",
        "a: emoji 🚀 and ❤\ufe0f\n",
        "a: Ḥusayn, Dayr az-Zawr — “قال”\n",
    ],
)
def test_real_text_of_other_scripts_passes(text):
    """Persian and Kurdish joiners, marks beside Arabic, emoji and dashes are no faults."""
    assert read_bytes(text.encode(), path="x.yml").findings == ()


def test_refused_signs_are_replaced_one_for_one():
    """Columns after a refused sign stay what they are in the file."""
    assert read_bytes("a: b\u200bc\u2028d\n".encode(), path="x").text == "a: b\ufffdc\ufffdd\n"


def test_line_ends_become_line_feeds():
    """CR LF is read as LF, a CR inside a line does not end it."""
    assert read_bytes(b"a: b\r\nc\rd\r\n", path="x").text == "a: b\nc\ufffdd\n"


def test_a_sign_on_many_lines_is_reported_ten_times():
    """A file full of one fault gives ten findings, and the last says there may be more."""
    found = read_bytes("a\u200bb\u200b\n".encode() * 50, path="x").findings
    assert len(found) == 10
    assert found[-1].help.endswith("There may be more of them further down.")


def test_a_conflict_names_its_lines():
    """The way out of a merge conflict names the lines to look at."""
    data = b"a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> main\n"
    assert read_bytes(data, path="x").findings[0].help == (
        "Keep the right version in lines 2 to 6, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`."
    )


def test_the_largest_file_is_still_read():
    """The cap itself is allowed."""
    assert read_bytes(b"a" * (MOST_BYTES - 1) + b"\n", path="x").findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "title: Ракетный удар по базе США «Х-101»\n",
        "title: Wi-Fi-роутер\n",
        "title: сообщает CENTСOM\n",
        "names: {ru: [Тасс], en: [TASS]}\n",
        "title: α-decay\n",
    ],
)
def test_words_of_two_alphabets_side_by_side_pass(text):
    """A word of another alphabet is no look-alike, nor is one in a line that is in that alphabet."""
    assert read_bytes(text.encode(), path="x.yml").findings == ()
