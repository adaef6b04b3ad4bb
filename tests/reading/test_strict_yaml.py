"""What a YAML text becomes, and what each refused text is told."""

import subprocess
import sys

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reading.finding import Span
from generator.reading.lean_yaml import lean_value
from generator.reading.rules import RULES
from generator.reading.strict_yaml import Parser, read_carefully, read_yaml


def test_text_stays_text():
    """Only plain true and false, whole numbers and decimals are typed."""
    text = (
        "country: 'no'\ntime: 22:30\nnumber: 012\nlong: 1_000\ndate: 2023-12-31\npower: 1e5\n"
        "endless: .inf\ncount: 12\nlatitude: -35.10\nactive: true\nquoted: 'true'\n"
        "hex: 0x1F\nplus: +1\nhuge: 99999999999999999999\nunknown: unknown\n"
    )
    assert read_yaml(text, path="x.yml").value == {
        "country": "no",
        "time": "22:30",
        "number": "012",
        "long": "1_000",
        "date": "2023-12-31",
        "power": "1e5",
        "endless": ".inf",
        "count": 12,
        "latitude": -35.1,
        "active": True,
        "quoted": "true",
        "hex": "0x1F",
        "plus": "+1",
        "huge": "99999999999999999999",
        "unknown": "unknown",
    }


