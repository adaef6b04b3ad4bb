"""The mistakes contributors make in dates, each with its sentence and the mended text.

Only for texts which the profile already refused. A replacement is given where the meaning is
certain; where it is not (`12/10/2023`), the sentence says so and nothing is proposed.
"""

import re
import unicodedata
from collections.abc import Callable

from generator.model import everyday_dates
from generator.model.mistake import Mistake, quoted, whole_text

_UNKNOWN = frozenset(
    (
        "unknown",
        "not known",
        "unclear",
        "undated",
        "no date",
        "n/a",
        "na",
        "none",
        "null",
        "nil",
        "tbd",
        "tbc",
        "?",
        "-",
        "--",
        "xxxx",
        "xxxx-xx-xx",
        "????",
        "????-??-??",
    )
)
_LONG_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_OTHER_HYPHENS = "\u2010\u2011\ufe63\uff0d"


def mistake_in(text: str) -> Mistake | None:
    """The first known mistake in a text which is not a date of the profile, or None."""
    for look in _LOOKS:
        mistake = look(text)
        if mistake is not None:
            return mistake
    return None


def _nothing_stated(text: str) -> Mistake | None:
    if not text.strip():
        way_out = "write it as 2023-12-31, 2023-12 or 2023, or `unknown`"
        return Mistake("the date is empty", 0, len(text), None, way_out)
    if text.strip().rstrip("?~%").lower() in _UNKNOWN or text.strip().lower() in _UNKNOWN:
        return whole_text(text, "is not how the archive writes a date nothing is known of", "unknown")
    return None


def _foreign_digits(text: str) -> Mistake | None:
    latin = "".join(
        str(unicodedata.decimal(sign)) if not sign.isascii() and sign.isdecimal() else sign for sign in text
    )
    return whole_text(text, "has other digits than 0 to 9", latin) if latin != text else None


def _long_dash(text: str) -> Mistake | None:
    if not any(dash in text for dash in _LONG_DASHES):
        return None
    between = re.fullmatch(rf"(.*?[0-9X?~%])\s*[{_LONG_DASHES}]\s*([0-9]{{4}}(?:-.*)?)", text, re.DOTALL)
    if between and re.match(r"[0-9X]{4}(?:-|$)", between[1]):
        return whole_text(text, "has a long dash between two dates", f"{between[1]}/{between[2]}")
    plain = text.translate({ord(dash): "-" for dash in _LONG_DASHES})
    if not any(dash in text for dash in _LONG_DASHES if dash not in _OTHER_HYPHENS):
        return whole_text(text, "has another hyphen than the plain `-`", plain)
    return whole_text(text, "has a long dash", plain)


def _hyphen_as_interval(text: str) -> Mistake | None:
    between = re.fullmatch(r"([0-9X]{4}(?:-[0-9X]{2}){0,2})(?:\s+-\s+|\s*--\s*)([0-9X]{4}(?:-[0-9X]{2}){0,2})", text)
    if between is None:
        between = re.fullmatch(r"([0-9]{4}(?:-[0-9X]{2}){2}|[0-9]{4})-([0-9]{4}(?:-[0-9X]{2}){0,2})", text)
    if between is None:
        return None
    return whole_text(text, "has a hyphen between two dates", f"{between[1]}/{between[2]}")


def _spaces(text: str) -> Mistake | None:
    if re.fullmatch(r"[0-9X?~%/,.\[\]\s-]*", text) is None:
        stripped = text.strip()
    else:
        stripped = re.sub(r"\s*([-/,\[\]])\s*", r"\1", text.strip())
        stripped = re.sub(r"\s*(\.\.)\s*|\s+([?~%])", lambda found: found[1] or found[2], stripped)
    return whole_text(text, "has spaces in it", stripped) if stripped != text else None


def _unknown_digits(text: str) -> Mistake | None:
    stated = re.fullmatch(r"([0-9Xx?*_]{4})(-(?:[0-9Xx*_]{2}|\?\?))?(-(?:[0-9Xx*_]{2}|\?\?))?([?~%]?)", text)
    if stated is None:
        return None
    digits = re.sub(r"[x?*_]", "X", "".join(part or "" for part in stated.groups()[:3]))
    mended = digits + stated[4]
    return whole_text(text, "has unknown digits not written as X", mended) if mended != text else None


