"""The ledger of a report: every claim in the order of its sentences, and where each went."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_lowercase

from generator.archive.archive import Archive
from generator.archive.claims import reached_by, subjects_named
from generator.model.ids import is_id
from generator.model.report import Claim, Report
from generator.pages import wording
from generator.pages.addresses import Link, address_of, claim_anchor
from generator.pages.incident_row import Rows
from generator.pages.registry_name import registry_name
from generator.texts.text import say, say_as

KINDS = {
    "incident": say_as("record", "incident"),
    "tally": say_as("record", "tally"),
    "series": say_as("record", "series"),
    "source": say_as("record", "source"),
}
"""What a record is that carries a claim."""
CARRIED = say("carried by an incident")
CARRIED_ELSEWHERE = say("carried by a tally, a series or a source")
NO_REASON = say("no reason given")

Sentence = tuple[int, int]
"""Paragraph and sentence, both from 1."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One claim with where it went."""

    id: str
    anchor: str
    kind: str
    words: str
    quoted: bool
    """Whether `words` are the item's own."""
    said_by: str
    issue: str
    to: tuple[Link, ...]
    """Records that carry it; for an incident, the citation in it."""
    possibly: tuple[Link, ...]
    """Incidents it may speak of, which cannot be told."""
    about: tuple[Link, ...]
    reason: str
    """Why no record carries it; empty where one does."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The claims of one paragraph, under its sentences."""

    number: int
    sentences: tuple[tuple[int, tuple[LedgerEntry, ...]], ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """All claims of a report and where they went, in numbers."""

    claims: int
    sentences: int
    """Sentences that have at least one claim."""
    counted: int
    """Sentences the item has, where somebody counted them; else 0."""
    outcome: tuple[tuple[int, str], ...]
    """How many claims went which way, in words; each claim is in one of them."""
    paragraphs: tuple[Paragraph, ...]


def ledger(archive: Archive, rows: Rows, report: Report, positions: Mapping[tuple[str, str], int]) -> Ledger | None:
    """The ledger of a report, or None where it has none.

    `positions` has the place of the report's citation in each record that cites it, by kind and key.
    """
    if not report.claims:
        return None
    entries: dict[Sentence, list[LedgerEntry]] = {}
    for claim_id in sorted(report.claims, key=place_of):
        entry = _entry(archive, rows, report, claim_id, positions)
        entries.setdefault(place_of(claim_id)[:2], []).append(entry)
    paragraphs: dict[int, list[tuple[int, tuple[LedgerEntry, ...]]]] = {}
    for (paragraph, sentence), claims in entries.items():
        paragraphs.setdefault(paragraph, []).append((sentence, tuple(claims)))
    return Ledger(
        len(report.claims),
        len(entries),
        sum(report.paragraphs),
        _outcome(report),
        tuple(Paragraph(number, tuple(sentences)) for number, sentences in paragraphs.items()),
    )


def place_of(claim_id: str) -> tuple[int, int, str]:
    """Where a claim stands: `s1.4b` is paragraph 1, sentence 4, second claim."""
    paragraph, _, rest = claim_id.removeprefix("s").partition(".")
    sentence = rest.rstrip(ascii_lowercase)
    return int(paragraph), int(sentence), rest.removeprefix(sentence)


def _entry(
    archive: Archive, rows: Rows, report: Report, claim_id: str, positions: Mapping[tuple[str, str], int]
) -> LedgerEntry:
    claim, records = report.claims[claim_id], archive.records
    places = [place for target in claim.to for place in reached_by(records, report.key, claim_id, target)]
    subjects = [place for subject in claim.about for place in subjects_named(records, subject)]
    return LedgerEntry(
        id=claim_id,
        anchor=claim_anchor(claim_id),
        kind=wording.CLAIM_KINDS[claim.kind],
        words=claim.quote or claim.gist or "",
        quoted=claim.quote is not None,
        said_by=claim.said_by or "",
        issue=claim.issue or "",
        to=tuple(_target(archive, rows, kind, key, positions.get((kind, key))) for kind, key in dict.fromkeys(places)),
        possibly=tuple(_target(archive, rows, "incident", key, None) for key in claim.possibly if key in rows),
        about=tuple(Link(_name(archive, rows, kind, key), address_of(kind, key)) for kind, key in subjects),
        reason=_reason(claim),
    )


def _target(archive: Archive, rows: Rows, kind: str, key: str, position: int | None) -> Link:
    """A record that carries a claim; of a record that cites the report, the citation itself."""
    anchor = f"#report-{position + 1}" if position is not None else ""
    return Link(_name(archive, rows, kind, key), address_of(kind, key) + anchor, KINDS[kind])


def _name(archive: Archive, rows: Rows, kind: str, key: str) -> str:
    records = archive.records
    match kind:
        case "incident":
            return rows[key].title
        case "tally":
            return records.tallies[key].name
        case "series":
            return records.series[key].name
        case "source":
            return registry_name(records.sources[key])
        case "location":
            return registry_name(records.locations[key])
        case _:
            return registry_name(records.actors[key])


def _reason(claim: Claim) -> str:
    if claim.to:
        return ""
    if claim.disposition is not None:
        return wording.DISPOSITIONS[claim.disposition]
    return wording.CLAIM_REASONS.get(claim.kind, NO_REASON)


def _outcome(report: Report) -> tuple[tuple[int, str], ...]:
    counted = Counter(_way(claim) for claim in report.claims.values())
    ways = (
        CARRIED,
        CARRIED_ELSEWHERE,
        *(wording.DISPOSITIONS.values()),
        *(wording.CLAIM_REASONS.values()),
    )
    ordered = dict.fromkeys((*ways, *counted))
    return tuple((counted[way], way) for way in ordered if counted[way])


def _way(claim: Claim) -> str:
    if any(is_id(target) for target in claim.to):
        return CARRIED
    return CARRIED_ELSEWHERE if claim.to else _reason(claim)
