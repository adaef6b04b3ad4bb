"""`archive check`: every record against every rule, told at line and column."""

import os
import sys
from collections.abc import Collection
from datetime import date
from pathlib import Path

import click

from generator.checking.check import check
from generator.checking.formats import FORMATS, render, summary
from generator.commands.project import (
    INCIDENTS,
    Project,
    Refusal,
    minter,
    project_option,
    today_option,
)
from generator.reading.folder import Reading
from generator.reading.lines import line_reader

_FAILING = {"error": ("error",), "warning": ("error", "warning")}


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="How findings print. [default: full; github where GITHUB_ACTIONS is true]",
)
@click.option(
    "--fail-on",
    type=click.Choice(list(_FAILING)),
    default="error",
    show_default=True,
    help="Mildest finding that gives exit code 1.",
)
@click.option("--strict", is_flag=True, help="The same as --fail-on warning.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the findings to a file.",
)
@project_option
@today_option
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    form: str | None,
    fail_on: str,
    strict: bool,
    output: Path | None,
    project: Project,
    today: date,
) -> None:
    """Check every record and say what to mend, at line and column.

    All files are checked, because rules look across them. PATHS narrow what is shown, and the exit
    code, to these files and folders.

    Exit code 0: nothing to mend; 1: findings; 2: the check could not be made.
    """
    wanted = [_shown_path(path, project) for path in paths]
    reading = project.read()
    outcome = check(reading, today=today, mint=minter(reading), folder=INCIDENTS)
    findings = [finding for finding in outcome.findings if _is_within(finding.path, wanted)]
    files = sum(_is_within(path, wanted) for path in _files(reading))
    name = form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full")
    site = os.environ.get("SITE_URL", "").rstrip("/")
    text = render(
        name,
        findings,
        line_of=line_reader(project.root),
        files=files,
        docs=f"{site}/rules" if site else None,
        colour=output is None and _wants_colour(),
    )
    if output is None:
        click.echo(text, nl=False)
    else:
        _write(output, text)
    if output is not None or name == "json":
        click.echo(summary(findings, files), err=True)
    failing = _FAILING["warning" if strict else fail_on]
    ctx.exit(1 if any(finding.level in failing for finding in findings) else 0)


def _files(reading: Reading) -> set[str]:
    return {raw.path for raw in reading.raw} | {finding.path for finding in reading.findings}


def _is_within(path: str, wanted: Collection[str]) -> bool:
    return not wanted or any(not one or path == one or path.startswith(f"{one}/") for one in wanted)


def _shown_path(path: Path, project: Project) -> str:
    """A path of the command line as findings name it; empty for the whole project."""
    candidates = [Path(os.path.abspath(path)), project.root / path]
    there = next((candidate for candidate in candidates if os.path.lexists(candidate)), None)
    if there is None:
        raise Refusal(f"there is no file or folder `{path}`")
    # The last part is not resolved: a link itself is what a finding is about.
    for real in (there, there.parent.resolve() / there.name, there.resolve()):
        for root in (project.root, project.root.resolve()):
            if real == root:
                return ""
            if real.is_relative_to(root / INCIDENTS):
                return real.relative_to(root).as_posix()
    raise Refusal(f"`{path}` is not in the archive's folder `{INCIDENTS}`")


def _wants_colour() -> bool:
    """Whether a person looks at a terminal that shows colours and has not asked for none (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _write(output: Path, text: str) -> None:
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Refusal(f"`{output}` cannot be written: {error.strerror}") from None
