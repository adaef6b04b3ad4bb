"""Numbers as people write them, with a comma, a degree sign or a letter for the direction."""

import re

from generator.reading.finding import Safety
from generator.reading.positions import Loc

_COMMA = re.compile(r"-?[0-9]{1,4},(?:[0-9]{1,2}|[0-9]{4,8})")
_DEGREES = re.compile(r"([NSEW])?\s*(-?[0-9]{1,3}(?:[.,][0-9]{1,8})?)\s*°?\s*([NSEW])?", re.IGNORECASE)
_MINUTES = re.compile(
    r"([0-9]{1,3})\s*°\s*([0-9]{1,2})\s*['′’]\s*(?:([0-9]{1,2}(?:\.[0-9]+)?)\s*(?:\"|″|”|''))?\s*([NSEW])?",
    re.IGNORECASE,
)
_DIRECTIONS = {"lat": "NS", "lon": "EW"}
_AXES = {
    "lat": "write degrees north of the equator with decimals, as 35.33; south of it they are negative",
    "lon": "write degrees east of Greenwich with decimals, as 40.14; west of it they are negative",
}
_SIXTY = 60


def number_advice(loc: Loc, written: str) -> tuple[str, str | None, Safety] | None:
    """What to write, the number itself and how sure it is, for a text where a number with decimals belongs."""
    axis = str(loc[-1]) if loc else ""
    letters = _DIRECTIONS.get(axis)
    if letters is None:
        return _with_point(written)
    if found := _DEGREES.fullmatch(written.strip()):
        direction = (found[1] or found[3] or "").upper()
        if (found[1] and found[3]) or (direction and direction not in letters):
            return _AXES[axis], None, "unsafe"
        if "," in found[2] and not _COMMA.fullmatch(found[2]):
            return _AXES[axis], None, "unsafe"
        number = found[2].replace(",", ".")
        if direction and direction in "SW":
            number = number if number.startswith("-") else f"-{number}"
        way = "write the number alone" if direction or "°" in written else "decimals follow a point"
        return f"{way}: `{number}`", number, "safe"
    if found := _MINUTES.fullmatch(written.strip()):
        direction = (found[4] or "").upper()
        if direction and direction not in letters:
            return _AXES[axis], None, "unsafe"
        degrees = int(found[1]) + int(found[2]) / _SIXTY + float(found[3] or 0) / _SIXTY**2
        number = f"{-degrees if direction and direction in 'SW' else degrees:.2f}"
        return f"minutes and seconds become decimals: `{number}`", number, "unsafe"
    return _AXES[axis], None, "unsafe"


def _with_point(written: str) -> tuple[str, str | None, Safety] | None:
    plain = written.strip()
    if not _COMMA.fullmatch(plain):
        return None
    number = plain.replace(",", ".")
    return f"decimals follow a point: `{number}`", number, "safe"
