"""The exported schemas say what the models say, by three judges: the models, an independent validator, the web form's."""

import copy
import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any

import jsonschema_rs
import pytest
from browser_schema import verdicts
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AfterValidator, TypeAdapter, ValidationError, model_validator
from record_cases import ADDRESSES, CORPORA, DATES, SAMPLES, TIMES, Case, Maker
from schema_verdicts import (
    KINDS,
    SCHEMAS,
    VALIDATORS,
    as_json,
    faults,
    holds_null,
    is_mended,
    models_verdict,
    name,
    schema_of,
)
from synthetic_project import FILES, ROOT

from generator.model.counts import CountRange
from generator.model.dates import EdtfDate, Time
from generator.model.edtf import LONGEST, DateError, parse_edtf
from generator.model.entry import Entry
from generator.model.json_schema import record_schema
from generator.model.records import MODELS
from generator.model.schema_conditions import conditions_of
from generator.model.schema_texts import ADDRESS, DATE, ONE_LINE, SPACES, TEXT_KINDS, TIME
from generator.model.series import Series
from generator.model.text import Line
from generator.model.times import parse_time
from generator.model.web_address import check_web_address
from generator.reading.folder import RawRecord, read_archive

KEYWORDS = {
    "$schema", "$id", "$defs", "$ref", "title", "description", "default", "type", "enum", "pattern", "minLength",
    "maxLength", "minimum", "maximum", "exclusiveMinimum", "items", "minItems", "maxItems", "properties", "required",
    "additionalProperties", "propertyNames", "minProperties", "allOf", "anyOf", "not", "if", "then", "else",
}  # fmt: skip
"""The keywords of draft 2020-12 that the export uses, and the form's validator knows."""


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    """Every case of every kind of record."""
    return [case for kind in KINDS for case in Maker(kind, SCHEMAS[kind]).cases()]


def written(raw: RawRecord) -> Any:
    """What a record's file says, its account under `narrative`."""
    body = {"narrative": raw.body} if raw.body and raw.body.strip() and raw.kind == "incident" else {}
    return {**raw.value, **body}


def records_of(root: Path) -> list[tuple[str, Any]]:
    """Every record of a folder by its kind."""
    return [(raw.kind, written(raw)) for raw in read_archive(root).raw]


def judged(cases: list[Case], folder: Path) -> list[tuple[bool, bool, bool]]:
    """The verdicts of the models, of an independent validator and of the form's validator on each case."""
    documents = {name(case.kind, case.definition): schema_of(case.kind, case.definition) for case in cases}
    browser = verdicts(documents, [(name(case.kind, case.definition), case.value) for case in cases], folder)
    return [
        (
            models_verdict(case.kind, case.definition, case.value),
            VALIDATORS[name(case.kind, case.definition)].is_valid(case.value),
            form,
        )
        for case, form in zip(cases, browser, strict=True)
    ]


def disagreements(cases: list[Case], found: list[tuple[bool, bool, bool]]) -> list[str]:
    """Every case on which the three are not of one mind."""
    return [
        f"{name(case.kind, case.definition)}: {case.about}: {case.value!r} {verdict}"
        for case, verdict in zip(cases, found, strict=True)
        if len(set(verdict)) > 1
    ]


def test_all_agree_on_every_case(cases: list[Case], tmp_path: Path) -> None:
    """On each field with values of every kind and at every bound, and on keys in every company, the three verdicts are one."""
    found = judged(cases, tmp_path)
    assert disagreements(cases, found) == []
    good, bad = sum(verdict[0] for verdict in found), sum(not verdict[0] for verdict in found)
    assert (good > 20_000, bad > 50_000) == (True, True)
    assert 0 < sum(is_mended(case.kind, case.definition, case.value) for case in cases) < 200


def test_every_field_has_cases_of_both_kinds(cases: list[Case]) -> None:
    """Of every field of every mapping there are values that pass and values that do not."""
    lopsided = []
    for field, group in groupby(cases, key=lambda case: (case.kind, case.about.partition(":")[0])):
        if "." in field[1]:
            found = {VALIDATORS[name(case.kind, case.definition)].is_valid(case.value) for case in group}
            lopsided += [field] if len(found) < 2 else []
    assert lopsided == []
    fields = {field for kind in KINDS for made in [Maker(kind, SCHEMAS[kind])] for field in fields_of(kind, made)}
    assert fields - {(case.kind, case.about.partition(":")[0]) for case in cases} == set()


