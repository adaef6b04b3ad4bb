"""A small good archive of invented records, the means to spoil it in one place, and the check over it."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from generator.checking.check import Check, check
from generator.reading.folder import read_archive

STRIKE = "records/2024/strike.md"
SECOND = "records/2024/second.md"
ITEM = "reports/item.yml"
OBSERVATORY = "sources/observatory.yml"
TESTLAND = "locations/testland.yml"
TEST_BASE = "locations/test-base.yml"

VOCABULARY = """\
name: Synthetic list
terms:
  {term}:
    label: Synthetic term
    definition: A word for tests.
  other:
    label: Other synthetic term
    definition: A second word for tests.
"""

GOOD: dict[str, str] = {
    "archive.yml": """\
title: Synthetic archive
description: An archive of invented records.
scope: Nothing that has happened.
id_prefix: syb
licence:
  name: CC BY 4.0
  url: https://creativecommons.org/licenses/by/4.0/
about: Every record here is invented.
""",
    "vocabulary/types.yml": VOCABULARY.format(term="air-drone-strike"),
    "vocabulary/means.yml": VOCABULARY.format(term="uav"),
    "vocabulary/effects.yml": VOCABULARY.format(term="injured"),
    "vocabulary/targets.yml": VOCABULARY.format(term="military-base"),
    OBSERVATORY: """\
name: Synthetic Observatory
kind: monitor
""",
    TESTLAND: """\
name: Testland
kind: country
""",
    "actors/test-forces.yml": """\
name: Forces of Testland
kind: state-forces
""",
    STRIKE: """\
---
id: syb-4k7m2xq
title: Synthetic drone strike on a test base
type: air-drone-strike
status: single-source
date: 2024-01-05
location: testland
reports:
  - url: https://example.org/strike
    source: observatory
---
The Synthetic Observatory reports that a drone struck a test base.
""",
}
"""Files below `incidents/` in which the check finds nothing."""

INLINE = """\
  - url: https://example.org/strike
    source: observatory
"""
"""The one report of the strike, as it stands in its file."""

BODY = "The Synthetic Observatory reports that a drone struck a test base."

SECOND_TEXT = """\
---
id: syb-7tq2w9d
title: Synthetic second strike on a test base
type: air-drone-strike
date: 2024-01-06
location: testland
reports:
  - url: https://example.org/second
    source: observatory
---
The Synthetic Observatory reports that a drone struck a second time.
"""

TEST_BASE_TEXT = """\
name: Test Base
kind: base
within: testland
coordinates:
  lat: 35.12
  lon: 40.34
  basis: invented
"""

ITEM_TEXT = """\
source: observatory
url: https://example.org/item
"""

LEDGER_TEXT = (
    ITEM_TEXT
    + """\
claims:
  s1.1:
    kind: event
    gist: a base was struck
    to: [syb-4k7m2xq]
"""
)

CITED_CLAIM = """\
  - report: item
    claims: [s1.1]
"""

GAZETTE = {"sources/gazette.yml": "name: Synthetic Gazette\nkind: newspaper\n"}
TWO_OUTLETS = (
    INLINE
    + """\
  - url: https://example.org/gazette
    source: gazette
"""
)

Change = str | bytes | list[tuple[str, str]] | None
Changes = Mapping[str, Change]
"""By path: the whole new text of a file, pairs of old and new text in it, or None for no such file."""

Found = tuple[str, str, int, int, str]
"""Code, path below `incidents/`, line, column and message; 0 and 0 where the whole file is meant."""

WriteArchive = Callable[[Mapping[str, str | bytes]], Path]
"""Writes files below an `incidents/` and gives its path."""

Row = tuple[str, Changes, Found]
"""The rule in one sentence, what breaks it, and the one finding about it."""


def in_strike(old: str, new: str) -> Changes:
    """The strike with another text in place of one."""
    return {STRIKE: [(old, new)]}


def adding(lines: str) -> Changes:
    """The strike with further lines of front matter, from line 8 on."""
    return in_strike("location: testland\n", f"location: testland\n{lines}\n")


def adding_to_report(line: str) -> Changes:
    """The strike with a further key of its report, in line 11."""
    return in_strike("    source: observatory\n", f"    source: observatory\n    {line}\n")


def spoilt(changes: Changes) -> dict[str, str | bytes]:
    """The good archive with changes; each old text must stand in its file exactly once."""
    files: dict[str, str | bytes] = dict(GOOD)
    for path, change in changes.items():
        if change is None:
            del files[path]
        elif isinstance(change, list):
            text = GOOD[path]
            for old, new in change:
                assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
                text = text.replace(old, new)
            files[path] = text
        else:
            files[path] = change
    return files


def checked(root: Path) -> Check:
    """The whole pipeline over a folder, on a fixed day and with a fixed fresh id."""
    return check(read_archive(root), today=date(2026, 11, 22), mint=lambda: "syb-0000000")


def found_in(root: Path) -> list[Found]:
    """What the whole pipeline finds in a folder."""
    return [
        (
            finding.rule,
            finding.path.removeprefix("incidents/"),
            finding.span.line if finding.span else 0,
            finding.span.column if finding.span else 0,
            finding.message,
        )
        for finding in checked(root).findings
    ]
