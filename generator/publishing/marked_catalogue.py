"""A catalogue whose words are HTML, so that what a record says inside them can give its language."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.texts.catalogue import ENGLISH, Catalogue
from generator.texts.languages import direction


@dataclass(frozen=True)
class MarkedCatalogue(Catalogue):
    """The words of a language, escaped; what is not ours within them stands in a `bdi` of its own language."""

    records_language: str = ENGLISH
    """Language tag of the records."""

    @classmethod
    def of(cls, catalogue: Catalogue, records_language: str) -> "MarkedCatalogue":
        """The same words as another catalogue has."""
        return cls(catalogue.language, catalogue.messages, catalogue.form_of, records_language)

    def message(self, message: str, context: str = "") -> str:
        """The message as HTML, with its names in braces unfilled."""
        return escape(super().message(message, context))

    def counted(self, number: int, one: str, many: str) -> str:
        """The form of a message that the number asks for, as HTML."""
        return escape(super().counted(number, one, many))

    def joined(self, separator: str, parts: Sequence[tuple[str, bool, str]]) -> str:
        """Parts of a line one after another, each that is not ours in an element, even where it stands alone."""
        return escape(separator).join(self.inside(text, ours=ours, language=language) for text, ours, language in parts)

    def inside(self, text: str, *, ours: bool, language: str = "") -> str:
        """Words for the inside of a sentence, in an element with their language where it is not the sentence's."""
        if ours:
            return escape(text)
        tag = language or self.records_language
        if tag == self.language:
            return Markup("<bdi>{}</bdi>").format(text)
        return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(tag, direction(tag), text)
