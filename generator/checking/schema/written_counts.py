"""Counts as people write them, and what a record holds for them."""

import re
import unicodedata
from dataclasses import dataclass

from generator.reading.finding import Safety

COUNT_FORMS = (
    "`3` for exactly three, `{min: 10}` for at least ten, `{max: 4}` for up to four, `{min: 2, max: 4}` for two to four, "
    "`{min: 20, max: 20, approximate: true}` for about twenty"
)
_MOST = 10_000_000
_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {word: number for number, word in enumerate(_WORDS)}
_NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS, 2)}
_NUMBERS |= {f"{ten}-{_WORDS[one]}": _NUMBERS[ten] + one for ten in _TENS for one in range(1, 10)}
_NUMBER = f"([0-9]{{1,8}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_ABOUT = re.compile(r"(?:about|around|some|approximately|approx\.?|circa|nearly|ca?\.|~)\s*|\s*~$")
_AT_LEAST = re.compile(
    rf"(?:at least|no fewer than|no less than|minimum|min\.?|>=|≥)\s*{_NUMBER}|{_NUMBER}\s*(?:\+|or more)"
)
_AT_MOST = re.compile(
    rf"(?:at most|up to|no more than|maximum|max\.?|<=|≤)\s*{_NUMBER}|{_NUMBER}\s*(?:or fewer|or less)"
)
_ABOVE = re.compile(rf"(?:more than|over|>)\s*{_NUMBER}")
_BELOW = re.compile(rf"(?:fewer than|less than|under|<)\s*{_NUMBER}")
_BETWEEN = re.compile(rf"(?:from |between )?{_NUMBER}\s*(?:-|\u2013|\u2014|/|\.\.|\bto\b|\band\b|\bor\b)\s*{_NUMBER}")
_WITH_WORDS = re.compile(r"([0-9]{1,8})\s+[^\W\d_][^\d]{0,60}")
_UNKNOWN = frozenset({"unknown", "not known", "unclear", "unstated", "not stated", "n/a", "na", "?", "-", "tbd", "tbc"})
_NOBODY = frozenset({"none", "no", "nobody", "nil"})
_VAGUE = re.compile(
    r"(?:a |the |about |around |some )*(?:several|many|few|couple|dozens?|scores|hundreds|thousands|various|numerous|"
    r"multiple|a number)(?: of)?(?: \w+)?"
)


@dataclass(frozen=True, slots=True)
class CountAdvice:
    """What to write for a count that was written otherwise; `form` is the YAML for it where that can be told."""

    words: str
    form: str | None = None
    safety: Safety = "unsafe"


def exact_number(text: str) -> int | None:
    """The whole number that digits (of any script, with commas for thousands) or an English word stand for."""
    plain = _plain(text)
    if plain in _NUMBERS:
        return _NUMBERS[plain]
    return int(plain) if re.fullmatch("[0-9]{1,8}", plain) and int(plain) <= _MOST else None


def count_advice(text: str, *, required: bool) -> CountAdvice:
    """What to write for a text that is no count; `required` where a count cannot be left out."""
    plain = _plain(text)
    if (exact := exact_number(text)) is not None:
        return CountAdvice(f"write `{exact}`", str(exact), "safe")
    if plain in _UNKNOWN:
        if required:
            return CountAdvice("a figure is a number that is stated; where none is, take the figure out")
        return CountAdvice("leave `count` out: what no source states is left out")
    if plain in _NOBODY:
        return CountAdvice(
            "write `0` where a source says that there were none; where it says nothing, leave `count` out"
        )
    if (form := _range(plain)) is not None:
        return CountAdvice(f"write `{form}`", form)
    if found := _WITH_WORDS.fullmatch(plain):
        number = str(int(found[1]))
        return CountAdvice(f"a count is the number alone, the words go into `as_stated`: write `{number}`", number)
    if _VAGUE.fullmatch(plain):
        out = "take the figure out" if required else "leave `count` out"
        return CountAdvice(f"a word is no number: keep it in `as_stated` and {out}")
    if found := re.fullmatch(r"([0-9]{1,8})\.([0-9]+)", plain):
        if not found[2].strip("0"):
            return CountAdvice(f"write `{int(found[1])}`", str(int(found[1])))
        return CountAdvice(f"a count has no decimals; write {COUNT_FORMS}")
    return CountAdvice(f"write {COUNT_FORMS}" + ("" if required else "; leave it out where none is stated"))


def _plain(text: str) -> str:
    """The text in small letters and Latin digits, without commas between thousands."""
    latin = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text.strip().lower())
    return re.sub(r"(?<=[0-9]),(?=[0-9]{3}\b)", "", latin)


def _range(plain: str) -> str | None:
    """The mapping for a count that is open on one side, between two numbers or approximate."""
    about = _ABOUT.search(plain)
    if about is not None and about.start() not in (0, len(plain) - len(about.group())):
        about = None
    stated = plain[: about.start()] + plain[about.end() :] if about else plain
    limits = _limits(stated.strip(), about=about is not None)
    if limits is None:
        return None
    least, most = limits
    if max(least or 0, most or 0) > _MOST or (least is not None and most is not None and most < least):
        return None
    pairs = [f"{name}: {limit}" for name, limit in (("min", least), ("max", most)) if limit is not None]
    return f"{{{', '.join([*pairs, 'approximate: true'] if about else pairs)}}}"


def _limits(stated: str, *, about: bool) -> tuple[int | None, int | None] | None:
    if found := _AT_LEAST.fullmatch(stated):
        return _value(found[1] or found[2]), None
    if found := _AT_MOST.fullmatch(stated):
        return None, _value(found[1] or found[2])
    if found := _ABOVE.fullmatch(stated):
        return _value(found[1]) + 1, None
    if (found := _BELOW.fullmatch(stated)) and _value(found[1]):
        return None, _value(found[1]) - 1
    if found := _BETWEEN.fullmatch(stated):
        return _value(found[1]), _value(found[2])
    number = exact_number(stated) if about else None
    return None if number is None else (number, number)


def _value(text: str) -> int:
    return _NUMBERS[text] if text in _NUMBERS else int(text)
