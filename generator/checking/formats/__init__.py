"""How findings print: for people, for editors, for GitHub and for programs. Pure functions of findings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.checking.formats.concise import concise, summary
from generator.checking.formats.full import LineOf, full
from generator.checking.formats.github import github
from generator.checking.formats.json_text import json_text
from generator.reading.finding import Finding

__all__ = ["FORMATS", "LineOf", "concise", "full", "github", "json_text", "render", "summary"]


@dataclass(frozen=True, slots=True)
class _Printout:
    """What a format may need beside the findings."""

    line_of: LineOf
    files: int
    docs: str | None
    colour: bool


def _full(findings: Sequence[Finding], printout: _Printout) -> str:
    blocks = full(findings, printout.line_of, docs=printout.docs, colour=printout.colour)
    return blocks + summary(findings, printout.files) + "\n"


def _concise(findings: Sequence[Finding], printout: _Printout) -> str:
    return concise(findings) + summary(findings, printout.files) + "\n"


def _github(findings: Sequence[Finding], printout: _Printout) -> str:
    return github(findings) + summary(findings, printout.files) + "\n"


def _json(findings: Sequence[Finding], printout: _Printout) -> str:
    return json_text(findings, printout.files)


FORMATS: Mapping[str, Callable[[Sequence[Finding], _Printout], str]] = MappingProxyType(
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
    the address below which each rule has its page. Only `full` uses the last two.
    """
    return FORMATS[name](findings, _Printout(line_of, files, docs, colour))
