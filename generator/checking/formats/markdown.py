"""Findings as Markdown, for the summary of a pull request: in plain words, grouped by file.

Text of strangers stands in it. GitHub makes links, mentions and references of words only when the Markdown
has been rendered, so escaping is not enough: a word that is not plainly a word stands in a code span.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from generator.checking.formats.concise import summary
from generator.checking.formats.terminal_text import fit
from generator.checking.formats.way_out import way_out
from generator.reading.finding import Finding

MOST_BYTES = 500_000
"""GitHub drops the whole summary of a step above 1 MiB; other parts of it need room too."""

_LEVELS = {"error": "Error", "warning": "Warning", "info": "Note"}
_CODE = re.compile(r"`([^`]+)`")
_REFERENCE = re.compile(r"(?=[a-f]*[0-9])[0-9a-f]{7,}|\bwww\.|\bgh-", re.IGNORECASE)
"""What GitHub makes a link of although it looks like a word: a commit, an address, an issue."""
_PLAIN = re.compile(r"[(“«\"']*[^\W_]+(?:[-–—.,'’/][^\W_]+)*[)”»\"'.,;:!?…]*|[–—]")


def markdown(
    findings: Sequence[Finding],
    files: int,
    *,
    docs: str | None = None,
    source: str | None = None,
    heading: str = "The records",
) -> str:
    """What to mend, the files with errors first; at most `MOST_BYTES` of UTF-8.

    `files` is how many files were checked, `docs` the address below which each rule has its page, `source`
    the one below which the files can be looked at, line by line.
    """
    text = f"## {heading}\n\n**{_sentence(findings, files)}**\n"
    text += _advice(findings)
    size, told = len(text.encode()), 0
    for path, group in _by_file(findings):
        block = f"\n### {_linked(path, None, source)}\n\n"
        for finding in group:
            block += _item(finding, docs, source)
            grown = size + len(block.encode())
            if grown > MOST_BYTES - 1_000:
                left = len(findings) - told
                more = "1 more finding is" if left == 1 else f"{left:,} more findings are"
                return text + f"\n{more} not listed here for want of room; `archive check` shows all.\n"
            text, block, size, told = text + block, "", grown, told + 1
    return text


def words(text: str) -> str:
    """Words of a finding as inert Markdown on one line: what is in backticks, and what is no plain word, as code."""
    shown: list[str] = []
    for number, part in enumerate(_CODE.split(fit(text))):
        if number % 2:
            shown.append(code(part))
        else:
            shown += [_word(word) if word.strip() else " " for word in re.split(r"(\s+)", part) if word]
    text = ""
    for piece in shown:
        # Two code spans that touch would be read as one with other ends.
        text += f" {piece}" if piece.startswith("`") and text.endswith("`") else piece
    return text.strip()


def code(text: str) -> str:
    """A stranger's text as a code span on one line; nothing in it acts."""
    inside = fit(text).replace("`", "'").strip()
    return f"`{inside}`" if inside else ""


def _word(word: str) -> str:
    marks = all(sign in ".,;:!?…()" for sign in word)
    return word if marks or (_PLAIN.fullmatch(word) and not _REFERENCE.search(word)) else code(word)


def _sentence(findings: Sequence[Finding], files: int) -> str:
    told = summary(findings, files)
    return told[:1].upper() + told[1:] + "."


def _advice(findings: Sequence[Finding]) -> str:
    lines: list[str] = []
    if any(finding.level == "error" for finding in findings):
        lines.append("While an error stands nothing is published.")
    if any(finding.level == "warning" for finding in findings):
        lines.append("Warnings are for the curators to judge.")
    safe = sum(finding.suggestion is not None and finding.suggestion.safety == "safe" for finding in findings)
    if safe:
        lines.append(f"`archive fix` mends {safe:,} of {len(findings):,} by itself.")
    return f"\n{' '.join(lines)}\n" if lines else ""


def _by_file(findings: Sequence[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    """The findings of each file, those with errors before the others."""
    faulty = {finding.path for finding in findings if finding.level == "error"}
    ranked = sorted(findings, key=lambda finding: (finding.path not in faulty, finding.order))
    for path, group in groupby(ranked, key=lambda finding: finding.path):
        yield path, list(group)


def _item(finding: Finding, docs: str | None, source: str | None) -> str:
    where = f" in {_linked(finding.path, finding.span.line, source)}" if finding.span else ""
    rule = f"[{finding.rule}]({docs.rstrip('/')}/{finding.rule}/)" if docs else finding.rule
    way = words(way_out(finding))
    told = f"- **{_LEVELS[finding.level]}**{where} ({rule}): {words(finding.message)}"
    return f"{told}\\\n  Help: {way}\n" if way else f"{told}\n"


def _linked(path: str, line: int | None, source: str | None) -> str:
    shown = code(path) if line is None else f"line {line}"
    if source is None:
        return shown
    # Without `plain` GitHub shows a Markdown file rendered, where there are no lines to point at.
    place = "" if line is None else f"?plain=1#L{line}"
    return f"[{shown}]({source.rstrip('/')}/{quote(path, safe='/')}{place})"
