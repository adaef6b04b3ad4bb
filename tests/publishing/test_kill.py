"""Killing a build at any moment leaves the old site, the new one, or one that says unfinished."""

import runpy
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.publishing.site_folder import SiteFolder

SCRIPT = Path(__file__).with_name("publish_site.py")
edition = runpy.run_path(str(SCRIPT))["edition"]
PAGES = 400
MOMENTS = range(10)


def tree(site: Path) -> dict[str, bytes]:
    """Return the files that stand in `site`, path to bytes."""
    files = [file for file in site.rglob("*") if not file.is_dir()]
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


def start(site: Path, number: int, *options: str) -> subprocess.Popen[str]:
    """Begin to publish an edition in a process of its own; return when it is ready to write."""
    command = [sys.executable, str(SCRIPT), str(site), str(number), f"--pages={PAGES}", *options]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    return child


def kill(child: subprocess.Popen[str]) -> None:
    """End the process as `kill -9` does, and wait until the kernel has dropped its lock."""
    child.kill()
    child.communicate()


def judge(site: Path, old: dict[str, bytes], new: dict[str, bytes]) -> str:
    """Say what a killed build left, after holding it to the promise."""
    folder = SiteFolder(site)
    state = folder.state()
    if state != "unfinished":
        assert tree(site) in (old, new)
        assert state == ("complete" if tree(site) else "absent")
        assert folder.verify() == ([] if tree(site) else ["`site/` does not exist yet; build it first."])
        return "new" if tree(site) == new else "old"
    assert folder.verify() == ["`site/` is unfinished: a build was interrupted; build again to complete it."]
    assert folder.recover() == "An interrupted build of `site/` was completed."
    assert tree(site) == new
    assert folder.state() == "complete"
    assert folder.verify() == []
    return "unfinished"


def settle(site: Path, new: dict[str, bytes]) -> None:
    """Build once more and hold the result to exactly the new site with nothing left over."""
    SiteFolder(site).publish(edition(2, PAGES))
    assert tree(site) == new
    assert sorted(path.name for path in site.parent.iterdir()) == [
        ".site.lock",
        ".site.manifest",
        "site",
    ]


@pytest.fixture(scope="module")
def run_time(tmp_path_factory: pytest.TempPathFactory) -> float:
    """Seconds that publishing the second edition over the first takes here when let alone."""
    site = tmp_path_factory.mktemp("timed") / "site"
    SiteFolder(site).publish(edition(1, PAGES))
    child = start(site, 2)
    begun = time.monotonic()
    assert child.wait() == 0
    child.communicate()
    return time.monotonic() - begun


@pytest.mark.parametrize("moment", MOMENTS)
def test_kill_at_ten_moments_of_a_build(tmp_path: Path, run_time: float, moment: int) -> None:
    """A build killed at any tenth of its run leaves old, new, or unfinished and completable."""
    site = tmp_path / "site"
    old, new = dict(edition(1, PAGES)), dict(edition(2, PAGES))
    SiteFolder(site).publish(old.items())
    child = start(site, 2)
    time.sleep(run_time * moment / len(MOMENTS))
    kill(child)
    judge(site, old, new)
    settle(site, new)


@pytest.mark.parametrize("moment", MOMENTS)
def test_kill_at_ten_moments_of_a_first_build(tmp_path: Path, run_time: float, moment: int) -> None:
    """A first build killed at any tenth of its run leaves no site, or all of it."""
    site = tmp_path / "site"
    new = dict(edition(2, PAGES))
    child = start(site, 2)
    time.sleep(run_time * moment / len(MOMENTS))
    kill(child)
    judge(site, {}, new)
    settle(site, new)


@pytest.fixture(scope="module")
def step_count(tmp_path_factory: pytest.TempPathFactory) -> int:
    """Number of steps in which the second edition is moved in over the first."""
    folder = SiteFolder(tmp_path_factory.mktemp("counted") / "site")
    folder.publish(edition(1, PAGES))
    with folder.locked():
        return len(list(folder.commit_steps(folder.stage(edition(2, PAGES)))))


@pytest.mark.parametrize("moment", MOMENTS)
def test_kill_at_ten_steps_of_moving_in(tmp_path: Path, step_count: int, moment: int) -> None:
    """Killed before its journal stands a build leaves the old site, and after it unfinished."""
    site = tmp_path / "site"
    old, new = dict(edition(1, PAGES)), dict(edition(2, PAGES))
    SiteFolder(site).publish(old.items())
    steps = moment * step_count // (len(MOMENTS) - 1)
    child = start(site, 2, f"--pause-after={steps}")
    assert child.stdout is not None
    assert child.stdout.readline() == "paused\n"
    kill(child)
    expected = "old" if steps == 0 else "new" if steps == step_count else "unfinished"
    assert judge(site, old, new) == expected
    settle(site, new)


def test_lock_is_free_after_a_kill(tmp_path: Path) -> None:
    """While a build runs a second one is told so, and after kill -9 of the first it may run."""
    site = tmp_path / "site"
    child = start(site, 2, "--pause-after=0")
    assert child.stdout is not None
    assert child.stdout.readline() == "paused\n"
    second = start(site, 2)
    said, _ = second.communicate()
    assert (second.returncode, said) == (
        1,
        "Another build is writing `site/`; wait until it has ended.\n",
    )
    kill(child)
    SiteFolder(site).publish(edition(2, PAGES))
    assert tree(site) == dict(edition(2, PAGES))


def test_disk_that_takes_no_more_leaves_the_old_site(tmp_path: Path) -> None:
    """A build that cannot write a file says why on one line and leaves the old site complete."""
    site = tmp_path / "site"
    old = dict(edition(1, PAGES))
    SiteFolder(site).publish(old.items())
    child = start(site, 2, "--largest-file=1000")
    said, _ = child.communicate()
    assert child.returncode == 1
    assert said == (
        "`.site.staged/incidents/0001/index.html`: the file is larger than this system allows. "
        "`site/` stands as it was.\n"
    )
    assert tree(site) == old
    assert SiteFolder(site).state() == "complete"
    assert not (tmp_path / ".site.staged").exists()
