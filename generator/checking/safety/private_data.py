"""What can put people at risk or call on them: telephone numbers, mentions, positions finer than the archive's limit."""

import re
from collections.abc import Iterator

from generator.checking.style.texts import Text, texts_of, without_addresses
from generator.reading.finding import Finding, Rule, Suggestion, quoted
from generator.reading.folder import RawRecord

PHONE = Rule(
    "X506",
    "telephone-number",
    "error",
    "{where} holds what looks like a telephone number",
    "numbers of persons do not belong in a public archive",
    "notes: [Call +963 11 555 0100 for details]\n",
    "notes: [The outlet was asked for details]\n",
)
MENTION = Rule(
    "X507",
    "mention",
    "warning",
    "`{name}` calls on whoever has that name at the code host",
    "a name after `@` sends that person a message with every change of the text",
    "notes: [Posted by @example]\n",
    "notes: [Posted by the account “example” on X]\n",
)
FINE_POSITION = Rule(
    "X508",
    "exact-position",
    "error",
    "{where} holds a position {found}; this archive allows at most {allowed}",
    "a position finer than the archive's limit can put people at risk and says more than is known",
    "The base lies at 35.33412, 40.32551.\n",
    "The base lies at about 35.33, 40.33.\n",
)
PRIVATE_DATA_RULES = (PHONE, MENTION, FINE_POSITION)

_MARKED = r"(?:\+|\b00)[1-9][0-9]{0,2}(?:[ ./()-]{0,2}[0-9]{1,4}){2,5}"
_CALLED = r"\b(?:tel|telephone|phone|mobile|whatsapp|call|fax|viber|signal|هاتف|тел|телефон)\b[.: ]{1,3}[0-9(][0-9 ()./-]{5,18}[0-9]"
_PHONE = re.compile(rf"(?<![\w.])(?:{_MARKED}|{_CALLED})(?![\w%])", re.IGNORECASE)
_FEWEST_DIGITS, _MOST_DIGITS = 8, 15
_FEWEST_CALLED = 6
_MENTION = re.compile(r"(?<![\w/.@`])@[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})(?![\w.@-]*\.[A-Za-z]{2})")
_DEGREES = r"[-+]?[0-9]{1,3}[.,]([0-9]{2,8})\s?°?\s?[NSEW]?"
_SEXAGESIMAL = r"[0-9]{1,3}\s?°\s?[0-9]{1,2}\s?['′]\s?[0-9]{1,2}(?:[.,][0-9]+)?\s?(?:[\"″]|'')(?:\s?[NSEW]\b)?"
_POSITION = re.compile(
    rf"(?<![\w.,]){_DEGREES}(?:\s?[,;/]\s?|\s+(?:and\s+)?){_DEGREES}(?![\w%])|"
    rf"(?<!\w){_SEXAGESIMAL}(?:\s?[,;/]?\s?(?:and\s+)?{_SEXAGESIMAL})?"
)
_SECONDS = 4
"""Decimals of a degree that a second of arc stands for."""
_MARKED_POSITION = re.compile(r"[°NSEW]")
_CUE = re.compile(r"coordinat|position|located|\blat|\blies? at\b|إحداثيات|координат", re.IGNORECASE)
_CUE_REACH = 40
_WORTH_A_LOOK = re.compile(r"@|°|[0-9].?[0-9]")
_SKIPPED = frozenset({"text_sha256", "sha256", "url", "homepage", "geonames", "id", "key", "report", "ref"})


def check_private_data(raw: RawRecord, decimals: int) -> Iterator[Finding]:
    """Every finding about a record's texts, also where the schema refuses it; `decimals` is the archive's limit."""
    for text in texts_of(raw):
        if _WORTH_A_LOOK.search(text.text) is None or (text.loc is not None and text.loc[-1] in _SKIPPED):
            continue
        shown = without_addresses(text.text)
        yield from _phones(text, shown)
        yield from _mentions(text, shown)
        yield from _positions(text, shown, decimals)


def _phones(text: Text, shown: str) -> Iterator[Finding]:
    if len(shown) < _FEWEST_CALLED or text.raw.kind == "settings":
        return
    for found in _PHONE.finditer(shown):
        digits = sum(sign.isdigit() for sign in found.group())
        least = _FEWEST_DIGITS if found.group()[0] in "+0" else _FEWEST_CALLED
        if least <= digits <= _MOST_DIGITS:
            yield PHONE.finding(
                text.raw.path, text.span(found.start(), found.end()), where=text.where, help="leave the number out"
            )


def _mentions(text: Text, shown: str) -> Iterator[Finding]:
    for found in _MENTION.finditer(shown) if "@" in shown else ():
        yield MENTION.finding(
            text.raw.path,
            text.span(found.start(), found.end()),
            name=quoted(found.group(), 45),
            help="leave the `@` out",
            suggestion=Suggestion(found.group()[1:], "unsafe", verbatim=True),
        )


def _positions(text: Text, shown: str, decimals: int) -> Iterator[Finding]:
    for found in _POSITION.finditer(shown) if "." in shown or "," in shown or "°" in shown else ():
        first, second = found.groups()
        if first is not None and max(len(first), len(second)) <= decimals:
            continue
        if first is not None and not _is_position(
            found.group(), shown[max(found.start() - _CUE_REACH, 0) : found.start()]
        ):
            continue
        count = _SECONDS if first is None else max(len(first), len(second))
        if count > decimals:
            yield FINE_POSITION.finding(
                text.raw.path,
                text.span(found.start(), found.end()),
                where=text.where,
                found="to the second, as fine as 4 decimals" if first is None else f"with {count} decimals",
                allowed=decimals,
                help="name the place, or round the position to the limit",
            )


def _is_position(pair: str, before: str) -> bool:
    """Whether two numbers are a latitude and a longitude: by their size, and by a sign, a word before them or their length."""
    numbers = [abs(float(number.replace(",", "."))) for number in re.findall(r"[0-9]+[.,][0-9]+", pair)]
    if len(numbers) != 2 or min(numbers) > 90 or max(numbers) > 180:
        return False
    fine = min(len(number) for number in re.findall(r"[0-9]+[.,]([0-9]+)", pair))
    return fine >= _SECONDS or _MARKED_POSITION.search(pair) is not None or _CUE.search(before) is not None
