"""Reports: published items, how incidents cite them, and the ledger of an item's claims."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from generator.model.chain import Chain
from generator.model.dates import EdtfDate
from generator.model.entry import Entry, Many, OptionalTable
from generator.model.ids import IncidentId
from generator.model.source import InlineSource
from generator.model.text import Key, LanguageTag, Line, Prose, Quote, Reference
from generator.model.web_address import WebAddress

ClaimId = Annotated[str, StringConstraints(pattern=r"^s[0-9]+\.[0-9]+[a-z]?$")]
"""A claim's place in its item: `s3.1` is paragraph 3, sentence 1; `s1.4b` a second claim of one sentence."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

Nature = Literal["original", "wire", "translation", "rewrite", "aggregation"]
RELAYING_NATURES: frozenset[str] = frozenset({"translation", "rewrite", "aggregation"})
"""Items of these kinds add no line of origin of their own when they name whom they relay."""


class Archived(Entry):
    """A copy of the item kept elsewhere (Berkeley Protocol: preservation)."""

    url: WebAddress
    """Address of the copy."""
    at: EdtfDate | None = None
    """Day of the capture."""
    tool: Line | None = None
    """What made the capture."""
    sha256: Sha256 | None = None
    """SHA-256 of the captured file, 64 hexadecimal digits."""


class Publication(Entry):
    """What is known of one published item."""

    url: WebAddress | None = None
    """Address of the item as published."""
    no_url: Line | None = None
    """Why the item has no address, where it has none."""
    title: Line | None = None
    """The item's own title, in its own language."""
    language: LanguageTag | None = None
    """Language of the item (BCP 47)."""
    published: EdtfDate | None = None
    """Day of publication as the item or its index gives it (EDTF); left out where not seen."""
    retrieved: EdtfDate | None = None
    """Day on which the archive read the item."""
    seen: Literal["whole", "excerpt"] | None = None
    """How much of the item the archive has read."""
    nature: Nature | None = None
    """What kind of item it is: the outlet's own reporting, a wire copy, a translation, a rewrite or an aggregation."""
    nature_basis: Line | None = None
    """What the judgement on `nature` rests on."""
    archived: Many[Archived] = ()
    """Archived copies."""
    text_sha256: Sha256 | None = None
    """SHA-256 of the item's text as read, so that a later change can be told."""


class Claim(Entry):
    """One statement of an item, in its own words or as a gist in ours, and where it went."""

    kind: Literal["event", "detail", "background", "analysis", "meta"]
    """`event`: something happened; `detail`: of an event; `background`: circumstances; `analysis`: the item's own reading; `meta`: about the reporting itself."""
    quote: Quote | None = None
    """The item's own words, where the wording matters."""
    gist: Line | None = None
    """What it states, in the archive's words."""
    said_by: Line | None = None
    """Whom the item names as saying so."""
    to: Many[Annotated[str, StringConstraints(min_length=1, max_length=80)]] = ()
    """Records of this archive that carry the claim: incident ids, or keys of tallies, series or sources; each cites the claim back."""
    possibly: Many[IncidentId] = ()
    """Ids of incidents the claim may speak of, which cannot be told; `issue` says why. They do not rest on it."""
    about: Many[Reference] = ()
    """Locations or actors a background claim speaks of."""
    disposition: Literal["out-of-scope", "too-vague", "duplicate"] | None = None
    """Why an event claim reaches no record."""
    issue: Line | None = None
    """What is unclear, missing or doubtful in it."""

    @model_validator(mode="after")
    def _worded(self) -> "Claim":
        if (self.quote is None) == (self.gist is None):
            raise PydanticCustomError("claim_words", "needs either `quote` or `gist`, and not both")
        if self.to and self.disposition is not None:
            raise PydanticCustomError(
                "claim_disposed",
                "has both `to` and `disposition`: it either reaches a record or says why not",
                {"field": "disposition"},
            )
        return self


class Untied(Entry):
    """What an item says of an event that cannot be tied to one incident without a guess."""

    gist: Line
    """What it says, in the archive's words."""
    why: Line
    """Why it cannot be tied."""
    chains: Many[Chain] = ()
    """Lines of attribution, one list for each, nearest first."""
    leaves_open: Many[Line] = ()
    """What it does not say."""
    possibly: Many[IncidentId] = ()
    """Ids of incidents it may speak of; they do not rest on it."""


