"""What surrounds an incident at its location: a strip of three weeks either side, the nearest before and after."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from synthetic_site import FILES, Site, archive_at, texts, written

from generator.archive.archive import Archive
from generator.pages import nearby
from generator.pages.incident_row import incident_rows
from generator.pages.nearby import LINE, Nearby, surroundings

RECORD = """\
---
id: {id}
title: Synthetic strike {id}
type: air-drone-strike
status: single-source
date: {{value: {date}, basis: Synthetic reason}}
location: {place}
reports: [{{url: "https://observatory.example/{id}", source: observatory}}]
---
Synthetic.
"""


def name(number: int) -> str:
    """An id of the synthetic archive; the signs allowed in one are fewer than the letters."""
    signs = "0123456789abcdefghjkmnpqrstvwxyz"
    return f"syb-{signs[number // 32]}zz{signs[number % 32]}zzz"


def archive(root: Path, dates: Mapping[int, str], places: Mapping[int, str] | None = None) -> Archive:
    """An archive whose only incidents have these dates, at Alpha base where nothing else is said."""
    files = {
        path: text
        for path, text in FILES.items()
        if not path.startswith(("records/", "reports/", "series/", "tallies/"))
    }
    files = {
        path: text.split("stated_in:")[0] if path.endswith("unknown-radio.yml") else text
        for path, text in files.items()
    }
    for number, date in dates.items():
        place = (places or {}).get(number, "alpha-base")
        files[f"records/2024/r{number}.md"] = RECORD.format(id=name(number), date=date, place=place)
    return archive_at(written(root / "incidents", files))


def around(linked: Archive, number: int) -> Nearby:
    return surroundings(linked, incident_rows(linked))(name(number))


def test_marks_of_three_weeks_either_side(tmp_path: Path) -> None:
    """An incident 21 days away is drawn and one 22 days away is not; each mark stands in the middle of its day."""
    linked = archive(
        tmp_path,
        {1: "2024-01-31", 2: "2024-01-10", 3: "2024-01-09", 4: "2024-02-21", 5: "2024-02-22"},
    )
    strip = around(linked, 1).strip
    assert strip is not None
    assert [(mark.row.id, mark.middle, mark.bar, mark.this, mark.y) for mark in strip.marks] == [
        (name(1), 50.0, False, True, 0),
        (name(2), 1.16, False, False, 0),
        (name(4), 98.84, False, False, 0),
    ]
    assert (strip.first, strip.last, strip.height, strip.undrawn) == ("10 Jan 2024", "21 Feb 2024", LINE, 0)
    assert strip.summary == (
        "At the same location within three weeks: 1 before it, 1 after it, 0 on days it may lie on."
    )


def test_the_nearest_may_lie_outside_the_strip(tmp_path: Path) -> None:
    """Before and after stand the nearest whose days cannot be those of the incident, however far."""
    linked = archive(
        tmp_path, {1: "2024-01-31", 2: "2023-10-01", 3: "2024-01-30/2024-02-01", 4: "2024-05-01", 5: "2024-06-01"}
    )
    found = around(linked, 1)
    assert (found.before and found.before.id, found.after and found.after.id, found.others) == (name(2), name(4), 4)


def test_neither_before_nor_after(tmp_path: Path) -> None:
    """One on a day that the incident itself may lie on is neither before nor after it."""
    linked = archive(tmp_path, {1: "2024-01-20/2024-01-31", 2: "2024-01-25", 3: "2024-01-10"})
    found = around(linked, 1)
    assert (found.before and found.before.id, found.after) == (name(3), None)


def test_uncertain_days_are_a_bar(tmp_path: Path) -> None:
    """An incident that may lie on several days is a bar over them, cut at the strip's ends; one of over two months is not drawn."""
    linked = archive(
        tmp_path, {1: "2024-01-30/2024-01-31", 2: "2024-01-20/2024-01-22", 3: "2024-01-01/2024-01-12", 4: "2024"}
    )
    strip = around(linked, 1).strip
    assert strip is not None
    total = 44
    assert [(mark.row.id, mark.x, mark.width, mark.bar) for mark in strip.marks] == [
        (name(1), round(21 * 100 / total, 2), round(2 * 100 / total, 2), True),
        (name(3), 0.0, round(4 * 100 / total, 2), True),
        (name(2), round(11 * 100 / total, 2), round(3 * 100 / total, 2), True),
    ]


@pytest.mark.parametrize("date", ["unknown", "XXXX-01-31", "2024", "2023-11/2024-02"])
def test_no_strip_without_a_day(tmp_path: Path, date: str) -> None:
    """Where the day is not known to two months there is no strip; the page still leads to the others."""
    linked = archive(tmp_path, {1: date, 2: "2024-01-30"})
    assert (around(linked, 1).strip, around(linked, 1).others) == (None, 1)
    page = Site(linked)[f"incidents/{name(1)}/"]
    assert texts(page, "//h2[@id='nearby']") == ["Here, before and after"]
    assert "1 other incident at this location. All at Alpha base" in texts(page, "//section[@class='nearby']")[0]


def test_a_location_holds_what_lies_within_it(tmp_path: Path) -> None:
    """For an incident of a wide area those at places within it are here; for one at a place, those of the area are not."""
    linked = archive(tmp_path, {1: "2024-01-31", 2: "2024-01-30"}, {1: "northshire", 2: "alpha-base"})
    assert (around(linked, 1).others, around(linked, 2).others) == (1, 0)
    assert around(linked, 1).before is not None


def test_a_crowd_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more incidents on neighbouring days than lines hold those without room are counted; the page's own stands first."""
    monkeypatch.setattr(nearby, "MOST_LINES", 2)
    linked = archive(tmp_path, {1: "2024-01-31", 2: "2024-01-30", 3: "2024-02-01"})
    strip = around(linked, 1).strip
    assert strip is not None
    assert [(mark.row.id, mark.y) for mark in strip.marks] == [(name(1), 0), (name(2), LINE)]
    assert (strip.height, strip.undrawn) == (2 * LINE, 1)
    page = Site(linked)[f"incidents/{name(1)}/"]
    assert "1 more is not drawn." in texts(page, "//section[@class='nearby']/p")


def test_the_strip_on_the_page(tmp_path: Path) -> None:
    """The drawing is one picture with its numbers in words; the nearest are links with their dates below it."""
    linked = archive(tmp_path, {1: "2024-01-31", 2: "2024-01-30~", 3: "2024-02-02"})
    page = Site(linked)[f"incidents/{name(1)}/"]
    (drawing,) = page.xpath("//section[@class='nearby']/svg")
    assert (drawing.get("role"), drawing.get("aria-label")) == (
        "img",
        "At the same location within three weeks: 1 before it, 1 after it, 0 on days it may lie on.",
    )
    assert texts(page, "//p[@class='neighbour']") == [
        f"Before it · c. 30 Jan 2024 Synthetic strike {name(2)}",
        f"After it · 2 Feb 2024 Synthetic strike {name(3)}",
    ]
    assert page.xpath("//p[@class='neighbour']//span[contains(@class, 'date')]/@class") == ["date uncertain", "date"]
