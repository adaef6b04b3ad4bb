"""Titles: neutral noun phrases that say what, where and when, and leave the status to the site."""

import re
import unicodedata
from collections.abc import Iterator

from generator.checking.checked import Checked
from generator.model.incident import Incident
from generator.reading.finding import Finding, Rule, Suggestion, quoted
from generator.reading.folder import RawRecord
from generator.reading.positions import Loc

FINAL_STOP = Rule(
    "T811",
    "title-full-stop",
    "warning",
    "a title ends without a full stop",
    "a title is a phrase and no sentence, and stands in lists and within sentences",
    "title: Drone strike on a US base, Hasakah province.\n",
    "title: Drone strike on a US base, Hasakah province\n",
)
STATUS_WORD = Rule(
    "T812",
    "title-status-word",
    "warning",
    "`{word}` says how well the incident stands; leave it out of the title",
    "the site puts the status before every title, and it may change while the title stays",
    "title: Unconfirmed drone strike on a US base\n",
    "title: Drone strike on a US base\n",
)
CAPITALS = Rule(
    "T813",
    "title-in-capitals",
    "warning",
    "the title is written in capitals",
    "capitals shout, and take from names how they are written",
    "title: DRONE STRIKE ON A US BASE\n",
    "title: Drone strike on a US base\n",
)
SIGNS = Rule(
    "T814",
    "title-signs",
    "warning",
    "the title holds `{sign}`",
    "pictures, exclamation and question marks tell readers what to feel or to doubt",
    "title: Drone strike on a US base!\n",
    "title: Drone strike on a US base\n",
)
SENTENCE = Rule(
    "T815",
    "title-sentence",
    "warning",
    "the title is a sentence (`{word}`); write a noun phrase",
    "a sentence states as a fact what the status behind it may call a claim",
    "title: Drones have struck a US base in Hasakah province\n",
    "title: Drone strike on a US base, Hasakah province\n",
)
TITLE_RULES = (FINAL_STOP, STATUS_WORD, CAPITALS, SIGNS, SENTENCE)

_STATUS = re.compile(
    r"\b(?:confirmed|corroborated|unverified|unconfirmed|contested|discounted|debunked|single[- ]source|alleged|allegedly"
    r"|reportedly|purported|rumou?red|breaking|fake)\b",
    re.IGNORECASE,
)
_ARABIC_STATUS = re.compile(
    r"(?<!\w)[وف]?(?:ال)?(?:مزعوم(?:ة|ان|تان)?|غير (?:ال)?(?:مؤك[َّ]*د|مؤك[َّ]*دة|متحق[َّ]*ق منها?)|مؤك[َّ]*دة?|متنازع عليها?|عاجل)(?!\w)"
)
_VERBS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|kills|injures|destroys|says|said|shoots|"
    r"(?:strikes|attacks|attacked|struck|hits|hit|targets|targeted) (?:the|a|an|us)(?! at\b))\b",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]\.)+$|\b(?:etc|approx|ca|no|km|St|Gov|prov)\.$", re.IGNORECASE)
_FEWEST_LETTERS = 12


def check_titles(checked: Checked) -> Iterator[Finding]:
    """Every finding about the title of an incident."""
    for key, incident in checked.judged_of(Incident):
        raw = checked.raw["incident", key]
        yield from _titled(raw, ("title",), incident.title)
        for tag, words in incident.translations.items():
            yield from _titled(raw, ("translations", tag, "title"), words.title)


def _titled(raw: RawRecord, loc: Loc, title: str) -> Iterator[Finding]:
    for rule, at, end, droppable in _faults(title):
        span = raw.positions.part_span(loc, at, end)
        found = raw.positions.raw(loc) or ""
        exact = span.end_column - span.column == end - at and found == title
        yield rule.finding(
            raw.path,
            span,
            help=_HELP[rule.code],
            suggestion=Suggestion("", "safe", verbatim=True) if droppable and exact else None,
            word=quoted(title[at:end]),
            sign=title[at:end],
        )


_HELP = {
    FINAL_STOP.code: "leave the full stop out",
    STATUS_WORD.code: "leave the word out; `status` and `status_basis` say it",
    CAPITALS.code: "write it as in a sentence, with capitals for names only",
    SIGNS.code: "leave the sign out",
    SENTENCE.code: "name the event, the place and the day: `Drone strike on a US base, Hasakah province`",
}


def _faults(title: str) -> Iterator[tuple[Rule, int, int, bool]]:
    """Rule, beginning and end in the title, and whether what stands there can be left out unasked."""
    last = len(title) - 1
    if title.endswith((".", "۔", "。", "…")) and not _ABBREVIATION.search(title):
        yield FINAL_STOP, last, last + 1, title[-1] == "." and not title.endswith("..")
    word = _STATUS.search(title) or _ARABIC_STATUS.search(title)
    if word is not None:
        yield STATUS_WORD, word.start(), word.end(), False
    letters = [sign for sign in title if sign.isalpha() and sign.upper() != sign.lower()]
    if len(letters) >= _FEWEST_LETTERS and all(sign.isupper() for sign in letters):
        yield CAPITALS, 0, len(title), False
    for at, sign in enumerate(title):
        if sign in "!?¡¿؟" or unicodedata.category(sign) == "So":
            yield SIGNS, at, at + 1, False
            break
    verb = _VERBS.search(title)
    if verb is not None:
        yield SENTENCE, verb.start(), verb.end(), False