def fields_of(kind: str, maker: Maker) -> Iterator[tuple[str, str]]:
    """Every field of every mapping of a kind of record, as cases name it."""
    for mapping in maker.mappings():
        for field in maker.mapping(mapping)["properties"]:
            yield kind, f"{mapping}.{field}"


def test_all_agree_on_every_record(tmp_path: Path) -> None:
    """Every record of this archive and of the synthetic one, read as it stands in its file, passes all three."""
    for path, text in FILES.items():
        file = tmp_path / "incidents" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    found = [
        Case(kind, "", value, "")
        for kind, value in (*records_of(ROOT / "incidents"), *records_of(tmp_path / "incidents"))
    ]
    assert {case.kind for case in found} == set(KINDS)
    assert [
        case for case, verdict in zip(found, judged(found, tmp_path), strict=True) if verdict != (True, True, True)
    ] == []


def test_all_agree_on_records_changed_at_random(cases: list[Case], tmp_path: Path) -> None:
    """Of 5,000 real records with one to three random changes, none divides the three."""
    chance = random.Random(20240101)
    records = records_of(ROOT / "incidents")
    pool = [case.value for case in cases if isinstance(case.value, dict)]
    changed = []
    for _ in range(5_000):
        kind, value = chance.choice(records)
        value = copy.deepcopy(value)
        for _ in range(chance.randint(1, 3)):
            change(value, pool, chance)
        changed.append(Case(kind, "", value, "changed"))
    found = judged(changed, tmp_path)
    assert disagreements(changed, found) == []
    assert set(found) == {(True, True, True), (False, False, False)}


def change(value: Any, pool: list[dict[str, Any]], chance: random.Random) -> None:
    """Put, take away or swap something somewhere in a mapping."""
    holders = [part for part in parts(value) if part and not isinstance(part, str | int | float)]
    holder = chance.choice(holders or [value])
    donor = chance.choice(pool)
    given = copy.deepcopy(chance.choice([*donor.values(), donor]))
    if isinstance(holder, list):
        chance.choice([lambda: holder.append(given), holder.pop, lambda: holder.__setitem__(0, given)])()
    elif holder:
        key = chance.choice([*holder, *donor])
        chance.choice([lambda: holder.pop(key, None), lambda: holder.__setitem__(key, given)])()


def parts(value: Any) -> Iterator[Any]:
    """A value and everything in it."""
    yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(part)


def takes(validator: Any, text: str) -> bool:
    """Whether a reader of texts takes this one."""
    try:
        validator(text)
    except (DateError, ValidationError, ValueError):
        return False
    return True


def corpus_of_dates() -> list[str]:
    """The dates of two other projects' tests."""
    corpus = json.loads((CORPORA / "edtf" / "cases.json").read_text(encoding="utf-8"))
    return [text for text in parts(corpus) if isinstance(text, str) and len(text) <= LONGEST]


def test_dates_of_others_agree() -> None:
    """On every date of the corpora of EDTF, pattern and reader are of one mind, but for intervals that run backwards."""
    judged = [text for text in (*corpus_of_dates(), *DATES) if not backwards(text) and len(text) <= LONGEST]
    assert [text for text in judged if _DATED.is_valid(text) != takes(parse_edtf, text)] == []


def backwards(text: str) -> bool:
    """Whether the only fault of a date is that it ends before it begins."""
    try:
        parse_edtf(text)
    except DateError as error:
        return "ends before it begins" in error.message
    return False


_YEARS = st.one_of(
    st.from_regex(r"[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX", fullmatch=True),
    st.sampled_from(["2023", "2024", "1900", "2000"]),
)
_DAYS = st.from_regex(r"(-([01][0-9]|XX)(-([0-3][0-9]|XX|3X))?)?[?~%]?", fullmatch=True)
_SIMPLE = st.builds(lambda year, day: year + day, _YEARS, _DAYS)
_DATES = st.one_of(
    _SIMPLE,
    st.builds(
        "{}/{}".format, st.one_of(_SIMPLE, st.sampled_from(["", ".."])), st.one_of(_SIMPLE, st.sampled_from(["", ".."]))
    ),
    st.lists(st.one_of(_SIMPLE, st.builds("{}..{}".format, _SIMPLE, _SIMPLE)), max_size=4).map(
        lambda members: f"[{','.join(members)}]"
    ),
    st.text("0123456789X-~?%/.[], unkow", max_size=20),
)


