"""What the web form judges in the browser, the archive judges alike: dates, times, addresses, signs, ceilings, texts."""

import itertools
import json
import random
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
import yaml
from contributor import FORM
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from pydantic_core import PydanticCustomError
from synthetic_project import ROOT
from window import opened

from generator.checking.check import Check, check
from generator.checking.similarity import folded
from generator.commands.drafting.record_path import slug_of
from generator.datasets.form_data import short_hash
from generator.model.attribution import ceiling_of
from generator.model.dates import is_one_day
from generator.model.edtf import DateError, Edtf, parse_edtf
from generator.model.ids import is_id
from generator.model.times import parse_time
from generator.model.web_address import canonical_address, check_web_address
from generator.reading.folder import Reading, read_archive
from generator.reading.record_file import read_record
from generator.reading.signs import refused_signs

pytestmark = pytest.mark.browser

CORPORA = ROOT / "tests" / "corpora"
ODD = re.compile("[\x00-\x1f\x7f-\x85\ufeff\ud800-\udfff]")
"""Signs that a field of one line drops or that Python and browsers take for spaces differently."""

DATES = [
    "2023",
    "2024",
    "0000",
    "XXXX",
    "20XX",
    "202X",
    "-",
    "-",
    "-",
    "12",
    "02",
    "31",
    "30",
    "29",
    "00",
    "XX",
    "1X",
    "X",
    "~",
    "?",
    "%",
    "/",
    "..",
    "[",
    "]",
    ",",
    "3",
    "9",
    ".",
    "13",
    "at",
    "or",
    "to",
    "between",
    "and",
    "st",
    "of",
    "T",
    "22:30",
    "Z",
    "pm",
]
DATES += [" ", " ", "31 December 2023", "Dec", "January", "about ", "circa", "unknown", "–", "١", "٢", "31.12.2023"]
DATES += ["early ", " to ", "between ", " and ", "Oct 2023", "February 2024", "\u2011", "2023-11-31?"]
TIMES = [
    "22:30",
    "2230",
    "9",
    "24:00",
    "00:30",
    "/",
    "-",
    "–",
    " ",
    "~",
    "about",
    "pm",
    "a.m.",
    "night",
    "noon",
    "at night",
    "z",
]
TIMES += ["utc", "+3", ":", "30", ".", "h", "٢٢:٣٠", "after midnight", "dawn"]
URLS = [
    "http://",
    "https://",
    "HTTP://",
    "example.org",
    "www.",
    "m.",
    "amp.",
    "Example.com",
    "a.b",
    "localhost",
    "127.0.0.1",
    "0x7f",
]
URLS += [
    "[::1]",
    ":80",
    "user@",
    "/",
    "/amp",
    "?",
    "utm_source=x",
    "fbclid=1",
    "a=b",
    "&",
    "=",
    "%20",
    "%zz",
    "%e9",
    "%C3%A9",
    "+",
    "#f",
]
URLS += ["'", '"', "<", "..", "/./", "%2e", "é", "x.test", "path", "//", ";", "*", "(", "~", "c=1", "a"]
SIGNS = [
    "a",
    "ب",
    "ی",
    "\u200c",
    "\u200d",
    "\u200f",
    "\u200e",
    "\u061c",
    "\u202e",
    "\n",
    "\u00ad",
    "\ufe0f",
    "\ufe00",
    "😀",
    "👨",
]
SIGNS += ["\u0300", "\ue000", "\x07", "\x85", "क", "्", ".", " ", "\U000e0041", "\ufdd0", "\U0001fffe"]
TEXTS = [
    "a",
    "yes",
    "null",
    "~",
    "#",
    " #",
    ": ",
    ":",
    "-",
    "- ",
    "---",
    "...",
    "'",
    '"',
    "\\",
    "\n",
    "\t",
    "{",
    "}",
    "[",
    "]",
    ",",
]
TEXTS += [
    "&x",
    "*x",
    "!!str",
    "|",
    ">",
    "%",
    "@",
    "`",
    "الحسكة",
    "é",
    "😀",
    "1",
    "0x1F",
    "1e5",
    "12:30",
    "2023-12-31",
    "2023-02-30",
]
TEXTS += ["? ", "=", "<<", "“", "”", "/", " ", ".", "N", "Off"]


def mixed(parts: list[str], count: int, most: int) -> list[str]:
    """Texts put together from parts, the same in every run."""
    draw = random.Random(20231231)
    return sorted({"".join(draw.choices(parts, k=draw.randint(1, most))) for _ in range(count)})


