"""What a published folder holds, on the disk and as written down, so that an aborted build is told.

A listing names every file of a site with the SHA-256 of its bytes. Two listings lie beside the
site: the *manifest* says what the last finished build wrote, the *journal* says what the site is
to hold once the build under way is done. They have one form, so a build ends by giving the journal
the manifest's name: a single rename, which needs no space on the disk.
"""

import errno
import hashlib
import json
import os
import re
import unicodedata
from collections.abc import Container, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

UNVOUCHED = ""
"""Stands for a digest where a file is ours to remove but its bytes were never vouched for."""

_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\\ud800-\udfff]|(?:^|/)\.{0,2}(?:/|$)")
_DIGEST = re.compile(r"[0-9a-f]{64}|")


class PublishingError(Exception):
    """Publishing could not go on; the message is one plain sentence that may be shown as it is."""


_CAUSES = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the file is larger than this system allows",
    errno.EACCES: "permission was denied",
    errno.EPERM: "permission was denied",
    errno.EROFS: "the disk is read-only",
    errno.EXDEV: "the site is on another file system than the folder it lies in",
}


@contextmanager
def told_plainly(site: Path, outcome: str) -> Iterator[None]:
    """Turn an error of the disk in the block into a PublishingError that ends with `outcome`."""
    try:
        yield
    except OSError as error:
        cause = _CAUSES.get(error.errno or 0) or (error.strerror or str(error)).lower()
        where = Path(os.fsdecode(error.filename or site))
        if where.is_relative_to(site.parent):
            where = where.relative_to(site.parent)
        raise PublishingError(f"{shown(str(where))}: {cause}. {outcome}.") from error


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of `content` as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def folded(path: str) -> str:
    """Return `path` as a disk that knows neither case nor Unicode composition would compare it."""
    if path.isascii():
        return path.lower()
    composed = unicodedata.normalize("NFC", path)
    return unicodedata.normalize("NFC", composed.casefold())


def folders_above(path: str) -> Iterator[str]:
    """Yield the folders that contain `path`, the nearest first, the site itself left out."""
    end = path.rfind("/")
    while end > 0:
        yield path[:end]
        end = path.rfind("/", 0, end)


class SitePaths:
    """The addresses of one site, each of which some file may take once."""

    def __init__(self, paths: Iterable[str] = ()) -> None:
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        for path in paths:
            self.add(path)

    def add(self, path: str) -> None:
        """Take `path` for a file.

        Raises PublishingError where it could lead out of the site (absolute, `..`, backslash,
        control signs), where another file has it (upper and lower case count as equal, since they
        are on macOS and Windows), or where one file would have to be a folder for another.
        """
        if _UNSAFE.search(path):
            raise PublishingError(f"{shown(path)} is not a safe path for a file of the site.")
        key = folded(path)
        taken = self._files.get(key) or self._folders.get(key)
        if taken is not None:
            raise PublishingError(f"{shown(taken)} and {shown(path)} would share one address.")
        self._files[key] = path
        for folder in folders_above(path):
            folder_key = folded(folder)
            if folder_key in self._folders:
                break
            if folder_key in self._files:
                taken = self._files[folder_key]
                raise PublishingError(f"{shown(taken)} and {shown(path)} would share one address.")
            self._folders[folder_key] = path

    def are_blocked_by(self, path: str) -> bool:
        """Say whether `path`, which is not one of these, stands where one of these must stand."""
        key = folded(path)
        if key in self._files or key in self._folders:
            return True
        return any(folder in self._files for folder in folders_above(key))

    def refuse_blocked(self, foreign: Iterable[str]) -> None:
        """Raise PublishingError where one of these files of others stands where one must be."""
        for path in foreign:
            if self.are_blocked_by(path):
                raise PublishingError(
                    f"{shown(path)} was not written by a build and stands where a file of the "
                    "site must be; move it away and build again."
                )


