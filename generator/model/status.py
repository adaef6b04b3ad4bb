"""How well an incident stands: six statuses, four of them a ladder with a computed ceiling."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["confirmed", "corroborated", "single-source", "unverified", "contested", "discounted"]

LADDER: tuple[Status, ...] = ("unverified", "single-source", "corroborated", "confirmed")
"""From weakest to strongest; `contested` and `discounted` stand beside the ladder."""


@dataclass(frozen=True, slots=True)
class StatusMeaning:
    """What a status tells a reader, and what the check demands before a record may carry it."""

    status: Status
    label: str
    meaning: str
    requires: str


STATUSES: tuple[StatusMeaning, ...] = (
    StatusMeaning(
        "confirmed",
        "Confirmed",
        "The party struck has acknowledged it on the record, or a state's forces have acknowledged their own strike, "
        "or a named independent body has verified imagery of it.",
        "An on-record acknowledgement by the party struck (or by a state's forces of their own strike), "
        "or imagery verified by a named independent body. An attacker's claim alone never confirms.",
    ),
    StatusMeaning(
        "corroborated",
        "Corroborated",
        "Two or more separate lines of origin report it, and at least one of them is not a party to it.",
        "Two or more separate lines of origin, at least one of them not a party to the incident.",
    ),
    StatusMeaning(
        "single-source",
        "Single source",
        "It rests on one line of origin that counts, however many outlets repeat it; origins known only by description, "
        "and parties among themselves, do not make a second.",
        "One line of origin that asserts it.",
    ),
    StatusMeaning(
        "unverified",
        "Unverified",
        "The reports themselves call it unverified, or nothing better is known.",
        "Nothing.",
    ),
    StatusMeaning(
        "contested",
        "Contested",
        "Sources contradict one another on whether, or in what essential way, it happened.",
        "A citation that denies it or accounts that compete, and a stated reason (`status_basis`).",
    ),
    StatusMeaning(
        "discounted",
        "Discounted",
        "Found not to have happened as reported; it stays published so that the report can be looked up.",
        "A citation that denies or corrects it, and a stated reason (`status_basis`).",
    ),
)


def meaning_of(status: Status) -> StatusMeaning:
    """The label, meaning and condition of a status."""
    return next(entry for entry in STATUSES if entry.status == status)


def exceeds(status: Status, ceiling: Status) -> bool:
    """Whether a status of the ladder stands above a ceiling; false for statuses beside the ladder."""
    return status in LADDER and LADDER.index(status) > LADDER.index(ceiling)
