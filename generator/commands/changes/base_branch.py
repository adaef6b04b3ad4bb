"""The archive as another commit holds it: read from git's objects, never checked out.

No hook, filter or text conversion runs, and nothing in the project's folder is touched.
"""

import hashlib
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.checking.check import Check, check
from generator.checking.history.changes import published_records, with_history
from generator.commands.project import INCIDENTS, Project, Refusal, minter
from generator.reading import file_rules
from generator.reading.encoding import MOST_BYTES, too_large
from generator.reading.finding import Finding, quoted
from generator.reading.folder import Reading, read_snapshot
from generator.reading.places import is_left_alone, is_leftover, judge_place, kind_of
from generator.reading.record_file import read_safely
from generator.reading.snapshot import Entry, Snapshot, leftover, shown_path

_REGULAR = ("100644", "100755")
_LINK = "120000"
_OF_A_HOOK = frozenset(("GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_WORK_TREE"))
"""Set by git for the hooks it runs, relative to a folder of its own; the project's repository is found from its folder."""
_FULL_HISTORY = (
    "this clone holds only the newest commits; fetch the others with `git fetch --unshallow`"
    " (in a workflow: `fetch-depth: 0` for actions/checkout)"
)


@dataclass(frozen=True, slots=True)
class Base:
    """The archive of another commit."""

    commit: str
    """Its full name."""
    reading: Reading
    """What is in its `incidents/`, as the reader finds it; nothing where it has no such folder."""
    unchanged: frozenset[str] = frozenset()
    """Files that are the same in the working tree and were therefore not read, where that was asked."""


@dataclass(frozen=True, slots=True)
class _Blob:
    """A file of a commit: its path below `incidents/`, mode, object name and size in bytes."""

    path: str
    mode: str
    name: str
    size: int

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.path.split("/"))


