"""Wording in the archive's own voice: neutral, with its sources named and things under their main names."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from generator.checking.style.loaded_words import LOADED_WORDS, STEMS
from generator.checking.style.texts import Text, without_quotations
from generator.reading.finding import Finding, Rule, Suggestion, quoted

LOADED_WORD = Rule(
    "T801",
    "loaded-word",
    "warning",
    "{where} says `{word}` in the archive's own voice",
    "a reader of any side must be able to trust the wording; words that take a side belong to whoever says them",
    "notes: [The regime called it an accident.]\n",
    "notes: [The government called it an accident.]\n",
)
UNSOURCED = Rule(
    "T802",
    "unsourced-phrase",
    "warning",
    "`{phrase}` does not say who says so",
    "an account is worth what its sources are worth; a phrase without one sounds known and is not",
    "It is reported that a drone struck the base.\n",
    "The Syrian Observatory for Human Rights reported that a drone struck the base.\n",
)
MISSPELT_NAME = Rule(
    "T803",
    "misspelt-name",
    "warning",
    "the {kind} is called `{name}` here, not `{found}`",
    "one thing under two spellings cannot be searched for, and looks like two",
    "A drone was reported in Hassakeh.\n",
    "A drone was reported in Hasakah.\n",
)
OTHER_NAME = Rule(
    "T804",
    "other-name",
    "info",
    "the location is called `{name}` here, and the account only says `{found}`",
    "readers look for the name that the archive uses; another one may stand beside it",
    "A drone was reported at Koniko.\n",
    "A drone was reported at the Conoco (Koniko) gas field.\n",
)
STYLE_RULES = (LOADED_WORD, UNSOURCED, MISSPELT_NAME, OTHER_NAME)

_NOBODY = (
    r"\b(?:it|there) (?:is|was|were|has been|had been) (?:also |widely |generally )?"
    r"(?:reported|said|believed|claimed|alleged|understood|thought|rumou?red|assumed|considered)\b(?! by\b)"
    r"|\b(?:reportedly|allegedly|supposedly|purportedly)\b"
    r"|\baccording to (?:some |several |various |unconfirmed )?(?:reports|sources|accounts|media|information)\b(?! (?:of|by|from|in)\b)"
    r"|\b(?:some|many|observers|experts|analysts) (?:say|said|believe|believed|think|claim|claimed)\b"
    r"|(?<!\w)(?:по некоторым данным|как сообщается|сообщается|по слухам)(?!\w)"
    r"|(?<!\w)(?:يقال إن|قيل إن|يعتقد أن|يُعتقد أن|ذكرت تقارير)(?!\w)"
)
_HINTS = (
    "it is", "it was", "it has", "it had", "there is", "there was", "there were", "there has", "edly", "according to",
    " say", " said", "believe", "think", "claim", "данным", "сообщается", "слухам", "يقال", "قيل", "عتقد", "تقارير",
)  # fmt: skip
_SOURCED = r"\baccording to (?!some|several|various|reports|sources|accounts|media|information)\w"
_SENTENCE_ENDS = re.compile(r"[.!?؟。]\s")

Called = tuple[str, Sequence[str]]
"""The main name of a location and its other names."""


def has_loaded_stem(texts: Iterable[Text]) -> bool:
    """Whether one of some texts may hold a loaded word; most hold none."""
    told = "\n".join(text.text for text in texts).casefold()
    return any(stem in told for stem in STEMS)


def loaded_words_in(text: Text, named: tuple[str, ...]) -> Iterator[Finding]:
    """Loaded words in a text, those in a name that registries give left out."""
    small = text.text.casefold()
    shown = without_quotations(text.text)
    for name in named:
        shown = shown.replace(name, " " * len(name))
    for word in LOADED_WORDS:
        if not any(stem in small for stem in word.stems):
            continue
        found = _compiled(rf"(?<!\w)(?:{word.forms})(?!\w)").search(shown)
        if found is not None:
            yield LOADED_WORD.finding(
                text.raw.path,
                text.span(found.start(), found.end()),
                where=text.where,
                word=quoted(found.group()),
                label=f"instead: {word.instead}",
                help=f"write {word.instead}; where the word matters, put it in quotation marks with who says it. "
                f"Why not: {word.why}",
            )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Most archives hold nothing that is looked for here, so no pattern is made ready beforehand."""
    return re.compile(pattern, re.IGNORECASE)


def unsourced_in(account: Text) -> Iterator[Finding]:
    """The first phrase of the account that hides its source, in a sentence that names none either."""
    small = account.text.casefold()
    if not any(hint in small for hint in _HINTS):
        return
    shown = without_quotations(account.text)
    for found in _compiled(_NOBODY).finditer(shown):
        if not _compiled(_SOURCED).search(_sentence(shown, found.start())):
            yield UNSOURCED.finding(
                account.raw.path,
                account.span(found.start(), found.end()),
                phrase=quoted(found.group()),
                help="name whoever says so, as a citation of this record does; unnamed sources are named as such",
            )
            return


def _sentence(text: str, at: int) -> str:
    begin = max((end.end() for end in _SENTENCE_ENDS.finditer(text, 0, at)), default=0)
    end = _SENTENCE_ENDS.search(text, at)
    return text[begin : end.start() if end else len(text)]


def misspelt_in(account: Text, misspelt: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """Misspelt names in an account; `misspelt` has by misspelling the kind and the name of what is meant."""
    for hidden, (kind, name) in misspelt.items():
        at = _stands(hidden, account.text) if hidden in account.text else None
        if at is not None:
            yield MISSPELT_NAME.finding(
                account.raw.path,
                account.span(at, at + len(hidden)),
                kind=kind,
                name=quoted(name),
                found=quoted(hidden),
                help="write the name, or put the spelling of a report in quotation marks",
                suggestion=Suggestion(name, "unsafe", verbatim=True),
            )


def other_names_in(account: Text, title: str, locations: Iterable[Called]) -> Iterator[Finding]:
    """A name of one of the incident's locations, where nothing like its main name stands in the title or the account."""
    told = f"{title} {account.text}".casefold()
    for main, others in locations:
        if _first_word(main) in told:
            continue
        stand = [(at, name) for name in others if (at := _stands(name, account.text)) is not None]
        if stand:
            at, name = min(stand, key=lambda each: (each[0], -len(each[1])))
            yield OTHER_NAME.finding(
                account.raw.path,
                account.span(at, at + len(name)),
                name=quoted(main),
                found=quoted(name),
                help=f"name it once as `{quoted(main)}`; the other name may follow in brackets",
            )


def _first_word(name: str) -> str:
    """The word by which a name is known again, without an Arabic article before it."""
    return re.split(r"[\s(]", re.sub(r"^a[ltsrzndb]-", "", name.casefold()), maxsplit=1)[0]


def _stands(name: str, text: str) -> int | None:
    """Where a name stands in a text as a whole word and outside quotations, or None."""
    if name not in text:
        return None
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", without_quotations(text))
    return found.start() if found else None
