"""Every field of text of every kind of record against hostile texts: refused, or shown as the text it is."""

import copy
import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import lxml.etree
import lxml.html
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from synthetic_project import FILES, ROOT, copied_project

from generator.archive.link import link
from generator.checking.check import Check, check
from generator.checking.schema.validation import check_schema
from generator.datasets.datasets import Dataset, datasets
from generator.model.records import Records
from generator.pages.incident_row import incident_rows
from generator.pages.search_records import search_records
from generator.pages.site import site_pages
from generator.publishing import mkdocs_plugin
from generator.publishing.catalogue_file import read_catalogue
from generator.publishing.production import Production
from generator.publishing.rendering import Renderer
from generator.reading.folder import RawRecord, Reading, read_archive

TODAY = date(2026, 11, 22)

MARKUP = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style></textarea></noscript><svg/onload=alert(1)>",
    "x<img src=x onerror=alert(1)>",
    "<iframe srcdoc='x'>",
    "<!--<script>",
    "]]><script>alert(1)</script>",
    "<a href=javascript:alert(1)>x</a>",
    "<base href=https://evil.example/>",
    "<math><mtext><style><img title='</style><img src onerror=alert(1)>'>",
)
"""Texts that hold a tag: the check refuses them wherever they stand."""

PLAIN = (
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    "x onload=alert(1)",
    "javascript:alert(1)",
    "{{ 7 * 7 }}",
    "{{ config.__class__ }}",
    "{% raw %}{% endraw %}{% include 'x' %}",
    "{# x #}",
    "${7*7} #{7*7} <%",
    "]]> --> */",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62; &amp;amp;",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\\u003cscript\\u003e \\x3cscript",
    "=HYPERLINK(1)",
    "@SUM(1+1)",
    "+1+1 and -1",
    "[x](javascript:alert(1))",
    "*x* _y_ # z",
    "3 < 4 > 2 & 1",
    "الحسكة <ب> و'ج'",
)
"""Texts without a tag, which the check accepts as what they are."""

TRANSLATED = {
    "archive.yml": FILES["archive.yml"]
    + """languages: [en, ar]
translations:
  ar: {title: Synthetic other title, description: Synthetic other description., scope: Synthetic other scope., about: Synthetic other text., known_weaknesses: Synthetic other weaknesses.}
""",
    "vocabulary/means.yml": FILES["vocabulary/means.yml"].replace(
        "definition: Synthetic definition.",
        "definition: Synthetic definition., translations: {ar: {label: Synthetic other means}}",
    ),
    "vocabulary/types.yml": FILES["vocabulary/types.yml"].replace(
        "definition: Synthetic definition.",
        "definition: Synthetic definition., translations: {ar: {label: Synthetic other type, definition: Synthetic other meaning.}}",
    ),
    "records/2024/one.md": FILES["records/2024/one.md"].replace(
        "type: strike",
        "translations: {ar: {title: Synthetic other strike, body: Synthetic other account.}}\ntype: strike",
    ),
}
BILINGUAL = FILES | TRANSLATED
"""The synthetic archive with Arabic pages and every field that only they show."""

MARKDOWN = {
    ("archive.yml", ("about",)),
    ("archive.yml", ("known_weaknesses",)),
    ("archive.yml", ("translations", "ar", "about")),
    ("archive.yml", ("translations", "ar", "known_weaknesses")),
    ("records/2024/one.md", ("translations", "ar", "body")),
}
"""Fields that are Markdown: what they turn into is held to account in tests/pages/test_narrative.py."""

NEVER_SHOWN = (
    "locations/north-base.yml: hidden_names.0",
    "records/2024/ten.md: title",
    "records/2024/ten.md: corrections.0.was",
    "records/2024/ten.md: corrections.0.now",
    "sources/agency.yml: hidden_names.0",
)
"""Misspellings are for searching only, and what a withdrawn record said is not repeated."""


