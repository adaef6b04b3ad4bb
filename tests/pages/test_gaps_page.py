"""The page of what is missing."""

from pathlib import Path

import pytest
from synthetic_site import FILES, UNDATED, Site, archive_at, cells, links, texts, written

GAPS = "gaps/"
JANUARY = "tallies/observatory-january.yml"


def tally(as_of: str, count: str, **more: str) -> str:
    """A count of strikes kept by the Synthetic Observatory from December on."""
    fields = {
        "name": f"Synthetic count of {as_of}",
        "figures": f"[{{what: synthetic strikes, counts: incidents, count: {count}}}]",
        "stated_by": "observatory",
        "as_of": as_of,
        "period": f"2023-12-01/{as_of.rstrip('?')}",
        "location": "testland",
        "reports": f'[{{url: "https://observatory.example/{as_of.rstrip("?")}", source: observatory}}]',
        **more,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value)


COUNTS = {
    "tallies/a.yml": tally("2024-01-02", "5"),
    "tallies/b.yml": tally("2024-01-04?", "7"),
    "tallies/c.yml": tally("2024-01-31", "12"),
    "tallies/d.yml": tally("2024-03-10", "30"),
    "tallies/apart.yml": tally(
        "2024-01-31",
        "40",
        location="[testland, beta-field]",
        incomparable="It counts synthetic attacks elsewhere as well.",
    ),
    "tallies/apart-undated.yml": tally(
        "unknown", "50", period="", incomparable="It counts synthetic attacks elsewhere as well."
    ),
    "tallies/sites.yml": tally(
        "2024-01-15", "9", stated_by="", figures="[{what: synthetic bases, counts: sites, count: 9}]"
    ),
}


def with_counts(tmp_path: Path, **changed: str) -> Site:
    """The tiny archive with these counts in place of its own; `changed` gives some of them other words."""
    files = {path: text for path, text in FILES.items() if path != JANUARY}
    item = "reports/rewritten-item.yml"
    files[item] = (
        files[item]
        .replace("to: [observatory-january]", "disposition: too-vague")
        .replace("kind: detail\n    gist: A synthetic number", "kind: event\n    gist: A synthetic number")
    )
    counts = COUNTS | {f"tallies/{name}.yml": text for name, text in changed.items()}
    return Site(archive_at(written(tmp_path / "incidents", files | counts)))


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return with_counts(tmp_path_factory.mktemp("counted"))


def lead(site: Site) -> list[str]:
    return texts(site[GAPS], "//p[@class='standfirst']")


def test_the_page_begins_with_the_count_furthest_above_the_records(counted: Site) -> None:
    """The lead takes the last count within the time the archive means to cover, and gives both readings of the difference."""
    assert lead(counted) == [
        (
            "Synthetic Observatory: 12 synthetic strikes, as of 31 January 2024. This archive has 2 incidents at the same place dated in "
            "that time. The count is 10 higher than the number of records; it is 9 higher than that number if a record of several "
            "locations counts once for each."
        )
    ]
    assert counted.pages[GAPS].description == lead(counted)[0]


def test_each_count_stands_with_its_growth_and_the_records_of_that_span(counted: Site) -> None:
    """A row gives as of, count, growth, records in the span, records so far and difference, in order of time."""
    section = "//section[@aria-labelledby='counts-of-observatory']"
    assert cells(counted[GAPS], f"({section}//table)[1]//tbody/tr") == [
        ["2 Jan 2024", "5", "first", "", "1 2 by location", "+4 +3 by location"],
        ["4 Jan 2024 (?)", "7", "+2", "0 days not exact", "1 2 by location", "+6 +5 by location"],
        [
            "31 Jan 2024 most beyond the records",
            "12",
            "+5",
            "1 days not exact",
            "2 3 by location",
            "+10 +9 by location",
        ],
        [
            "10 Mar 2024 reaches beyond the time the archive means to cover",
            "30",
            "+18",
            "1",
            "3 4 by location",
            "+27 +26 by location",
        ],
    ]


def test_the_step_that_grew_most_beyond_the_records_is_told_in_a_sentence(counted: Site) -> None:
    """Where a count grew most beyond all records that may lie in that time, the page says so before the table."""
    assert texts(counted[GAPS], "//p[@class='widest']") == [
        (
            "Where it grew most beyond the records. Since the count before it, as of possibly 4 January 2024 (uncertain), the count grew by 5; "
            "the archive has 1 incident dated between 5 and 31 January 2024. The days of the counts are not exact, so neither is that time."
        )
    ]


