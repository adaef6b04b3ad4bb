"""The published schemas: those of the models, and those that know the keys and words of one archive."""

import copy
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import jsonschema_rs
import pytest
from browser_schema import run, verdicts
from record_cases import Maker
from synthetic_project import FILES, ROOT

from generator.archive.archive import Archive
from generator.archive.link import link
from generator.checking.check import check
from generator.checking.references.named import named_in
from generator.checking.schema.validation import check_schema
from generator.datasets.datasets import SCHEMA, datasets
from generator.datasets.record_schemas import KINDS, REFERENCES, adapted, schema_files
from generator.model.json_schema import Adaptation, record_schema
from generator.model.records import MODELS
from generator.model.text import Reference
from generator.pages.addresses import schema_address
from generator.pages.model_text import hints_of, models_within
from generator.reading.folder import RawRecord, Reading, read_archive
from generator.reading.places import kind_of
from generator.reading.record_file import read_record

Loc = tuple[str | int, ...]
WITHIN_THE_RECORD = {
    "Claim.about", "DateStatement.report", "Effect.report", "Figure.report", "IncidentDate.report",
    "IncidentLocation.report", "Involvement.report", "LocationStatement.report", "Means.report", "Target.report",
    "Term.broader", "Term.deprecated_by",
}  # fmt: skip
"""References to parts of the same record, or to records of several kinds: no list can hold them."""


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """The synthetic project's archive, in which every kind of record stands."""
    root = tmp_path_factory.mktemp("synthetic") / "incidents"
    for path, text in FILES.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return read_archive(root)


@pytest.fixture(scope="module")
def synthetic(reading: Reading) -> Archive:
    """The same, linked."""
    return link(check(reading, today=date(2026, 11, 22), mint=lambda: "syn-0000000").records)


@pytest.fixture(scope="module")
def own() -> dict[str, Any]:
    """The schemas of this repository's archive by kind of record."""
    records = check(read_archive(ROOT / "incidents"), today=date(2026, 11, 22), mint=lambda: "").records
    return {kind: record_schema(kind, kind, adapted(records)) for kind in KINDS}


def of_archive(archive: Archive) -> dict[str, Any]:
    """The schemas that know an archive, by kind of record."""
    return {kind: record_schema(kind, kind, adapted(archive.records)) for kind in KINDS}


def value_of(raw: RawRecord) -> Any:
    """What a record's file says, its account under `narrative`."""
    body = {"narrative": raw.body} if raw.kind == "incident" and raw.body else {}
    return {**copy.deepcopy(raw.value), **body}


def judged(schemas: dict[str, Any], values: list[tuple[str, Any]], folder: Path) -> list[bool]:
    """The one verdict of the independent validator and the form's on each value; a test fails where they differ."""
    validators = {kind: jsonschema_rs.Draft202012Validator(schema) for kind, schema in schemas.items()}
    found = [validators[kind].is_valid(value) for kind, value in values]
    assert verdicts(schemas, values, folder) == found
    return found


def test_files(archive: Archive) -> None:
    """Each kind of record has its schema twice, in the order in which the page lists them."""
    files = list(schema_files(archive, site_url=None))
    assert [file.path for file in files] == [
        *(schema_address(kind) for kind in KINDS),
        *(schema_address(kind, of_this_archive=True) for kind in KINDS),
    ]
    assert sorted(KINDS) == sorted(MODELS)
    assert (files[0].path, files[0].title) == ("data/schema/incident.schema.json", "Schema of incidents")
    assert files[15].path == "data/schema/archive/tally.schema.json"
    assert files[15].title == "Schema of tallies, with the keys of this archive"
    published = [(data.path, data.content) for data in datasets(archive, site_url=None) if data.media_type == SCHEMA]
    assert published == [(file.path, file.content) for file in files]


def test_addresses_of_schemas(archive: Archive) -> None:
    """A schema's `$id` is its address on the site, or its name alone where the site has no address."""
    for site_url, expected in (
        (None, "incident.schema.json"),
        ("https://example.org/a/", "https://example.org/a/data/schema/incident.schema.json"),
    ):
        assert json.loads(next(schema_files(archive, site_url=site_url)).content)["$id"] == expected


def test_schemas_are_of_the_draft(archive: Archive) -> None:
    """Every file is valid by the draft's own schema, ends in a line end and is the same each time."""
    files = list(schema_files(archive, site_url=None))
    assert [file.path for file in files if not jsonschema_rs.meta.is_valid(json.loads(file.content))] == []
    assert {file.content[-2:] for file in files} == {b"}\n"}
    assert files == list(schema_files(archive, site_url=None))