REFUSED = [
    ("a: 1\nb: 2\na: 3\n", "Y101", (3, 1), "the key `a` stands twice in one mapping; keep one"),
    ("a:\nb: c\n", "Y102", (1, 1), "`a` has no value"),
    ("a: null\n", "Y102", (1, 1), "`a` has no value"),
    (
        "a: 1\nb:\u00a0c\n",
        "Y133",
        (2, 3),
        "this looks like a space and is none to YAML: no-break space (U+00A0)",
    ),
    (
        "a:\n\u00a0\u2003b: c\n  d: e\n",
        "Y133",
        (2, 1),
        "this looks like a space and is none to YAML: no-break space (U+00A0)",
    ),
    ("a:\n  -\u00a0b\n", "Y133", (2, 4), "this looks like a space and is none to YAML: no-break space (U+00A0)"),
    ("a: b\u00a0\nc: d\n", "Y133", (1, 5), "this looks like a space and is none to YAML: no-break space (U+00A0)"),
    ("a: ~\n", "Y102", (1, 1), "`a` has no value"),
    ("a: # a note\n", "Y102", (1, 1), "`a` has no value"),
    ("a:\n- b\n-\n", "Y102", (3, 1), "this item of the list has no value"),
    ("a: {b: , c: d}\n", "Y102", (1, 5), "`b` has no value"),
    (
        "a: #drone\n",
        "Y103",
        (1, 4),
        "everything from `#drone` on is read as a comment and would be lost",
    ),
    (
        "a: Attack #3 there\n",
        "Y103",
        (1, 11),
        "everything from `#3 there` on is read as a comment and would be lost",
    ),
    (
        'a: "Attack" #3\n',
        "Y103",
        (1, 13),
        "everything from `#3` on is read as a comment and would be lost",
    ),
    ("a: *b\n", "Y104", (1, 4), "`*b` points at a value elsewhere; write the value itself here"),
    ("*b : c\n", "Y104", (1, 1), "`*b` points at a value elsewhere; write the value itself here"),
    (
        "a: &b c\n",
        "Y105",
        (1, 4),
        "`&b` names a value for use elsewhere; write the value without it",
    ),
    ("a: !!str c\n", "Y106", (1, 4), "`!!str` is a YAML tag; write the value without it"),
    (
        "a: b\n<<: {c: d}\n",
        "Y107",
        (2, 1),
        "`<<` takes over keys from elsewhere; write the keys themselves here",
    ),
    ("a: b\n---\nc: d\n", "Y108", (2, 1), "a second YAML document begins here; a file holds one"),
    (
        "%YAML 1.1\n---\na: b\n",
        "Y109",
        (1, 1),
        "a line that begins with `%` is a YAML directive; leave it out",
    ),
    ("? [a, b]\n: c\n", "Y110", (1, 3), "a key is a plain word, and this one is a list"),
    ("? {a: b}\n: c\n", "Y110", (1, 3), "a key is a plain word, and this one is a mapping"),
    ("2023: a\n", "Y110", (1, 1), "a key is a plain word, and this one is the value `2023`"),
    ('"": a\n', "Y111", (1, 1), "a value stands here without a key before its colon"),
    (": a\n", "Y111", (1, 1), "a value stands here without a key before its colon"),
    (
        f"{'k' * 101}: a\n",
        "Y112",
        (1, 1),
        "a key has at most 100 characters, and this one has 101",
    ),
    (
        f"a: {'[' * 12}b{']' * 12}\n",
        "Y113",
        (1, 15),
        "values stand at most 12 levels deep, and here a deeper one begins",
    ),
    (
        f"a: [{'b, ' * 5000}]\n",
        "Y114",
        (1, 14996),
        "a file holds at most 5000 values, and here one more begins",
    ),
    (
        'a: "b\\u202ec"\n',
        "Y115",
        (1, 4),
        "an escape in these quotes writes a sign no one sees: right-to-left override (U+202E)",
    ),
    (
        "- a\n",
        "Y116",
        (1, 1),
        "the file must be made of `key: value` lines, and this is a list",
    ),
    (
        "Rockets\n",
        "Y116",
        (1, 1),
        "the file must be made of `key: value` lines, and this is a text without a key",
    ),
    ("# a\n", "Y117", (1, 1), "there is no `key: value` line here"),
    ("a:\n\tb: c\n", "Y120", (2, 1), "line 2 is indented with a tab; YAML takes spaces only"),
    (
        "a:\n  b: c\n\td: e\n",
        "Y120",
        (3, 1),
        "line 3 is indented with a tab; YAML takes spaces only",
    ),
    ("a: [b, c\nd: e\n", "Y121", (1, 4), "the `[` opened here needs a `]`"),
    ("a: {b: c]\n", "Y121", (1, 4), "the `{` opened here needs a `}`"),
    (
        'a: "b\nc: d\n',
        "Y122",
        (1, 4),
        'the quotation mark `"` opened here has no partner',
    ),
    (
        "a: 'b\nc: d\n",
        "Y122",
        (1, 4),
        "the quotation mark `'` opened here has no partner",
    ),
    ("a: b\nkey:value\nc: d\n", "Y123", (2, 4), "the colon after `key` needs a space behind it"),
    ("key:value\na: b\n", "Y123", (1, 4), "the colon after `key` needs a space behind it"),
    ("{a:b, c: d}\n", "Y123", (1, 2), "the colon after `a` needs a space behind it"),
    (
        "title: Conoco base: rockets\n",
        "Y124",
        (1, 8),
        "a text with a colon and a space in it must stand in quotes",
    ),
    (
        "a: {b c: d: e}\n",
        "Y124",
        (1, 11),
        "a text with a colon and a space in it must stand in quotes",
    ),
    (
        "a:\n  b: c\n d: e\n",
        "Y125",
        (3, 2),
        "this line's indentation fits none of the lines above",
    ),
    (
        "a: b\n  c: d\n",
        "Y125",
        (2, 3),
        "this line is indented deeper than the line above, which already has its value",
    ),
    (
        "a: b\n- c\n",
        "Y125",
        (2, 1),
        "a list item stands here, but the key above it already has its value",
    ),
    (
        "- a\nb: c\n",
        "Y125",
        (2, 1),
        "this line stands in the middle of a list but does not begin with `- `",
    ),
    ("a: @b\n", "Y126", (1, 4), "a text that begins with `@` must stand in quotes"),
    ("a: `b`\n", "Y126", (1, 4), "a text that begins with a backquote must stand in quotes"),
    ("a: %b\n", "Y126", (1, 4), "a text that begins with `%` must stand in quotes"),
    ("a: *b*\n", "Y126", (1, 4), "a text that begins with `*` must stand in quotes"),
    ("a: - b\n", "Y126", (1, 4), "a text that begins with `-` must stand in quotes"),
    ("a: > b\n", "Y126", (1, 4), "a text that begins with `>` must stand in quotes"),
    ('a: "C:\\data"\n', "Y127", (1, 7), "in double quotes a backslash must be written twice"),
    ("a: 'b' c\n", "Y128", (1, 8), "nothing may follow the closing `'` of a value"),
    ("a: [b] c\n", "Y128", (1, 8), "nothing may follow the closing `]` of a value"),
    ("a: b\n...\nc: d\n", "Y129", (3, 1), "YAML cannot be read from here on"),
    (
        "a: Rockets\nat the base\nb: c\n",
        "Y130",
        (2, 1),
        "this line is no `key: value`, and no longer part of the text above",
    ),
    ("a: no\n", "Y131", (1, 4), "`no` is read here as a word, not as a yes or no"),
    ("a: TRUE\n", "Y131", (1, 4), "`TRUE` is read here as a word, not as a yes or no"),
    (
        "a: “b”\n",
        "Y132",
        (1, 4),
        "quotes like `“` are part of the text; YAML's own are straight",
    ),
]


