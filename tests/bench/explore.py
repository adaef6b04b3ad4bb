"""`make bench BENCH=explore`: how fast a filter of the explore page answers, and what the page weighs at the start.

The rows are synthetic, made here and not by linking so many records: what is measured is the format,
the scripts and the browser. They go through the same functions as a real archive's; the page around
them is this project's own.

A time is from the input event (a real click or key) to the frame that shows the new number of
incidents, the new rows in view and the numbers of the facet that was clicked. Bars, map, the other
facets and rows out of view follow in later frames ("later"). Told are the main thread's CPU time on
this machine times four, which other programs hardly change and which is held against the limit, and
the time by the clock with Chromium's CPU slowed four times, which belongs to an idle machine.
"""

import gzip
import itertools
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import CDPSession, Page, sync_playwright

from generator.datasets.explore_data import explore_files
from generator.datasets.explore_rows import DRAWN, EXACT, ExploreRows, Row
from generator.model.status import STATUSES
from tests.bench.frame_cost import frame_cost
from tests.bench.measuring import PROJECT

SIZES = (10_000, 100_000)
SLOWED, TIMES = 4, 7
FIRST_YEAR, YEARS = 2015, 10
LIMITS = {10_000: 50, 100_000: 150}
WEIGHT_AT_10_000 = 500_000
_WORDS = [
    "strike",
    "convoy",
    "base",
    "field",
    "airfield",
    "rockets",
    "drones",
    "shelling",
    "road",
    "north",
    "south",
    "eastern",
    "river",
    "gate",
    "outpost",
    "night",
]
_SIGNS = "0123456789abcdefghijkmnopqrstuvwxyz"

