"""Names and spellings of a registry's entry by language and script."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.pages.language_words import language_words
from generator.texts.languages import direction
from generator.texts.text import say_as

SCRIPTS = MappingProxyType(
    {
        "LATIN": say_as("script", "Latin script"),
        "ARABIC": say_as("script", "Arabic script"),
        "CYRILLIC": say_as("script", "Cyrillic script"),
        "HEBREW": say_as("script", "Hebrew script"),
        "ARMENIAN": say_as("script", "Armenian script"),
        "SYRIAC": say_as("script", "Syriac script"),
        "GREEK": say_as("script", "Greek script"),
        "CJK": say_as("script", "Chinese script"),
    }
)
"""Scripts by the first word of their letters' names in Unicode."""


@dataclass(frozen=True, slots=True)
class Spellings:
    """The names in one language and one script."""

    language: str
    """The language in words."""
    script: str
    """The script in words; empty where it is none of those told apart."""
    tag: str
    direction: str
    names: tuple[str, ...]


def spellings(names: Mapping[str, tuple[str, ...]]) -> tuple[Spellings, ...]:
    """The names in the order of the record, those of one language and script together."""
    found: dict[tuple[str, str], list[str]] = {}
    for tag, texts in names.items():
        for text in texts:
            found.setdefault((tag, _script(text)), []).append(text)
    return tuple(
        Spellings(language_words(tag), SCRIPTS.get(script, ""), tag, direction(tag), tuple(texts))
        for (tag, script), texts in found.items()
    )


def _script(text: str) -> str:
    """The script of the first letter."""
    return next((unicodedata.name(sign, "").split(" ")[0] for sign in text if sign.isalpha()), "")
