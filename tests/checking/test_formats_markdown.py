"""The Markdown summary: what it says, and that no stranger's text acts in it."""

import re
from dataclasses import replace

import markdown as python_markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking.formats import render
from generator.checking.formats.markdown import MOST_BYTES, markdown, words
from generator.reading.finding import Finding, Level, Span, Suggestion

PATH = "incidents/records/2024/strike.md"
SOURCE = "https://example.org/archive/blob/" + "a" * 40

ERROR = Finding(
    PATH,
    Span(3, 12, 3, 15),
    "S104",
    "unknown-value",
    "error",
    "`means[0].kind` must be one of the 9 known means",
    help="there is a similar value: `uav`",
    suggestion=Suggestion("uav"),
)


def told(path: str, level: Level, message: str = "wrong", span: Span | None = None) -> Finding:
    return Finding(path, span, "S104", "unknown-value", level, message)


def test_markdown() -> None:
    """Counts in plain words, then what to mend by file, those with errors first, with links to lines and rules."""
    findings = [told("a.yml", "warning"), told(PATH, "info", span=Span(1, 1, 1, 2)), ERROR]
    assert (
        markdown(findings, 57, docs="https://example.org/rules", source=SOURCE)
        == f"""\
## The records

**1 error, 1 warning and 1 info in 2 of 57 files.**

While an error stands nothing is published. Warnings are for the curators to judge. `archive fix` mends 1 of 3 by itself.

### [`{PATH}`]({SOURCE}/{PATH})

- **Note** in [line 1]({SOURCE}/{PATH}?plain=1#L1) ([S104](https://example.org/rules/S104/)): wrong
- **Error** in [line 3]({SOURCE}/{PATH}?plain=1#L3) ([S104](https://example.org/rules/S104/)): `means[0].kind` must be one of the 9 known means\\
  Help: there is a similar value: `uav`

### [`a.yml`]({SOURCE}/a.yml)

- **Warning** ([S104](https://example.org/rules/S104/)): wrong
"""
    )


def test_without_addresses() -> None:
    """Where no address is known places are words."""
    assert (
        render("markdown", [replace(ERROR, help="", suggestion=None)], line_of=lambda *_: None, files=1)
        == f"""\
## The records

**1 error in 1 of 1 file.**

While an error stands nothing is published.

### `{PATH}`

- **Error** in line 3 (S104): `means[0].kind` must be one of the 9 known means
"""
    )


def test_nothing() -> None:
    """Without findings it says so."""
    assert markdown([], 57) == "## The records\n\n**57 files, nothing to mend.**\n"


def test_room() -> None:
    """A summary stays below the limit, lists the errors first, and counts what it leaves out."""
    findings = [told(f"incidents/sources/{number:05}.yml", "warning", "wrong " * 20) for number in range(9_000)]
    text = markdown([*findings, ERROR], 9_001)
    assert MOST_BYTES - 2_000 < len(text.encode()) <= MOST_BYTES
    listed = text.count("\n- ")
    assert text.index("**Error**") < text.index("**Warning** ")
    assert text.endswith(
        f"\n{9_001 - listed:,} more findings are not listed here for want of room; `archive check` shows all.\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("`date`: `30.12.2023` is not a date: write 2023-12-30", "`date`: `30.12.2023` is not a date: write 2023-12-30"),
        ("ask @someone", "ask `@someone`"),
        ("see #12 or GH-12, (gh-3)", "see `#12` or `GH-12,` `(gh-3)`"),
        ("at https://evil.example now", "at `https://evil.example` now"),
        ("at www.evil.example now", "at `www.evil.example` now"),
        ("mail a@b.example", "mail `a@b.example`"),
        ("commit 0123abcd", "commit `0123abcd`"),
        ("<script>x</script>", "`<script>x</script>`"),
        ("[x](https://evil.example)", "`[x](https://evil.example)`"),
        ("![x](y)", "`![x](y)`"),
        ("a | b", "a `|` b"),
        ("*bold* _it_ ~~no~~ $x$ :smile: &amp; \\", "`*bold*` `_it_` `~~no~~` `$x$` `:smile:` `&amp;` `\\`"),
        ("an ` alone", "an `'` alone"),
        ("`one``two`", "`one` `two`"),
        ("@`x`@", "`@` `x` `@`"),
        ("line\nbreak\r\n- item", "line `break<U+000D>` `-` item"),
        ("قصف «قاعدة», then", "قصف «قاعدة», then"),
        ("a \u202e b", "a `<U+202E>` b"),
        ("", ""),
        ("It's (so); no: yes!", "It's (so); no: yes!"),
    ],
)  # fmt: skip
def test_words(text: str, expected: str) -> None:
    """Plain words stay; what a Markdown reader or a code host would make anything of stands as code."""
    assert words(text) == expected


ACTING = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.sampled_from(["`", "``", "@user", "#1", "<b>", "</p>", "[a](b)", "![", "](", "|", "\n", "\n\n", "- ", "> ", "1. ",
                         "***", "&lt;", "\\", "https://x.example", "www.x.example", "$$", "<!--", "org/repo#1", " "]),
    ),
    max_size=12,
).map("".join)  # fmt: skip

_SPAN = re.compile(r"`[^`\n]+`")


@given(ACTING)
def test_nothing_acts(text: str) -> None:
    """Whatever a file holds, outside code spans only letters, digits, blanks and plain marks are left, on one line."""
    shown = words(text)
    assert "\n" not in shown
    outside = _SPAN.sub(" ", shown)
    assert all(sign.isalnum() or sign in " .,;:!?…()“”«»\"'’-–—/" or sign.isspace() for sign in outside), outside
    assert not re.search(r"[:/]/|\bwww\.|[0-9a-f]*[0-9][0-9a-f]{6,}", outside, re.IGNORECASE)


@given(ACTING, ACTING)
def test_a_hostile_finding_makes_no_markup(message: str, way: str) -> None:
    """A Markdown reader finds in a hostile summary the elements of a harmless one, and no others."""
    path = "incidents/records/2024/[x](y)|<b>@a.md"
    found = replace(ERROR, path=path, message=message, help=way, suggestion=None)
    html = python_markdown.markdown(markdown([found], 1, source=SOURCE))
    tags = set(re.findall(r"</?([a-z0-9]+)", html))
    assert tags <= {"h2", "h3", "p", "strong", "a", "code", "ul", "li", "br"}
    assert re.findall(r'href="([^"]*)"', html) == [
        f"{SOURCE}/incidents/records/2024/%5Bx%5D%28y%29%7C%3Cb%3E%40a.md{line}" for line in ("", "?plain=1#L3")
    ]
