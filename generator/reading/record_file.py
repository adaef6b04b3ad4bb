"""One file of the archive, from the disk to a raw record."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.reading.encoding import read_bytes
from generator.reading.file_bytes import read_safely
from generator.reading.finding import Finding, in_order
from generator.reading.front_matter import split_front_matter
from generator.reading.places import Kind
from generator.reading.positions import Positions
from generator.reading.strict_yaml import read_yaml

__all__ = ["RawRecord", "read_record", "read_record_file", "read_safely"]


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