@pytest.mark.parametrize(("text", "code", "place", "message"), REFUSED)
def test_each_mistake_has_its_finding(text, code, place, message):
    """A mistake gives one finding, with its code, at its line and column, word for word."""
    found = [
        (finding.rule, (finding.span.line, finding.span.column), finding.message)
        for finding in read_yaml(text, path="x.yml").findings
    ]
    assert found == [(code, place, message)]


def test_every_yaml_rule_is_in_the_list_above():
    """No rule about YAML goes without a text that breaks it."""
    codes = {rule.code for rule in RULES if rule.code.startswith("Y1")}
    assert {code for _, code, _, _ in REFUSED} == codes


def test_findings_go_on_after_a_mistake():
    """Everything wrong in a file is reported at once, and good values are kept."""
    document = read_yaml("a: 1\na: 2\nb: *c\nd:\ne: {f: !x g}\nh: i\n", path="x.yml")
    assert [finding.rule for finding in document.findings] == ["Y101", "Y104", "Y102", "Y106"]
    assert document.value == {"a": 1, "b": None, "d": None, "e": {"f": "g"}, "h": "i"}


def test_a_duplicate_names_the_first():
    """The finding for a second key points at the first as well."""
    finding = read_yaml("a: 1\nb: 2\na: 3\n", path="x.yml", first_line=2).findings[0]
    assert finding.span == Span(4, 1, 4, 2)
    assert finding.related[0].span == Span(2, 1, 2, 2)


def test_positions():
    """Every key and value has its place in the file, counted in code points."""
    text = "a: é😀 x\nlist:\n  - {b: c, d: 1.50}\n  - 'e'\nlast:\n  f: g\n"
    positions = read_yaml(text, path="x.yml", first_line=2).positions
    assert positions.key_span(("a",)) == Span(2, 1, 2, 2)
    assert positions.value_span(("a",)) == Span(2, 4, 2, 8)
    assert positions.key_span(("list", 0, "d")) == Span(4, 12, 4, 13)
    assert positions.value_span(("list", 0, "d")) == Span(4, 15, 4, 19)
    assert positions.value_span(("list", 0)) == Span(4, 5, 4, 20)
    assert positions.value_span(("list",)) == Span(4, 3, 5, 8)
    assert positions.key_span(("list", 1)) == Span(5, 5, 5, 8)
    assert positions.value_span(("last",)) == Span(7, 3, 7, 7)
    assert positions.raw(("list", 0, "d")) == "1.50"


