"""What languages are called."""

from generator.texts.text import say_as

LANGUAGES = {
    "ar": say_as("language", "Arabic"),
    "ckb": say_as("language", "Central Kurdish"),
    "de": say_as("language", "German"),
    "en": say_as("language", "English"),
    "es": say_as("language", "Spanish"),
    "fa": say_as("language", "Persian"),
    "fr": say_as("language", "French"),
    "he": say_as("language", "Hebrew"),
    "hy": say_as("language", "Armenian"),
    "id": say_as("language", "Indonesian"),
    "it": say_as("language", "Italian"),
    "kmr": say_as("language", "Northern Kurdish"),
    "ku": say_as("language", "Kurdish"),
    "pt": say_as("language", "Portuguese"),
    "ru": say_as("language", "Russian"),
    "syr": say_as("language", "Syriac"),
    "tr": say_as("language", "Turkish"),
    "az": say_as("language", "Azerbaijani"),
    "ps": say_as("language", "Pashto"),
    "ur": say_as("language", "Urdu"),
    "uk": say_as("language", "Ukrainian"),
    "zh": say_as("language", "Chinese"),
}
"""Names of languages by their subtag (BCP 47)."""


def language_words(language: str) -> str:
    """The name of a language, or its tag where the list has none."""
    return LANGUAGES.get(language.split("-")[0], language)
