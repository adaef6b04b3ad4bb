"""The words of a text as people look for them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.spelling import sought_words, words_of


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Ḥasaka AL-Shaddādī", ["hasaka", "al", "shaddadi"]),
        ("Sana’a ʿAyn 'Issa", ["sanaa", "ayn", "issa"]),
        ("مكافحة الإرهاب", ["مكافحه", "الارهاب"]),
        ("قُـــرى آل أحمد ٱلله", ["قري", "ال", "احمد", "الله"]),
        ("کردستان ی ێ ۆ ە ڕ ڵ", ["كردستان", "ي", "ي", "و", "ه", "ر", "ل"]),
        ("٢٠٢٣ ۲۰۲۴", ["2023", "2024"]),
        ("Diyarbakır ŞIRNAK", ["diyarbakir", "sirnak"]),
        ("syb-4k7m2xq", ["syb", "4k7m2xq"]),
        ("!?", []),
    ],
)
def test_spellings_of_one_word_are_one(written: str, words: list[str]) -> None:
    """Case, accents, vowel signs, apostrophes and letters that stand for one another make no difference."""
    assert words_of(written) == words


@pytest.mark.parametrize(
    ("written", "sought"),
    [
        ("الشدادي", ["شدادي"]),
        ("بالشدادي", ["شدادي"]),
        ("للتحالف", ["تحالف"]),
        ("الله", ["الله"]),
        ("al-Tanf", ["al", "tanf"]),
    ],
)
def test_an_arabic_article_is_not_sought(written: str, sought: list[str]) -> None:
    """The Arabic article, with a preposition or without, is taken off a word that has three letters more."""
    assert sought_words(written) == sought


@given(st.text(max_size=60))
@example("ﷲ ﷺ")
@example("ẞ İ ŉ")
def test_folding_is_idempotent(text: str) -> None:
    """Words that were folded once are not changed by folding them again."""
    for fold in (words_of, sought_words):
        once = fold(text)
        assert fold(" ".join(once)) == once
