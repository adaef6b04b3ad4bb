"""Who says what: one column for each report, one row for each question, silence shown as silence."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from generator.archive.archive import Archive
from generator.model.account import UNKNOWN_ACTOR, Effect, Involvement, Means, Target
from generator.model.contradiction import (
    attackers_of,
    clashing_attackers,
    clashing_counts,
    clashing_dates,
    clashing_locations,
    labels_among,
)
from generator.model.incident import DateStatement, Incident
from generator.model.location import LocationStatement
from generator.pages import wording
from generator.pages.citation_view import numbers_of
from generator.pages.date_words import date_words, time_words
from generator.pages.registry_name import registry_name, term_name
from generator.texts.languages import isolated
from generator.texts.text import listed, say, say_as

Statement = DateStatement | LocationStatement | Target | Means | Effect | Involvement
"""What a record states, with the names of the reports that state it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said on one question, by which reports."""

    words: str
    citations: tuple[int, ...]
    """Numbers of the citations that say so, from 1."""
    differs: bool = False
    """Whether another report says something that cannot hold beside it."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One question with everything that is said on it, in the record's order."""

    question: str
    told: tuple[Told, ...]
    anchor: str = ""
    """Where it stands on the page: `account-when`."""

    def by(self, number: int) -> tuple[Told, ...]:
        """What the citation with this number says; empty where it is silent."""
        return tuple(told for told in self.told if number in told.citations)

    @property
    def tied(self) -> bool:
        """Whether any report is tied to a statement on it."""
        return any(told.citations for told in self.told)

    @property
    def unattributed(self) -> tuple[Told, ...]:
        """Statements the record ties to no report."""
        return tuple(told for told in self.told if not told.citations)

    @property
    def differing(self) -> tuple[Told, ...]:
        """The statements that contradict one another."""
        return tuple(told for told in self.told if told.differs)


def account_table(archive: Archive, incident: Incident) -> tuple[TableRow, ...]:
    """The table of an incident; questions that nothing answers are left out."""
    rows = [TableRow(say("Did it happen?"), _happened(incident), "account-happened")]
    dates = (incident.date, *incident.date.alternatives)
    places = (incident.location, *incident.location.alternatives)
    attackers = attackers_of(incident)
    labels = labels_among(incident, archive.records)
    questions: tuple[tuple[str, str, Iterable[Any], Callable[[Any], str], frozenset[int]], ...] = (
        ("when", say("When?"), dates, when_words, clashing_dates(dates)),
        (
            "where",
            say("Where?"),
            places,
            lambda place: where_words(archive, place),
            clashing_locations(places, archive.records),
        ),
        ("target", say("What was struck?"), incident.target, lambda target: target_words(archive, target), frozenset()),
        (
            "means",
            say("With what?"),
            incident.means,
            lambda means: means_words(archive, means),
            clashing_counts(incident.means),
        ),
        (
            "effects",
            say("With what effect?"),
            incident.effects,
            lambda effect: effect_words(archive, effect),
            clashing_counts(incident.effects),
        ),
        (
            "attacker",
            say("By whom?"),
            attackers,
            lambda part: actor_words(archive, part),
            clashing_attackers(attackers, labels),
        ),
    )
    rows += [_row(incident, *question) for question in questions]
    return tuple(row for row in rows if row.told)


def _happened(incident: Incident) -> tuple[Told, ...]:
    stances = [citation.stance for citation in incident.reports]
    against = {"denies", "corrects"}
    disputed = bool(against.intersection(stances)) and not against.issuperset(stances)
    return tuple(
        Told(
            wording.STANCE_CELLS[stance],
            tuple(n for n, other in enumerate(stances, 1) if other == stance),
            disputed and stance not in ("mentions", "unverified"),
        )
        for stance in dict.fromkeys(stances)
    )


def _row(
    incident: Incident,
    name: str,
    question: str,
    items: Iterable[Any],
    words: Callable[[Any], str],
    clashing: frozenset[int],
) -> TableRow:
    """One question's row; `clashing` holds the positions of statements that contradict one another."""
    said: dict[str, tuple[list[int], list[bool]]] = {}
    for position, item in enumerate(items):
        numbers, differs = said.setdefault(words(item), ([], []))
        numbers.extend(told_by(incident, item))
        differs.append(position in clashing)
    return TableRow(
        question,
        tuple(Told(text, tuple(dict.fromkeys(numbers)), any(differs)) for text, (numbers, differs) in said.items()),
        f"account-{name}",
    )


