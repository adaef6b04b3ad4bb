"""The documents say what is so: their examples pass the check, their commands, paths, rules and numbers exist."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import click
import pytest
from pydantic import BaseModel

from generator.archive.archive import Archive
from generator.archive.link import link
from generator.checking.catalogue import CODES
from generator.checking.check import check
from generator.checking.formats import render
from generator.cli import main
from generator.model.edtf import parse_edtf
from generator.model.entry import Entry
from generator.pages.codebook_page import CodebookView, codebook_page
from generator.pages.site import site_pages
from generator.reading.finding import Finding
from generator.reading.folder import Reading, read_archive
from generator.reading.record_file import read_record

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = tuple(
    sorted(path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("*.md"), *ROOT.glob(".github/*.md")))
)
GUIDES = ("README.md", "CONTRIBUTING.md")
PLACEHOLDER = re.compile(r"<[a-z-]+>")
INVENTED_BY_READERS = frozenset({"incidents/records/2024/2024-03-15-my-first-record.md"})
"""Paths that the documents tell a reader to make."""
FRESH = "syb-9q9q9q9"
"""The id that the check offers."""


class Block(NamedTuple):
    """A fenced block of a document."""

    document: str
    line: int
    language: str
    text: str


def text_of(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def blocks() -> Iterator[Block]:
    for document in DOCUMENTS:
        text = text_of(document)
        for found in re.finditer(r"^```([a-z]*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
            yield Block(document, text.count("\n", 0, found.start()) + 1, found[1], found[2])


def spans(document: str) -> list[str]:
    """The code spans of a document, without its fenced blocks."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", text_of(document), flags=re.MULTILINE | re.DOTALL))


def code(document: str) -> list[str]:
    """Every line of code of a document: its code spans and the lines of its console blocks."""
    console = [
        line.removeprefix("$ ").partition("#")[0]
        for block in blocks()
        if block.document == document and block.language == "console"
        for line in block.text.splitlines()
    ]
    return [text.strip() for text in (*spans(document), *console)]


EXAMPLES = [block for block in blocks() if block.language in ("markdown", "yaml")]
RECORD = next((block.text for block in EXAMPLES if block.language == "markdown"), "")


@pytest.fixture(scope="module")
def reading() -> Reading:
    """The records of this repository as they are read."""
    return read_archive(ROOT / "incidents")


@pytest.fixture(scope="module")
def archive(reading: Reading) -> Archive:
    """The archive of this repository."""
    return link(check(reading, today=date(2026, 11, 22), mint=lambda: FRESH).records)


def findings_on(reading: Reading, text: str, path: str = "incidents/records/2024/an-example.md") -> list[Finding]:
    """What the check finds in one more record of this archive."""
    record, found = read_record(text.encode(), path=path, kind="incident")
    assert record is not None, found
    outcome = check(
        Reading((*reading.raw, record), (*reading.findings, *found)), today=date(2027, 1, 1), mint=lambda: FRESH
    )
    return [finding for finding in outcome.findings if finding.path == path]


def test_there_are_documents_and_examples() -> None:
    """The tests below see the guides and their examples."""
    assert set(GUIDES) <= set(DOCUMENTS)
    assert {block.language for block in EXAMPLES if block.document == "CONTRIBUTING.md"} == {"markdown", "yaml"}
    assert RECORD.startswith("---\n")


@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: f"{block.document}:{block.line}")
def test_examples_pass_the_check(block: Block, reading: Reading) -> None:
    """A record in a document passes the check of this archive but for the id that the check prints; a part of a record passes in that record."""
    text = block.text if block.language == "markdown" else RECORD.replace("---\n", "---\n" + block.text, 1)
    unfinished = [finding for finding in findings_on(reading, text) if finding.level == "error"]
    assert [(finding.name, finding.suggestion.replacement if finding.suggestion else "") for finding in unfinished] == [
        ("missing-id", f"id: {FRESH}\n")
    ]
    mended = text.replace("---\n", f"---\nid: {FRESH}\n", 1)
    assert [(finding.rule, finding.message) for finding in findings_on(reading, mended)] == []


def test_the_finding_shown_is_what_the_check_prints(reading: Reading) -> None:
    """The finding in the guide for contributors is that of its record with the mistake it shows, word for word."""
    shown = next(block.text for block in blocks() if block.language == "text")
    place = re.search(r"--> (\S+):(\d+):(\d+)$", shown, re.MULTILINE)
    line = re.search(r"^4 \| (.*)$", shown, re.MULTILINE)
    assert place is not None
    assert line is not None
    record = RECORD.replace("---\n", f"---\nid: {FRESH}\n", 1)
    right = record.splitlines()[int(place[2]) - 1]
    mistaken = record.replace(right, line[1])
    found = findings_on(reading, mistaken, place[1])
    printed = render("full", found, line_of=lambda _, number: mistaken.splitlines()[number - 1], files=1)
    assert printed.partition("\n\n")[0] + "\n" == shown