def test_keys_stand_with_their_names(archive: Archive) -> None:
    """The schemas of an archive list its keys, each with the name a person knows it by."""
    definitions = of_archive(archive)["incident"]["$defs"]
    assert definitions["known-location"] == {
        "description": "Keys of the locations that this archive holds.",
        "enum": ["country", "north-base", "province", "south-base"],
        "enumDescriptions": [
            "Synthetic Country",
            "Synthetic North Base",
            "Synthetic Province",
            "Synthetic South Base",
        ],
    }
    assert definitions["known-types"]["enum"] == ["strike"]
    assert definitions["known-actor-or-unknown"]["enum"] == ["army", "group", "unknown"]
    assert definitions["incident-id"]["pattern"] == "^syn-[0123456789bcdfghjkmnpqrstvwxyz]{7}$"
    assert "known-series" not in definitions


def test_every_record_of_an_archive_passes(own: dict[str, Any], tmp_path: Path) -> None:
    """Every record of this repository, as its file reads, passes the schemas that know its keys."""
    values = [(raw.kind, value_of(raw)) for raw in read_archive(ROOT / "incidents").raw]
    assert [value for value, passes in zip(values, judged(own, values, tmp_path), strict=True) if not passes] == []


def test_every_reference_is_bound_to_its_list() -> None:
    """Each field that names another record has its list; only references within a record are free."""
    fields = {
        f"{model.__name__}.{name}": [
            REFERENCES[of.__name__, name] for of in model.__mro__ if (of.__name__, name) in REFERENCES
        ]
        for record in MODELS.values()
        for model in models_within(record)
        for name, hint in hints_of(model).items()
        if str(Reference) in str(hint)
    }
    assert {field for field, bound in fields.items() if not bound} == WITHIN_THE_RECORD
    assert {f"{model}.{field}" for model, field in REFERENCES} - set(fields) == set()


def test_a_key_that_is_not_there_is_refused_where_the_check_refuses_it(
    reading: Reading, synthetic: Archive, tmp_path: Path
) -> None:
    """Wherever the check looks a key up, the schemas of the archive refuse one that it does not hold."""
    values = []
    for raw in reading.raw:
        entry = synthetic_entry(synthetic, raw)
        for named in named_in(entry):
            if named.kind != "incident" and raw.kind != "vocabulary":
                values.append((raw.kind, replaced(value_of(raw), named.loc, "no-such-key")))
    assert len(values) > 50
    assert set(judged(of_archive(synthetic), values, tmp_path)) == {False}
    assert set(judged({kind: record_schema(kind, kind) for kind in KINDS}, values, tmp_path)) == {True}


def synthetic_entry(archive: Archive, raw: RawRecord) -> object:
    """The typed record of a file."""
    records = archive.records
    held: dict[str, Any] = {
        "incident": records.incidents, "report": records.reports, "source": records.sources, "location": records.locations,
        "actor": records.actors, "series": records.series, "tally": records.tallies, "vocabulary": records.vocabularies,
    }  # fmt: skip
    return None if raw.kind == "settings" else held[raw.kind][raw.value.get("id", raw.key)]


def replaced(value: Any, loc: Loc, key: str) -> Any:
    """The value with another key at a place, in whatever short form it stands."""
    step = loc[0]
    if isinstance(value, str) or (isinstance(value, dict) and step not in value):
        return key
    value[step] = replaced(value[step], loc[1:], key) if len(loc) > 1 else key
    return value


def scalars(value: Any, loc: Loc = ()) -> Iterator[Loc]:
    """The place of every text, number and truth value."""
    if isinstance(value, dict | list):
        for step, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from scalars(part, (*loc, step))
    else:
        yield loc


def test_what_the_check_takes_without_quotation_marks_an_editor_takes_too(reading: Reading, tmp_path: Path) -> None:
    """A number or truth value in place of any text passes the schema for editors exactly where the check reads it as text."""
    schemas = {kind: record_schema(kind, kind, Adaptation(as_typed=True)) for kind in KINDS}
    values, expected, places = [], [], []
    for raw in reading.raw:
        for loc in scalars(value_of(raw)):
            if loc[-1] in ("id_prefix", "min"):
                # The prefix `true` is one of five letters, and `min` may not rise above `max`: no schema says so.
                continue
            for bare in (5, 2023, 2.5, True, 12345):
                value = value_of(raw)
                holder = value
                for step in loc[:-1]:
                    holder = holder[step]
                holder[loc[-1]] = bare
                values.append((raw.kind, value))
                places.append((raw.kind, loc, bare))
                expected.append(passes_check(raw, value))
    assert (len(values) > 1500, 300 < sum(expected) < len(values) - 300) == (True, True)
    found = judged(schemas, values, tmp_path)
    assert [
        (place, expects) for place, expects, finds in zip(places, expected, found, strict=True) if expects != finds
    ] == []


