"""How findings print: word for word, and whatever a stranger has written into the file."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking.formats import (
    FORMATS,
    concise,
    full,
    github,
    json_text,
    render,
    summary,
)
from generator.checking.formats.full import WIDEST
from generator.checking.formats.json_text import SCHEMA
from generator.checking.formats.terminal_text import fit
from generator.reading.finding import Edit, Finding, Level, Related, Span, Suggestion

PATH = "incidents/records/2024/strike.md"


GOLDEN = Finding(
    path=PATH,
    span=Span(3, 12, 3, 15),
    rule="S104",
    name="unknown-value",
    level="error",
    message="`means[0].kind` must be one of the 9 known means",
    label="not in the vocabulary",
    help="there is a similar value: `uav`",
    why="readers filter by means; a new word makes a filter of one",
    suggestion=Suggestion("uav"),
)


def bare(span: Span | None, label: str = "", path: str = PATH, level: Level = "error") -> Finding:
    """A finding with nothing but its place and label."""
    return Finding(path, span, "S104", "unknown-value", level, "wrong", label)


TEXT = """\
---
means:
  - {kind: uvv, as_stated: a drone strike}
---
"""


def shown(text: str, *findings: Finding) -> str:
    """The full form of findings about a file with this text."""
    lines = text.split("\n")

    def line_of(path: str, line: int) -> str | None:
        return lines[line - 1] if path == PATH and line <= len(lines) else None

    return full(findings, line_of)


def test_full_is_the_golden_message() -> None:
    """A finding shows what is wrong, where, the line with the place marked, the way out and the reason."""
    text = full([GOLDEN], lambda _, line: TEXT.split("\n")[line - 1], docs="https://example.org/rules/")
    assert (
        text
        == """\
error[S104] unknown-value: `means[0].kind` must be one of the 9 known means
 --> incidents/records/2024/strike.md:3:12
  |
2 | means:
3 |   - {kind: uvv, as_stated: a drone strike}
  |            ^^^ not in the vocabulary
help: there is a similar value: `uav` (safe; `archive fix` applies it)
why:  readers filter by means; a new word makes a filter of one
docs: https://example.org/rules/S104/

"""
    )


def test_full_says_nothing_where_there_is_nothing() -> None:
    """A finding about a whole file shows no line, and no help, reason or page that it does not have."""
    assert (
        shown(TEXT, bare(None))
        == """\
error[S104] unknown-value: wrong
 --> incidents/records/2024/strike.md

"""
    )


def test_full_without_the_text() -> None:
    """A file that cannot be shown again still gives the place."""
    assert (
        shown(TEXT, bare(Span(3, 1, 3, 2), path="incidents/gone.md"))
        == """\
error[S104] unknown-value: wrong
 --> incidents/gone.md:3:1

"""
    )


def test_full_names_related_places() -> None:
    """Another place that explains a finding stands in a note; a whole file has no line."""
    related = (
        Related(PATH, Span(1, 1, 1, 4), "the first one"),
        Related("incidents/sources/a.yml", None, "the other"),
    )
    assert (
        shown(TEXT, replace(GOLDEN, span=None, help="", why="", suggestion=None, related=related))
        == """\
error[S104] unknown-value: `means[0].kind` must be one of the 9 known means
 --> incidents/records/2024/strike.md
note: the first one at incidents/records/2024/strike.md:1:1
note: the other at incidents/sources/a.yml

"""
    )


def test_full_aligns_wide_line_numbers() -> None:
    """The gutter is as wide as the line's number, also where the line before has one digit less."""
    assert (
        shown("\n" * 8 + "a: b\nkey: c\n", bare(Span(10, 6, 10, 7)))
        == """\
error[S104] unknown-value: wrong
  --> incidents/records/2024/strike.md:10:6
   |
 9 | a: b
10 | key: c
   |      ^

"""
    )