@given(_DATES)
def test_a_date_fits_the_pattern_where_the_reader_takes_it(text: str) -> None:
    """Pattern and reader agree on each text made like a date, calendar included, but for which end comes first."""
    if not backwards(text) and len(text) <= LONGEST:
        assert _DATED.is_valid(text) == takes(parse_edtf, text)


_DATED = jsonschema_rs.Draft202012Validator({"type": "string", "pattern": DATE})
_LINES = jsonschema_rs.Draft202012Validator({"type": "string", "pattern": ONE_LINE})
_TIMES = jsonschema_rs.Draft202012Validator({"type": "string", "pattern": TIME})
_ADDRESSES = jsonschema_rs.Draft202012Validator({"type": "string", "pattern": ADDRESS})


@given(
    st.one_of(
        st.from_regex(r"([0-2][0-9]:[0-5][0-9]|night|dawn)(~|/[0-2][0-9]:[0-5][0-9])?", fullmatch=True),
        st.sampled_from(TIMES),
    )
)
def test_a_time_fits_the_pattern_where_the_reader_takes_it(text: str) -> None:
    """Pattern and reader agree on each text made like a time."""
    assert _TIMES.is_valid(text) == takes(parse_time, text)


@given(
    st.text(
        st.one_of(st.characters(codec="utf-8"), st.sampled_from(" \t\n\x0b\x1c\x85\xa0\u2028\ufeff")),
        min_size=1,
        max_size=6,
    )
)
def test_a_line_fits_the_pattern_where_the_model_takes_it(text: str) -> None:
    """Pattern and model agree on what one line without a space at its ends is, for every sign there is."""
    assert _LINES.is_valid(text) == takes(TypeAdapter(Line).validate_python, text)


def test_spaces_are_those_of_python() -> None:
    """The pattern's spaces are the signs that Python strips."""
    assert [chr(n) for n in range(0x110000) if chr(n).isspace()] == [
        chr(n) for n in range(0x110000) if re.match(f"[{SPACES}]", chr(n))
    ]


def addresses() -> list[str]:
    """The addresses of the web platform's tests, and of the browsers' everyday life."""
    corpus = json.loads((CORPORA / "url-wpt" / "urltestdata.json").read_text(encoding="utf-8"))
    return [case["input"] for case in corpus if isinstance(case, dict)] + list(ADDRESSES)


def test_addresses_of_others_agree() -> None:
    """On every address of the web platform's tests, pattern and check are of one mind."""
    assert [
        text
        for text in addresses()
        if text.isascii() or text.isprintable()
        if _ADDRESSES.is_valid(text) != takes(check_web_address, text)
    ] == []


_PIECES = ("http://", "https://", "example", ".", "org", "local", "test", "/", "..", ".", "%2e", "?", "#", "'", "@", ":80", "a", "-", "_", "1", "A", "[", "]", "é", " ", '"', "//", "\n", "xn--a")  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=10).map("".join), st.booleans())
def test_an_address_fits_the_pattern_where_the_check_takes_it(text: str, begun: bool) -> None:
    """Pattern and check agree on each text made of pieces of addresses."""
    address = f"https://example.org{text}" if begun else text
    assert _ADDRESSES.is_valid(address) == takes(check_web_address, address)


