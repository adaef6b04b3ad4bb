"""Sources: who publishes or originates reports."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.dates import EdtfDate
from generator.model.entry import Entry, Many
from generator.model.text import CountryCode, Key, LanguageTag, Line, Names, Prose, Reference
from generator.model.web_address import WebAddress

SourceKind = Literal[
    "tv",
    "radio",
    "newspaper",
    "magazine",
    "news-agency",
    "online",
    "rewriter",
    "aggregator",
    "official",
    "monitor",
    "research",
    "armed-group-channel",
    "social-account",
]


class Possibly(Entry):
    """A source that an unidentified one may be; a hypothesis of the editors, never treated as fact."""

    source: Reference
    """Key of the source it may be."""
    basis: Line
    """What speaks for it."""
    url: WebAddress | None = None
    """Where that can be read."""


class Affiliation(Entry):
    """Ownership, funding or closeness that a reader should know, and who says so."""

    as_stated: Line
    """The affiliation in plain words, with whoever describes it so."""
    actor: Reference | None = None
    """Key of the actor concerned, where it has a record."""
    url: WebAddress | None = None
    """Where that is stated."""


class Reliability(Entry):
    """A grade by the Admiralty code, from A (reliable) to F (cannot be judged); left out where not assessed."""

    grade: Literal["A", "B", "C", "D", "E", "F"]
    """The grade."""
    on: EdtfDate
    """Day of the assessment."""
    by: Line
    """Who assessed it."""
    basis: Line
    """What the assessment rests on."""


class StatedIn(Entry):
    """Claims of a ledger from which a source is known."""

    report: Reference
    """Key of the report."""
    claims: Many[Annotated[str, Field(pattern=r"^s[0-9]+\.[0-9]+[a-z]?$")]] = ()
    """Ids in that report's ledger."""


class Source(Entry):
    """A publisher or an origin of reports: an outlet, an agency, a monitor, a command's press office, a channel."""

    key: Key
    """The file's name without its ending; not written in the file."""
    name: Line
    """The name it uses of itself, in English where it has one."""
    kind: SourceKind
    """What kind of source it is (after ACLED's source types)."""
    status: Literal["active", "defunct", "unidentified"] = "active"
    """`unidentified` for an origin known only by description; it supports `single-source` at most."""
    as_stated: Line | None = None
    """How reports describe an unidentified source."""
    stated_in: Many[StatedIn] = ()
    """Claims of ledgers from which it is known."""
    possibly: Many[Possibly] = ()
    """Sources it may be, each with its basis."""
    represents: Reference | None = None
    """Key of the actor it speaks for; it is a party wherever that actor takes part."""
    names: Names
    """Other names by language; searchable and shown."""
    hidden_names: Many[Line] = ()
    """Misspellings seen; searchable and never shown (SKOS hidden labels)."""
    homepage: WebAddress | None = None
    """Its own site."""
    country: CountryCode | None = None
    """Where it is based (ISO 3166-1)."""
    languages: Many[LanguageTag] = ()
    """Languages it publishes in."""
    scale: Literal["local", "national", "regional", "international", "other"] | None = None
    """Its reach (ACLED source scale)."""
    affiliation: Affiliation | None = None
    """Ownership, funding or closeness, with who says so."""
    reliability: Reliability | None = None
    """Its reliability where the archive has assessed it; absent means not assessed."""
    note: Prose | None = None
    """What a reader should know about it."""

    @model_validator(mode="after")
    def _described(self) -> "Source":
        if self.status != "unidentified" and self.possibly:
            raise PydanticCustomError(
                "identified_possibly", "`possibly` is for a source with `status: unidentified`", {"field": "possibly"}
            )
        return self


class NamedSource(Entry):
    """A source as a citation gives it: by key, or inline by name and kind until it has a file."""

    key: Reference | None = None
    """Key of a source with a file."""
    name: Line | None = None
    """Its name, where it has no file yet."""
    kind: SourceKind | None = None
    """Its kind, where it has no file yet."""

    @model_validator(mode="after")
    def _either(self) -> "NamedSource":
        if self.key is None and (self.name is None or self.kind is None):
            raise PydanticCustomError("inline_source", "needs a source's key, or both `name` and `kind` of a new one")
        if self.key is not None and (self.name is not None or self.kind is not None):
            raise PydanticCustomError(
                "inline_source", "has a key and a name: keep the key, the name stands in the source's file"
            )
        return self


def _by_key(value: Any) -> Any:
    return {"key": value} if isinstance(value, str) else value


InlineSource = Annotated[NamedSource, BeforeValidator(_by_key)]
"""`source: sohr`, or `source: {name: North Press Agency, kind: news-agency}` where it has no file yet."""
