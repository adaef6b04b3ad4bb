"""Every kind of page that a site has, told by the shape of its addresses."""

import re
from pathlib import Path

COLLECTIONS = frozenset(
    {"actors", "incidents", "locations", "reports", "rules", "series", "sources", "tallies", "types"}
)
"""Folders whose pages are of one kind each."""


TREE = re.compile(r"([a-z]{2,3})/(.*)", re.DOTALL)
"""Addresses below the code of a language; no other folder has so short a name."""


def languages(site: Path) -> list[str]:
    """The languages that have a tree of pages of their own, by code."""
    return sorted(path.parent.name for path in site.glob("*/index.html") if TREE.fullmatch(f"{path.parent.name}/"))


def kind(address: str) -> str:
    """The kind of page at an address: `timeline/2023/12/` is of the kind `timeline/#/#/`, every incident is `incidents/*/`.

    Those of another language are kinds of their own: `ar/incidents/*/`.
    """
    if tree := TREE.fullmatch(address):
        return f"{tree[1]}/{kind(tree[2])}"
    first, _, rest = address.partition("/")
    if first in COLLECTIONS and rest:
        return f"{first}/*/"
    return re.sub(r"\b[0-9]+\b", "#", address) if first == "timeline" else address


def pages_by_kind(site: Path) -> dict[str, list[str]]:
    """The addresses of a built site by kind, those of each kind by the size of the page, smallest first."""
    found: dict[str, list[str]] = {}
    for path in sorted(site.rglob("*.html"), key=lambda path: (path.stat().st_size, path)):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        found.setdefault(kind(address), []).append(address)
    return found


def largest(site: Path) -> list[str]:
    """The largest page of each kind."""
    return [addresses[-1] for _, addresses in sorted(pages_by_kind(site).items())]


def both_ends(site: Path) -> list[str]:
    """The largest and the smallest page of each kind."""
    return sorted({address for addresses in pages_by_kind(site).values() for address in (addresses[0], addresses[-1])})
