"""Names of countries, said in the language of a page by Unicode's CLDR, which Babel brings along."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from babel import Locale, UnknownLocaleError

from generator.texts.catalogue import ENGLISH, Catalogue
from generator.texts.text import Text, say_as

_SHORT_NAMES: Mapping[str, Text] = MappingProxyType(
    {"PS": say_as("country", "Palestine"), "SA": say_as("country", "Saudi Arabia")}
)
"""Countries whose usual name is another than the full one that CLDR has."""


def country_words(code: str, english: str) -> Text:
    """A country by its ISO 3166-1 code, whose English name is given: `Jordan`, on an Arabic page الأردن."""
    if code in _SHORT_NAMES and _SHORT_NAMES[code] == english:
        return _SHORT_NAMES[code]

    def said(catalogue: Catalogue) -> str:
        locale = None if catalogue.language == ENGLISH else _locale(catalogue.language)
        return str(locale.territories.get(code, english)) if locale else english

    return Text(english, said)


@cache
def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