@dataclass(frozen=True)
class Field:
    """One field of text: the file below `incidents/` and the way to the field in it."""

    file: str
    loc: tuple[str | int, ...]

    @property
    def name(self) -> str:
        return f"{self.file}: {'.'.join(map(str, self.loc))}"


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """The synthetic archive as read, with nothing wrong in it."""
    root = copied_project(tmp_path_factory.mktemp("hostile") / "project", BILINGUAL)
    read = read_archive(root / "incidents", prefix="incidents")
    assert [f for f in check(read, today=TODAY, mint=lambda: "syn-0000000").findings if f.level == "error"] == []
    return read


@pytest.fixture(scope="module")
def fields(reading: Reading) -> list[Field]:
    """Every field that takes any text: neither an id, a key, a date nor one of a few words."""
    found = []
    for number, raw in enumerate(reading.raw):
        for loc in leaves(raw.value):
            other = written(raw, {loc: "Synthetic other text"})
            if check_schema(other, lambda: "syn-0000000")[0] is None:
                continue
            read = Reading((*reading.raw[:number], other, *reading.raw[number + 1 :]), ())
            if check(read, today=TODAY, mint=lambda: "syn-0000000").errors == 0:
                found.append(Field(raw.path.removeprefix("incidents/"), loc))
    return found


