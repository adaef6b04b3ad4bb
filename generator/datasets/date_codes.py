"""Dates in words before a language is chosen: which phrase of the catalogue, and what stands in it.

A list of ten thousand dates is then shipped once for all languages of the interface; the page gives
the phrases, and its script puts them together. What a date may say is decided here as everywhere
else, by `generator.pages.date_words`.
"""

from collections.abc import Mapping
from string import Formatter
from types import MappingProxyType

from generator.model.edtf import Edtf
from generator.pages.date_phrases import ENGLISH_SHORT
from generator.pages.date_words import date_words


def _code(key: str, phrase: str) -> str:
    names = dict.fromkeys(name for _, name, _, _ in Formatter().parse(phrase) if name)
    return "[" + "|".join((key, *(f"{name}={{{name}}}" for name in names))) + "]"


CODES: Mapping[str, str] = MappingProxyType({key: _code(key, phrase) for key, phrase in ENGLISH_SHORT.items()})
"""A catalogue whose phrases are their own keys: `c. {date}` is `[about|date={date}]`."""


def date_code(value: Edtf, *, anchor: str) -> str:
    """The short words of a date as keys of phrases: `XXXX-12-31` is `[with-note|date=[day-month|…]|note=[no-year]]`."""
    return date_words(value, anchor=anchor, words=CODES)
