"""Reading times of day, and the time field of models."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from generator.model.dates import PARTS_OF_DAY, DateError, Time, TimeOfDay, parse_time
from generator.model.times import TIME_PATTERN

UNREAD = (
    "`{}` is not a time the archive can read: write it as 22:30, or as night, after-midnight, early-morning, dawn, morning, "
    "midday, afternoon, evening or late-evening"
)

clock_times = st.times().map(lambda t: f"{t:%H:%M}")
valid_texts = st.one_of(
    clock_times,
    st.tuples(clock_times, clock_times).filter(lambda ends: ends[0] != ends[1]).map("/".join),
    st.sampled_from(PARTS_OF_DAY),
)


class Timed(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    time: Time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("00:00", TimeOfDay("00:00", time(0, 0), time(0, 0))),
        ("23:59", TimeOfDay("23:59", time(23, 59), time(23, 59))),
        ("22:00/23:30", TimeOfDay("22:00/23:30", time(22, 0), time(23, 30))),
        ("23:30/00:30", TimeOfDay("23:30/00:30", time(23, 30), time(0, 30))),
        ("after-midnight", TimeOfDay("after-midnight", part="after-midnight")),
    ],
)
def test_times(text: str, expected: TimeOfDay) -> None:
    """A time is a clock time, a span between two, or a part of the day, as stated."""
    assert parse_time(text) == expected


@pytest.mark.parametrize(
    ("text", "message", "suggestion"),
    [
        ("9:30", "`9:30` is not a time the archive can read: write 09:30", "09:30"),
        ("22.30", "`22.30` is not a time the archive can read: write 22:30", "22:30"),
        ("22h30", "`22h30` is not a time the archive can read: write 22:30", "22:30"),
        ("10:30 pm", "`10:30 pm` is not a time the archive can read: write 22:30", "22:30"),
        ("12:30 am", "`12:30 am` is not a time the archive can read: write 00:30", "00:30"),
        ("10pm", "`10pm` is not a time the archive can read: write 22:00", "22:00"),
        ("2230", "`2230` is not a time the archive can read: write 22:30", "22:30"),
        ("930", "`930` is not a time the archive can read: write 09:30", "09:30"),
        ("٢٢:٣٠", "`٢٢:٣٠` is not a time the archive can read: write 22:30", "22:30"),
        (
            "22:30-23:30",
            "`22:30-23:30` is not a time the archive can read: write 22:30/23:30",
            "22:30/23:30",
        ),
        (
            "22:30 – 23:30",
            "`22:30 – 23:30` is not a time the archive can read: write 22:30/23:30",
            "22:30/23:30",
        ),
        ("22:30/22:30", "`22:30/22:30` begins and ends at the same minute: write 22:30", "22:30"),
        (
            "22:30:15",
            "`22:30:15` has seconds, which the archive does not keep: write 22:30",
            "22:30",
        ),
        (
            "22:30Z",
            "`22:30Z` names a zone: write the local time at the place, without a zone",
            None,
        ),
        (
            "22:30+03:00",
            "`22:30+03:00` names a zone: write the local time at the place, without a zone",
            None,
        ),
        (
            "22:30 UTC",
            "`22:30 UTC` names a zone: write the local time at the place, without a zone",
            None,
        ),
        (
            "24:00",
            "`24:00` is not a time: a day ends at 23:59, so write 00:00 and the next day's date",
            None,
        ),
        ("25:00", "`25:00` is not a time: hours run from 00 to 23", None),
        ("22:61", "`22:61` is not a time: minutes run from 00 to 59", None),
        (
            "Early morning",
            "`Early morning` is not a time the archive can read: write early-morning",
            "early-morning",
        ),
        ("noon", "`noon` is not a time the archive can read: write midday", "midday"),
        ("midnight", UNREAD.format("midnight"), None),
        ("tonight", UNREAD.format("tonight"), None),
        ("nihgt", UNREAD.format("nihgt"), None),
        ("", "the time is empty: leave the key out when no source states a time", None),
        ("13 pm", UNREAD.format("13 pm"), None),
        ("22:30/", UNREAD.format("22:30/"), None),
        ("/22:30", UNREAD.format("/22:30"), None),
        ("22:00/23:00/23:30", UNREAD.format("22:00/23:00/23:30"), None),
        (
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "a time has at most 60 characters, this one has 61",
            None,
        ),
    ],
)
def test_mistakes(text: str, message: str, suggestion: str | None) -> None:
    """A mistaken time is told what stands there and what to write; nothing is proposed on a guess."""
    with pytest.raises(DateError) as caught:
        parse_time(text)
    fault = caught.value
    assert (fault.start, fault.end, fault.message, fault.suggestion) == (
        0,
        len(text),
        message,
        suggestion,
    )


def _fault(text: str) -> DateError | None:
    try:
        parse_time(text)
    except DateError as fault:
        return fault
    return None


@given(st.one_of(st.text(max_size=70), st.text(alphabet="0129:./ -hapm٣Z", max_size=12)))
def test_any_text_is_a_time_or_a_date_error(text: str) -> None:
    """Every text is a time or a `DateError`, whose suggestion is a time."""
    fault = _fault(text)
    if fault is None:
        assert parse_time(text).text == text
        return
    assert fault.message != ""
    assert fault.suggestion is None or parse_time(fault.suggestion).text == fault.suggestion


@given(valid_texts)
def test_a_valid_time_round_trips_through_a_model(text: str) -> None:
    """A model takes the text, holds the time and writes the same text back."""
    record = Timed.model_validate({"time": text})
    assert record.time == parse_time(text)
    assert record.model_dump() == {"time": text}
    assert Timed.model_validate_json(record.model_dump_json()) == record


def test_the_schema_of_a_time_field() -> None:
    """Editors are told that a time is a text with a pattern."""
    schema = TypeAdapter(Time).json_schema()
    assert (schema["type"], schema["pattern"]) == ("string", TIME_PATTERN)


def test_a_number_in_a_time_field_is_told_its_text() -> None:
    """YAML reads `2230` as a number, and the error names the time it stands for."""
    with pytest.raises(ValidationError) as caught:
        Timed.model_validate({"time": 2230})
    [error] = caught.value.errors()
    assert (error["type"], error["msg"], error["ctx"]["suggestion"]) == (
        "time_of_day",
        "`2230` is not a time the archive can read: write 22:30",
        "22:30",
    )
