"""The everyday build and the preview: MkDocs into a folder beside the site, then moved in whole; or served."""

import errno
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from generator.publishing.change import Change
from generator.publishing.fault import NotPublishedError, PublishingError
from generator.publishing.site_folder import SiteFolder
from generator.publishing.straight_build import is_straight, site_files

CONFIGURATION = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build."""

    site: Path
    change: Change
    pages: int
    """How many HTML pages the site has."""


def site_folder(root: Path, *, offline: bool = False) -> SiteFolder:
    """The folder the project's `mkdocs.yml` publishes into; that of the offline copy lies beside it. Raises PublishingError."""
    site = Path(_configuration(root).site_dir)
    return SiteFolder(site.with_name(f"{site.name}-offline") if offline else site)


def build_site(root: Path, *, offline: bool = False) -> Built:
    """Build the site of the project in `root` and move it in; an `offline` copy opens from its folder, without a server.

    The bytes are those of `mkdocs build --strict`. What changed is laid out beside the site; only
    when all of it stands is it moved in, under a journal. A build that fails or is
    killed leaves the old site, or one that the next build completes. Raises PublishingError.
    """
    folder = site_folder(root, offline=offline)
    variant = {"use_directory_urls": False} if offline else {}
    built = folder.site.with_name(f".{folder.site.name}.built")
    with folder.locked():
        recovered = folder.recover()
        if recovered:
            logging.getLogger("mkdocs.archive").info("%s", recovered)
        _clear(built)
        try:
            with _messages():
                config = _configuration(root, site_dir=str(built), strict=True, **variant)
                if is_straight(config):
                    change = folder.publish(site_files(config), take_over=True)
                else:
                    mkdocs_build(config)
                    change = folder.publish_folder(built, take_over=True)
        except Abort:
            raise NotPublishedError("Nothing was published; the old site, if any, stands as it was.") from None
        finally:
            _clear(built)
    return Built(folder.site, change, sum(path.endswith(".html") for path in change.files))


def serve_site(root: Path, *, address: str | None) -> None:
    """Show the site at a local address and build it anew whenever a record or a template changes.

    Raises PublishingError where the preview cannot be started.
    """
    host, port = _configuration(root, **({"dev_addr": address} if address else {})).dev_addr
    with _messages(logging.INFO):
        try:
            mkdocs_serve(str(root / CONFIGURATION), dev_addr=f"{host}:{port}")
        except Abort:
            raise PublishingError("The preview could not be started; the reason stands above.") from None
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise PublishingError(
                    f"port {port} of {host} is in use, perhaps by another preview: "
                    f"end that one, or choose another port with `--address {host}:{port % 65535 + 1}`"
                ) from None
            raise PublishingError(f"The preview could not be started: {error.strerror or error}.") from None


def _configuration(root: Path, **options: Any) -> MkDocsConfig:
    # Material prints advice for MkDocs' users when it is loaded, and not for those of this archive.
    for advice in ("NO_MKDOCS_2_WARNING", "DISABLE_MKDOCS_2_WARNING"):
        os.environ.setdefault(advice, "true")
    try:
        return load_config(str(root / CONFIGURATION), **options)
    except Abort:
        raise PublishingError(f"{CONFIGURATION} has errors; nothing was changed.") from None
    except ConfigurationError as error:
        raise PublishingError(f"{CONFIGURATION} cannot be read: {error}") from None


def _clear(folder: Path) -> None:
    if folder.is_dir():
        shutil.rmtree(folder)


@contextmanager
def _messages(level: int = logging.WARNING) -> Iterator[None]:
    """What MkDocs has to say, on standard error, while the block runs."""
    logger = logging.getLogger("mkdocs")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)
