"""Languages: their names and the direction in which they are written."""

from unicodedata import bidirectional

RIGHT_TO_LEFT = frozenset({"ar", "arc", "azb", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})

_NAMES = {
    "ar": "Arabic",
    "ckb": "Central Kurdish",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hy": "Armenian",
    "it": "Italian",
    "kmr": "Northern Kurdish",
    "ku": "Kurdish",
    "pt": "Portuguese",
    "ru": "Russian",
    "syr": "Syriac",
    "tr": "Turkish",
    "az": "Azerbaijani",
    "ps": "Pashto",
    "ur": "Urdu",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def direction(language: str | None) -> str:
    """`rtl` or `ltr`; `auto` where the language is not stated, so that the browser judges by the text."""
    if language is None:
        return "auto"
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"


def language_name(language: str) -> str:
    """The English name of a language, or its tag where the list has none."""
    return _NAMES.get(language.split("-")[0], language)


def isolated(text: str) -> str:
    """Words whose language is not recorded, for the inside of a sentence.

    Where they hold letters written from right to left, Unicode's isolates (UAX #9) stand around
    them, so that they do not change the order of the words beside them.
    """
    if any(bidirectional(sign) in ("R", "AL") for sign in text):
        return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
    return text
