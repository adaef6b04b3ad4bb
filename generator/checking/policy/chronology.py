"""Dates that fit together: with the reports that cite them and with one another."""

from collections.abc import Iterator
from datetime import date

from generator.checking.checked import Checked
from generator.model.dates import Edtf, is_one_day, overlaps
from generator.model.incident import DateStatement, Incident
from generator.model.report import ASSERTING, Citation
from generator.reading.finding import Finding, Rule
from generator.reading.folder import RawRecord
from generator.reading.positions import Loc

AFTER_REPORT = Rule(
    "P401",
    "event-after-report",
    "error",
    "the incident may be as late as {event}, but a report of it {verb} on {reported}",
    "nothing is reported before it happens: one of the two dates is wrong",
    "date: 2024-01-05\nreports: [{published: 2024-01-03, …}]\n",
    "date: 2024-01-02\nreports: [{published: 2024-01-03, …}]\n",
)
DATE_BASIS = Rule(
    "P403",
    "date-basis",
    "error",
    "`{date}` is {what}, so it needs a `basis`",
    "a reader must be able to see what an uncertain date rests on",
    "date: 2023-12-31~\n",
    "date: {value: 2023-12-31~, basis: first report the day after}\n",
)
TIME_WITHOUT_DAY = Rule(
    "P404",
    "time-without-day",
    "error",
    "a time of day needs a date known to the day; `{date}` is not",
    "an hour of an unknown day says nothing",
    "date: {value: 2023-12, time: 22:05}\n",
    "date: {value: 2023-12-17, time: 22:05}\n",
)
RELATIVE_ORDER = Rule(
    "P405",
    "relative-order",
    "error",
    "the date cannot be {relation} that of {other}",
    "a date given by another incident must fit the dates of both",
    "relative: {relation: before, to: syb-4k7m2xq}\n",
    "relative: {relation: after, to: syb-4k7m2xq}\n",
)
REPORTED_WITHOUT_DATE = Rule(
    "P406",
    "reported-unknown",
    "error",
    "`anchor: reported` needs the date of the report; `unknown` is none",
    "the anchor says what the date is the date of",
    "date: {value: unknown, anchor: reported}\n",
    "date: {value: XXXX-12-31, anchor: reported}\n",
)
OTHER_REPORT_DATE = Rule(
    "P407",
    "reported-otherwise",
    "error",
    "`anchor: reported` gives {date}, but the report was published on {published}",
    "with this anchor the date is that of the report, so it is the day on which the report appeared",
    "date: {value: 2023-12-31, anchor: reported}\nreports: [{published: 2024-01-02, …}]\n",
    "date: {value: 2024-01-02, anchor: reported}\nreports: [{published: 2024-01-02, …}]\n",
)

CHRONOLOGY_RULES = (
    AFTER_REPORT,
    DATE_BASIS,
    TIME_WITHOUT_DAY,
    RELATIVE_ORDER,
    REPORTED_WITHOUT_DATE,
    OTHER_REPORT_DATE,
)


def check_chronology(checked: Checked) -> Iterator[Finding]:
    """Every finding about dates that must fit others."""
    for key, incident in checked.judged_of(Incident):
        statements: list[tuple[Loc, DateStatement]] = [(("date",), incident.date)]
        statements += [(("date", "alternatives", n), other) for n, other in enumerate(incident.date.alternatives)]
        for loc, statement in statements:
            yield from _statement(checked, key, loc, statement)
            if statement.anchor == "reported":
                yield from _reported(checked, key, incident, loc, statement)
        yield from _after_report(checked, key, incident)
        yield from _relative(checked, key, incident)


def _way_to_basis(raw: RawRecord, loc: Loc, value: str) -> str:
    """How a basis is added: below the value where the date is a mapping already, else in a mapping of its own."""
    if raw.positions.has((*loc, "value")):
        return "add `basis:` beside `value`, with what the date rests on"
    shown = f'"{value}"' if value.startswith("[") else value
    return f"write it as a mapping, with what the date rests on: `{{value: {shown}, basis: …}}`"


