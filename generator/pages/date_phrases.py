"""The words of dates and times: one mapping for sentences, one for lists, in English until a catalogue says them.

Each is a message of the catalogue with the context `date`, `short date` or `time of day`. A mapping
of plain strings with the same keys and the same names in braces serves as well.
"""

from collections.abc import Mapping
from types import MappingProxyType

from generator.texts.text import Text, Value, said

Words = Mapping[str, str]


class Phrase(str):
    """A message of the catalogue whose names in braces are filled later; in itself its English."""

    __slots__ = ("context",)

    context: str

    def __new__(cls, context: str, english: str) -> "Phrase":
        """A message in the context in which catalogues have it."""
        phrase = super().__new__(cls, english)
        phrase.context = context
        return phrase

    def filled(self, **values: Value) -> Text:
        """The words with these values; all of them are numbers or words of ours, so that none needs isolating."""
        return Text(
            self.format(**values),
            lambda catalogue: catalogue.message(str(self), self.context).format(
                **{name: said(value, catalogue) for name, value in values.items()}
            ),
        )


def fill(phrase: str, **values: Value) -> str:
    """A phrase with its names filled; sayable in other languages where it is a message of the catalogue."""
    return phrase.filled(**values) if isinstance(phrase, Phrase) else phrase.format(**values)


ENGLISH: Words = MappingProxyType(
    {
        "month-1": Phrase("date", "January"),
        "month-2": Phrase("date", "February"),
        "month-3": Phrase("date", "March"),
        "month-4": Phrase("date", "April"),
        "month-5": Phrase("date", "May"),
        "month-6": Phrase("date", "June"),
        "month-7": Phrase("date", "July"),
        "month-8": Phrase("date", "August"),
        "month-9": Phrase("date", "September"),
        "month-10": Phrase("date", "October"),
        "month-11": Phrase("date", "November"),
        "month-12": Phrase("date", "December"),
        "day-month-year": Phrase("date", "{day} {month} {year}"),
        "day-month": Phrase("date", "{day} {month}"),
        "day": Phrase("date", "{day}"),
        "month-year": Phrase("date", "{month} {year}"),
        "month": Phrase("date", "{month}"),
        "year": Phrase("date", "{year}"),
        "decade": Phrase("date", "the {first}s"),
        "century": Phrase("date", "{first} to {last}"),
        "unknown": Phrase("date", "date not known"),
        "no-year": Phrase("date", "year not stated"),
        "some-year": Phrase("date", "year not known"),
        "some-month": Phrase("date", "month not known"),
        "some-day": Phrase("date", "day not known"),
        "with-note": Phrase("date", "{date}, {note}"),
        "with-note-inside": Phrase("date", "{date} ({note})"),
        "about": Phrase("date", "around {date}"),
        "uncertain": Phrase("date", "possibly {date} (uncertain)"),
        "uncertain-about": Phrase("date", "possibly around {date} (uncertain)"),
        "uncertain-inside": Phrase("date", "possibly {date}"),
        "uncertain-about-inside": Phrase("date", "possibly around {date}"),
        "between": Phrase("date", "between {first} and {last}"),
        "until-day": Phrase("date", "on or before {date}"),
        "until": Phrase("date", "in or before {date}"),
        "until-roughly": Phrase("date", "{date} or before"),
        "since-day": Phrase("date", "on or after {date}"),
        "since": Phrase("date", "in or after {date}"),
        "since-roughly": Phrase("date", "{date} or after"),
        "start-unknown": Phrase("date", "until {date}, beginning not known"),
        "end-unknown": Phrase("date", "from {date}, end not known"),
        "or": Phrase("date", "{first} or {last}"),
        "comma": Phrase("date", "{first}, {last}"),
        "one-day": Phrase("date", "one day from {first} to {last}"),
        "one-month": Phrase("date", "one month from {first} to {last}"),
        "one-year": Phrase("date", "one year from {first} to {last}"),
        "one-date": Phrase("date", "some time from {first} to {last}"),
        "reported": Phrase("date", "{date}, date of the report"),
        "clock-about": Phrase("time of day", "around {date}"),
        "clock-between": Phrase("time of day", "between {first} and {last}"),
        "clock-next-day": Phrase("time of day", "between {first} and {last} the next day"),
        "night": Phrase("time of day", "at night"),
        "after-midnight": Phrase("time of day", "after midnight"),
        "early-morning": Phrase("time of day", "early morning"),
        "dawn": Phrase("time of day", "dawn"),
        "morning": Phrase("time of day", "morning"),
        "midday": Phrase("time of day", "midday"),
        "afternoon": Phrase("time of day", "afternoon"),
        "evening": Phrase("time of day", "evening"),
        "late-evening": Phrase("time of day", "late evening"),
    }
)

