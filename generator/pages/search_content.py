"""The words by which a record is found: passages to show, then words that are never shown."""

import re
import unicodedata
from collections.abc import Iterable

from generator.model.spelling import sought_words

BREAK = "␟"
"""Stands between the passages of a record's words."""
HIDDEN = "␞"
"""Stands before words that find a record and are never shown: misspellings, and its words in the search's own spelling."""

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_SIGNS = re.compile(r"^[ \t]*(?:[-*+]|[0-9]+[.)]|>)[ \t]+|[*`]|(?<!\w)_|_(?!\w)", re.MULTILINE)


def content_of(title: str, passages: Iterable[str], hidden: str = "") -> str:
    """Passages and, behind them, the words in the spelling in which a query is asked, where theirs is another."""
    shown = [" ".join(passage.split()) for passage in passages if passage]
    asked: dict[str, None] = {}
    for word in dict.fromkeys(" ".join((title, *shown, hidden)).split()):
        if not (word.isascii() and word.isalnum()):
            # Pagefind takes a word like `4k7m2xq` apart where it stands in a longer one.
            known = {part for part in re.findall(r"[^\W_]+", _without_marks(word)) if part.isalpha() or part.isdigit()}
            asked.update((other, None) for other in sought_words(word) if other not in known)
    unseen = " ".join((*hidden.split(), *asked))
    return f" {BREAK} ".join(shown) + (f" {HIDDEN} {unseen}" if unseen else "")


def plain(narrative: str) -> str:
    """A narrative's words without its Markdown signs and the addresses of its links."""
    return _SIGNS.sub("", _LINK.sub(r"\1", narrative))


def _without_marks(word: str) -> str:
    """A word as Pagefind itself makes it plain: in small letters, without the marks of accents and vowels."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(sign)[0] != "M")
