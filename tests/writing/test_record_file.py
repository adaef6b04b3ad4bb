"""New record files: what the reader reads back, and where they may be made."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.reading.record_file import read_record
from generator.reading.signs import refused_signs
from generator.writing.record_file import (
    OutsideFolderError,
    UnwritableError,
    create_record_file,
    incident_text,
)

SIGNS = st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Cf", "Zl", "Zp"])


@given(st.text(SIGNS, min_size=1, max_size=80), st.text(SIGNS | st.just("\n"), min_size=1, max_size=80))
def test_comes_back(title: str, account: str) -> None:
    """A file that is written is read back with the same fields and the same account."""
    assume(next(refused_signs(account), None) is None)
    text = incident_text({"title": title}, "x" + account)
    record, _ = read_record(text.encode(), path="incidents/records/x.md", kind="incident")
    assert record is not None
    assert (record.value, record.body) == ({"title": title}, ("x" + account).rstrip())


def test_account_that_cannot_be_written() -> None:
    """Half of a character is refused before anything is written."""
    with pytest.raises(UnwritableError):
        incident_text({}, "\ud800")


def test_creates(tmp_path: Path) -> None:
    """A new file is made with the folders it needs, with LF line ends, in UTF-8."""
    create_record_file(tmp_path / "records/2023/a.md", "é\n", below=tmp_path / "records")
    assert (tmp_path / "records/2023/a.md").read_bytes() == b"\xc3\xa9\n"


def test_never_overwrites(tmp_path: Path) -> None:
    """A file that is there stays as it is."""
    (tmp_path / "a.md").write_text("first", encoding="utf-8")
    with pytest.raises(FileExistsError):
        create_record_file(tmp_path / "a.md", "second", below=tmp_path)
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "first"


def test_never_through_a_dangling_link(tmp_path: Path) -> None:
    """A link that leads nowhere is not filled."""
    (tmp_path / "records").mkdir()
    (tmp_path / "records/a.md").symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(FileExistsError):
        create_record_file(tmp_path / "records/a.md", "x", below=tmp_path / "records")
    assert not (tmp_path / "elsewhere.md").exists()


@pytest.mark.parametrize("path", ["a.md", "records/../a.md", "records/x/../../a.md", "records-2/a.md"])
def test_stays_below(tmp_path: Path, path: str) -> None:
    """Nothing is made outside the folder, not even a folder."""
    (tmp_path / "records").mkdir()
    with pytest.raises(OutsideFolderError):
        create_record_file(tmp_path / path, "x", below=tmp_path / "records")
    assert [entry.name for entry in tmp_path.iterdir()] == ["records"]
