"""A catalogue: the words of the interface in one language."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.texts.languages import direction

ENGLISH = "en"
"""The language in which the words are written where they are used."""


def _one_or_many(number: int) -> int:
    return int(number != 1)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language; a message it lacks is said in English.

    Messages and their forms for numbers are those of a gettext catalogue (GNU gettext, PO files).
    """

    language: str = ENGLISH
    """Its language tag (BCP 47)."""
    messages: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Context (empty for none) and English message: the message in this language, in each form for numbers."""
    form_of: Callable[[int], int] = _one_or_many
    """Which form a number asks for, counted from 0."""

    @property
    def direction(self) -> str:
        """The direction in which the language is written: `ltr` or `rtl`."""
        return direction(self.language)

    def message(self, message: str, context: str = "") -> str:
        """The message in this language, with its names in braces unfilled."""
        found = self.messages.get((context, message))
        return found[0] if found else message

    def counted(self, number: int, one: str, many: str) -> str:
        """The form of a message that the number asks for, with its names in braces unfilled."""
        found = self.messages.get(("", one))
        return found[self.form_of(number)] if found else (one, many)[_one_or_many(number)]

    def joined(self, separator: str, parts: Sequence[tuple[str, bool, str]]) -> str:
        """Parts of a line one after another: the words of each, whether they are ours, and their language."""
        if len(parts) == 1:
            return parts[0][0]
        return separator.join(self.inside(text, ours=ours, language=language) for text, ours, language in parts)

    def inside(self, text: str, *, ours: bool, language: str = "") -> str:  # noqa: ARG002 - for HTML
        """Words for the inside of a sentence of this language; `language` is theirs, empty for that of the records.

        Words that are not ours may be written in the other direction; Unicode's isolates (UAX #9)
        keep them from changing the order of the words beside them.
        """
        if ours or self.direction == "ltr":
            return text
        return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


IN_ENGLISH = Catalogue()
"""The words as they are written."""