def simple_dates() -> list[str]:
    """Dates of every shape, of which some exist."""
    years = ("2023", "2024", "1900", "XXXX", "202X", "20XX", "2X23", "0000")
    months = ("", "-02", "-12", "-13", "-XX", "-1X", "-21")
    days = ("", "-29", "-30", "-31", "-00", "-XX", "-1X", "-3X", "-12")
    return ["".join(parts) for parts in itertools.product(years, months, days, ("", "?", "~", "%"))]


def joined_dates() -> list[str]:
    """Intervals and sets of such dates."""
    draw = random.Random(20231231)
    pairs = [draw.sample(simple_dates(), 2) for _ in range(4_000)]
    return [form.format(*pair) for pair in pairs for form in ("{}/{}", "[{},{}]", "[{}..{}]", "{}/..", "/{}")]


def strings_in(value: Any) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in (*value.keys(), *value.values()) if isinstance(value, dict) else value:
            yield from strings_in(inner)


def corpus(name: str) -> list[str]:
    """Every text of a corpus that a field of one line can hold."""
    texts = set(strings_in(json.loads((CORPORA / name).read_text(encoding="utf-8"))))
    return sorted(text for text in texts if not ODD.search(text))


@pytest.fixture(scope="module")
def page(browser: Browser, host: str) -> Iterator[Page]:
    """A page of the site, from which the form's modules can be asked."""
    found, wrong = opened(browser, host + FORM)
    yield found
    assert wrong == []
    found.context.close()


@pytest.fixture(scope="module")
def asked(page: Page) -> Callable[..., list[Any]]:
    """Asks a function of one of the form's modules about each of a list of values: by name, or wrapped in an expression of `f` and `x`."""

    def ask(module: str, names: str, expression: str, values: list[Any]) -> list[Any]:
        script = f"async (values) => {{ const {{ {names} }} = await import('../../assets/form/{module}'); return values.map((x) => {expression}); }}"
        # Imported from the page's own address, as the form's script is.
        return page.evaluate(script.replace("'../../", f"'{page.url.partition(FORM)[0]}"), values)

    return ask


@pytest.fixture(scope="module")
def reading() -> Reading:
    """The archive as it is read."""
    return read_archive(ROOT / "incidents")


@pytest.fixture(scope="module")
def outcome(reading: Reading) -> Check:
    """The archive as it is checked."""
    return check(reading, today=date(2026, 11, 22), mint=lambda: "syb-0000000")


def in_full(found: Edtf) -> list[Any]:
    """Everything a date says, as JSON has it."""
    bounds = [bound and bound.isoformat() for bound in (found.lower, found.upper)]
    return [found.text, found.precision, *bounds, found.uncertain, found.approximate, found.year, found.month, found.day, is_one_day(found), [in_full(part) for part in found.parts]]  # fmt: skip


def judged(parse: Callable[[str], Any], text: str) -> Any:
    """What Python reads, or the message and the suggestion."""
    try:
        found = parse(text)
    except DateError as fault:
        return [fault.message, fault.suggestion]
    return in_full(found) if isinstance(found, Edtf) else None


def test_dates(asked: Callable[..., list[Any]]) -> None:
    """The form reads each date, refuses each mistake in the same words and proposes the same, over the corpus, dates of every shape, and mixed texts."""
    texts = [
        text
        for text in (*corpus("edtf/cases.json"), *simple_dates(), *joined_dates(), *mixed(DATES, 20_000, 6))
        if not ODD.search(text)
    ]
    expected = [judged(parse_edtf, text) for text in texts]
    full = "(function full(d) { return [d.text, d.precision, d.lower, d.upper, d.uncertain, d.approximate, d.year, d.month, d.day, isOneDay(d), d.parts.map(full)]; })"
    found = asked(
        "edtf.js",
        "readDate, isOneDay",
        f"((r) => r.date ? {full}(r.date) : [r.message, r.suggestion])(readDate(x))",
        texts,
    )
    assert sum(len(one) > 2 for one in expected) > 1_500
    assert sum(len(one) == 2 and one[1] is not None for one in expected) > 400
    assert [trio for trio in zip(texts, expected, found, strict=True) if trio[1] != trio[2]] == []


def test_times(asked: Callable[..., list[Any]]) -> None:
    """The form refuses the same times in the same words."""
    clocks = ("00:00", "22:30", "23:59", "24:00", "9:05", "2230", "night", "dawn")
    texts = ["".join(parts) for parts in itertools.product(clocks, ("", "~", "/", " - "), ("", *clocks))] + mixed(
        TIMES, 6_000, 5
    )
    expected = [judged(parse_time, text) for text in texts]
    found = asked("times.js", "faultInTime", "((f) => f && [f.message, f.suggestion])(faultInTime(x))", texts)
    assert 15 < sum(one is None for one in expected) < len(texts) - 1000
    assert [trio for trio in zip(texts, expected, found, strict=True) if trio[1] != trio[2]] == []


