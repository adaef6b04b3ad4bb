"""What a check costs, in bare imports of pydantic and PyYAML: the promise is a ratio, so it holds on any machine.

All cases of a round run one after the other, each in a fresh process; the tables give medians over the rounds.
"""

import re
import shutil
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measuring import PROJECT, timed
from tests.bench.synthetic import write_archive

BARE = (sys.executable, "-c", "import pydantic, yaml; pydantic.BaseModel")
PARSE = """
import sys, yaml
from pathlib import Path
for file in sorted(Path("incidents").rglob("*")):
    if file.is_file():
        text = file.read_text(encoding="utf-8")
        yaml.load(text.split("\\n---\\n")[0] if file.suffix == ".md" else text, Loader=yaml.CSafeLoader)
"""
"""Every file of an archive read and its YAML parsed, with nothing made of it."""
SIZES = (500, 2000)
LARGEST = 10_000
LEAST_RUNS = 5
RUNS_OF_LARGEST = 3
ONE_FILE_AT_MOST, WHOLE_AT_MOST = 2, 3
"""Bare imports that a check of one file, and of the whole archive with nothing changed, may cost."""
COLD_AT_MOST, UNCHANGED_AT_MOST = 0.9, 0.05
"""Of the largest archive: what a cold check may cost of the bare parse, and an unchanged one of the cold one."""

Cost = tuple[float, float, float]


@dataclass(frozen=True)
class Case:
    """One kind of check."""

    name: str
    one_file: bool = False
    edit: str = ""
    """What of one file has changed since the last check: its `account`, its `title`, nothing."""
    cached: bool = True
    at_most: int | None = None
    """The promise, in bare imports."""


NOTHING_CHANGED = Case("whole archive, nothing changed", at_most=WHOLE_AT_MOST)
COLD = Case("one file, edited, without the cache", one_file=True, cached=False)
CASES = (
    Case("one file, nothing changed", one_file=True, at_most=ONE_FILE_AT_MOST),
    NOTHING_CHANGED,
    Case("one file, its account edited", one_file=True, edit="account", at_most=ONE_FILE_AT_MOST),
    Case("one file, its title edited", one_file=True, edit="title"),
    Case("one file, broken", one_file=True, edit="broken"),
    Case("whole archive, an account edited", edit="account"),
    COLD,
)


@dataclass(frozen=True)
class Archive:
    """A project to check."""

    root: Path
    runs: int

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
    """Print the tables; at least `LEAST_RUNS` rounds, and of the largest archive at least `RUNS_OF_LARGEST`."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        archives = [Archive(Path(folder, "here"), max(runs, LEAST_RUNS))]
        shutil.copytree(PROJECT / "incidents", archives[0].root / "incidents")
        for size in (*SIZES, LARGEST):
            rounds = max(runs, RUNS_OF_LARGEST if size == LARGEST else LEAST_RUNS)
            archives.append(Archive(Path(folder, str(size)), rounds))
            archives[-1].root.mkdir()
            write_archive(archives[-1].root, PROJECT, size)
        cache = {"XDG_CACHE_HOME": str(Path(folder, "cache"))}
        for archive in archives:
            _measure(archive, cache)
        _measure_largest(archives[-1], cache)


def _measure(archive: Archive, cache: dict[str, str]) -> None:
    bare: list[Cost] = []
    costs: dict[str, list[Cost]] = {case.name: [] for case in CASES}
    record = archive.records[0]
    sound = record.read_text(encoding="utf-8")
    for number in range(archive.runs + 1):
        bare.append(timed(BARE, PROJECT))
        for case in CASES:
            if case.cached:
                # Each case begins with what the last check left; an edited file has been edited before, too.
                record.write_text(sound, encoding="utf-8")
                timed(archive.command(case), archive.root, may_find=True, **cache)
            if case.edit:
                record.write_text(_edited(sound, case.edit, number), encoding="utf-8")
            costs[case.name].append(timed(archive.command(case), archive.root, may_find=True, **cache))
        record.write_text(sound, encoding="utf-8")
    # The first round compiles modules and fills the cache.
    _report(archive, bare[1:], {name: runs[1:] for name, runs in costs.items()})


def _edited(text: str, edit: str, number: int) -> str:
    if edit == "account":
        return f"{text}\nSynthetic addition {number}.\n"
    title = f"title: Synthetic title {number} for measuring" if edit == "title" else f"title: [{number}"
    return re.sub(r"^title: .*$", title, text, count=1, flags=re.MULTILINE)


def _report(archive: Archive, bare: list[Cost], costs: dict[str, list[Cost]]) -> None:
    one = statistics.median(run[0] for run in bare)
    print(
        f"\n`archive check` in fresh processes, medians of {archive.runs}; bare import of pydantic and PyYAML: {one:.3f} s CPU"
    )
    print(f"{archive.title:36}{'bare imports':>14}{'at most':>9}{'CPU s':>9}{'wall s':>9}")
    for case in CASES:
        cpu, wall = (statistics.median(run[part] for run in costs[case.name]) for part in (0, 1))
        promise = str(case.at_most) if case.at_most is not None else ""
        missed = "  MISSED" if case.at_most is not None and cpu / one > case.at_most else ""
        print(f"{case.name:36}{cpu / one:>14.2f}{promise:>9}{cpu:>9.3f}{wall:>9.3f}{missed}")


def _measure_largest(archive: Archive, cache: dict[str, str]) -> None:
    """A cold check against the bare parse of the same files, and an unchanged one against the cold one."""
    parse, cold, unchanged = [], [], []
    for _ in range(archive.runs):
        parse.append(timed((sys.executable, "-c", PARSE), archive.root)[0])
        cold.append(timed(archive.command(COLD), archive.root, may_find=True, **cache)[0])
        unchanged.append(timed(archive.command(NOTHING_CHANGED), archive.root, may_find=True, **cache)[0])
    parsed, checked, again = map(statistics.median, (parse, cold, unchanged))
    print(
        f"\n{archive.title}, CPU s: bare CSafeLoader {parsed:.2f}, cold check {checked:.2f}, nothing changed {again:.2f}"
    )
    for words, ratio, most in (
        ("cold check against bare CSafeLoader", checked / parsed, COLD_AT_MOST),
        ("nothing changed against cold check", again / checked, UNCHANGED_AT_MOST),
    ):
        print(f"{words:36}{ratio:>14.3f}{most:>9}{'  MISSED' if ratio > most else ''}")
