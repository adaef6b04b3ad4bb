"""Finding a registry entry's key by whatever a contributor calls it, in any script."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.checking.references import names_of
from generator.checking.similarity import folded
from generator.model.records import Records

MOST_SHOWN = 8
_NEAR = 0.6
_LONGEST = 80
# Spellings of one Arabic letter that writers and keyboards use for one another.
_SAME_LETTERS = str.maketrans({"ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": None, "ё": "е"})


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry that can be chosen: its key, the name shown and everything it is called."""

    key: str
    name: str
    names: tuple[str, ...]


def choices_of(entries: Mapping[str, object]) -> tuple[Choice, ...]:
    """The choices a registry gives, by key; hidden spellings can be searched too."""
    return tuple(
        Choice(key, str(getattr(entry, "name", key)), (key, *names_of(entry))) for key, entry in entries.items()
    )


def types_of(records: Records) -> tuple[Choice, ...]:
    """The event types that are in use, in the order of their list."""
    vocabulary = records.vocabularies.get("types")
    terms = vocabulary.terms if vocabulary else {}
    return tuple(
        Choice(
            key,
            term.label,
            (key, term.label, *([term.exact.acled] if term.exact and term.exact.acled else ())),
        )
        for key, term in terms.items()
        if term.deprecated_by is None
    )


def exactly(text: str, choices: Iterable[Choice]) -> Choice | None:
    """The one choice whose key is this text or one of whose names is, without case, accents and hyphens."""
    every = tuple(choices)
    for choice in every:
        if choice.key == text:
            return choice
    wanted = _plain(text)
    found = [choice for choice in every if wanted and any(_plain(name) == wanted for name in choice.names)]
    return found[0] if len(found) == 1 else None


def search(text: str, choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices that this text may mean, the likeliest first; at most `MOST_SHOWN`."""
    wanted = _plain(text)[:_LONGEST]
    if not wanted:
        return ()
    ranked = [(max(_likeness(wanted, _plain(name)) for name in choice.names), choice) for choice in choices]
    good = sorted((pair for pair in ranked if pair[0] >= _NEAR), key=lambda pair: -pair[0])
    return tuple(choice for _, choice in good[:MOST_SHOWN])


def _plain(text: str) -> str:
    return folded(text.translate(_SAME_LETTERS))


def _likeness(wanted: str, name: str) -> float:
    """From 0 to 2: above 1 where one text holds the other, the more the nearer their lengths."""
    if not name:
        return 0.0
    shorter, longer = sorted((wanted, name), key=len)
    if shorter in longer and len(shorter) >= 3:
        return 1.0 + len(shorter) / len(longer) + (0.1 if longer.startswith(shorter) else 0.0)
    matcher = SequenceMatcher(None, wanted, name[:_LONGEST], autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _NEAR else 0.0
