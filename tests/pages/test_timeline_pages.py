"""The timeline: each incident counted once, uncertain dates never made certain."""

import pytest
from synthetic_site import FILES, NEW_YEAR, archive_at, page_at, texts, written

from generator.archive.archive import Archive
from generator.pages.calendar import calendar
from generator.pages.incident_row import incident_rows
from generator.pages.page import Page
from generator.pages.timeline_pages import timeline_pages

RECORD = """\
---
id: {id}
title: Synthetic incident {name}
type: remote-violence
status: single-source
date: {date}
location: beta-field
reports: [{{url: "https://observatory.example/{id}", source: observatory}}]
---
The Synthetic Observatory reports it.
"""
MORE = {
    "month": ("syb-1121111", "2024-02"),
    "year": ("syb-1121112", "2024"),
    "decade": ("syb-1121113", "202X"),
    "reported": ("syb-1121114", "{value: 2024-02-12, anchor: reported}"),
    "set": ("syb-1121115", '{value: "[2024-02-12,2024-02-14]", basis: synthetic}'),
    "week": ("syb-1121116", "2024-02-20/2024-02-26"),
    "relative": (
        "syb-1121117",
        "{value: unknown, as_stated: soon after, relative: {relation: shortly-after, to: syb-4k7m2xq}}",
    ),
    "march": ("syb-1121118", "2024-03-30/2024-04-02"),
}


@pytest.fixture(scope="module")
def dated_archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The tiny archive with one more incident for each kind of date."""
    records = {
        f"records/more/{name}.md": RECORD.format(id=key, name=name, date=date) for name, (key, date) in MORE.items()
    }
    return archive_at(written(tmp_path_factory.mktemp("dated") / "incidents", {**FILES, **records}))


@pytest.fixture(scope="module")
def pages(dated_archive: Archive) -> tuple[Page, ...]:
    """All pages of its timeline."""
    return timeline_pages(dated_archive, incident_rows(dated_archive))


def test_there_is_a_page_for_every_month_and_year_an_incident_may_lie_in_and_for_no_other(pages):
    """A month has a page if an incident lies or may lie in it; a decade makes no pages of years."""
    assert [page.address for page in pages] == [
        "timeline/",
        "timeline/undated/",
        "timeline/2023/",
        "timeline/2024/",
        "timeline/2023/12/",
        "timeline/2024/01/",
        "timeline/2024/02/",
        "timeline/2024/03/",
        "timeline/2024/04/",
    ]


def test_every_incident_that_stands_is_counted_exactly_once(dated_archive):
    """The counts of months, of wider dates and of the undated add up to the incidents that were not withdrawn."""
    dated = calendar(dated_archive, incident_rows(dated_archive))
    assert {month: len(rows) for month, rows in dated.counted.items()} == {
        (2023, 12): 1,
        (2024, 1): 1,
        (2024, 2): 5,
        (2024, 3): 1,
        (2024, 4): 0,
    }
    assert [row.id for row in dated.wide] == ["syb-1121113", "syb-1121112"]
    assert sorted(row.id for row in dated.undated) == ["syb-1121117", "syb-2d8v5hr"]
    assert dated.total == 12 == sum(entry.incident.withdrawn is None for entry in dated_archive.incidents.values())


def test_a_night_between_two_months_stands_in_both_and_counts_in_the_first(pages, rendered):
    """An incident over two months is counted in the first, with its span, and listed in the second with that remark."""
    december, january = (rendered(page_at(pages, f"timeline/{month}/")) for month in ("2023/12", "2024/01"))
    assert texts(december, "//p[@class='standfirst']") == [
        "1 incident is on record for December 2023, neither confirmed nor corroborated. The exact day is not known."
    ]
    assert texts(december, "//div[@class='day']/h3") == ["31–1 Jan between these days"]
    assert texts(december, "//section[@aria-labelledby='record']/p[@class='note']") == [
        "Counted here, and may lie in the month after: Synthetic strike in the night of the new year."
    ]
    assert texts(january, "//p[@class='standfirst']") == [
        "1 incident is on record for January 2024, confirmed or corroborated. 1 more may lie in it."
    ]
    assert texts(january, "//section[@aria-labelledby='possible']/p[@class='hint']") == [
        "Counted in December 2023, where the first day on which it may lie is."
    ]
    assert texts(january, "//section[@aria-labelledby='possible']//a[@class='incident-title']") == [
        "Synthetic strike in the night of the new year"
    ]


def test_a_month_in_which_incidents_only_may_lie_says_so(pages, rendered):
    """A page without a counted incident gives no number of incidents, only that some may lie in it."""
    april = rendered(page_at(pages, "timeline/2024/04/"))
    assert texts(april, "//p[@class='standfirst']") == ["1 incident may lie in April 2024; none is counted in it."]
    assert texts(april, "//p[@class='none']") == ["No incident is counted in this month."]


def test_incidents_stand_under_their_day_and_those_of_no_day_first(pages, rendered):
    """The days of a month follow one another; a set names its days, a span its ends, an unknown day a question mark."""
    february = rendered(page_at(pages, "timeline/2024/02/"))
    assert texts(february, "//div[@class='day']/h3") == [
        "? Day not known",
        "10 Saturday",
        "12 Monday",
        "12, 14 one of these days",
        "20–26 between these days",
    ]
    assert texts(february, "//div[@class='day'][3]//p[@class='incident-line']") == [
        "Single source · 12 February 2024, date of the report · Beta field · 1 line of origin, 1 report"
    ]
    assert texts(february, "//p[@class='standfirst']") == [
        (
            "5 incidents are on record for February 2024, none of them confirmed or corroborated. Beta field appears most often (5). "
            "For 4 the exact day is not known."
        )
    ]


def test_months_lead_to_the_months_before_and_after(pages, rendered):
    """The links to neighbours skip months without a page."""
    february = rendered(page_at(pages, "timeline/2024/02/"))
    assert february.xpath("//nav[@class='pager']/a/@href") == ["../01/", "../03/"]
    assert texts(rendered(page_at(pages, "timeline/2023/12/")), "//nav[@class='pager']/a") == ["January 2024 →"]


def test_the_drawing_of_days_has_a_mark_for_each_listed_incident_that_leads_to_it(pages, rendered):
    """Each incident of the month, counted or possible, is drawn once in its region's lane."""
    january = rendered(page_at(pages, "timeline/2024/01/"))
    assert january.xpath("//*[local-name()='svg'][@class='chart-drawing']//a/@href") == [
        "../../../incidents/syb-4k7m2xq/",
        "../../../incidents/syb-3m6n8pd/",
    ]
    assert texts(january, "//*[@class='lane-name']") == ["Northshire 2"]
    assert january.xpath("//*[local-name()='rect'][contains(@class, 'span-bar')]/@width") == ["3.226%"]


