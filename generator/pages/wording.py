"""The archive's own words for the codes of the record model."""

from generator.model.counts import CountRange
from generator.model.location import Relation
from generator.texts.text import Text, say, say_as

STANCES: dict[str, str] = {
    "reports": say("Reports it"),
    "claims": say("Relays or makes a claim of responsibility"),
    "confirms": say("Confirms it on the record"),
    "denies": say("Denies it"),
    "unverified": say("Mentions it as unverified"),
    "corrects": say("Gives a different account"),
    "mentions": say("Bears on a part of it or its background"),
}
STANCE_CELLS: dict[str, str] = {
    "reports": say_as("account", "Yes"),
    "claims": say_as("account", "Yes, claimed"),
    "confirms": say_as("account", "Yes, confirmed on the record"),
    "denies": say_as("account", "No, denied"),
    "unverified": say_as("account", "Unverified"),
    "corrects": say_as("account", "Otherwise"),
    "mentions": say_as("account", "Not said"),
}
BASES: dict[str, str] = {
    "claimed-by-actor": say("by its own claim"),
    "acknowledged-by-actor": say("by its own acknowledgement"),
    "attributed-by-official": say("attributed by officials"),
    "attributed-by-report": say("attributed by a report"),
    "inferred-by-editors": say("inferred by the editors"),
    "denied-by-actor": say("denies having taken part"),
}
DENIAL = say("Denies a part")
"""The heading of those who are named only because they say that they had no part."""
ROLES: dict[str, str] = {
    "attacker": say_as("role", "Attacker"),
    "target": say_as("role", "Struck"),
    "responder": say_as("role", "Responder"),
    "interceptor": say_as("role", "Interceptor"),
}
RESPONSIBILITY: dict[str, str] = {
    "claimed": say("Responsibility is claimed."),
    "none-reported": say("A source says that nobody has claimed it."),
    "denied": say("Responsibility is denied."),
    "competing": say("More than one actor claims it."),
    "unclear": say("It is unclear whether anybody claims it."),
}
RELATIONS: dict[str, str] = {
    "same-report": say("Told in the same report"),
    "follows": say("Follows"),
    "followed-by": say("Followed by"),
    "response-to": say("In response to"),
    "answered-by": say("Answered by"),
    "possibly-same": say("Possibly the same incident"),
    "not-same": say("Not the same incident"),
    "relative-to": say("Dated by"),
    "relative-of": say("Its date is that by which this is dated"),
    "merged-into": say("Merged into"),
    "merged-from": say("Merged from"),
}
RELATIVE_TIMES: dict[str, str] = {
    "same-time": say_as("time", "at the same time as"),
    "shortly-before": say_as("time", "shortly before"),
    "before": say_as("time", "before"),
    "shortly-after": say_as("time", "shortly after"),
    "after": say_as("time", "after"),
}
LOCATION_RELATIONS: dict[str, str] = {
    "at": say_as("location", "at"),
    "near": say_as("location", "near"),
    "in": say_as("location", "somewhere in"),
    "over": say_as("location", "over"),
    "between": say_as("location", "between"),
}
LOCATION_KINDS: dict[str, str] = {
    "country": say_as("location", "Country"),
    "admin1": say_as("location", "First-level division"),
    "admin2": say_as("location", "Second-level division"),
    "admin3": say_as("location", "Third-level division"),
    "settlement": say_as("location", "Settlement"),
    "site": say_as("location", "Site"),
    "base": say_as("location", "Base"),
    "area": say_as("location", "Area"),
    "airspace": say_as("location", "Airspace"),
}
SOURCE_KINDS: dict[str, str] = {
    "tv": say_as("source", "Television"),
    "radio": say_as("source", "Radio"),
    "newspaper": say_as("source", "Newspaper"),
    "magazine": say_as("source", "Magazine"),
    "news-agency": say_as("source", "News agency"),
    "online": say_as("source", "Online outlet"),
    "rewriter": say_as("source", "Site of rewritten reports"),
    "aggregator": say_as("source", "Aggregator"),
    "official": say_as("source", "Official"),
    "monitor": say_as("source", "Monitor"),
    "research": say_as("source", "Research body"),
    "armed-group-channel": say_as("source", "Channel of an armed group"),
    "social-account": say_as("source", "Social media account"),
}
ACTOR_KINDS: dict[str, str] = {
    "state-forces": say_as("actor", "State forces"),
    "external-forces": say_as("actor", "External forces"),
    "coalition": say_as("actor", "Coalition"),
    "government": say_as("actor", "Government"),
    "rebel-group": say_as("actor", "Rebel group"),
    "political-militia": say_as("actor", "Political militia"),
    "identity-militia": say_as("actor", "Identity militia"),
    "armed-group": say_as("actor", "Armed group"),
    "umbrella": say_as("actor", "Umbrella name"),
    "label": say_as("actor", "Label used by reports"),
    "civilians": say_as("actor", "Civilians"),
}
NATURES: dict[str, str] = {
    "original": say_as("item", "Own reporting"),
    "wire": say_as("item", "Wire copy"),
    "translation": say_as("item", "Translation"),
    "rewrite": say_as("item", "Rewrite"),
    "aggregation": say_as("item", "Aggregation"),
}
CLAIM_KINDS: dict[str, str] = {
    "event": say_as("claim", "Event"),
    "detail": say_as("claim", "Detail of an event"),
    "background": say_as("claim", "Background"),
    "analysis": say_as("claim", "The item's own analysis"),
    "meta": say_as("claim", "About the reporting"),
}
CLAIM_REASONS: dict[str, str] = {
    "background": say("circumstances, not a report of an event; it feeds no record"),
    "analysis": say("the item's own reading, not a report of an event; it feeds no record"),
    "meta": say("about the reporting itself; it feeds no record"),
    "detail": say("a detail that the records do not use"),
}
DISPOSITIONS: dict[str, str] = {
    "out-of-scope": say("outside the archive's scope"),
    "too-vague": say("too vague to be a record"),
    "duplicate": say("already told by another claim"),
}
SERIES_KINDS: dict[str, str] = {
    "same-report": say_as("series", "Told together in one report"),
    "wave": say_as("series", "Wave"),
    "campaign": say_as("series", "Campaign"),
    "curatorial": say_as("series", "Put together by the editors"),
}
WITHDRAWALS: dict[str, str] = {
    "duplicate": say("it duplicates another record"),
    "not-an-incident": say("it turned out to be no incident"),
    "out-of-scope": say("it lies outside the archive's scope"),
    "safety": say("its publication could have harmed people"),
    "legal": say("for legal reasons"),
    "source-retracted": say("its source withdrew the report"),
}
CORRECTION_KINDS: dict[str, str] = {
    "correction": say_as("correction", "Correction"),
    "clarification": say_as("correction", "Clarification"),
    "update": say_as("correction", "Update"),
    "retraction": say_as("correction", "Retraction"),
}


