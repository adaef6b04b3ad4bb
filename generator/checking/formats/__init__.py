"""How findings print: for people, for editors, for GitHub and for programs. Pure functions of findings."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from generator.checking.formats.concise import concise, summary
from generator.checking.formats.full import LineOf, full
from generator.checking.formats.github import github
from generator.checking.formats.json_text import json_text
from generator.reading.finding import Finding

__all__ = ["FORMATS", "LineOf", "concise", "full", "github", "json_text", "render", "summary"]


class Format(Protocol):
    """A format under one signature; each takes what it needs of it."""

    def __call__(
        self,
        findings: Sequence[Finding],
        *,
        line_of: LineOf,
        files: int,
        docs: str | None,
        colour: bool,
    ) -> str: ...


def _full(
    findings: Sequence[Finding], *, line_of: LineOf, files: int, docs: str | None, colour: bool
) -> str:
    return full(findings, line_of, docs=docs, colour=colour) + summary(findings, files) + "\n"


def _concise(
    findings: Sequence[Finding], *, line_of: LineOf, files: int, docs: str | None, colour: bool
) -> str:
    return concise(findings) + summary(findings, files) + "\n"


def _github(
    findings: Sequence[Finding], *, line_of: LineOf, files: int, docs: str | None, colour: bool
) -> str:
    return github(findings) + summary(findings, files) + "\n"


def _json(
    findings: Sequence[Finding], *, line_of: LineOf, files: int, docs: str | None, colour: bool
) -> str:
    return json_text(findings, files)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {"full": _full, "concise": _concise, "github": _github, "json": _json}
)
"""The formats by name; the first is the usual one."""


def render(
    name: str,
    findings: Sequence[Finding],
    *,
    line_of: LineOf,
    files: int,
    docs: str | None = None,
    colour: bool = False,
) -> str:
    """Everything a check prints in the format `name` (a key of `FORMATS`), its summary included.

    `files` is how many files were checked, `line_of` gives the text of a line of a file, `docs`
    the address below which each rule has its page. Only `full` uses colour.
    """
    return FORMATS[name](findings, line_of=line_of, files=files, docs=docs, colour=colour)
