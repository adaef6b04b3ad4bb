"""Kinds of text a record may hold: keys, single lines, prose, quotations, language and country codes."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from generator.model.country_names import is_country_code
from generator.model.entry import Many, OptionalTable

RESERVED_KEYS = frozenset(
    {"index", "404", "search", "sitemap", "assets", "undated", "unknown", "new", "con", "nul", "aux", "prn"}
)
"""Names that mean something else in an address or on a file system, so no record may bear them."""

QUOTE_LIMIT = 300
"""Most characters of another's text that one quotation may hold."""


def _one_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("one_line", "text on one line")
    if text != text.strip() or not text.strip():
        raise PydanticCustomError("trimmed", "text that does not begin or end with a space")
    return text


def _unreserved(key: str) -> str:
    if key in RESERVED_KEYS:
        raise PydanticCustomError("reserved_key", "another key: `{key}` is reserved", {"key": key})
    return key


def _country(code: str) -> str:
    if not is_country_code(code):
        raise PydanticCustomError(
            "country_code", "the code of a country (ISO 3166-1); `{code}` is none", {"code": code}
        )
    return code


Key = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80),
    AfterValidator(_unreserved),
]
"""A registry entry's permanent name in addresses and references: lower-case letters, digits, single hyphens."""

Reference = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_one_line)]
"""The key of another record. Its form is not judged here: the check looks it up, and knows an entry by its other names too."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=400), AfterValidator(_one_line)]
"""Plain text on one line, no markup."""

Prose = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
"""Plain text that may run over several lines, no markup."""

Narrative = Annotated[str, StringConstraints(min_length=1, max_length=20000)]
"""Markdown without raw HTML, rendered by the generator and sanitised."""

Quote = Annotated[str, StringConstraints(min_length=1, max_length=QUOTE_LIMIT)]
"""Another's words, verbatim, in the original language; at most 300 characters."""

Title = Annotated[str, StringConstraints(min_length=8, max_length=110), AfterValidator(_one_line)]
"""A neutral noun phrase of 8 to 110 characters; the site puts the status before it."""

LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A BCP 47 language tag such as `en`, `ar`, `ckb`."""

CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$"), AfterValidator(_country)]
"""An ISO 3166-1 alpha-2 country code such as `SY`."""

Names = OptionalTable[LanguageTag, Many[Line]]
"""Other names by language, as `{ar: [الحسكة], en: [Hasakah]}`; each can be searched and is shown."""