def test_addresses(asked: Callable[..., list[Any]]) -> None:
    """The form takes and refuses the same web addresses, and brings those it takes to the same canonical form and short hash."""
    texts = sorted(
        {f"https://{host}{rest}" for host in ("example.org", "www.m.example.org") for rest in mixed(URLS, 6_000, 7)}
    )
    texts += mixed(URLS, 4_000, 6) + corpus("url-wpt/urltestdata.json")

    def verdict(text: str) -> list[str] | None:
        try:
            check_web_address(text)
        except PydanticCustomError:
            return None
        return [canonical_address(text), short_hash(canonical_address(text))]

    expected = [verdict(text) for text in texts]
    found = asked(
        "web-address.js", "faultInAddress, canonicalAddress, shortHash",
        "faultInAddress(x) === null ? [canonicalAddress(x), shortHash(canonicalAddress(x))] : null", texts,
    )  # fmt: skip
    assert sum(one is not None for one in expected) > 300
    assert [trio for trio in zip(texts, expected, found, strict=True) if trio[1] != trio[2]] == []


def test_signs(asked: Callable[..., list[Any]]) -> None:
    """The form refuses a text for the same first sign, at the same place."""
    texts = mixed(SIGNS, 8_000, 6)
    found = asked("signs.js", "refusedSign", "((s) => s && [...x.slice(0, s.at)].length)(refusedSign(x))", texts)
    expected = [next((sign.index for sign in refused_signs(text)), None) for text in texts]
    assert sum(one is None for one in expected) > 200
    assert [trio for trio in zip(texts, expected, found, strict=True) if trio[1] != trio[2]] == []


def test_ceilings(page: Page, reading: Reading, outcome: Check) -> None:
    """For every record of the archive the form computes the ceiling that the archive does, for the same reason."""
    raw = {record.value["id"]: record.value for record in reading.raw if record.kind == "incident"}
    root = page.url.partition(FORM)[0]
    found = page.evaluate(
        f"""async (records) => {{
          const {{ ceilingOf }} = await import("{root}assets/form/ceiling.js");
          const data = await (await fetch("{root}data/form.json")).json();
          return Object.fromEntries(Object.entries(records).map(([id, record]) => [id, ceilingOf(record, data)]));
        }}""",
        raw,
    )
    expected = {key: ceiling_of(incident, outcome.records) for key, incident in outcome.records.incidents.items()}
    assert len(expected) > 100
    assert {ceiling.status for ceiling in expected.values()} == {
        "confirmed",
        "corroborated",
        "single-source",
        "unverified",
    }
    assert found == {key: {"status": each.status, "because": each.because} for key, each in expected.items()}


RECORD = """recordText({ id: "syn-0000001", title: x, date: { value: x, basis: x }, reports: [{ ref: "a", gist: x, chains: [[x, { as_stated: x }], [x]] }],
  effects: [{ kind: x, count: 0 }, { kind: x, count: { min: 1, approximate: true } }] }, x)"""


def record_of(text: str) -> dict[str, Any]:
    """The record that `RECORD` writes."""
    return {
        "id": "syn-0000001", "title": text, "date": {"value": text, "basis": text},
        "reports": [{"ref": "a", "gist": text, "chains": [[text, {"as_stated": text}], [text]]}],
        "effects": [{"kind": text, "count": 0}, {"kind": text, "count": {"min": 1, "approximate": True}}],
    }  # fmt: skip


def read_back(text: str, written: str) -> str:
    """What differs when a written record is read by the archive's reader and by another reader of YAML; empty where nothing does."""
    raw, findings = read_record(written.encode(), path="x.md", kind="incident")
    if findings or raw is None:
        return str([finding.message for finding in findings])
    if raw.value != record_of(text) or raw.body != text:
        return f"read as {raw.value} and {raw.body!r}"
    # Another reader makes a date of a day of the calendar, which says the same.
    other = yaml.safe_load(written.split("\n---\n")[0].removeprefix("---\n"))["title"]
    return "" if (other.isoformat() if isinstance(other, date) else other) == text else f"another reader has {other!r}"


def test_written_texts_are_read_back(page: Page) -> None:
    """Whatever the form lets through, it writes so that the archive's reader and other readers of YAML have the same text, the naughty strings included."""
    texts = json.loads((CORPORA / "blns" / "blns.json").read_text(encoding="utf-8")) + mixed(TEXTS, 12_000, 8)
    found = written(page, texts)
    assert len(found) > 10_000
    assert [(text, wrong) for text, record in found if (wrong := read_back(text, record))] == []


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40), min_size=20, max_size=20))
def test_any_text_is_read_back(page: Page, texts: list[str]) -> None:
    """The same holds for texts of any signs there are: those that no file can hold are refused before."""
    assert [(text, wrong) for text, record in written(page, texts) if (wrong := read_back(text, record))] == []


