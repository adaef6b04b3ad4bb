"""Answers for a new record that come all at once, each with its place in the text that gives it."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO

from generator.commands.project import Refusal
from generator.model.incident import Incident
from generator.reading.finding import Span, quoted

STANDARD_INPUT = "-"
REQUIRED = ("title", "type", "date", "location", "url", "source", "body")
"""What every new record is asked for."""
OF_THE_REPORT = ("url", "source", "source_kind", "chains")
"""Answers that make one citation; they stand instead of the field `reports`."""
SHORT = (*REQUIRED, "basis", "time", "within", "source_kind", "chains", "killed", "injured")
"""Answers in their short form; beside them a sheet may give any field of a record but its id."""
ANSWERS = tuple(dict.fromkeys((*SHORT, *(name for name in Incident.model_fields if name != "id"))))
"""The names that an answer may have."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A value and where it stands; `lines`: its lines stand in the text as they are."""

    value: Any
    span: Span
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The answers for one record."""

    path: str
    """What the text is called in messages."""
    text: str
    """The whole text, with LF line ends."""
    span: Span
    """Where the answers begin."""
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    """The answers by their names, each of `ANSWERS`."""
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What the text calls an answer, where that is another name."""
    headings: Mapping[str, Span] = field(default_factory=lambda: MappingProxyType({}))
    """Where the text asks for an answer, given or not."""
    may_be_left_out: frozenset[str] = frozenset()
    """Answers that are left out, and said to be, where they cannot be taken over."""

    def called(self, name: str) -> str:
        """What the text calls an answer."""
        return self.labels.get(name, name)

    def place(self, name: str | None) -> Span:
        """Where an answer stands; for one that is not there its heading, or the beginning."""
        if name is None:
            return self.span
        return self.answers[name].span if name in self.answers else self.headings.get(name, self.span)

    def without(self, names: frozenset[str]) -> "Sheet":
        """The sheet with some answers left out."""
        left = {name: answer for name, answer in self.answers.items() if name not in names}
        return replace(self, answers=MappingProxyType(left))

    def line_of(self, _path: str, number: int) -> str | None:
        """A line of the text, from 1."""
        lines = self.text.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else None


def text_from(where: str, *, most: int) -> tuple[str, str]:
    """What the file, or standard input for `-`, is called, and its text with LF line ends.

    Raises Refusal where it cannot be read, is no UTF-8, or has more than `most` bytes.
    """
    if where == STANDARD_INPUT:
        name, data = "standard input", _read(sys.stdin.buffer, most)
    else:
        name = quoted(where, 200)
        try:
            with Path(where).open("rb") as stream:
                data = _read(stream, most)
        except OSError as error:
            raise Refusal(f"`{name}` cannot be read: {error.strerror}") from None
    if len(data) > most:
        raise Refusal(f"{_in_marks(name)} has more than {most:,} bytes; nothing was written")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(f"{_in_marks(name)} is not UTF-8; nothing was written") from None
    return name, text.replace("\r\n", "\n").replace("\r", "\n")


def _read(stream: BinaryIO, most: int) -> bytes:
    return stream.read(most + 1)


def _in_marks(name: str) -> str:
    return name if name == "standard input" else f"`{name}`"
