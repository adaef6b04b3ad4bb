"""Values into YAML text which the strict reader reads back the same, and so do other YAML readers but for dates."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import yaml

from generator.reading.scalars import truthlike, typed
from generator.reading.signs import refused_signs

LONGEST_KEY = 100
"""Most characters of a key; the reader refuses longer ones."""

_STEP = "  "
_STRANGE_START = re.compile(r"[^\w(/.+]|[.]{3}(?:\s|$)")
_MARKS = re.compile(r":(?:\s|$)|\s#|://")
_FULL_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHORT_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_RESOLVERS: Mapping[str, Sequence[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers


class UnwritableError(ValueError):
    """A value that no file can hold so that the reader reads it back."""


def yaml_text(mapping: Mapping[str, Any]) -> str:
    """The mapping as YAML in block style, ended by a line feed; `{}` where it is empty.

    Values are texts, whole numbers, decimals, truth values, mappings and lists. Raises
    `UnwritableError` for anything else: absent means unknown, so there is no null.
    """
    if not mapping:
        return "{}\n"
    return "".join(f"{line}\n" for line in _mapping_lines(mapping))


def scalar(value: str | int | float) -> str:
    """One value on one line: a text is quoted wherever some reader would take it for anything but a date."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, int | float):
        raise UnwritableError(f"a {type(value).__name__} cannot stand in a record")
    written = repr(value)
    if isinstance(typed(written), str):
        raise UnwritableError(f"the number {written} has too many digits for a record")
    return written


def _mapping_lines(mapping: Mapping[str, Any]) -> Iterator[str]:
    for key, value in mapping.items():
        yield from _after(f"{_key(key)}:", value)


def _after(lead: str, value: Any) -> Iterator[str]:
    """The lines of a value behind its key."""
    if isinstance(value, Mapping | list | tuple):
        if not value:
            yield f"{lead} {'{}' if isinstance(value, Mapping) else '[]'}"
            return
        yield lead
        lines = _mapping_lines(value) if isinstance(value, Mapping) else _list_lines(value)
        yield from (f"{_STEP}{line}" if line else "" for line in lines)
    elif isinstance(value, str) and _fits_block(value):
        yield f"{lead} {'|' if value.endswith(chr(10)) else '|-'}"
        yield from (f"{_STEP}{line}" if line else "" for line in value.removesuffix("\n").split("\n"))
    else:
        yield f"{lead} {scalar(value)}"


def _list_lines(items: Sequence[Any]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Mapping | list | tuple) and item:
            inner = _mapping_lines(item) if isinstance(item, Mapping) else _list_lines(item)
            for number, line in enumerate(inner):
                yield f"{'- ' if number == 0 else _STEP}{line}" if line else ""
        else:
            yield from _after("-", item)


def _key(key: str) -> str:
    if not key.strip() or "\n" in key or len(key) > LONGEST_KEY:
        raise UnwritableError("a key is one line of 1 to 100 characters")
    return _text(key)


def _text(text: str) -> str:
    if not shows(text):
        return double_quoted(text)
    if _is_plain(text):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def double_quoted(text: str) -> str:
    """The text in double quotes, with every sign that cannot stand in a file escaped."""
    refused = {sign.index for sign in refused_signs(text)}
    return '"' + "".join(_escaped(sign, at in refused) for at, sign in enumerate(text)) + '"'


def _escaped(sign: str, refused: bool) -> str:
    if sign in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[sign]
    if unicodedata.category(sign) == "Cs":
        raise UnwritableError("half of a character (a lone surrogate) cannot stand in a file")
    if not refused and _stands(sign):
        return sign
    code = ord(sign)
    return f"\\U{code:08X}" if code > 0xFFFF else f"\\u{code:04X}"


def _stands(sign: str) -> bool:
    """Whether a sign that the reader does not refuse can stand in a line as it is."""
    return sign.isprintable() or unicodedata.category(sign) in ("Zs", "Cf", "Cn")


def shows(text: str) -> bool:
    """Whether every sign of one line can stand in a file as it is."""
    return all(map(_stands, text)) and next(refused_signs(text), None) is None


def _is_plain(text: str) -> bool:
    """Whether the text can do without quotes."""
    return not (
        not text
        or text != text.strip()
        or _STRANGE_START.match(text)
        or _MARKS.search(text)
        or truthlike(text)
        or _means_more(text)
    )


def _means_more(text: str) -> bool:
    """Whether readers of YAML 1.1 take the plain text for a number, a truth, a time or nothing.

    The strict reader types fewer texts, all of them among these. A full date stands as people write
    it: other readers make a date of it, which says the same.
    """
    if _is_full_date(text):
        return False
    resolvers = (*_RESOLVERS.get(text[0], ()), *_RESOLVERS.get("", ()))
    return any(pattern.match(text) for _, pattern in resolvers)


def _is_full_date(text: str) -> bool:
    """Whether the text is a day of the calendar; other readers stop at a day that does not exist."""
    if not _FULL_DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _fits_block(text: str) -> bool:
    """Whether a text of several lines can stand as it is, indented below its key."""
    lines = text.removesuffix("\n").split("\n")
    return (
        len(lines) > 1
        and bool(lines[0].strip() and lines[-1].strip())
        and not lines[0].startswith(" ")
        and all(map(shows, lines))
    )
