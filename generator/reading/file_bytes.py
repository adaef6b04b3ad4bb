"""The bytes of one regular file, within a cap, or why they cannot be had."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from generator.reading import file_rules
from generator.reading.encoding import MOST_BYTES, too_large
from generator.reading.finding import Finding

# Not following a link and not waiting for a pipe; Windows knows neither.
_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_safely(file: Path, *, path: str) -> tuple[bytes, Finding | None]:
    """The bytes of a regular file within the cap, or a finding that says why not."""
    try:
        descriptor = os.open(file, _OPEN_FLAGS)
    except (OSError, ValueError) as error:
        return b"", refused_open(error, file, path)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return b"", file_rules.NOT_A_FILE.finding(path, None, help="Remove it.")
        if status.st_size > MOST_BYTES:
            return b"", too_large(path, status.st_size)
        data = _all_of(descriptor)
    except OSError as error:
        return b"", refused_open(error, file, path)
    finally:
        os.close(descriptor)
    if len(data) > MOST_BYTES:
        return b"", too_large(path, len(data))
    return data, None


def _all_of(descriptor: int) -> bytes:
    """Everything up to one byte above the cap; a read may give less than is asked for."""
    data = os.read(descriptor, MOST_BYTES + 1)
    while len(data) <= MOST_BYTES and (more := os.read(descriptor, MOST_BYTES + 1 - len(data))):
        data += more
    return data


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
