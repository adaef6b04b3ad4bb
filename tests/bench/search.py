"""What the search costs: to make its index, and to ask it for the first time over a network.

Bytes are those of the bodies that a browser gets from a static host which compresses what hosts usually
compress (text), for opening the page and for a first question with a filter by status and one by source, once with a
word of half of all incidents and once with a rare one.
"""

import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.bench.measuring import PROJECT, timed
from tests.bench.synthetic import write_archive
from tests.bench.vocabulary import COMMON, RARE

RECORDS = int(os.environ.get("BENCH_RECORDS", "10000"))
WIRE_AT_MOST = 300_000
"""Bytes that a first question may cost, the page included."""
ASKED = "a filter by source"
"""The step with which a first question is whole."""
TEXT = (".html", ".css", ".js", ".json", ".svg")

# Run in a process of its own, so that its cost is told apart; what it prints is read back.
_INDEX = """
import json, resource, sys
from datetime import date
from pathlib import Path
from generator.publishing.production import produce
from generator.publishing.search_index import search_index

def spent():
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(used.ru_utime + used.ru_stime for used in both)

found = produce(Path("incidents"), today=date(2026, 11, 22), choose=min, site_url=None, search=True).found
before = spent()
files = search_index(found)
print(json.dumps({
    "CPU s": round(spent() - before, 2),
    "MB of Pagefind": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024),
    "MB of the generator": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    "records": len(found),
    "files": len(files),
    "bytes": sum(len(file.content) for file in files),
}))
"""


def measure_search(runs: int) -> None:
    """Print the cost of the index beside that of a build, and the bytes of a first question."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        root = Path(folder)
        write_archive(root, PROJECT, RECORDS)
        print(f"\nSearch over a synthetic archive of {RECORDS:,} incidents, medians of {runs}")
        builds = {"without search": {"ARCHIVE_NO_SEARCH": "1"}, "with search": {}}
        for name, environment in builds.items():
            costs = [timed([sys.executable, "-m", "generator", "build"], root, **environment) for _ in range(runs)]
            cpu, wall, memory = (statistics.median(cost[part] for cost in costs) for part in range(3))
            print(f"build {name:16}{cpu:>9.1f} CPU s{wall:>9.1f} wall s{memory:>9.0f} MB in the largest process")
        print("index alone:", ", ".join(f"{name} {value:,}" for name, value in _index(root).items()))
        _ask(root / "site")


def _index(root: Path) -> dict[str, float]:
    done = subprocess.run([sys.executable, "-c", _INDEX], cwd=root, env={**os.environ, "PYTHONPATH": str(PROJECT)},
                          check=True, capture_output=True, text=True)  # fmt: skip
    told: dict[str, float] = json.loads(done.stdout)
    return told


class _Host(SimpleHTTPRequestHandler):
    """A static host that compresses text and counts the bytes of every body it sends."""

    sent: dict[str, int]

    def __init__(self, *given: object, sent: dict[str, int], directory: str) -> None:
        self.sent = sent
        super().__init__(*given, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send one file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in TEXT:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)
        name = self.path.partition("?")[0]
        self.sent[name] = self.sent.get(name, 0) + len(body)

    def log_message(self, format: str, *given: object) -> None:  # noqa: A002
        """Say nothing."""


def _ask(site: Path) -> None:
    sent: dict[str, int] = {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, sent=sent, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/search/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or "/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for kind, word in (("common", COMMON), ("rare", RARE)):
            print(f"a {kind} word, with nothing of the site in the browser's cache:")
            sent.clear()
            page = browser.new_context().new_page()
            _question(page, sent, address, word)
            page.context.close()
            _largest(sent)
        browser.close()
    server.shutdown()


def _question(page: Page, sent: dict[str, int], address: str, word: str) -> None:
    field = page.get_by_role("searchbox")

    def by_source() -> None:
        page.locator("[data-facet=source] summary").click()
        page.wait_for_timeout(1500)  # sources without a result are about to go
        page.locator("[name=source]:visible").first.check()

    _step(page, sent, "the page opened", lambda: page.goto(address))
    _step(page, sent, "the word", lambda: field.fill(word))
    _step(page, sent, "a filter by status", page.locator("[name=status]").first.check)
    _step(page, sent, ASKED, by_source)
    _step(page, sent, "sorted by date", lambda: page.locator("[name=sort]").select_option("date"))
    _step(page, sent, "a second word", lambda: field.fill(f"{word} evening"))


def _step(page: Page, sent: dict[str, int], name: str, act: Callable[[], object]) -> None:
    act()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)
    told = page.get_by_role("status").inner_text()
    whole = sum(sent.values())
    limit = f" of {WIRE_AT_MOST:,}{' MISSED' if whole > WIRE_AT_MOST else ''}" if name == ASKED else ""
    print(f"  {name:20}{whole:>9,} bytes so far{limit}: {told}")


def _largest(sent: dict[str, int]) -> None:
    for name, size in sorted(sent.items(), key=lambda one: -one[1])[:8]:
        print(f"    {size:>9,} {name}")


def main() -> None:
    """Measure the search alone."""
    measure_search(int(os.environ.get("BENCH_RUNS", "1")))


if __name__ == "__main__":
    main()
