"""A page of ours under MkDocs: its HTML is finished, MkDocs adds the site's frame and nothing else."""

from collections.abc import Mapping
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from generator.pages.escaping import html_text
from generator.pages.page import Page
from generator.publishing.rendering import Renderer
from generator.publishing.social_card import social_card
from generator.texts.languages import native_name
from generator.texts.text import say

TEMPLATE = "record.html"
"""The theme's template for generated pages."""

HOME = say("Home")
"""The home page's name in the navigation."""


class ArchivePage(MkDocsPage):
    """One generated page in one language.

    Its text never passes MkDocs' Markdown: `render` hands over the HTML our own stage made. MkDocs
    prints titles and descriptions unescaped, so they are escaped here.
    """

    def __init__(
        self,
        page: Page,
        file: File,
        config: MkDocsConfig,
        renderer: Renderer,
        *,
        reviewed: str = "",
        languages: Mapping[str, Renderer] | None = None,
    ) -> None:
        """A page; `languages` are the renderers of every language it stands in, `reviewed` the archive's last day."""
        self._page = page
        super().__init__(self.called(renderer), file, config)
        self._renderer = renderer
        self._languages = languages or {}
        if page.reviewed or reviewed:
            self.update_date = page.reviewed or reviewed

    @property
    def address(self) -> str:
        """Its address in the first language."""
        return self._page.address

    def called(self, words: Renderer) -> str:
        """Its name in the menu, escaped, in a renderer's language."""
        return html_text(words.words(self._page.title if self._page.address else HOME))

    def read_source(self, config: MkDocsConfig) -> None:
        """What the theme may know of the page; there is no Markdown source."""
        page, renderer = self._page, self._renderer
        own = renderer.address(page.address)
        self.markdown = ""
        self.meta = {
            "template": TEMPLATE,
            "description": html_text(renderer.words(page.description)),
            "downloads": [
                {
                    "type": kind,
                    "title": html_text(renderer.words(title)),
                    "href": renderer.href(page.address, path),
                }
                for kind, title, path in page.data
            ],
            "hidden": page.hidden,
            "social": social_card(page, renderer.language),
            "record": page.address.rstrip("/") if page.record else "",
            "scripts": page.scripts,
            "classic_scripts": page.classic_scripts,
            "styles": page.styles,
            "wasm": page.wasm,
            "address": page.address,
            "section": page.section,
            "words": renderer,
            "to": partial(renderer.href, page.address),
            "languages": [
                {
                    "language": tag,
                    "name": native_name(tag),
                    "direction": other.direction,
                    "address": other.address(page.address),
                    "href": renderer.link(own, other.address(page.address)),
                }
                for tag, other in self._languages.items()
            ],
        }
        if page.address:
            self.meta["title"] = html_text(renderer.words(page.title))

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Fill in the finished HTML."""
        self.content = self._renderer.render(self._page)
