"""Accounts: what reports state of an incident, each statement tied to the reports that make it."""

from typing import Literal, get_args

from generator.model.counts import Count
from generator.model.entry import Entry, OneOrMany
from generator.model.text import Line, Reference

Refs = OneOrMany[Reference]
"""Citations of the same record that state something: a report's key or a citation's `ref`."""

Places = OneOrMany[Reference]
"""Keys of locations that the incident names; left out where a statement speaks of all of them."""

UNKNOWN_ACTOR = "unknown"

Basis = Literal[
    "claimed-by-actor",
    "acknowledged-by-actor",
    "attributed-by-official",
    "attributed-by-report",
    "inferred-by-editors",
    "denied-by-actor",
]
BASES: tuple[str, ...] = get_args(Basis)
"""On whose word an actor is said to have had a part."""


class Target(Entry):
    """What was struck or aimed at."""

    kind: Reference
    """A term of the vocabulary of targets."""
    location: Places = ()
    """Which of the incident's locations it speaks of, where there are several."""
    operator: Reference | None = None
    """Key of the actor that holds it: the party struck."""
    as_stated: Line | None = None
    """The report's own words."""
    report: Refs = ()
    """Citations that say so."""


class Means(Entry):
    """With what an attack is reported to have been made."""

    kind: Reference
    """A term of the vocabulary of means."""
    location: Places = ()
    """Which of the incident's locations it speaks of, where there are several."""
    count: Count | None = None
    """How many, as stated."""
    as_stated: Line | None = None
    """The report's own words."""
    report: Refs = ()
    """Citations that say so."""


class Involvement(Entry):
    """An actor's part in the incident, and on whose word."""

    actor: Reference
    """Key of the actor, or `unknown`."""
    role: Literal["attacker", "target", "responder", "interceptor"]
    """The part it is reported to have had."""
    location: Places = ()
    """Which of the incident's locations it speaks of, where there are several."""
    basis: Basis | None = None
    """On whose word; required for an attacker. `denied-by-actor`: the actor says that it had no such part."""
    as_stated: Line | None = None
    """The report's own words."""
    report: Refs = ()
    """Citations that say so."""


class Effect(Entry):
    """Harm or another outcome that a report states; what no report states is left out, never zero."""

    kind: Reference
    """A term of the vocabulary of effects."""
    location: Places = ()
    """Which of the incident's locations it speaks of, where there are several."""
    who: Line | None = None
    """Whom or what it befell, in neutral words; never a person's name."""
    count: Count | None = None
    """How many, as stated; `0` only where a source says none."""
    as_stated: Line | None = None
    """The report's own words."""
    report: Refs = ()
    """Citations that say so."""


def denies(part: Involvement) -> bool:
    """Whether a part is stated only in order to be denied by the actor itself."""
    return part.basis == "denied-by-actor"