def passes_check(raw: RawRecord, value: Any) -> bool:
    """Whether reader and schema check take a record when it is written as YAML."""
    path = raw.path.removesuffix(".md").removesuffix(".yml") + ".yml"
    record, findings = read_record(
        json.dumps(value, ensure_ascii=False).encode() + b"\n", path=path, kind=raw.kind, key=raw.key
    )
    assert record is not None
    assert [finding for finding in findings if finding.level == "error"] == []
    return check_schema(record, lambda: "syn-0000099")[0] is not None


def test_body_is_no_key_of_a_file() -> None:
    """`body`, the model's word for the account, is one unknown key in either kind of file, as in the schema."""
    value = {**Maker("incident", record_schema("incident", "x")).whole("incident")[0], "body": "Synthetic."}
    del value["narrative"]
    text = json.dumps(value, ensure_ascii=False)
    found = []
    for path, written in (("a.yml", text + "\n"), ("a.md", f"---\n{text}\n---\nSynthetic account.\n")):
        record, _ = read_record(written.encode(), path=path, kind="incident")
        assert record is not None
        found += [(finding.message, finding.help) for finding in check_schema(record, lambda: "syn-0000099")[1]]
    assert found == [
        ("`body` is not a key of an incident", "the account stands in `narrative`"),
        (
            "`body` is not a key of an incident",
            "the account stands below the second `---`: move the text there and remove the key",
        ),
    ]


FAULTS: tuple[tuple[dict[str, Any], Loc, str, str], ...] = (
    ({"title": "Short"}, ("title",), "minLength", "must have at least 8 characters"),
    (
        {"title": " Synthetic strike"},
        ("title",),
        "pattern",
        "must be a neutral noun phrase on one line, without a space at its ends",
    ),
    ({"status": "likely"}, ("status",), "enum", "must be one of the 6 known values"),
    ({"type": "no-such-type"}, ("type",), "enum", "must be one of the 1 known values"),
    ({"date": {"anchor": "reported"}}, ("date",), "required", "needs `value`"),
    (
        {"location": {"as_stated": "synthetic place"}},
        ("location",),
        "anyOf",
        "needs a location's key, or both `as_stated` and `within` of a new one",
    ),
    ({"reports": []}, ("reports",), "minItems", "must have at least 1 item"),
    (
        {"reports": [{"source": "agency"}]},
        ("reports", 0),
        "anyOf",
        "needs a `url`, or `no_url` with the reason why there is none",
    ),
    (
        {"reports": [{"report": "agency-item", "url": "https://example.org/"}]},
        ("reports", 0, "url"),
        "false",
        "what is known of an item with a file belongs in that file, which `report` names",
    ),
    ({"effects": [{"kind": "killed", "count": -1}]}, ("effects", 0, "count"), "minimum", "must be at least 0"),
    (
        {"effects": [{"kind": "killed", "count": "two"}]},
        ("effects", 0, "count"),
        "anyOf",
        "must be a whole number, or must be a mapping",
    ),
    ({"titel": "x"}, (), "additionalProperties", "has a key that is not known"),
    ({"narrative": ["x"]}, ("narrative",), "type", "must be text"),
    (
        {"id": "syb-4k7m2xq"},
        ("id",),
        "pattern",
        "must be an id of this archive: syn, a hyphen, seven digits or consonants without l",
    ),
)
LEAST = {
    "id": "syn-0000001",
    "title": "Synthetic strike on a base",
    "type": "strike",
    "date": "2024-02-01",
    "location": "north-base",
    "reports": [{"report": "agency-item"}],
    "narrative": "Synthetic.",
}


