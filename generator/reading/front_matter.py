"""A Markdown file parted into its keys, between two lines `---`, and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.reading import text_rules
from generator.reading.finding import Finding, Span, Suggestion

MOST_BODY_BYTES = 20_000
_FENCE = "---"
_DASHES = re.compile("-{2,}|[\u2010-\u2015\u2212-]*[\u2010-\u2015\u2212][\u2010-\u2015\u2212-]*")
_THREE = "Make it `---`: exactly three hyphens, and nothing else in the line."


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The parts of one file; line numbers are 1-based lines of the file.

    `yaml` is None when the keys cannot be told from the text. `body` is what follows
    the closing line, without blank lines at its ends; `body_line` is its first line.
    """

    yaml: str | None
    yaml_line: int
    body: str | None
    body_line: int
    findings: tuple[Finding, ...] = ()


def split_front_matter(text: str, *, path: str) -> FrontMatter:
    """Part the text of a `.md` file (LF line ends); never raises."""
    first, _, _ = text.partition("\n")
    if first.rstrip(" \t") != _FENCE:
        return FrontMatter(None, 1, None, 1, (_no_opening(text, path),))
    start = len(first) + 1
    close = _closing_fence(text, start - 1)
    if close is None:
        return FrontMatter(None, 1, None, 1, (_no_closing(text, path),))
    end_of_fence = text.find("\n", close + 1)
    after = len(text) if end_of_fence < 0 else end_of_fence + 1
    yaml = text[start : close + 1]
    body = text[after:]
    blank = len(body) - len(body.lstrip("\n \t"))
    body_line = text.count("\n", 0, after) + 1 + body.count("\n", 0, blank)
    trimmed = body.strip("\n").rstrip()
    findings = _judge_body(trimmed, path, text, close, body_line)
    if not trimmed.strip():
        body_line = text.count("\n", 0, close + 1) + 1
    return FrontMatter(yaml, 2, _without_blank_lines(trimmed), body_line, findings)


def _without_blank_lines(body: str) -> str:
    lines = body.split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    return "\n".join(lines)


def _closing_fence(text: str, start: int) -> int | None:
    """The index of the line feed before the first line `---` after `start`."""
    at = text.find("\n---", start)
    while at >= 0:
        end = text.find("\n", at + 1)
        line = text[at + 1 :] if end < 0 else text[at + 1 : end]
        if line.rstrip(" \t") == _FENCE:
            return at
        at = text.find("\n---", at + 1)
    return None


def _no_opening(text: str, path: str) -> Finding:
    lines = text.split("\n")
    at = next((n for n, line in enumerate(lines) if line.rstrip() == _FENCE), None)
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if first == 0 and (dashes := _not_three(1, lines[0])):
        return text_rules.NO_OPENING_FENCE.finding(path, dashes, help=_THREE, suggestion=_three(dashes))
    span = Span(first + 1, 1, first + 1, len(lines[first]) + 1)
    if at is not None and not _looks_like_key(lines[first]):
        if first == at:
            span = Span(1, 1, 1, 1)
        return text_rules.TEXT_BEFORE_FENCE.finding(
            path, span, help=f"Make line {at + 1} the first; put text after the keys."
        )
    return text_rules.NO_OPENING_FENCE.finding(
        path, span, help="Put a line `---` before the keys and another after them."
    )


def _looks_like_key(line: str) -> bool:
    key, colon, _ = line.partition(":")
    return bool(colon) and key.replace("_", "").isalnum()


def _not_three(number: int, line: str) -> Span | None:
    """Where a line stands that is made of dashes alone and is not `---`."""
    dashes = line.rstrip()
    if dashes == _FENCE or not _DASHES.fullmatch(dashes):
        return None
    return Span(number, 1, number, len(dashes) + 1)


def _three(span: Span) -> Suggestion:
    return Suggestion(_FENCE, "safe", span, verbatim=True)


def _no_closing(text: str, path: str) -> Finding:
    """Point at the first line that no longer looks like keys, where the fence may belong."""
    lines = text.split("\n")
    for number, line in enumerate(lines[1:], start=2):
        if dashes := _not_three(number, line):
            return text_rules.NO_CLOSING_FENCE.finding(
                path, dashes, label="this is the line, it seems", help=_THREE, suggestion=_three(dashes)
            )
        if line and line[0] not in " \t-#" and not _looks_like_key(line):
            return text_rules.NO_CLOSING_FENCE.finding(
                path,
                Span(number, 1, number, len(line) + 1),
                label=f"`{_FENCE}` belongs before this line, it seems",
                help="Put a line `---`, exactly three hyphens, between the keys and the text.",
            )
    return text_rules.NO_CLOSING_FENCE.finding(
        path,
        Span(1, 1, 1, len(lines[0]) + 1),
        label="the keys begin here",
        help="Put a line `---`, exactly three hyphens, between the keys and the text.",
    )


def _judge_body(body: str, path: str, text: str, close: int, body_line: int) -> tuple[Finding, ...]:
    if not body.strip():
        line = text.count("\n", 0, close + 1) + 1
        return (
            text_rules.NO_BODY.finding(
                path,
                Span(line, 1, line, 4),
                help="Write at least one sentence after this line: what is reported, by whom.",
            ),
        )
    size = len(body.encode("utf-8", "surrogatepass"))
    if size > MOST_BODY_BYTES:
        return (
            text_rules.BODY_TOO_LONG.finding(
                path,
                Span(body_line, 1, body_line, 1),
                most=f"{MOST_BODY_BYTES:,}",
                count=f"{size:,}",
                help="Shorten it; the reports it sums up are linked.",
            ),
        )
    return ()
