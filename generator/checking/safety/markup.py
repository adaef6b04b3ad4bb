"""Nothing in a text may act in a reader's browser: no markup, no scripts, no links that run."""

import re
from collections.abc import Container, Iterator
from typing import Any

from generator.model.narrative import tangled
from generator.reading.finding import Finding, Rule, Span, quoted
from generator.reading.folder import RawRecord
from generator.reading.positions import Loc, path_words, texts_within

MARKUP = Rule(
    "X501",
    "markup",
    "error",
    "{where} holds the HTML tag `{tag}`; write it in plain words",
    "the archive shows every text as text; markup in one is either a slip or an attempt to change the page",
    "title: <script>alert(1)</script>\n",
    "title: Rockets at the depot\n",
)
LINK = Rule(
    "X502",
    "unsafe-link",
    "error",
    "the link `{target}` {problem}",
    "a reader who follows a link must arrive at the public page it names",
    "[a report](javascript:alert(1))\n",
    "[a report](https://example.org/report)\n",
)
IMAGE = Rule(
    "X503",
    "embedded-image",
    "error",
    "the text embeds an image; link to it instead",
    "an embedded image would be loaded from another site for every reader, and graphic media are never shown",
    "![the crater](https://example.org/crater.jpg)\n",
    "[photograph of the crater](https://example.org/crater.jpg)\n",
)
EMAIL = Rule(
    "X504",
    "e-mail-address",
    "error",
    "{where} holds an e-mail address",
    "addresses of persons do not belong in a public archive",
    "notes: [write to a.person@example.org]\n",
    "notes: [the outlet's correspondent was asked]\n",
)

TANGLED = Rule(
    "X505",
    "tangled-text",
    "error",
    "the text holds {what}",
    "such text takes a program very long to read, and no reader needs it",
    "- - - - - - - a list in a list in a list …\n",
    "- a list\n",
)

SAFETY_RULES = (MARKUP, LINK, IMAGE, EMAIL, TANGLED)

_TAG = re.compile(
    r"<(?!https?://[^\s<>]*>)(?:/?[A-Za-z][A-Za-z0-9:-]*(?=[\s/>])[^<>]{0,200}>?|!--|!\[CDATA|\?[A-Za-z]|!DOCTYPE)",
    re.IGNORECASE,
)
_INLINE_LINK = re.compile(r"(!?)\[[^\[\]]{0,400}\]\(\s*<?((?:[^\s()<>]|\([^\s()<>]*\)|\()*)")
_REFERENCE_LINK = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:\s*<?(\S+)", re.MULTILINE)
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,30}:[^<>\s]*)>")
_EMAIL = re.compile(r"\b[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\.[A-Za-z]{2,24}\b")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_MARKDOWN_FIELDS = frozenset({"about", "known_weaknesses", "narrative"})
_MARKDOWN_TRANSLATED = _MARKDOWN_FIELDS | {"body"}
_TRANSLATED = 3
"""Steps to a text of a translation: `translations`, the language, the field."""


def check_safety(raw: RawRecord, known: Container[str] = ()) -> Iterator[Finding]:
    """Every finding about markup, links and addresses in one record's texts; also where the schema refuses the record.

    `known` are targets of links that have been found good before.
    """
    for loc, text in texts_within(raw.value):
        markdown = _is_markdown(loc)
        if "<" not in text and "@" not in text and not markdown:
            continue
        span = raw.positions.value_span(loc)
        first = Span(
            span.line,
            span.column,
            span.line,
            max(span.column + 1, span.end_column if span.end_line == span.line else 0),
        )
        yield from _text(raw.path, f"`{path_words(loc)}`", text, first)
        if markdown:
            if knot := tangled(text):
                yield TANGLED.finding(raw.path, first, what=knot[1])
                continue
            yield from _links(raw.path, text, lambda _offset, first=first: first, known)
    if raw.body is not None:
        body, line = raw.body, raw.body_line

        def place(offset: int) -> Span:
            before = body[:offset]
            column = offset - (before.rfind("\n") + 1) + 1
            here = line + before.count("\n")
            return Span(here, column, here, column + 1)

        yield from _body(raw.path, body, place)
        if knot := tangled(body):
            yield TANGLED.finding(raw.path, place(knot[0]), what=knot[1])
        else:
            yield from _links(raw.path, body, place, known)


def _is_markdown(loc: Loc) -> bool:
    if loc[0] != "translations":
        return loc[0] in _MARKDOWN_FIELDS
    return len(loc) == _TRANSLATED and loc[-1] in _MARKDOWN_TRANSLATED


def _text(path: str, where: str, text: str, span: Span) -> Iterator[Finding]:
    if "<" in text and (tag := _TAG.search(text)):
        yield MARKUP.finding(path, span, where=where, tag=quoted(tag.group(), 40))
    if "@" in text and "://" not in text and _EMAIL.search(text):
        yield EMAIL.finding(path, span, where=where)


def _body(path: str, text: str, place: Any) -> Iterator[Finding]:
    for tag in _TAG.finditer(text):
        yield MARKUP.finding(path, place(tag.start()), where="the account", tag=quoted(tag.group(), 40))
        break
    for address in _EMAIL.finditer(text):
        yield EMAIL.finding(path, place(address.start()), where="the account")


def link_targets(text: str) -> Iterator[tuple[str, int]]:
    """The target of every link in a text, and where it begins; images are none."""
    for link in _INLINE_LINK.finditer(text):
        if not link.group(1):
            yield link.group(2), link.start(2)
    for pattern in (_REFERENCE_LINK, _AUTOLINK):
        for link in pattern.finditer(text):
            yield link.group(1), link.start(1)


def _links(path: str, text: str, place: Any, known: Container[str]) -> Iterator[Finding]:
    for link in _INLINE_LINK.finditer(text):
        if link.group(1):
            yield IMAGE.finding(path, place(link.start()))
    for target, at in link_targets(text):
        if target not in known:
            yield from _link(path, target, place(at))


def _link(path: str, target: str, span: Span) -> Iterator[Finding]:
    # What looks at addresses takes long to import, and most accounts hold no link.
    from pydantic_core import PydanticCustomError

    from generator.model.web_address import check_web_address

    try:
        check_web_address(target)
    except PydanticCustomError as error:
        yield LINK.finding(path, span, target=quoted(target, 60), problem=error.message(), help=_way_from_link(target))


def _way_from_link(target: str) -> str:
    """What to write for a link that is refused: the address of a page, or the title of another record."""
    from generator.checking.schema.mended_values import mended_address

    if (mended := mended_address(target)) is not None:
        return f"write `{quoted(mended[0], 200)}`"
    if _SCHEME.match(target):
        return "link the page itself, with the address that the browser shows, or keep the words without a link"
    return "name another record by its title; the site links related records itself"
