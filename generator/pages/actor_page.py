"""The page of an actor: what it is, who speaks for it, in which incidents it is reported to have taken part, on whose word."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.claims import ClaimIndex, claims_about
from generator.model.account import denies
from generator.model.actor import Actor
from generator.model.country_names import country_name
from generator.pages import wording
from generator.pages.addresses import ACTORS, Link, address_of
from generator.pages.claim_view import ClaimView, claim_views
from generator.pages.counted_months import counted_months
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.month_chart import Chart, month_chart
from generator.pages.other_names import name_in_own_script
from generator.pages.page import Page
from generator.pages.registry_name import actor_link, registry_name, source_link
from generator.pages.spellings import Spellings, spellings
from generator.pages.status_counts import StatusCounts, rows_of, status_counts
from generator.texts.country_words import country_words
from generator.texts.text import Text, joined, say, say_number

HOLDER = say("Struck, as holder of the target")
"""The heading of incidents in which something an actor holds was struck."""


@dataclass(frozen=True, slots=True)
class Part:
    """An incident with the ground on which an actor is given a part in it."""

    row: IncidentRow
    bases: tuple[str, ...]
    """On whose word, each in words."""
    stated: tuple[str, ...]
    """The reports' own words."""


@dataclass(frozen=True, slots=True)
class RoleGroup:
    """Incidents in which an actor has one role."""

    heading: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ActorView:
    """Everything the page of an actor shows."""

    name: str
    own_script: tuple[str, str, str] | None
    spellings: tuple[Spellings, ...]
    kind: str
    country: str
    part_of: Link | None
    parts: tuple[tuple[Link, int], ...]
    """Actors that belong to it, with their numbers of incidents."""
    note: str
    speakers: tuple[Link, ...]
    """Sources that speak for it."""
    affiliated: tuple[tuple[Link, str], ...]
    """Sources described as close to it, with the description."""
    incidents: int
    split: StatusCounts
    chart: Chart | None
    """Its incidents by month."""
    roles: tuple[RoleGroup, ...]
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor in the table of all actors."""

    link: Link
    own_script: tuple[str, str, str] | None
    kind: str
    part_of: Link | None
    incidents: int
    roles: tuple[tuple[str, int], ...]
    """Its roles with their numbers of incidents."""


@dataclass(frozen=True, slots=True)
class _Ties:
    """What other records say of actors, found once for all their pages."""

    parts: dict[str, list[str]]
    speakers: dict[str, list[Link]]
    affiliated: dict[str, list[tuple[Link, str]]]
    about: ClaimIndex


def actor_pages(archive: Archive, rows: Rows) -> tuple[Page, ...]:
    """The list of all actors and a page for each."""
    ties = _ties(archive)
    views = {key: actor_view(archive, rows, actor, ties) for key, actor in archive.records.actors.items()}
    index = Page(
        ACTORS,
        say("Actors"),
        say_number(
            len(views), "{n} actor named in reports of this archive.", "{n} actors named in reports of this archive."
        ),
        "actors.html.j2",
        tuple(
            sorted(
                (_row(key, view) for key, view in views.items()),
                key=lambda row: (-row.incidents, row.link.text.casefold()),
            )
        ),
    )
    pages = (
        Page(
            address_of("actor", key),
            view.name,
            _description(view),
            "actor.html.j2",
            view,
            section=ACTORS,
            record=archive.path_of("actor", key),
        )
        for key, view in views.items()
    )
    return (index, *pages)


def _description(view: ActorView) -> Text:
    taken = say_number(
        view.incidents,
        "Reported to have taken part in {n} incident of this archive.",
        "Reported to have taken part in {n} incidents of this archive.",
    )
    return joined(" ", (say("{kind}.", kind=view.kind), taken))


def _ties(archive: Archive) -> _Ties:
    ties = _Ties({}, {}, {}, claims_about(archive.records))
    for key, actor in archive.records.actors.items():
        if actor.part_of:
            ties.parts.setdefault(actor.part_of, []).append(key)
    for key, source in archive.records.sources.items():
        link = source_link(archive, key)
        if source.represents:
            ties.speakers.setdefault(source.represents, []).append(link)
        if source.affiliation and source.affiliation.actor:
            ties.affiliated.setdefault(source.affiliation.actor, []).append((link, source.affiliation.as_stated))
    return ties


def actor_view(archive: Archive, rows: Rows, actor: Actor, ties: _Ties) -> ActorView:
    """The view of one actor."""
    key = actor.key
    incidents = rows_of(rows, archive.by_actor[key])
    return ActorView(
        name=registry_name(actor),
        own_script=name_in_own_script(actor.names),
        spellings=spellings(actor.names),
        kind=wording.ACTOR_KINDS[actor.kind],
        country=country_words(actor.country, country_name(actor.country)) if actor.country else "",
        part_of=actor_link(archive, actor.part_of) if actor.part_of else None,
        parts=tuple(
            (actor_link(archive, part), len(rows_of(rows, archive.by_actor[part]))) for part in ties.parts.get(key, ())
        ),
        note=actor.note or "",
        speakers=tuple(ties.speakers.get(key, ())),
        affiliated=tuple(ties.affiliated.get(key, ())),
        incidents=len(incidents),
        split=status_counts(incidents),
        chart=month_chart(counted_months(archive, incidents)),
        roles=_roles(archive, key, (*incidents, *rows_of(rows, archive.by_denier[key]))),
        claims=claim_views(archive, ties.about.get(("actor", key), ())),
    )


def _roles(archive: Archive, key: str, incidents: tuple[IncidentRow, ...]) -> tuple[RoleGroup, ...]:
    """Incidents by role; one in which it has two roles stands under both."""
    headings = (*wording.ROLES.values(), HOLDER, wording.DENIAL)
    groups: dict[str, list[Part]] = {heading: [] for heading in headings}
    for row in incidents:
        incident = archive.incidents[row.id].incident
        for role, name in wording.ROLES.items():
            mine = [part for part in incident.actors if part.actor == key and part.role == role]
            if mine:
                heading = wording.DENIAL if all(denies(part) for part in mine) else name
                bases = dict.fromkeys(wording.BASES[part.basis] for part in mine if part.basis)
                words = dict.fromkeys(part.as_stated for part in mine if part.as_stated)
                groups[heading].append(Part(row, tuple(bases), tuple(words)))
        if any(target.operator == key for target in incident.target):
            held = dict.fromkeys(
                target.as_stated for target in incident.target if target.operator == key and target.as_stated
            )
            groups[HOLDER].append(Part(row, (), tuple(held)))
    return tuple(RoleGroup(heading, tuple(parts)) for heading, parts in groups.items() if parts)


def _row(key: str, view: ActorView) -> ActorRow:
    roles = tuple((group.heading, len(group.parts)) for group in view.roles)
    return ActorRow(
        Link(view.name, address_of("actor", key)), view.own_script, view.kind, view.part_of, view.incidents, roles
    )
