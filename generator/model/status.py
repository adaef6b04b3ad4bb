"""How well an incident stands: six statuses, four of them a ladder with a computed ceiling."""

from dataclasses import dataclass
from typing import Literal

from generator.texts.text import say, say_as

Status = Literal["confirmed", "corroborated", "single-source", "unverified", "contested", "discounted"]

LADDER: tuple[Status, ...] = ("unverified", "single-source", "corroborated", "confirmed")
"""From weakest to strongest; `contested` and `discounted` stand beside the ladder."""


@dataclass(frozen=True, slots=True)
class StatusMeaning:
    """What a status tells a reader, and what the check demands before a record may carry it."""

    status: Status
    label: str
    word: str
    """The label inside a sentence."""
    meaning: str
    requires: str


STATUSES: tuple[StatusMeaning, ...] = (
    StatusMeaning(
        "confirmed",
        say_as("status", "Confirmed"),
        say_as("status", "confirmed"),
        say(
            "The party struck has acknowledged it on the record, or a state's forces have acknowledged their own "
            "strike, or a named independent body has verified imagery of it."
        ),
        say(
            "An on-record acknowledgement by the party struck (or by a state's forces of their own strike), "
            "or imagery verified by a named independent body. An attacker's claim alone never confirms."
        ),
    ),
    StatusMeaning(
        "corroborated",
        say_as("status", "Corroborated"),
        say_as("status", "corroborated"),
        say("Two or more separate lines of origin report it, and at least one of them is not a party to it."),
        say("Two or more separate lines of origin, at least one of them not a party to the incident."),
    ),
    StatusMeaning(
        "single-source",
        say_as("status", "Single source"),
        say_as("status", "single source"),
        say(
            "It rests on one line of origin that counts, however many outlets repeat it; origins known only by "
            "description, and parties among themselves, do not make a second."
        ),
        say("One line of origin that asserts it."),
    ),
    StatusMeaning(
        "unverified",
        say_as("status", "Unverified"),
        say_as("status", "unverified"),
        say("The reports themselves call it unverified, or nothing better is known."),
        say("Nothing."),
    ),
    StatusMeaning(
        "contested",
        say_as("status", "Contested"),
        say_as("status", "contested"),
        say("Sources contradict one another on whether, or in what essential way, it happened."),
        say("A citation that denies it or accounts that compete, and a stated reason (`status_basis`)."),
    ),
    StatusMeaning(
        "discounted",
        say_as("status", "Discounted"),
        say_as("status", "discounted"),
        say("Found not to have happened as reported; it stays published so that the report can be looked up."),
        say("A citation that denies or corrects it, and a stated reason (`status_basis`)."),
    ),
)


def meaning_of(status: Status) -> StatusMeaning:
    """The label, meaning and condition of a status."""
    return next(entry for entry in STATUSES if entry.status == status)


def exceeds(status: Status, ceiling: Status) -> bool:
    """Whether a status of the ladder stands above a ceiling; false for statuses beside the ladder."""
    return status in LADDER and LADDER.index(status) > LADDER.index(ceiling)
