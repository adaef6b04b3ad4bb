"""A narrative's Markdown to safe HTML: raw HTML off, few elements, nothing that runs or loads."""

import re

import markdown
import nh3
from markupsafe import Markup, escape
from pydantic_core import PydanticCustomError

from generator.model.narrative import tangled
from generator.model.web_address import check_web_address

ELEMENTS = frozenset({"a", "blockquote", "br", "code", "em", "li", "ol", "p", "strong", "ul"})
"""The only elements a narrative may have; none of them can run, load or restyle anything."""


def narrative_html(text: str) -> Markup:
    """The sanitised HTML of a narrative.

    Two locks, each tested alone: Python-Markdown is run without raw HTML, headings, images,
    attribute lists or snippets; then nh3 lets pass only `ELEMENTS` and `href` with http or https.
    A text whose nesting would take Python-Markdown seconds is shown as plain paragraphs.
    """
    if tangled(text) is not None:
        return plain_paragraphs(text)
    try:
        html = _markdown().convert(text)
    except RecursionError:
        return plain_paragraphs(text)
    return Markup(sanitised(html))  # noqa: S704 - the one place where HTML is trusted, behind both locks


def sanitised(html: str) -> str:
    """The HTML reduced to `ELEMENTS`, of whose attributes only an `href` that the check would accept stays."""
    return nh3.clean(
        html,
        tags=set(ELEMENTS),
        attributes={"*": set(), "a": {"href"}},
        url_schemes={"http", "https"},
        attribute_filter=_followable,
        link_rel="nofollow ugc noopener noreferrer",
        strip_comments=True,
    )


def _followable(_element: str, attribute: str, value: str) -> str | None:
    if attribute != "href":
        return value
    try:
        return check_web_address(value)
    except PydanticCustomError:
        return None


def plain_paragraphs(text: str) -> Markup:
    """A text as escaped paragraphs, without any markup."""
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    return Markup("\n").join(Markup("<p>{}</p>").format(escape(part)) for part in paragraphs)


def _markdown() -> markdown.Markdown:
    """A fresh converter each time: after a text it fails on, a used one renders the next wrongly."""
    converter = markdown.Markdown(extensions=["sane_lists"], output_format="html")
    converter.preprocessors.deregister("html_block")
    for name in ("html", "image_link", "image_reference", "short_image_ref", "automail"):
        converter.inlinePatterns.deregister(name)
    for name in ("hashheader", "setextheader", "code", "hr"):
        converter.parser.blockprocessors.deregister(name)
    return converter