def test_the_scope_of_a_running_count_is_told(tmp_path: Path) -> None:
    """The page says from which day, for which locations and of whose sites a count is."""
    struck = {
        name: tally(day, count, struck="[test-forces]")
        for name, day, count in (("a", "2024-01-02", "5"), ("b", "2024-01-04?", "7"))
    }
    told = texts(with_counts(tmp_path, **struck)[GAPS], "//section[@aria-labelledby='counts-of-observatory']/p")
    counted_from = "Counted from 1 December 2023 on. Beside it stand this archive’s incidents for Testland, with everything within it"
    assert [sentence for sentence in told if sentence.startswith("Counted")] == [
        f"{counted_from}, in which Forces of Testland, or a part of it, is struck.",
        f"{counted_from}.",
    ]


def test_incomparable_counts_stand_apart_with_their_reason_and_the_archives_numbers(counted: Site) -> None:
    """Each reason is told once; beside each count stand the records at each of its locations, where its time is known."""
    section = "//section[@aria-labelledby='counts-of-observatory']"
    assert texts(counted[GAPS], f"{section}/p[starts-with(., 'It counts')]") == [
        "It counts synthetic attacks elsewhere as well."
    ]
    assert cells(counted[GAPS], f"({section}//table)[last()]//tbody/tr") == [
        ["31 Jan 2024", "40 synthetic strikes", "Testland: 2 Beta field: 1"],
        ["date ?", "50 synthetic strikes", "no number"],
    ]


def test_counts_of_anything_else_stand_apart_too(counted: Site) -> None:
    """A count of bases is listed under whoever keeps it, with the reason why no record stands beside it."""
    section = "//section[@aria-labelledby='counts-unnamed']"
    assert texts(counted[GAPS], f"{section}/h2") == ["Nobody named as keeper"]
    assert texts(counted[GAPS], f"{section}/p") == ["None of its figures is marked as a count of incidents."]
    assert cells(counted[GAPS], f"{section}//tbody/tr") == [["15 Jan 2024", "9 synthetic bases", "no number"]]


def test_a_count_given_once_stands_in_a_short_table(tiny: Site) -> None:
    """A count without another to grow from has what it counts, its records and the difference."""
    section = "//section[@aria-labelledby='counts-of-observatory']"
    assert texts(tiny[GAPS], f"{section}/h3") == ["Given once"]
    assert cells(tiny[GAPS], f"{section}//tbody/tr") == [
        [
            "Synthetic attacks Testland; from 1 January 2024, as of 31 Jan 2024",
            "at least 10",
            "1 1 more may",
            "at least +9",
        ]
    ]


def test_a_withdrawn_incident_is_in_no_number(counted: Site) -> None:
    """The month of the withdrawn duplicate has only the incident that stands, and no list leads to the duplicate."""
    assert texts(counted[GAPS], "//ol[contains(@class, 'coverage')]/li") == [
        "October 2023 fewest 0",
        "November 2023 fewest 0",
        "December 2023 1",
        "January 2024 1, 1 more may lie in it",
        "February 2024 1",
    ]
    assert "incidents/syb-7c4x9kb/" not in links(counted[GAPS], "//a", GAPS)


def test_reports_tied_to_no_incident_are_listed_with_what_they_say(counted: Site) -> None:
    """What an item tells of, and why it cannot be tied, stands beside it."""
    assert cells(counted[GAPS], "//section[@aria-labelledby='untied']//li") == [
        [
            "Synthetic item without a day Synthetic Observatory, publication date not seen",
            "A synthetic strike somewhere",
            "The item gives no day",
        ]
    ]
    assert links(counted[GAPS], "//section[@aria-labelledby='untied']//strong/a", GAPS) == ["reports/untied-item/"]


def test_a_report_that_only_gives_a_count_leads_to_it(tmp_path: Path) -> None:
    """An item that a tally cites and no incident does is listed with that tally; one that nothing cites is not gone through."""
    report = "source: observatory\nurl: https://observatory.example/{0}\ntitle: Synthetic {0}\n"
    files = {
        **FILES,
        "tallies/z.yml": tally("2024-01-02", "5", reports="[{report: counting}]"),
        "reports/counting.yml": report.format("counting"),
        "reports/alone.yml": report.format("alone"),
    }
    site = Site(archive_at(written(tmp_path / "incidents", files)))
    assert cells(site[GAPS], "//section[@aria-labelledby='untied']//li")[1:] == [
        ["Synthetic alone Synthetic Observatory, publication date not seen", "Not gone through."],
        [
            "Synthetic counting Synthetic Observatory, publication date not seen",
            "It gives a count: Synthetic count of 2024-01-02.",
        ],
    ]
    assert links(site[GAPS], "//section[@aria-labelledby='untied']//li[3]/p[2]/a", GAPS) == ["tallies/z/"]


