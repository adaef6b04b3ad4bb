"""Lighthouse, run over one page in a browser of its own, with its profile of a phone on a slow network."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.audit.judgement import CATEGORIES, Fault, Run

PLACES = 5
"""Places at most that are named of a fault."""
TOLD_BY = {"cumulative-layout-shift": "layout-shifts"}
"""Audits whose places another audit names."""
SECONDS = 180
"""Seconds at most for a run."""


class LighthouseError(Exception):
    """Lighthouse could not look at a page; its own words say why."""


def run_over(address: str, program: Path) -> Run:
    """One run over the page at an address; `CHROME_PATH` of the environment names the browser."""
    done = subprocess.run(
        [
            str(program),
            address,
            "--output=json",
            "--output-path=stdout",
            "--quiet",
            "--no-enable-error-reporting",
            f"--only-categories={','.join(CATEGORIES)}",
            "--chrome-flags=--headless=new --no-sandbox --disable-background-networking --disable-component-update",
        ],
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
    )
    if done.returncode != 0:
        raise LighthouseError(done.stderr.strip() or f"Lighthouse ended with {done.returncode} at {address}")
    return run_of(json.loads(done.stdout))


def run_of(report: Mapping[str, Any]) -> Run:
    """What a report of Lighthouse says."""
    if "runtimeError" in report:
        raise LighthouseError(report["runtimeError"]["message"])
    audits = report["audits"]
    requests = audits["network-requests"]["details"]["items"]
    return Run(
        {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES},
        audits["largest-contentful-paint"]["numericValue"],
        audits["total-blocking-time"]["numericValue"],
        audits["cumulative-layout-shift"]["numericValue"],
        sum(item["transferSize"] for item in requests),
        len(requests),
        tuple(_faults(report)),
    )


def _faults(report: Mapping[str, Any]) -> Iterator[Fault]:
    for category in CATEGORIES:
        for entry in report["categories"][category]["auditRefs"]:
            audit = report["audits"][entry["id"]]
            counts = entry["weight"] > 0 and audit.get("score") is not None
            if counts and audit["score"] < (0.9 if category == "performance" else 1):
                telling = report["audits"].get(TOLD_BY.get(entry["id"], ""), audit)
                items = telling.get("details", {}).get("items", [])
                yield Fault(entry["id"], category, audit["title"], tuple(map(_place, items[:PLACES])))


def _place(item: Mapping[str, Any]) -> str:
    node = item.get("node") or {}
    words = (node.get("snippet"), node.get("explanation"), item.get("url"), item.get("description"))
    return " ".join(" ".join(str(part).split()) for part in words if part) or json.dumps(item)[:200]
