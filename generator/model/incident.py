"""Incidents: one reported event, who says what of it, and how well it stands."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.account import Effect, Involvement, Means, Refs, Target
from generator.model.dates import EdtfDate, Time
from generator.model.entry import Entry, Many, OptionalTable
from generator.model.ids import IncidentId
from generator.model.location import WhereReported
from generator.model.report import Citation
from generator.model.status import Status
from generator.model.text import LanguageTag, Line, Narrative, Prose, Reference, Title


class RelativeDate(Entry):
    """A date given by another incident: "in the immediate aftermath"."""

    relation: Literal["same-time", "shortly-before", "before", "shortly-after", "after"]
    """How this incident stands in time to the other."""
    to: IncidentId
    """Id of the other incident."""


class DateStatement(Entry):
    """When an incident is reported to have happened, by whom."""

    value: EdtfDate
    """The date, saying no more than the source says (EDTF); `unknown` where nothing is known."""
    anchor: Literal["occurred", "reported"] = "occurred"
    """Whether the date is that of the event or only that of the report."""
    as_stated: Line | None = None
    """The report's own words."""
    basis: Line | None = None
    """What the date rests on; required for inferred, uncertain and one-of dates."""
    time: Time | None = None
    """Local time of day: `22:05`, `22:05~` (about), `22:00/23:30`, or a part of the day such as `night`."""
    relative: RelativeDate | None = None
    """The date as given by another incident."""
    report: Refs = ()
    """Citations that say so."""


def _by_value(value: Any) -> Any:
    # YAML reads a year alone, 2023, as a number.
    return {"value": value} if isinstance(value, str) or type(value) is int else value


class IncidentDate(DateStatement):
    """The date the archive gives an incident, and what other reports give instead."""

    alternatives: Many[Annotated[DateStatement, BeforeValidator(_by_value)]] = ()
    """Other dates or times that reports give for the same incident."""


WhenReported = Annotated[IncidentDate, BeforeValidator(_by_value)]
"""`date: 2023-12-31`, or a mapping with its anchor, wording, time and alternatives."""


class Related(Entry):
    """A link to another incident of this archive."""

    id: IncidentId
    """Id of the other incident."""
    relation: Literal["same-report", "follows", "response-to", "possibly-same", "not-same"]
    """`possibly-same` and `not-same` are judgements and need a `basis`."""
    basis: Line | None = None
    """What the link rests on."""

    @model_validator(mode="after")
    def _based(self) -> "Related":
        if self.relation in ("possibly-same", "not-same") and self.basis is None:
            raise PydanticCustomError("related_basis", "`{relation}` needs a `basis`", {"relation": self.relation})
        return self


class Correction(Entry):
    """A published change of substance, with its reason."""

    on: EdtfDate
    """Day of the change."""
    kind: Literal["correction", "clarification", "update", "retraction"]
    """`correction`: it was wrong; `clarification`: it was unclear; `update`: new reporting; `retraction`: withdrawn."""
    field: Line
    """The field that changed."""
    was: Line
    """What stood there."""
    now: Line
    """What stands there now."""
    why: Line
    """The reason, for readers."""


class Redaction(Entry):
    """Something left out on purpose."""

    field: Line
    """Where something was left out."""
    reason: Line
    """Why."""
    on: EdtfDate
    """Day it was taken out."""


class Waiver(Entry):
    """A warning that the curators have looked at and let stand; shown on the page."""

    rule: Annotated[str, Field(pattern=r"^[A-Z][0-9]{3}$")]
    """Code of the rule."""
    reason: Line
    """Why it does not apply here."""


class Withdrawn(Entry):
    """Why a record no longer stands; its address stays and says so."""

    on: EdtfDate
    """Day of the withdrawal."""
    reason: Literal["duplicate", "not-an-incident", "out-of-scope", "safety", "legal", "source-retracted"]
    """The class of reason."""
    merged_into: IncidentId | None = None
    """Id of the record that carries its content now; required for a duplicate."""

    @model_validator(mode="after")
    def _merged(self) -> "Withdrawn":
        if self.reason == "duplicate" and self.merged_into is None:
            raise PydanticCustomError(
                "unmerged", "`reason: duplicate` needs `merged_into`: the id of the record that stands"
            )
        return self


class IncidentTranslation(Entry):
    """An incident's title and account in another language of the site, by the editors of the archive."""

    title: Title
    """The title in that language: it says what the first says, and no more."""
    body: Narrative | None = None
    """The account in that language, in Markdown; left out, the first language's stands."""


class Incident(Entry):
    """One reported event at one time in one area. Required: id, title, type, date, location, a report and a body."""

    id: IncidentId
    """Its identity; `archive new` or the check mints it."""
    title: Title
    """A neutral noun phrase; the site puts the status before it."""
    type: Reference
    """A term of the vocabulary of event types (after ACLED sub-event types)."""
    status: Status = "unverified"
    """How well it stands; never above the ceiling computed from the lines of origin."""
    status_basis: Prose | None = None
    """Why this status; required for `contested` and `discounted`."""
    date: WhenReported
    """When it is reported to have happened."""
    location: WhereReported
    """Where it is reported to have happened."""
    reports: Annotated[tuple[Citation, ...], Field(strict=False, min_length=1)]
    """The reports it rests on, one citation each."""
    target: Many[Target] = ()
    """What was struck or aimed at."""
    means: Many[Means] = ()
    """With what."""
    actors: Many[Involvement] = ()
    """Who is reported to have taken part, on whose word."""
    claims_of_responsibility: Literal["claimed", "none-reported", "denied", "competing", "unclear"] | None = None
    """What sources say about a claim of responsibility; left out where none speaks of it."""
    effects: Many[Effect] = ()
    """Harm and other outcomes as stated."""
    series: Many[Reference] = ()
    """Keys of the series it belongs to."""
    related: Many[Related] = ()
    """Links to other incidents; shown on both pages."""
    notes: Many[Prose] = ()
    """Notes by the editors, shown to readers."""
    content_warnings: Many[Line] = ()
    """What linked pages show that a reader should be warned of."""
    corrections: Many[Correction] = ()
    """Published changes, oldest first."""
    redactions: Many[Redaction] = ()
    """What was left out on purpose."""
    waive: Many[Waiver] = ()
    """Warnings the curators let stand, each with its reason."""
    withdrawn: Withdrawn | None = None
    """Set where the record no longer stands."""
    body: Narrative
    """The account in neutral words, in Markdown: what is reported, by whom. In a `.yml` file: `narrative`."""
    translations: OptionalTable[LanguageTag, IncidentTranslation]
    """The title and the account in the other languages of the site, by language tag."""
