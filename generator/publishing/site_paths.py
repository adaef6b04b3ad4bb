"""The paths of a site: which are safe, which would meet, and what stands in a folder now."""

import os
import unicodedata
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from generator.publishing.fault import PublishingError, shown
from generator.publishing.listing import UNSAFE_PATH, digest_of


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
        if UNSAFE_PATH.search(path):
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