def read_base(project: Project, ref: str, *, changed_only: bool = False) -> Base:
    """The archive of a commit, or of the commit at which a branch and HEAD parted.

    With `changed_only` the files that the working tree has just so are named and not read.

    Raises Refusal where git, the repository, the commit or their common history is missing.
    """
    commit = _commit(project.root, ref)
    prefix = _git(project.root, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").strip("\n")
    blobs = tuple(_blobs(project.root, commit, f"{prefix}{INCIDENTS}/"))
    if not blobs:
        return Base(commit, Reading((), ()))
    same = {blob for blob in blobs if changed_only and _is_in_working_tree(project, blob)}
    reading = read_snapshot(_snapshot(project.root, [blob for blob in blobs if blob not in same]))
    return Base(commit, reading, frozenset(f"{INCIDENTS}/{blob.path}" for blob in same))


def _snapshot(root: Path, blobs: list[_Blob]) -> Snapshot:
    """These files as a folder would hold them; none is written to a disk, where some names would lead elsewhere."""
    oddities: dict[str, Finding] = {}
    entries: dict[_Blob, Entry] = {}
    for blob in blobs:
        *folders, name = blob.parts
        hidden = next((number for number, folder in enumerate(folders, 1) if folder.startswith(".")), None)
        if hidden is not None:
            path = shown_path(INCIDENTS, blob.parts[:hidden])
            oddities[path] = leftover(path)
        elif blob.mode not in _REGULAR:
            oddities[blob.path] = _not_a_file(blob)
        elif not is_left_alone(name):
            entries[blob] = Entry(blob.parts, shown_path(INCIDENTS, blob.parts))
    read = [blob for blob in entries if not is_leftover(blob.parts[-1]) and kind_of(blob.parts) is not None]
    small = [blob for blob in read if blob.size <= MOST_BYTES]
    return Snapshot(
        INCIDENTS,
        tuple(sorted(entries.values(), key=lambda entry: (entry.path, entry.parts))),
        {blob.parts: data for blob, data in _contents(root, small)},
        {blob.parts: too_large(entries[blob].path, blob.size) for blob in read if blob.size > MOST_BYTES},
        tuple(oddities.values()),
    )


def _is_in_working_tree(project: Project, blob: _Blob) -> bool:
    """Whether the working tree has just this file, told by the name that git gives to its bytes."""
    if blob.mode not in _REGULAR or blob.size > MOST_BYTES:
        return False
    # A name that some system reads as several parts, a drive or a device is not looked up on the disk.
    if judge_place(blob.parts, blob.path)[1]:
        return False
    try:
        data, refusal = read_safely(project.incidents.joinpath(*blob.parts), path=blob.path)
    except OSError:
        # The parts are sound, but together longer than a path may be.
        return False
    if refusal is not None or len(data) != blob.size:
        return False
    digest = hashlib.sha256 if len(blob.name) == 64 else hashlib.sha1
    return digest(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest() == blob.name


def found_since(project: Project, ref: str, outcome: Check, reading: Reading, today: date) -> tuple[Finding, ...]:
    """The findings of a check together with those about what has changed since another commit."""
    base = read_base(project, ref, changed_only=True)
    other = check(base.reading, today=today, mint=minter(base.reading), folder=INCIDENTS).records
    published = published_records(other, outcome.records, base.unchanged)
    return with_history(outcome.findings, published, outcome.records, reading)


def default_base(project: Project) -> str:
    """The branch that others begin from: that of the remote, or else `main` or `master`. Raises Refusal without one."""
    if _run(project.root, "rev-parse", "--git-dir").returncode:
        raise Refusal(_no_repository(project.root))
    for ref in ("origin/HEAD", "origin/main", "origin/master", "main", "master"):
        if not _run(project.root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}").returncode:
            return ref
    raise Refusal("this repository has no branch `main`; give one to compare with, as `--against REF`")


def _not_a_file(blob: _Blob) -> Finding:
    rule = file_rules.LINK if blob.mode == _LINK else file_rules.NOT_A_FILE
    return rule.finding(f"{INCIDENTS}/{quoted(blob.path, 200)}", None, help="Remove it.")


def _commit(root: Path, ref: str) -> str:
    """The commit to compare with: where HEAD and a branch parted, and otherwise the commit that is named."""
    if ref.startswith("-") or not ref.isprintable() or not ref:
        raise Refusal(f"`{quoted(ref)}` names no commit")
    if _run(root, "rev-parse", "--git-dir").returncode:
        raise Refusal(_no_repository(root))
    named = _run(root, "rev-parse", "--verify", "--quiet", ref)
    found = _run(root, "rev-parse", "--verify", "--quiet", f"{named.stdout.decode().strip()}^{{commit}}")
    if found.returncode:
        way = _FULL_HISTORY if _is_shallow(root) else _fetch(ref)
        raise Refusal(f"this repository has no commit `{quoted(ref)}`; {way}")
    commit = found.stdout.decode().strip()
    full = _git(root, "rev-parse", "--symbolic-full-name", ref).decode("utf-8", "replace").strip()
    if not full.startswith(("refs/heads/", "refs/remotes/")):
        return commit
    parted = _run(root, "merge-base", commit, "HEAD")
    if parted.returncode:
        way = _FULL_HISTORY if _is_shallow(root) else "give a commit that this branch began from"
        raise Refusal(f"`{quoted(ref)}` and this branch have no commit in common; {way}")
    return parted.stdout.decode().strip()


def _fetch(ref: str) -> str:
    remote, slash, branch = ref.partition("/")
    if slash and remote == "origin":
        return f"fetch it with `git fetch {remote} {quoted(branch)}`"
    return "`git branch --all` lists the branches that it has"


def _no_repository(root: Path) -> str:
    said = _run(root, "rev-parse", "--git-dir").stderr.decode("utf-8", "replace")
    if "dubious ownership" in said:
        return f"git does not trust this folder, because another user owns it: `git config --global --add safe.directory {root}`"
    return "this folder is in no git repository, so there is nothing to compare with"


def _is_shallow(root: Path) -> bool:
    return _run(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def _blobs(root: Path, commit: str, folder: str) -> Iterator[_Blob]:
    """Every file of a commit below a folder, in order of path; a path that would lead out of it is left out."""
    listed = _git(root, "ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", folder)
    for line in listed.split(b"\0"):
        about, tab, path = line.partition(b"\t")
        if not tab:
            continue
        mode, _, name, size = about.decode("ascii").split()
        below = path.decode("utf-8", "surrogateescape").removeprefix(folder)
        if not any(part in ("", ".", "..") for part in below.split("/")):
            yield _Blob(below, mode, name, int(size) if size.isdigit() else 0)


def _contents(root: Path, blobs: list[_Blob]) -> Iterator[tuple[_Blob, bytes]]:
    """The bytes of each file."""
    asked = "".join(f"{blob.name}\n" for blob in blobs).encode("ascii")
    answer = _git(root, "cat-file", "--batch", given=asked)
    at = 0
    for blob in blobs:
        start = answer.index(b"\n", at) + 1
        if not answer[at:start].startswith(blob.name.encode("ascii") + b" blob "):
            raise Refusal("git does not hold every file of the commit; " + _FULL_HISTORY)
        yield blob, answer[start : start + blob.size]
        at = start + blob.size + 1


def _git(root: Path, *words: str, given: bytes = b"") -> bytes:
    """What git answers; Refusal with its own reason where it cannot."""
    done = _run(root, *words, given=given)
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise Refusal(
            f"git could not read the other commit: {quoted(reason[-1], 200) if reason else 'no reason given'}"
        )
    return done.stdout


def _run(root: Path, *words: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    kept = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    command = ["git", "--no-pager", "--literal-pathspecs", "--no-replace-objects", *words]
    try:
        return subprocess.run(command, cwd=root, env=kept | quiet, input=given, capture_output=True, check=False)
    except FileNotFoundError:
        raise Refusal("git is not installed, and the other commit is read with it") from None
