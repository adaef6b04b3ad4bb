"""Incidents grouped under the year or the month in which they may lie."""

from pathlib import Path

import pytest
from synthetic_site import ARABIC, FILES, NEW_YEAR, STRIKE, UNDATED, Site, archive_at, written

from generator.model.dates import parse_edtf
from generator.pages.addresses import Link
from generator.pages.incident_groups import MonthGroup, YearGroup, by_month, year_heading
from generator.pages.incident_row import Rows, incident_rows
from generator.pages.location_page import location_view
from generator.pages.published_counts import PublishedCount
from generator.pages.standing import standing
from generator.pages.type_page import type_view


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("2023-12-31", "2023"),
        ("2023", "2023"),
        ("2023-12-31/2024-01-01", "2023 or 2024"),
        ("202X", "Between 2020 and 2029"),
        ("XXXX-12-31", "Year not known"),
        ("2023/..", "Year not known"),
        ("unknown", "Year not known"),
    ],
)
def test_a_year_is_named_only_where_the_date_bounds_it(text: str, heading: str) -> None:
    """A heading names the years a date may lie in, and none where a side is open."""
    assert year_heading(parse_edtf(text)) == heading


@pytest.mark.parametrize(
    ("date", "heading", "anchor"),
    [
        ("2024-01-05", "January 2024", "month-2024-01"),
        ("2024-01", "January 2024", "month-2024-01"),
        ("{value: 2024-01-05?, basis: Synthetic reason}", "January 2024", "month-2024-01"),
        ("2023-12-31/2024-01-01", "December 2023", "month-2023-12"),
        ('{value: "[2024-01-31,2024-03-01]", basis: Synthetic reason}', "January 2024", "month-2024-01"),
        ("2023-12/2024-02", "2023 or 2024", ""),
        ("2023", "2023", ""),
        ("2024-01-05/..", "Year not known", ""),
        ("XXXX-12-31", "Year not known", ""),
        ("unknown", "Year not known", ""),
    ],
)
def test_an_incident_stands_in_the_first_month_it_may_lie_in(
    tmp_path: Path, date: str, heading: str, anchor: str
) -> None:
    """A date of at most two months stands in the first; a wider one stands under its year, to which no anchor leads."""
    record = (
        FILES["records/2024/merged.md"].replace("2024-01-05", date).partition("withdrawn:")[0] + "---\nSynthetic.\n"
    )
    registry = {
        path: text for path, text in FILES.items() if path.startswith(("archive", "vocab", "loc", "sources/observ"))
    }
    archive = archive_at(written(tmp_path, registry | {"records/one.md": record}))
    (group,) = by_month(archive, incident_rows(archive).values(), {})
    assert (group.heading, group.anchor) == (heading, anchor)


def test_months_stand_in_the_order_given(tiny: Site, tiny_rows: Rows) -> None:
    """A month stands where its first incident does, with all its incidents in the order given."""
    order = (ARABIC, UNDATED, STRIKE, NEW_YEAR)
    groups = by_month(tiny.archive, map(tiny_rows.__getitem__, order), {})
    assert [group.heading for group in groups] == ["February 2024", "Year not known", "January 2024", "December 2023"]
    assert ids(groups) == list(order)


def test_incidents_of_one_month_are_one_group(tiny: Site, tiny_rows: Rows) -> None:
    """Whatever stands between them, incidents of one month share its heading."""
    strike, arabic = tiny_rows[STRIKE], tiny_rows[ARABIC]
    groups = by_month(tiny.archive, (strike, arabic, strike), {})
    assert [(group.heading, ids((group,))) for group in groups] == [
        ("January 2024", [STRIKE, STRIKE]),
        ("February 2024", [ARABIC]),
    ]


def test_a_month_has_its_counts_and_how_it_stands(tiny: Site, tiny_rows: Rows) -> None:
    """A month has the counts of that month and no other; incidents of no month have none."""
    december, january = (
        PublishedCount(None, "10", "synthetic attacks", day, Link("Synthetic count", "tallies/count/"), ("testland",))
        for day in ("31 December 2023", "31 January 2024")
    )
    counts = {(2023, 12): (december,), (2024, 1): (january, january), (2024, 5): (december,)}
    rows = [tiny_rows[key] for key in (STRIKE, ARABIC, UNDATED)]
    groups = by_month(tiny.archive, rows, counts)
    assert [group.counted for group in groups] == [(january, january), (), ()]
    assert [group.standing for group in groups] == [standing(tiny.archive, (row,)) for row in rows]


def ids(groups: tuple[YearGroup | MonthGroup, ...]) -> list[str]:
    """The ids of grouped incidents, in order."""
    return [row.id for group in groups for row in group.rows]


def test_a_location_with_too_many_incidents_within_it_lists_its_own_only(tiny: Site, tiny_rows: Rows) -> None:
    """The number stays whole, and incidents within are left to the pages of the locations within."""
    view = location_view(tiny.archive, tiny_rows, "northshire", {}, (), {}, most=2)
    assert (view.total, view.within, len(ids(view.own_groups)), ids(view.within_groups)) == (4, 3, 1, [])
    assert len(ids(location_view(tiny.archive, tiny_rows, "northshire", {}, (), {}, most=3).within_groups)) == 3


def test_a_type_with_too_many_incidents_lists_its_own_only(tiny: Site, tiny_rows: Rows) -> None:
    """The number stays whole, and incidents of narrower types are left to their pages."""
    term = tiny.archive.records.vocabularies["types"].terms["remote-violence"]
    view = type_view(tiny.archive, tiny_rows, "remote-violence", term, ("air-drone-strike",), most=3)
    assert (view.total, view.own, view.all_listed, ids(view.groups)) == (4, 1, False, [ARABIC])
    assert len(ids(type_view(tiny.archive, tiny_rows, "remote-violence", term, (), most=4).groups)) == 4
