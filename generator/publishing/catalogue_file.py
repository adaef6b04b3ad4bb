"""Reads a catalogue of words: a gettext PO file, one a language."""

import gettext
from collections.abc import Iterable
from pathlib import Path
from string import Formatter

from babel.messages.pofile import PoFileError, read_po

from generator.publishing.fault import PublishingError
from generator.texts.catalogue import ENGLISH, IN_ENGLISH, Catalogue


def read_catalogue(folder: Path, language: str) -> Catalogue:
    """The words of the interface in a language, from `<language>.po`; English needs no file.

    Messages marked as fuzzy or left empty are said in English. Raises PublishingError.
    """
    if language == ENGLISH:
        return IN_ENGLISH
    path = folder / f"{language}.po"
    try:
        with path.open("rb") as file:
            read = read_po(file, locale=language, abort_invalid=True)
    except FileNotFoundError:
        raise PublishingError(
            f"archive.yml names the language `{language}`, and {path} does not exist: "
            "write its words there, or take the language out of `languages`."
        ) from None
    except (PoFileError, ValueError) as fault:
        raise PublishingError(f"{path} is not a catalogue of words that can be read: {fault}") from None
    messages = {}
    for message in read:
        key = message.id if isinstance(message.id, str) else message.id[0]
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if key and forms and all(forms) and not message.fuzzy:
            if not _fits(forms, (message.id,) if isinstance(message.id, str) else message.id):
                raise PublishingError(
                    f"{path}: the translation of “{key}” has something in braces that the message has not: "
                    "write the same names in braces, and no others."
                )
            messages[message.context or "", key] = forms
    return Catalogue(language, messages, gettext.c2py(read.plural_expr))


def _fits(forms: Iterable[str], written: Iterable[str]) -> bool:
    """Whether the forms of a translation have nothing in braces that the message has not."""
    try:
        return _in_braces(forms) <= _in_braces(written)
    except ValueError:
        return False


def _in_braces(texts: Iterable[str]) -> set[tuple[str | None, ...]]:
    """Each name in braces with how it is to be shown; raises ValueError for a brace that stands alone."""
    return {tuple(shown) for text in texts for _, *shown in Formatter().parse(text) if shown[0] is not None}