def test_records_with_an_open_end_are_counted(counted: Site) -> None:
    """Incidents without a datable day, at a place without a file, and known to a wide area only are told apart."""
    assert texts(counted[GAPS], "//section[@aria-labelledby='open']//dd") == [
        "1 · what is known of them",
        "0",
        "1 placed in a country or one of its first- or second-level divisions, no closer",
    ]
    assert links(counted[GAPS], "//details//a[@class='incident-title']", GAPS) == [f"incidents/{UNDATED}/"]


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (
            {name.split("/")[1][:-4]: tally("2024-01-31", "1") for name in COUNTS},
            "No published count that can be held against this archive’s records is higher than their number.",
        ),
        (
            {name.split("/")[1][:-4]: tally("2024-01-31", "99", location="") for name in COUNTS},
            "None of the 7 published counts recorded here can be held against this archive’s records.",
        ),
    ],
)
def test_the_lead_says_so_where_no_count_shows_a_gap(tmp_path: Path, counts: dict[str, str], sentence: str) -> None:
    """Counts below the number of records, and counts that cannot be compared, show nothing missing, and the page says which it is."""
    assert lead(with_counts(tmp_path, **counts)) == [sentence]


def test_the_lead_is_that_of_the_keeper_furthest_above(tmp_path: Path) -> None:
    """Of several counts that are higher than the records, the lead tells the one that is by most."""
    other = tally("2024-01-20", "90", stated_by="relay-daily")
    assert lead(with_counts(tmp_path, other=other))[0].startswith("Synthetic Relay Daily: 90 synthetic strikes, as of")


def test_counts_that_all_reach_beyond_the_archives_time_lead_with_the_last(tmp_path: Path) -> None:
    """Where no count ends within the time the archive means to cover, the last one is told."""
    late = {
        name: tally(f"2024-0{month}-10", count)
        for month, (name, count) in enumerate(zip("abcd", ("5", "6", "7", "8"), strict=True), 3)
    }
    assert lead(with_counts(tmp_path, **late))[0].startswith(
        "Synthetic Observatory: 8 synthetic strikes, as of 10 June 2024."
    )


def test_no_step_is_named_whose_growth_all_possible_records_could_fill(tmp_path: Path) -> None:
    """A growth of two is no gap where one record of that time has two locations, or a further one may lie in it."""
    steps = {
        "a": tally("2023-12-30", "5"),
        "b": tally("2024-01-02", "7"),
        "c": tally("2024-01-04", "7"),
        "d": tally("2024-01-05", "8"),
    }
    site = with_counts(tmp_path, **steps)
    assert [row[2:4] for row in cells(site[GAPS], "(//table)[1]//tbody/tr")] == [
        ["first", ""],
        ["+2", "1"],
        ["0", "0"],
        ["+1", "1"],
    ]
    assert texts(site[GAPS], "//p[@class='widest']") == []


def test_no_step_is_named_whose_growth_an_undated_record_could_fill(tmp_path: Path) -> None:
    """A growth of one is no gap where a record without a datable day may lie in that time; a growth of two is."""
    steps = {"a": tally("2024-02-10", "5"), "b": tally("2024-02-20", "6"), "c": tally("2024-02-21", "6")}
    one = with_counts(tmp_path / "one", **steps, d=tally("2024-02-22", "6"))
    assert [row[2:4] for row in cells(one[GAPS], "(//table)[1]//tbody/tr")][1] == ["+1", "0"]
    assert texts(one[GAPS], "//p[@class='widest']") == []
    two = with_counts(tmp_path / "two", **steps, d=tally("2024-02-22", "8"))
    assert len(texts(two[GAPS], "//p[@class='widest']")) == 1


def test_an_incident_at_a_place_without_a_file_is_told_apart(tmp_path: Path) -> None:
    """A place that is only described counts as one without a file, not as a wide area."""
    record = "records/undated/undated.md"
    described = FILES[record].replace(
        "  key: northshire\n  relation: in\n", "  as_stated: a synthetic field\n  within: northshire\n"
    )
    assert described != FILES[record]
    site = Site(archive_at(written(tmp_path / "incidents", {**FILES, record: described})))
    assert texts(site[GAPS], "//section[@aria-labelledby='open']//dd")[1:] == ["1", "0"]
    assert texts(site[GAPS], "//summary") == ["At a place without a file: 1"]


def test_the_page_says_once_what_a_difference_does_not_say(counted: Site) -> None:
    """Before any count it says that a record is not one unit of it, and a difference no number of missing records."""
    assert texts(counted[GAPS], "//section[@aria-labelledby='reading']//li")[:2] == [
        (
            "One record of this archive is not one unit of a count. A record may tell of two bases, which a keeper may count as two attacks; "
            "it may tell of something that the keeper does not count; and what the keeper counts may stand here under another date. The "
            "records beside it are of every type and status. “By location” counts a record once for each of its locations."
        ),
        (
            "So a difference is no number of missing records. Where a count grows faster than the records of the same span, records are "
            "likely to be missing there."
        ),
    ]
