"""Suggestions into edits of one file's text, and the text with its edits; nothing beside their places changes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import yaml

from generator.reading.encoding import read_bytes
from generator.reading.finding import Edit, Finding, Rewrite, Span
from generator.reading.front_matter import split_front_matter
from generator.reading.record_file import read_safely
from generator.writing.yaml_places import COLLECTION, Signature, UnfitSuggestionError, Value, events_of, value_alone
from generator.writing.yaml_text import UnwritableError, double_quoted, scalar, shows

_MARK = "\ufeff"
_STANDS_FOR_REFUSED = "\ufffd"
_BLOCK_STYLES = ("|", ">")
_FLOW_SIGNS = frozenset(",[]{}")


class RecordText:
    """The text of one record file, ready for edits; `path` tells front matter from plain YAML.

    Raises `UnfitSuggestionError` for bytes that are no UTF-8.
    """

    def __init__(self, data: bytes, path: str) -> None:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            raise UnfitSuggestionError("the file is no UTF-8") from None
        self._mark = _MARK if text.startswith(_MARK) else ""
        self._text = text.removeprefix(_MARK)
        self._lines = self._text.split("\n")
        self._read = read_bytes(data, path=path).text
        self._path = path
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def edits(self, finding: Finding) -> tuple[Edit, ...]:
        """What the finding's suggestion does to the text; empty where it rewrites the whole file.

        Raises `UnfitSuggestionError`.
        """
        suggestion = finding.suggestion
        if suggestion is None:
            raise UnfitSuggestionError("nothing is suggested")
        if suggestion.rewrite is not None:
            return ()
        span = suggestion.span or finding.span
        if span is None:
            raise UnfitSuggestionError("no place is given")
        first = (
            Edit(span, suggestion.replacement) if suggestion.verbatim else self._of_value(span, suggestion.replacement)
        )
        edits = (first, *suggestion.also)
        if _touch(edits):
            raise UnfitSuggestionError("two of its edits touch one place")
        for edit in edits:
            there = self._slice(edit.span)
            if _STANDS_FOR_REFUSED in edit.text and _STANDS_FOR_REFUSED not in there:
                raise UnfitSuggestionError("it holds a stand-in for a refused sign")
            # Whoever words a suggestion sees the stand-in, and may have written it in some other form.
            if edit.text and len(there) > 1 and self._hides(edit.span):
                raise UnfitSuggestionError("a refused sign stands at its place")
        return edits

    def edited(self, edits: Iterable[Edit], rewrites: Iterable[Rewrite] = ()) -> bytes:
        """The file with these edits, which do not overlap, and then its rewrites."""
        pieces: list[str] = []
        done = 0
        for edit in sorted(edits, key=lambda edit: edit.span):
            start, end = self._indices(edit.span)
            windows = self._lines[edit.span.line - 1].endswith("\r")
            pieces += (self._text[done:start], edit.text.replace("\n", "\r\n") if windows else edit.text)
            done = end
        text, mark, kinds = "".join((*pieces, self._text[done:])), self._mark, set(rewrites)
        if "line-ends" in kinds:
            text = text.replace("\r\n", "\n")
        return ((mark if "byte-order-mark" not in kinds else "") + text).encode()

    def _indices(self, span: Span) -> tuple[int, int]:
        indices = []
        for line, column in ((span.line, span.column), (span.end_line, span.end_column)):
            past_end = line == len(self._lines) + 1 and column == 1
            if not past_end and not (1 <= line <= len(self._lines) and 1 <= column <= len(self._lines[line - 1]) + 1):
                raise UnfitSuggestionError("its place is not in the file")
            indices.append(min(self._starts[line - 1] + column - 1, len(self._text)))
        if indices[0] > indices[1]:
            raise UnfitSuggestionError("its place ends before it begins")
        return indices[0], indices[1]

    def _slice(self, span: Span) -> str:
        start, end = self._indices(span)
        return self._text[start:end]

    def _hides(self, span: Span) -> bool:
        """Whether a sign that the reader refuses stands in a stretch."""
        read = (self._read or "").split("\n")
        for number in range(span.line, min(span.end_line, len(read)) + 1):
            first = span.column - 1 if number == span.line else 0
            last = span.end_column - 1 if number == span.end_line else None
            shown, written = read[number - 1][first:last], self._lines[number - 1][first:last]
            if any(a == _STANDS_FOR_REFUSED != b for a, b in zip(shown, written, strict=False)):
                return True
        return False

    def _of_value(self, span: Span, value: str) -> Edit:
        """The edit that puts a value (or a key) at its place, with the quotes that it needs there."""
        yaml_text, first_line = self._yaml()
        if span.line < first_line or span.line >= first_line + yaml_text.count("\n") + (first_line == 1):
            return Edit(span, value)
        before, values = events_of(yaml_text, first_line)
        inner = [each for each in values if _start(each.span) <= _start(span) and _end(span) <= _end(each.span)]
        if not inner:
            raise UnfitSuggestionError("no value stands at its place")
        # The innermost begins last; a key and the mapping it opens may begin at one place.
        around = max(inner, key=lambda each: (each.span.line, each.span.column, each.number))
        try:
            for edit, whole in self._ways(around, before[around.number][1], span, value):
                wanted = [*before[: around.number], (yaml.ScalarEvent, whole), *before[around.last + 1 :]]
                if RecordText(self.edited([edit]), self._path)._reads_as(wanted):
                    return edit
        except UnwritableError as fault:
            raise UnfitSuggestionError(str(fault)) from None
        raise UnfitSuggestionError("more than its place would change")

    def _ways(self, around: Value, held: str, span: Span, value: str) -> Iterator[tuple[Edit, str]]:
        """Edits to try, the smallest first, each with the whole value that the reader must find then."""
        outer = around.span
        if self._hides(outer):
            raise UnfitSuggestionError("a refused sign stands at its place")
        if outer == span and around.style not in _BLOCK_STYLES:
            yield Edit(span, _fitting(value, around)), value
            return
        if around.style == COLLECTION or span.line != span.end_line:
            raise UnfitSuggestionError("no single value stands at its place")
        if around.style != '"' and not shows(value):
            raise UnfitSuggestionError("a sign of it needs other quotes")
        inside = {'"': double_quoted(value)[1:-1], "'": value.replace("'", "''")}.get(around.style, value)
        if outer.line != outer.end_line:
            old = self._slice(span)
            if not old or held.count(old) != 1:
                raise UnfitSuggestionError("what it replaces cannot be told from the rest")
            yield Edit(span, inside), held.replace(old, value)
            return
        raw = self._slice(outer)
        start, end = span.column - outer.column, span.end_column - outer.column
        if around.style and (start == 0 or end == len(raw)):
            raise UnfitSuggestionError("it takes a quotation mark along")
        part = raw[:start] + inside + raw[end:]
        whole = value_alone(part) if around.style else part
        yield Edit(span, inside), whole
        if not around.style:
            yield Edit(outer, _fitting(whole, around)), whole

    def _reads_as(self, wanted: list[Signature]) -> bool:
        try:
            return events_of(*self._yaml())[0] == wanted
        except UnfitSuggestionError:
            return False

    def _yaml(self) -> tuple[str, int]:
        """The YAML of the file as the reader sees it, and the line it begins on."""
        if self._read is None:
            raise UnfitSuggestionError("the file cannot be read")
        if not self._path.endswith(".md"):
            return self._read, 1
        parts = split_front_matter(self._read, path=self._path)
        if parts.yaml is None:
            raise UnfitSuggestionError("the file has no front matter")
        return parts.yaml, parts.yaml_line


def edit_reader(root: Path) -> Callable[[Finding], tuple[Edit, ...]]:
    """A function that gives the edits of a finding in its file below `root`; none where they cannot be written."""

    @cache
    def text_of(path: str) -> RecordText | None:
        data, refusal = read_safely(root / path, path=path)
        try:
            return None if refusal else RecordText(data, path)
        except UnfitSuggestionError:
            return None

    def edits(finding: Finding) -> tuple[Edit, ...]:
        text = text_of(finding.path)
        try:
            return text.edits(finding) if text else ()
        except UnfitSuggestionError:
            return ()

    return edits


def overlap(edits: Sequence[Edit], taken: Iterable[Edit]) -> bool:
    """Whether one of these edits touches what another changes; two insertions at one place do.

    Among themselves neither those nor these overlap.
    """
    return _touch((*edits, *taken))


def _touch(edits: Iterable[Edit]) -> bool:
    ordered = sorted(edit.span for edit in edits)
    return any(_start(after) < _end(before) or _start(after) == _start(before) for before, after in pairwise(ordered))


def _start(span: Span) -> tuple[int, int]:
    return span.line, span.column


def _end(span: Span) -> tuple[int, int]:
    return span.end_line, span.end_column


def _fitting(value: str, place: Value) -> str:
    """The value as YAML in the quotes it had, where it had some; bare where it may stand so."""
    if place.style == '"':
        return double_quoted(value)
    if place.style == "'" and shows(value):
        return "'" + value.replace("'", "''") + "'"
    written = scalar(value)
    return double_quoted(value) if place.in_flow and written == value and _FLOW_SIGNS & set(value) else written