def count_words(count: CountRange) -> Text:
    """A count as stated: `3`, `at least 10`, `2 to 4`, `none`."""
    if count.min == count.max == 0:
        return say_as("count", "none")
    if count.min is None:
        return _at_most(count)
    if count.max is None:
        return _at_least(count)
    if count.min == count.max:
        return say_as("count", "about {n}", n=count.min) if count.approximate else say_as("count", "{n}", n=count.min)
    if count.approximate:
        return say_as("count", "about {first} to {last}", first=count.min, last=count.max)
    return say_as("count", "{first} to {last}", first=count.min, last=count.max)


def _at_most(count: CountRange) -> Text:
    most = count.max or 0
    if count.approximate:
        return say_as("count", "at most about {n}", n=most)
    return say_as("count", "at most {n}", n=most)


def _at_least(count: CountRange) -> Text:
    least = count.min or 0
    if count.approximate:
        return say_as("count", "at least about {n}", n=least)
    return say_as("count", "at least {n}", n=least)


def placed(relation: Relation, place: str) -> str:
    """A location as an incident stands to it: `near North quay`; the location alone where it is at it."""
    match relation:
        case "near":
            return say_as("location", "near {place}", place=place)
        case "in":
            return say_as("location", "somewhere in {place}", place=place)
        case "over":
            return say_as("location", "over {place}", place=place)
        case "between":
            return say_as("location", "between {place}", place=place)
        case "at":
            return place
