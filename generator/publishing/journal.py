"""The journal of a build under way: what the site is to hold, and how to get there from any point."""

import errno
import os
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.fault import shown
from generator.publishing.listing import read_listing, sync_folder
from generator.publishing.site_paths import SitePaths, Standing, folders_above


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
