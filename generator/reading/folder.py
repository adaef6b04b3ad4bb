"""The folder of an archive read whole: a raw record for each file, and findings."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.reading import file_rules
from generator.reading.finding import Finding, Related, in_order, quoted
from generator.reading.places import (
    Kind,
    is_left_alone,
    is_leftover,
    judge_place,
)
from generator.reading.record_file import RawRecord, read_record_file, refused_open

__all__ = ["Kind", "RawRecord", "Reading", "read_archive"]


@dataclass(frozen=True, slots=True)
class Reading:
    """Every record that could be read, in order of path, and every finding on the way."""

    raw: tuple[RawRecord, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file found below the root: its parts as on disk, its path as shown."""

    parts: tuple[str, ...]
    path: str


def read_archive(root: Path, *, prefix: str | None = None) -> Reading:
    """Read the folder `root` (an archive's `incidents/`).

    `prefix` stands in paths in place of the root folder's name. Links are never followed. What
    a file holds never raises; a folder with nothing to read is a finding.
    """
    name = prefix if prefix is not None else root.resolve().name
    if not root.is_dir():
        return Reading((), (_nothing(name, f"`{quoted(name)}` is no folder"),))
    entries, findings = _walk(root, name)
    findings += _twins(entries)
    if not entries:
        findings.append(_nothing(name, f"`{quoted(name)}` holds no file to read"))
    raw: list[RawRecord] = []
    for entry in entries:
        record, found = _read(root, entry)
        findings += found
        if record is not None:
            raw.append(record)
    return Reading(_without_twins(raw), in_order(findings))


def _read(root: Path, entry: _Entry) -> tuple[RawRecord | None, list[Finding]]:
    if is_leftover(entry.parts[-1]):
        return None, [_leftover(entry.path)]
    kind, findings = judge_place(entry.parts, entry.path)
    if kind is None:
        return None, findings
    key = "" if kind in ("incident", "settings") else entry.parts[-1].removesuffix(".yml")
    record, found = read_record_file(root.joinpath(*entry.parts), path=entry.path, kind=kind, key=key)
    return record, [*findings, *found]


def _walk(root: Path, name: str) -> tuple[list[_Entry], list[Finding]]:
    """Every file to look at, in order of path, and what is neither file nor folder."""
    entries: list[_Entry] = []
    findings: list[Finding] = []
    folders: list[tuple[str, ...]] = [()]
    while folders:
        parts = folders.pop()
        try:
            with os.scandir(root.joinpath(*parts)) as listing:
                items = list(listing)
        except OSError as error:
            path = _shown_path(name, parts)
            findings.append(refused_open(error, root.joinpath(*parts), path))
            continue
        for item in items:
            below = (*parts, item.name)
            path = _shown_path(name, below)
            if item.is_symlink():
                findings.append(_link(path))
            elif item.is_dir(follow_symlinks=False):
                if item.name.startswith("."):
                    findings.append(_leftover(path))
                else:
                    folders.append(below)
            elif not item.is_file(follow_symlinks=False):
                findings.append(file_rules.NOT_A_FILE.finding(path, None, help="Remove it."))
            elif not is_left_alone(item.name):
                entries.append(_Entry(below, path))
    entries.sort(key=lambda entry: (entry.path, entry.parts))
    return entries, findings


def _shown_path(name: str, parts: Iterable[str]) -> str:
    """The path as findings print it: posix, and nothing in it a terminal would act on."""
    shown = [quoted(part, 255) if not part.isprintable() else part for part in parts]
    return "/".join(part for part in (name, *shown) if part)


def _twins(entries: list[_Entry]) -> list[Finding]:
    """Files of one folder whose names some system takes for the same."""
    first: dict[tuple[str, ...], _Entry] = {}
    findings: list[Finding] = []
    for entry in entries:
        if is_leftover(entry.parts[-1]):
            continue
        folded = tuple(_folded(part) for part in entry.parts[:-1])
        stem = _folded(entry.parts[-1].rpartition(".")[0] or entry.parts[-1])
        earlier = first.setdefault((*folded, stem), entry)
        if earlier is not entry:
            findings.append(
                file_rules.TWIN.finding(
                    entry.path,
                    None,
                    help=f"Rename or delete one; the other is `{quoted(earlier.path, 200)}`.",
                    related=(Related(earlier.path, None, "the other"),),
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


def _link(path: str) -> Finding:
    return file_rules.LINK.finding(path, None, help="Delete the link and copy the file it points at to this place.")


def _leftover(path: str) -> Finding:
    return file_rules.LEFTOVER.finding(path, None, help="Delete it, or list it in `.gitignore`.")