def test_a_first_timer_sees_two_commands() -> None:
    """The guide for contributors shows one block of commands: make a record, check it."""
    consoles = [block.text for block in blocks() if (block.document, block.language) == ("CONTRIBUTING.md", "console")]
    assert [[line.partition("#")[0].strip() for line in text.splitlines()] for text in consoles] == [
        ["$ archive new", "$ archive check"]
    ]


PICTURES = sorted(
    {(document, name) for document in GUIDES for name in re.findall(r"!\[[^]]+\]\(([^)]+)\)", text_of(document))}
)


def test_there_are_pictures() -> None:
    """The guides show the site and the form."""
    assert PICTURES == [
        ("CONTRIBUTING.md", ".github/images/form.png"),
        ("README.md", ".github/images/explore.png"),
        ("README.md", ".github/images/incident.png"),
    ]


@pytest.mark.parametrize(("document", "name"), PICTURES)
def test_pictures_are_light_and_tell_nothing_else(document: str, name: str) -> None:
    """A picture is a PNG under 150 kB without texts about where it was made."""
    content = (ROOT / name).read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n"), document
    assert len(content) < 150_000
    assert [kind for kind in (b"tEXt", b"zTXt", b"iTXt", b"eXIf") if kind in content] == []


def commands() -> list[tuple[str, list[str]]]:
    """Every call of `archive` or of the generator's module in the documents: the document and the words behind it."""
    called = re.compile(r"(?:archive|python -m generator) (.+)")
    return [
        (document, found[1].split())
        for document in DOCUMENTS
        for line in code(document)
        if (found := called.fullmatch(line))
    ]


@pytest.mark.parametrize(
    ("document", "words"), commands(), ids=lambda value: " ".join(value) if isinstance(value, list) else value
)
def test_commands_exist(document: str, words: list[str]) -> None:
    """Every command that a document names exists, with the options it is given there."""
    group = click.Context(main)
    if words == ["--help"]:
        return
    assert words[0] in main.list_commands(group)
    command = main.get_command(group, words[0])
    assert command is not None
    known = {
        option
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in (*parameter.opts, *parameter.secondary_opts)
    }
    assert [
        word for word in words[1:] if word.startswith("-") and word.partition("=")[0] not in {*known, "--help"}
    ] == []


def test_options_take_the_values_they_are_given() -> None:
    """A value given to an option in a document is one it takes."""
    for document, words in commands():
        command = main.get_command(click.Context(main), words[0])
        for option, value in pairwise(words):
            for parameter in command.params if command else ():
                if option in parameter.opts and isinstance(parameter.type, click.Choice):
                    assert value in parameter.type.choices, (document, words)


def test_the_commands_a_contributor_needs_are_named() -> None:
    """The guide for contributors names how to make, check and see a record, and how to ask about a rule."""
    named = {words[0] for document, words in commands() if document == "CONTRIBUTING.md"}
    assert {"new", "check", "serve", "explain"} <= named


