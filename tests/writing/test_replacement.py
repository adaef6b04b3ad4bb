"""A record file's new bytes: whole or not at all, in this place or nowhere."""

import os
import stat
from pathlib import Path

import pytest

from generator.writing.record_file import OutsideFolderError
from generator.writing.replacement import ChangedMeanwhileError, replace_record_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "incidents/sources/a.yml"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"old")
    return file


def replace(file: Path, below: Path, expected: bytes = b"old") -> None:
    replace_record_file(file, b"new", below=below, expected=expected)


def test_replaced(file: Path, tmp_path: Path) -> None:
    """The file holds the new bytes, has its mode as before, and nothing else lies beside it."""
    file.chmod(0o640)
    replace(file, tmp_path / "incidents")
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"new", 0o640)
    assert os.listdir(file.parent) == ["a.yml"]


def test_changed_meanwhile(file: Path, tmp_path: Path) -> None:
    """A file that no longer holds what was read is left alone."""
    with pytest.raises(ChangedMeanwhileError):
        replace(file, tmp_path / "incidents", b"older")
    assert file.read_bytes() == b"old"


def test_gone(file: Path, tmp_path: Path) -> None:
    """A file that is gone is not made anew."""
    file.unlink()
    with pytest.raises(ChangedMeanwhileError):
        replace(file, tmp_path / "incidents")
    assert os.listdir(file.parent) == []


def test_link_to_a_file(file: Path, tmp_path: Path) -> None:
    """A link is not followed, and stays a link."""
    link = file.with_name("b.yml")
    link.symlink_to(file)
    with pytest.raises(OutsideFolderError):
        replace(link, tmp_path / "incidents")
    assert (link.is_symlink(), file.read_bytes()) == (True, b"old")


def test_linked_folder(file: Path, tmp_path: Path) -> None:
    """A folder that is a link is not followed, wherever it leads."""
    (tmp_path / "incidents/actors").symlink_to(file.parent)
    with pytest.raises(OutsideFolderError):
        replace(tmp_path / "incidents/actors/a.yml", tmp_path / "incidents")
    (tmp_path / "linked").symlink_to(tmp_path / "incidents")
    with pytest.raises(OutsideFolderError):
        replace(tmp_path / "linked/sources/a.yml", tmp_path / "linked")
    assert file.read_bytes() == b"old"


@pytest.mark.parametrize("path", ["a.yml", "incidents/../a.yml", "other/a.yml"])
def test_outside(path: str, tmp_path: Path) -> None:
    """Nothing outside the folder is written."""
    for folder in ("incidents", "other"):
        (tmp_path / folder).mkdir()
    for name in ("a.yml", "other/a.yml"):
        (tmp_path / name).write_bytes(b"old")
    with pytest.raises(OutsideFolderError):
        replace(tmp_path / path, tmp_path / "incidents")
    assert (tmp_path / path).read_bytes() == b"old"


def test_no_room(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new bytes cannot be put on the disk whole, the old ones stay and nothing is left behind."""

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        replace(file, tmp_path / "incidents")
    assert (file.read_bytes(), os.listdir(file.parent)) == (b"old", ["a.yml"])
