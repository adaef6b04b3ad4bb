"""The timeline: the order of incidents, their months and years, the undatable apart."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.timeline import MOST_MONTHS, listed_months, listed_years, timeline
from generator.model.dates import months_of, parse_edtf
from generator.model.incident import Incident


def incident(number: int, when: Any) -> Incident:
    return Incident.model_validate(
        {
            "id": f"syn-{number:07}",
            "title": "Synthetic strike",
            "type": "strike",
            "date": when,
            "location": "base",
            "reports": [{"url": "https://item.example/", "source": "monitor"}],
            "body": "Synthetic.",
        }
    )


def incidents(*whens: Any) -> dict[str, Incident]:
    return {found.id: found for found in (incident(number, when) for number, when in enumerate(whens))}


def in_order(*whens: Any) -> list[Any]:
    """The dates in the order of the timeline."""
    held = incidents(*whens)
    return [whens[list(held).index(key)] for key in timeline(held).ordered]


ORDER = [
    "202X",
    "2023/2024",
    "2023",
    "2023-12",
    "[2023-12-01..2023-12-05]",
    "2023-12-01",
    "2023-12-12/2023-12-13",
    "2023-12-12~",
    "2023-12-12",
    "[2023-12-30,2023-12-31]",
    "2023-12-31/2024-01-01",
    "2023-12-31?",
    "2023-12-31",
    "2024",
    "2024-01-01/2024-01-02",
    "2024-01-01",
    "2023-12-31/..",
    "../2023-11-30",
    "../2023-12-31",
    "XXXX-01-05",
    "XXXX-12-31",
    "unknown",
]


def test_the_order_of_dates() -> None:
    """By earliest possible day, the wider first; then what one side only bounds, days without a year, and the unknown."""
    assert in_order(*reversed(ORDER)) == ORDER


def test_a_stated_hour_orders_a_day() -> None:
    """Incidents of one day stand by the hour stated; one without an hour or with a part of the day stands first."""
    day = "2024-01-01"
    whens = [{"value": day, "time": time} for time in ("22:05", "03:00", "night", "22:00/23:00")]
    assert in_order(*whens, day) == [whens[2], day, whens[1], whens[3], whens[0]]


def test_incidents_alike_stand_by_id() -> None:
    """Where nothing else tells two incidents apart, their ids do."""
    held = incidents("2024-01-01", "2024-01-01", "unknown", "unknown")
    turned = dict(reversed(held.items()))
    assert timeline(turned).ordered == timeline(held).ordered == tuple(held)


@pytest.mark.parametrize(
    ("date", "months", "years"),
    [
        ("2024-01-05", ((2024, 1),), (2024,)),
        ("2024-01-05?", ((2024, 1),), (2024,)),
        ("2024-01", ((2024, 1),), (2024,)),
        ("2024-01-XX", ((2024, 1),), (2024,)),
        ("2024-01-31/2024-02-01", ((2024, 1), (2024, 2)), (2024,)),
        ("2023-12-31/2024-01-01", ((2023, 12), (2024, 1)), (2023, 2024)),
        ("2023-12/2024-01", ((2023, 12), (2024, 1)), (2023, 2024)),
        ("2023-07/2023-08", ((2023, 7), (2023, 8)), (2023,)),
        ("2023-11/2024-01", (), (2023, 2024)),
        ("2024-01-31/2024-03-01", (), (2024,)),
        ("[2023-12-01,2024-01-01]", ((2023, 12), (2024, 1)), (2023, 2024)),
        ("[2023-12-01,2024-02-01]", ((2023, 12), (2024, 2)), (2023, 2024)),
        ("[2023-10-01,2024-02-01]", (), (2023, 2024)),
        ("2024", (), (2024,)),
        ("2023/2024", (), (2023, 2024)),
        ("2022/2024", (), ()),
        ("202X", (), ()),
        ("unknown", (), ()),
        ("XXXX-12-31", (), ()),
        ("2024-01-05/..", (), ()),
        ("../2024-01-05", (), ()),
    ],
)
def test_the_pages_that_list_a_date(date: str, months: tuple[tuple[int, int], ...], years: tuple[int, ...]) -> None:
    """A date is listed under the months and the years it may lie in, each where they are two at most, and else with the undated."""
    value = parse_edtf(date)
    assert (listed_months(value), listed_years(value)) == (months, years)


def test_where_incidents_are_listed() -> None:
    """The undated are those bounded on one side at most, and stand last."""
    zero, one, two, three, four, five = held = incidents(
        "2023-12-31/2024-01-01", "2024", "XXXX-12-31", "unknown", "../2024-01-05", "2024-02-29"
    )
    found = timeline(held)
    assert found.ordered == (zero, one, five, four, two, three)
    assert found.undated == (four, two, three)


def test_an_empty_timeline() -> None:
    """Without incidents nothing is listed anywhere."""
    found = timeline({})
    assert (found.ordered, found.undated) == ((), ())


days = st.dates(min_value=parse_edtf("2022").lower, max_value=parse_edtf("2025").upper).map("{:%Y-%m-%d}".format)
simple = st.one_of(days, days.map(lambda day: day[:7]), days.map(lambda day: day[:4]))
texts = st.one_of(
    simple,
    st.builds("{}{}".format, days, st.sampled_from("?~%")),
    st.tuples(simple, simple)
    .map(sorted)
    .filter(lambda ends: ends[0][:4] < ends[1][:4] or (len(ends[0]) == len(ends[1]) and ends[0] < ends[1]))
    .map("/".join),
    st.lists(days, min_size=2, max_size=3, unique=True).map(lambda members: f"[{','.join(sorted(members))}]"),
    days.map("../{}".format),
    days.map("{}/..".format),
    days.map(lambda day: f"XXXX{day[4:]}"),
    st.sampled_from(["unknown", "202X", "20XX"]),
)
whens = st.builds(
    lambda value, time: {"value": value, **({"time": time} if time else {})},
    texts,
    st.sampled_from([None, "22:05", "03:00/04:00", "night"]),
)


@given(st.lists(whens, max_size=8), st.randoms(use_true_random=False))
def test_the_order_is_total(held_whens: list[Any], random: Any) -> None:
    """Whatever the order of the files, every incident stands once and in the same place."""
    held = incidents(*held_whens)
    shuffled = list(held.items())
    random.shuffle(shuffled)
    found = timeline(held)
    assert timeline(dict(shuffled)) == found
    assert sorted(found.ordered) == sorted(held)


@given(st.lists(whens, max_size=8))
def test_the_order_agrees_with_the_bounds(held_whens: list[Any]) -> None:
    """Earliest days never fall along the timeline, and whatever is not bounded on both sides stands behind what is."""
    held = incidents(*held_whens)
    found = timeline(held)
    values = [held[key].date.value for key in found.ordered]
    bounded = [value.lower is not None and value.upper is not None for value in values]
    assert bounded == sorted(bounded, reverse=True)
    earliest = [value.lower for value, both in zip(values, bounded, strict=True) if both]
    assert all(one <= next_one for one, next_one in pairwise(earliest))
    assert found.undated == tuple(key for key, both in zip(found.ordered, bounded, strict=True) if not both)


@given(texts)
def test_months_and_years_agree_with_the_bounds(text: str) -> None:
    """A date is listed under months only where it may lie in each, and then under the years of those months and no other."""
    value = parse_edtf(text)
    months, years = listed_months(value), listed_years(value)
    if value.lower is None or value.upper is None:
        assert (months, years) == ((), ())
        return
    assert years in ((), tuple(range(value.lower.year, value.upper.year + 1)))
    if months:
        assert months == tuple(months_of(value))
        assert len(months) <= MOST_MONTHS
        assert years == tuple(dict.fromkeys(year for year, _ in months))


@given(texts)
def test_every_date_is_listed_somewhere(text: str) -> None:
    """A date that no page of a month or a year lists lies in more than two years or is not bounded."""
    value = parse_edtf(text)
    if not listed_months(value) and not listed_years(value):
        assert value.lower is None or value.upper is None or value.upper.year - value.lower.year >= 2
