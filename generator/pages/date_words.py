"""Dates and times in words, never saying more than the record does.

The words themselves stand in `generator.pages.date_phrases`, and what is made of them can be said in
each language of the interface. Only numbers and words from there are put into them, so nothing a
stranger wrote passes through here.
"""

from collections.abc import Sequence

from generator.model.edtf import Edtf
from generator.model.times import TimeOfDay
from generator.pages.date_phrases import ENGLISH, ENGLISH_SHORT, Words, fill


def date_words(d: Edtf, *, anchor: str = "occurred", words: Words = ENGLISH) -> str:
    """A date in words for a sentence: `XXXX-12-31` is "31 December, year not stated".

    With the anchor "reported" the words say that this is the date of the report, not the event.
    """
    date = _words(d, words, inside=False)
    if anchor != "reported" or d.precision == "unknown":
        return date
    return fill(words["reported"], date=date)


def date_words_short(d: Edtf, *, anchor: str = "occurred") -> str:
    """A date in few words for a list: `XXXX-12-31` is "31 Dec, year ?"."""
    return date_words(d, anchor=anchor, words=ENGLISH_SHORT)


def month_words(year: int, month: int, *, words: Words = ENGLISH) -> str:
    """The name of a month of a year: "December 2023"."""
    return fill(words["month-year"], month=fill(words[f"month-{month}"]), year=f"{year:04}")


def day_words(year: int, month: int, day: int) -> str:
    """A day of a year: "31 December 2023"."""
    return fill(ENGLISH["day-month-year"], day=day, month=month_name(month), year=f"{year:04}")


def month_name(month: int, *, words: Words = ENGLISH) -> str:
    """The name of a month, 1 to 12: "December"."""
    return fill(words[f"month-{month}"])


def month_name_short(month: int) -> str:
    """The name of a month in few letters: "Dec"."""
    return month_name(month, words=ENGLISH_SHORT)


def time_words(t: TimeOfDay, *, words: Words = ENGLISH) -> str:
    """A time in words: "22:30", "around 22:30", "between 22:00 and 23:30", "early morning"."""
    if t.part is not None:
        return fill(words[t.part])
    if t.approximate:
        return fill(words["clock-about"], date=t.text.rstrip("~"))
    if t.start is None or t.end is None or t.start == t.end:
        return t.text
    span = "clock-next-day" if t.end < t.start else "clock-between"
    return fill(words[span], first=f"{t.start:%H:%M}", last=f"{t.end:%H:%M}")


def _words(d: Edtf, words: Words, *, inside: bool) -> str:
    if d.precision == "unknown":
        return fill(words["unknown"])
    if d.precision == "set":
        return _one_of(d.parts, words)
    if d.precision == "interval":
        return _interval(d.parts[0], d.parts[1], words)
    return _simple(d, words, inside=inside)


def _simple(d: Edtf, words: Words, *, inside: bool) -> str:
    date = _core(d, words)
    sign = _sign(d)
    if sign:
        date = fill(words[f"{sign}-inside" if inside and d.uncertain else sign], date=date)
    for note in _not_stated(d):
        date = fill(words["with-note-inside" if inside else "with-note"], date=date, note=fill(words[note]))
    return date


def _sign(d: Edtf) -> str:
    if d.uncertain:
        return "uncertain-about" if d.approximate else "uncertain"
    return "about" if d.approximate else ""


def _core(d: Edtf, words: Words) -> str:
    """What is stated of a simple date, without signs and without what is missing."""
    if d.precision in ("decade", "century"):
        digits = d.text[:4]
        first, last = digits.replace("X", "0"), digits.replace("X", "9")
        return fill(words[d.precision], first=first, last=last)
    return _stated(d, words, year=True, month=True)


def _stated(d: Edtf, words: Words, *, year: bool, month: bool) -> str:
    shape = [
        name
        for name, told in (
            ("day", d.day is not None),
            ("month", d.month is not None and month),
            ("year", d.year is not None and year),
        )
        if told
    ]
    return fill(
        words["-".join(shape)],
        day=d.day or 0,
        month=fill(words[f"month-{d.month}"]) if d.month else "",
        year="" if d.year is None else f"{d.year:04}",
    )


def _not_stated(d: Edtf) -> list[str]:
    """What a simple date leaves open in so many words: `2023-12` does not, `2023-12-XX` does."""
    if d.precision in ("decade", "century"):
        return ["some-year"]
    _, *digits = d.text.rstrip("?~%").split("-")
    notes = [note for note, two in zip(("some-month", "some-day"), digits, strict=False) if two == "XX"]
    return (["no-year"] if d.year is None else []) + notes


def _interval(start: Edtf, end: Edtf, words: Words) -> str:
    for edge, key, missing in ((end, "until", start), (start, "since", end)):
        if missing.precision != "unknown":
            continue
        date = _simple(edge, words, inside=True)
        if missing.text == "":
            return fill(words["start-unknown" if key == "until" else "end-unknown"], date=date)
        if _sign(edge):
            return fill(words[f"{key}-roughly"], date=date)
        return fill(words[f"{key}-day" if edge.day is not None else key], date=date)
    if start.text == end.text:
        return _simple(start, words, inside=False)
    first, last = _sharing((start, end), words)
    return fill(words["between"], first=first, last=last)


def _one_of(members: Sequence[Edtf], words: Words) -> str:
    if all(member.precision != "interval" for member in members):
        told = _sharing(members, words)
    else:
        told = [_range(member, words) if member.parts else _simple(member, words, inside=True) for member in members]
    text = told[0]
    for one in told[1:-1]:
        text = fill(words["comma"], first=text, last=one)
    return fill(words["or"], first=text, last=told[-1]) if len(told) > 1 else text


def _range(d: Edtf, words: Words) -> str:
    first, last = _sharing(d.parts, words)
    kinds = {_grain(part) for part in d.parts}
    kind = kinds.pop() if len(kinds) == 1 else "date"
    return fill(words[f"one-{kind}"], first=first, last=last)


def _grain(d: Edtf) -> str:
    if d.day is not None:
        return "day"
    if d.month is not None:
        return "month"
    return "year" if d.precision == "year" else "date"


def _sharing(members: Sequence[Edtf], words: Words) -> list[str]:
    """Words of several dates; what all share ("December 2023") is said once, with the last."""
    last = members[-1]
    plain = all(
        not _sign(member)
        and member.precision in ("day", "month", "year", "yearless")
        and (member.year is None) == (last.year is None)
        and _grain(member) == _grain(last)
        and not {"some-month", "some-day"} & set(_not_stated(member))
        for member in members
    )
    if not plain:
        return [_simple(member, words, inside=True) for member in members]
    grain = _grain(last)
    one_year = grain != "year" and len({member.year for member in members}) == 1
    one_month = grain == "day" and one_year and len({member.month for member in members}) == 1
    told = [_stated(member, words, year=not one_year, month=not one_month) for member in members[:-1]]
    return [*told, _simple(last, words, inside=False)]