@pytest.mark.parametrize(
    ("suggestion", "way", "expected"),
    [
        (Suggestion("uav"), "Write it so.", "Write it so (safe; `archive fix` applies it)"),
        (Suggestion("uav", "unsafe"), "Write it so.", "Write it so."),
        (Suggestion("uav"), "", "write `uav` (safe; `archive fix` applies it)"),
        (Suggestion("uav", "unsafe"), "", "write `uav` (check that it is what you mean)"),
        (
            Suggestion("uav"),
            "there is a similar value: `uav`",
            "there is a similar value: `uav` (safe; `archive fix` applies it)",
        ),
        (
            Suggestion("uav", "unsafe"),
            "there is a similar value: `uav`",
            "there is a similar value: `uav` (check that it is what you mean)",
        ),
        (Suggestion(""), "", "remove it (safe; `archive fix` applies it)"),
        (Suggestion("", "unsafe"), "Remove it; it came along.", "Remove it; it came along."),
        (None, "Remove the sign.", "Remove the sign."),
    ],
)
def test_full_says_what_to_write_instead(suggestion: Suggestion | None, way: str, expected: str) -> None:
    """The help says what to write instead, with a doubt where another word might be meant."""
    text = shown(TEXT, replace(GOLDEN, span=None, help=way, why="", suggestion=suggestion))
    assert text.split("\n")[2] == f"help: {expected}"


@pytest.mark.parametrize("way", ["write `2024-01-05`", "write 2024-01-05.", ""])
def test_the_way_out_is_told_once(way: str) -> None:
    """A way out that the message ends with already is not told again."""
    found = replace(
        GOLDEN,
        span=None,
        message="`5/1/24` has a short year: write 2024-01-05",
        help=way,
        why="",
        suggestion=Suggestion("2024-01-05", "unsafe"),
    )
    assert shown(TEXT, found) == (
        "error[S104] unknown-value: `5/1/24` has a short year: write 2024-01-05\n --> incidents/records/2024/strike.md\n\n"
    )
    assert github([found]) == (
        "::error file=incidents/records/2024/strike.md,title=S104 unknown-value::"
        "`5/1/24` has a short year: write 2024-01-05\n"
    )


@pytest.mark.parametrize(
    ("line", "span", "expected"),
    [
        ("title: قصف قاعدة", Span(1, 8, 1, 11), "column 8: «قصف» here"),
        ("title: 基地 attacked", Span(1, 8, 1, 10), "column 8: «基地» here"),
        ("title: cafe\u0301 bar", Span(1, 14, 1, 17), "column 14: «bar» here"),
        ("title: قصف", Span(1, 11, 1, 11), "column 11 here"),
        ("title: قصف " + "a" * 90, Span(1, 8, 1, 102), f"column 8: «قصف {'a' * 55}…» here"),
        ("title: café bar", Span(1, 13, 1, 16), "            ^^^ here"),
        ("title: a", Span(1, 9, 1, 9), "        ^ here"),
        ("title: a", Span(1, 40, 1, 50), "        ^ here"),
        ("title: |", Span(1, 8, 3, 2), "       ^ here"),
        ("title: a   ", Span(1, 8, 1, 12), "       ^ here"),
        ("title: a   ", Span(1, 10, 1, 12), "         ^ here"),
        ("title: " + "a" * 200, Span(1, 8, 1, 208), " " * 7 + "^" * 93 + " here"),
        ("\tkey: a", Span(1, 1, 1, 2), "^^^^^ here"),
        ("a\x1b[31mb", Span(1, 2, 1, 3), " ^^^^^^^^ here"),
        ("\tkey: a", Span(1, 2, 1, 5), "     ^^^ here"),
    ],
)
def test_full_marks_the_place(line: str, span: Span, expected: str) -> None:
    """Carets stand under what they mean; where signs are not one cell wide it is quoted instead."""
    assert shown(line, bare(span, "here")).split("\n")[4] == f"  | {expected}"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("\tkey: a", "<TAB>key: a"),
        ("a \x1b]0;owned\x07 b", "a <U+001B>]0;owned<U+0007> b"),
        ("a \u202eb", "a <U+202E>b"),
        ("a \u200bb", "a <U+200B>b"),
        ("a \x9b31m b", "a <U+009B>31m b"),
        ("a \u2028 b", "a <U+2028> b"),
        ("a ##[add-mask]b", "a ##<U+005B>add-mask]b"),
        ("key: a\r", "key: a"),
    ],
)
def test_full_shows_signs_that_act_by_name(line: str, expected: str) -> None:
    """No control sign, hidden sign or command to a build log is printed as it stands."""
    assert shown(line, bare(Span(1, 1, 1, 2))).split("\n")[3] == f"1 | {expected}"


