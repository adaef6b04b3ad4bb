"""A page of ours under MkDocs: its HTML is finished, MkDocs adds the site's frame and nothing else."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from generator.pages.escaping import html_text
from generator.pages.page import Page
from generator.publishing.rendering import Renderer

TEMPLATE = "record.html"
"""The theme's template for generated pages."""

HOME = "Home"
"""The home page's name in the navigation."""


class ArchivePage(MkDocsPage):
    """One generated page.

    Its text never passes MkDocs' Markdown: `render` hands over the HTML our own stage made. MkDocs
    prints titles and descriptions unescaped, so they are escaped here.
    """

    def __init__(self, page: Page, file: File, config: MkDocsConfig, renderer: Renderer, reviewed: str) -> None:
        super().__init__(html_text(page.title) if page.address else HOME, file, config)
        self._page = page
        self._renderer = renderer
        if page.reviewed or reviewed:
            self.update_date = page.reviewed or reviewed

    @property
    def section(self) -> str | None:
        """Address of the list it belongs to."""
        return self._page.section

    def read_source(self, config: MkDocsConfig) -> None:
        """What the theme may know of the page; there is no Markdown source."""
        page = self._page
        self.markdown = ""
        self.meta = {
            "template": TEMPLATE,
            "description": html_text(page.description),
            "downloads": [
                {"type": kind, "title": html_text(title), "href": self._renderer.href(page.address, path)}
                for kind, title, path in page.data
            ],
            "hidden": page.hidden,
            "record": page.address.rstrip("/") if page.record else "",
            "scripts": page.scripts,
            "styles": page.styles,
        }
        if page.address:
            self.meta["title"] = html_text(page.title)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Fill in the finished HTML."""
        self.content = self._renderer.render(self._page)
