"""Which kind of record belongs in which place of the folder, and under which name."""

from __future__ import annotations

import re
from typing import Literal

from generator.reading import file_rules
from generator.reading.finding import Finding, quoted

Kind = Literal[
    "settings",
    "incident",
    "report",
    "source",
    "location",
    "actor",
    "series",
    "tally",
    "vocabulary",
]

SETTINGS_FILE = "archive.yml"
INCIDENT_FOLDER = "records"
REGISTRY_FOLDERS: dict[str, Kind] = {
    "actors": "actor",
    "locations": "location",
    "reports": "report",
    "series": "series",
    "sources": "source",
    "tallies": "tally",
    "vocabulary": "vocabulary",
}
LONGEST_NAME = 80

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVED = frozenset(("index", "con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(10))))
_LEFTOVER = re.compile(r"\..*|.*~|#.*#|.*\.(?:swp|swo|bak|orig|rej|tmp)|thumbs\.db|desktop\.ini", re.IGNORECASE)
_SILENT = frozenset(("README.md", ".gitkeep", ".gitattributes"))


def is_left_alone(name: str) -> bool:
    """Whether a file of this name may lie anywhere: a README, or git's own small files."""
    return name in _SILENT


def is_leftover(name: str) -> bool:
    """Whether an editor, a merge or an operating system has left this file behind."""
    return _LEFTOVER.fullmatch(name) is not None


def kind_of(parts: tuple[str, ...]) -> Kind | None:
    """The kind of record at this path (below the archive's folder), None if there is none."""
    if parts == (SETTINGS_FILE,):
        return "settings"
    if len(parts) >= 2 and parts[0] == INCIDENT_FOLDER:
        return "incident"
    if len(parts) == 2:
        return REGISTRY_FOLDERS.get(parts[0])
    return None


def judge_place(parts: tuple[str, ...], path: str) -> tuple[Kind | None, list[Finding]]:
    """The kind of the file at `parts`, or a finding that says why it has none.

    A name that cannot become an address is a finding too. An incident is still read
    then, for its path is decoration; a registry entry is not, for its name is its key.
    """
    kind = kind_of(parts)
    if kind is None:
        return None, [_misplaced(parts, path)]
    stem, dot, ending = parts[-1].rpartition(".")
    endings = ("md", "yml") if kind == "incident" else ("yml",)
    if not dot or ending not in endings:
        return None, [_ending(ending if dot else "", kind, path)]
    names = (*parts[1:-1], stem) if kind != "settings" else ()
    findings = [finding for name in names for finding in judge_name(name, path)]
    if findings and kind != "incident":
        return None, findings
    return kind, findings


def judge_name(name: str, path: str) -> list[Finding]:
    """A finding if a file's stem or a folder's name cannot stand in an address."""
    if name in _RESERVED:
        return [file_rules.RESERVED_NAME.finding(path, None, name=name, help="Choose a name of two words or more.")]
    if len(name) <= LONGEST_NAME and _NAME.fullmatch(name):
        return []
    better = re.sub(r"[^a-z0-9]+", "-", name.lower())[:LONGEST_NAME].strip("-")
    way_out = f"Rename `{quoted(name)}`"
    way_out += f", for example to `{better}`." if _NAME.fullmatch(better) else "."
    return [file_rules.FILE_NAME.finding(path, None, most=LONGEST_NAME, help=way_out)]


def _misplaced(parts: tuple[str, ...], path: str) -> Finding:
    folders = ", ".join(f"`{name}/`" for name in (INCIDENT_FOLDER, *REGISTRY_FOLDERS))
    if len(parts) > 2 and parts[0] in REGISTRY_FOLDERS:
        way_out = f"Put the file straight into `{parts[0]}/`; it has no folders of its own."
    else:
        way_out = f"Put it into one of {folders}."
        known = {_in_one(name): name for name in (INCIDENT_FOLDER, *REGISTRY_FOLDERS)}
        if len(parts) > 1 and (meant := known.get(_in_one(parts[0]))) is not None:
            way_out = f"Put it into `{meant}/`."
    return file_rules.PLACE.finding(path, None, help=way_out)


def _in_one(folder: str) -> str:
    """A folder's name as one speaks of a single thing in it: `locations`, `Location` and `location` are one."""
    return re.sub(r"(?:ies|y|s)$", "", folder.strip().lower())


def _ending(ending: str, kind: Kind, path: str) -> Finding:
    wanted = "`.md` or `.yml`" if kind == "incident" else "`.yml`"
    lowered = ending.lower()
    way_out = f"Rename it to end with {wanted}, or take it out of this folder."
    if lowered in ("yaml", "yml"):
        way_out = "Rename it to end with `.yml`."
    elif lowered in ("md", "markdown") and kind == "incident":
        way_out = "Rename it to end with `.md`."
    return file_rules.ENDING.finding(path, None, what=f"a file here ends with {wanted}", help=way_out)
