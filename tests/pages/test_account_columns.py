"""The columns of the table of who says what: in the record's order, or by line of origin where they are many."""

from typing import Any

from synthetic_site import STRIKE

from generator.archive.archive import Archive
from generator.model.attribution import lines_of
from generator.model.incident import Incident
from generator.pages.account_columns import Column, columns
from generator.pages.citation_view import citation_view
from generator.pages.origin_tree import line_views


def grouped(archive: Archive, *chains: list[Any] | None) -> list[tuple[str, bool, list[int]]]:
    """Heading, whether several roots, and numbers of each group, of an incident whose reports have these chains."""
    reports = [
        {"url": f"https://item.example/{n}", "source": "relay-daily", **({"chains": chain} if chain else {})}
        for n, chain in enumerate(chains)
    ]
    incident = Incident.model_validate(
        {
            "id": STRIKE,
            "title": "Synthetic strike",
            "type": "air-drone-strike",
            "date": "2024-01-05",
            "location": "alpha-base",
            "reports": reports,
            "body": "Synthetic.",
        }
    )
    lines = line_views(archive, incident, lines_of(incident, archive.records))
    views = [citation_view(archive, cited, n, frozenset()) for n, cited in enumerate(incident.reports, 1)]
    return [told(column) for column in columns(views, lines)]


def told(column: Column) -> tuple[str, bool, list[int]]:
    origin = column.origin.text if column.origin else ""
    return origin, column.several, [view.number for view in column.citations]


def test_few_reports_stand_as_the_record_has_them(tiny_archive: Archive) -> None:
    """Five reports are one group without a heading, whatever they rest on."""
    chains = [["observatory"]], None, [["observatory"]], [["front-channel"]], None
    assert grouped(tiny_archive, *chains) == [("", False, [1, 2, 3, 4, 5])]


def test_many_reports_stand_by_their_origin(tiny_archive: Archive) -> None:
    """Six reports stand with those of their line of origin, those of several lines last; each stands once."""
    chains = (
        [["observatory"]],
        None,
        [["observatory"], ["front-channel"]],
        [["front-channel"]],
        [["observatory"]],
        None,
    )
    assert grouped(tiny_archive, *chains) == [
        ("Synthetic Observatory", False, [1, 5]),
        ("Synthetic Relay Daily", False, [2, 6]),
        ("Channel of the Synthetic Front", False, [4]),
        ("", True, [3]),
    ]