def _has_address(item: Any) -> Any:
    if item.url is None and item.no_url is None:
        raise PydanticCustomError("no_address", "needs a `url`, or `no_url` with the reason why there is none")
    return item


class Report(Publication):
    """A published item with a file of its own: several records cite it, it has a claim ledger, or it can be tied to no incident."""

    key: Key
    """The file's name without its ending; not written in the file."""
    source: Reference
    """Key of the source that published it."""
    derived_from: Many[Reference] = ()
    """Keys of the reports it copies, translates or rewrites, where known (PROV-O `wasDerivedFrom`)."""
    note: Prose | None = None
    """What a reader should know about the item."""
    content_warnings: Many[Line] = ()
    """What the linked page shows that a reader should be warned of."""
    paragraphs: Many[Annotated[int, Field(ge=1, le=200)]] = ()
    """Number of sentences in each paragraph; with it the check demands at least one claim for every sentence."""
    claims: OptionalTable[ClaimId, Claim]
    """The claim ledger: every statement of the item by its place, and what became of it."""
    untied: Untied | None = None
    """What it says of an event that no record carries, because it cannot be told which; no incident cites such an item."""

    _address = model_validator(mode="after")(_has_address)


Stance = Literal["reports", "claims", "confirms", "denies", "unverified", "corrects", "mentions"]
"""`reports`: asserts it; `claims`: an actor claims it as its own act; `confirms`: acknowledges it on the record;
`denies`: says it did not happen; `unverified`: mentions it and says it is not verified; `corrects`: asserts it otherwise; `mentions`: bears on a part or on its background and neither asserts nor denies it."""

ASSERTING: frozenset[str] = frozenset({"reports", "claims", "confirms", "corrects"})
"""Stances that count as a line of origin saying that the incident happened."""


class Imagery(Entry):
    """Imagery of the incident that a named independent body has verified."""

    verified_by: Reference
    """Key of the source that verified it."""
    as_stated: Line | None = None
    """How the verification is worded."""


class Citation(Publication):
    """What one report says of an incident: the item, its stance and whom it names.

    The item is either a report with a file (`report:`) or given here (`url:` and `source:`).
    """

    report: Reference | None = None
    """Key of the report's file."""
    source: InlineSource | None = None
    """The source that published the item: its key, or `{name, kind}` where it has no file yet."""
    ref: Key | None = None
    """A short name by which other fields of this record point at this citation (`report: k24`)."""
    stance: Stance = "reports"
    """What the item does: reports, claims, confirms, denies, leaves unverified, corrects, or only mentions it."""
    gist: Line | None = None
    """What the item says of this incident, in the archive's words."""
    quote: Quote | None = None
    """The item's own words, at most 300 characters, where the wording matters."""
    locator: Line | None = None
    """Where in the item it stands."""
    claims: Many[ClaimId] = ()
    """Ids of the claims in the report's ledger that this incident rests on."""
    chains: Many[Chain] = ()
    """Lines of attribution, one list for each, nearest first; left out where the item speaks for itself."""
    imagery: Imagery | None = None
    """Verified imagery that the item presents."""
    credibility: Annotated[int, Field(ge=1, le=6)] | None = None
    """Credibility of this information by the Admiralty code: 1 confirmed by other sources to 6 cannot be judged."""
    leaves_open: Many[Line] = ()
    """What the item does not say or leaves open."""

    @model_validator(mode="after")
    def _one_item(self) -> "Citation":
        inline = sorted(self.model_fields_set & (set(Publication.model_fields) | {"source"}))
        if self.report is not None and inline:
            raise PydanticCustomError(
                "two_items",
                "`{field}` belongs in the report's own file, which `report` names; keep one of them",
                {"field": inline[0]},
            )
        if self.report is None and self.source is None:
            raise PydanticCustomError("no_item", "needs `report` (the key of a report's file), or `url` and `source`")
        if self.report is None:
            _has_address(self)
        if self.report is None and self.claims:
            raise PydanticCustomError(
                "claims_without_ledger",
                "`claims` names a ledger, so the report needs a file of its own and `report`",
                {"field": "claims"},
            )
        return self


class Assertion(Entry):
    """Where something is stated: a report and, where it has a ledger, the claims."""

    report: Reference
    """Key of the report."""
    claims: Many[ClaimId] = ()
    """Ids in that report's ledger."""
    said_by: Line | None = None
    """Who says so in it."""
