"""The folder of an archive read whole: a raw record for each file, and findings."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.reading import file_rules
from generator.reading.finding import Finding, Related, in_order, quoted
from generator.reading.places import Kind, is_leftover, judge_place
from generator.reading.record_file import RawRecord, read_record
from generator.reading.snapshot import Entry, Snapshot, leftover, take_snapshot

__all__ = ["Kind", "RawRecord", "Reading", "read_archive", "read_snapshot"]


_NAMING = frozenset((file_rules.FILE_NAME.code, file_rules.ENDING.code))


@dataclass(frozen=True, slots=True)
class Reading:
    """Every record that could be read, in order of path, and every finding on the way."""

    raw: tuple[RawRecord, ...]
    findings: tuple[Finding, ...]


def read_archive(root: Path, *, prefix: str | None = None) -> Reading:
    """Read the folder `root` (an archive's `incidents/`).

    `prefix` stands in paths in place of the root folder's name. Links are never followed. What
    a file holds never raises; a folder with nothing to read is a finding.
    """
    name = prefix if prefix is not None else root.resolve().name
    if not root.is_dir():
        return Reading((), (_nothing(name, f"`{quoted(name)}` is no folder"),))
    return read_snapshot(take_snapshot(root, name))


def read_snapshot(snapshot: Snapshot) -> Reading:
    """Read an archive's folder as it stood at one moment."""
    twins = twins_among(snapshot.entries)
    findings = [*snapshot.oddities, *twins]
    doubled = {twin.path for twin in twins}
    if not snapshot.entries:
        findings.append(_nothing(snapshot.name, f"`{quoted(snapshot.name)}` holds no file to read"))
    raw: list[RawRecord] = []
    for entry in snapshot.entries:
        record, found = read_entry(snapshot, entry)
        # The way out of a twin is the way out of its name as well: it has to go.
        findings += [each for each in found if each.rule not in _NAMING or entry.path not in doubled]
        if record is not None:
            raw.append(record)
    return Reading(_without_twins(raw), in_order(findings))


def read_entry(snapshot: Snapshot, entry: Entry) -> tuple[RawRecord | None, list[Finding]]:
    """One file of the snapshot: its record, where it holds one, and every finding about the file and its place."""
    if is_leftover(entry.parts[-1]):
        return None, [leftover(entry.path)]
    kind, findings = judge_place(entry.parts, entry.path)
    if kind is None:
        return None, findings
    if entry.parts in snapshot.refusals:
        return None, [*findings, snapshot.refusals[entry.parts]]
    key = "" if kind in ("incident", "settings") else entry.parts[-1].removesuffix(".yml")
    record, found = read_record(snapshot.contents[entry.parts], path=entry.path, kind=kind, key=key)
    return record, [*findings, *found]


def twins_among(entries: Iterable[Entry]) -> list[Finding]:
    """Files of one folder whose names some system takes for the same."""
    first: dict[tuple[str, ...], Entry] = {}
    findings: list[Finding] = []
    for entry in entries:
        if is_leftover(entry.parts[-1]):
            continue
        folded = tuple(_folded(part) for part in entry.parts[:-1])
        stem = _folded(entry.parts[-1].rpartition(".")[0] or entry.parts[-1])
        earlier = first.setdefault((*folded, stem), entry)
        if earlier is not entry:
            odd, other = (entry, earlier)
            if judge_place(earlier.parts, earlier.path)[1] and not judge_place(entry.parts, entry.path)[1]:
                first[(*folded, stem)] = entry
                odd, other = (earlier, entry)
            findings.append(
                file_rules.TWIN.finding(
                    odd.path,
                    None,
                    help=f"Rename or delete one; the other is `{quoted(other.path, 200)}`.",
                    related=(Related(other.path, None, "the other"),),
                )
            )
    return findings


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _without_twins(raw: list[RawRecord]) -> tuple[RawRecord, ...]:
    """Every incident, and the first of each registry entry: a key means one entry."""
    seen: set[tuple[str, str]] = set()
    kept: list[RawRecord] = []
    for record in raw:
        if record.key and (record.kind, record.key) in seen:
            continue
        seen.add((record.kind, record.key))
        kept.append(record)
    return tuple(kept)


def _nothing(name: str, what: str) -> Finding:
    return file_rules.NO_FOLDER.finding(name or ".", None, what=what, help="Give the folder that holds `archive.yml`.")
