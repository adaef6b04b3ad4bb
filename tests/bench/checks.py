"""What a check costs, in bare imports of pydantic and PyYAML: the promise is a ratio, so it holds on any machine.

All cases of a round run one after the other, each in a fresh process; the table gives medians over the rounds.
"""

import shutil
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measuring import PROJECT, timed
from tests.bench.synthetic import write_archive

BARE = (sys.executable, "-c", "import pydantic, yaml; pydantic.BaseModel")
LARGE = 2000
LEAST_RUNS = 5
ONE_FILE_AT_MOST, WHOLE_AT_MOST = 2, 3
"""Bare imports that a check of one file, and of the whole archive with nothing changed, may cost."""


@dataclass(frozen=True)
class Case:
    """One kind of check."""

    name: str
    one_file: bool = False
    changed: bool = False
    """Whether one file has changed since the last check."""
    cached: bool = True
    at_most: int | None = None
    """The promise, in bare imports."""


CASES = (
    Case("one file, nothing changed", one_file=True, at_most=ONE_FILE_AT_MOST),
    Case("whole archive, nothing changed", at_most=WHOLE_AT_MOST),
    Case("one file, which has changed", one_file=True, changed=True),
    Case("whole archive, one file changed", changed=True),
    Case("whole archive, without the cache", cached=False),
)


@dataclass(frozen=True)
class Archive:
    """A project to check."""

    root: Path

    @property
    def records(self) -> list[Path]:
        """The files of its incidents."""
        return sorted((self.root / "incidents" / "records").rglob("*.md"))

    @property
    def title(self) -> str:
        files = sum(file.is_file() for file in (self.root / "incidents").rglob("*"))
        return f"{len(self.records):,} incidents, {files:,} files"

    def command(self, case: Case) -> list[str]:
        """The command line of a case."""
        paths = [str(self.records[0])] if case.one_file else []
        return [sys.executable, "-m", "generator", "check", *([] if case.cached else ["--no-cache"]), *paths]


def measure_checks(runs: int) -> None:
    """Print the table; at least `LEAST_RUNS` rounds."""
    rounds = max(runs, LEAST_RUNS)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        here, large = Archive(Path(folder, "here")), Archive(Path(folder, "large"))
        shutil.copytree(PROJECT / "incidents", here.root / "incidents")
        large.root.mkdir()
        write_archive(large.root, PROJECT, LARGE)
        cache = {"XDG_CACHE_HOME": str(Path(folder, "cache"))}
        costs: dict[tuple[str, str], list[tuple[float, float, float]]] = {}
        for number in range(rounds + 1):
            bare = timed(BARE, PROJECT)
            # The first round compiles modules and fills the cache.
            if number:
                costs.setdefault(("", ""), []).append(bare)
            for archive in (here, large):
                for case in CASES:
                    if case.changed:
                        with archive.records[0].open("a", encoding="utf-8") as stream:
                            stream.write(f"\nSynthetic addition {number} {case.one_file}.\n")
                    elif case.cached:
                        timed(archive.command(case), archive.root, may_find=True, **cache)
                    cost = timed(archive.command(case), archive.root, may_find=True, **cache)
                    if number:
                        costs.setdefault((archive.title, case.name), []).append(cost)
        _report(costs, rounds)


def _report(costs: dict[tuple[str, str], list[tuple[float, float, float]]], rounds: int) -> None:
    bare = statistics.median(run[0] for run in costs["", ""])
    print(
        f"\n`archive check` in fresh processes, medians of {rounds}; bare import of pydantic and PyYAML: {bare:.3f} s CPU"
    )
    title = ""
    for (archive, name), runs in costs.items():
        if not archive:
            continue
        if archive != title:
            title = archive
            print(f"\n{title:36}{'bare imports':>14}{'at most':>9}{'CPU s':>9}{'wall s':>9}")
        case = next(case for case in CASES if case.name == name)
        cpu, wall = (statistics.median(run[part] for run in runs) for part in (0, 1))
        promise = str(case.at_most) if case.at_most is not None else ""
        missed = "  MISSED" if case.at_most is not None and cpu / bare > case.at_most else ""
        print(f"{name:36}{cpu / bare:>14.2f}{promise:>9}{cpu:>9.3f}{wall:>9.3f}{missed}")
