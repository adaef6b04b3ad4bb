"""The names that registries give: whose each is, which of them hold a loaded word, and how names are misspelt."""

import re
from collections.abc import Callable, Mapping
from functools import cached_property

from generator.checking.similarity import folded
from generator.checking.style.loaded_words import STEMS

Entries = Mapping[str, object]
"""Registry entries of one kind by key."""

_PLAIN_NAME = re.compile(r"\s*\([^)]*\)")
_NAMED = ("source", "location", "actor")


def names_of(entry: object) -> tuple[str, ...]:
    """Every name of a registry entry, hidden ones included."""
    own = getattr(entry, "name", None)
    others = getattr(entry, "names", {})
    hidden = getattr(entry, "hidden_names", ())
    return ((own,) if own else ()) + tuple(name for names in others.values() for name in names) + tuple(hidden)


def owners_among(entries: Entries) -> dict[str, str]:
    """By folded name the key of the entry that has it; a key names its own entry first."""
    owners = {folded(key): key for key in entries}
    for key, entry in entries.items():
        for name in names_of(entry):
            owners.setdefault(folded(name), key)
    return owners


class RegisteredNames:
    """What rules ask of all names of the registries at once; found out when it is first asked."""

    def __init__(self, known: Callable[[str], Entries]) -> None:
        self._known = known

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """By folded name the key of the source that has it."""
        return owners_among(self._known("source"))

    @cached_property
    def locations(self) -> Mapping[str, str]:
        """By folded name the key of the location that has it."""
        return owners_among(self._known("location"))

    @cached_property
    def loaded(self) -> tuple[str, ...]:
        """Names that hold a loaded word, such as that of a brigade of martyrs."""
        return tuple(
            name
            for kind in ("source", "actor", "location")
            for entry in self._known(kind).values()
            for name in names_of(entry)
            if any(stem in name.casefold() for stem in STEMS)
        )

    @cached_property
    def misspelt(self) -> Mapping[str, tuple[str, str]]:
        """By misspelling, as registries list them, the kind and the name of what is meant."""
        return {
            hidden: (kind, _PLAIN_NAME.sub("", entry.name))  # type: ignore[attr-defined]
            for kind in _NAMED
            for entry in self._known(kind).values()
            for hidden in getattr(entry, "hidden_names", ())
        }