def written(page: Page, texts: list[str]) -> list[tuple[str, str]]:
    """The texts that the form lets through, as it cleans them, each with the record it writes."""
    root = page.url.partition(FORM)[0]
    script = f"""async (texts) => {{
      const {{ recordText }} = await import("{root}assets/form/record-text.js");
      const {{ cleaned, refusedSign }} = await import("{root}assets/form/signs.js");
      return texts.map(cleaned).filter((x) => x && !refusedSign(x)).map((x) => [x, {RECORD}]);
    }}"""
    return [(text, record) for text, record in page.evaluate(script, texts)]


def test_names_are_folded_alike(asked: Callable[..., list[Any]], outcome: Check) -> None:
    """Two names that are one to the archive are one to the form."""
    names = [name for entries in (outcome.records.sources, outcome.records.locations, outcome.records.actors) for entry in entries.values()
             for name in (entry.name, *(name for names in entry.names.values() for name in names))]  # fmt: skip
    assert len(names) > 300
    assert asked("name-search.js", "folded", "folded(x)", names) == [folded(name) for name in names]


def test_slugs(asked: Callable[..., list[Any]], outcome: Check) -> None:
    """A title becomes part of a file's name as `archive new` makes it."""
    titles = [incident.title for incident in outcome.records.incidents.values()] + [
        "Łódź Straße ʿAin",
        "الحسكة",
        "a" * 90,
    ]
    assert asked("record-id.js", "slugOf", "slugOf(x)", titles) == [slug_of(title) for title in titles]


def test_ids(asked: Callable[..., list[Any]]) -> None:
    """Ids drawn in the browser have the archive's form, none is drawn twice, and none that is taken."""
    drawn = asked("record-id.js", "mintId", "mintId('syb', new Set())", [0] * 2_000)
    assert all(is_id(each) for each in drawn)
    assert len(set(drawn)) == 2_000
    assert {sign for each in drawn for sign in each[4:]} == set("0123456789bcdfghjkmnpqrstvwxyz")
    bytes_drawn = "((turn) => (bytes) => bytes.fill(turn++))(1)"
    assert asked("record-id.js", "mintId", f"mintId('syb', new Set(['syb-1111111']), {bytes_drawn})", [0]) == [
        "syb-2222222"
    ]


@pytest.mark.parametrize("kind", ["locations", "sources", "actors"])
def test_every_name_finds_its_entry(page: Page, kind: str) -> None:
    """An entry is among the first eight for its key and each of its names, in every script, also without marks, with a lengthened letter and with other alefs."""
    root = page.url.partition(FORM)[0]
    script = f"""async (kind) => {{
      const {{ indexed, search }} = await import("{root}assets/form/name-search.js");
      const entries = (await (await fetch("{root}data/form.json")).json())[kind];
      const index = indexed(entries);
      const spelt = (text) => [text, text.toUpperCase(), text.replace(/[أإآ]/g, "ا"), text.replaceAll("ا", "أ"), text.replaceAll("ة", "ه"),
        text.replaceAll("ي", "ى"), text.replace(/^(..)/, "$1ـ"), text.normalize("NFD"), text.replaceAll("-", " ")];
      const asked = entries.flatMap((entry) => [entry.key, entry.name, ...entry.names.map((name) => name.text), ...(entry.hidden ?? [])]
        .flatMap(spelt).map((text) => [entry.key, text]));
      return [asked.length, asked.filter(([key, text]) => !search(text, index).some((found) => found.entry.key === key))];
    }}"""
    count, missed = page.evaluate(script, kind)
    assert count > 500
    assert missed == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3", {"value": 3}),
        ("none", {"value": 0}),
        ("at least 10", {"value": {"min": 10}}),
        ("10+", {"value": {"min": 10}}),
        ("up to 5", {"value": {"max": 5}}),
        ("2 to 4", {"value": {"min": 2, "max": 4}}),
        ("٢ - ٤", {"value": {"min": 2, "max": 4}}),
        ("about 20", {"value": {"min": 20, "max": 20, "approximate": True}}),
        ("1,200", {"value": 1200}),
        ("4 to 2", {"message": "the smaller number comes first"}),
        ("several", {"message": "write a number as the report gives it: 3, at least 10, 2 to 4, about 20, none"}),
    ],
)
def test_counts_in_words(asked: Callable[..., list[Any]], typed: str, expected: dict[str, Any]) -> None:
    """A count as a contributor writes it becomes what the archive keeps, and nothing is guessed."""
    assert asked("stated-count.js", "readCount", "readCount(x)", [typed]) == [expected]
