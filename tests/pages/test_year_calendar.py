"""A year of days: each incident on its day, spans as bars, and nothing on a day it is not dated to."""

import pytest
from synthetic_site import FILES, archive_at, page_at, texts, written

from generator.archive.archive import Archive
from generator.pages.calendar import calendar
from generator.pages.incident_row import incident_rows
from generator.pages.timeline_pages import timeline_pages
from generator.pages.year_calendar import MOST_MARKS, BarPart, CalendarMonth, year_calendar

RECORD = """\
---
id: syb-112111{number}
title: Synthetic incident {number}
type: remote-violence
status: single-source
date: {date}
location: beta-field
reports: [{{url: "https://observatory.example/{number}", source: observatory}}]
---
The Synthetic Observatory reports it.
"""


def archive_of(tmp_path_factory: pytest.TempPathFactory, *dates: str) -> Archive:
    """The tiny archive with one more incident for each of these dates."""
    records = {f"records/more/{n}.md": RECORD.format(number=n, date=date) for n, date in enumerate(dates, 1)}
    return archive_at(written(tmp_path_factory.mktemp("year") / "incidents", {**FILES, **records}))


def month_of(archive: Archive, number: int, year: int = 2024) -> CalendarMonth:
    """One month of the calendar of a year."""
    return year_calendar(archive, calendar(archive, incident_rows(archive)), year)[number - 1]


def bars(month: CalendarMonth, line: int = 0) -> dict[int, str]:
    """The days a line of bars passes, with `[` where a bar begins and `]` where it ends."""
    found = {day.number: day.bars[line] for day in month.days if len(day.bars) > line}
    return {
        number: ("[" if part.begins else "") + "-" + ("]" if part.ends else "")
        for number, part in found.items()
        if part is not None
    }


@pytest.fixture(scope="module")
def march(tmp_path_factory: pytest.TempPathFactory) -> CalendarMonth:
    """March 2024 with one incident of each kind of date."""
    return month_of(
        archive_of(
            tmp_path_factory,
            "2024-03-05",
            "{value: 2024-03-05~, basis: synthetic}",
            "2024-03-09/2024-03-11",
            '{value: "[2024-03-20,2024-03-22]", basis: synthetic}',
            "2024-03-30/2024-04-01",
            "2024-03",
            "2024-03-10/2024-03-25",
        ),
        3,
    )


def test_a_month_begins_on_its_weekday_and_has_all_its_days(march: CalendarMonth) -> None:
    """The first of March 2024 is a Friday, the fifth day of a week that begins on Monday; February 2024 has 29 days."""
    assert (march.name, march.first, [day.number for day in march.days]) == ("March", 5, list(range(1, 32)))


def test_incidents_of_one_day_stand_on_it_and_lead_to_it(march: CalendarMonth) -> None:
    """The fifth has two marks and leads to the page of the month; every other day has none and leads nowhere."""
    fifth = march.days[4]
    assert [row.id for row in fifth.marks] == ["syb-1121112", "syb-1121111"]
    assert (fifth.address, fifth.words) == ("timeline/2024/03/#day-5", "5 March 2024: 2 incidents")
    assert [day.number for day in march.days if day.marks or day.address] == [5]


def test_a_span_of_days_is_a_bar_over_them(march: CalendarMonth) -> None:
    """A bar passes exactly the days on which an incident may lie: of a set its members alone, and beyond the month it is open."""
    assert bars(march) == {
        9: "[-",
        10: "-",
        11: "-]",
        20: "[-]",
        22: "[-]",
        30: "[-",
        31: "-",
    }


def test_a_wide_span_and_a_month_have_no_bar(march: CalendarMonth) -> None:
    """What may lie on more than a week of days is told in the lane, with every other incident of no single day."""
    assert sorted(row.id[-1] for row in march.open) == ["3", "4", "5", "6", "7"]
    assert (march.number, march.more) == (7, 0)


def test_a_span_goes_on_in_the_month_after(tmp_path_factory: pytest.TempPathFactory) -> None:
    """In the month after its first one a bar goes on, and the incident is not counted again."""
    april = month_of(archive_of(tmp_path_factory, "2024-03-30/2024-04-01"), 4)
    assert (bars(april), april.number, april.open) == ({1: "-]"}, 0, ())


def test_bars_of_the_same_days_lie_on_lines_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Two bars never share a day of a line, and each day of a week has as many lines as the fullest."""
    month = month_of(
        archive_of(tmp_path_factory, "2024-03-12/2024-03-13", "2024-03-13/2024-03-14", "2024-03-15/2024-03-16"), 3
    )
    assert (bars(month, 0), bars(month, 1)) == ({12: "[-", 13: "-]", 15: "[-", 16: "-]"}, {13: "[-", 14: "-]"})
    assert {len(day.bars) for day in month.days if 11 <= day.number <= 17} == {2}
    assert {day.bars for day in month.days if day.number < 11} == {()}


def test_a_day_of_many_incidents_has_few_marks_and_the_number_of_the_others(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Beyond the marks there is room for, a number stands for the rest; one more than fits is still a mark."""
    five = month_of(archive_of(tmp_path_factory, *["2024-03-05"] * 5), 3).days[4]
    four = month_of(archive_of(tmp_path_factory, *["2024-03-05"] * 4), 3).days[4]
    assert (len(five.marks), five.more, five.words) == (MOST_MARKS, 2, "5 March 2024: 5 incidents")
    assert (len(four.marks), four.more) == (4, 0)


def test_a_bar_says_what_it_stands_for(march: CalendarMonth) -> None:
    """A bar carries the status and the date of its incident."""
    assert march.days[8].bars[0] == BarPart(
        "single-source", "Single source, between 9 and 11 March 2024", begins=True, ends=False
    )


def test_programs_that_read_aloud_hear_days_with_incidents_only(
    tmp_path_factory: pytest.TempPathFactory, rendered
) -> None:
    """Every day that has incidents is one link with its date and number; days without and bars are passed by."""
    archive = archive_of(tmp_path_factory, "2024-03-05", "2024-03-09/2024-03-11")
    year = rendered(page_at(timeline_pages(archive, incident_rows(archive)), "timeline/2024/"))
    (march,) = year.xpath("//section[@class='calendar-month'][@aria-labelledby='days-of-03']")
    assert texts(march, ".//ol/li[not(@aria-hidden)]") == ["5"]
    assert march.xpath(".//ol/li[not(@aria-hidden)]/a/@aria-label") == ["5 March 2024: 1 incident"]
    assert march.xpath(".//ol/li[not(@aria-hidden)]/a/@href") == ["03/#day-5"]
    assert set(march.xpath(".//*[contains(@class, 'calendar-bars')]/@aria-hidden")) == {"true"}
    assert texts(march, ".//p[@class='calendar-open']") == ["Not to one day Synthetic incident 2 9 – 11 Mar 2024"]
    assert len(year.xpath("//section[contains(@class, 'calendar-month')]//ol/li")) == 366


def test_what_no_calendar_can_show_is_told_beside_it(tmp_path_factory: pytest.TempPathFactory, rendered) -> None:
    """Incidents known to the year only and those without a datable day are numbered under the calendar, with a way to them."""
    archive = archive_of(tmp_path_factory, "2024")
    year = rendered(page_at(timeline_pages(archive, incident_rows(archive)), "timeline/2024/"))
    assert texts(year, "//p[@class='calendar-outside']") == [
        "In no calendar 1 incident known to no month · 2 without a datable day in the whole archive"
    ]
