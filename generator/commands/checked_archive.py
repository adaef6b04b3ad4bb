"""The archive checked: from the cache where nothing has changed since, one incident alone where that is enough, else anew."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from generator.checking.baseline import Baseline
from generator.checking.changed_archive import Judged, changed_incident, contents_by_path, file_lines, outcome_after
from generator.checking.outcome import Outcome, outcome_text
from generator.commands.check_cache import key_under, program_digest, user_cache
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
    program = program_digest() if contents is not None else None
    if cache is None or contents is None or program is None:
        with _without_collector():
            return _check(project, snapshot, today, each_place, against, kept=False).outcome
    key = key_under(program, contents, today, each_place)
    outcome = cache.known(key)
    if outcome is None:
        place = key_under(program, str(project.root.resolve()), today, each_place)
        with _without_collector():
            found = _after_baseline(cache.baseline(place), snapshot, today)
            if found is None:
                found = _check(project, snapshot, today, each_place, None, kept=True)
        outcome = found.outcome
        # The program itself may have been changed after the key was made and before its modules were imported.
        if program == program_digest():
            if not found.has_minted:
                cache.keep(key, outcome)
            if found.baseline is not None:
                cache.keep_baseline(place, found.baseline)
    return outcome


def _after_baseline(baseline: Baseline | None, snapshot: Snapshot, today: date) -> Judged | None:
    """What is found where one incident alone is new or has changed; None where everything is to be checked."""
    entry = changed_incident(baseline, snapshot) if baseline is not None else None
    if baseline is None or entry is None:
        return None
    import secrets

    return outcome_after(baseline, snapshot, entry, today, secrets.choice)


def _check(
    project: Project, snapshot: Snapshot, today: date, each_place: bool, against: str | None, *, kept: bool
) -> Judged:
    """What a check of everything finds; with `kept` also the baseline for the next, where there can be one."""
    # Imported here, because these take longer than all that is done where nothing has changed.
    from generator.checking.check import check_with_grounds
    from generator.commands.project import minter
    from generator.reading.folder import read_snapshot

    reading = read_snapshot(snapshot)
    fresh = minter(reading)
    minted: list[str] = []

    def mint() -> str:
        minted.append(fresh())
        return minted[-1]

    checked, grounds = check_with_grounds(reading, today=today, mint=mint, folder=INCIDENTS, each_place=each_place)
    findings = checked.findings
    if against is not None:
        from generator.commands.changes.base_branch import found_since

        findings = found_since(project, against, checked, reading, today)
    files = {raw.path for raw in reading.raw} | {finding.path for finding in reading.findings}
    outcome = Outcome(findings, tuple(sorted(files)))
    baseline = None
    if kept and not minted and (text := outcome_text(outcome)) is not None:
        from generator.checking.baseline_taking import baseline_of

        baseline = baseline_of(text, file_lines(snapshot), reading, grounds, contents_by_path(snapshot))
    return Judged(outcome, bool(minted), baseline)


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
