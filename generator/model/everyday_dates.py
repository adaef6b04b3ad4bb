"""Dates as people write them in everyday life, and the same in the form of the profile.

Each function looks for one way of writing and answers None where it does not find it.
"""

import re

from generator.model.mistake import NOT_READ, Mistake, whole_text

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_WEEKDAYS = re.compile("(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?")
_SMALL_WORDS = frozenset(("st", "nd", "rd", "th", "of", "the", "on"))
_TWO_MONTHS = r"(?:from |between )?[A-Z]+,? [0-9]{4} ?(?:to|until|till|and|-|/) ?[A-Z]+,? [0-9]{4}"
_YEAR_FIRST = "write the year first, as 2023-12-31"


def day_first(text: str) -> Mistake | None:
    """`31.12.2023`, `12/31/2023`; `12/10/2023` has two readings."""
    found = re.fullmatch(r"([0-9]{1,2})([./\s-])([0-9]{1,2})\2([0-9]{4})", text)
    if found is None:
        if re.fullmatch(r"[0-9]{1,2}[./][0-9]{1,2}", text):
            return whole_text(text, NOT_READ, None, "write a day without a year as XXXX-12-31")
        if re.fullmatch(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2}", text):
            return whole_text(text, NOT_READ, None, "write the year with four digits and first, as 2023-12-31")
        return None
    first, second, year = int(found[1]), int(found[3]), found[4]
    if first <= 12 and second <= 12 and first != second and min(first, second) > 0:
        readings = f"{first} {MONTH_NAMES[second - 1]} or {second} {MONTH_NAMES[first - 1]}"
        either = f"{year}-{second:02}-{first:02} or {year}-{first:02}-{second:02}"
        return whole_text(text, f"can mean {readings}", None, f"write {either}")
    day, month = (first, second) if second <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return whole_text(text, NOT_READ, None, _YEAR_FIRST)
    return whole_text(text, NOT_READ, f"{year}-{month:02}-{day:02}")


def year_first(text: str) -> Mistake | None:
    """`2023/12/31`, `2023.12.31`, `20231231`."""
    found = re.fullmatch(r"([0-9]{4})[./\s]([0-9]{1,2})[./\s]([0-9]{1,2})", text)
    if found is None:
        found = re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})", text)
    if found is None:
        return None
    return whole_text(text, NOT_READ, f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}")


def month_and_year(text: str) -> Mistake | None:
    """`12/2023`, `2023/12`, `2023/24`."""
    found = re.fullmatch(r"([0-9]{1,2})[./\s-]([0-9]{4})", text)
    if found:
        return whole_text(text, NOT_READ, f"{found[2]}-{int(found[1]):02}", _YEAR_FIRST)
    found = re.fullmatch(r"([0-9]{4})[./\s]([0-9]{1,2})", text)
    if found is None:
        return None
    next_year = (int(found[1]) + 1) % 100
    if int(found[2]) == next_year and len(found[2]) == 2:
        if next_year > 12:
            return whole_text(text, NOT_READ, f"{found[1]}/{int(found[1]) + 1}")
        either = f"{found[1]}-{found[2]} or {found[1]}/{int(found[1]) + 1}"
        return whole_text(text, "can mean a month or two years", None, f"write {either}")
    return whole_text(text, NOT_READ, f"{found[1]}-{int(found[2]):02}", _YEAR_FIRST)


def month_name(text: str) -> Mistake | None:
    """`31 December 2023`, `Dec 2023`, `On December 31`."""
    if re.fullmatch(r"[A-Za-z0-9\s,./&()'-]+", text) is None:
        return None
    words = [word.lower() for word in re.findall(r"[A-Za-z]+|[0-9]+", text)]
    words = [word for word in words if word not in _SMALL_WORDS and not _WEEKDAYS.fullmatch(word)]
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    if not months:
        return None
    years = [word for word in words if word.isdecimal() and len(word) == 4]
    days = [int(word) for word in words if word.isdecimal() and len(word) <= 2]
    plain = len(months) == 1 and len(years) <= 1 and len(days) <= 1
    problem = "has a month in words"
    if len(months) == len(years) == 2 and not days and re.fullmatch(_TWO_MONTHS, text, re.IGNORECASE):
        return whole_text(text, problem, f"{years[0]}-{months[0]:02}/{years[1]}-{months[1]:02}")
    if len(months) == len(years) == 1 and not days and len(words) > 2:
        way_out = f"write {years[0]}-{months[0]:02} and keep the words in `as_stated`"
        return whole_text(text, problem, None, way_out)
    if not plain or len(words) != len(months) + len(years) + len(days) or not (years or days):
        return whole_text(text, problem, None, "write it in digits, as 2023-12-31, 2023-12 or XXXX-12-31")
    if re.fullmatch(r"[A-Za-z]+[\s.,-]+[0-9]{2}", text):
        day = f"XXXX-{months[0]:02}-{days[0]:02}"
        way_out = f"write the year with four digits, or {day} for a day without a year"
        return whole_text(text, "can mean a year or a day", None, way_out)
    day = f"-{days[0]:02}" if days else ""
    mended = f"{years[0] if years else 'XXXX'}-{months[0]:02}{day}"
    return whole_text(text, problem, mended)


def in_words(text: str) -> Mistake | None:
    """`circa 2023-12`, `2023-12-30 or 2023-12-31`, `today`."""
    found = re.fullmatch(r"(?:c\.|ca\.?|circa|about|around|approx\.?|approximately)\s*([0-9].*)", text, re.IGNORECASE)
    if found:
        return whole_text(text, "says `about` in a word", f"{found[1]}~")
    found = re.fullmatch(r"([0-9X][0-9X?~%-]*)\s+or\s+([0-9X][0-9X?~%-]*)", text, re.IGNORECASE)
    if found:
        return whole_text(text, "says `or` in a word", f"[{found[1]},{found[2]}]")
    found = re.fullmatch(
        r"(?:from\s+)?([0-9X][0-9X?~%-]*)\s+(?:to|until|till)\s+([0-9X][0-9X?~%-]*)",
        text,
        re.IGNORECASE,
    ) or re.fullmatch(r"between\s+([0-9X][0-9X?~%-]*)\s+and\s+([0-9X][0-9X?~%-]*)", text, re.IGNORECASE)
    if found:
        return whole_text(text, "says `between` in words", f"{found[1]}/{found[2]}")
    if text.lower() in ("today", "yesterday", "tonight", "last night", "now"):
        return whole_text(text, "is a different day for every reader", None, _YEAR_FIRST)
    return None


def time_on_it(text: str) -> Mistake | None:
    """`2023-12-31T22:30`; with a zone the day itself is in doubt."""
    found = re.fullmatch(
        r"(.*[0-9X])(?:t|,?\s+(?:at\s+)?)(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-9]{2}(?:\.[0-9]+)?)?"
        r"(?:\s*[ap]m)?\s*(z|[+-][0-9:]+|[a-z]{3,4})?",
        text,
        re.IGNORECASE,
    )
    if found is None:
        return None
    if found[2]:
        way_out = "a zone can change the day, so give the day at the place and put the time in `time`"
        return whole_text(text, "has a time with a zone", None, way_out)
    return whole_text(text, "has a time on it, which belongs in `time`", found[1])


def no_year(text: str) -> Mistake | None:
    """`--12-31`, as in older ISO 8601."""
    found = re.fullmatch(r"--?([0-9]{2})-?([0-9]{2})", text)
    if found is None or not text.startswith("--"):
        return None
    return whole_text(text, NOT_READ, f"XXXX-{found[1]}-{found[2]}")
