"""What a page states beside its words: where it leads, what it marks, and its numbers, line by line."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag

import lxml.html
from babel.messages.catalog import Catalog
from site_page import SitePage

LINES = {
    "caption", "dd", "div", "dt", "figcaption", "h1", "h2", "h3", "h4", "label", "legend", "li", "option", "p", "summary", "td", "text", "th",
    "title", "tspan",
}  # fmt: skip
"""Elements that hold a line of text of their own."""
SPOKEN = ("aria-label", "aria-valuetext", "title", "alt")
DIGITS = re.compile(r"[0-9٠-٩]+")
NAMES = re.compile(r"\{[a-z_]+\}")
ISOLATES = re.compile("[\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}]")


@dataclass(frozen=True)
class Facts:
    """What one page states, comparable with the same page in another language."""

    links: tuple[str, ...]
    """Every link in order, those inside the site as addresses of the first language."""
    incidents: tuple[str, ...]
    """Ids of the incidents that it leads to, in order."""
    ids: tuple[str, ...]
    marks: tuple[str, ...]
    """Status marks and words in order, each by its status."""
    lines: tuple[str, ...]
    """Every line of text, and every text that is only spoken, in order."""


def facts(page: SitePage, tree: str = "", added: str = "") -> Facts:
    """The facts of the part of a page that is its own.

    `tree` is the folder of its language, as `ar/`; `added` a line that only pages in that language have.
    """
    main = page.tree.xpath("//main")[0]
    links = tuple(_home(page, target, tree) for target in main.xpath(".//a/@href"))
    incidents = tuple(found[1] for link in links if (found := re.fullmatch(r"incidents/([^/]+)/", urldefrag(link).url)))
    marks = tuple(
        name
        for classes in main.xpath(".//@class")
        for name in classes.split()
        if re.fullmatch(r"(?:mark|status)-[a-z-]+", name)
    )
    lines = tuple(line for line in _lines(main) if not added or line != added)
    return Facts(links, incidents, tuple(main.xpath(".//@id")), marks, lines)


def _home(page: SitePage, target: str, tree: str) -> str:
    inside = page.inside(target)
    return target if inside is None else inside.removeprefix(tree)


def _lines(main: lxml.html.HtmlElement) -> Iterator[str]:
    for element in main.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "template"):
            continue
        # The title that a record has in its own language stands below the translated one.
        if "first-title" in (element.get("class") or "").split():
            continue
        yield from (spoken for name in SPOKEN if (spoken := element.get(name)))
        if element.tag in LINES:
            yield ISOLATES.sub("", " ".join("".join(_own_text(element)).split()))


def _own_text(element: lxml.html.HtmlElement) -> Iterator[str]:
    """The text of a line without that of the lines inside it."""
    yield element.text or ""
    for child in element:
        if child.tag in LINES:
            yield " "
        elif isinstance(child.tag, str) and child.tag not in ("script", "template"):
            yield from _own_text(child)
        yield child.tail or ""


def numbers(line: str) -> Counter[int]:
    """How often each number stands in a line."""
    return Counter(int(digits) for digits in DIGITS.findall(line))


class SaidInWords:
    """The numbers that a language says in words, as Arabic does `one report` and `two reports`, by its catalogue."""

    def __init__(self, catalogue: Catalog) -> None:
        self._forms: dict[int, list[re.Pattern[str]]] = {0: [], 1: [], 2: []}
        for message in catalogue:
            english = (message.id, message.id) if isinstance(message.id, str) else tuple(message.id)
            arabic = (message.string,) * 3 if isinstance(message.string, str) else tuple(message.string or ())
            for number, form in zip(self._forms, arabic, strict=False):
                if number in _lost(number, english[number != 1], form) and re.search(r"\w", NAMES.sub("", form)):
                    self._forms[number].append(re.compile(".*?".join(map(re.escape, NAMES.split(form)))))

    def may_say(self, number: int, line: str) -> int:
        """How often at most a line says a number in words."""
        held = {found.span() for form in self._forms.get(number, ()) for found in form.finditer(line)}
        return len({end for _, end in held})


def _lost(number: int, english: str, form: str) -> Counter[int]:
    """The numbers of a message that its form for a number has not."""
    return numbers(english.replace("{n}", str(number))) - numbers(form.replace("{n}", str(number)))
