"""The page of an incident: what is reported, how well it stands and why, when, where, who says what, on what sources."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.archive.archive import Archive, LinkedIncident
from generator.archive.claims import Traced, claims_possibly_of, reports_possibly_of
from generator.archive.gazetteer import locations_of
from generator.archive.relations import published_relations
from generator.archive.timeline import listed_months, listed_years
from generator.model.attribution import parties_to
from generator.model.incident import DateStatement, Incident, Withdrawn
from generator.model.location import LocationStatement
from generator.model.status import meaning_of
from generator.pages import wording
from generator.pages.account_columns import columns
from generator.pages.account_table import (
    account_table,
    effect_words,
    told_by,
    when_words,
    where_words,
)
from generator.pages.addresses import TIMELINE, Link, address_of, incident_data, month_address, year_address
from generator.pages.card import card_of
from generator.pages.citation_view import citation_view
from generator.pages.claim_view import claim_views, report_link
from generator.pages.correction_view import correction_views
from generator.pages.date_words import date_words, month_words
from generator.pages.incident_row import IncidentRow, Rows, incident_title
from generator.pages.incident_view import IncidentView, RelatedView, Statement, TombstoneView
from generator.pages.language_words import language_words
from generator.pages.map.whereabouts import Locate, located
from generator.pages.narrative import narrative_html
from generator.pages.nearby import Surround, surroundings
from generator.pages.origin_tree import line_views
from generator.pages.own_texts import OwnText
from generator.pages.page import Page
from generator.pages.particulars import particulars
from generator.pages.reference import reference
from generator.pages.registry_name import location_link
from generator.texts.text import Text, say, say_as, say_number


@dataclass(frozen=True, slots=True)
class Possible:
    """What may speak of an incident and cannot be told to: claims of ledgers, and reports tied to no incident."""

    claims: tuple[Traced, ...] = ()
    reports: tuple[str, ...] = ()
    """Keys of reports."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the pages of all incidents are made with beside the archive."""

    rows: Rows
    locate: Locate
    surround: Surround
    site_url: str | None = None
    """The site's public web address, for citations; None where it has none."""


def incident_pages(archive: Archive, rows: Rows, locate: Locate, site_url: str | None = None) -> tuple[Page, ...]:
    """A page for every incident, tombstones included."""
    claims, reports = claims_possibly_of(archive.records), reports_possibly_of(archive.records)
    setting = Setting(rows, locate, surroundings(archive, rows), site_url)
    return tuple(
        _page(archive, setting, key, linked, Possible(claims.get(key, ()), reports.get(key, ())))
        for key, linked in archive.incidents.items()
    )


def _page(archive: Archive, setting: Setting, key: str, linked: LinkedIncident, possible: Possible) -> Page:
    row, file = setting.rows[key], archive.path_of("incident", key)
    if linked.incident.withdrawn is not None:
        return Page(
            row.address,
            say("Withdrawn record {id}", id=key),
            say("This record has been withdrawn."),
            "tombstone.html.j2",
            _tombstone(setting.rows, linked.incident, linked.incident.withdrawn, file),
            section=TIMELINE,
            record=file,
            reviewed=linked.reviewed,
            hidden=True,
        )
    return Page(
        row.address,
        say_as("title", "{status}: {title}", status=row.status_label, title=row.title),
        say(
            "{status}. {date}; {location}. {lines}",
            status=row.status_label,
            date=row.date,
            location=where_words(archive, linked.incident.location),
            lines=lines_words(row),
        ),
        "incident.html.j2",
        incident_view(archive, setting, key, possible),
        section=TIMELINE,
        record=file,
        reviewed=linked.reviewed,
        data=(("application/json", say("{title} as JSON", title=row.title), incident_data(key)),),
        card=card_of(linked.incident.status),
    )


def incident_view(archive: Archive, setting: Setting, key: str, possible: Possible = Possible()) -> IncidentView:
    """The view of one incident that stands, and what may speak of it."""
    linked, rows = archive.incidents[key], setting.rows
    incident, row = linked.incident, rows[key]
    parties = parties_to(incident)
    citations = tuple(citation_view(archive, citation, n, parties) for n, citation in enumerate(incident.reports, 1))
    relative = incident.date.relative
    lines = line_views(archive, incident, linked.lines)
    return IncidentView(
        row=row,
        harm=tuple(dict.fromkeys(effect_words(archive, effect) for effect in incident.effects)),
        nearby=setting.surround(key),
        title=OwnText(incident.title, incident_title(incident).names),
        body=_account(incident),
        account_language=language_words(archive.settings.languages[0]),
        meaning=meaning_of(incident.status),
        because=linked.ceiling.because,
        ceiling=meaning_of(linked.ceiling.status).word,
        below_ceiling=linked.held_lower,
        status_given="status" in incident.model_fields_set,
        status_basis=incident.status_basis or "",
        lines_words=lines_words(row),
        lines=lines,
        when=_when(incident, incident.date),
        relative=wording.RELATIVE_TIMES[relative.relation] if relative else "",
        relative_to=rows.get(relative.to) if relative else None,
        other_dates=tuple(_when(incident, other) for other in incident.date.alternatives),
        months=_months(archive, key),
        where=_where(archive, incident, incident.location),
        location_path=_location_path(archive, incident),
        other_locations=tuple(_where(archive, incident, other) for other in incident.location.alternatives),
        whereabouts=located(setting.locate, incident.location),
        facts=particulars(archive, incident),
        responsibility=wording.RESPONSIBILITY[incident.claims_of_responsibility]
        if incident.claims_of_responsibility
        else "",
        table=account_table(archive, incident),
        columns=columns(citations, lines),
        citations=citations,
        related=_related(archive, rows, linked),
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
        reference=reference(row, archive=archive.settings.title, reviewed=linked.reviewed, site_url=setting.site_url),
    )


def _account(incident: Incident) -> OwnText[Markup]:
    others = {tag: words.body for tag, words in incident.translations.items() if words.body is not None}
    return OwnText(narrative_html(incident.body), {tag: narrative_html(body) for tag, body in others.items()})


def _related(archive: Archive, rows: Rows, linked: LinkedIncident) -> tuple[RelatedView, ...]:
    published = published_relations(linked.relations, linked.incident, archive.records.incidents)
    return tuple(
        RelatedView(
            wording.RELATIONS[link.kind],
            rows[link.other],
            wording.RELATIVE_TIMES.get(link.basis or "", link.basis or ""),
        )
        for link in published
    )


def lines_words(row: IncidentRow) -> Text:
    """How many lines of origin from how many reports, as a sentence."""
    reports = say_number(row.citations, "{n} report", "{n} reports")
    if row.lines == 0:
        return say("No line of origin asserts it, in {reports}.", reports=reports)
    lines = say_number(row.lines, "{n} line of origin", "{n} lines of origin")
    if row.asserting == row.citations:
        return say("{lines}, from {reports}.", lines=lines, reports=reports)
    return say("{lines}, from {n} of {reports}.", lines=lines, n=row.asserting, reports=reports)


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
