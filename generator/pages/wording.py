"""The archive's own words for the codes of the record model."""

from generator.model.counts import CountRange

STANCES = {
    "reports": "Reports it",
    "claims": "Relays or makes a claim of responsibility",
    "confirms": "Confirms it on the record",
    "denies": "Denies it",
    "unverified": "Mentions it as unverified",
    "corrects": "Gives a different account",
    "mentions": "Bears on a part of it or its background",
}
STANCE_CELLS = {
    "reports": "Yes",
    "claims": "Yes, claimed",
    "confirms": "Yes, confirmed on the record",
    "denies": "No, denied",
    "unverified": "Unverified",
    "corrects": "Otherwise",
    "mentions": "Not said",
}
BASES = {
    "claimed-by-actor": "by its own claim",
    "acknowledged-by-actor": "by its own acknowledgement",
    "attributed-by-official": "attributed by officials",
    "attributed-by-report": "attributed by a report",
    "inferred-by-editors": "inferred by the editors",
    "denied-by-actor": "denies having taken part",
}
DENIAL = "Denies a part"
"""The heading of those who are named only because they say that they had no part."""
ROLES = {"attacker": "Attacker", "target": "Struck", "responder": "Responder", "interceptor": "Interceptor"}
RESPONSIBILITY = {
    "claimed": "Responsibility is claimed.",
    "none-reported": "A source says that nobody has claimed it.",
    "denied": "Responsibility is denied.",
    "competing": "More than one actor claims it.",
    "unclear": "It is unclear whether anybody claims it.",
}
RELATIONS = {
    "same-report": "Told in the same report",
    "follows": "Follows",
    "followed-by": "Followed by",
    "response-to": "In response to",
    "answered-by": "Answered by",
    "possibly-same": "Possibly the same incident",
    "not-same": "Not the same incident",
    "relative-to": "Dated by",
    "relative-of": "Its date is that by which this is dated",
    "merged-into": "Merged into",
    "merged-from": "Merged from",
}
RELATIVE_TIMES = {
    "same-time": "at the same time as",
    "shortly-before": "shortly before",
    "before": "before",
    "shortly-after": "shortly after",
    "after": "after",
}
LOCATION_RELATIONS = {"at": "at", "near": "near", "in": "somewhere in", "over": "over", "between": "between"}
LOCATION_KINDS = {
    "country": "Country",
    "admin1": "First-level division",
    "admin2": "Second-level division",
    "admin3": "Third-level division",
    "settlement": "Settlement",
    "site": "Site",
    "base": "Base",
    "area": "Area",
    "airspace": "Airspace",
}
SOURCE_KINDS = {
    "tv": "Television",
    "radio": "Radio",
    "newspaper": "Newspaper",
    "magazine": "Magazine",
    "news-agency": "News agency",
    "online": "Online outlet",
    "rewriter": "Site of rewritten reports",
    "aggregator": "Aggregator",
    "official": "Official",
    "monitor": "Monitor",
    "research": "Research body",
    "armed-group-channel": "Channel of an armed group",
    "social-account": "Social media account",
}
ACTOR_KINDS = {
    "state-forces": "State forces",
    "external-forces": "External forces",
    "coalition": "Coalition",
    "government": "Government",
    "rebel-group": "Rebel group",
    "political-militia": "Political militia",
    "identity-militia": "Identity militia",
    "armed-group": "Armed group",
    "umbrella": "Umbrella name",
    "label": "Label used by reports",
    "civilians": "Civilians",
}
NATURES = {
    "original": "Own reporting",
    "wire": "Wire copy",
    "translation": "Translation",
    "rewrite": "Rewrite",
    "aggregation": "Aggregation",
}
CLAIM_KINDS = {
    "event": "Event",
    "detail": "Detail of an event",
    "background": "Background",
    "analysis": "The item's own analysis",
    "meta": "About the reporting",
}
CLAIM_REASONS = {
    "background": "circumstances, not a report of an event; it feeds no record",
    "analysis": "the item's own reading, not a report of an event; it feeds no record",
    "meta": "about the reporting itself; it feeds no record",
    "detail": "a detail that the records do not use",
}
DISPOSITIONS = {
    "out-of-scope": "outside the archive's scope",
    "too-vague": "too vague to be a record",
    "duplicate": "already told by another claim",
}
SERIES_KINDS = {
    "same-report": "Told together in one report",
    "wave": "Wave",
    "campaign": "Campaign",
    "curatorial": "Put together by the editors",
}
WITHDRAWALS = {
    "duplicate": "it duplicates another record",
    "not-an-incident": "it turned out to be no incident",
    "out-of-scope": "it lies outside the archive's scope",
    "safety": "its publication could have harmed people",
    "legal": "for legal reasons",
    "source-retracted": "its source withdrew the report",
}
CORRECTION_KINDS = {
    "correction": "Correction",
    "clarification": "Clarification",
    "update": "Update",
    "retraction": "Retraction",
}


def count_words(count: CountRange) -> str:
    """A count as stated: `3`, `at least 10`, `2 to 4`, `none`."""
    about = "about " if count.approximate else ""
    if count.min is None:
        return f"at most {about}{count.max}"
    if count.max is None:
        return f"at least {about}{count.min}"
    if count.min == count.max:
        return "none" if count.min == 0 else f"{about}{count.min}"
    return f"{about}{count.min} to {count.max}"


def number_of(count: int, one: str, many: str) -> str:
    """A number with its noun: `1 report`, `2 reports`."""
    return f"{count} {one if count == 1 else many}"


def listed(items: list[str]) -> str:
    """Items in a sentence: `a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, [", ".join(items[:-1]), items[-1]])) if items else ""