def told_by(incident: Incident, statement: Statement) -> tuple[int, ...]:
    """Numbers of the citations, from 1, that make a statement.

    One that names none is taken to be the only report's, unless it is the editors' own or one of several.
    """
    if statement.report:
        return numbers_of(incident.reports, statement.report)
    return (1,) if len(incident.reports) == 1 and not _judged(incident, statement) else ()


def _judged(incident: Incident, statement: Statement) -> bool:
    """Whether a statement rests, or may rest, on the editors' judgement: with a basis of its own, or chosen among several."""
    match statement:
        case Involvement():
            return statement.basis == "inferred-by-editors"
        case DateStatement():
            return statement.basis is not None or bool(incident.date.alternatives)
        case LocationStatement():
            return statement.basis is not None or bool(incident.location.alternatives)
        case _:
            return False


def when_words(statement: DateStatement) -> str:
    """A date with its time of day: `31 December 2023, 22:05`."""
    date = date_words(statement.value, anchor=statement.anchor)
    if statement.time is None:
        return date
    return say_as("date", "{date}, {time}", date=date, time=time_words(statement.time))


def where_words(archive: Archive, statement: LocationStatement) -> str:
    """A location with its relation: `near North quay`; one without a file: `near “the cove”, in Northshire`."""
    locations = archive.records.locations
    names = [registry_name(locations[key]) for key in statement.keys if key in locations]
    if statement.key is not None:
        return wording.placed(statement.relation, listed(names))
    stated = isolated(statement.as_stated or "")
    if not names[1:]:
        place = say_as("location", "“{stated}”, in {around}", stated=stated, around=names[0])
    else:
        place = say_as(
            "location",
            "“{stated}”, in {around}, and {others}",
            stated=stated,
            around=names[0],
            others=listed(names[1:]),
        )
    return wording.placed(statement.relation, place)


def _at(archive: Archive, what: str, keys: tuple[str, ...]) -> str:
    """What a statement speaks of, and at which of the incident's locations where it does not speak of all."""
    locations = archive.records.locations
    if not keys:
        return what
    return say_as(
        "account", "{what} at {places}", what=what, places=listed([registry_name(locations[key]) for key in keys])
    )


def target_words(archive: Archive, target: Target) -> str:
    """What was struck, and who holds it."""
    what = _at(archive, term_name(archive, "targets", target.kind), target.location)
    holder = archive.records.actors.get(target.operator) if target.operator else None
    if holder is None:
        return what
    return say_as("account", "{what} ({holder})", what=what, holder=registry_name(holder))


def means_words(archive: Archive, means: Means) -> str:
    """With what, and how many."""
    what = _at(archive, term_name(archive, "means", means.kind), means.location)
    if means.count is None:
        return what
    return say_as("account", "{what}: {count}", what=what, count=wording.count_words(means.count))


def effect_words(archive: Archive, effect: Effect) -> str:
    """An effect with whom it befell and how many; `none` only where a source says so."""
    what = _at(archive, term_name(archive, "effects", effect.kind), effect.location)
    if effect.who:
        what = say_as("account", "{what}, {whom}", what=what, whom=isolated(effect.who))
    if effect.count is None:
        return what
    return say_as("account", "{what}: {count}", what=what, count=wording.count_words(effect.count))


def actor_words(archive: Archive, part: Involvement) -> str:
    """An attacker with the word it rests on."""
    words: str = say_as("attacker", "not known")
    if part.actor != UNKNOWN_ACTOR:
        words = registry_name(archive.records.actors[part.actor])
    if part.as_stated:
        words = say_as("account", "{actor}, “{stated}”", actor=words, stated=isolated(part.as_stated))
    words = _at(archive, words, part.location)
    if part.basis and part.actor != UNKNOWN_ACTOR:
        words = say_as("account", "{actor}, {basis}", actor=words, basis=wording.BASES[part.basis])
    return words
