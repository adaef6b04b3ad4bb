"""`kill -9` at any moment of a build: the old site, or one that says that it is unfinished and is completed by the next build."""

import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from synthetic_project import FILES, archive, copied_project, digests, environment

pytestmark = pytest.mark.slow

UNFINISHED = "`site/` is unfinished: a build was interrupted; build again to complete it.\n"
ABSENT = "`site/` does not exist yet; build it first.\n"
STANDS = "The site stands as the last build left it.\n"


@dataclass(frozen=True)
class Editions:
    """A project with its old site, whose records have since been changed, and what is to come of it."""

    root: Path
    old: dict[str, str]
    new: dict[str, str]
    run_time: float
    """Seconds a build takes here when let alone."""


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    """The synthetic archive, built; then its title changed, which every page shows."""
    folder = tmp_path_factory.mktemp("killed")
    root = copied_project(folder / "project", FILES)
    assert archive(root, "build").returncode == 0
    old = digests(root / "site")
    settings = root / "incidents" / "archive.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("title: Synthetic archive", "title: Synthetic archive, changed"),
        encoding="utf-8",
    )
    other = shutil.copytree(root, folder / "new")
    begun = time.monotonic()
    assert archive(other, "build").returncode == 0
    run_time = time.monotonic() - begun
    new = digests(other / "site")
    assert sum(old.get(path) != digest for path, digest in new.items()) > 100
    return Editions(root, old, new, run_time)


def build_and_kill(root: Path, *, after: float, in_the_move: bool) -> None:
    """Start a build and end it as `kill -9` does, some seconds after its start or after it began to move files."""
    child = subprocess.Popen(
        [sys.executable, "-m", "generator", "build"],
        cwd=root,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    journal = root / ".site.journal"
    while in_the_move and child.poll() is None and not journal.exists():
        pass
    time.sleep(after)
    child.kill()
    child.wait()


def hold_to_the_promise(root: Path, before: dict[str, str], new: dict[str, str]) -> str:
    """Say what a killed build left, after holding it to the promise, and the next build too."""
    told = archive(root, "build", "--verify-only")
    left = digests(root / "site") if (root / "site").is_dir() else {}
    if told.returncode == 0:
        assert told.stdout == STANDS
        assert left in (before, new)
    elif told.stdout == ABSENT:
        assert (left, before) == ({}, {})
    else:
        assert (told.returncode, told.stdout) == (1, UNFINISHED)
    again = archive(root, "build")
    assert (again.returncode, again.stderr) == (0, "")
    assert digests(root / "site") == new
    assert archive(root, "build", "--verify-only").stdout == STANDS
    assert sorted(path.name for path in root.iterdir()) == [
        ".site.lock",
        ".site.manifest",
        "incidents",
        "mkdocs.yml",
        "site",
        "site_templates",
    ]
    return told.stdout


@pytest.mark.parametrize("moment", range(5))
def test_killed_over_a_site(editions: Editions, tmp_path: Path, moment: int) -> None:
    """A build over an older site, killed at any moment of its run, leaves that site or says so; the next build completes it."""
    root = shutil.copytree(editions.root, tmp_path / "project")
    build_and_kill(root, after=editions.run_time * (moment + 0.5) / 5, in_the_move=False)
    assert hold_to_the_promise(root, editions.old, editions.new) in (STANDS, UNFINISHED)


@pytest.mark.parametrize("moment", range(2))
def test_killed_over_no_site(editions: Editions, tmp_path: Path, moment: int) -> None:
    """A first build, killed at any moment, leaves no site, a whole one, or says so; the next build completes it."""
    root = shutil.copytree(editions.root, tmp_path / "project", ignore=shutil.ignore_patterns("site", ".site.*"))
    build_and_kill(root, after=editions.run_time * (moment + 1) / 2.2, in_the_move=False)
    assert hold_to_the_promise(root, {}, editions.new) in (ABSENT, STANDS, UNFINISHED)


def test_killed_while_files_are_moved(editions: Editions, tmp_path: Path) -> None:
    """A build killed while it moves files in says that the site is unfinished; the next build completes it."""
    told = []
    for number, after in enumerate((0.0, 0.001, 0.003, 0.0, 0.0, 0.0)):
        root = shutil.copytree(editions.root, tmp_path / f"project-{number}")
        build_and_kill(root, after=after, in_the_move=True)
        told.append(hold_to_the_promise(root, editions.old, editions.new))
        if number > 1 and UNFINISHED in told:
            return
    pytest.fail(f"no kill of six met a build that moved files: {told}")
