"""`make audit`: the built site under Lighthouse and an HTML validator.

AUDIT_RUNS=1 gives a quick look instead of the median of five runs; the arguments are the site's
folder and the names of pages to look at, all of them where none is given.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.audit.chosen_pages import Chosen, chosen_pages
from tests.audit.judgement import Audited, Run, faults_in, shortfalls, table
from tests.audit.lighthouse import LighthouseError, run_over
from tests.audit.node_tools import NodeError, installed_tools
from tests.audit.static_host import hosted
from tests.audit.validity import ValidatorError, invalid_html

PROJECT = Path(__file__).resolve().parents[2]
TOOLS = PROJECT / "build" / "audit"
RUNS = int(os.environ.get("AUDIT_RUNS", "5"))


def main(arguments: Sequence[str]) -> int:
    """0 where all is as asked for, 1 where it is not, 2 where it cannot be looked at."""
    site = Path(arguments[0]).resolve() if arguments else PROJECT / "site"
    try:
        if not os.environ.get("CHROME_PATH"):
            raise NodeError("`make audit` needs Chromium: install it, or set CHROMIUM=/path/to/chromium.")
        programs = installed_tools(TOOLS)
        if not (site / "index.html").is_file():
            raise NodeError(f"There is no site in {site}: run `make site`.")
        invalid = invalid_html(site, programs / "html-validate")
        chosen = [page for page in chosen_pages(site) if not arguments[1:] or page.name in arguments[1:]]
        before = os.getloadavg()[0]
        with hosted(site) as address:
            audited = audit(chosen, address, programs / "lighthouse")
        after = os.getloadavg()[0]
    except (NodeError, LighthouseError, ValidatorError) as fault:
        print(f"error: {fault}", file=sys.stderr)
        return 2
    lacking = shortfalls(audited)
    print(table(audited))
    print(
        f"\nLighthouse, a phone on a slow network, {RUNS} {'run' if RUNS == 1 else 'runs'} a page: performance and measures "
        f"are medians, the other scores the lowest.\nLoad of the machine {before:.1f} before and {after:.1f} after, "
        f"{os.cpu_count()} processors; other work on it lowers performance alone."
    )
    for heading, lines in (
        ("Not passed", faults_in(audited)),
        ("Invalid HTML", invalid),
        ("Below what is asked for", lacking),
    ):
        print(f"\n{heading}: none" if not lines else "\n".join((f"\n{heading}:", *(f"  {line}" for line in lines))))
    return 1 if lacking or invalid else 0


def audit(pages: Sequence[Chosen], host: str, program: Path) -> list[Audited]:
    """The pages with their runs, in rounds, so that what else the machine does falls on all alike."""
    runs: dict[Chosen, list[Run]] = {page: [] for page in pages}
    for number in range(1, RUNS + 1):
        for page in pages:
            print(f"\rround {number} of {RUNS}: {page.name:30}", end="", file=sys.stderr, flush=True)
            runs[page].append(run_over(host + page.address, program))
    print(f"\r{'':60}\r", end="", file=sys.stderr)
    return [Audited(page.name, page.address, tuple(found), fast=page.fast) for page, found in runs.items()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
