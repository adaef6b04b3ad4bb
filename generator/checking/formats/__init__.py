"""How findings print: for people, for editors, for GitHub and for programs. Pure functions of findings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.checking.formats.concise import concise, summary
from generator.checking.formats.full import LineOf, full
from generator.checking.formats.github import github
from generator.checking.formats.json_text import json_text
from generator.reading.finding import Finding

if TYPE_CHECKING:
    from generator.checking.formats.sarif import EditsOf

__all__ = ["FORMATS", "LineOf", "Printout", "concise", "full", "github", "json_text", "render", "summary"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printout:
    """What a format may need beside the findings.

    `line_of` gives the text of a line of a file, `files` is how many files were checked, `docs` the address
    below which each rule has its page, `source` the one below which the files can be looked at. `edits_of`
    gives what a suggestion changes in its file. `summarised` says that the job's summary lists everything.
    """

    line_of: LineOf
    files: int
    docs: str | None = None
    source: str | None = None
    colour: bool = False
    edits_of: "EditsOf | None" = None
    summarised: bool = False


def _full(findings: Sequence[Finding], printout: Printout) -> str:
    blocks = full(findings, printout.line_of, docs=printout.docs, colour=printout.colour)
    return blocks + summary(findings, printout.files) + "\n"


def _concise(findings: Sequence[Finding], printout: Printout) -> str:
    return concise(findings) + summary(findings, printout.files) + "\n"


def _github(findings: Sequence[Finding], printout: Printout) -> str:
    return github(findings, summarised=printout.summarised) + summary(findings, printout.files) + "\n"


def _json(findings: Sequence[Finding], printout: Printout) -> str:
    return json_text(findings, printout.files)


# The two below are asked for rarely, and every check would pay for reading them in.


def _markdown(findings: Sequence[Finding], printout: Printout) -> str:
    from generator.checking.formats.markdown import markdown

    return markdown(findings, printout.files, docs=printout.docs, source=printout.source)


def _sarif(findings: Sequence[Finding], printout: Printout) -> str:
    from generator.checking.formats.sarif import sarif

    return sarif(findings, printout.line_of, docs=printout.docs, edits_of=printout.edits_of)


FORMATS: Mapping[str, Callable[[Sequence[Finding], Printout], str]] = MappingProxyType(
    {
        "full": _full,
        "concise": _concise,
        "github": _github,
        "markdown": _markdown,
        "json": _json,
        "sarif": _sarif,
    }
)
"""The formats by name; the first is the usual one."""

FOR_PROGRAMS = frozenset({"json", "sarif"})
"""Formats that hold nothing but one document."""


def render(
    name: str,
    findings: Sequence[Finding],
    *,
    line_of: LineOf,
    files: int,
    docs: str | None = None,
    source: str | None = None,
    colour: bool = False,
    edits_of: "EditsOf | None" = None,
    summarised: bool = False,
) -> str:
    """Everything a check prints in the format `name` (a key of `FORMATS`), its summary included; see `Printout`."""
    printout = Printout(
        line_of=line_of,
        files=files,
        docs=docs,
        source=source,
        colour=colour,
        edits_of=edits_of,
        summarised=summarised,
    )
    return FORMATS[name](findings, printout)
