"""Signs a text may not hold: invisible, reordering, or no characters at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

SignKind = Literal["control", "reordering", "invisible", "line-break", "unassigned"]

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_LINE_BREAKS = "\x85\u2028\u2029"
_REORDERING = "\u202a-\u202e\u2066-\u2069"
_MARKS = "\u200e\u200f\u061c"
_JOINERS = "\u200c\u200d"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_PRIVATE = "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 15)
)
_SUSPECT = re.compile(
    f"[{_CONTROL}{_LINE_BREAKS}{_REORDERING}{_MARKS}{_JOINERS}{_INVISIBLE}{_PRIVATE}]"
    "|(?<=[\ufe00-\ufe0f])[\ufe00-\ufe0f]"
)
_KINDS: tuple[tuple[SignKind, re.Pattern[str]], ...] = (
    ("control", re.compile(f"[{_CONTROL}]")),
    ("line-break", re.compile(f"[{_LINE_BREAKS}]")),
    ("reordering", re.compile(f"[{_REORDERING}{_MARKS}]")),
    ("unassigned", re.compile(f"[{_PRIVATE}]")),
)

# Arabic and its neighbours, the scripts of India, Myanmar, Khmer, Mongolian, and the
# Arabic presentation forms: where a joiner changes how letters look (Unicode 23.2).
_JOINING = re.compile(
    "[\u0620-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
_CONTROL_NAMES = {0x00: "null character", 0x07: "bell", 0x08: "backspace", 0x1B: "escape"}


@dataclass(frozen=True, slots=True)
class Sign:
    """A refused sign: its 0-based place in the text, its kind, and its name in words."""

    index: int
    kind: SignKind
    words: str


def refused_signs(text: str) -> Iterator[Sign]:
    """Every refused sign of the text, in order.

    Zero-width joiners pass between letters of scripts that need them (Persian,
    Kurdish, Hindi), direction marks in a line with right-to-left letters.
    """
    line_end, right_to_left = -1, False
    for match in _SUSPECT.finditer(text):
        index, sign = match.start(), match.group()
        if sign in _JOINERS and _joiner_allowed(text, index, sign):
            continue
        if sign in _MARKS:
            if index >= line_end:
                start = text.rfind("\n", 0, index) + 1
                line_end = text.find("\n", index)
                line_end = len(text) if line_end < 0 else line_end
                right_to_left = _RIGHT_TO_LEFT.search(text, start, line_end) is not None
            if right_to_left:
                continue
        yield Sign(index, _kind(sign), sign_in_words(sign))


def sign_in_words(sign: str) -> str:
    """A character's name and number: `zero width space (U+200B)`."""
    code = ord(sign)
    name = _CONTROL_NAMES.get(code) or unicodedata.name(sign, "").lower()
    if not name:
        name = {
            "Cc": "control character",
            "Cs": "half of a character",
            "Co": "private-use character",
        }.get(unicodedata.category(sign), "no assigned character")
    if code == 0xFEFF:
        name = "byte order mark"
    elif code == 0x85:
        name = "next-line character"
    return f"{name} (U+{code:04X})"


def _kind(sign: str) -> SignKind:
    return next((kind for kind, pattern in _KINDS if pattern.match(sign)), "invisible")


def _joiner_allowed(text: str, index: int, sign: str) -> bool:
    before, after = text[max(index - 1, 0) : index], text[index + 1 : index + 2]
    if not _joins(before):
        return False
    # Persian writes a joiner before a full stop to keep a letter's shape.
    return _joins(after) or (sign == "\u200d" and after == "." and before < "\u0700")


def _joins(sign: str) -> bool:
    return bool(sign and _JOINING.match(sign) and unicodedata.category(sign)[0] in "LM")
