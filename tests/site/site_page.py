"""One page of the built site as a reader's browser finds it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin

import lxml.html
from synthetic_project import SITE_URL

from generator.archive.archive import Archive


@dataclass
class SitePage:
    """One page of the site."""

    path: str
    """Its file, relative to the site."""
    tree: lxml.html.HtmlElement

    @property
    def address(self) -> str:
        """Its path from the site's root, as readers see it."""
        return self.path.removesuffix("index.html")

    @property
    def article(self) -> lxml.html.HtmlElement:
        """What is the page's own, without the frame around it."""
        return self.tree.xpath("//article[@id='content']")[0]

    def resolved(self, target: str) -> str:
        """A link's whole address."""
        return urljoin(SITE_URL + self.address, target)

    def inside(self, target: str) -> str | None:
        """A link's address from the site's root, with its anchor; None where it leaves the site."""
        whole = self.resolved(target)
        return unquote(whole.removeprefix(SITE_URL)) if whole.startswith(SITE_URL) else None

    @cached_property
    def threads(self) -> frozenset[str]:
        """Addresses of this site that the page itself leads to, without anchors."""
        found = (self.inside(target) for target in self.article.xpath(".//a/@href"))
        return frozenset(target.partition("#")[0] for target in found if target is not None)


Pages = Mapping[str, SitePage]


def pages_of(site: Path) -> Pages:
    """Every page of a built site by its address."""
    found = (
        SitePage(path.relative_to(site).as_posix(), lxml.html.document_fromstring(path.read_bytes()))
        for path in sorted(site.rglob("*.html"))
    )
    return {page.address: page for page in found}


def standing(archive: Archive) -> tuple[str, ...]:
    """Every incident that has not been withdrawn, by its id."""
    return tuple(key for key, linked in archive.incidents.items() if linked.incident.withdrawn is None)
