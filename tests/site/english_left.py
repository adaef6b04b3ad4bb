"""Finds what stands in English on a page of another language without saying so."""

import re
import sys
from collections import Counter
from pathlib import Path

from lxml import html

WORD = re.compile(r"[A-Za-z]{2,}")
NAMES = {
    "ACLED", "Atom", "BCP", "BibTeX", "CONTRIBUTING", "CSV", "DD", "EDTF", "End", "Enter", "Esc", "Escape", "GeoNames", "GTD", "Home", "ISO",
    "JavaScript", "JSON", "Lines", "Markdown", "md", "MM", "OCHA", "Pagefind", "PageDown", "PageUp", "RIS", "SARIF", "Schema", "Shift", "Tab",
    "UCDP", "UTF", "WGS", "Wikidata", "YAML", "YYYY", "Natural", "Earth", "Ctrl",
}  # fmt: skip
"""Names of formats, standards, keys of the keyboard and files, which are written alike in every language."""
ISOLATED = re.compile("\N{FIRST STRONG ISOLATE}[^\N{POP DIRECTIONAL ISOLATE}]*\N{POP DIRECTIONAL ISOLATE}?")
"""Foreign words inside a sentence of ours, where no element can stand around them."""
TYPED = {"code", "kbd", "pre", "samp", "script", "style", "title", "textarea"}
"""Elements whose text is typed or run, not read as a sentence."""
READ_ALOUD = ("aria-label", "title", "alt", "placeholder", "aria-valuetext", "aria-description")


def english_left(page: bytes, language: str) -> list[str]:
    """Texts and spoken names in Latin letters for which no element states another language than the page's.

    Names of hosts and of the repository and words in `<code>` are not words of a sentence.
    """
    tree = html.fromstring(page)
    found = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if _language(element) == language and not _typed(element):
            texts = [element.text, *(element.get(name) for name in READ_ALOUD)]
        else:
            texts = []
        parent = element.getparent()
        if parent is not None and _language(parent) == language and not _typed(parent):
            texts.append(element.tail)
        found += [" ".join(text.split()) for text in texts if text and _english(text)]
    return found


def _english(text: str) -> bool:
    return any(word not in NAMES for word in WORD.findall(ISOLATED.sub("", text)))


def _language(element: html.HtmlElement) -> str | None:
    while element is not None:
        if element.get("lang"):
            return str(element.get("lang"))
        element = element.getparent()
    return None


def _typed(element: html.HtmlElement) -> bool:
    while element is not None:
        if element.tag in TYPED or {"host", "repository"} & set((element.get("class") or "").split()):
            return True
        element = element.getparent()
    return False


if __name__ == "__main__":
    # python tests/site/english_left.py SITE ar [part of a path]
    site, language, *parts = sys.argv[1:]
    counted: Counter[str] = Counter()
    for path in sorted((Path(site) / language).rglob("*.html")):
        if all(part in path.as_posix() for part in parts):
            counted.update(english_left(path.read_bytes(), language))
    for text, number in counted.most_common():
        print(number, text[:160])  # noqa: T201
