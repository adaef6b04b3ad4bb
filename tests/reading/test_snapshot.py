"""The snapshot of an archive's folder: its digest is another one whenever a reading could be."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.reading.folder import read_archive, read_snapshot
from generator.reading.snapshot import take_snapshot

SOURCE = "name: Synthetic agency\nkind: news-agency\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("sources/agency.yml", "sources/other.yml", "records/2023/README.md"):
        file = tmp_path / "incidents" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(SOURCE, encoding="utf-8")
    return tmp_path / "incidents"


def digest(root: Path) -> str | None:
    return take_snapshot(root, "incidents").digest


def test_a_reading_is_that_of_its_snapshot(root: Path) -> None:
    """What changes after a snapshot is not in its reading."""
    snapshot = take_snapshot(root, "incidents")
    (root / "sources/agency.yml").write_text("name: Later\nkind: news-agency\n", encoding="utf-8")
    assert [raw.value["name"] for raw in read_snapshot(snapshot).raw] == ["Synthetic agency"] * 2
    assert [raw.value["name"] for raw in read_archive(root).raw] == ["Later", "Synthetic agency"]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda root: (root / "sources/agency.yml").write_text(SOURCE + "\n"), id="content"),
        pytest.param(lambda root: (root / "sources/agency.yml").rename(root / "sources/agenci.yml"), id="name"),
        pytest.param(lambda root: (root / "sources/agency.yml").rename(root / "actors.yml"), id="place"),
        pytest.param(lambda root: (root / "sources/agency.yml").unlink(), id="deleted"),
        pytest.param(lambda root: (root / "sources/.agency.yml.swp").write_text(""), id="left behind"),
        pytest.param(lambda root: (root / "sources/.hidden").mkdir(), id="hidden folder"),
        pytest.param(lambda root: (root / "elsewhere.txt").write_text(""), id="misplaced"),
        pytest.param(lambda root: (root / "link.yml").symlink_to(root), id="link"),
        pytest.param(lambda root: os.mkfifo(root / "pipe.yml"), id="pipe"),
    ],
)
def test_another_digest(root: Path, change: Callable[[Path], object]) -> None:
    """Whatever a finding or a record could come from changes the digest."""
    before = digest(root)
    change(root)
    assert digest(root) not in {before, None}


def test_the_same_digest(root: Path) -> None:
    """Times, empty folders and files that no reading looks at do not change the digest."""
    before = digest(root)
    os.utime(root / "sources/agency.yml", (0, 0))
    (root / "series").mkdir()
    (root / "records/2023/README.md").write_text("other\n", encoding="utf-8")
    assert digest(root) == before


def test_contents_do_not_change_places(root: Path) -> None:
    """Two files that have exchanged their contents make another digest."""
    (root / "sources/other.yml").write_text("name: Other\nkind: radio\n", encoding="utf-8")
    before = digest(root)
    (root / "sources/agency.yml").write_text("name: Other\nkind: radio\n", encoding="utf-8")
    (root / "sources/other.yml").write_text(SOURCE, encoding="utf-8")
    assert digest(root) != before


def test_no_digest(root: Path) -> None:
    """Where a file is not read whole, there is no digest of everything."""
    (root / "sources/agency.yml").write_bytes(b"a" * 70_000)
    assert digest(root) is None
