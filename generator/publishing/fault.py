"""What can go wrong with a folder on the disk, told in one plain sentence."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

State = Literal["absent", "complete", "unfinished", "foreign"]
"""How a site's folder stands."""

STATE_SENTENCES: dict[State, str] = {
    "absent": "{site} does not exist yet; build it first.",
    "unfinished": "{site} is unfinished: a build was interrupted; build again to complete it.",
    "foreign": "{site} holds files that no finished build vouches for; build again.",
}
"""What a person is told of a folder that is not complete."""


class PublishingError(Exception):
    """Publishing could not go on; the message is one plain sentence that may be shown as it is."""


class NotPublishedError(PublishingError):
    """The records, or the templates, do not allow a site to be made; the old one stands."""


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


def shown(path: str) -> str:
    """Return `path` for a message: in backticks, with signs that could garble a screen escaped."""
    plain = path.encode("utf-8", "backslashreplace").decode("utf-8")
    return "`" + "".join(c if c.isprintable() else ascii(c)[1:-1] for c in plain) + "`"
