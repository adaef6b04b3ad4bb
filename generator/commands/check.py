"""`archive check`: every record against every rule, told at line and column."""

import os
import sys
from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path

import click
from click.core import ParameterSource

from generator.checking.formats import FOR_PROGRAMS, FORMATS, render, summary
from generator.commands.checked_archive import checked_archive
from generator.commands.job_summary import append_to_summary, has_summary, source_address
from generator.commands.project import (
    INCIDENTS,
    Project,
    Refusal,
    project_option,
    today_option,
)
from generator.reading.finding import Edit, Finding
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
@click.option("--against", metavar="REF", help="Also hold what is published against this branch or commit (family H).")
@click.option(
    "--watch", "watching", is_flag=True, help="Check again after each save, what was saved first; Ctrl-C ends it."
)
@click.option(
    "--no-cache",
    is_flag=True,
    envvar="ARCHIVE_NO_CACHE",
    help="Check every file anew, also where nothing has changed since the last check; nothing is kept.",
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
    against: str | None,
    watching: bool,
    no_cache: bool,
    project: Project,
    today: date,
) -> None:
    """Check every record and say what to mend, at line and column.

    All files are checked, because rules look across them. PATHS narrow what is shown, and the exit
    code, to these files and folders.

    Exit code 0: nothing to mend; 1: findings; 2: the check could not be made.
    """
    if watching:
        _watch(ctx, paths, form, output, against)
        return
    wanted = [shown_path(path, project) for path in paths]
    # Of some files everything is shown that they miss, also where another file misses it too.
    outcome = checked_archive(project, today, each_place=bool(wanted), against=against, cached=not no_cache)
    findings = [finding for finding in outcome.findings if is_within(finding.path, wanted)]
    files = sum(is_within(path, wanted) for path in outcome.files)
    name = form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full")
    site = os.environ.get("SITE_URL", "").rstrip("/")
    text = render(
        name,
        findings,
        line_of=line_reader(project.root),
        files=files,
        docs=f"{site}/rules" if site else None,
        colour=output is None and wants_colour(),
        source=source_address(),
        edits_of=_edits_of(project) if name == "sarif" else None,
        summarised=name == "github" and has_summary(),
    )
    if name == "github" and has_summary():
        append_to_summary(_markdown(findings, files, project, site))
    if output is None:
        click.echo(text, nl=False)
    else:
        _write(output, text)
    if output is not None or name in FOR_PROGRAMS:
        click.echo(summary(findings, files), err=True)
    failing = _FAILING["warning" if strict else fail_on]
    ctx.exit(1 if any(finding.level in failing for finding in findings) else 0)


def _watch(
    ctx: click.Context, paths: tuple[Path, ...], form: str | None, output: Path | None, against: str | None
) -> None:
    from generator.commands.watch import Watched, watch

    if output is not None:
        raise Refusal("`--watch` prints to the terminal; leave `--output` out")
    given = ctx.get_parameter_source("today") is not ParameterSource.DEFAULT
    watch(Watched(ctx.params["project"], paths, against, form, ctx.params["today"] if given else None))


def is_within(path: str, wanted: Collection[str]) -> bool:
    """Whether a path of a finding is, or lies in, one of those wanted; without any all are."""
    return not wanted or any(not one or path == one or path.startswith(f"{one}/") for one in wanted)


def shown_path(path: Path, project: Project) -> str:
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


def _markdown(findings: Sequence[Finding], files: int, project: Project, site: str) -> str:
    docs = f"{site}/rules" if site else None
    line_of = line_reader(project.root)
    return render("markdown", findings, line_of=line_of, files=files, docs=docs, source=source_address())


def _edits_of(project: Project) -> Callable[[Finding], tuple[Edit, ...]]:
    # Only one format asks for it, and every check would pay for reading it in.
    from generator.writing.edits import edit_reader

    return edit_reader(project.root)


def wants_colour() -> bool:
    """Whether a person looks at a terminal that shows colours and has not asked for none (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _write(output: Path, text: str) -> None:
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Refusal(f"`{output}` cannot be written: {error.strerror}") from None