def leaves(value: Any, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every text in a record."""
    if isinstance(value, str):
        yield loc
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from leaves(inner, (*loc, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(inner, (*loc, number))


def written(raw: RawRecord, texts: Mapping[tuple[str | int, ...], str]) -> RawRecord:
    """The record with other texts in some fields."""
    value = copy.deepcopy(raw.value)
    for loc, text in texts.items():
        holder: Any = value
        for step in loc[:-1]:
            holder = holder[step]
        holder[loc[-1]] = text
    return replace(raw, value=value)


def poisoned(reading: Reading, fields: list[Field], payload: str) -> tuple[Reading, dict[Field, str]]:
    """The archive with the payload in every field, a number behind it telling which, and those texts."""
    texts = {field: f"{payload} n{number:03}" for number, field in enumerate(fields)}
    raws = tuple(
        written(raw, {f.loc: text for f, text in texts.items() if f.file == raw.path.removeprefix("incidents/")})
        for raw in reading.raw
    )
    return Reading(raws, ()), texts


def rendered(records: Records) -> tuple[dict[str, str], tuple[Dataset, ...]]:
    """Every page's HTML in every language by its address, and every dataset."""
    archive = link(records)
    data = tuple(datasets(archive, site_url="https://example.org/"))
    pages = site_pages(archive, found=search_records(archive, incident_rows(archive)))
    addresses = [*(page.address for page in pages), *(entry.path for entry in data)]
    translated = [page.address for page in pages if page.translated]
    html = {}
    for language in archive.settings.languages:
        renderer = Renderer(
            ROOT / "site_templates" / "pages",
            addresses,
            catalogue=read_catalogue(ROOT / "site_templates" / "texts", language),
            translated=translated,
        )
        html |= {
            renderer.address(page.address): renderer.render(page)
            for page in pages
            if page.translated or language == archive.settings.languages[0]
        }
    return html, data


def parsed(html: str) -> lxml.html.HtmlElement:
    """A page as a browser would read it."""
    return lxml.html.document_fromstring(f"<html><body>{html}</body></html>")


def structure(html: str) -> Counter[tuple[str, tuple[str, ...]]]:
    """How often each element with its attributes stands in a page."""
    return Counter((str(e.tag), tuple(sorted(e.attrib))) for e in parsed(html).iter() if not callable(e.tag))


Structures = dict[str, Counter[tuple[str, tuple[str, ...]]]]


@pytest.fixture(scope="module")
def harmless(reading: Reading, fields: list[Field]) -> Mapping[bool, Structures]:
    """The structure of every page when all texts are harmless ones, in Latin letters and in Arabic ones."""
    found = {}
    # A name in another script than the page's stands beside the other one.
    for in_arabic, text in ((False, "Synthetic harmless text"), (True, "نص اصطناعي")):
        read, _ = poisoned(reading, plain(fields), text)
        pages, _ = rendered(check(read, today=TODAY, mint=lambda: "syn-0000000").records)
        found[in_arabic] = {address: structure(html) for address, html in pages.items()}
    return found


def plain(fields: list[Field]) -> list[Field]:
    """The fields that are no Markdown."""
    return [field for field in fields if (field.file, field.loc) not in MARKDOWN]


def test_the_fields_are_all_there(fields: list[Field]) -> None:
    """The synthetic archive fills a great many fields of text, of every kind of record."""
    assert {field.file.split("/")[0] for field in fields} == {
        "archive.yml",
        "actors",
        "locations",
        "records",
        "reports",
        "series",
        "sources",
        "tallies",
        "vocabulary",
    }
    assert len(fields) > 100


@pytest.mark.parametrize("payload", MARKUP)
def test_the_check_refuses_markup_in_every_field(reading: Reading, fields: list[Field], payload: str) -> None:
    """A text with a tag in it is refused in every field, by name."""
    read, _ = poisoned(reading, fields, payload)
    errors = [f for f in check(read, today=TODAY, mint=lambda: "syn-0000000").findings if f.rule == "X501"]
    refused = Counter(f.path.removeprefix("incidents/") for f in errors)
    assert refused == Counter(field.file for field in fields)


@pytest.mark.parametrize("payload", PLAIN)
def test_the_check_accepts_every_other_text(reading: Reading, fields: list[Field], payload: str) -> None:
    """A text without a tag is accepted in every field that is no Markdown, whatever signs it holds."""
    read, _ = poisoned(reading, plain(fields), payload)
    assert [
        (f.rule, f.path, f.message)
        for f in check(read, today=TODAY, mint=lambda: "syn-0000000").findings
        if f.level == "error"
    ] == []


@pytest.mark.parametrize("payload", [*MARKUP, *PLAIN])
def test_no_text_changes_a_page(
    reading: Reading, fields: list[Field], harmless: Mapping[bool, Structures], payload: str
) -> None:
    """Even where the check is passed over, a text in any field adds no element and no attribute to any page, and stands there letter for letter."""
    read, texts = poisoned(reading, plain(fields), payload)
    pages, data = rendered(check(read, today=TODAY, mint=lambda: "syn-0000000").records)
    usual = harmless["ب" in payload]
    assert {
        address: (structure(html) - usual[address], usual[address] - structure(html))
        for address, html in pages.items()
        if structure(html) != usual[address]
    } == {}
    told = " ".join(" ".join(text_of(html)) for html in pages.values())
    kept = json.loads(next(entry.content for entry in data if entry.path == "data/incidents.json"))
    told += " ".join(strings(kept))
    missing = [field.name for field, text in texts.items() if one_line(text) not in told]
    assert missing == list(NEVER_SHOWN)


def text_of(html: str) -> Iterator[str]:
    """The texts of a page, of attributes too."""
    page = parsed(html)
    yield one_line(page.text_content())
    for element in page.iter():
        yield from map(one_line, element.attrib.values())


def strings(value: Any) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield one_line(value)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("payload", [*MARKUP, *PLAIN])
def test_no_text_changes_the_data(reading: Reading, fields: list[Field], payload: str) -> None:
    """Even where the check is passed over, every dataset keeps its form, and no cell is a formula."""
    read, _ = poisoned(reading, plain(fields), payload)
    data = tuple(
        datasets(link(check(read, today=TODAY, mint=lambda: "syn-0000000").records), site_url="https://example.org/")
    )
    usual = tuple(
        datasets(link(check(reading, today=TODAY, mint=lambda: "syn-0000000").records), site_url="https://example.org/")
    )
    # The name of a file of explore's holds a digest of what is in it.
    named = [[re.sub(r"-[0-9a-f]{10}(?=\.js$)", "", entry.path) for entry in entries] for entries in (data, usual)]
    assert named[0] == named[1]
    for entry, before in zip(data, usual, strict=True):
        assert form(entry) == form(before), entry.path
        if entry.path.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(entry.content.decode())) for cell in row]
            assert [cell for cell in cells if cell[:1] in "=+@\t\r" and cell] == []


