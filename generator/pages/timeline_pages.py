"""The timeline: all years and months, each year, and the incidents without a datable day."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.status import STATUSES, StatusMeaning
from generator.pages import wording
from generator.pages.addresses import TIMELINE, UNDATED, Link, month_address, year_address
from generator.pages.calendar import Calendar, calendar
from generator.pages.citation_view import source_link
from generator.pages.date_words import date_words, month_words
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.month_chart import Chart, month_chart
from generator.pages.month_page import MonthCell, month_pages, month_strip
from generator.pages.page import Page
from generator.pages.status_counts import StatusCounts, record_words, status_counts
from generator.pages.year_calendar import WEEKDAYS, CalendarMonth, year_calendar
from generator.texts.text import say, say_number


@dataclass(frozen=True, slots=True)
class YearLine:
    """One year of the timeline's table."""

    year: Link
    total: int
    counts: StatusCounts
    months: tuple[MonthCell, ...]
    monthless: int
    """How many of its incidents are dated to no month."""


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The whole timeline."""

    total: int
    chart: Chart | None
    statuses: tuple[StatusMeaning, ...]
    """The legend."""
    years: tuple[YearLine, ...]
    undated: int
    wide: int


@dataclass(frozen=True, slots=True)
class MonthSection:
    """One month of a year's page."""

    name: str
    anchor: str
    address: str
    rows: tuple[IncidentRow, ...]
    possible: tuple[IncidentRow, ...]
    """Counted in the month before; may lie in this one."""


@dataclass(frozen=True, slots=True)
class YearView:
    """Everything the page of a year shows."""

    year: int
    sentence: str
    counts: StatusCounts
    strip: tuple[MonthCell, ...]
    calendar: tuple[CalendarMonth, ...]
    weekdays: tuple[str, ...]
    """In few letters, Monday first."""
    undated: int
    """Incidents of the archive that no calendar can show."""
    months: tuple[MonthSection, ...]
    monthless: tuple[IncidentRow, ...]
    previous: Link | None
    following: Link | None


@dataclass(frozen=True, slots=True)
class UndatedEntry:
    """What is known of the time of one incident."""

    row: IncidentRow
    as_stated: str
    basis: str
    relative: str
    """How it stands in time to another incident."""
    relative_to: IncidentRow | None
    alternatives: tuple[str, ...]
    reports: tuple[tuple[Link, str, str], ...]
    """Source, address of the citation, date of publication in words or empty."""


@dataclass(frozen=True, slots=True)
class UndatedView:
    """Incidents that no month can be given to."""

    undated: tuple[UndatedEntry, ...]
    wide: tuple[UndatedEntry, ...]


def timeline_pages(archive: Archive, rows: Rows) -> tuple[Page, ...]:
    """The timeline, its years and months, and the page of the undated."""
    dated = calendar(archive, rows)
    return (_timeline(dated), _undated(archive, rows, dated), *_years(archive, dated), *month_pages(archive, dated))


def _timeline(dated: Calendar) -> Page:
    years = tuple(
        YearLine(
            Link(str(year), year_address(year)),
            len(rows),
            status_counts(rows),
            month_strip(dated, year),
            len(dated.monthless.get(year, ())),
        )
        for year, rows in dated.years.items()
    )
    counted = {month: rows for month, rows in dated.counted.items() if rows}
    view = TimelineView(dated.total, month_chart(counted), STATUSES, years, len(dated.undated), len(dated.wide))
    return Page(
        TIMELINE,
        say("Timeline"),
        say_number(
            dated.total,
            "{n} incident by year and month, with those that no source dates.",
            "{n} incidents by year and month, with those that no source dates.",
        ),
        "timeline.html.j2",
        view,
        section=TIMELINE,
    )


def _years(archive: Archive, dated: Calendar) -> tuple[Page, ...]:
    years = tuple(dated.years)
    return tuple(
        _year(
            archive,
            dated,
            year,
            years[number - 1] if number else None,
            years[number + 1] if number + 1 < len(years) else None,
        )
        for number, year in enumerate(years)
    )


def _year(archive: Archive, dated: Calendar, year: int, before: int | None, after: int | None) -> Page:
    rows, monthless = dated.years[year], dated.monthless.get(year, ())
    months = tuple(
        MonthSection(
            month_words(*month), f"month-{month[1]}", month_address(*month), dated.counted[month], dated.possible[month]
        )
        for month in ((year, number) for number in range(1, 13))
        if month in dated.counted
    )
    sentence = (
        record_words(rows, str(year))
        if rows
        else say("No incident is counted in {year}; some may lie in it.", year=year)
    )
    view = YearView(
        year,
        sentence,
        status_counts(rows),
        month_strip(dated, year),
        year_calendar(archive, dated, year),
        WEEKDAYS,
        len(dated.undated) + len(dated.wide),
        months,
        monthless,
        Link(str(before), year_address(before)) if before else None,
        Link(str(after), year_address(after)) if after else None,
    )
    return Page(year_address(year), str(year), sentence, "year.html.j2", view, section=TIMELINE)


def _undated(archive: Archive, rows: Rows, dated: Calendar) -> Page:
    view = UndatedView(
        tuple(_entry(archive, rows, row) for row in dated.undated),
        tuple(_entry(archive, rows, row) for row in dated.wide),
    )
    number = len(dated.undated) + len(dated.wide)
    return Page(
        UNDATED,
        say("Without a datable day"),
        say_number(
            number,
            "{n} incident of which no source gives both month and year, with what is known of each.",
            "{n} incidents of which no source gives both month and year, with what is known of each.",
        ),
        "undated.html.j2",
        view,
        section=TIMELINE,
    )


def _entry(archive: Archive, rows: Rows, row: IncidentRow) -> UndatedEntry:
    incident = archive.incidents[row.id].incident
    stated = incident.date
    relative = stated.relative
    reports = []
    for number, citation in enumerate(incident.reports, 1):
        item = archive.records.publication(citation)
        published = item.published if item is not None else None
        words = date_words(published) if published is not None and published.precision != "unknown" else ""
        reports.append((source_link(archive, citation), f"{row.address}#report-{number}", words))
    return UndatedEntry(
        row,
        stated.as_stated or "",
        stated.basis or "",
        wording.RELATIVE_TIMES[relative.relation] if relative else "",
        rows.get(relative.to) if relative else None,
        tuple(date_words(other.value, anchor=other.anchor) for other in stated.alternatives),
        tuple(reports),
    )
