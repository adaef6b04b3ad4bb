"""What the page of an incident shows, in its order: frozen views of plain values."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.model.status import StatusMeaning
from generator.pages.account_columns import Column
from generator.pages.account_table import TableRow
from generator.pages.addresses import Link
from generator.pages.citation_view import CitationView
from generator.pages.claim_view import ClaimView
from generator.pages.correction_view import CorrectionView
from generator.pages.incident_row import IncidentRow
from generator.pages.map.whereabouts import Whereabouts
from generator.pages.nearby import Nearby
from generator.pages.origin_tree import LineView
from generator.pages.own_texts import OwnText
from generator.pages.reference import Reference


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with the numbers of the citations that make it."""

    words: str
    as_stated: str = ""
    basis: str = ""
    edtf: str = ""
    citations: tuple[int, ...] = ()
    links: tuple[Link, ...] = ()
    anchor: str = ""
    """Where it stands on the page: `effects-2`."""


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A related incident with the reason for the link."""

    relation: str
    row: IncidentRow
    basis: str


@dataclass(frozen=True, slots=True)
class IncidentView:
    """Everything the incident page shows, in its order."""

    row: IncidentRow
    harm: tuple[str, ...]
    """The effects that reports state, in words; empty where none states any."""
    nearby: Nearby
    title: OwnText[str]
    body: OwnText[Markup]
    account_language: str
    """The language of the account as the record was written, in words."""
    meaning: StatusMeaning
    because: str
    ceiling: str
    """The highest status the reports support, as a word inside a sentence."""
    below_ceiling: bool
    """Whether the editors give the record less than that."""
    status_given: bool
    """Whether the record has a status of its own."""
    status_basis: str
    lines_words: str
    lines: tuple[LineView, ...]
    when: Statement
    relative: str
    relative_to: IncidentRow | None
    other_dates: tuple[Statement, ...]
    months: tuple[Link, ...]
    where: Statement
    location_path: tuple[Link, ...]
    other_locations: tuple[Statement, ...]
    whereabouts: Whereabouts
    facts: tuple[tuple[str, tuple[Statement, ...]], ...]
    responsibility: str
    table: tuple[TableRow, ...]
    columns: tuple[Column, ...]
    """The reports in the order of the table's columns, by line of origin where they are many."""
    citations: tuple[CitationView, ...]
    related: tuple[RelatedView, ...]
    series: tuple[Link, ...]
    possible_claims: tuple[ClaimView, ...]
    """Claims of ledgers that may speak of it, which cannot be told."""
    possible_reports: tuple[Link, ...]
    """Reports tied to no incident that may speak of it."""
    notes: tuple[str, ...]
    content_warnings: tuple[str, ...]
    redactions: tuple[tuple[str, str, str], ...]
    waivers: tuple[tuple[str, str], ...]
    corrections: tuple[CorrectionView, ...]
    file: str
    data: str
    reviewed: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class TombstoneView:
    """What stays of a withdrawn record: its id, the day, the class of reason, where its content went."""

    id: str
    on: str
    reason: str
    merged_into: IncidentRow | None
    corrections: tuple[CorrectionView, ...]
    file: str
