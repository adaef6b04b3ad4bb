"""`archive fix`: what a check can mend by itself, written into the files."""

import difflib
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import click

from generator.checking.check import check
from generator.checking.formats.concise import concise, in_words
from generator.checking.formats.terminal_text import fit, fit_line
from generator.commands.check import is_within, shown_path
from generator.commands.project import INCIDENTS, Project, Refusal, minter, project_option, today_option
from generator.reading.finding import Finding
from generator.reading.folder import read_snapshot
from generator.reading.snapshot import Snapshot, take_snapshot
from generator.writing.fixes import Fixed, fix
from generator.writing.record_file import OutsideFolderError
from generator.writing.replacement import ChangedMeanwhileError, replace_record_file


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--diff", "only_show", is_flag=True, help="Write nothing; print the changes as a diff.")
@click.option("--unsafe", is_flag=True, help="Apply also what may change what you meant; look at the diff first.")
@project_option
@today_option
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[Path, ...], only_show: bool, unsafe: bool, project: Project, today: date
) -> None:
    """Mend what can be mended without changing what you meant.

    Only the faulty places change; comments, order, quotes and line ends of the rest stay. What makes a new
    error is taken back. PATHS narrow what is mended to these files and folders.

    Exit code 0: nothing is left to mend; 1: findings remain; 2: the files could not be mended.
    """
    narrowed = [shown_path(path, project) for path in paths]

    def wanted(path: str) -> bool:
        return is_within(path, narrowed)

    # Findings and bytes of one moment: what is saved after it is noticed on writing.
    snapshot = take_snapshot(project.incidents, INCIDENTS)
    reading = read_snapshot(snapshot)
    files = _files(snapshot)
    mint = minter(reading)
    recheck = partial(check, today=today, mint=mint, folder=INCIDENTS)
    fixed = fix(reading, files, recheck, unsafe=unsafe, wanted=wanted)
    left = [finding for finding in fixed.findings if wanted(finding.path) and finding.level != "info"]
    if only_show:
        click.echo("".join(_diff(files, fixed.changed)), nl=False)
        click.echo(_summary(fixed, left, would=True), err=True)
        ctx.exit(1 if left or fixed.changed else 0)
    _write(project, files, fixed.changed)
    click.echo("".join(f"mended {line}" for line in concise(fixed.applied).splitlines(keepends=True)), nl=False)
    if not unsafe:
        mended = files | dict(fixed.changed)
        proposed = fix(fixed.reading, mended, recheck, unsafe=True, wanted=wanted)
        if proposed.changed:
            click.echo("Not applied, for it may change what you meant; `archive fix --unsafe` applies it:\n")
            click.echo("".join(_diff(mended, proposed.changed)))
    click.echo(_summary(fixed, left))
    ctx.exit(1 if left else 0)


def _files(snapshot: Snapshot) -> dict[str, bytes]:
    """The bytes of every file in a place for records, by its path; one whose path is shown otherwise than it is, not."""
    return {
        entry.path: snapshot.contents[entry.parts]
        for entry in snapshot.entries
        if entry.parts in snapshot.contents and entry.path == "/".join((snapshot.name, *entry.parts))
    }


def _write(project: Project, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    for number, (path, data) in enumerate(sorted(after.items())):
        try:
            replace_record_file(project.root / path, data, below=project.incidents, expected=before[path])
        except (OutsideFolderError, ChangedMeanwhileError, OSError) as error:
            cause = getattr(error, "strerror", None) or "the system refuses it"
            if isinstance(error, OutsideFolderError):
                cause = "it, or a folder above it, is a link"
            elif isinstance(error, ChangedMeanwhileError):
                cause = "it has changed meanwhile; run the command again"
            done = f" ({number:,} of {len(after):,} files are mended)" if number else ""
            raise Refusal(f"`{fit(path)}` cannot be written: {cause}{done}") from None


def _summary(fixed: Fixed, left: Iterable[Finding], *, would: bool = False) -> str:
    counts = Counter(finding.level for finding in left)
    rest = in_words({level: counts[level] for level in ("error", "warning") if counts[level]})
    count, files = len(fixed.applied), len(fixed.changed)
    mended = "nothing to mend" if would else "nothing mended"
    if count:
        things, of = (
            "1 finding" if count == 1 else f"{count:,} findings",
            "1 file" if files == 1 else f"{files:,} files",
        )
        mended = f"{things} {'to mend' if would else 'mended'} in {of}"
    if would and count:
        # Nothing is written yet, so `archive check` shows more than what would be left.
        return f"{mended}; {rest or 'nothing'} would be left"
    return f"{mended}; {f'{rest} left: `archive check` shows them' if rest else 'nothing is left'}"


def _diff(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    """The changes as a unified diff; on a terminal and in a build log with every sign that would act by its name."""
    raw = not sys.stdout.isatty() and os.environ.get("GITHUB_ACTIONS") != "true"
    for path, data in sorted(after.items()):
        old, new = (_lines(text.decode("utf-8", "replace")) for text in (before[path], data))
        for line in difflib.unified_diff(old, new, f"a/{path}", f"b/{path}"):
            text = line.removesuffix("\n")
            yield (text if raw else "".join(fit_line(text))) + "\n"
            if text == line:
                yield "\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
