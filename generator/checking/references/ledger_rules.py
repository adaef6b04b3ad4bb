"""The rules of ledgers: every claim of an item leads to a record and back."""

from generator.reading.finding import Rule

EVENT_UNPLACED = Rule(
    "R301",
    "event-unplaced",
    "error",
    "the event claim {claim} reaches no record and gives no reason",
    "an event that an item reports must not be lost between the item and the archive",
    "s1.1: {kind: event, gist: a depot was struck}\n",
    "s1.1: {kind: event, gist: a depot was struck, to: [syb-4k7m2xq]}\n",
)
UNKNOWN_TO = Rule(
    "R302",
    "unknown-claim-target",
    "error",
    "claim {claim} names `{key}`, which is no incident, tally, series or source",
    "a claim that leads nowhere cannot be traced",
    "to: [syb-0000000]\n",
    "to: [syb-4k7m2xq]\n",
)
NOT_CITED_BACK = Rule(
    "R303",
    "not-cited-back",
    "error",
    "claim {claim} names `{key}`, which does not cite it back",
    "a reader follows a claim in both directions: from the item to the record and back",
    "to: [syb-4k7m2xq]\n",
    "reports: [{report: an-item, claims: [s1.1]}]\n",
)
UNKNOWN_CLAIM = Rule(
    "R304",
    "unknown-claim",
    "error",
    "the ledger of `{report}` has no claim {claim}",
    "a record that cites a claim which does not exist cites nothing",
    "claims: [s9.9]\n",
    "claims: [s1.1]\n",
)
CITED_NOT_NAMED = Rule(
    "R305",
    "cited-not-named",
    "error",
    "`{report}` does not name this record in `to` of claim {claim}",
    "a reader follows a claim in both directions: from the item to the record and back",
    "claims: [s1.1]\n",
    "s1.1: {kind: event, gist: a depot was struck, to: [syb-4k7m2xq]}\n",
)
OPINION_AS_FACT = Rule(
    "R306",
    "opinion-as-fact",
    "error",
    "claim {claim} is {kind}, so it cannot carry an incident",
    "an article's own reading or circumstances are no report of an event",
    "s1.3: {kind: analysis, gist: tension rises, to: [syb-4k7m2xq]}\n",
    "s1.3: {kind: analysis, gist: tension rises}\n",
)
SENTENCE_MISSING = Rule(
    "R307",
    "sentence-missing",
    "error",
    "{number} of {total} sentences have no claim: {places}",
    "a ledger that counts its paragraphs promises that nothing of the item was left out",
    "paragraphs: [2]\nclaims: {s1.1: {kind: event, gist: …, disposition: too-vague}}\n",
    "paragraphs: [1]\nclaims: {s1.1: {kind: event, gist: …, disposition: too-vague}}\n",
)
BEYOND_TEXT = Rule(
    "R308",
    "claim-beyond-text",
    "error",
    "no sentence of the item has the number {claim}: {extent}",
    "a reader who follows a claim must find its sentence",
    "paragraphs: [1]\nclaims: {s1.11: {kind: event, gist: …, disposition: too-vague}}\n",
    "paragraphs: [1]\nclaims: {s1.1: {kind: event, gist: …, disposition: too-vague}}\n",
)

LEDGER_RULES = (
    EVENT_UNPLACED,
    UNKNOWN_TO,
    NOT_CITED_BACK,
    UNKNOWN_CLAIM,
    CITED_NOT_NAMED,
    OPINION_AS_FACT,
    SENTENCE_MISSING,
    BEYOND_TEXT,
)