_WORD = """async (text) => {
  const start = performance.now();
  Explore.withWords(text);
  return performance.now() - start;
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""


def measure_explore() -> None:
    """Print the times and the bytes."""
    executable = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with tempfile.TemporaryDirectory(prefix="bench-explore-") as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)],
            cwd=PROJECT, check=True, capture_output=True, env={**os.environ, "ARCHIVE_NO_SEARCH": "1"},
        )  # fmt: skip
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        print(f"\nExplore, medians and worst of {TIMES} in milliseconds")
        for size in SIZES:
            _fill(site / "data" / "explore", size)
            page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
            _report(page, f"http://127.0.0.1:{server.server_port}/explore/", site, size)
            page.context.close()
        browser.close()
        server.shutdown()


def _fill(folder: Path, size: int) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    for file in explore_files(synthetic_rows(size), id_prefix="syb"):
        (folder / file.path.rpartition("/")[2]).write_bytes(file.content)


def _report(page: Page, address: str, site: Path, size: int) -> None:
    page.goto(address)
    page.wait_for_selector("#explore[data-ready]", timeout=120_000)
    turns = itertools.count()
    weight, data = _weights(page, site)
    note = f" (limit {WEIGHT_AT_10_000:,})" if size == SIZES[0] else ""
    print(f"\n{size:,} incidents: starts with {weight:,} bytes compressed{note}, {data:,} of them data")
    if page.evaluate("Explore.data.ranges.length < Explore.data.manifest.chunks.length"):
        page.goto(f"{address}?from={FIRST_YEAR}-01")
        page.wait_for_selector("#explore[data-ready]", timeout=120_000)
    print(f"  read: {page.evaluate('Explore.data.ranges.reduce((sum, [from, to]) => sum + to - from, 0)'):,} incidents")
    page.wait_for_timeout(2000)
    print(f"  {'':28}{'CPU x 4':>9}{'worst':>7}{'slowed':>9}{'worst':>7}{'later x 4':>11}   limit")
    _measure(page, "first click", lambda: _click(page, "status", 2), size, times=1)
    _measure(page, "status, one facet open", lambda: _click(page, "status", next(turns)), size)
    page.evaluate("document.querySelectorAll('details.facet').forEach((facet) => (facet.open = true))")
    page.wait_for_timeout(1500)
    for facet in ("status", "location", "source", "means"):
        act = partial(lambda facet: _click(page, facet, next(turns)), facet)
        _measure(page, f"{facet}, all facets open", act, size)
    page.get_by_label("From", exact=True).focus()
    _measure(page, "brush, all facets open", lambda: page.keyboard.press("ArrowRight"), size, event="input")
    if page.evaluate("Explore.data.manifest.titles.length > 0"):
        page.evaluate("Explore.data.readTitles([...Explore.data.rows()]).then(() => Explore.refold())")
    times = [SLOWED * page.evaluate(_WORD, words) for words in ("koniko", "konik")]
    print(f"  {'words, first time':28}{times[0]:9.0f}\n  {'words, then':28}{times[1]:9.0f}")


def _click(page: Page, facet: str, number: int) -> None:
    page.locator(f'[data-facet="{facet}"] label').nth(number % 4).click()


def _measure(
    page: Page, name: str, act: Callable[[], None], size: int, *, event: str = "click", times: int = TIMES
) -> None:
    """Print what an act costs, as it is and with the CPU slowed."""
    plain = [frame_cost(page, event, act) for _ in range(times)]
    session = page.context.new_cdp_session(page)
    _throttle(session, SLOWED)
    slow = [frame_cost(page, event, act) for _ in range(times)]
    _throttle(session, 1)
    session.detach()
    cpu, later = ([SLOWED * getattr(cost, part) for cost in plain] for part in ("cpu", "later"))
    wall = [cost.wall for cost in slow]
    print(
        f"  {name:28}{statistics.median(cpu):9.0f}{max(cpu):7.0f}{statistics.median(wall):9.0f}{max(wall):7.0f}"
        f"{statistics.median(later):11.0f}   {LIMITS[size]}{' EXCEEDED' if statistics.median(cpu) > LIMITS[size] else ''}",
        flush=True,
    )


def _throttle(session: CDPSession, rate: int) -> None:
    session.send("Emulation.setCPUThrottlingRate", {"rate": rate})


def _weights(page: Page, site: Path) -> tuple[int, int]:
    """Bytes of all that the page has loaded, as gzip sends them; and of the data alone."""
    names = page.evaluate(
        "performance.getEntries().map((entry) => entry.name).filter((name) => name.startsWith('http'))"
    )
    weights = {}
    for path in {urlsplit(name).path.strip("/") for name in names}:
        file = site / path
        weights[path] = len(gzip.compress((file / "index.html" if file.is_dir() else file).read_bytes(), 6))
    return sum(weights.values()), sum(weight for path, weight in weights.items() if path.startswith("data/"))


def synthetic_rows(size: int, seed: int = 20261122) -> ExploreRows:
    """So many rows over ten years, with the variety of the real archive: dates, several locations, sources and origins."""
    chance = random.Random(seed)
    vocabularies = _vocabularies(chance)
    places = [at for at, entry in enumerate(vocabularies["location"]) if "point" in entry]
    many = {facet: len(entries) for facet, entries in vocabularies.items()}
    start = date(FIRST_YEAR, 1, 1)
    rows = [_row(chance, start + timedelta(days=chance.randrange(365 * YEARS)), places, many) for _ in range(size)]
    rows.sort(key=lambda row: (row.first is None, row.first or start, row.id))
    return ExploreRows(tuple(rows), vocabularies)


def _row(chance: random.Random, day: date, places: list[int], many: dict[str, int]) -> Row:
    kind = chance.random()
    first, last, signs, edtf, when = day, day, EXACT | DRAWN, day.isoformat(), ""
    if kind > 0.95:
        first = last = None  # type: ignore[assignment]
        signs, edtf, when = 0, "unknown", "[unknown]"
    elif kind > 0.8:
        last, signs = day + timedelta(days=1), DRAWN
        edtf, when = (
            f"{day}/{last}",
            f"[between|first=[day|day={day.day}]|last=[day-month-year|day={last.day}|month=[month-{last.month}]|year={last.year}]]",
        )
    publishers = tuple(chance.sample(range(many["source"]), chance.choice((1, 1, 2, 3, 5))))
    facets = {
        "status": (chance.choices(range(len(STATUSES)), (15, 34, 33, 12, 5, 1))[0],),
        "type": (chance.randrange(many["type"]),),
        "location": tuple(chance.sample(places, 1 if chance.random() < 0.93 else 2)),
        "source": publishers,
        "root": publishers[: 1 + len(publishers) // 2],
        "actor": tuple(chance.sample(range(many["actor"]), chance.choice((1, 2)))),
        "means": tuple(chance.sample(range(many["means"]), chance.choice((1, 1, 2)))),
    }
    title = f"Synthetic {' '.join(chance.choices(_WORDS, k=6))}, {day.day} {day:%B %Y}"
    return Row(
        "syb-" + "".join(chance.choices(_SIGNS, k=7)), title, first, last, signs, edtf, when, facets,
        len(facets["root"]), len(publishers), chance.choice((0, 0, 0, 0, 1, 2)),
    )  # fmt: skip


def _vocabularies(chance: random.Random) -> dict[str, list[dict[str, object]]]:
    def entries(kind: str, number: int) -> list[dict[str, object]]:
        return [{"key": f"synthetic-{kind}-{at}", "name": f"Synthetic {kind} {at}"} for at in range(number)]

    locations = entries("location", 415)
    for at, entry in enumerate(locations[1:], 1):
        entry["within"] = 0 if at < 15 else 1 + at % 14
        if at >= 15:
            entry["point"] = [round(chance.uniform(36, 42), 2), round(chance.uniform(33, 37), 2)]
    sources = entries("source", 220)
    return {
        "status": [{"key": entry.status, "name": entry.label} for entry in STATUSES],
        "type": entries("type", 8), "location": locations, "source": sources, "root": list(sources),
        "actor": entries("actor", 12), "means": entries("means", 9),
    }  # fmt: skip


if __name__ == "__main__":
    measure_explore()
