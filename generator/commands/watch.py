"""`archive check --watch`: the check again after each save, what was saved first."""

import os
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import click

from generator.checking.formats import render
from generator.commands.check import is_within, shown_path, wants_colour
from generator.commands.checked_archive import checked_archive
from generator.commands.project import INCIDENTS, Project, Refusal
from generator.reading.lines import line_reader
from generator.reading.places import is_leftover

INTERVAL = 0.4
"""Seconds between two looks at the folder."""
SETTLED = 0.1
"""Seconds in which nothing may change before a save counts as over: editors write a second file and move it."""
MOST_NAMED = 5

_State = Mapping[str, tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Watched:
    """What is checked again and again, and how it prints."""

    project: Project
    paths: tuple[Path, ...] = ()
    """Files and folders to which what is shown is narrowed."""
    against: str | None = None
    """The branch or commit with which what is published is compared."""
    form: str | None = None
    today: date | None = None
    """The day; None for the one on which each check is made."""


def watch(watched: Watched) -> None:
    """Check and print, at once and again after each save, until Ctrl-C ends it.

    Raises Refusal for a form that no person reads, and where the first check cannot be made.
    """
    if watched.form not in (None, "full", "concise"):
        raise Refusal(f"`--watch` prints for people: `--format full` or `--format concise`, not `{watched.form}`")
    wanted = [shown_path(path, watched.project) for path in watched.paths]
    try:
        state = _state(watched.project)
        _show(watched, wanted, ())
        while True:
            new = _settled(watched.project, state)
            changed = {path for path in {*new, *state} if new.get(path) != state.get(path)}
            state = new
            _show(watched, wanted, changed)
    except KeyboardInterrupt:
        click.echo()


def _show(watched: Watched, wanted: Collection[str], changed: Collection[str]) -> None:
    try:
        text = _checked(watched, wanted, changed)
    except Refusal as refusal:
        if not changed:
            raise
        text = f"{refusal.message}\n"
    click.clear()
    if changed:
        click.echo(f"Saved: {', '.join(sorted(changed)[:MOST_NAMED])}{' …' if len(changed) > MOST_NAMED else ''}\n")
    click.echo(text, nl=False)
    click.echo(f"{datetime.now().astimezone():%H:%M:%S}, waiting for changes in {INCIDENTS}/; Ctrl-C ends it")


def _checked(watched: Watched, wanted: Collection[str], changed: Collection[str]) -> str:
    project, today = watched.project, watched.today or datetime.now(UTC).date()
    outcome = checked_archive(project, today, each_place=bool(wanted), against=watched.against, cached=False)
    # What has just been saved is what its author wants to see.
    shown = [finding for finding in outcome.findings if is_within(finding.path, wanted)]
    shown.sort(key=lambda finding: (finding.path not in changed, finding.order))
    return render(
        watched.form or "full",
        shown,
        line_of=line_reader(project.root),
        files=sum(is_within(path, wanted) for path in outcome.files),
        colour=wants_colour(),
    )


def _settled(project: Project, before: _State) -> _State:
    """The state of the folder once it differs from the one before and nothing changes any more."""
    while True:
        now = _state(project)
        if now == before:
            time.sleep(INTERVAL)
            continue
        time.sleep(SETTLED)
        if now == _state(project):
            return now


def _state(project: Project) -> _State:
    """Time of change, size and number (inode) of every file; those that editors leave beside theirs do not count."""
    found: dict[str, tuple[int, int, int]] = {}
    for folder, folders, files in os.walk(project.incidents):
        folders[:] = [name for name in folders if not is_leftover(name)]
        for name in files:
            if is_leftover(name):
                continue
            file = Path(folder, name)
            try:
                status = file.lstat()
            except OSError:
                continue
            path = file.relative_to(project.root).as_posix()
            found[path] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found
