"""Actors: armed groups, forces and states that take part in incidents; never private persons."""

from typing import Literal

from generator.model.entry import Entry, Many
from generator.model.text import CountryCode, Key, Line, Names, Prose, Reference

ActorKind = Literal[
    "state-forces",
    "external-forces",
    "coalition",
    "government",
    "rebel-group",
    "political-militia",
    "identity-militia",
    "armed-group",
    "umbrella",
    "label",
    "civilians",
]

STATE_KINDS: frozenset[str] = frozenset({"state-forces", "external-forces", "coalition", "government"})
"""Actors whose acknowledgement of their own strike confirms it."""


class Actor(Entry):
    """A party to incidents under its own name (kinds after ACLED, with `umbrella` and `label` added)."""

    key: Key
    """The file's name without its ending; not written in the file."""
    name: Line
    """The name it uses of itself; for a `label`, the words reports use."""
    kind: ActorKind
    """What kind of actor it is; `umbrella` is a banner of several groups, `label` a description that reports use for whoever did it."""
    part_of: Reference | None = None
    """Key of the actor it belongs to, where that is undisputed."""
    names: Names
    """Other names by language; searchable and shown."""
    hidden_names: Many[Line] = ()
    """Misspellings seen; searchable and never shown."""
    country: CountryCode | None = None
    """Country it belongs to (ISO 3166-1)."""
    note: Prose | None = None
    """What a reader should know about the name and who uses it."""
