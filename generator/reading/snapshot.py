"""The folder of an archive at one moment: every file's place and bytes, before anything is read out of them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.reading import file_rules
from generator.reading.file_bytes import read_safely, refused_open
from generator.reading.finding import Finding, quoted
from generator.reading.places import is_left_alone, is_leftover, kind_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A file found below the root: its parts as on disk, its path as shown."""

    parts: tuple[str, ...]
    path: str


@dataclass(frozen=True)
class Snapshot:
    """What was found below the root, and what each file in a place for records held.

    All that a reading says follows from a snapshot, and so does its digest.
    """

    name: str
    """What stands in paths in place of the root folder's name."""
    entries: tuple[Entry, ...]
    """Every file to look at, in order of path."""
    contents: Mapping[tuple[str, ...], bytes]
    """The bytes of each file in a place for records, by its parts."""
    refusals: Mapping[tuple[str, ...], Finding]
    """Of the files there whose bytes could not be had: why."""
    oddities: tuple[Finding, ...]
    """What is neither file nor folder, or may not be looked into."""

    @cached_property
    def digests(self) -> Mapping[tuple[str, ...], str]:
        """SHA-256 (hexadecimal) of the bytes of each file in a place for records, by its parts."""
        return {parts: hashlib.sha256(held).hexdigest() for parts, held in self.contents.items()}

    @property
    def digest(self) -> str | None:
        """SHA-256 over all of it (hexadecimal); None where a file or folder could not be read, for why is not known whole."""
        if self.refusals or any(finding.rule == file_rules.UNREADABLE.code for finding in self.oddities):
            return None
        whole = hashlib.sha256(repr(self.name).encode())
        for finding in sorted(self.oddities, key=lambda finding: finding.order):
            whole.update(repr((finding.rule, finding.path, finding.message)).encode("utf-8", "surrogatepass"))
        for entry in self.entries:
            # `repr` leaves no doubt where one part ends and the next begins.
            whole.update(repr((entry.parts, self.digests.get(entry.parts, ""))).encode("utf-8", "surrogatepass"))
        return whole.hexdigest()


def take_snapshot(root: Path, name: str) -> Snapshot:
    """Everything below `root`; links are never followed, and nothing that is found raises."""
    entries, oddities = _walk(root, name)
    contents: dict[tuple[str, ...], bytes] = {}
    refusals: dict[tuple[str, ...], Finding] = {}
    for entry in entries:
        if is_leftover(entry.parts[-1]) or kind_of(entry.parts) is None:
            continue
        data, refusal = read_safely(root.joinpath(*entry.parts), path=entry.path)
        if refusal is None:
            contents[entry.parts] = data
        else:
            refusals[entry.parts] = refusal
    return Snapshot(name, tuple(entries), contents, refusals, tuple(oddities))


def leftover(path: str) -> Finding:
    """The finding for a file or folder that an editor, a merge or a system has left."""
    return file_rules.LEFTOVER.finding(path, None, help="Delete it, or list it in `.gitignore`.")


def _walk(root: Path, name: str) -> tuple[list[Entry], list[Finding]]:
    entries: list[Entry] = []
    findings: list[Finding] = []
    folders: list[tuple[str, ...]] = [()]
    while folders:
        parts = folders.pop()
        try:
            with os.scandir(root.joinpath(*parts)) as listing:
                items = list(listing)
        except OSError as error:
            path = shown_path(name, parts)
            findings.append(refused_open(error, root.joinpath(*parts), path))
            continue
        for item in items:
            below = (*parts, item.name)
            path = shown_path(name, below)
            if item.is_symlink():
                findings.append(_link(path))
            elif item.is_dir(follow_symlinks=False):
                if item.name.startswith("."):
                    findings.append(leftover(path))
                else:
                    folders.append(below)
            elif not item.is_file(follow_symlinks=False):
                findings.append(file_rules.NOT_A_FILE.finding(path, None, help="Remove it."))
            elif not is_left_alone(item.name):
                entries.append(Entry(below, path))
    entries.sort(key=lambda entry: (entry.path, entry.parts))
    return entries, findings


def shown_path(name: str, parts: Iterable[str]) -> str:
    """The path as findings print it: posix, and nothing in it a terminal would act on."""
    shown = [quoted(part, 255) if not part.isprintable() else part for part in parts]
    return "/".join(part for part in (name, *shown) if part)


def _link(path: str) -> Finding:
    return file_rules.LINK.finding(path, None, help="Delete the link and copy the file it points at to this place.")
