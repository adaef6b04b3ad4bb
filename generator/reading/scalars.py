"""What a scalar means: text, unless it is plainly a truth, a number or nothing."""

from __future__ import annotations

import re
from typing import Any

# Eighteen digits: more is no count or coordinate, and Python refuses very long ones.
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?[0-9]{1,18}\.[0-9]{1,18}")
_TRUTHS = {"true": True, "false": False}
_TRUTHLIKE = frozenset(("yes", "no", "on", "off", "true", "false"))
NULLS = frozenset(("", "~", "null", "Null", "NULL"))
NUMBER_STARTS = frozenset("-0123456789")
SMART_QUOTES = {"“": "”“", "”": "”", "„": "“”", "‘": "’", "‚": "‘’"}
"""Opening curly quotes, each with the signs that may close it."""


def typed(text: str) -> Any:
    """The value of a plain scalar: itself, a truth, a number, or None for nothing."""
    if text in NULLS:
        return None
    first = text[0]
    if first in NUMBER_STARTS:
        if _NUMBER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return float(text)
    elif first in "tf":
        return _TRUTHS.get(text, text)
    return text


def truthlike(text: str) -> bool:
    """Whether other readers of YAML take this plain text for true or false."""
    return len(text) <= 5 and text not in _TRUTHS and text.lower() in _TRUTHLIKE


def double_quoted(text: str) -> str:
    """The text as a YAML scalar in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
