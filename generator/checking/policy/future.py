"""No date of a record lies in the future."""

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from generator.checking.checked import Checked
from generator.model.edtf import Edtf
from generator.model.incident import Incident
from generator.model.report import Report
from generator.model.source import Source
from generator.model.tally import Tally
from generator.reading.finding import Finding, Rule
from generator.reading.positions import Loc

FUTURE = Rule(
    "P402",
    "future-date",
    "error",
    "{date} lies in the future",
    "the archive holds what has been reported, so no date in it can be later than today",
    "date: 2093-12-31\n",
    "date: 2023-12-31\n",
)

FUTURE_RULES = (FUTURE,)


def check_future(checked: Checked, today: date) -> Iterator[Finding]:
    """Every finding about dates later than `today`, wherever they stand."""
    for kind, model in (("incident", Incident), ("report", Report), ("source", Source), ("tally", Tally)):
        for key, entry in checked.judged_of(model):
            for loc, value in _dates_in(entry, ()):
                if any(part.lower is not None and part.lower > today for part in (value, *value.parts)):
                    yield checked.finding(FUTURE, kind, key, loc, date=value.text)


def _dates_in(value: object, loc: Loc) -> Iterator[tuple[Loc, Edtf]]:
    """Every date of a record with its place."""
    if isinstance(value, Edtf):
        yield loc, value
    elif isinstance(value, BaseModel):
        for field in value.model_fields_set:
            yield from _dates_in(getattr(value, field), (*loc, field))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _dates_in(item, (*loc, number))
