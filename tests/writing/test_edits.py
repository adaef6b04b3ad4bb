"""Suggestions as edits: the value suggested is read back, and not one byte beside its place changes."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.reading.finding import Edit, Finding, Span, Suggestion
from generator.reading.record_file import read_record
from generator.writing.edits import RecordText, overlap
from generator.writing.yaml_places import UnfitSuggestionError

OLD = [
    "old",
    "old value, with (marks)",
    '"old"',
    "'old'",
    '"o\\"ld # no: comment"',
    "'o''ld'",
    "12",
    "{a: b}",
    "[p, q]",
]
IN_FLOW = ["old", '"old, or [not]"', "'old'", "12", "{a: b}", "[p, q]"]
KEYS = ["old", '"old"', "'o ld'"]

# `§` is the place; what stands around it must stay as it is.
BLOCK = [
    "a: 1 # first\nkey: §   # keep me\nz: [x,   'y'] # end\n",
    "# top\nlist:\n- §  # c\n-  b\n",
    "k:\n    - x: §\n      y: |\n        text # no comment\n\n        more\n    - 'last'\n",
    'k: "a\n  b"\nkey:\n    §\nlast: >-\n  folded\n  text\n',
    "key: §",
]
FLOW = [
    "k: [§, b]  # c\n",
    "k: [ a,§ ]\n",
    "k: {x: §, y: 2}  # c\n",
    "k: {x: 1, y: § }\nl: [\n  § # twice\n]\n".replace("l: [\n  § # twice\n]", "l: [\n  c, # twice\n]"),
    "k: [a, {n: [§]}]\n",
]
BLOCK_KEY = ["§: v # c\nother: w\n", "k:\n  §: {x: 1}\n", "k:\n  - §: v\n    other: w\n"]
FLOW_KEY = ["k: {§: v, other: w}\n", "k: [{§: v}]\n"]

SPECIAL = [
    "", " ", "yes", "NO", "null", "~", "012", "1.5", "12", "2024-01-05", "22:30", "true", "a: b", "a:", "x #y", "- a", "?",
    "[", "]", "{a", "a, b", "it's", 'say "so"', "\\", "`x`", "@a", "%a", "&a", "*a", "!a", "|", ">", "---", "...", "a\nb",
    "\ttab", "قصف قاعدة", "\u202eabc", "\u200b", "\x07", "\x85", "\u2028", "😀", "https://example.org/a?b=c#d", "=", "<<",
]  # fmt: skip
VALUES = st.one_of(st.sampled_from(SPECIAL), st.text(st.characters(exclude_categories=["Cs"]), max_size=40)).filter(
    lambda text: "\ufffd" not in text
)


def at(text: str, old: str, new: str, path: str = "incidents/sources/a.yml", **more: object) -> Finding:
    """A finding about the one `§` of a text, which stands for `old`, that suggests `new`."""
    before = text[: text.index("§")]
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    span = Span(line, column, line, column + len(old))
    return Finding(path, span, "S104", "x", "error", "x", suggestion=Suggestion(new, **more))  # type: ignore[arg-type]


def fixed(data: bytes, finding: Finding) -> bytes:
    text = RecordText(data, finding.path)
    return text.edited(text.edits(finding))


def tree(data: bytes, path: str) -> object:
    record, _ = read_record(data, path=path, kind="incident" if path.endswith(".md") else "source")
    assert record is not None
    return record.value


def replaced(value: object, new: str) -> object:
    """A tree with `§` replaced, as key or as value."""
    if isinstance(value, dict):
        return {(new if key == "§" else key): replaced(item, new) for key, item in value.items()}
    if isinstance(value, list):
        return [replaced(item, new) for item in value]
    return new if value == "§" else value


@st.composite
def places(draw: st.DrawFn) -> tuple[str, str, bool]:
    """A text with its place, what stands there, and whether it is a key."""
    kind = draw(st.sampled_from(["block", "flow", "block key", "flow key"]))
    text = draw(st.sampled_from({"block": BLOCK, "flow": FLOW, "block key": BLOCK_KEY, "flow key": FLOW_KEY}[kind]))
    old = draw(st.sampled_from(KEYS if "key" in kind else OLD if kind == "block" else IN_FLOW))
    return text, old, "key" in kind


@pytest.mark.parametrize("form", ["yml", "md", "crlf", "bom"])
@given(places(), VALUES)
def test_only_the_place_changes(form: str, place: tuple[str, str, bool], value: str) -> None:
    """The fixed file reads back to exactly the suggested value, and every byte outside the place is as it was."""
    text, old, is_key = place
    if is_key:
        assume(value.strip() and "\n" not in value and value not in ("k", "other"))
    path = "incidents/sources/a.yml"
    if form == "md":
        text = f"---\n{text}" + ("" if text.endswith("\n") else "\n") + "---\n\nBody: §§ # [x](y)\n"
        path = "incidents/records/a.md"
        finding = at(text, old, value, path)
        text = text.replace("§§", "old")
    else:
        finding = at(text, old, value, path)
    if form == "crlf":
        text = text.replace("\n", "\r\n")
    head, _, tail = text.partition("§")
    mark = "\ufeff" if form == "bom" else ""
    before = f"{mark}{head}{old}{tail}".encode()
    after = fixed(before, finding)
    assert after.startswith(f"{mark}{head}".encode())
    assert after.endswith(tail.encode())
    assert len(after) >= len(f"{mark}{head}{tail}".encode())
    assert tree(after, path) == replaced(tree(f'{mark}{head}"§"{tail}'.encode(), path), value)


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("kind: § # c\n", "uvv", "uav", "kind: uav # c\n"),
        ("kind: § # c\n", "'uvv'", "it's", "kind: 'it''s' # c\n"),
        ("kind: §\n", '"uvv"', "uav", 'kind: "uav"\n'),
        ("kind: §\n", "uvv", "no", 'kind: "no"\n'),
        ("kind: §\n", "uvv", "a, b", "kind: a, b\n"),
        ("kind: [§]\n", "uvv", "a, b", 'kind: ["a, b"]\n'),
        ("source: §\n", "{name: X, kind: y}", "sohr", "source: sohr\n"),
        ("§: air\n", "tpye", "type", "type: air\n"),
        ("notes: see § here\n", "https://x.example/?utm_source=a", "https://x.example/", "notes: see https://x.example/ here\n"),
        ("notes: see § here\n", "that", "that: this", 'notes: "see that: this here"\n'),
        ('notes: "see § \\"here\\""\n', "that", 'a "b"', 'notes: "see a \\"b\\" \\"here\\""\n'),
        ("notes: |\n  see § here # not a comment\n\nkind: x # c\n", "that", "a: #b", "notes: |\n  see a: #b here # not a comment\n\nkind: x # c\n"),
        ("notes: >-\n  see\n  § here\nkind: x # c\n", "that", "this", "notes: >-\n  see\n  this here\nkind: x # c\n"),
        ('notes: "see\n  § here"\n', "that", '"so"', 'notes: "see\n  \\"so\\" here"\n'),
        ("notes: 'see § it''s'\n", "that", "it's", "notes: 'see it''s it''s'\n"),
    ],
)  # fmt: skip
def test_written_as_the_place_needs(text: str, old: str, new: str, expected: str) -> None:
    """A value gets quotes only where its place needs them, keeps those it had, and may be a part of a longer one."""
    assert fixed(text.replace("§", old).encode(), at(text, old, new)).decode() == expected


def test_in_the_body_as_it_is() -> None:
    """Below the front matter a value is text, and no quotes are put round it."""
    text = "---\ntitle: x\n---\nSee § there.\n"
    finding = at(text, "https://x.example/?a", "https://x.example/: yes", "incidents/records/a.md")
    data = text.replace("§", "https://x.example/?a").encode()
    assert fixed(data, finding) == b"---\ntitle: x\n---\nSee https://x.example/: yes there.\n"


@pytest.mark.parametrize(
    ("text", "suggestion", "expected"),
    [
        ("lat: 35.1234\n", Suggestion("35.12", span=Span(1, 6, 1, 13), verbatim=True), "lat: 35.12\n"),
        ("a: 1\r\nb: 2\r\n", Suggestion("x: 1\n", span=Span(2, 1, 2, 1), verbatim=True), "a: 1\r\nx: 1\r\nb: 2\r\n"),
        ("l:\n- a\n- a\n", Suggestion("", span=Span(3, 1, 4, 1), verbatim=True), "l:\n- a\n"),
        ("l: [a, a]\n", Suggestion("", span=Span(1, 6, 1, 9), verbatim=True), "l: [a]\n"),
        ("a: 1", Suggestion("\n", span=Span(1, 5, 1, 5), verbatim=True), "a: 1\n"),
        (
            "l: {within: b}\n",
            Suggestion("c", span=Span(1, 13, 1, 14), also=(Edit(Span(1, 5, 1, 11), "key"),)),
            "l: {key: c}\n",
        ),
    ],
)
def test_verbatim(text: str, suggestion: Suggestion, expected: str) -> None:
    """A verbatim suggestion is the file's own text: a number, an insertion, a deletion; what belongs together is done together."""
    finding = Finding("incidents/sources/a.yml", Span(1, 1, 1, 2), "S104", "x", "error", "x", suggestion=suggestion)
    assert fixed(text.encode(), finding).decode() == expected


