"""A stranger's text made fit for a terminal and a build log: nothing in it acts, nothing hides."""

import unicodedata

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_LOG_COMMAND = "##["
"""GitHub's runner obeys `##[command]` anywhere in a line of a log."""


def fit(text: str) -> str:
    """The text on one line, with each sign that is not shown written out as `<U+202E>`."""
    if text.isascii() and text.isprintable():
        return text.replace(_LOG_COMMAND, "##<U+005B>")
    return "".join(" " if sign in "\n\t" else fit_sign(sign) for sign in text).replace(_LOG_COMMAND, "##<U+005B>")


def fit_sign(sign: str) -> str:
    """One sign as it is shown: itself, or its name where it would act or not be seen."""
    if sign == "\t":
        return "<TAB>"
    category = unicodedata.category(sign)
    if category[0] == "C" or category in ("Zl", "Zp"):
        return f"<U+{ord(sign):04X}>"
    return sign


def fit_line(line: str) -> list[str]:
    """Each sign of a line of a file as it is shown; tabs, which decide what YAML reads, by name."""
    shown = [fit_sign(sign) for sign in line]
    at = line.find(_LOG_COMMAND)
    while at >= 0:
        shown[at + 2] = "<U+005B>"
        at = line.find(_LOG_COMMAND, at + 1)
    return shown


def takes_one_cell(text: str) -> bool:
    """Whether every sign takes one cell of a terminal, left to right, so that carets can stand below.

    Wide signs take two (UAX #11), combining ones none, and right-to-left ones stand elsewhere (UAX #9).
    """
    return text.isascii() or not any(
        unicodedata.east_asian_width(sign) in "WF"
        or unicodedata.category(sign)[0] == "M"
        or unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT
        for sign in text
    )