def test_positions_fall_back_to_what_is_around():
    """A place for what is missing is the nearest one that exists; union tags are passed over."""
    positions = read_yaml("a:\n  b: c\n", path="x.yml").positions
    assert positions.key_span(("a", "missing")) == Span(1, 1, 1, 2)
    assert positions.value_span(("a", "missing")) == Span(2, 3, 2, 7)
    assert positions.value_span(("a", "SomeUnion", "b")) == Span(2, 6, 2, 7)
    assert positions.key_span(("missing",)) == Span(1, 1, 1, 1)
    assert positions.raw(("a", "missing")) is None
    assert not positions.has(("a", "missing"))
    assert positions.has(("a", "b"))


def test_a_dropped_key_does_not_shift_what_follows():
    """The value of a refused key goes with it, whatever is in it, and nothing else does."""
    text = "a: b\n<<: {c: [d, {e: f}]}\n? [g, {h: i}]\n: j\na: {k: [l]}\nm: n\n"
    assert read_yaml(text, path="x.yml").value == {"a": "b", "m": "n"}


WORDS = st.one_of(
    st.sampled_from(["true", "false", "12", "-3", "1.5", "012", "22:30", "no", "null", "~", ""]),
    st.sampled_from(["'q'", '"q"', "a b", "#c", "x #y", "“z”", "*a", "&a b", "!t b", "- x", "@"]),
    st.text("ab:#'\"[]{}-,& \t\n|>%!*", max_size=12),
)
LINES = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(["", "- "]), st.sampled_from("abcd"), WORDS),
    max_size=8,
).map(lambda rows: "".join(f"{'  ' * n}{dash}{key}: {word}\n" for n, dash, key, word in rows))


@settings(max_examples=400, deadline=None)
@given(LINES)
def test_the_short_way_agrees_with_the_careful_one(text):
    """What the lean reader takes, the careful one takes without a finding, as the same value."""
    value = lean_value(text, Parser)
    if value is not None:
        document = read_carefully(text, path="x.yml")
        assert (document.value, document.findings) == (value, ())


@settings(max_examples=200, deadline=None)
@given(LINES)
def test_the_parser_in_python_agrees_where_there_is_nothing_to_report(text):
    """Without libyaml the same text gives the same values and places.

    Tabs aside: the parser in Python refuses some that libyaml takes.
    """
    document = read_yaml(text, path="x.yml")
    if document.findings == () and "\t" not in text:
        slow = read_carefully(text, path="x.yml", parser=yaml.BaseLoader)
        assert slow.value == document.value
        for key in document.value:
            assert slow.positions.key_span((key,)) == document.positions.key_span((key,))
            assert slow.positions.value_span((key,)) == document.positions.value_span((key,))


@settings(max_examples=400, deadline=None)
@given(st.one_of(LINES, st.text(max_size=80)))
def test_no_text_raises_and_every_span_is_inside(text):
    """Whatever the text, findings stand inside it, and no exception leaves the reader."""
    lines = text.split("\n")
    for finding in read_yaml(text, path="x.yml").findings:
        span = finding.span
        if "\r" in text or any(sign in text for sign in "\x85\u2028\u2029"):
            continue
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
        assert (span.line, span.column) <= (span.end_line, span.end_column)


@pytest.mark.parametrize("sign", ["[", "{", "- ", "? ", "[{a: "])
@pytest.mark.parametrize("count", [30_000, 1_000_000])
def test_deep_nesting_is_refused_at_once(sign, count):
    """Thirty thousand or a million open brackets end in a finding, not in a crash."""
    code = (
        "from generator.reading.strict_yaml import read_yaml\n"
        f"print([f.rule for f in read_yaml('a:\\n  ' + {sign!r} * {count}, path='x').findings])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout.strip()[-7:]) == (0, "'Y113']")


def test_an_address_in_braces_is_no_missing_space():
    """A web address where a key should stand is told it has no value, and is not split."""
    finding = read_yaml("a: {https://example.org/x}\n", path="x.yml").findings[0]
    assert (finding.rule, finding.message) == ("Y102", "`https://example.org/x` has no value")


