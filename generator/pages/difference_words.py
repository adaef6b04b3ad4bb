"""A difference between two counts in words and in signs."""

from generator.archive.running_counts import Difference
from generator.texts.text import Text, say_as

MINUS = "−"
LEFT_TO_RIGHT, END = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def level_words(above: Difference, above_places: Difference) -> Text:
    """How far a count lies above the number of records, as a sentence that holds however many locations a record has."""
    first = _level(above, say_as("level", "the number of records"))
    if above_places == above:
        return say_as("level", "The count is {level}.", level=first)
    other = _level(above_places, say_as("level", "that number"))
    return say_as(
        "level",
        "The count is {level}; it is {other} if a record of several locations counts once for each.",
        level=first,
        other=other,
    )


def signed(by: Difference) -> Text:
    """A difference in few signs: `+21`, `−3`, `0`, `at least +21`, `+2 to +4`."""
    if by.low is None and by.high is None:
        return say_as("difference", "not known")
    if by.low is None:
        return say_as("count", "at most {n}", n=_about(by, _sign(by.high or 0)))
    if by.high is None:
        return say_as("count", "at least {n}", n=_about(by, _sign(by.low)))
    if by.low == by.high:
        return _about(by, _sign(by.low))
    return _about(by, say_as("count", "{first} to {last}", first=_sign(by.low), last=_sign(by.high)))


def _about(by: Difference, number: Text | int) -> Text:
    return say_as("count", "about {n}", n=number) if by.approximate else say_as("count", "{n}", n=number)


def _sign(number: int) -> Text:
    signs = f"+{number}" if number > 0 else f"{MINUS}{-number}" if number < 0 else "0"
    # Among letters that run to the left a sign would end up behind its number.
    return Text(signs, lambda catalogue: signs if catalogue.direction == "ltr" else f"{LEFT_TO_RIGHT}{signs}{END}")


def _level(by: Difference, than: Text) -> Text:
    low, high = by.low, by.high
    if low is None or high is None:
        return _open(by, than)
    if low == high == 0:
        return say_as("level", "the same as {than}", than=than)
    if low == high:
        return _step(by, low, than)
    if low >= 0 or high <= 0:
        first, last = (low, high) if low >= 0 else (-high, -low)
        number = _about(by, say_as("count", "{first} to {last}", first=first, last=last))
        return _higher(number, than) if low >= 0 else _lower(number, than)
    return say_as(
        "level",
        "between {less} lower and {more} higher than {than}",
        less=_about(by, -low),
        more=_about(by, high),
        than=than,
    )


def _open(by: Difference, than: Text) -> Text:
    """The level of a count that is bounded on one side only."""
    bound = by.low if by.low is not None else by.high
    if bound is None:
        return say_as("level", "not comparable with {than}", than=than)
    if bound == 0 and by.low is not None:
        return say_as("level", "not lower than {than}", than=than)
    if bound == 0:
        return say_as("level", "not higher than {than}", than=than)
    # A count that is at least so many lower than another may be any less lower, and the other way round.
    least = (bound > 0) == (by.low is not None)
    words = _step(by, bound, than)
    return (
        say_as("level", "at least {level}", level=words) if least else say_as("level", "at most {level}", level=words)
    )


def _step(by: Difference, number: int, than: Text) -> Text:
    return _higher(_about(by, number), than) if number > 0 else _lower(_about(by, -number), than)


def _higher(number: Text, than: Text) -> Text:
    return say_as("level", "{n} higher than {than}", n=number, than=than)


def _lower(number: Text, than: Text) -> Text:
    return say_as("level", "{n} lower than {than}", n=number, than=than)


def grown(by: Difference) -> Text:
    """How a count went on, to follow it: `grew by at least 4`, `stayed the same`."""
    low, high = by.low, by.high
    if low is not None and low == high:
        if low == 0:
            return say_as("growth", "stayed the same")
        if low > 0:
            return say_as("growth", "grew by {n}", n=_about(by, low))
        return say_as("growth", "went down by {n}", n=_about(by, -low))
    if low is not None and low > 0:
        if high is None:
            return say_as("growth", "grew by {n}", n=say_as("count", "at least {n}", n=_about(by, low)))
        return say_as("growth", "grew by {n}", n=_about(by, say_as("count", "{first} to {last}", first=low, last=high)))
    if low is None and high is not None and high > 0:
        return say_as("growth", "grew by {n}", n=say_as("count", "at most {n}", n=_about(by, high)))
    if low is None and high is None:
        return say_as("growth", "changed by a number that the two do not give")
    return say_as("growth", "changed by {n}", n=signed(by))
