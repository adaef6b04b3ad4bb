"""New record files: the text of one, and its place on the disk."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.writing.yaml_text import UnwritableError, yaml_text

__all__ = ["OutsideFolderError", "UnwritableError", "create_record_file", "incident_text"]


class OutsideFolderError(ValueError):
    """A path that leads out of the folder in which record files may be made."""


def incident_text(fields: Mapping[str, Any], body: str) -> str:
    """The text of a `.md` record: its fields between two lines `---`, then its account.

    Spaces and blank lines at both ends of the account are left out and line ends become LF, as the
    reader has them. Raises `UnwritableError` for a value that no file can hold.
    """
    account = body.replace("\r\n", "\n").replace("\r", "\n").strip()
    try:
        account.encode()
    except UnicodeEncodeError:
        raise UnwritableError("half of a character (a lone surrogate) cannot stand in a file") from None
    return f"---\n{yaml_text(fields)}---\n" + (f"{account}\n" if account else "")


def create_record_file(file: Path, text: str, *, below: Path) -> None:
    """Write a new file somewhere below the folder `below`, making the folders between.

    Raises `FileExistsError` where something of that name is there already, links that lead nowhere
    included, and `OutsideFolderError` where the path, or a link on it, leads out of `below`. A file that
    could not be written whole is taken away again.
    """
    above = below.resolve()
    if below.is_symlink() or not file.parent.resolve().is_relative_to(above):
        raise OutsideFolderError(f"{file} is not below {below}")
    file.parent.mkdir(parents=True, exist_ok=True)
    # Looked at again: the folder has been made only now, and a link may have been quicker.
    parent = file.parent.resolve()
    if not parent.is_relative_to(above):
        raise OutsideFolderError(f"{file} is not below {below}")
    target = parent / file.name
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(target, flags | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(text.encode())
    except BaseException:
        target.unlink()
        raise
