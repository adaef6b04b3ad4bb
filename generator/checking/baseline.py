"""An archive as a check found it, in short: what is needed to judge a later change to one incident alone.

It holds no record, only what rules ask of all others at once. What it does not hold, such as the record that an
incident names, is read from its file again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

Facts = Mapping[str, Any]
"""What other records' findings may depend on of one incident; see `generator.checking.incident_facts`."""


@dataclass(frozen=True)
class Baseline:
    """The short form of an archive in which nothing is missing and nothing is unread."""

    outcome: str
    """What the check said, as a text (`generator.checking.outcome`)."""
    files: str
    """A line for each file, sorted: its path, a tab and the SHA-256 of its bytes."""
    incidents: str
    """A line for each incident, in order of ids: its path, a tab and its facts as JSON."""
    head: Mapping[str, Any]
    """The rest: see the properties below."""

    @property
    def touched(self) -> frozenset[str]:
        """Paths with a finding, or beside one, that lies between two files: such a file is not judged alone."""
        return frozenset(self.head["touched"])

    @property
    def faulty(self) -> frozenset[str]:
        """Paths with any finding, be it shown or not, and those of incidents that waive one."""
        return frozenset(self.head["faulty"])

    def facts(self, path: str) -> Facts | None:
        """The facts of the incident in a file; None where the baseline has no such file."""
        begin = 0 if self.incidents.startswith(f"{path}\t") else self.incidents.find(f"\n{path}\t") + 1
        if not begin and not self.incidents.startswith(f"{path}\t"):
            return None
        end = self.incidents.find("\n", begin)
        return _facts(self.incidents[begin:end])[1]

    @cached_property
    def facts_at(self) -> Mapping[str, Facts]:
        """The facts of every incident by path, in order of ids."""
        return dict(_facts(line) for line in self.incidents.splitlines())

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """The path of every incident by id, in order of ids."""
        return {line.split('"', 2)[1]: line.partition("\t")[0] for line in self.incidents.splitlines()}

    def is_cited(self, item: str) -> bool:
        """Whether an incident cites an item, as facts name it, without a file."""
        return json.dumps(item) in self.incidents

    def changed(self, files: str) -> Iterator[str]:
        """The paths of files that were added, taken out or changed, given the lines of all as they are now."""
        before, after = set(self.files.splitlines()), set(files.splitlines())
        yield from dict.fromkeys(line.partition("\t")[0] for line in sorted(before ^ after))


def _facts(line: str) -> tuple[str, Facts]:
    path, _, facts = line.partition("\t")
    return path, json.loads(facts)[1]


def facts_line(path: str, key: str, facts: Facts) -> str:
    """The line of one incident; its id comes first."""
    return f"{path}\t{json.dumps([key, facts], separators=(',', ':'))}\n"


def baseline_text(baseline: Baseline) -> str:
    """The baseline as a text."""
    head = json.dumps([baseline.outcome, baseline.head], separators=(",", ":"))
    return f"{head}\n{baseline.files.count(chr(10))}\n{baseline.files}{baseline.incidents}"


def baseline_of_text(text: str) -> Baseline | None:
    """The baseline that `baseline_text` wrote; None where the text is not one of its making."""
    try:
        head, count, rest = text.split("\n", 2)
        outcome, more = json.loads(head)
        end = 0
        for _ in range(int(count)):
            end = rest.index("\n", end) + 1
        return Baseline(str(outcome), rest[:end], rest[end:], dict(more))
    except (RecursionError, TypeError, ValueError):
        return None
