"""Running counts: which figures are held against the records, in what order, and how they grow."""

from datetime import date
from typing import Any

import pytest
from synthetic_counts import archive, incident, strikes, struck, tally

from generator.archive.holdings import Held, Scope
from generator.archive.running_counts import (
    Comparison,
    Difference,
    Growth,
    RunningCount,
    days_of,
    hindrance,
    less,
    running_counts,
)
from generator.model.counts import CountRange


def counted(*entries: Any) -> tuple[Comparison, ...]:
    """The counts of the only running count of these records."""
    (running,) = running_counts(archive(*entries))
    return running.counts


def test_a_count_stands_beside_what_is_held_from_its_first_day_to_its_last() -> None:
    """The comparison gives the records of the period and the plain difference, by record and by location."""
    found = running_counts(
        archive(
            tally("one", "2024-01-31", struck=["army"]),
            incident(1, "2024-01-05", {"key": "base", "also": ["camp"]}, **struck()),
            incident(2, "2024-01-31", **struck()),
            incident(3, "2024-01-06"),
            incident(4, "2024-01-31/2024-02-01", **struck()),
            incident(5, "unknown", **struck()),
        )
    )
    ten, first, last = CountRange(min=10, max=10), date(2024, 1, 1), date(2024, 1, 31)
    compared = Comparison(
        "one", 0, ten, first, last, Held(2, 3, 1, 1, 1, 1), Difference(8, 8), Difference(7, 7), growth=None
    )
    assert found == (RunningCount("monitor", "synthetic strikes", Scope(("land",), ("army",)), (compared,)),)


def test_a_count_grows_from_the_one_before_it_and_so_does_the_archive() -> None:
    """Growth is held against the records after the last day of the count before it, up to its own last day."""
    counts = counted(
        tally("later", "2024-01-20", 14),
        tally("earlier", "2024-01-10", 10),
        incident(1, "2024-01-10"),
        incident(2, "2024-01-11"),
        incident(3, "2024-01-20"),
        incident(4, "2024-01-21"),
        incident(5, "2024-01-10/2024-01-11"),
    )
    assert [(one.tally, one.held.within, one.growth) for one in counts] == [
        ("earlier", 1, None),
        ("later", 4, Growth("earlier", Difference(4, 4), date(2024, 1, 11), Held(2, 2, 1, 0, 1, 0), exact=True)),
    ]


@pytest.mark.parametrize(
    ("as_of", "last"),
    [("2024-01", date(2024, 1, 31)), ("2024-01-20?", date(2024, 1, 20)), ("2024-01-20~", date(2024, 1, 20))],
)
def test_a_count_of_no_exact_day_stands_by_its_latest_and_says_so(as_of: str, last: date) -> None:
    """A month or a doubtful day is taken at its last possible day, and the growth up to it and from it is not exact."""
    counts = counted(
        tally("after", "2024-02-10", 15),
        tally("vague", as_of, 12),
        tally("before", "2024-01-10", 10),
        tally("long-after", "2024-02-20", 16),
    )
    assert [(one.tally, one.last, one.growth and one.growth.exact) for one in counts] == [
        ("before", date(2024, 1, 10), None),
        ("vague", last, False),
        ("after", date(2024, 2, 10), False),
        ("long-after", date(2024, 2, 20), True),
    ]


def test_counts_of_one_day_grow_from_the_day_before_and_the_next_from_the_highest() -> None:
    """Two counts of the same last day are no growth of one another."""
    counts = counted(
        tally("a", "2024-01-10", 10),
        tally("c", "2024-01-12", 12),
        tally("b", "2024-01-12", 13),
        tally("d", "2024-01-14", 16),
    )
    assert [(one.tally, one.growth and (one.growth.since, one.growth.by)) for one in counts] == [
        ("a", None),
        ("c", ("a", Difference(2, 2))),
        ("b", ("a", Difference(3, 3))),
        ("d", ("b", Difference(3, 3))),
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"stated_by": None},
        {"location": ["base"]},
        {"struck": ["army"]},
        {"period": "2024-01-02/2024-01-20"},
        {"figures": [strikes(14) | {"what": "other strikes"}]},
    ],
)
def test_counts_of_another_keeper_scope_start_or_thing_do_not_grow_from_one_another(other: dict[str, Any]) -> None:
    """Only counts of the same keeper, of the same thing over the same scope from the same day, are one running count."""
    found = running_counts(archive(tally("a", "2024-01-10"), tally("b", "2024-01-20", **other)))
    assert [[one.tally for one in running.counts] for running in found] == [["a"], ["b"]]