def test_the_forms_validator_says_what_is_wanted_and_where(archive: Archive, tmp_path: Path) -> None:
    """Each fault is said once, at its place, in plain words that hold nothing of what was typed."""
    schema = of_archive(archive)["incident"]
    found = run(
        "({validate}, {schema, values}) => values.map((value) => validate(schema, value))",
        {"schema": schema, "values": [LEAST, *({**LEAST, **change} for change, *_ in FAULTS)]},
        tmp_path,
    )
    assert found[0] == []
    assert [[(tuple(one["path"]), one["keyword"], one["words"]) for one in faults] for faults in found[1:]] == [
        [(path, keyword, words)] for _, path, keyword, words in FAULTS
    ]


def test_a_date_that_is_none_is_said_in_words(archive: Archive, tmp_path: Path) -> None:
    """A date of everyday life gets the sentence with the forms that are known, at the date."""
    schema = of_archive(archive)["incident"]
    [[one]] = run(
        "({validate}, {schema, values}) => values.map((value) => validate(schema, value))",
        {"schema": schema, "values": [{**LEAST, "date": "31 December 2023"}]},
        tmp_path,
    )
    assert (one["path"], one["keyword"]) == (["date"], "pattern")
    assert one["words"].startswith("must be a date as far as the source states it (EDTF): 2023-12-31, 2023-12, 2023")


def test_the_form_can_ask_what_a_field_takes(archive: Archive, tmp_path: Path) -> None:
    """`fieldAt` follows references, lists and short forms; `isRequired` knows what a mapping needs."""
    schema = of_archive(archive)["incident"]
    body = """({fieldAt, isRequired}, {schema, paths}) =>
        paths.map((path) => [fieldAt(schema, path)?.description ?? null, fieldAt(schema, path)?.maxLength ?? null, isRequired(schema, path)])"""
    paths = [
        ["title"],
        ["location", "key"],
        ["reports", 0, "chains", 0, 1, "source"],
        ["date", "value"],
        ["no", "such"],
    ]
    assert run(body, {"schema": schema, "paths": paths}, tmp_path) == [
        ["A neutral noun phrase; the site puts the status before it.", 110, True],
        ["Key of the location; left out only where `as_stated` and `within` describe one without a file.", None, False],
        ["Key of the source named.", None, False],
        ["The date, saying no more than the source says (EDTF); `unknown` where nothing is known.", None, True],
        [None, None, False],
    ]


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ({"unevaluatedProperties": False}, "the keyword unevaluatedProperties is not known"),
        ({"constructor": 1}, "the keyword constructor is not known"),
        ({"$ref": "#/$defs/absent", "$defs": {}}, "the schema has no definition #/$defs/absent"),
    ],
)
def test_the_forms_validator_skips_nothing(schema: dict[str, Any], message: str, tmp_path: Path) -> None:
    """A keyword or a definition that it does not know stops the form's validator."""
    body = "({validate}, schema) => { try { return validate(schema, {}); } catch (error) { return `${error.name}: ${error.message}`; } }"
    assert run(body, schema, tmp_path) == f"TypeError: {message}"


def test_names_that_mean_something_to_javascript(tmp_path: Path) -> None:
    """Keys and values such as `__proto__` and `toString` are ordinary ones, and a key of that name is unknown."""
    schema = {"type": "object", "properties": {"min": {"type": "integer", "minimum": 0}}, "additionalProperties": False}
    values = [json.loads(text) for text in ('{"__proto__": 1}', '{"min": {"toString": 1, "valueOf": 1}}', '{"min": 1}')]
    assert verdicts({"x": schema}, [("x", value) for value in values], tmp_path) == [False, False, True]


def test_editors_find_the_schema_of_each_file(archive: Archive) -> None:
    """The editor settings give every kind of file a schema that the built site has, and no file two."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    built = {f"./site/{file.path}" for file in schema_files(archive, site_url=None)}
    assert set(settings) - built == set()
    for file in sorted((ROOT / "incidents").rglob("*.yml")):
        path = PurePosixPath("/") / file.relative_to(ROOT).as_posix()
        kind = kind_of(path.parts[2:])
        assert [
            re.sub(r".*/|\.schema\.json", "", schema) for schema, glob in settings.items() if matches(path, glob)
        ] == [kind]
    assert matches(PurePosixPath("/incidents/records/2024/a.yml"), "/incidents/records/**/*.yml")


def matches(path: PurePosixPath, glob: str) -> bool:
    """Whether a path fits a pattern, in which two stars are any folders."""
    pattern = re.escape(glob).replace(r"/\*\*/", "/(?:[^/]+/)*").replace(r"\*", "[^/]*")
    return re.fullmatch(pattern, str(path)) is not None
