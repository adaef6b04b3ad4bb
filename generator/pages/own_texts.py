"""What the archive says of itself, in each language that its settings have it in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model.settings import Settings, SettingsTranslation
from generator.texts.text import Name

Form = TypeVar("Form")


@dataclass(frozen=True, slots=True)
class OwnText(Generic[Form]):
    """One of the archive's texts, ready for a page, in its first language and in others."""

    first: Form
    others: Mapping[str, Form]
    """By language tag."""

    def read_in(self, language: str) -> Form:
        """The text for a page of that language: in the first where it has not been put into that."""
        return self.others.get(language, self.first)

    def tag(self, language: str) -> str:
        """The language in which a page of that language has it; empty for the archive's first."""
        return language if language in self.others else ""


def own_text(
    settings: Settings,
    text: Callable[[Settings | SettingsTranslation], str | None],
    form: Callable[[str], Form],
) -> OwnText[Form]:
    """A text of the settings, given by `text`, in the form that a page shows."""
    return OwnText(
        form(text(settings) or ""),
        {tag: form(found) for tag, own in settings.translations.items() if (found := text(own))},
    )


def archive_title(settings: Settings) -> Name:
    """The archive's name, said by the one it has in the page's language."""
    return Name(settings.title, {tag: own.title for tag, own in settings.translations.items() if own.title})


def archive_description(settings: Settings) -> Name:
    """The sentence that says what the archive holds, in the page's language where it is given."""
    return Name(
        settings.description,
        {tag: own.description for tag, own in settings.translations.items() if own.description},
    )
