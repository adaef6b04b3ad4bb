"""A listing names every file of a site with the SHA-256 of its bytes.

Two lie beside the site: the *manifest* says what the last finished build wrote, the *journal* says
what the site is to hold once the build under way is done. They have one form, so a build ends by
giving the journal the manifest's name: a single rename, which needs no space on the disk.
"""

import hashlib
import json
import os
import re
from collections.abc import Mapping
from pathlib import Path

UNVOUCHED = ""
"""Stands for a digest where a file is ours to remove but its bytes were never vouched for."""

UNSAFE_PATH = re.compile(r"[\x00-\x1f\x7f\\\ud800-\udfff]|(?:^|/)\.{0,2}(?:/|$)")
"""A path that could lead out of the site or that some system cannot hold."""

_DIGEST = re.compile(r"[0-9a-f]{64}|")


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of `content` as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def read_listing(file: Path) -> dict[str, str] | None:
    """Return the listing in `file`, path to digest; None where there is none that can be trusted.

    A listing that was cut short, is of another form, or names a path outside the site is not
    trusted: it would decide what is deleted. Raises OSError where the disk cannot be read.
    """
    try:
        listing = json.loads(file.read_bytes())
    except (FileNotFoundError, ValueError, RecursionError):
        return None
    if not isinstance(listing, dict) or any(map(UNSAFE_PATH.search, listing)):
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
