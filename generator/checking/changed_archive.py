"""An archive of which one incident is new or has changed since a check: what a check would say now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from generator.checking.account import is_good_account
from generator.checking.baseline import Baseline
from generator.checking.outcome import Outcome, outcome_of_text
from generator.reading.finding import in_order
from generator.reading.places import REGISTRY_FOLDERS, kind_of
from generator.reading.snapshot import Entry, Snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.reading.finding import Finding
    from generator.reading.record_file import RawRecord


@dataclass(frozen=True, slots=True)
class Judged:
    """What a check said, and what of it can be kept."""

    outcome: Outcome
    has_minted: bool = False
    """Whether ids were minted for it. A fresh id is given once: kept ones could get into two records."""
    baseline: Baseline | None = None
    """The baseline for the next check, where there is another one than before."""


def file_lines(snapshot: Snapshot) -> str:
    """The lines of a baseline for the files of a snapshot, and for what is neither file nor folder."""
    lines = [f"{found.path}\t{found.rule} {found.message}\n" for found in snapshot.oddities]
    lines += (f"{entry.path}\t{snapshot.digests.get(entry.parts, '')}\n" for entry in snapshot.entries)
    return "".join(sorted(lines))


def contents_by_path(snapshot: Snapshot) -> dict[str, bytes]:
    """The bytes of every file in a place for records, by its path as shown."""
    return {
        entry.path: snapshot.contents[entry.parts] for entry in snapshot.entries if entry.parts in snapshot.contents
    }


def changed_incident(baseline: Baseline, snapshot: Snapshot) -> Entry | None:
    """The file of the one incident that is new or has changed; None where it is not just one, or something else."""
    changed = list(baseline.changed(file_lines(snapshot)))
    if len(changed) != 1:
        return None
    entries = {entry.path: entry for entry in snapshot.entries}
    entry = entries.get(changed[0])
    # A path is shown otherwise than it is where it holds signs that a terminal would act on.
    if entry is None or entry.path != "/".join((snapshot.name, *entry.parts)) or len(entries) != len(snapshot.entries):
        return None
    return entry if kind_of(entry.parts) == "incident" and entry.parts in snapshot.contents else None


def outcome_after(
    baseline: Baseline, snapshot: Snapshot, entry: Entry, today: date, choose: Callable[[str], str]
) -> Judged | None:
    """What a check of the snapshot says; None where the whole archive is to be checked.

    `entry` is its `changed_incident`; `choose` picks a sign of a string by chance.
    """
    before = outcome_of_text(baseline.outcome)
    if before is None:
        return None
    if is_good_account(baseline, snapshot.contents[entry.parts], entry.path):
        # All else that the baseline holds is as it was, and the next change may be to another file.
        return Judged(before, baseline=replace(baseline, files=file_lines(snapshot)))
    from generator.checking.minting import minter_beside
    from generator.checking.one_incident import Setting, findings_of_changed
    from generator.reading.folder import read_entry, twins_among

    if baseline.facts(entry.path) is None and twins_among(snapshot.entries):
        return None
    entries = {each.path: each for each in snapshot.entries}
    minted: list[str] = []
    fresh = minter_beside(baseline.head["prefix"], baseline.ids, choose)

    def mint() -> str:
        minted.append(fresh())
        return minted[-1]

    def read(path: str) -> tuple[RawRecord | None, Sequence[Finding]]:
        return read_entry(snapshot, entries[path])

    found = findings_of_changed(
        Setting(baseline, read, _registries(snapshot), {entry.path: snapshot.contents[entry.parts]}, today, mint),
        entry.path,
    )
    if found is None:
        return None
    findings = in_order((*(each for each in before.findings if each.path != entry.path), *found))
    record, told = read(entry.path)
    files = {*before.files} - {entry.path} | ({entry.path} if record is not None or told else set())
    return Judged(Outcome(findings, tuple(sorted(files))), bool(minted))


def _registries(snapshot: Snapshot) -> Mapping[str, Mapping[str, str]]:
    """By kind the path of each registry entry by key, in order of keys."""
    registries: dict[str, dict[str, str]] = {kind: {} for kind in (*REGISTRY_FOLDERS.values(), "settings")}
    for entry in snapshot.entries:
        kind = kind_of(entry.parts)
        if kind is not None and kind != "incident" and entry.parts in snapshot.contents:
            key = "" if kind == "settings" else entry.parts[-1].removesuffix(".yml")
            registries[kind][key] = entry.path
    return {kind: dict(sorted(keys.items())) for kind, keys in registries.items()}