def schemas_in(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema within a schema, but not the mappings of names to schemas."""
    if not isinstance(schema, dict):
        return
    yield schema
    for keyword, part in schema.items():
        if keyword in ("properties", "$defs"):
            for inner in part.values():
                yield from schemas_in(inner)
        elif keyword in ("allOf", "anyOf"):
            for inner in part:
                yield from schemas_in(inner)
        elif keyword != "default":
            yield from schemas_in(part)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_of_the_draft(kind: str) -> None:
    """A schema is valid by the draft's own schema, names its dialect and its address, and uses few keywords."""
    schema = SCHEMAS[kind]
    assert jsonschema_rs.meta.is_valid(schema)
    assert (schema["$schema"], schema["$id"]) == ("https://json-schema.org/draft/2020-12/schema", f"{kind}.schema.json")
    assert {keyword for part in schemas_in(schema) for keyword in part} - KEYWORDS == set()


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_explains_itself(kind: str) -> None:
    """Every mapping is named and closed, and everything that can be written has a description; null is nowhere."""
    for schema in schemas_in(SCHEMAS[kind]):
        if "properties" in schema and "type" in schema:
            assert (schema["title"] == "", schema["description"] == "", schema["additionalProperties"]) == (False,) * 3
            assert [key for key, part in schema["properties"].items() if not part["description"]] == []
        assert "null" not in (schema.get("type"), *schema.get("enum", ()))
    used = re.findall(r'"#/\$defs/([^"]*)"', json.dumps(SCHEMAS[kind]))
    assert set(used) == set(SCHEMAS[kind]["$defs"])


def test_a_schema_is_the_files_and_not_the_models() -> None:
    """An incident's account is `narrative`, and no record holds the key that its file's name is."""
    assert "body" not in SCHEMAS["incident"]["properties"]
    assert SCHEMAS["incident"]["required"] == ["id", "title", "type", "date", "location", "reports", "narrative"]
    assert [kind for kind in KINDS if "key" in SCHEMAS[kind]["properties"]] == []


def test_the_same_schema_in_every_process() -> None:
    """Another process with another hash seed writes the same bytes."""
    script = (
        "import json, sys; from generator.model.json_schema import record_schema; from generator.model.records import MODELS; "
        "json.dump([record_schema(kind, kind) for kind in MODELS], sys.stdout)"
    )
    found = [
        subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert found[0] == found[1] == json.dumps([record_schema(kind, kind) for kind in KINDS]).encode()


def test_every_kind_of_text_has_a_sample() -> None:
    """Each kind of text has its own name and a good value among the samples."""
    assert sorted(kind.name for kind in TEXT_KINDS) == sorted(SAMPLES)


def test_a_date_is_a_text_or_the_number_of_a_year() -> None:
    """A year without quotation marks is a number to YAML, and a date to models and schemas alike, in short form too."""
    record = Maker("incident", SCHEMAS["incident"]).whole("incident")[0]
    for date in (2023, {"value": 2023}, {"value": "2023", "alternatives": [2024]}):
        assert models_verdict("incident", "", {**record, "date": date})
        assert VALIDATORS["incident"].is_valid({**record, "date": date})


def test_null_is_refused_by_the_reader_wherever_it_stands(tmp_path: Path, cases: list[Case]) -> None:
    """Each record that is in order but for a null in it draws an error before any model sees it."""
    found = [
        case.value
        for case in cases
        if not case.definition and holds_null(case.value) and not faults(case.kind, "", case.value)
    ]
    assert len(found) > 30
    folder = tmp_path / "incidents" / "sources"
    folder.mkdir(parents=True)
    for number, value in enumerate(found):
        (folder / f"null-{number}.yml").write_text(json.dumps(value, ensure_ascii=False) + "\n", encoding="utf-8")
    refused = {finding.path for finding in read_archive(tmp_path / "incidents").findings if finding.level == "error"}
    assert len(refused) == len(found)


def test_numbers_in_json_are_one_kind() -> None:
    """A number without a fraction is a whole number, wherever it stands."""
    assert as_json({"a": [3.0, 2.5, True, "3.0"]}) == {"a": [3, 2.5, True, "3.0"]}


def test_a_rule_that_no_schema_knows_stops_the_export(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new validator of a model, or of a text, that the schemas say nothing of is a fault of ours, found at once."""

    class Ordered(Entry):
        """Synthetic."""

        @model_validator(mode="after")
        def _ordered(self) -> "Ordered":
            return self

    class Lettered(Entry):
        """Synthetic."""

        text: Annotated[str, AfterValidator(str.upper)]
        """Synthetic."""

    with pytest.raises(LookupError, match="no condition stands for the validators of Ordered"):
        conditions_of(Ordered)
    monkeypatch.setattr("generator.model.json_schema.MODELS", {**MODELS, "actor": Lettered})
    with pytest.raises(LookupError, match="no kind of text stands for"):
        record_schema("actor", "x")
    assert (len(conditions_of(CountRange)), len(conditions_of(Series))) == (1, 1)


def test_fields_of_dates_and_times_agree_on_the_samples() -> None:
    """What the schemas' samples call a date and a time the models call so too."""
    assert TypeAdapter(EdtfDate).validate_python(SAMPLES["date"]).text == SAMPLES["date"]
    assert TypeAdapter(Time).validate_python(SAMPLES["time"]).text == SAMPLES["time"]
