"""The columns of the table of who says what: one a report, those of one line of origin together where they are many."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.pages.addresses import Link
from generator.pages.citation_view import CitationView
from generator.pages.origin_tree import LineView

MOST_UNGROUPED = 5
"""Up to so many reports stand in the order of the record; more stand by their line of origin."""


@dataclass(frozen=True, slots=True)
class Column:
    """Some neighbouring columns under one heading."""

    origin: Link | None
    """The root that their reports share; None where the columns are not grouped."""
    several: bool
    """Whether each of its reports leads to more than one root."""
    citations: tuple[CitationView, ...]


def columns(citations: Sequence[CitationView], lines: Sequence[LineView]) -> tuple[Column, ...]:
    """The reports in groups; one group without a heading where they are few."""
    if len(citations) <= MOST_UNGROUPED:
        return (Column(None, several=False, citations=tuple(citations)),)
    roots = {view.number: [line for line in lines if view.number in line.numbers] for view in citations}
    groups = [
        Column(line.root, several=False, citations=tuple(view for view in citations if roots[view.number] == [line]))
        for line in lines
    ]
    several = tuple(view for view in citations if len(roots[view.number]) != 1)
    return (
        *(group for group in groups if group.citations),
        *([Column(None, several=True, citations=several)] * bool(several)),
    )
