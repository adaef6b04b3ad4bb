"""Counts that others published, by the month for which they speak."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.tally import Figure, Tally
from generator.pages import wording
from generator.pages.addresses import Link, address_of
from generator.pages.date_words import date_words
from generator.pages.month_chart import Month
from generator.pages.source_record import source_name


@dataclass(frozen=True, slots=True)
class PublishedCount:
    """One running count of incidents as it stood in a month."""

    keeper: Link | None
    """Who keeps it; None where nobody is named."""
    count: str
    what: str
    as_of: str
    tally: Link
    locations: tuple[str, ...]
    """Keys of the locations counted for."""


CountsByMonth = Mapping[Month, tuple[PublishedCount, ...]]


def published_counts(archive: Archive) -> CountsByMonth:
    """Figures that count incidents, by month: of each keeper's counts of one thing, the last of the month, of one day the highest."""
    latest: dict[Month, dict[tuple[str, ...], tuple[Tally, Figure]]] = {}
    for tally in sorted(archive.records.tallies.values(), key=_day_and_number):
        if tally.as_of.upper is None:
            continue
        for figure in sorted(tally.figures, key=_number):
            if figure.counts == "incidents":
                month = (tally.as_of.upper.year, tally.as_of.upper.month)
                keeper = tally.stated_by or f"{tally.key}, kept by nobody named"
                since = tally.period.lower.isoformat() if tally.period and tally.period.lower else ""
                counted = (keeper, figure.what.casefold(), since, *sorted(figure.location or tally.location))
                latest.setdefault(month, {})[counted] = (tally, figure)
    return {month: tuple(_view(archive, *one) for one in found.values()) for month, found in latest.items()}


def counts_for(counts: Iterable[PublishedCount], location: str, around: Iterable[str]) -> tuple[PublishedCount, ...]:
    """Those that count for a location or for one around it: the closest location's first, then those of a named keeper."""
    order = {key: number for number, key in enumerate((location, *around))}
    found = [
        ((min(order[key] for key in one.locations if key in order), one.keeper is None), one)
        for one in counts
        if order.keys() & set(one.locations)
    ]
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _day_and_number(tally: Tally) -> tuple[str, int, str]:
    """For order: of two counts of one day the higher stands for it, as running counts go on from it."""
    highest = max((_number(figure) for figure in tally.figures if figure.counts == "incidents"), default=0)
    return (tally.as_of.upper.isoformat() if tally.as_of.upper else "", highest, tally.key)


def _number(figure: Figure) -> int:
    return figure.count.min or figure.count.max or 0


def _view(archive: Archive, tally: Tally, figure: Figure) -> PublishedCount:
    return PublishedCount(
        source_name(archive, tally.stated_by) if tally.stated_by else None,
        wording.count_words(figure.count),
        figure.what,
        date_words(tally.as_of),
        Link(tally.name, address_of("tally", tally.key)),
        figure.location or tally.location,
    )