ENGLISH_SHORT: Words = MappingProxyType(
    {
        **ENGLISH,
        "month-1": Phrase("short date", "Jan"),
        "month-2": Phrase("short date", "Feb"),
        "month-3": Phrase("short date", "Mar"),
        "month-4": Phrase("short date", "Apr"),
        "month-5": Phrase("short date", "May"),
        "month-6": Phrase("short date", "Jun"),
        "month-7": Phrase("short date", "Jul"),
        "month-8": Phrase("short date", "Aug"),
        "month-9": Phrase("short date", "Sep"),
        "month-10": Phrase("short date", "Oct"),
        "month-11": Phrase("short date", "Nov"),
        "month-12": Phrase("short date", "Dec"),
        "day-month-year": Phrase("short date", "{day} {month} {year}"),
        "day-month": Phrase("short date", "{day} {month}"),
        "day": Phrase("short date", "{day}"),
        "month-year": Phrase("short date", "{month} {year}"),
        "month": Phrase("short date", "{month}"),
        "year": Phrase("short date", "{year}"),
        "decade": Phrase("short date", "{first}s"),
        "century": Phrase("short date", "{first}\u2013{last}"),
        "unknown": Phrase("short date", "date ?"),
        "no-year": Phrase("short date", "year ?"),
        "some-year": Phrase("short date", "year ?"),
        "some-month": Phrase("short date", "month ?"),
        "some-day": Phrase("short date", "day ?"),
        "with-note": Phrase("short date", "{date}, {note}"),
        "with-note-inside": Phrase("short date", "{date} ({note})"),
        "about": Phrase("short date", "c. {date}"),
        "uncertain": Phrase("short date", "{date} (?)"),
        "uncertain-about": Phrase("short date", "c. {date} (?)"),
        "uncertain-inside": Phrase("short date", "{date} (?)"),
        "uncertain-about-inside": Phrase("short date", "c. {date} (?)"),
        "between": Phrase("short date", "{first} \u2013 {last}"),
        "until-day": Phrase("short date", "by {date}"),
        "until": Phrase("short date", "by {date}"),
        "until-roughly": Phrase("short date", "by {date}"),
        "since-day": Phrase("short date", "from {date}"),
        "since": Phrase("short date", "from {date}"),
        "since-roughly": Phrase("short date", "from {date}"),
        "start-unknown": Phrase("short date", "? \u2013 {date}"),
        "end-unknown": Phrase("short date", "{date} \u2013 ?"),
        "or": Phrase("short date", "{first} or {last}"),
        "comma": Phrase("short date", "{first}, {last}"),
        "one-day": Phrase("short date", "a day of {first} \u2013 {last}"),
        "one-month": Phrase("short date", "a month of {first} \u2013 {last}"),
        "one-year": Phrase("short date", "a year of {first} \u2013 {last}"),
        "one-date": Phrase("short date", "within {first} \u2013 {last}"),
        "reported": Phrase("short date", "{date}, reported"),
    }
)