def _statement(checked: Checked, key: str, loc: Loc, statement: DateStatement) -> Iterator[Finding]:
    value, place = statement.value, (*loc, "value")
    uncertain = value.uncertain or value.approximate
    if (uncertain or value.precision == "set") and statement.basis is None:
        what = (
            "one of several dates"
            if not uncertain
            else "marked as uncertain"
            if value.uncertain
            else "marked as approximate"
        )
        yield checked.finding(
            DATE_BASIS,
            "incident",
            key,
            place,
            date=value.text,
            what=what,
            help=_way_to_basis(checked.raw["incident", key], loc, value.text),
        )
    if statement.time is not None and not _day_known(statement):
        yield checked.finding(
            TIME_WITHOUT_DAY,
            "incident",
            key,
            (*loc, "time"),
            date=value.text,
            help="leave `time` out and keep the hour in `as_stated`",
        )


def _reported(checked: Checked, key: str, incident: Incident, loc: Loc, statement: DateStatement) -> Iterator[Finding]:
    """The date of a report is that of one of the citations it is tied to, or of any where it is tied to none.

    Nothing can be said where one of them has no certain day of publication, or relays an earlier
    report whose date this may be.
    """
    value = statement.value
    if value.precision == "unknown":
        yield checked.finding(REPORTED_WITHOUT_DATE, "incident", key, (*loc, "anchor"), help="leave `anchor` out")
        return
    names = set(statement.report)
    tied = [citation for citation in incident.reports if not names or names & {citation.ref, citation.report}]
    published = []
    for citation in tied:
        item = checked.records.publication(citation)
        day = item.published if item else None
        if citation.chains or day is None or not is_one_day(day) or day.uncertain or day.approximate:
            return
        published.append(day)
    if published and not value.approximate and not any(overlaps(value, day) for day in published):
        days = ", ".join(dict.fromkeys(day.text for day in published))
        yield checked.finding(
            OTHER_REPORT_DATE,
            "incident",
            key,
            (*loc, "value"),
            date=value.text,
            published=days,
            help="give the day of the report, or leave `anchor` out if this is the day of the event",
        )


def _day_known(statement: DateStatement) -> bool:
    """A single day, or an interval or set of single days such as the night between two."""
    value = statement.value
    if value.parts:
        return all(is_one_day(part) for part in value.parts)
    return is_one_day(value) or (value.precision == "yearless" and value.day is not None)


def _after_report(checked: Checked, key: str, incident: Incident) -> Iterator[Finding]:
    """No report that asserts an incident can be older than the incident."""
    for position, citation in enumerate(incident.reports):
        known = _published(checked, citation)
        if citation.stance not in ASSERTING or known is None:
            continue
        latest, verb = known
        last = _latest_certain_day(incident.date.value)
        if last is not None and last > latest:
            yield checked.finding(
                AFTER_REPORT,
                "incident",
                key,
                ("date", "value"),
                event=last.isoformat(),
                verb=verb,
                reported=latest.isoformat(),
                help="widen or correct the date, or keep the other account in `date.alternatives`",
                related=(checked.place("incident", key, ("reports", position), "the report"),),
            )
            return


def _latest_certain_day(event: Edtf) -> date | None:
    """The day that no report may precede: of an exact date its last, of a loose one its first.

    A month or an interval may still have been reported from inside it.
    """
    loose = event.uncertain or event.approximate or event.precision not in ("day", "set")
    return event.lower if loose else event.upper


def _published(checked: Checked, citation: Citation) -> tuple[date, str] | None:
    """The latest day on which the item can have been published, and how that is known."""
    publication = checked.records.publication(citation)
    if publication is None:
        return None
    if (
        publication.published is not None
        and publication.published.upper is not None
        and not publication.published.approximate
    ):
        return publication.published.upper, "was published"
    if publication.retrieved is not None and publication.retrieved.upper is not None:
        return publication.retrieved.upper, "was read"
    return None


def _relative(checked: Checked, key: str, incident: Incident) -> Iterator[Finding]:
    relative = incident.date.relative
    other = checked.records.incidents.get(relative.to) if relative else None
    if relative is None or other is None:
        return
    mine, theirs = incident.date.value, other.date.value
    too_early = (
        relative.relation in ("after", "shortly-after") and mine.upper and theirs.lower and mine.upper < theirs.lower
    )
    too_late = (
        relative.relation in ("before", "shortly-before") and mine.lower and theirs.upper and mine.lower > theirs.upper
    )
    if too_early or too_late:
        yield checked.finding(
            RELATIVE_ORDER,
            "incident",
            key,
            ("date", "relative", "relation"),
            relation=relative.relation.replace("-", " "),
            other=other.id,
        )