def test_counts_of_nobody_named_never_run_on() -> None:
    """Two counts whose keeper is not named may be of two keepers."""
    found = running_counts(archive(tally("a", "2024-01-10", stated_by=None), tally("b", "2024-01-20", stated_by=None)))
    assert [(running.keeper, len(running.counts)) for running in found] == [(None, 1), (None, 1)]


def test_the_order_of_locations_and_actors_does_not_part_counts() -> None:
    """A scope is the same in whatever order its keys are written."""
    one = tally("a", "2024-01-10", location=["land", "abroad"], struck=["army", "group"])
    two = tally("b", "2024-01-20", location=["abroad", "land"], struck=["group", "army"])
    assert [len(running.counts) for running in running_counts(archive(one, two))] == [2]


def test_a_figure_with_locations_of_its_own_stands_beside_those() -> None:
    """A figure's locations take the place of the tally's."""
    found = running_counts(
        archive(tally("a", "2024-01-10", strikes(9), strikes(3, location="base")), incident(1, "2024-01-05", "camp"))
    )
    assert [(one.scope.locations, one.counts[0].held.within) for one in found] == [(("land",), 1), (("base",), 0)]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, None),
        ({"incomparable": "Synthetic."}, "incomparable"),
        ({"figures": [{"what": "bases", "count": 3, "counts": "sites"}]}, "not-incidents"),
        ({"figures": [{"what": "injured", "count": 3, "counts": "people"}]}, "not-incidents"),
        ({"figures": [{"what": "claims", "count": 3}]}, "not-incidents"),
        ({"location": []}, "no-location"),
        ({"period": None}, "no-period"),
        ({"period": "2024-01-01/.."}, "no-period"),
        ({"as_of": "2023-12-01"}, "no-period"),
    ],
)
def test_a_figure_is_held_against_records_only_where_that_can_be(more: dict[str, Any], expected: str | None) -> None:
    """It must count incidents, name a location and have a first and a last day, and its tally must not speak against it."""
    entry = tally("a", "2024-01-10", **more)
    held = archive(entry)
    assert hindrance(held, entry, entry.figures[0]) == expected
    assert len(running_counts(held)) == (expected is None)


@pytest.mark.parametrize(
    ("as_of", "period", "last"),
    [
        ("2024-01-10", "2024-01-01/2024-01-10", date(2024, 1, 10)),
        ("2024-01-10", "2024-01", date(2024, 1, 10)),
        ("2024-01-20", "2024-01-01/2024-01-10", date(2024, 1, 10)),
        ("unknown", "2024-01-01/2024-01-10", date(2024, 1, 10)),
    ],
)
def test_a_count_speaks_for_no_day_after_its_period_or_its_own_day(as_of: str, period: str, last: date) -> None:
    """The last day is the earlier of the two; where the count's own day is not stated, that of the period."""
    assert days_of(tally("a", "2024-01-10", as_of=as_of, period=period)) == (date(2024, 1, 1), last)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (14, 10, Difference(4, 4)),
        (10, 14, Difference(-4, -4)),
        ({"min": 14}, 10, Difference(4, None)),
        (14, {"min": 10}, Difference(None, 4)),
        ({"min": 14}, {"min": 10}, Difference(None, None)),
        ({"max": 14}, 10, Difference(None, 4)),
        ({"min": 12, "max": 14}, {"min": 9, "max": 10}, Difference(2, 5)),
        ({"min": 14, "max": 14, "approximate": True}, 10, Difference(4, 4, True)),
    ],
)
def test_a_difference_is_no_more_exact_than_its_numbers(one: Any, other: Any, expected: Difference) -> None:
    """Of "at least" and "at most" only the side is known that both bound."""
    first, second = (tally("a", "2024-01-10", strikes(count)).figures[0].count for count in (one, other))
    assert less(first, second) == expected
