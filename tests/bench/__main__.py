"""`make bench`: what a check costs, how building scales, and how it compares with stock MkDocs Material.

`make bench BENCH=checks` measures the checks alone, `BENCH=builds` the builds. What takes minutes of its own is measured
only where it is named: `BENCH=search`, `BENCH=explore`. Builds are measured without search.

Every pair of builds runs alternately and in processes of its own; the table gives medians of CPU
seconds. Seconds belong to the machine, ratios to the program.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from tests.bench.checks import measure_checks
from tests.bench.explore import measure_explore
from tests.bench.measuring import PROJECT, timed
from tests.bench.search import measure_search
from tests.bench.stock import write_stock
from tests.bench.synthetic import write_archive

SMALL, LARGE = 500, 2000
RUNS = int(os.environ.get("BENCH_RUNS", "3"))
LINEAR_WITHIN = 1.3


def main() -> None:
    """Print the tables."""
    print(
        f"Python {platform.python_version()}, MkDocs {version('mkdocs')}, Material {version('mkdocs-material')}, {os.cpu_count()} cores"
    )
    wanted = sys.argv[1:] or ["checks", "builds"]
    if "checks" in wanted:
        measure_checks(RUNS)
    if "builds" in wanted:
        measure_builds()
    if "explore" in wanted:
        measure_explore()
    if "search" in wanted:
        measure_search(RUNS)


def measure_builds() -> None:
    """Print how building scales and compares."""
    print(f"\nBuilds, medians of {RUNS}")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        root = Path(folder)
        pages: dict[int, int] = {}
        for size in (SMALL, LARGE):
            (root / f"ours-{size}").mkdir()
            write_archive(root / f"ours-{size}", PROJECT, size)
            (root / f"stock-{size}").mkdir()
            pages[size] = write_stock(root / f"stock-{size}", root / f"ours-{size}")
        archive = [sys.executable, "-m", "generator"]
        stock = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        cases = {
            f"{kind} {size}": (command, root / f"{kind}-{size}")
            for size in (SMALL, LARGE)
            for kind, command in (("ours", [*archive, "build"]), ("stock", stock))
        }
        cases |= {
            f"check {size}": ([*archive, "check", "--no-cache"], root / f"ours-{size}") for size in (SMALL, LARGE)
        }
        results: dict[str, list[tuple[float, float, float]]] = {name: [] for name in cases}
        for _ in range(RUNS):
            for name, (command, where) in cases.items():
                for built in (where / "site", *where.glob(".site*")):
                    subprocess.run(["rm", "-rf", str(built)], check=True)
                results[name].append(timed(command, where, ARCHIVE_NO_SEARCH="1"))
    report(results, pages)


def report(results: dict[str, list[tuple[float, float, float]]], pages: dict[int, int]) -> None:
    """Print medians, the cost of a page at both sizes, and the ratios."""
    cpu = {name: statistics.median(run[0] for run in runs) for name, runs in results.items()}
    wall = {name: statistics.median(run[1] for run in runs) for name, runs in results.items()}
    print(f"\n{'':14}{'pages':>8}{'CPU s':>9}{'wall s':>9}{'CPU ms a page':>15}")
    for name in results:
        count = pages[int(name.split()[1])]
        print(f"{name:14}{count:>8}{cpu[name]:>9.2f}{wall[name]:>9.2f}{1000 * cpu[name] / count:>15.2f}")
    slope = (cpu[f"ours {LARGE}"] / pages[LARGE]) / (cpu[f"ours {SMALL}"] / pages[SMALL])
    print(f"\nCPU time a page at {LARGE} records against {SMALL}: {slope:.2f} (linear within {LINEAR_WITHIN})")
    for size in (SMALL, LARGE):
        print(
            f"ours against stock MkDocs Material on the same pages, {size} records, CPU: {cpu[f'ours {size}'] / cpu[f'stock {size}']:.2f}"
        )


if __name__ == "__main__":
    main()
