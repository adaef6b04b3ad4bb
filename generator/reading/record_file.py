"""One file of the archive, from the disk to a raw record."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.reading import file_rules
from generator.reading.encoding import MOST_BYTES, read_bytes, too_large
from generator.reading.finding import Finding, in_order
from generator.reading.front_matter import split_front_matter
from generator.reading.places import Kind
from generator.reading.positions import Positions
from generator.reading.strict_yaml import read_yaml

# Not following a link and not waiting for a pipe; Windows knows neither.
_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One file as it stands, before the schema: keys, values and where they are.

    `path` is posix, relative to the project's root (`incidents/sources/sohr.yml`).
    `key` is the file's stem for a registry entry and empty for an incident or the
    settings. `body` is the text after the front matter (None in a `.yml` file),
    `body_line` the line of the file it begins on. `broken` says that the reader made
    a finding of level error in this file; where it refused a value, None stands.
    """

    kind: Kind
    path: str
    key: str
    value: dict[str, Any]
    positions: Positions
    body: str | None
    body_line: int
    broken: bool = False


def read_record_file(
    file: Path, *, path: str, kind: Kind, key: str = ""
) -> tuple[RawRecord | None, tuple[Finding, ...]]:
    """Read the file on disk; `path` is how findings name it. Never raises for its content."""
    data, refusal = read_safely(file, path=path)
    if refusal is not None:
        return None, (refusal,)
    return read_record(data, path=path, kind=kind, key=key)


def read_record(data: bytes, *, path: str, kind: Kind, key: str = "") -> tuple[RawRecord | None, tuple[Finding, ...]]:
    """Read the bytes of one file; its ending says whether it has front matter.

    No record comes back when no keys could be read; then a finding says why.
    """
    source = read_bytes(data, path=path)
    if source.text is None:
        return None, in_order(source.findings)
    findings = list(source.findings)
    yaml: str | None = source.text
    yaml_line, body, body_line = 1, None, 1
    if path.endswith(".md"):
        parts = split_front_matter(source.text, path=path)
        findings += parts.findings
        yaml, yaml_line = parts.yaml, parts.yaml_line
        body, body_line = parts.body, parts.body_line
    if yaml is None:
        return None, in_order(findings)
    document = read_yaml(yaml, path=path, first_line=yaml_line)
    findings += document.findings
    if document.value is None:
        return None, in_order(findings)
    record = RawRecord(
        kind=kind,
        path=path,
        key=key,
        value=document.value,
        positions=document.positions,
        body=body,
        body_line=body_line,
        broken=any(finding.level == "error" for finding in findings),
    )
    return record, in_order(findings)


def read_safely(file: Path, *, path: str) -> tuple[bytes, Finding | None]:
    """The bytes of a regular file within the cap, or a finding that says why not."""
    try:
        descriptor = os.open(file, _OPEN_FLAGS)
    except (OSError, ValueError) as error:
        return b"", refused_open(error, file, path)
    with os.fdopen(descriptor, "rb") as stream:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return b"", file_rules.NOT_A_FILE.finding(path, None, help="Remove it.")
        if status.st_size > MOST_BYTES:
            return b"", too_large(path, status.st_size)
        try:
            data = stream.read(MOST_BYTES + 1)
        except OSError as error:
            return b"", refused_open(error, file, path)
    if len(data) > MOST_BYTES:
        return b"", too_large(path, len(data))
    return data, None


def refused_open(error: OSError | ValueError, file: Path, path: str) -> Finding:
    """The finding for a file or folder that could not be opened."""
    if file.is_symlink():
        return file_rules.LINK.finding(path, None, help="Delete the link and copy the file it points at to this place.")
    causes: dict[type[Exception], str] = {
        PermissionError: "there is no permission to read it",
        FileNotFoundError: "there is no such file",
        IsADirectoryError: "it is a folder",
    }
    cause = causes.get(type(error), "the system refuses it")
    return file_rules.UNREADABLE.finding(path, None, cause=cause, help="Check its name and its permissions.")
