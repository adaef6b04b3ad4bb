"""Pages to finished HTML: an autoescaping Jinja environment over typed views."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.pages.addresses import relative
from generator.pages.page import Page


class BrokenLinkError(Exception):
    """A template or view links to an address that no page or file has: a fault of ours, never of a contributor."""


class Renderer:
    """Renders pages; knows every address of the site, so that a broken link cannot be written."""

    def __init__(self, templates: Path, addresses: Iterable[str]) -> None:
        self._addresses = frozenset(addresses)
        self._environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            auto_reload=False,
        )

    def render(self, page: Page) -> str:
        """The page's HTML, from its own heading to its own end."""
        template = self._environment.get_template(page.template)
        return template.render(view=page.view, page=page, href=partial(self.href, page.address))

    def href(self, origin: str, target: str) -> str:
        """A relative link from a page to an address of the site; raises BrokenLinkError where there is none."""
        if target.partition("#")[0] not in self._addresses:
            raise BrokenLinkError(f"{origin or 'the home page'} links to {target}, which does not exist")
        return relative(target, origin)
