"""Provenance: an item is cited at its own address, its copies are copies of it, and the days fit."""

from collections.abc import Iterator
from datetime import date

from generator.checking.checked import Checked
from generator.checking.safety.web_links import (
    COPY_AS_ORIGINAL,
    COPY_OF_ANOTHER,
    OTHER_CAPTURE,
    READ_BEFORE_PUBLISHED,
    copied_page,
    is_copy,
    same_page,
)
from generator.model.dates import Edtf
from generator.model.incident import Incident
from generator.model.report import Citation, Publication, Report
from generator.model.tally import Tally
from generator.reading.finding import Finding, Suggestion
from generator.reading.positions import Loc


def check_provenance(checked: Checked, today: date) -> Iterator[Finding]:
    """Every finding about the addresses, copies and days of items; a day after `today` has one already."""
    for key, report in checked.judged_of(Report):
        yield from _item(checked, "report", key, (), report, today)
    for key, incident in checked.judged_of(Incident):
        yield from _cited(checked, "incident", key, incident.reports, today)
    for key, tally in checked.judged_of(Tally):
        yield from _cited(checked, "tally", key, tally.reports, today)


def _cited(checked: Checked, kind: str, key: str, citations: tuple[Citation, ...], today: date) -> Iterator[Finding]:
    for number, citation in enumerate(citations):
        yield from _item(checked, kind, key, ("reports", number), citation, today)


def _item(checked: Checked, kind: str, key: str, here: Loc, item: Publication, today: date) -> Iterator[Finding]:
    if item.url is not None and is_copy(item.url):
        page, _ = copied_page(item.url)
        yield checked.finding(
            COPY_AS_ORIGINAL,
            kind,
            key,
            (*here, "url"),
            key="url",
            host=item.url.split("/")[2],
            help="give the page's own address in `url`"
            + (f" (`{page[:200]}`)" if page else "")
            + ", and this one in `archived: [{url: …}]`",
        )
    for number, copy in enumerate(item.archived):
        loc: Loc = (*here, "archived", number)
        page, day = copied_page(copy.url)
        if page is not None and item.url is not None and not is_copy(item.url) and not same_page(page, item.url):
            yield checked.finding(
                COPY_OF_ANOTHER, kind, key, (*loc, "url"), copied=page[:120], help="give the copy of the item itself"
            )
        elif day is not None and copy.at is not None and not _covers(copy.at, day):
            yield checked.finding(
                OTHER_CAPTURE,
                kind,
                key,
                (*loc, "at"),
                at=copy.at.text,
                day=day,
                help=f"write `at: {day}`",
                suggestion=Suggestion(day, "unsafe"),
            )
    if item.published is not None and item.published.lower is not None and item.published.lower <= today:
        yield from _read_before(checked, kind, key, here, item)


def _covers(date: Edtf, day: str) -> bool:
    """Whether a day lies within a date, as far as the date has bounds."""
    after = date.lower is None or date.lower.isoformat() <= day
    return after and (date.upper is None or day <= date.upper.isoformat())


def _read_before(checked: Checked, kind: str, key: str, here: Loc, item: Publication) -> Iterator[Finding]:
    read, published = item.retrieved, item.published
    if read is None or published is None or read.upper is None or published.lower is None:
        return
    if not (published.approximate or published.uncertain) and read.upper < published.lower:
        yield checked.finding(
            READ_BEFORE_PUBLISHED,
            kind,
            key,
            (*here, "retrieved"),
            read=read.text,
            published=published.text,
            help="correct the day that is wrong",
        )
