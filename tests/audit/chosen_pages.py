"""The pages that the audit looks at: of each kind that readers come to, the largest, in every language."""

from dataclasses import dataclass
from pathlib import Path

from tests.browser.page_kinds import languages, pages_by_kind


@dataclass(frozen=True, slots=True)
class Chosen:
    """A page to look at."""

    name: str
    address: str
    fast: bool
    """Whether it has to be fast."""


KINDS = {
    "": ("home", True),
    "incidents/*/": ("incident", True),
    "locations/*/": ("location", False),
    "sources/*/": ("source", False),
    "timeline/#/#/": ("month", False),
    "explore/": ("explore", False),
    "search/": ("search", False),
}
"""Kind of page: its name, and whether it has to be fast."""


def chosen_pages(site: Path) -> list[Chosen]:
    """The largest page of each of the kinds in each language of the site, those of the first language first."""
    found = pages_by_kind(site)
    return [
        Chosen(f"{name} ({language})" if language else name, found[kind][-1], fast)
        for language in ("", *languages(site))
        for kind_there, (name, fast) in KINDS.items()
        if (kind := f"{language}/{kind_there}" if language else kind_there) in found
    ]
