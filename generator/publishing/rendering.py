"""Pages to finished HTML: an autoescaping Jinja environment over typed views, in one language of the interface."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.pages.addresses import flat, relative
from generator.pages.marked_text import marked
from generator.pages.page import Page
from generator.publishing.marked_catalogue import MarkedCatalogue
from generator.texts.catalogue import ENGLISH, IN_ENGLISH, Catalogue
from generator.texts.languages import direction, native_name
from generator.texts.text import Text, Value, is_ours, language_of, said


class BrokenLinkError(Exception):
    """A template or view links to an address that no page or file has: a fault of ours, never of a contributor."""


class Renderer:
    """Renders pages in one language; knows every address of the site, so that a broken link cannot be written.

    Pages of the site's first language stand at their address; those of another under its code,
    as `ar/timeline/`, where they are among `translated`; everything else they link to is that of
    the first language. `flat` addresses are files that open from a folder.
    """

    def __init__(
        self,
        templates: Path,
        addresses: Iterable[str],
        *,
        catalogue: Catalogue = IN_ENGLISH,
        first_language: str = ENGLISH,
        translated: Iterable[str] = (),
        flat: bool = False,
    ) -> None:
        self.language = catalogue.language
        self.direction = catalogue.direction
        self._catalogue, self._records_language, self._flat = catalogue, first_language, flat
        self._tongues = MarkedCatalogue.of(catalogue, first_language)
        # Words made in English, and records in English, are what English pages show.
        self._as_written = catalogue.language == first_language == ENGLISH
        self._prefix = "" if catalogue.language == first_language else f"{catalogue.language}/"
        self._addresses, self._translated = frozenset(addresses), frozenset(translated)
        self._environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            auto_reload=False,
            finalize=None if self._as_written else self._finalized,
        )
        self._environment.globals.update(
            say=self.say,
            say_as=self.say_as,
            say_number=self.say_number,
            lang=self.lang,
            typed=self.typed,
            told=self.told,
            ours=is_ours,
            away=self.away,
            knows=self.knows,
            language=self.language,
            reads_from_left=self.direction == "ltr",
        )

    def render(self, page: Page) -> str:
        """The page's HTML, from its own heading to its own end."""
        template = self._environment.get_template(page.template)
        return template.render(view=page.view, page=page, href=partial(self.href, page.address))

    def address(self, address: str) -> str:
        """Where a page stands in this language's tree: `timeline/` is `ar/timeline/`."""
        return self._prefix + address if self._prefix and address in self._translated else address

    def knows(self, address: str) -> bool:
        """Whether the site has a page or a file at an address of the first language."""
        return address in self._addresses

    def href(self, origin: str, target: str) -> str:
        """A relative link from a page to an address of the site; raises BrokenLinkError where there is none.

        Both are addresses of the first language.
        """
        address, hash_sign, anchor = target.partition("#")
        if address not in self._addresses:
            raise BrokenLinkError(f"{origin or 'the home page'} links to {target}, which does not exist")
        return self.link(self.address(origin), self.address(address) + hash_sign + anchor)

    def link(self, origin: str, target: str) -> str:
        """A relative link between two addresses as they stand, whatever their languages."""
        return relative(flat(target), flat(origin)) if self._flat else relative(target, origin)

    def words(self, value: Value) -> str:
        """Words of a view in this language, unescaped."""
        return said(value, self._catalogue)

    def say(self, message: str, /, **values: Value) -> Markup:
        """A message of the catalogue as HTML; `values` are escaped unless they are Markup."""
        return self._filled(self._catalogue.message(message), values)

    def say_as(self, context: str, message: str, /, **values: Value) -> Markup:
        """Like `say`, for a message whose English alone does not tell what it means."""
        return self._filled(self._catalogue.message(message, context), values)

    def say_number(self, number: int, one: str, many: str, /, **values: Value) -> Markup:
        """A message in the form that the number, `{n}`, asks for."""
        return self._filled(self._catalogue.counted(number, one, many), {"n": number, **values})

    def lang(self, text: str, language: str = "") -> Markup:
        """The attributes of an element whose text is in another language than its page, or nothing.

        Words of ours are in the page's; what a record says is in the language given, or else in
        that of the records.
        """
        tag = language or language_of(text, self._catalogue) or self._records_language
        return Markup("") if tag == self.language else Markup(' lang="{}" dir="{}"').format(tag, direction(tag))

    def typed(self, text: Value) -> Markup:
        """Words as HTML in which what stands in `backticks` is set as typed."""
        return Markup("").join(
            Markup("<code>{}</code>").format(piece.text) if piece.code else escape(piece.text)
            for piece in marked(self.words(text))
        )

    def told(self, value: Value) -> Markup:
        """Words as HTML in which what a record says stands in an element that gives its language."""
        if self._as_written:
            return escape(value)
        words, tongue = said(value, self._tongues), language_of(value, self._tongues)
        return escape(self._tongues.inside(words, ours=is_ours(value), language=tongue))

    def away(self, target: str) -> Markup:
        """The attributes of a link that leaves the page's language, by which readers are told so before they follow it."""
        address = target.partition("#")[0]
        if not self._prefix or address in self._translated:
            return Markup("")
        tongue = self.say("in English") if self._records_language == ENGLISH else native_name(self._records_language)
        return Markup(' hreflang="{}" data-tongue="{}"').format(self._records_language, tongue)

    def _filled(self, message: str, values: dict[str, Value]) -> Markup:
        return escape(message).format(**{name: self._inside(value) for name, value in values.items()})

    def _inside(self, value: Value) -> str:
        if isinstance(value, Markup):
            return value
        return self._catalogue.inside(self.words(value), ours=is_ours(value))

    def _finalized(self, value: object) -> object:
        return said(value, self._catalogue) if isinstance(value, Text) else value