def _missing_zero(text: str) -> Mistake | None:
    doubted = re.fullmatch(r"([0-9]{4}-[0-9]{2}-)([0-9])\?", text)
    if doubted:
        way_out = f"write {doubted[1]}0{doubted[2]}? for a doubtful day, XX for a day not known"
        return whole_text(text, "can mean two things", None, way_out)
    found = re.fullmatch(r"([0-9X]{4})-([0-9]{1,2}|XX)(?:-([0-9]{1,2}|XX))?([~%]?)", text)
    if found is None or min(len(found[2]), len(found[3] or "XX")) == 2:
        return None
    day = f"-{found[3]:0>2}" if found[3] else ""
    problem = "has a month or day of one digit"
    return whole_text(text, problem, f"{found[1]}-{found[2]:0>2}{day}{found[4]}")


def _length_of_year(text: str) -> Mistake | None:
    found = re.fullmatch(r"([0-9]+)((?:-[0-9X]{2}){0,2}[?~%]?)", text)
    if found is None or len(found[1]) == 4 or (len(found[1]) > 5 and not found[2]):
        return None
    count = len(found[1])
    digits = "digit" if count == 1 else "digits"
    problem = f"{quoted(found[1])} has {count} {digits}"
    return Mistake(problem, 0, count, None, "a year has four, as 2023")


def _misplaced_sign(text: str) -> Mistake | None:
    found = re.fullmatch(r"([?~%])([0-9X-]+)", text)
    if found:
        return whole_text(text, f"has the sign {quoted(found[1])} in front", found[2] + found[1])
    found = re.fullmatch(r"([0-9X-]+)(\?~|~\?)", text)
    if found:
        return whole_text(text, "has two signs, for which there is one", f"{found[1]}%")
    if re.fullmatch(r"[0-9X]{4}(?:-[0-9X]{2}){0,2}[?~%]", text):
        # The sign is where it belongs: what is wrong are the digits.
        return None
    if re.fullmatch(r"[0-9X?~%-]*[?~%][0-9X?~%-]*", text) and re.match(r"[0-9X?~%]{4}", text):
        return whole_text(
            text,
            "has its sign in a wrong place",
            None,
            "write one sign, at the end, for the whole date",
        )
    return None


def _several_days(text: str) -> Mistake | None:
    pieces = text.split(",")
    if len(pieces) > 1 and all(re.fullmatch(r"[0-9X]{4}[0-9X?~%.-]*", piece) for piece in pieces):
        return whole_text(text, "needs brackets, as one of several dates", f"[{text}]")
    found = re.fullmatch(r"([0-9X][0-9X?~%-]*)\.\.([0-9X][0-9X?~%-]*)", text)
    if found:
        either = f"write {found[1]}/{found[2]} for a span of time, [{text}] for one day within it"
        return whole_text(text, "can mean two things", None, either)
    return None


def _not_taken(text: str) -> Mistake | None:
    if text.startswith("{"):
        return whole_text(
            text,
            "names several dates at once",
            None,
            "write an interval, or a record for each date",
        )
    if re.match(r"[-+][0-9]", text):
        return whole_text(text, "has a sign before the year", None, "a year has four digits, as 2023")
    if re.match(r"Y-?[0-9]", text):
        return whole_text(text, "is a long year", None, "a year has four digits, as 2023")
    return None


_LOOKS: tuple[Callable[[str], Mistake | None], ...] = (
    _nothing_stated,
    _foreign_digits,
    everyday_dates.time_on_it,
    _long_dash,
    _hyphen_as_interval,
    _spaces,
    _unknown_digits,
    everyday_dates.day_first,
    everyday_dates.year_first,
    everyday_dates.month_and_year,
    _missing_zero,
    everyday_dates.no_year,
    _length_of_year,
    everyday_dates.month_name,
    everyday_dates.in_words,
    _misplaced_sign,
    _several_days,
    _not_taken,
)
