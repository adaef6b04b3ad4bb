"""One mistake, one finding, at its place: held for single mistakes of all kinds in real records."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from single_mistakes import MISTAKES, MORE_MISTAKES, TRIED_BY_OTHERS, Mistake

from generator.checking.check import check
from generator.reading.folder import read_archive

ALL = (*MISTAKES, *MORE_MISTAKES, *TRIED_BY_OTHERS)
ARCHIVE = Path(__file__).parent / "single_mistakes_archive" / "incidents"

Place = tuple[str, str, int, int]
"""Code, path, line and column; 0 and 0 where the whole file is meant."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the archive that mistakes can be made in."""
    root = tmp_path_factory.mktemp("single") / "incidents"
    shutil.copytree(ARCHIVE, root)
    return root


@pytest.fixture
def mistaken(archive: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Path, Mistake, Place]]:
    """The archive with one mistake in it, and the finding expected; afterwards it is whole again."""
    mistake: Mistake = request.param
    file = archive / mistake.path
    before = file.read_bytes() if file.exists() else None
    wrong, line, column = edited(before.decode("utf-8") if before is not None else "", mistake)
    if wrong is None:
        file.unlink()
    else:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(wrong.encode("utf-8", "surrogateescape"))
    yield archive, mistake, (mistake.rule, f"incidents/{mistake.path}", line, column)
    if before is not None:
        file.write_bytes(before)
    else:
        file.unlink()
        if not any(file.parent.iterdir()):
            file.parent.rmdir()


def edited(text: str, mistake: Mistake) -> tuple[str | None, int, int]:
    """The text with the mistake in it, and the line and column of its mark, which is taken out."""
    old, new = mistake.old, mistake.new
    if new is None:
        return None, 0, 0
    if old is None:
        marked = new
    else:
        start = old.removesuffix("…")
        assert text.count(start) == 1, f"{start!r} stands {text.count(start)} times in {mistake.path}"
        at = text.index(start)
        end = text.index("\n", at + len(start)) if old.endswith("…") else at + len(start)
        marked = text[:at] + new + text[end:]
    mark = marked.find("§")
    if mark < 0:
        return marked, 0, 0
    before = marked[:mark].removeprefix("\ufeff")
    return marked.replace("§", ""), before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def found_in(root: Path) -> list[Place]:
    """The place of every finding in a folder, on a fixed day."""
    checked = check(read_archive(root), today=date(2026, 11, 22), mint=lambda: "syb-0000000")
    return [
        (found.rule, found.path, found.span.line if found.span else 0, found.span.column if found.span else 0)
        for found in checked.findings
    ]


def test_the_archive_without_a_mistake(archive: Path) -> None:
    """The archive that the mistakes are made in has no finding of its own."""
    assert found_in(archive) == []


@pytest.mark.parametrize("mistaken", ALL, indirect=True, ids=[mistake.what for mistake in ALL])
def test_single_mistake(mistaken: tuple[Path, Mistake, Place]) -> None:
    """A single mistake gives one finding, of its rule and at its place."""
    root, _, expected = mistaken
    assert found_in(root) == [expected]


def test_the_mistakes_are_spread() -> None:
    """The mistakes belong to all families whose rules look at one archive, and none is told twice."""
    assert sorted({mistake.rule[0] for mistake in MISTAKES}) == list("ADPRSTXY")
    assert len({mistake.what for mistake in ALL}) == len(ALL)
