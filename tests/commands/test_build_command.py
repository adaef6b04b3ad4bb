"""`archive build` where no site can be made: for what the records hold, or for what the machine refuses."""

import fcntl
import subprocess
import sys
from pathlib import Path

import pytest
from synthetic_project import FILES, copied_project, environment

pytestmark = pytest.mark.slow


def test_records_with_errors(tmp_path: Path) -> None:
    """After the findings the number of errors is told, and once that nothing was published."""
    root = copied_project(tmp_path / "project", FILES)
    record = root / "incidents/records/2024/number-3.md"
    record.write_text(
        record.read_text(encoding="utf-8").replace("date: 2024-02-03", "date: 3.2.2024"), encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=root,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    told = [line for line in done.stderr.splitlines() if line.strip()]
    assert (done.returncode, told[-2:]) == (
        1,
        ["The check found 1 error.", "Nothing was published; the old site, if any, stands as it was."],
    )
    assert done.stderr.lower().count("nothing was published") == 1


def test_a_build_that_could_not_be_made(tmp_path: Path) -> None:
    """While another build has the folder the exit code is 2, for nothing is wrong with the records."""
    root = copied_project(tmp_path / "project", FILES)
    with (root / ".site.lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = subprocess.run(
            [sys.executable, "-m", "generator", "build"],
            cwd=root,
            env=environment(),
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
