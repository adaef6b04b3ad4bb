"""The nearest known word to a misspelt one."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

_NEAR = 0.72
_WHOLE = 4
SHORTEST_WORD = 4
"""Letters that a word needs so that one of them may be wrong and it still means the same."""

_DENIALS = ("un", "in", "non", "dis", "not")
"""Syllables that make a word its opposite."""

_ACCENTS = re.compile(
    r"[\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff"
    r"\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\ufe00-\ufe0f]"
)
"""Accents of Latin, Greek and Cyrillic letters; Arabic vowel signs and the stroke that lengthens a word; signs that choose a letter's look."""


def folded(text: str) -> str:
    """A text without case, accents, hyphens and spaces, for comparing names.

    Marks of other scripts stay: in Devanagari and its kin a vowel is one, and without it a name is another.
    """
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return "".join(sign for sign in plain if sign.isalnum() or unicodedata.category(sign)[0] == "M")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, or None where none is like it; the first in order on a tie.

    A word's opposite is not like it: `verified` is never answered with `unverified`. A word of four letters or more that stands whole in a known one (`paper` in `newspaper`) is like it.
    """
    wanted = folded(word)[:80]
    best, best_ratio = None, _NEAR
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    for candidate in known:
        offered = folded(candidate)
        if _opposed(wanted, offered):
            continue
        if len(wanted) >= _WHOLE and wanted in offered and best_ratio < _NEAR + len(wanted) / len(offered) / 10:
            best, best_ratio = candidate, _NEAR + len(wanted) / len(offered) / 10
        matcher.set_seq1(offered)
        if matcher.real_quick_ratio() <= best_ratio or matcher.quick_ratio() <= best_ratio:
            continue
        ratio = matcher.ratio()
        if ratio > best_ratio:
            best, best_ratio = candidate, ratio
    return best


def _opposed(one: str, other: str) -> bool:
    """Whether one of two folded words is the other behind a syllable that denies it."""
    return any(one == denial + other or other == denial + one for denial in _DENIALS)


def is_slip(word: str, meant: str, *, least: int = SHORTEST_WORD) -> bool:
    """Whether a word is another but for one slip of the hand: a letter more, fewer, other or swapped with the next.

    Only such a word may be mended unasked: `unconfirmed` is much like `confirmed` and its opposite. Nor may one where a
    single sign tells two words apart: one of fewer than `least` letters (`usv`, `uav`), a number (`base-1`), a letter
    before the rest (`atypical`).
    """
    one, other = folded(word), folded(meant)
    if one == other:
        return True
    shortest, start = min(len(one), len(other)), one[:1] == other[:1]
    length = len(one) - len(other)
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if len(one) == 2 and one == other[::-1]:
        return one.isalpha()
    if shortest < least or any(sign.isdigit() for sign in one + other):
        return False
    return max(len(one), len(other)) <= 1 and (start or not length)
