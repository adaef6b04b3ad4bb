"""A record file's new bytes in place of its old ones: whole or not at all."""

import contextlib
import os
import stat
from pathlib import Path

from generator.reading.record_file import read_safely
from generator.writing.record_file import OutsideFolderError

_MOST_TRIES = 100


class ChangedMeanwhileError(ValueError):
    """A file that no longer holds what was read."""


def replace_record_file(file: Path, data: bytes, *, below: Path, expected: bytes) -> None:
    """Put `data` in place of what the file below the folder `below` holds; its mode stays.

    The bytes are written beside it and take its name when they stand on the disk, so a reader finds the old
    file or the new one. Raises `OutsideFolderError` where the path, or a link on it, leads out of `below` or
    the file is itself a link, `ChangedMeanwhileError` where it does not hold the bytes `expected`, and
    `OSError`; then everything is as it was.
    """
    above = below.resolve()
    parts = file.relative_to(below).parts if file.is_relative_to(below) else ("..",)
    target = above.joinpath(*parts)
    if below.is_symlink() or ".." in parts or target.parent.resolve() != target.parent or target.is_symlink():
        raise OutsideFolderError(f"{file} is not below {below}")
    held, refusal = read_safely(target, path=file.name)
    if refusal is not None or held != expected:
        raise ChangedMeanwhileError(f"{file} has changed since it was read")
    beside, descriptor = _beside(target)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(descriptor)
        os.chmod(beside, stat.S_IMODE(os.lstat(target).st_mode))
        os.replace(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _beside(target: Path) -> tuple[Path, int]:
    """A new empty file in the same folder, open for writing; its name is one that the reader leaves alone."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    for number in range(_MOST_TRIES):
        beside = target.with_name(f".{target.name}.{os.getpid()}-{number}.tmp")
        with contextlib.suppress(FileExistsError):
            return beside, os.open(beside, flags, 0o600)
    raise FileExistsError(f"{_MOST_TRIES} files like {beside.name} lie in the folder")