NEXT = '\n  - {url: "https://example.org/b", source: b}\n'


@pytest.mark.parametrize(
    ("text", "place", "mark"),
    [
        ('a:\n  - {url: "https://example.org/a, source: b}' + NEXT, (2, 11), '"'),
        ('a:\n  - {url: "https://example.org/a, source: b}\n', (2, 11), '"'),
        ('a:\n  - {url: "https://example.org/a, title: "B c"}\n', (2, 11), '"'),
        ('a:\n  - {url: "https://example.org/a, title: b "c" d}\n', (2, 11), '"'),
        ('a: {b: "c \\" d, e: f}\ng: {h: "i"}\n', (1, 8), '"'),
        ("a: {b: 'c d, e: f}\ng: {h: 'i', j: k}\n", (1, 8), "'"),
        ("a: {b: it's, e: 'f}\ng: {h: 'i', j: k}\n", (1, 17), "'"),
        ('title: "Rockets\ntype: b\nreports:' + NEXT, (1, 8), '"'),
        ('title: "Rockets\nurl: "https://example.org/b"\n', (1, 8), '"'),
        ('a: {b: "c, d: e}\nf: {g: "", h: i}\n', (1, 8), '"'),
    ],
)
def test_a_lone_quotation_mark_is_named_where_it_stands(text, place, mark):
    """A closing mark that is missing is told at the mark that opens, also where later marks seem to close it."""
    [finding] = read_yaml(text, path="x.yml").findings
    assert (finding.rule, finding.message, finding.help) == (
        "Y122",
        f"the quotation mark `{mark}` opened here has no partner",
        f"Close the text with `{mark}`.",
    )
    assert finding.span == Span(*place, place[0], place[1] + 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('a: {b: "two\n  lines", c: d\ne: f\n', "Y121"),
        ("a: {b: it's, c: d\ne: f\n", "Y121"),
        ('a: {b: "c" d}\n', "Y121"),
        ('a: "b"c\n', "Y128"),
    ],
)
def test_paired_quotation_marks_are_not_blamed(text, code):
    """Where every mark has its partner, the finding is about what is wrong beside them."""
    assert [finding.rule for finding in read_yaml(text, path="x.yml").findings] == [code]


@pytest.mark.parametrize(
    "text",
    [
        'a: "\u00ab\u00a0Oui\u00a0\u00bb, dit-il"\n',
        "a: 1\u00a0000 rockets\n",
        "a: |\n  Note:\u00a0so it is\n  \u00a0 indented\nb: c\n",
        "# a:\u00a0b\na: b\n",
    ],
)
def test_an_odd_space_inside_a_text_passes(text):
    """A no-break space is no mistake where it parts no key from its value."""
    assert read_yaml(text, path="x.yml").findings == ()


def test_all_odd_spaces_are_one_finding():
    """Every odd space of a text is mended by one suggestion."""
    (found,) = read_yaml("a:\u00a0b\nc:\n\u00a0\u00a0d: e\n", path="x.yml").findings
    also = [(edit.span.line, edit.span.column, edit.text) for edit in found.suggestion.also]
    assert (found.suggestion.safety, found.suggestion.replacement, also) == ("safe", " ", [(3, 1, "  ")])


@pytest.mark.parametrize(
    ("text", "help_", "replacement"),
    [
        ("a: {b: 1,000}\n", "A comma parts two values here: write the number without it, `1000`.", "1000"),
        ("a: {b; c}\n", "Write `b: c`: a colon and a space stand between a key and its value.", "b: c"),
        ("a: {b = c}\n", "Write `b: c`: a colon and a space stand between a key and its value.", "b: c"),
    ],
)
def test_another_sign_in_place_of_a_colon_is_named(text, help_, replacement):
    """A key without a value says what was meant where its signs tell it."""
    (found,) = read_yaml(text, path="x.yml").findings
    assert (found.rule, found.help, found.suggestion.replacement) == ("Y102", help_, replacement)
