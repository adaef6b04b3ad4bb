"""What is wrong with a date of the right shape: a month 13, a 30 February, digits that cannot be X."""

import re
from calendar import monthrange

from generator.model.everyday_dates import MONTH_NAMES
from generator.model.mistake import Mistake, quoted


def fault_in_digits(text: str, year: str, month: str | None, day: str | None) -> Mistake | None:
    """What is wrong with a date that has the right shape, or None."""
    whole = (0, len(text))
    unknown_month = month in (None, "XX")
    if year == "XXXX" and unknown_month and day in (None, "XX"):
        return Mistake(f"{quoted(text)} states nothing", *whole, "unknown")
    if "X" in year and year != "XXXX":
        if re.fullmatch(r"[0-9]{2}(?:[0-9]X|XX)", year) is None:
            return Mistake(
                f"{quoted(year)} is not a year (unknown digits stand at its end)",
                0,
                4,
                None,
                "write 202X for a decade, 20XX for a century or XXXX for no year",
            )
        if month is not None:
            alone = year + text[len(text.rstrip("?~%")) :]
            return Mistake(
                f"{quoted(text)} has a month or day in a year that is only partly known",
                *whole,
                alone if unknown_month and day in (None, "XX") else None,
                f"write {year} alone, or XXXX for the year if no year is stated",
            )
    if int(year.replace("X", "0") or "0") == 0 and year != "XXXX":
        return Mistake(f"there is no year {year}", 0, 4, None, "the first year is 0001")
    if month is None:
        return None
    return _fault_in_month(text, month, day) or _fault_in_day(text, year, month, day)


def _fault_in_month(text: str, month: str, day: str | None) -> Mistake | None:
    if month == "XX":
        if day in (None, "XX"):
            return None
        return Mistake(
            f"{quoted(text)} has a day but no month",
            5,
            10,
            None,
            f"write {text[:4]}-XX-XX and keep the day in `as_stated`",
        )
    if "X" in month:
        return Mistake(
            f"{quoted(month)} in {quoted(text)} is not a month",
            5,
            7,
            None,
            "write XX when the month is not known, or the months it may be, as [2023-10..2023-12]"
            if day is None
            else f"write {'unknown' if text[0] == 'X' else text[:4] + '-XX-XX'}, or the days it may be, as [2023-10-31,2023-12-31]",
        )
    if 1 <= int(month) <= 12:
        return None
    way_out = ""
    if day is not None and "X" not in day and 1 <= int(day) <= 12 and int(month) <= 31:
        # A slip of the key is as likely (13 for 12), so this is said and not proposed.
        way_out = f"if day and month are swapped, write {text[:4]}-{day}-{month}{text[10:]}"
    season = ", and codes for seasons are not used" if 21 <= int(month) <= 41 and day is None else ""
    problem = f"{quoted(month)} is not a month (months run from 01 to 12{season})"
    return Mistake(problem, 5, 7, None, way_out)


def _fault_in_day(text: str, year: str, month: str, day: str | None) -> Mistake | None:
    if day is None or day == "XX":
        return None
    if "X" in day:
        tens, ones = day[0], day[1]
        spans = {"0": ("01", "09"), "1": ("10", "19"), "2": ("20", "29"), "3": ("30", "31")}
        replacement = None
        if ones == "X" and tens in spans and text[-1] not in "?~%" and year != "XXXX":
            first, last = spans[tens]
            last = min(last, str(monthrange(int(year), int(month))[1]))
            if first < last:
                replacement = f"[{text[:8]}{first}..{text[:8]}{last}]"
        return Mistake(
            f"{quoted(day)} in {quoted(text)} is not a day",
            0,
            len(text),
            replacement,
            "write XX when the day is not known, or the days it may be, as [2023-12-10..2023-12-19]",
        )
    longest = monthrange(2000 if year == "XXXX" else int(year), int(month))[1]
    if 1 <= int(day) <= longest:
        return None
    name = MONTH_NAMES[int(month) - 1]
    if day == "00":
        return Mistake("there is no day 00", 8, 10, None, "write XX when the day is not known")
    if int(day) > 31:
        return Mistake(f"{quoted(day)} is not a day: {name} has {longest} days", 8, 10)
    stated = name if year == "XXXX" else f"{name} {year}"
    most = "at most " if year == "XXXX" and month == "02" else ""
    return Mistake(f"{int(day)} {name} does not exist: {stated} has {most}{longest} days", 8, 10)
