"""The words of a map: how they are shortened, and how much room they take in each language."""

import unicodedata
from collections.abc import Sequence

from generator.texts.catalogue import Catalogue
from generator.texts.text import Name, said

LABEL, NAME = 12.5, 11.0
"""Type sizes that the style sheet gives labels and names of countries, in pixels."""
LONGEST_NAME = 32


def shortened(name: str) -> str:
    """A name as a map shows it, in each of its languages: whole, or its beginning where it is very long."""
    if isinstance(name, Name):
        return Name(_beginning(name), {tag: _beginning(other) for tag, other in name.names.items()})
    return _beginning(name)


def _beginning(name: str) -> str:
    return str(name) if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def widest(words: str, languages: Sequence[str]) -> str:
    """The longest that words are in any of the languages: a map is laid out once for all of them."""
    return max((said(words, Catalogue(tag)) for tag in languages), key=lambda text: text_width(text, LABEL))


def text_width(words: str, size: float) -> float:
    """The width of semi-bold words in a wide sans serif: no face that readers have is wider."""
    return size * sum(map(_sign_width, words))


def _sign_width(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0.0
    if sign in "iljtfrI.,:;'’|()[] ·":
        return 0.37
    if "\u0600" <= sign <= "\u06ff":
        # Arabic letters join; the widest, at the end of a word, stands beside narrow ones.
        return 0.56
    if sign in "mwMW@—" or ord(sign) > 0x2E7F:
        return 1.0
    return 0.7 if sign.isupper() else 0.61