@pytest.mark.parametrize("document", DOCUMENTS)
def test_make_targets_exist(document: str) -> None:
    """Every `make` target that a document names is in the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):.*##", text_of("Makefile"), re.MULTILINE))
    named = {found[1] for line in code(document) if (found := re.match(r"make ([a-z-]+)", line))}
    assert sorted(named - targets) == []


def paths() -> list[tuple[str, str]]:
    """Every path of this repository that a document names, in code or as a link."""
    tops = "|".join(
        sorted(re.escape(path.name) for path in ROOT.iterdir() if path.is_dir() and not path.name.endswith("egg-info"))
    )
    named = re.compile(rf"(?:{tops})/[^\s`]*")
    found = []
    for document in DOCUMENTS:
        linked = [target for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text_of(document)) if "://" not in target]
        found += [(document, text) for text in (*linked, *(span for span in spans(document) if named.fullmatch(span)))]
    return sorted(set(found))


@pytest.mark.parametrize(("document", "path"), paths())
def test_paths_exist(document: str, path: str) -> None:
    """Every file or folder that a document names exists; `<key>` stands for any, and a file to be made has its folder."""
    if path in INVENTED_BY_READERS:
        assert (ROOT / path).parent.is_dir()
        assert not (ROOT / path).exists(), f"{document} would have a reader write over {path}"
        return
    pattern = PLACEHOLDER.sub("*", path)
    assert list(ROOT.glob(pattern.rstrip("/"))) != [], f"{document} names {path}"


def test_the_house_is_drawn_as_it_stands() -> None:
    """Every folder in the drawings of the house exists, as do the packages and kinds of record named there."""
    drawing = next(block.text for block in blocks() if block.document == "README.md" and "generator/" in block.text)
    told = dict(re.findall(r"^([a-z_]+)/ +(.+)$", drawing, re.MULTILINE))
    assert [folder for folder in told if not (ROOT / folder).is_dir()] == []
    packages = [name.strip() for name in told["generator"].partition(":")[2].split(",")]
    assert packages != []
    assert [name for name in packages if not (ROOT / "generator" / name / "__init__.py").is_file()] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_rules_exist(document: str) -> None:
    """Every rule that a document names by its code exists."""
    assert sorted(set(re.findall(r"\b[DPRSXY][0-9]{3}\b", text_of(document))) - CODES) == []


@pytest.mark.parametrize("document", GUIDES)
def test_dates_can_be_read(document: str) -> None:
    """Every date that a guide gives as an example is one."""
    for text in code(document):
        if re.fullmatch(r"(?:[0-9X]{4}(?:-[0-9X]{2}){0,2}[?~%]?/?){1,2}", text) and "-" in text:
            assert parse_edtf(text).text == text


@pytest.mark.parametrize("document", GUIDES)
def test_fields_exist(document: str) -> None:
    """Every field that a guide gives in code, as `field: value`, is a field of a record."""
    fields = {name for model in models() for name in model.model_fields} | {"narrative"}
    named = {found for text in spans(document) for found in re.findall(r"(?:^|[{,] ?)([a-z_]+):(?= )", text)}
    assert sorted(named - fields) == []


@pytest.mark.parametrize("document", GUIDES)
def test_pages_exist(document: str, archive: Archive) -> None:
    """Every page of the site that a guide names by its address exists."""
    addresses = {f"/{page.address}" for page in site_pages(archive)}
    assert [text for text in spans(document) if re.fullmatch(r"/[a-z/]+/", text) and text not in addresses] == []


def test_keys_in_the_guides_exist(archive: Archive) -> None:
    """The location that `archive new` is said to offer for a misspelling exists and bears that name."""
    found = re.search(r"type `(\w+)` and it offers\s`([a-z-]+)`", text_of("CONTRIBUTING.md"))
    assert found is not None
    place = archive.records.locations[found[2]]
    assert found[1] in {name for names in place.names.values() for name in names} | set(place.hidden_names) | {
        place.name
    }


def test_the_changelog_counts_the_records(archive: Archive) -> None:
    """The changelog gives the number of incidents that there are."""
    numbers = re.findall(r"([0-9]+) incidents", text_of("CHANGELOG.md"))
    assert numbers != []
    assert int(numbers[0]) == len(list((ROOT / "incidents" / "records").rglob("*.*"))) == len(archive.incidents)


def test_the_readme_counts_what_there_is(archive: Archive) -> None:
    """The numbers of incidents, sources and rules in the README are those of the archive and of the check."""
    told = {
        what: int(number) for number, what in re.findall(r"([0-9]+) (incidents|sources|rules)", text_of("README.md"))
    }
    assert told == {
        "incidents": len(archive.incidents),
        "sources": len(archive.records.sources),
        "rules": len(CODES),
    }


def models() -> list[type[BaseModel]]:
    """Every model of a record or of a part of one, but for those that only others are made from."""
    found: list[type[BaseModel]] = []
    waiting = Entry.__subclasses__()
    while waiting:
        model = waiting.pop()
        waiting += model.__subclasses__()
        found.append(model)
    return found


def test_the_codebook_lists_every_field(archive: Archive) -> None:
    """Every field of every model stands in the codebook with a meaning, or with those of the model that takes it over."""
    view = codebook_page(archive).view
    assert isinstance(view, CodebookView)
    listed: dict[str, dict[str, Any]] = {
        entry.anchor: {field.name: field.meaning for field in entry.fields} for entry in (*view.records, *view.parts)
    }
    for model in models():
        if not model.__module__.startswith("generator."):
            continue
        anchor = "entry-" + re.sub(r"(?<!^)(?=[A-Z])", "-", model.__name__).lower()
        if anchor not in listed:
            heirs = [
                "entry-" + re.sub(r"(?<!^)(?=[A-Z])", "-", heir.__name__).lower() for heir in model.__subclasses__()
            ]
            assert heirs, f"{model.__name__} is not in the codebook"
            assert [heir for heir in heirs if not set(model.model_fields) <= set(listed.get(heir, {}))] == []
            continue
        assert list(listed[anchor]) == list(model.model_fields)
        assert [name for name, meaning in listed[anchor].items() if not meaning] == []


MODULES = sorted((ROOT / "generator").rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_public_is_described(module: Path) -> None:
    """Every module and every public class, function and method of the generator has a docstring."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    silent = [] if ast.get_docstring(tree) or module.name == "__main__.py" else ["the module"]

    def look(body: list[ast.stmt], within: str) -> None:
        for node in body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith(
                "_"
            ):
                if not ast.get_docstring(node):
                    silent.append(within + node.name)
                if isinstance(node, ast.ClassDef):
                    look(node.body, f"{within}{node.name}.")

    look(tree.body, "")
    assert silent == []
