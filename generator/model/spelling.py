"""Spelling: the words of a text as people look for them, whatever the script, the accents and the keyboard."""

import re
import unicodedata

SAME_LETTERS = str.maketrans(
    # Arabic, Persian and Kurdish letters that writers and keyboards use for one another; ё as е is written in Russian.
    {"ة": "ه", "ى": "ي", "ی": "ي", "ێ": "ي", "ې": "ي", "ک": "ك", "ە": "ه", "ھ": "ه", "ہ": "ه", "ۆ": "و", "ۇ": "و"}
    | {"ڕ": "ر", "ڵ": "ل", "ٱ": "ا", "ـ": None, "ё": "е", "ı": "i"}
) | {ord(digit): str(number) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for number, digit in enumerate(digits)}
"""Letters and digits that stand for one another, as a table for `str.translate`."""

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʿʾʼ`´ʹʻ′"))
_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"(?:(?:[وفبك]?ال|لل)(?=\w{3}))+")


def words_of(text: str) -> list[str]:
    """The words of a text, each without case, accents and apostrophes, with letters that stand for one another made one."""
    plain = unicodedata.normalize("NFKD", text.translate(SAME_LETTERS).translate(_APOSTROPHES).casefold())
    # A letter drawn in another manner, as 𝕬 is, shows only now that it is a capital.
    plain = unicodedata.normalize("NFKD", plain.casefold())
    bare = "".join(sign for sign in plain if unicodedata.category(sign)[0] != "M")
    return _WORD.findall(bare.translate(SAME_LETTERS).translate(_APOSTROPHES))


def sought_words(text: str) -> list[str]:
    """The same as a search of the site takes them: Arabic words without their article, so that `الشدادي` and `شدادي` are one."""
    return [word[found.end() :] if (found := _ARTICLE.match(word)) else word for word in words_of(text)]
