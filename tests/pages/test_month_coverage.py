"""How many incidents each month has of the time an archive means to cover."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from generator.model.edtf import parse_edtf
from generator.pages.calendar import Calendar, Month
from generator.pages.month_coverage import month_coverage


def dated(
    numbers: Mapping[Month, int],
    possible: Mapping[Month, int] | None = None,
    monthless: Mapping[int, int] | None = None,
) -> Calendar:
    """A calendar with so many incidents in each month, and so many more in a year that are known to no month."""
    row: Any = SimpleNamespace()
    months = {month: (row,) * number for month, number in numbers.items()}
    unknown = {year: (row,) * number for year, number in (monthless or {}).items()}
    years = dict(unknown)
    for (year, _), rows in months.items():
        years[year] = years.get(year, ()) + rows
    return Calendar(months, {month: (row,) * n for month, n in (possible or {}).items()}, years, unknown, (), ())


def test_every_month_of_the_period_has_a_line_even_without_an_incident() -> None:
    """A month without incidents stands with 0 and leads nowhere; those outside the period are counted apart."""
    found = month_coverage(
        dated({(2023, 12): 2, (2024, 1): 4, (2024, 3): 1}, {(2024, 3): 2}), parse_edtf("2024-01/2024-03")
    )
    assert [(line.name, line.address, line.number, line.possible, line.width, line.fewest) for line in found.lines] == [
        ("January 2024", "timeline/2024/01/", 4, 0, 100.0, False),
        ("February 2024", "", 0, 0, 0.0, True),
        ("March 2024", "timeline/2024/03/", 1, 2, 25.0, False),
    ]
    assert (found.period, found.unit, found.outside) == ("between January and March 2024", "month", 2)
    assert found.sentence == "Fewest: February 2024, with no incident."


def test_months_with_as_many_incidents_are_not_called_thin() -> None:
    """Where every month has as many, none has the fewest."""
    found = month_coverage(dated({(2024, 1): 2, (2024, 2): 2}), parse_edtf("2024-01/2024-02"))
    assert (found.sentence, [line.fewest for line in found.lines]) == ("", [False, False])


def test_several_thin_months_are_named_or_counted() -> None:
    """Up to three months with the fewest are named, more are counted."""
    two = month_coverage(dated({(2024, 1): 2, (2024, 2): 1, (2024, 3): 1}), parse_edtf("2024-01/2024-03"))
    assert two.sentence == "Fewest: February 2024 and March 2024, with 1 incident each."
    assert month_coverage(dated({(2024, 1): 2}), parse_edtf("2024")).sentence == "11 months have no incident."


def test_without_a_period_the_months_reach_from_the_first_incident_to_the_last() -> None:
    """Months between are shown too; a month in which incidents only may lie begins nothing."""
    found = month_coverage(dated({(2023, 12): 1, (2024, 2): 3, (2024, 3): 0}), parse_edtf("2023-12/.."))
    assert [(line.name, line.number) for line in found.lines] == [
        ("December 2023", 1),
        ("January 2024", 0),
        ("February 2024", 3),
    ]
    assert (found.period, found.outside) == ("", 0)


def test_over_a_long_time_years_stand_for_months() -> None:
    """More than sixty months are shown as years."""
    found = month_coverage(dated({(2019, 5): 2, (2019, 6): 1, (2024, 1): 1}), parse_edtf("2019/2024-01"))
    assert (found.unit, [(line.name, line.address, line.number) for line in found.lines]) == (
        "year",
        [
            ("2019", "timeline/2019/", 3),
            ("2020", "", 0),
            ("2021", "", 0),
            ("2022", "", 0),
            ("2023", "", 0),
            ("January 2024", "", 1),
        ],
    )


def test_a_whole_year_has_the_number_of_its_page_and_a_part_is_named() -> None:
    """A whole year counts what its page counts, known to no month or not; a year in part names its months, leads nowhere and is never the fewest."""
    found = month_coverage(
        dated({(2018, 2): 3, (2018, 11): 1, (2019, 5): 4, (2020, 1): 2, (2021, 1): 9, (2022, 1): 9, (2023, 1): 9},
              monthless={2019: 3, 2018: 5}),
        parse_edtf("2018-10/2023-12"),
    )  # fmt: skip
    assert [(line.name, line.address, line.number, line.fewest) for line in found.lines] == [
        ("October to December 2018", "", 1, False),
        ("2019", "timeline/2019/", 7, False),
        ("2020", "timeline/2020/", 2, True),
        ("2021", "timeline/2021/", 9, False),
        ("2022", "timeline/2022/", 9, False),
        ("2023", "timeline/2023/", 9, False),
    ]
    assert (found.sentence, found.outside) == ("Fewest: 2020, with 2 incidents.", 3)


def test_nothing_dated_and_no_period_is_no_month() -> None:
    """Without a period and without a dated incident there is no line."""
    assert month_coverage(dated({}), None).lines == ()
