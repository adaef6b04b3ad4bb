"""The name of a registry's entry in its own script, to stand beside the usual one."""

import unicodedata
from collections.abc import Mapping

from generator.texts.languages import direction


def name_in_own_script(names: Mapping[str, tuple[str, ...]]) -> tuple[str, str, str] | None:
    """The first name in letters other than Latin, with its tag and direction, to stand beside the name; or None."""
    return next(
        ((texts[0], tag, direction(tag)) for tag, texts in names.items() if texts and not _in_latin(texts[0])), None
    )


def _in_latin(text: str) -> bool:
    return all("LATIN" in unicodedata.name(letter, "") for letter in text if letter.isalpha())
