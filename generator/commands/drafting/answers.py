"""The answers of a new record that take more than one question: date, location and citation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from generator.checking.policy.chronology import DATE_BASIS
from generator.commands.drafting.draft import errors_in_answer
from generator.commands.drafting.interview import answer, choose, choose_or_new, tell, told
from generator.commands.drafting.key_search import Choice, choices_of
from generator.commands.project import Refusal
from generator.model.location import AREAS_WITHOUT_POINT
from generator.model.records import Records
from generator.model.source import SourceKind
from generator.model.web_address import canonical_address
from generator.reading.finding import Finding
from generator.reading.folder import Reading
from generator.writing.record_file import UnwritableError

_PROBE = {"name": "Stand-in", "kind": "online"}


@dataclass(frozen=True, slots=True)
class Desk:
    """What answers are judged by: the archive without its incidents, and the day."""

    registries: Reading
    records: Records
    today: date

    def errors(self, name: str, value: Any) -> Sequence[Finding]:
        """The errors that one answer gives; raises `Refusal` where no file can hold it."""
        try:
            return errors_in_answer(name, value, self.registries, self.records, self.today)
        except UnwritableError as fault:
            raise Refusal(str(fault)) from None


def date_answer(given: str | None, given_basis: str | None, desk: Desk) -> Any:
    """The date as stated; one that is uncertain comes with what it rests on."""

    def faults(text: str) -> list[Finding]:
        return [fault for fault in desk.errors("date", text) if fault.rule != DATE_BASIS.code]

    question = "Date as stated (2023-12-31, 2023-12, XXXX-12-31 where no year is given, unknown)"
    text = answer("--date", question, given, faults)
    if given_basis is None and not desk.errors("date", text):
        return text
    basis = answer(
        "--basis",
        "What the date rests on",
        given_basis,
        lambda basis: desk.errors("date", {"value": text, "basis": basis}),
    )
    return {"value": text, "basis": basis}


def location_answer(given: str | None, within: str | None, desk: Desk) -> Any:
    """A location's key, or the report's words for one without a file and the known location around it."""
    choices = choices_of(desk.records.locations)
    question = "Location (key or any name)"
    if given is not None and within is None:
        found: Choice | str = choose("--location", question, given, choices)
    else:
        found = choose_or_new(
            "--location",
            question,
            given,
            choices,
            "none of these: keep the report's words, and name the location around it",
        )
    if isinstance(found, Choice):
        if within is not None:
            raise Refusal(
                f"`--within`: `{found.key}` has a file of its own, which says what it lies within; leave the option out"
            )
        area = desk.records.locations[found.key].kind in AREAS_WITHOUT_POINT
        return {"key": found.key, "relation": "in"} if area else found.key
    around = choose("--within", "Within (the smallest known location around it)", within, choices)
    value = {"as_stated": found, "within": around.key}
    _demand("--location", desk.errors("location", value))
    return value


def citation_answer(url: str | None, source: str | None, source_kind: str | None, desk: Desk) -> dict[str, Any]:
    """The report: the key of its file where it has one, else its address and source."""
    address = answer(
        "--url",
        "Web address of the report",
        url,
        lambda text: desk.errors("reports", [{"url": text, "source": _PROBE}]),
    )
    for note in same_item(address, desk.records):
        tell(f"note: {note}")
    key = cited_by_key(address, desk)
    if key is not None:
        tell(
            f"note: this item has a file, so it is cited as `report: {key}`"
            + ("; `--source` is left out" if source else "")
        )
        return {"report": key}
    return {"url": address, "source": _source(source, source_kind, desk)}


def _source(given: str | None, given_kind: str | None, desk: Desk) -> Any:
    choices = choices_of(desk.records.sources)
    question = "Source: who published it (key or any name)"
    if given is not None and given_kind is None:
        found: Choice | str = choose("--source", question, given, choices)
    else:
        found = choose_or_new("--source", question, given, choices, "none of these: a source without a file")
    if isinstance(found, Choice):
        return found.key
    kinds = [Choice(kind, kind.replace("-", " "), (kind,)) for kind in get_args(SourceKind)]
    kind = choose("--source-kind", "Kind of source (number or key)", given_kind, kinds)
    value = {"name": found, "kind": kind.key}
    _demand("--source", desk.errors("reports", [{"url": "https://example.org/", "source": value}]))
    return value


def _demand(option: str, faults: Sequence[Finding]) -> None:
    if faults:
        raise Refusal(f"`{option}` is refused\n{told(faults)}")


def cited_by_key(address: str, desk: Desk) -> str | None:
    """The key of the item at this address where it has a file, and so is cited by it."""
    wanted = _canonical(address)
    reports = desk.records.reports.items()
    return next((key for key, report in reports if wanted and report.url and _canonical(report.url) == wanted), None)


def same_item(address: str, records: Records) -> Iterator[str]:
    """Records that rest on the same item, which may tell of the same incident; a sentence for each."""
    wanted = _canonical(address)
    for key, incident in records.incidents.items():
        items = [records.publication(citation) for citation in incident.reports]
        if wanted and any(item and item.url and _canonical(item.url) == wanted for item in items):
            yield (
                f"{key} ({incident.title}) rests on this item too; if it is the same incident, "
                f"extend {records.paths['incident', key]} instead"
            )


def _canonical(address: str) -> str:
    """The address for comparing; empty for a text that is none."""
    try:
        return canonical_address(address)
    except ValueError:
        return ""
