"""The page of an incident: what is reported, how well it stands and why, when, where, who says what, on what sources."""

from dataclasses import dataclass

from generator.archive.archive import Archive, LinkedIncident
from generator.archive.claims import Traced, claims_possibly_of, reports_possibly_of
from generator.archive.gazetteer import locations_of
from generator.archive.relations import published_relations
from generator.archive.timeline import listed_months, listed_years
from generator.model.account import Effect, Involvement, Means, Target, denies
from generator.model.attribution import OriginLine, parties_to
from generator.model.incident import DateStatement, Incident, Withdrawn
from generator.model.location import LocationStatement
from generator.model.report import ASSERTING
from generator.model.status import meaning_of
from generator.pages import wording
from generator.pages.account_table import (
    account_table,
    actor_words,
    effect_words,
    means_words,
    target_words,
    told_by,
    when_words,
    where_words,
)
from generator.pages.addresses import TIMELINE, Link, address_of, incident_data, month_address, year_address
from generator.pages.citation_view import citation_view
from generator.pages.claim_view import claim_views, report_link
from generator.pages.correction_view import correction_views
from generator.pages.date_words import date_words, month_words
from generator.pages.incident_row import IncidentRow, Rows, location_link
from generator.pages.incident_view import IncidentView, LineView, RelatedView, Statement, TombstoneView
from generator.pages.map.whereabouts import Locate, located, locators
from generator.pages.narrative import narrative_html
from generator.pages.origin_shares import root_link
from generator.pages.page import Page


@dataclass(frozen=True, slots=True)
class Possible:
    """What may speak of an incident and cannot be told to: claims of ledgers, and reports tied to no incident."""

    claims: tuple[Traced, ...] = ()
    reports: tuple[str, ...] = ()
    """Keys of reports."""


def incident_pages(archive: Archive, rows: Rows, locate: Locate) -> tuple[Page, ...]:
    """A page for every incident, tombstones included."""
    claims, reports = claims_possibly_of(archive.records), reports_possibly_of(archive.records)
    return tuple(
        _page(archive, rows, key, linked, Possible(claims.get(key, ()), reports.get(key, ())), locate)
        for key, linked in archive.incidents.items()
    )


def _page(archive: Archive, rows: Rows, key: str, linked: LinkedIncident, possible: Possible, locate: Locate) -> Page:
    row, file = rows[key], archive.path_of("incident", key)
    if linked.incident.withdrawn is not None:
        return Page(
            row.address,
            f"Withdrawn record {key}",
            "This record has been withdrawn.",
            "tombstone.html.j2",
            _tombstone(rows, linked.incident, linked.incident.withdrawn, file),
            section=TIMELINE,
            record=file,
            reviewed=linked.reviewed,
            hidden=True,
        )
    return Page(
        row.address,
        f"{row.status_label}: {row.title}",
        f"{row.status_label}. {row.date}; {where_words(archive, linked.incident.location)}. {lines_words(row)}",
        "incident.html.j2",
        incident_view(archive, rows, key, possible, locate),
        section=TIMELINE,
        record=file,
        reviewed=linked.reviewed,
        data=(("application/json", f"{row.title} as JSON", incident_data(key)),),
    )


def incident_view(
    archive: Archive, rows: Rows, key: str, possible: Possible = Possible(), locate: Locate | None = None
) -> IncidentView:
    """The view of one incident that stands, and what may speak of it."""
    linked = archive.incidents[key]
    incident, row = linked.incident, rows[key]
    parties = parties_to(incident)
    citations = tuple(citation_view(archive, citation, n, parties) for n, citation in enumerate(incident.reports, 1))
    relative = incident.date.relative
    return IncidentView(
        row=row,
        body=narrative_html(incident.body),
        meaning=meaning_of(incident.status),
        because=linked.ceiling.because,
        ceiling=meaning_of(linked.ceiling.status).label,
        below_ceiling=linked.held_lower,
        status_given="status" in incident.model_fields_set,
        status_basis=incident.status_basis or "",
        lines_words=lines_words(row),
        lines=tuple(line_view(incident, line) for line in linked.lines),
        when=_when(incident, incident.date),
        relative=wording.RELATIVE_TIMES[relative.relation] if relative else "",
        relative_to=rows.get(relative.to) if relative else None,
        other_dates=tuple(_when(incident, other) for other in incident.date.alternatives),
        months=_months(archive, key),
        where=_where(archive, incident, incident.location),
        location_path=_location_path(archive, incident),
        other_locations=tuple(_where(archive, incident, other) for other in incident.location.alternatives),
        whereabouts=located(locate or locators(archive, None), incident.location),
        facts=_facts(archive, incident),
        responsibility=wording.RESPONSIBILITY[incident.claims_of_responsibility]
        if incident.claims_of_responsibility
        else "",
        table=account_table(archive, incident),
        citations=citations,
        related=tuple(
            RelatedView(
                wording.RELATIONS[link.kind],
                rows[link.other],
                wording.RELATIVE_TIMES.get(link.basis or "", link.basis or ""),
            )
            for link in published_relations(linked.relations, incident, archive.records.incidents)
        ),
        series=tuple(Link(archive.records.series[name].name, address_of("series", name)) for name in incident.series),
        possible_claims=claim_views(archive, possible.claims),
        possible_reports=tuple(report_link(archive, name) for name in possible.reports),
        notes=incident.notes,
        content_warnings=incident.content_warnings,
        redactions=tuple((entry.field, entry.reason, date_words(entry.on)) for entry in incident.redactions),
        waivers=tuple((entry.rule, entry.reason) for entry in incident.waive),
        corrections=correction_views(incident),
        file=archive.path_of("incident", key),
        data=incident_data(key),
        reviewed=linked.reviewed,
        archive_title=archive.settings.title,
    )