@pytest.mark.parametrize(
    ("line", "span", "source", "marks"),
    [
        (
            "a" * 300 + "BAD" + "b" * 300,
            Span(1, 301, 1, 304),
            "…" + "a" * 30 + "BAD" + "b" * 65 + "…",
            " " * 31 + "^^^",
        ),
        ("BAD" + "b" * 300, Span(1, 1, 1, 4), "BAD" + "b" * 96 + "…", "^^^"),
        (
            "a" * 300 + "BAD",
            Span(1, 301, 1, 304),
            "…" + "a" * 30 + "BAD",
            " " * 31 + "^^^",
        ),
        ("a" * 600, Span(1, 1, 1, 601), "a" * 99 + "…", "^" * 100),
        (
            "\x1b" * 100 + "BAD",
            Span(1, 101, 1, 104),
            "…" + "<U+001B>" * 3 + "BAD",
            " " * 25 + "^^^",
        ),
    ],
)
def test_full_windows_long_lines(line: str, span: Span, source: str, marks: str) -> None:
    """Of a long line the part around the place is shown, and ellipses where something is left out."""
    rows = shown(line, bare(span)).split("\n")
    assert (rows[3], rows[4]) == (f"1 | {source}", f"  | {marks}")


def test_full_in_colour() -> None:
    """Colour changes how the words look and no word."""
    plain = render("full", [GOLDEN], line_of=lambda _, line: TEXT.split("\n")[line - 1], files=1)
    coloured = render(
        "full",
        [GOLDEN],
        line_of=lambda _, line: TEXT.split("\n")[line - 1],
        files=1,
        colour=True,
    )
    assert coloured.startswith("\x1b[1;31merror[S104]\x1b[0m \x1b[1munknown-value: ")
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[1;31m", "\x1b[1;34m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


@given(
    st.text(max_size=200),
    st.integers(1, 250),
    st.integers(0, 250),
    st.text(max_size=20),
)
def test_full_never_prints_what_acts(line: str, column: int, width: int, words: str) -> None:
    """Whatever a file or a message holds, only printable signs and line feeds come out, in a bounded width."""
    line = line.replace("\n", " ")
    found = replace(
        GOLDEN,
        span=Span(1, column, 1, column + width),
        message=words,
        label=words,
        help=words,
        suggestion=None,
    )
    text = full([found], lambda _, number: line if number == 1 else None)
    assert all(sign == "\n" or sign.isprintable() or sign.isspace() for sign in text)
    assert not any(sign in text for sign in "\x1b\t\r\x85\u2028\u2029")
    source = next(row for row in text.split("\n") if row.startswith("1 |"))
    assert len(source) <= len("1 | ") + WIDEST + len("<U+10FFFF>")
    marks = text.split("\n")[4].removeprefix("  | ").removesuffix(fit(words)).rstrip()
    if set(marks) == {" ", "^"} and marks.count("^") > 1:
        assert len(marks) <= len(source.removeprefix("1 | "))


def test_concise() -> None:
    """A finding is one line that editors can jump from; a message of two lines stays on one."""
    findings = [
        GOLDEN,
        replace(GOLDEN, span=None, path="a.yml", level="warning", message="one\ntwo\x1b"),
    ]
    assert concise(findings) == (
        "incidents/records/2024/strike.md:3:12: error S104 unknown-value: "
        "`means[0].kind` must be one of the 9 known means\n"
        "a.yml: warning S104 unknown-value: one two<U+001B>\n"
    )


def test_github_puts_errors_first() -> None:
    """Errors come before warnings, each a workflow command with its place, and what acts is encoded."""
    warning = bare(Span(3, 12, 3, 15), level="warning")
    error = replace(
        GOLDEN,
        span=Span(1, 1, 2, 4),
        path="a,b:c%.yml",
        message="100% wrong\r\n::error::x",
        help="mend it",
    )
    assert github([warning, error]) == (
        "::error file=a%2Cb%3Ac%25.yml,line=1,endLine=2,title=S104 unknown-value::"
        "100%25 wrong<U+000D> ::error::x%0Ahelp: mend it\n"
        "::warning file=incidents/records/2024/strike.md,line=3,endLine=3,col=12,endColumn=15,"
        "title=S104 unknown-value::wrong\n"
    )


def test_github_whole_file() -> None:
    """A finding about a whole file has no line."""
    assert github([bare(None)]) == ("::error file=incidents/records/2024/strike.md,title=S104 unknown-value::wrong\n")


def test_github_keeps_to_its_limits() -> None:
    """Ten errors, ten warnings and ten notices, the count of the rest among them, are annotations."""
    errors = [bare(Span(line, 1, line, 2)) for line in range(1, 13)]
    warnings = [bare(Span(line, 1, line, 2), level="warning") for line in range(1, 12)]
    infos = [bare(Span(line, 1, line, 2), level="info") for line in range(1, 11)]
    lines = github([*infos, *warnings, *errors]).splitlines()
    assert [line.partition(" ")[0] for line in lines[:30]] == (
        ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    )
    assert lines[29:] == [
        "::notice title=More findings::2 more errors, 1 more warning and 1 more info stand in the log",
        "incidents/records/2024/strike.md:11:1: error S104 unknown-value: wrong",
        "incidents/records/2024/strike.md:12:1: error S104 unknown-value: wrong",
        "incidents/records/2024/strike.md:11:1: warning S104 unknown-value: wrong",
        "incidents/records/2024/strike.md:10:1: info S104 unknown-value: wrong",
    ]


def test_github_has_room_for_ten_notices() -> None:
    """Ten notices and nothing else are all shown."""
    lines = github([bare(None, level="info")] * 10).splitlines()
    assert lines == ["::notice file=incidents/records/2024/strike.md,title=S104 unknown-value::wrong"] * 10


def test_github_counts_one_left_over() -> None:
    """One finding more is one."""
    lines = github([bare(None)] * 11).splitlines()
    assert lines[10] == "::notice title=More findings::1 more error stands in the log"
    lines = github([bare(None)] * 12, summarised=True).splitlines()
    assert lines[10] == ("::notice title=More findings::2 more errors stand in the summary of this job and in the log")


def test_json_holds_every_field() -> None:
    """Programs get every field of every finding, its spans in full, and the counts."""
    related = (Related("a.yml", None, "the other"),)
    suggestion = Suggestion("uav", "unsafe", Span(1, 1, 1, 2), also=(Edit(Span(2, 1, 2, 1), "x"),))
    found = replace(GOLDEN, suggestion=suggestion, related=related)
    assert json.loads(json_text([found, bare(None, level="warning")], 57)) == {
        "version": 1,
        "findings": [
            {
                "path": "incidents/records/2024/strike.md",
                "span": {"line": 3, "column": 12, "end_line": 3, "end_column": 15},
                "rule": "S104",
                "name": "unknown-value",
                "level": "error",
                "message": "`means[0].kind` must be one of the 9 known means",
                "label": "not in the vocabulary",
                "help": "there is a similar value: `uav`",
                "why": "readers filter by means; a new word makes a filter of one",
                "suggestion": {
                    "replacement": "uav",
                    "safety": "unsafe",
                    "span": {"line": 1, "column": 1, "end_line": 1, "end_column": 2},
                    "verbatim": False,
                    "also": [{"span": {"line": 2, "column": 1, "end_line": 2, "end_column": 1}, "text": "x"}],
                    "rewrite": None,
                },
                "related": [{"path": "a.yml", "span": None, "text": "the other"}],
            },
            {
                "path": "incidents/records/2024/strike.md",
                "span": None,
                "rule": "S104",
                "name": "unknown-value",
                "level": "warning",
                "message": "wrong",
                "label": "",
                "help": "",
                "why": "",
                "suggestion": None,
                "related": [],
            },
        ],
        "summary": {
            "files": 57,
            "files_with_findings": 1,
            "errors": 1,
            "warnings": 1,
            "infos": 0,
        },
    }


def test_json_has_its_documented_form() -> None:
    """The JSON of findings of every kind is what its schema says, in the eyes of another validator."""
    schema = pytest.importorskip("jsonschema_rs").validator_for(SCHEMA)
    suggestions = [None, Suggestion("uav"), Suggestion("", rewrite="line-ends"), Suggestion("x", verbatim=True)]
    findings = [replace(GOLDEN, suggestion=suggestion) for suggestion in suggestions]
    document = json.loads(json_text([*findings, bare(None, level="info")], 3))
    schema.validate(document)
    for spoilt in ({"version": 2}, {"findings": [{}]}, {"summary": {"files": -1}}):
        assert not schema.is_valid(document | spoilt)


def test_json_is_inert_in_a_log() -> None:
    """JSON is ASCII without control signs and without a command to a build log, and reads back as it was."""
    message = "قصف \x1b ##[set-output]"
    text = json_text([replace(GOLDEN, message=message)], 1)
    assert text.isascii()
    assert "\x1b" not in text
    assert "##[" not in text
    assert json.loads(text)["findings"][0]["message"] == message


@pytest.mark.parametrize(
    ("findings", "files", "expected"),
    [
        ([], 57, "57 files, nothing to mend"),
        ([], 1, "1 file, nothing to mend"),
        ([], 10_000, "10,000 files, nothing to mend"),
        ([bare(None)], 1, "1 error in 1 of 1 file"),
        (
            [bare(None), bare(None, path="a.yml"), bare(None, level="warning")],
            57,
            "2 errors and 1 warning in 2 of 57 files",
        ),
        (
            [bare(None, level="info"), bare(None, level="warning"), bare(None)],
            57,
            "1 error, 1 warning and 1 info in 1 of 57 files",
        ),
        ([bare(None, path="incidents/archive.yml")], 0, "1 error in 1 of 1 file"),
    ],
)
def test_summary(findings: list[Finding], files: int, expected: str) -> None:
    """The summary counts findings by level, the files that have some, and the files checked."""
    assert summary(findings, files) == expected


def test_formats_by_name() -> None:
    """The formats are known by their names, the usual one first."""
    assert list(FORMATS) == ["full", "concise", "github", "markdown", "json", "sarif"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("full", "3 files, nothing to mend\n"),
        ("concise", "3 files, nothing to mend\n"),
        ("github", "3 files, nothing to mend\n"),
    ],
)
def test_render_nothing(name: str, expected: str) -> None:
    """Without findings a check says that it has looked."""
    assert render(name, [], line_of=lambda *_: None, files=3) == expected


@pytest.mark.parametrize("name", ["full", "concise", "github"])
def test_render_ends_with_the_summary(name: str) -> None:
    """Each form for people ends with the summary, on a line of its own."""
    text = render(name, [GOLDEN], line_of=lambda *_: None, files=3)
    assert text.splitlines()[-1] == "1 error in 1 of 3 files"


@given(st.text())
def test_fit_is_one_printable_line(text: str) -> None:
    """Any text becomes one line without signs that act, and printable ASCII but for `##[` stays as it is."""
    fitted = fit(text)
    assert len(fitted.splitlines()) <= 1
    assert "##[" not in fitted
    if text.isascii() and text.isprintable() and "##[" not in text:
        assert fitted == text