def test_a_year_lists_its_incidents_by_month_and_those_of_no_month_apart(pages, rendered):
    """An incident known to the year only stands on the year's page under a heading that says so."""
    year = rendered(page_at(pages, "timeline/2024/"))
    assert texts(year, "//h2") == [
        "Calendar",
        "Month not known",
        "January 2024 1",
        "February 2024 5",
        "March 2024 1",
        "April 2024 0",
    ]
    assert texts(year, "//section[@aria-labelledby='month-not-known']//a[@class='incident-title']") == [
        "Synthetic incident year"
    ]
    assert texts(year, "//section[@aria-labelledby='month-1']/p[@class='note']") == [
        (
            "Counted in the month before, and may lie in this one: Synthetic strike in the night of the new year "
            "(between 31 December 2023 and 1 January 2024)."
        )
    ]


def test_the_page_of_the_undated_says_what_is_known_of_each(pages, rendered):
    """For an incident without a date, its wording, its relation to another and the reports with their dates are given."""
    undated = rendered(page_at(pages, "timeline/undated/"))
    assert texts(undated, "//h2") == ["Date or year not stated 2", "Known only within a longer time 2"]
    entry = undated.xpath("//article[.//bdi[text()='Synthetic incident relative']]")[0]
    assert texts(entry, ".//dl/div") == [
        "Datedate not known unknown",
        "As stated“soon after”",
        "In relation toshortly after Synthetic drone strike on Alpha base (5 January 2024)",
        "Stated inSynthetic Observatory: report 1, publication date not seen",
    ]
    dated = undated.xpath("//article[.//bdi[text()='Synthetic strike without a date']]")[0]
    assert texts(dated, ".//dl/div[last()]") == ["Stated inSynthetic Relay Daily: report 1, published 1 February 2024"]


def test_the_timeline_gives_the_numbers_of_its_years(pages, rendered):
    """The timeline counts what its years count, and leads to the undated."""
    timeline = rendered(page_at(pages, "timeline/"))
    assert texts(timeline, "//h2") == ["By month", "2024 8", "2023 1", "Without a datable day 4"]
    assert texts(timeline, "//p[@class='standfirst']") == [
        "12 incidents by the time at which they are reported to have happened."
    ]
    assert texts(timeline, "//table/tbody/tr/th") == ["December 2023", "January 2024", "February 2024", "March 2024"]


def test_a_withdrawn_record_is_in_no_list_of_the_timeline(pages, rendered):
    """No page of the timeline leads to a withdrawn record."""
    links = {href for page in pages for href in rendered(page).xpath("//a/@href")}
    assert not any("syb-7c4x9kb" in href for href in links)


def test_the_timeline_of_the_published_archive_counts_every_incident_once(real_archive):
    """The real archive's months, wider dates and undated add up to its incidents."""
    dated = calendar(real_archive, incident_rows(real_archive))
    assert dated.total == sum(entry.incident.withdrawn is None for entry in real_archive.incidents.values())


def test_no_two_days_of_a_month_bear_one_anchor(tmp_path_factory, rendered):
    """A span of days, one day of that span and a choice of the same days each have an anchor of their own."""
    dates = (
        "2024-03-30",
        "2024-03-30/2024-03-31",
        '{value: "[2024-03-30,2024-03-31]", basis: synthetic}',
        '{value: "[2024-03-30..2024-03-31]", basis: synthetic}',
    )
    records = {
        f"records/more/{n}.md": RECORD.format(id=f"syb-112111{n}", name=str(n), date=date)
        for n, date in enumerate(dates, 1)
    }
    archive = archive_at(written(tmp_path_factory.mktemp("days") / "incidents", {**FILES, **records}))
    march = rendered(page_at(timeline_pages(archive, incident_rows(archive)), "timeline/2024/03/"))
    assert sorted(march.xpath("//div[@class='day']/h3/@id")) == [
        "day-30",
        "days-30-31",
        "days-30-31-one",
        "days-30-or-31",
    ]


def test_a_year_in_which_an_incident_may_lie_is_linked_from_it_and_links_to_it(tiny):
    """A night over New Year is linked with the pages of both years, and counted in the first."""
    for year in ("timeline/2023/", "timeline/2024/"):
        assert tiny[f"incidents/{NEW_YEAR}/"].xpath(f"//a[@href='../../{year}']") != []
        assert tiny[year].xpath(f"//a[@href='../../incidents/{NEW_YEAR}/']") != []