def form(entry: Dataset) -> object:
    """What of a dataset no text may change: its keys, its columns and rows, its elements."""
    content = entry.content.decode()
    if entry.path.endswith(".csv"):
        rows = list(csv.reader(io.StringIO(content)))
        return rows[0], [len(row) for row in rows]
    if entry.path.endswith(".xml"):
        return Counter(str(e.tag) for e in lxml.etree.fromstring(entry.content).iter())
    if entry.path.endswith(".jsonl"):
        return [shape(json.loads(line)) for line in content.splitlines()]
    if entry.path.endswith(".js"):
        content = content[content.index("(") + 1 : content.rindex(")")]
        content = content[content.index("{") :]
    return shape(json.loads(content))


def shape(value: Any) -> object:
    """A JSON value without its texts and numbers."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return [shape(inner) for inner in value] if isinstance(value, list) else type(value).__name__


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Reading, str], dict[str, str]]:
    """Build a site with MkDocs from records as they were read, whatever the check says of them; give each page's text."""

    def publish(read: Reading, name: str) -> dict[str, str]:
        records = check(read, today=TODAY, mint=lambda: "syn-0000000").records
        archive = link(records)
        made = Production(
            read,
            Check(records, ()),
            archive,
            site_pages(archive),
            tuple(datasets(archive, site_url="https://example.org/")),
        )
        monkeypatch.setattr(mkdocs_plugin, "produce", lambda *_given, **_named: made)
        root = copied_project(tmp_path / name, FILES)
        build(load_config(str(root / "mkdocs.yml"), strict=True))
        return {
            path.relative_to(root / "site").as_posix(): path.read_text(encoding="utf-8")
            for path in (root / "site").rglob("*.html")
        }

    return publish


def test_no_text_changes_a_built_page(
    reading: Reading, fields: list[Field], published: Callable[[Reading, str], dict[str, str]]
) -> None:
    """Under MkDocs and its theme, which print titles and descriptions as they are, no text of a record adds an element to any page."""
    payload = '</title></script><script>alert(1)</script>" onload="alert(2)" \'><img src=x>'
    usual = published(poisoned(reading, plain(fields), "Synthetic harmless text")[0], "usual")
    built = published(poisoned(reading, plain(fields), payload)[0], "built")
    assert built.keys() == usual.keys()
    assert {path for path, html in built.items() if "<script>alert(" in html or "<img src=x" in html} == set()
    assert {path for path, html in built.items() if document(html) != document(usual[path])} == set()
    page = lxml.html.document_fromstring(built["incidents/syn-0000002/index.html"].encode())
    assert payload in page.findtext(".//title")


def document(html: str) -> Counter[tuple[str, tuple[str, ...]]]:
    """How often each element with its attributes stands in a whole page."""
    return Counter(
        (str(e.tag), tuple(sorted(e.attrib)))
        for e in lxml.html.document_fromstring(html.encode()).iter()
        if not callable(e.tag)
    )


HIDDEN = {
    "\u202e": "right-to-left override",
    "\u2066": "isolate",
    "\u200b": "zero width space",
    "\ufeff": "byte order mark",
    "\U000e0041": "tag",
    "\x07": "bell",
}


@pytest.mark.parametrize("escaped", [False, True], ids=["as it is", "escaped"])
@pytest.mark.parametrize("sign", HIDDEN, ids=HIDDEN.values())
def test_signs_that_hide_are_refused(tmp_path: Path, sign: str, escaped: bool) -> None:
    """A sign that changes what a reader sees is refused, typed as it is or as an escape."""
    typed = f"\\U{ord(sign):08x}" if escaped else sign
    text = FILES["records/2024/number-2.md"].replace(
        "title: Synthetic strike number 2", f'title: "Synthetic {typed} strike"'
    )
    root = copied_project(tmp_path / "project", {**FILES, "records/2024/number-2.md": text})
    checked = check(read_archive(root / "incidents", prefix="incidents"), today=TODAY, mint=lambda: "syn-0000000")
    assert [(f.level, f.path) for f in checked.findings if f.level == "error"] == [
        ("error", "incidents/records/2024/number-2.md")
    ]
