"""How well a source's items are kept and read: copies at archive services, how much was read, days of publication."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.sources import SourceLinks
from generator.model.report import Publication
from generator.pages.cited_row import citation_of
from generator.pages.origin_shares import percent
from generator.texts.text import say


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the items something holds of."""

    words: str
    number: int
    percent: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the archive has of the items of a source."""

    items: int
    """Different items: those with a record of their own, and those that incidents and tallies cite."""
    shares: tuple[Share, ...]


def coverage(archive: Archive, links: SourceLinks) -> Coverage | None:
    """The coverage of a source; None where the archive has no item of it."""
    items = list(_items(archive, links))
    if not items:
        return None
    counted = (
        (say("have a copy at an archive service"), sum(bool(item.archived) for item in items)),
        (say("have a day of publication"), sum(_has_day(item) for item in items)),
        (say("were read as a whole"), sum(item.seen == "whole" for item in items)),
        (say("were read as an excerpt only"), sum(item.seen == "excerpt" for item in items)),
        (say("do not say how much of them was read"), sum(item.seen is None for item in items)),
        (say("have no address"), sum(item.url is None for item in items)),
    )
    # That nothing is kept, or dated, is worth saying; that nothing else holds is not.
    told = [(words, number) for place, (words, number) in enumerate(counted) if number or place < 2]
    return Coverage(len(items), tuple(Share(words, number, percent(number, len(items))) for words, number in told))


def _items(archive: Archive, links: SourceLinks) -> Iterable[Publication]:
    found: dict[object, Publication] = {("report", key): archive.records.reports[key] for key in links.reports}
    for cited in links.published:
        citation = citation_of(archive, cited)
        item = archive.records.publication(citation) or citation
        name = ("report", citation.report) if citation.report else ("url", item.url) if item.url else cited
        found.setdefault(name, item)
    return found.values()


def _has_day(item: Publication) -> bool:
    return item.published is not None and item.published.precision == "day"
