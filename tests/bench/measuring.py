"""What one run of a program costs: CPU and wall seconds, and memory."""

import os
import resource
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

_NOT_PASSED_ON = ("ARCHIVE_NO_CACHE", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "PYTHONDONTWRITEBYTECODE")
"""Of the environment: what would make the measured programs do something else than at a person's desk."""


def timed(
    command: Sequence[str], folder: Path, *, may_find: bool = False, **environment: str
) -> tuple[float, float, float]:
    """CPU seconds, wall seconds and peak memory in MB of one command, its children included.

    `may_find` lets it end with exit code 1, as a check with findings does.
    """
    passed_on = {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(
        command,
        cwd=folder,
        check=False,
        capture_output=True,
        env={
            **passed_on,
            "NO_MKDOCS_2_WARNING": "1",
            "DISABLE_MKDOCS_2_WARNING": "true",
            "PYTHONPATH": str(PROJECT),
            **environment,
        },
    )
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0 and not (may_find and done.returncode == 1):
        raise subprocess.CalledProcessError(done.returncode, list(command), done.stdout, done.stderr)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, wall, after.ru_maxrss / 1024
