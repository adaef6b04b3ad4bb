"""Bytes of a file into text: UTF-8 only, with every sign that hides something named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.reading import text_rules
from generator.reading.finding import Finding, Span, Suggestion
from generator.reading.look_alikes import judge_look_alikes
from generator.reading.sign_report import MOST_OF_A_KIND, judge_composition, one_sign, refuse_signs

MOST_BYTES = 65_536

_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SAVE_AS = "Save it again with the encoding “UTF-8” (in most editors under “Save as”)."
_CONFLICT = re.compile(r"^(?:<<<<<<< |>>>>>>> )", re.MULTILINE)
_CONFLICT_START = re.compile(r"^<<<<<<< .*$", re.MULTILINE)
_CONFLICT_END = re.compile(r"^>>>>>>> .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a file with LF line ends, and what was found in it.

    Each refused sign is replaced by one U+FFFD, so that lines and columns hold. `text`
    is None when the file cannot be read as text, or when what follows would only
    repeat the finding (a merge conflict, an empty file).
    """

    text: str | None
    findings: tuple[Finding, ...] = ()


def read_bytes(data: bytes, *, path: str) -> SourceText:
    """Decode a file's bytes; never raises. At most `MOST_BYTES` are taken."""
    if len(data) > MOST_BYTES:
        return SourceText(None, (too_large(path, len(data)),))
    findings: list[Finding] = []
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
        findings.append(
            text_rules.BYTE_ORDER_MARK.finding(
                path,
                Span(1, 1, 1, 1),
                help="In most editors: “Save as”, encoding “UTF-8” (not “UTF-8 with BOM”).",
                suggestion=Suggestion("", rewrite="byte-order-mark"),
            )
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return SourceText(None, (*findings, _undecodable(data, error.start, path)))
    if data.count(b"\x00") * 4 > len(data):
        return SourceText(None, (*findings, _wide(path)))
    if "\r" in text:
        text = _line_ends(text, path, findings)
    conflict = _merge_conflict(text, path)
    if conflict is not None:
        return SourceText(None, (*findings, conflict))
    if not text.strip():
        return SourceText(
            None,
            (
                *findings,
                text_rules.EMPTY_FILE.finding(path, None, help="Fill it in, or delete it."),
            ),
        )
    text = refuse_signs(text, path, findings)
    judge_composition(text, path, findings)
    judge_look_alikes(text, path, findings)
    if not text.endswith("\n"):
        end = one_sign(text, len(text))
        findings.append(
            text_rules.NO_FINAL_NEWLINE.finding(
                path,
                Span(end.line, end.column, end.line, end.column),
                help="See that nothing is missing, then press Enter at the end of the last line.",
                suggestion=Suggestion("\n", "unsafe", Span(end.line, end.column, end.line, end.column), verbatim=True),
            )
        )
    return SourceText(text, tuple(findings))


def too_large(path: str, count: int) -> Finding:
    """The finding for a file of `count` bytes, more than `MOST_BYTES`."""
    return text_rules.FILE_TOO_LARGE.finding(
        path,
        None,
        most=f"{MOST_BYTES:,}",
        count=f"{count:,}",
        help="Shorten the text, or split the file into several records.",
    )


def _empty(path: str) -> Finding:
    return text_rules.EMPTY_FILE.finding(path, None, help="Fill it in, or delete it.")


def _undecodable(data: bytes, offset: int, path: str) -> Finding:
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return text_rules.NOT_UTF8.finding(path, Span(1, 1, 1, 1), what=f"this one is {name}", help=_SAVE_AS)
    before = data[:offset]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
    byte = data[offset]
    # Windows-1252 is Latin-1 with quotes and dashes where Latin-1 has control codes.
    read_as = bytes([byte]).decode("cp1252", "replace")
    guess = f" (read as Latin-1 it is `{read_as}`)" if read_as.isprintable() else ""
    return text_rules.NOT_UTF8.finding(
        path,
        Span(line, column, line, column),
        what=f"byte {offset:,} (0x{byte:02X}) is not{guess}",
        help=_SAVE_AS,
    )


def _wide(path: str) -> Finding:
    return text_rules.NOT_UTF8.finding(path, Span(1, 1, 1, 1), what="this one is UTF-16 or UTF-32", help=_SAVE_AS)


def _line_ends(text: str, path: str, findings: list[Finding]) -> str:
    """The text with LF line ends; a CR inside a line becomes U+FFFD."""
    crlf = text.find("\r\n")
    if crlf >= 0:
        line = text.count("\n", 0, crlf) + 1
        column = crlf - (text.rfind("\n", 0, crlf) + 1) + 1
        findings.append(
            text_rules.WINDOWS_LINES.finding(
                path,
                Span(line, column, line, column),
                help="Set your editor to LF (Unix) line ends, and save the file again.",
                suggestion=Suggestion("", rewrite="line-ends"),
            )
        )
        text = text.replace("\r\n", "\n")
    for match in list(re.finditer("\r", text))[:MOST_OF_A_KIND]:
        findings.append(
            text_rules.LONE_CARRIAGE_RETURN.finding(
                path,
                one_sign(text, match.start()),
                help="Put a line feed in its place.",
                suggestion=Suggestion("\n", "unsafe", verbatim=True),
            )
        )
    return text.replace("\r", "\ufffd")


def _merge_conflict(text: str, path: str) -> Finding | None:
    """One finding for the first conflict: its opening or its closing line alone is enough."""
    if _CONFLICT.search(text) is None:
        return None
    first = _CONFLICT_START.search(text) or _CONFLICT_END.search(text)
    if first is None:
        return None
    line = text.count("\n", 0, first.start()) + 1
    last = _CONFLICT_END.search(text, first.start())
    until = f" to {text.count(chr(10), 0, last.start()) + 1}" if last and last != first else ""
    return text_rules.MERGE_CONFLICT.finding(
        path,
        Span(line, 1, line, len(first.group()) + 1),
        help=f"Keep the right version in lines {line}{until}, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`."
        if until
        else "Keep the right version, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`.",
    )
