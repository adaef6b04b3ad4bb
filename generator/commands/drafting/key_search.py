"""Finding a registry entry's key by whatever a contributor calls it, in any script."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.checking.registered_names import names_of
from generator.checking.similarity import folded
from generator.model.records import Records
from generator.model.spelling import SAME_LETTERS, words_of

MOST_SHOWN = 8
_HOLDS = 1.0
_NEAR = 0.7
_NEAR_WORD = 0.85
_SHORTEST_PART = 3
_LONGEST = 80


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


def holding(text: str, choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices with a name that has every word of this text, in their order."""
    wanted = set(words_of(text))
    return tuple(choice for choice in choices if wanted and any(wanted <= set(words_of(name)) for name in choice.names))


def search(text: str, choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices that this text may mean, the likeliest first; at most `MOST_SHOWN`.

    Those with all its words, where there are any; else those whose name holds it or is held by it;
    else those that are spelt much alike.
    """
    wanted = words_of(text[:_LONGEST])
    if not wanted:
        return ()
    every = tuple(choices)
    held = holding(text, every)
    ranked = [(max(_likeness(wanted, words_of(name)) for name in choice.names), choice) for choice in held or every]
    best = max((rank for rank, _ in ranked), default=0.0)
    least = 0.0 if held else _HOLDS if best > _HOLDS else _NEAR
    good = sorted((pair for pair in ranked if pair[0] >= least), key=lambda pair: -pair[0])
    return tuple(choice for _, choice in good[:MOST_SHOWN])


def _plain(text: str) -> str:
    return folded(text.translate(SAME_LETTERS))


def _likeness(wanted: list[str], name: list[str]) -> float:
    """From 0 to 2: above `_HOLDS` where one text holds the other, the more the nearer their lengths."""
    one, other = "".join(wanted), "".join(name)
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= _SHORTEST_PART and (_begins_a_word(one, name) or _is_words(other, wanted)):
        return _HOLDS + len(shorter) / len(longer)
    by_words = min(max((_ratio(word, own, _NEAR_WORD) for own in name), default=0.0) for word in wanted)
    return max(_ratio(one, other[:_LONGEST], _NEAR), by_words)


def _ratio(one: str, other: str, least: float) -> float:
    """How much alike two texts are spelt, from 0 to 1; 0 below `least`."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0.0


def _begins_a_word(text: str, name: list[str]) -> bool:
    """Whether a name goes on like this from one of its words on.

    In scripts that write articles and prepositions as one with the word, from anywhere on.
    """
    if not text.isascii():
        return text in "".join(name)
    return any("".join(name[start:]).startswith(text) for start in range(len(name)))


def _is_words(name: str, text: list[str]) -> bool:
    """Whether a name is made of whole words of a text that follow one another."""
    return any(
        name == "".join(text[start:end]) for start in range(len(text)) for end in range(start + 1, len(text) + 1)
    )
