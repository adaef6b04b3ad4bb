"""A sheet of answers into the draft of a record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.checking.schema.rules import MISSING_KEY, WRONG_KIND
from generator.commands.drafting.answer_sheet import REQUIRED, SHORT, Sheet
from generator.commands.drafting.answers import Desk, cited_by_key
from generator.commands.drafting.draft import Draft, stand_ins
from generator.commands.drafting.interview import cleaned
from generator.commands.drafting.key_search import choices_of, exactly, types_of
from generator.commands.drafting.sheet_citation import fill_casualties, fill_citation
from generator.commands.drafting.sheet_filling import Filling
from generator.model.incident import Incident
from generator.model.location import AREAS_WITHOUT_POINT
from generator.reading.finding import Finding
from generator.reading.positions import Loc
from generator.writing.record_file import UnwritableError, incident_text


@dataclass(frozen=True, slots=True)
class Filled:
    """The draft that a sheet gives."""

    sheet: Sheet
    draft: Draft
    """Where an answer is missing, something stands in for it."""
    origins: Mapping[Loc, str]
    """Which answer each part of the record comes from."""
    faults: Sequence[tuple[str | None, Finding]]
    """What can be said without the check, each with the answer it is about."""
    notes: Sequence[str]
    """What the contributor should know, each a sentence."""


def filled(sheet: Sheet, desk: Desk, fresh_id: str) -> Filled:
    """The draft that a sheet gives: names become keys, short answers become fields."""
    filling = Filling(sheet, desk)
    _missing(filling)
    _plain(filling, "title")
    _kind(filling)
    _date(filling)
    _location(filling)
    fill_citation(filling)
    fill_casualties(filling)
    _plain(filling, "body")
    _others(filling)
    _not_needed(filling)
    _unwritable(filling)
    fields = {**stand_ins(desk.records).fields, **filling.fields, "id": fresh_id}
    return Filled(sheet, Draft(fields), filling.origins, filling.faults, filling.notes)


def _missing(filling: Filling) -> None:
    """Finds required answers that are not there."""
    answers = filling.sheet.answers
    given = {name for name, answer in answers.items() if not isinstance(answer.value, str) or answer.value.strip()}
    given |= {"url", "source"} if "reports" in given else set()
    known = (
        filling.has("url")
        and isinstance(filling.value("url"), str)
        and cited_by_key(filling.value("url"), filling.desk)
    )
    given |= {"source"} if known else set()
    for name in REQUIRED:
        if name in given:
            continue
        way = ""
        if name == "type" and filling.sheet.labels:
            way = f"choose the nearest of: {', '.join(choice.name for choice in types_of(filling.desk.records))}"
        filling.fault(name, MISSING_KEY, thing="the record", key=filling.sheet.called(name), help=way)


def _plain(filling: Filling, name: str) -> None:
    text = filling.text(name)
    if text is not None:
        filling.fields[name] = text
        filling.put((name,), name)


def _kind(filling: Filling) -> None:
    text = filling.text("type")
    if text is not None:
        found = exactly(text, types_of(filling.desk.records))
        filling.fields["type"] = found.key if found else text
        filling.put(("type",), "type")


def _date(filling: Filling) -> None:
    parts = {name: text for name in ("basis", "time") if (text := filling.text(name)) is not None}
    if not filling.has("date"):
        return
    given = filling.value("date")
    given = cleaned(given) if isinstance(given, str) else given
    when = {**(given if isinstance(given, Mapping) else {"value": given}), **parts}
    filling.fields["date"] = when["value"] if when.keys() == {"value"} else when
    filling.put(("date",), "date")
    filling.put(("date", "value"), "date")
    for name in parts:
        filling.put(("date", name), name)


def _location(filling: Filling) -> None:
    if filling.has("location") and isinstance(filling.value("location"), Mapping):
        filling.fields["location"] = filling.value("location")
        filling.put(("location",), "location")
        return
    text, within = filling.text("location"), filling.text("within")
    if text is None:
        return
    choices = choices_of(filling.desk.records.locations)
    found, around = exactly(text, choices), exactly(within, choices) if within is not None else None
    filling.put(("location",), "location")
    if found is not None:
        area = filling.desk.records.locations[found.key].kind in AREAS_WITHOUT_POINT
        filling.fields["location"] = {"key": found.key, "relation": "in"} if area else found.key
        filling.recognised("location", text, found)
        return
    if within is None:
        filling.unknown("location", text, "location", choices, also="within")
    elif around is None:
        filling.unknown("within", within, "location", choices)
    else:
        filling.fields["location"] = {"as_stated": text, "within": around.key}
        filling.put(("location", "within"), "within")


def _others(filling: Filling) -> None:
    """Fields of a record that the sheet gives as they are."""
    for name in filling.sheet.answers:
        if name in Incident.model_fields and name not in SHORT and name not in filling.fields:
            filling.fields[name] = filling.value(name)
            filling.put((name,), name)


def _not_needed(filling: Filling) -> None:
    """Names the answers that the others made needless, so that nothing is lost without a word."""
    spoken_of = {*filling.origins.values(), *(name for name, _ in filling.faults)}
    for name in filling.sheet.answers:
        # An answer that has a fault, or is part of one that has, is named there.
        if name not in spoken_of and not filling.faults:
            filling.notes.append(f"`{filling.sheet.called(name)}` was not needed and is left out.")


def _unwritable(filling: Filling) -> None:
    """Takes out what no file can hold."""
    for name, value in [*filling.fields.items()]:
        try:
            incident_text({}, str(value)) if name == "body" else incident_text({name: value}, "")
        except UnwritableError as fault:
            answer = filling.origins.get((name,), name)
            wanted = f"something that a file can hold: {fault}"
            filling.fault(answer, WRONG_KIND, key=filling.sheet.called(answer), wanted=wanted)
            del filling.fields[name]
