"""The archive checked: from the cache where nothing has changed since, otherwise anew."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from generator.checking.outcome import Outcome
from generator.commands.check_cache import key_of, user_cache
from generator.commands.project import INCIDENTS, Project
from generator.reading.snapshot import Snapshot, take_snapshot


def checked_archive(
    project: Project, today: date, *, each_place: bool, against: str | None = None, cached: bool = True
) -> Outcome:
    """What a check of the project finds; `each_place` as for the check itself.

    With `against`, the branch or commit to compare with, and without `cached` it is always found anew.
    """
    snapshot = take_snapshot(project.incidents, INCIDENTS)
    # What git holds is no part of any key.
    cache = user_cache(project.root) if cached and against is None else None
    contents = snapshot.digest if cache is not None else None
    key = key_of(contents, today, each_place) if contents is not None else None
    if cache is None or contents is None or key is None:
        with _without_collector():
            return _check(project, snapshot, today, each_place, against)[0]
    outcome = cache.known(key)
    if outcome is None:
        with _without_collector():
            outcome, has_minted = _check(project, snapshot, today, each_place, None)
        # A fresh id is given once: kept ones could get into two records. And the program itself may have been
        # changed after the key was made and before its modules were imported.
        if not has_minted and key == key_of(contents, today, each_place):
            cache.keep(key, outcome)
    return outcome


def _check(
    project: Project, snapshot: Snapshot, today: date, each_place: bool, against: str | None
) -> tuple[Outcome, bool]:
    """The outcome, and whether ids were minted for it."""
    # Imported here, because these take longer than all that is done where nothing has changed.
    from generator.checking.check import check
    from generator.commands.project import minter
    from generator.reading.folder import read_snapshot

    reading = read_snapshot(snapshot)
    fresh = minter(reading)
    minted: list[str] = []

    def mint() -> str:
        minted.append(fresh())
        return minted[-1]

    checked = check(reading, today=today, mint=mint, folder=INCIDENTS, each_place=each_place)
    findings = checked.findings
    if against is not None:
        from generator.commands.changes.base_branch import found_since

        findings = found_since(project, against, checked, reading, today)
    files = {raw.path for raw in reading.raw} | {finding.path for finding in reading.findings}
    return Outcome(findings, tuple(sorted(files))), bool(minted)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Do not look for garbage in cycles: all that a check makes is needed to its end, and looking is a tenth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
