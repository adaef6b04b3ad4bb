"""What an incident's record states in particular, statement by statement, each with the reports that say so."""

from generator.archive.archive import Archive
from generator.model.account import Effect, Involvement, Means, Target, denies
from generator.model.incident import Incident
from generator.pages import wording
from generator.pages.account_table import actor_words, effect_words, means_words, target_words, told_by
from generator.pages.incident_view import Statement
from generator.pages.registry_name import actor_link
from generator.texts.text import say


def particulars(archive: Archive, incident: Incident) -> tuple[tuple[str, tuple[Statement, ...]], ...]:
    """What was struck, with what, by whom, with what effect: each with the reports that say so."""
    actors = archive.records.actors

    def fact(
        anchor: str, words: str, item: Target | Means | Effect | Involvement, actor: str | None = None
    ) -> Statement:
        # The words of an attacker already hold what the report calls it.
        stated = "" if isinstance(item, Involvement) else item.as_stated or ""
        links = (actor_link(archive, actor),) if actor in actors and actor else ()
        return Statement(words, stated, citations=told_by(incident, item), links=links, anchor=anchor)

    def parts(role: str, *, denied: bool = False) -> list[Statement]:
        taking = [part for part in incident.actors if denies(part) == denied and (denied or part.role == role)]
        return [
            fact(f"part-{role}-{n}", actor_words(archive, part), part, part.actor) for n, part in enumerate(taking, 1)
        ]

    targets, means, effects = incident.target, incident.means, incident.effects
    groups = (
        (
            say("Target"),
            [
                fact(f"target-{n}", target_words(archive, item), item, item.operator)
                for n, item in enumerate(targets, 1)
            ],
        ),
        (say("Means"), [fact(f"means-{n}", means_words(archive, item), item) for n, item in enumerate(means, 1)]),
        (
            say("Effects"),
            [fact(f"effects-{n}", effect_words(archive, item), item) for n, item in enumerate(effects, 1)],
        ),
        *((words, parts(role)) for role, words in wording.ROLES.items()),
        (wording.DENIAL, parts("none", denied=True)),
    )
    return tuple((name, tuple(statements)) for name, statements in groups if statements)
