"""What was measured of a page, what of it is asked for, and the table of both. Nothing here touches the world."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FULL = 100
"""The score asked for in accessibility, best practices and search engines, on every page."""
FAST = 95
"""The performance asked for, on the kinds of pages that have to be fast."""
CATEGORIES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "SEO",
}
"""Lighthouse's names of its categories and ours."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One audit that a page does not pass."""

    audit: str
    """Lighthouse's name for it."""
    category: str
    title: str
    places: tuple[str, ...] = ()
    """The elements or addresses it names."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of Lighthouse over a page."""

    scores: Mapping[str, int]
    """Category: 0 to 100."""
    lcp: float
    """Milliseconds until the largest element is painted."""
    tbt: float
    """Milliseconds for which the page does not answer."""
    cls: float
    """How far things move while the page is loaded; no unit."""
    size: int
    """Bytes over the wire."""
    requests: int
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Audited:
    """A page and its runs."""

    name: str
    address: str
    runs: tuple[Run, ...]
    fast: bool = False
    """Whether it has to be fast."""

    def score(self, category: str) -> int:
        """Performance: the median, rounded down; the others, which do not depend on the machine: the lowest."""
        scores = [run.scores[category] for run in self.runs]
        return int(statistics.median(scores)) if category == "performance" else min(scores)

    def median(self, measure: str) -> float:
        """The median of a measure: `lcp`, `tbt`, `cls`, `size` or `requests`."""
        return statistics.median(float(getattr(run, measure)) for run in self.runs)


def shortfalls(pages: Sequence[Audited]) -> list[str]:
    """What the pages lack of what is asked for, a line each; empty where nothing does."""
    found = []
    for page in pages:
        for category, words in CATEGORIES.items():
            least = (FAST if page.fast else 0) if category == "performance" else FULL
            if (score := page.score(category)) < least:
                found.append(f"{page.name}: {words} {score}, {least} is asked for")
    return found


def table(pages: Sequence[Audited]) -> str:
    """The measures of the pages, a line each, in columns."""
    head = ("page", "perf", "acc", "best", "SEO", "LCP ms", "TBT ms", "CLS", "bytes", "requests")
    rows = [
        (
            page.name,
            *(str(page.score(category)) for category in CATEGORIES),
            f"{page.median('lcp'):.0f}",
            f"{page.median('tbt'):.0f}",
            f"{page.median('cls'):.3f}",
            f"{page.median('size'):.0f}",
            f"{page.median('requests'):.0f}",
        )
        for page in pages
    ]
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if n else cell.ljust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in (head, *rows)
    )


def faults_in(pages: Sequence[Audited]) -> list[str]:
    """Each audit that some page does not pass, once, with the pages and the first places."""
    seen: dict[str, tuple[Fault, list[str]]] = {}
    for page in pages:
        for fault in {fault.audit: fault for run in page.runs for fault in run.faults}.values():
            seen.setdefault(fault.audit, (fault, []))[1].append(page.name)
    lines = []
    for fault, names in seen.values():
        lines.append(f"{CATEGORIES[fault.category]}, {fault.audit}: {fault.title} ({', '.join(names)})")
        lines += [f"    {place}" for place in fault.places]
    return lines
