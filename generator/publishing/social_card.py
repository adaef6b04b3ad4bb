"""What a page says of itself to those who show a preview of it (Open Graph protocol)."""

from dataclasses import dataclass

from generator.pages.card import GENERAL_CARD
from generator.pages.page import Page

_TERRITORIES = {"ar": "ar_AR", "en": "en_GB"}
"""Those who read `og:locale` know languages by a territory only; Arabic's is a name of theirs for all of its countries."""


@dataclass(frozen=True, slots=True)
class SocialCard:
    """The part of a preview that is not the page's title, description and address."""

    picture: str
    """Path from the site's root."""
    kind: str
    """`article` for an incident, otherwise `website`."""
    locale: str
    """Language and territory as `en_GB`; the language's tag where no territory is known."""


def social_card(page: Page, language: str) -> SocialCard:
    """The preview of a page in a language (BCP 47)."""
    return SocialCard(
        page.card or GENERAL_CARD,
        "article" if page.card else "website",
        _TERRITORIES.get(language, language.replace("-", "_")),
    )