class Standing:
    """The files and folders that stand in a folder of the disk, no symbolic link followed.

    `sizes` maps each file's path to its size in bytes, or to None where it is a symbolic link or
    a device. `folders` are the paths of the folders within. Both are empty where there is no such
    folder. Raises OSError where it cannot be read.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.sizes: dict[str, int | None] = {}
        self.folders: set[str] = set()
        waiting = [""] if root.exists() else []
        while waiting:
            above = waiting.pop()
            with os.scandir(root / above) as entries:
                for entry in entries:
                    path = f"{above}/{entry.name}" if above else entry.name
                    if entry.is_dir(follow_symlinks=False):
                        self.folders.add(path)
                        waiting.append(path)
                    elif entry.is_file(follow_symlinks=False):
                        self.sizes[path] = entry.stat(follow_symlinks=False).st_size
                    else:
                        self.sizes[path] = None

    def holds(self, path: str, content: bytes) -> bool:
        """Say whether `path` is a plain file of exactly these bytes. Raises OSError."""
        return self.sizes.get(path) == len(content) and (self.root / path).read_bytes() == content

    def digest(self, path: str) -> str | None:
        """Return the SHA-256 of the file at `path`, None where no plain file is. Raises OSError."""
        if self.sizes.get(path) is None:
            return None
        return digest_of((self.root / path).read_bytes())

    def besides(self, known: Container[str]) -> list[str]:
        """Return the paths of the files that are not among `known`, sorted."""
        return sorted(path for path in self.sizes if path not in known)


def shown(path: str) -> str:
    """Return `path` for a message: in backticks, with signs that could garble a screen escaped."""
    plain = path.encode("utf-8", "backslashreplace").decode("utf-8")
    return "`" + "".join(c if c.isprintable() else ascii(c)[1:-1] for c in plain) + "`"


def read_listing(file: Path) -> dict[str, str] | None:
    """Return the listing in `file`, path to digest; None where there is none that can be trusted.

    A listing that was cut short, is of another form, or names a path outside the site is not
    trusted: it would decide what is deleted. Raises OSError where the disk cannot be read.
    """
    try:
        listing = json.loads(file.read_bytes())
    except (FileNotFoundError, ValueError, RecursionError):
        return None
    if not isinstance(listing, dict) or any(map(_UNSAFE.search, listing)):
        return None
    if all(isinstance(digest, str) and _DIGEST.fullmatch(digest) for digest in listing.values()):
        return listing
    return None


def draft_of(file: Path) -> Path:
    """Return where the next bytes of a listing are written before they take its name."""
    return file.with_name(file.name + ".draft")


def write_listing(file: Path, listing: Mapping[str, str]) -> None:
    """Make `file` hold `listing`, sorted, one file a line; old or new on the disk, never between.

    Returns only when both the bytes and the name have reached the disk. Raises OSError.
    """
    text = json.dumps(dict(sorted(listing.items())), indent=0, ensure_ascii=True) + "\n"
    draft = draft_of(file)
    draft.unlink(missing_ok=True)
    with draft.open("xb") as stream:
        stream.write(text.encode("ascii"))
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(file)
    sync_folder(file.parent)


def write_new(file: Path, content: bytes) -> None:
    """Write a file that is not there yet, with the folders above it. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("xb") as stream:
            stream.write(content)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(file)) from error


def sync_folder(folder: Path) -> None:
    """Wait until the names in `folder` have reached the disk. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@dataclass(frozen=True)
class Journal:
    """The listing a site is about to hold, with the places on the disk that it is about.

    `file` is the journal itself, `manifest` the listing of the last finished build, `staged` the
    folder of new and changed files, `site` the folder they go to; all on one file system.
    """

    site: Path
    staged: Path
    file: Path
    manifest: Path

    def flaw(self, listing: Mapping[str, str]) -> str:
        """Name the first file that neither staging nor site holds whole; "" where all are there."""
        staged, site = Standing(self.staged), Standing(self.site)
        for path, digest in sorted(listing.items()):
            if (staged if path in staged.sizes else site).digest(path) != digest:
                return f"{shown(path)} is missing or damaged"
        return ""

    def roll_forward(self, listing: Mapping[str, str]) -> Generator[str, None, None]:
        """Make the site hold `listing` and end the build, yielding a few words after each step.

        What an earlier, interrupted run did is found done and not repeated. Raises OSError, and
        PublishingError where a file of others stands in the way.
        """
        standing, paths = Standing(self.site), SitePaths(listing)
        known = read_listing(self.manifest) or {}
        paths.refuse_blocked(standing.besides(known.keys() | listing.keys()))
        if self.staged.exists() and not (self.site.exists() and any(self.site.iterdir())):
            self.staged.rename(self.site)
            yield "moved the whole site in"
        else:
            gone = sorted(known.keys() - listing.keys())
            in_the_way = [path for path in gone if paths.are_blocked_by(path)]
            yield from self._remove(in_the_way, standing)
            for path in sorted(Standing(self.staged).sizes):
                _move(self.staged / path, self.site / path)
                yield f"moved {path}"
            yield from self._remove(sorted(set(gone).difference(in_the_way)), standing)
            self._prune(gone, standing)
        os.sync()
        self.file.replace(self.manifest)
        sync_folder(self.site.parent)
        yield "made the journal the manifest"

    def _remove(self, paths: Iterable[str], standing: Standing) -> Iterator[str]:
        for path in paths:
            if path in standing.sizes:
                (self.site / path).unlink()
                yield f"removed {path}"

    def _prune(self, gone: Iterable[str], standing: Standing) -> None:
        """Remove the folders that the files in `gone` leave empty, the deepest first."""
        left = standing.folders.intersection(f for path in gone for f in folders_above(path))
        for folder in sorted(left, key=lambda path: path.count("/"), reverse=True):
            try:
                (self.site / folder).rmdir()
            except OSError as error:
                if error.errno not in (errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT, errno.ENOTDIR):
                    raise


def _move(source: Path, target: Path) -> None:
    """Put `source` in the place of `target`, where at most empty folders stand in the way."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        for folder, _, _ in os.walk(target, topdown=False):
            Path(folder).rmdir()
    source.replace(target)