def lines_words(row: IncidentRow) -> str:
    """How many lines of origin from how many reports, as a sentence."""
    reports = wording.number_of(row.citations, "report", "reports")
    if row.lines == 0:
        return f"No line of origin asserts it, in {reports}."
    share = "" if row.asserting == row.citations else f"{row.asserting} of "
    return f"{wording.number_of(row.lines, 'line', 'lines')} of origin, from {share}{reports}."


def line_view(incident: Incident, line: OriginLine) -> LineView:
    """A line of origin with its root's page."""
    through = tuple(n + 1 for n in line.citations if not line.asserting or incident.reports[n].stance in ASSERTING)
    beside = tuple(n + 1 for n in line.citations if n + 1 not in through)
    return LineView(root_link(line.root), line.party, line.root.identified, line.asserting, through, beside)


def _when(incident: Incident, statement: DateStatement) -> Statement:
    return Statement(
        when_words(statement),
        statement.as_stated or "",
        statement.basis or "",
        statement.value.text,
        told_by(incident, statement),
    )


def _where(archive: Archive, incident: Incident, statement: LocationStatement) -> Statement:
    links = tuple(location_link(archive, key) for key in statement.keys)
    return Statement(
        where_words(archive, statement),
        statement.as_stated or "",
        statement.basis or "",
        citations=told_by(incident, statement),
        links=links,
    )


def _months(archive: Archive, key: str) -> tuple[Link, ...]:
    """The months and years of the timeline that list the incident."""
    value = archive.incidents[key].incident.date.value
    months = [Link(month_words(*month), month_address(*month)) for month in listed_months(value)]
    years = [Link(f"{year:04}", year_address(year)) for year in listed_years(value)]
    return (*months, *years)


def _location_path(archive: Archive, incident: Incident) -> tuple[Link, ...]:
    """From the country down to the first location the record names."""
    places = locations_of(incident)
    if not places or places[0] not in archive.locations:
        return ()
    around = archive.locations[places[0]].path
    return tuple(location_link(archive, key) for key in (*reversed(around), places[0]))


def _facts(archive: Archive, incident: Incident) -> tuple[tuple[str, tuple[Statement, ...]], ...]:
    """What was struck, with what, by whom, with what effect: each with the reports that say so."""
    actors = archive.records.actors

    def operator(key: str | None) -> tuple[Link, ...]:
        return (Link(actors[key].name, address_of("actor", key)),) if key in actors and key else ()

    def fact(words: str, item: Target | Means | Effect | Involvement, actor: str | None = None) -> Statement:
        # The words of an attacker already hold what the report calls it.
        stated = "" if isinstance(item, Involvement) else item.as_stated or ""
        return Statement(words, stated, citations=told_by(incident, item), links=operator(actor))

    parts = {
        role: [part for part in incident.actors if part.role == role and not denies(part)] for role in wording.ROLES
    }
    groups = (
        ("Target", [fact(target_words(archive, item), item, item.operator) for item in incident.target]),
        ("Means", [fact(means_words(archive, item), item) for item in incident.means]),
        ("Effects", [fact(effect_words(archive, item), item) for item in incident.effects]),
        *(
            (words, [fact(actor_words(archive, part), part, part.actor) for part in parts[role]])
            for role, words in wording.ROLES.items()
        ),
        (
            wording.DENIAL,
            [fact(actor_words(archive, part), part, part.actor) for part in incident.actors if denies(part)],
        ),
    )
    return tuple((name, tuple(statements)) for name, statements in groups if statements)


def _tombstone(rows: Rows, incident: Incident, withdrawn: Withdrawn, file: str) -> TombstoneView:
    merged = rows.get(withdrawn.merged_into) if withdrawn.merged_into else None
    return TombstoneView(
        incident.id,
        date_words(withdrawn.on),
        wording.WITHDRAWALS[withdrawn.reason],
        merged,
        correction_views(incident),
        file,
    )
