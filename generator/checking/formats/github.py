"""Findings as GitHub's workflow commands, so that they stand beside the lines of a pull request.

GitHub shows at most ten errors, ten warnings and ten notices of one step and drops the rest without a
word, so the rest is counted in a notice and follows as plain lines of the log.
Syntax: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections.abc import Iterable

from generator.checking.formats.concise import concise, counted, in_words
from generator.checking.formats.terminal_text import fit
from generator.checking.formats.way_out import way_out
from generator.reading.finding import Finding

MOST_OF_A_LEVEL = 10


_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def github(findings: Iterable[Finding], *, summarised: bool = False) -> str:
    """Workflow commands, errors first; then how many more there are, and these in the concise form.

    `summarised` says that the summary of the job lists them all.
    """
    every = list(findings)
    shown: list[Finding] = []
    rest: list[Finding] = []
    for level in _COMMANDS:
        found = [finding for finding in every if finding.level == level]
        # The last notice is kept for the count of the rest.
        most = MOST_OF_A_LEVEL - 1 if level == "info" and (rest or len(found) > MOST_OF_A_LEVEL) else MOST_OF_A_LEVEL
        shown += found[:most]
        rest += found[most:]
    lines = [_command(finding) for finding in shown]
    if rest:
        stand = "stands" if len(rest) == 1 else "stand"
        where = "in the summary of this job and in the log" if summarised else "in the log"
        lines.append(f"::notice title=More findings::{in_words(counted(rest), more=True)} {stand} {where}")
    return "".join(f"{line}\n" for line in lines) + concise(rest)


def _command(finding: Finding) -> str:
    properties = {"file": fit(finding.path)}
    span = finding.span
    if span is not None:
        properties |= {"line": str(span.line), "endLine": str(span.end_line)}
        if span.line == span.end_line:
            # GitHub refuses columns of an annotation that runs over several lines.
            properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    properties["title"] = f"{finding.rule} {finding.name}"
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    way = way_out(finding)
    text = fit(finding.message) + (f"\nhelp: {fit(way)}" if way else "")
    return f"::{_COMMANDS[finding.level]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
