"""Small drawings of the most reported locations, on one scale."""

from pathlib import Path

from synthetic_site import FILES, archive_at, written

from generator.archive.archive import Archive
from generator.pages.calendar import calendar
from generator.pages.incident_row import incident_rows
from generator.pages.location_panels import HEIGHT, PanelBar, Panels, location_panels

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


def panels_of(archive: Archive, most: int = 8) -> Panels:
    """The drawings of an archive."""
    rows = incident_rows(archive)
    return location_panels(archive, rows, calendar(archive, rows), most)


def test_every_location_is_drawn_on_one_scale(tiny_archive: Archive) -> None:
    """Three months share the width, and the highest number of one month fills the height; an undated incident is in no bar."""
    drawn = panels_of(tiny_archive)
    assert [(panel.location.text, panel.number, len(panel.bars)) for panel in drawn.panels] == [
        ("Alpha base", 2, 2),
        ("Beta field", 2, 2),
        ("Northshire", 1, 0),
    ]
    assert (drawn.highest, drawn.unit) == (1, "month")
    assert drawn.panels[0].bars == (PanelBar(2.667, 28.0, 0, HEIGHT), PanelBar(36.0, 28.0, 0, HEIGHT))


def test_no_more_locations_are_drawn_than_asked_for(tiny_archive: Archive) -> None:
    """The most reported stand first."""
    assert [panel.location.text for panel in panels_of(tiny_archive, 1).panels] == ["Alpha base"]


def test_over_a_long_time_a_bar_stands_for_a_year(tmp_path: Path) -> None:
    """Where there are more months than bars the incidents of each year are one bar, and heights stay in proportion."""
    records = {
        f"records/more/{n}.md": RECORD.format(number=n, date=date)
        for n, date in enumerate(("2015-02-01", "2015-11-01", "2024-03-01"), 1)
    }
    drawn = panels_of(archive_at(written(tmp_path / "incidents", {**FILES, **records})))
    beta = next(panel for panel in drawn.panels if panel.location.text == "Beta field")
    assert (drawn.unit, drawn.highest, beta.number) == ("year", 2, 5)
    assert [(bar.x, bar.height) for bar in beta.bars] == [(0.8, HEIGHT), (80.8, HEIGHT / 2), (90.8, HEIGHT)]


def test_an_archive_without_incidents_has_no_drawing(tmp_path: Path) -> None:
    """No incident, no location, no bar."""
    registry = {path: text for path, text in FILES.items() if path.startswith(("archive", "vocab", "loc"))}
    assert panels_of(archive_at(written(tmp_path / "incidents", registry))).panels == ()
