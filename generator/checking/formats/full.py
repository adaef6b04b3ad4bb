"""A finding as a person reads it: what, where, the line itself with the place marked, the way out."""

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

from generator.checking.formats.concise import place
from generator.checking.formats.terminal_text import fit, fit_line, takes_one_cell
from generator.checking.formats.way_out import way_out
from generator.reading.finding import Finding, Span

LineOf = Callable[[str, int], str | None]
"""The text of a line (1-based) of a file, or None where it cannot be shown."""

WIDEST = 100
"""Most cells of a source line that are shown."""
_BEFORE = 30
_LONGEST_QUOTATION = 60

_BOLD, _BLUE, _OFF = "\x1b[1m", "\x1b[1;34m", "\x1b[0m"
_LEVELS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;36m"}


def full(findings: Iterable[Finding], line_of: LineOf, *, docs: str | None = None, colour: bool = False) -> str:
    """Each finding in the look of compilers, with a blank line after it; empty without findings.

    `docs` is the address below which each rule has its page.
    """
    return "".join("\n".join(_lines(finding, line_of, docs, colour)) + "\n\n" for finding in findings)


def _lines(finding: Finding, line_of: LineOf, docs: str | None, colour: bool) -> Iterator[str]:
    def paint(code: str, text: str) -> str:
        return f"{code}{text}{_OFF}" if colour else text

    level = paint(_LEVELS[finding.level], f"{finding.level}[{finding.rule}]")
    yield f"{level} {paint(_BOLD, f'{finding.name}: {fit(finding.message)}')}"
    span = finding.span
    gutter = len(str(span.line)) if span else 1
    yield f"{' ' * gutter}{paint(_BLUE, '-->')} {place(finding.path, span)}"
    if span is not None:
        for number, text, marks in _source(finding, span, line_of):
            edge = paint(_BLUE, f"{number:>{gutter}} |")
            shown = paint(_LEVELS[finding.level], text) if marks else text
            yield f"{edge} {shown}".rstrip()
    for related in finding.related:
        yield f"note: {fit(related.text)} at {place(related.path, related.span)}"
    for label, text in (
        ("help:", _help(finding)),
        ("why: ", finding.why),
        ("docs:", _docs(finding, docs)),
    ):
        if text:
            yield f"{paint(_BOLD, label)} {fit(text)}"


def _help(finding: Finding) -> str:
    way = way_out(finding)
    safe = finding.suggestion is not None and finding.suggestion.safety == "safe"
    return f"{way.removesuffix('.')} (safe; `archive fix` applies it)" if way and safe else way


def _docs(finding: Finding, docs: str | None) -> str:
    return f"{docs.rstrip('/')}/{finding.rule}/" if docs else ""


def _source(finding: Finding, span: Span, line_of: LineOf) -> Iterator[tuple[str, str, bool]]:
    """The rows beside the gutter: number, text, and whether the text marks a place."""
    line = line_of(finding.path, span.line)
    if line is None:
        return
    line = line.rstrip("\r\n")
    before = line_of(finding.path, span.line - 1) if span.line > 1 else None
    yield "", "", False
    if before is not None and before.strip():
        yield str(span.line - 1), _window(fit_line(before.rstrip("\r\n")), 0)[0], False
    start = min(span.column - 1, len(line))
    end = len(line) if span.end_line > span.line else min(span.end_column - 1, len(line))
    signs = fit_line(line)
    text, first, last = _window(signs, start)
    yield str(span.line), text, False
    label = f" {fit(finding.label)}" if finding.label else ""
    if not takes_one_cell(line):
        yield "", _quotation(signs, start, end) + label, True
        return
    lead = (1 if first else 0) + sum(map(len, signs[first:start]))
    width = sum(map(len, signs[start : min(end, last)])) + (1 if end > last else 0)
    # Blanks at a line's end are not printed, so nothing is underlined there.
    width = min(width, len(text.rstrip()) - lead)
    yield "", " " * lead + "^" * max(width, 1) + label, True


def _quotation(signs: list[str], start: int, end: int) -> str:
    """The place in words, where carets would not stand below what they mean."""
    quoted = "".join(signs[start:end])
    if not quoted:
        return f"column {start + 1}"
    if len(quoted) > _LONGEST_QUOTATION:
        quoted = quoted[: _LONGEST_QUOTATION - 1] + "…"
    return f"column {start + 1}: «{quoted}»"


def _window(signs: list[str], start: int) -> tuple[str, int, int]:
    """At most `WIDEST` cells of a line, those around the sign `start`, and which signs they are.

    What is left out at either end shows as an ellipsis.
    """
    if sum(map(len, signs)) <= WIDEST:
        return "".join(signs), 0, len(signs)
    first = 0
    if sum(map(len, signs[: start + 1])) > WIDEST - _BEFORE:
        first = start - _far_as(signs[:start][::-1], _BEFORE)
    last = first + _far_as(signs[first:], WIDEST - 1 - (1 if first else 0))
    shown = "".join(signs[first:last])
    return ("…" if first else "") + shown + ("…" if last < len(signs) else ""), first, last


def _far_as(signs: list[str], cells: int) -> int:
    """How many of the signs, from the first on, fit into so many cells."""
    return sum(total <= cells for total in accumulate(map(len, signs)))
