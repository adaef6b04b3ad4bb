"""Incidents grouped under the year in which they may lie."""

import pytest
from synthetic_site import ARABIC, Site

from generator.model.dates import parse_edtf
from generator.pages.incident_groups import YearGroup, year_heading
from generator.pages.incident_row import Rows
from generator.pages.location_page import location_view
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


def ids(groups: tuple[YearGroup, ...]) -> list[str]:
    """The ids of grouped incidents, in order."""
    return [row.id for group in groups for row in group.rows]


def test_a_location_with_too_many_incidents_within_it_lists_its_own_only(tiny: Site, tiny_rows: Rows) -> None:
    """The number stays whole, and incidents within are left to the pages of the locations within."""
    view = location_view(tiny.archive, tiny_rows, "northshire", {}, (), most=2)
    assert (view.total, view.within, len(ids(view.own_groups)), ids(view.within_groups)) == (4, 3, 1, [])
    assert len(ids(location_view(tiny.archive, tiny_rows, "northshire", {}, (), most=3).within_groups)) == 3


def test_a_type_with_too_many_incidents_lists_its_own_only(tiny: Site, tiny_rows: Rows) -> None:
    """The number stays whole, and incidents of narrower types are left to their pages."""
    term = tiny.archive.records.vocabularies["types"].terms["remote-violence"]
    view = type_view(tiny.archive, tiny_rows, "remote-violence", term, ("air-drone-strike",), most=3)
    assert (view.total, view.own, view.all_listed, ids(view.groups)) == (4, 1, False, [ARABIC])
    assert len(ids(type_view(tiny.archive, tiny_rows, "remote-violence", term, (), most=4).groups)) == 4
