"""Words for synthetic texts, as often as words are in real ones: few of them everywhere, most of them hardly anywhere.

The nth word is as likely as 1 / (n + 2.7) (Zipf and Mandelbrot). All but a few are made of syllables and mean nothing.
"""

import random
from itertools import accumulate

COUNT = 12_000
_SHIFT = 2.7
_MEANT = [
    "report", "account", "witness", "source", "statement", "evening", "convoy", "field", "road", "village",
    "district", "station", "north", "south", "river", "gate", "sound", "light", "smoke", "repair", "supply", "night",
    "morning", "outlet", "agency", "channel", "page", "item", "note", "record", "day", "count", "place", "name",
]  # fmt: skip
_BEFORE_THEM = 20
"""So many words are as frequent as `the` and `of`: nobody looks for them."""


def _made() -> list[str]:
    chance = random.Random(20261122)
    syllables = [first + vowel for first in "bdfgklmnprstvz" for vowel in "aeiou"]
    words = dict.fromkeys(_MEANT)
    while len(words) < COUNT:
        words[
            "".join(chance.choices(syllables, k=2 + len(words) * 3 // COUNT)) + chance.choice(["", "n", "r", "l"])
        ] = None
    meant, others = list(words)[: len(_MEANT)], list(words)[len(_MEANT) :]
    return [*others[:_BEFORE_THEM], *meant, *others[_BEFORE_THEM:]]


WORDS = _made()
"""The words, the most frequent first."""
COMMON = "convoy"
"""A word of about half of all records, as `drone` and `attack` are in the first archive."""
RARE = WORDS[-1_000]
"""A word of about two records in a thousand."""
_WEIGHTS = list(accumulate(1 / (rank + _SHIFT) for rank in range(1, COUNT + 1)))


def words(chance: random.Random, number: int) -> list[str]:
    """So many words, drawn as often as they are in texts."""
    return chance.choices(WORDS, cum_weights=_WEIGHTS, k=number)
