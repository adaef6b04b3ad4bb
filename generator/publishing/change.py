"""What a build changes in a site's folder, and the built files it changes it to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.fault import PublishingError, shown
from generator.publishing.site_paths import Standing


@dataclass(frozen=True)
class Change:
    """What a build will do to the folder, or has done.

    `files` is the whole new site, path to SHA-256. `written` are the new and changed files,
    `removed` the ones that go; `foreign` are files of others, which stay and which the person
    should be told of. `owned` is every file the build may remove, `recovered` the sentence of
    `SiteFolder.recover`. Paths are relative to the site, with `/`, in sorted order.
    """

    files: Mapping[str, str]
    written: tuple[str, ...]
    removed: tuple[str, ...]
    foreign: tuple[str, ...]
    owned: Mapping[str, str]
    recovered: str


def is_visible(path: str) -> bool:
    """Say whether `path` is ours to judge; MkDocs too spares dotted names at the top."""
    return not path.startswith(".")


def files_of(built: Path) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every file in a folder of built files, by path.

    Raises PublishingError where the folder is missing or holds anything but plain files.
    """
    if not built.is_dir():
        raise PublishingError(f"There is no folder of built files at {shown(str(built))}.")
    for path, size in sorted(Standing(built).sizes.items()):
        if size is None:
            raise PublishingError(
                f"{shown(path)} among the built files is a symbolic link or a device; only plain files are published."
            )
        yield path, (built / path).read_bytes()
