"""Languages: what they call themselves and the direction in which they are written."""

from unicodedata import bidirectional

RIGHT_TO_LEFT = frozenset({"ar", "arc", "azb", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})

_OWN_NAMES = {
    "ar": "العربية",
    "ckb": "کوردیی ناوەندی",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fa": "فارسی",
    "fr": "Français",
    "he": "עברית",
    "hy": "Հայերեն",
    "it": "Italiano",
    "kmr": "Kurmancî",
    "pt": "Português",
    "ru": "Русский",
    "tr": "Türkçe",
    "uk": "Українська",
}


def direction(language: str | None) -> str:
    """`rtl` or `ltr`; `auto` where the language is not stated, so that the browser judges by the text."""
    if language is None:
        return "auto"
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"


def native_name(language: str) -> str:
    """What a language calls itself, or its tag where the list has no name."""
    return _OWN_NAMES.get(language, language)


def isolated(text: str) -> str:
    """Words whose language is not recorded, for the inside of a sentence.

    Where they hold letters written from right to left, Unicode's isolates (UAX #9) stand around
    them, so that they do not change the order of the words beside them.
    """
    if any(bidirectional(sign) in ("R", "AL") for sign in text):
        return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
    return text