def test_rewrites() -> None:
    """A file loses its byte order mark, or gets LF line ends, and keeps a CR that ends no line."""
    text = RecordText(b"\xef\xbb\xbfa: 1\r\nb: \r2\r\n", "incidents/sources/a.yml")
    assert text.edited((), ["line-ends"]) == b"\xef\xbb\xbfa: 1\nb: \r2\n"
    assert text.edited((), ["byte-order-mark"]) == b"a: 1\r\nb: \r2\r\n"


@pytest.mark.parametrize(
    ("text", "suggestion", "why"),
    [
        ("a: |\n  text\n", Suggestion("x", span=Span(1, 4, 2, 7)), "no single value stands at its place"),
        ("a: |\n  text\n", Suggestion("x", span=Span(1, 4, 1, 5)), "what it replaces cannot be told from the rest"),
        ("a: |\n  so so\n", Suggestion("x", span=Span(2, 3, 2, 5)), "what it replaces cannot be told from the rest"),
        ("a: one\n  o\n", Suggestion("x", span=Span(1, 4, 1, 5)), "what it replaces cannot be told from the rest"),
        ("a: \"one\n  two\"\n", Suggestion("x", span=Span(1, 4, 1, 5)), "what it replaces cannot be told from the rest"),
        ("a: >-\n  one\n  two\n", Suggestion(" x", span=Span(2, 3, 2, 6)), "more than its place would change"),
        ('a: "one"\n', Suggestion("x", span=Span(1, 4, 1, 6)), "it takes a quotation mark along"),
        ("a: one\n", Suggestion("x", span=Span(1, 2, 1, 5)), "no value stands at its place"),
        ("a: one\n", Suggestion("x", span=Span(9, 1, 9, 2), verbatim=True), "its place is not in the file"),
        ("a: one\n", Suggestion("x", span=Span(1, 5, 1, 4), verbatim=True), "its place ends before it begins"),
        ("a: [\n", Suggestion("x", span=Span(1, 1, 1, 2)), "the YAML cannot be read"),
        ("a: \u200b\n", Suggestion("\ufffd", span=Span(1, 4, 1, 5), verbatim=True), "it holds a stand-in for a refused sign"),
        ("a: b c\u200b\n", Suggestion("x", span=Span(1, 4, 1, 5)), "a refused sign stands at its place"),
        ("a: x\u200b\n", Suggestion("x%EF%BF%BD", span=Span(1, 4, 1, 6)), "a refused sign stands at its place"),
        ("a: x\u200b\n", Suggestion('"x"', span=Span(1, 4, 1, 6), verbatim=True), "a refused sign stands at its place"),
        ("a: 'b c'\n", Suggestion("\u200b", span=Span(1, 5, 1, 6)), "a sign of it needs other quotes"),
        ("a: one\n", Suggestion("x", span=Span(1, 4, 1, 7), also=(Edit(Span(1, 5, 1, 6), "y"),)), "two of its edits touch one place"),
        ("a: one\n", None, "nothing is suggested"),
    ],
)  # fmt: skip
def test_unfit(text: str, suggestion: Suggestion | None, why: str) -> None:
    """Where a suggestion cannot be written without touching more than its place it is not written at all."""
    finding = Finding("incidents/sources/a.yml", None, "S104", "x", "error", "x", suggestion=suggestion)
    with pytest.raises(UnfitSuggestionError, match=why):
        fixed(text.encode(), finding)


def test_not_utf8() -> None:
    """Bytes that are no text cannot be edited."""
    with pytest.raises(UnfitSuggestionError, match="no UTF-8"):
        RecordText(b"\xff", "incidents/sources/a.yml")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Span(1, 1, 1, 3), Span(1, 3, 1, 5), False),
        (Span(1, 1, 1, 3), Span(1, 2, 1, 5), True),
        (Span(1, 1, 2, 3), Span(2, 2, 2, 2), True),
        (Span(1, 3, 1, 3), Span(1, 3, 1, 3), True),
        (Span(1, 3, 1, 3), Span(1, 1, 1, 3), False),
    ],
)
def test_overlap(one: Span, other: Span, expected: bool) -> None:
    """Edits overlap where they share a sign or begin at one place."""
    assert overlap([Edit(one, "")], [Edit(other, "")]) is expected
    assert overlap([Edit(other, "")], [Edit(one, "")]) is expected
