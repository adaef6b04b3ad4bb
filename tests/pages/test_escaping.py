"""Whatever text a stranger writes, the format around it is read back as it was meant."""

import csv
import html.parser
import io
import re
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.pages.escaping import csv_cell, html_text, xml_text

ANY_TEXT = st.text(st.characters(exclude_categories=[]))
TEXT = st.text()
FORMULA_SIGNS = "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20"


def csv_text(cell: str) -> str:
    """The text that `csv_cell` was given: without the apostrophe it puts before any others that precede such a sign."""
    return cell[1:] if re.match(f"'+[{re.escape(FORMULA_SIGNS)}]", cell) else cell


@given(st.sampled_from(FORMULA_SIGNS), TEXT)
def test_formula_gets_an_apostrophe(sign: str, rest: str) -> None:
    """A cell that a spreadsheet would run as a formula begins with an apostrophe instead."""
    assert csv_cell(sign + rest) == f"'{sign}{rest}"


@pytest.mark.parametrize("text", ["", "2024-02-01", "XXXX-12-31", "'Ayn al-Asad", "قاعدة", "a=1", " =1", "−5"])
def test_other_text_stays(text: str) -> None:
    """Text that no spreadsheet takes for a formula is written as it is."""
    assert csv_cell(text) == text


@given(TEXT)
@example("=1")
@example("'=1")
@example("''@x")
@example("'")
@example("'Ayn")
def test_csv_cell_can_be_undone(text: str) -> None:
    """From a guarded cell the text itself can always be had again."""
    assert csv_text(csv_cell(text)) == text


@given(st.lists(TEXT, min_size=2, max_size=5))
def test_csv_reads_back(texts: list[str]) -> None:
    """A row of guarded cells keeps its cells, whatever quotes, commas and line ends they hold."""
    file = io.StringIO(newline="")
    csv.writer(file).writerow(map(csv_cell, texts))
    rows = list(csv.reader(io.StringIO(file.getvalue(), newline="")))
    assert [[csv_text(cell) for cell in row] for row in rows] == [texts]


@given(ANY_TEXT)
@example("\x0b\x00\ud800\ufffe\r\n\r]]>")
def test_xml_reads_back(text: str) -> None:
    """Every text is readable XML as content and as an attribute."""
    element = ElementTree.Element("a", {"b": xml_text(text)})
    element.text = xml_text(text)
    read = ElementTree.fromstring(ElementTree.tostring(element, encoding="utf-8"))
    assert (read.text or "", read.get("b")) == (xml_text(text), xml_text(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x0bb\x00c", "a\ufffdb\ufffdc"),
        ("\ud800\ufffe\uffff", "\ufffd\ufffd\ufffd"),
        ("a\r\nb\rc\td", "a\nb\nc\td"),
        ("قاعدة \U0001f600", "قاعدة \U0001f600"),
    ],
)
def test_xml_text(text: str, expected: str) -> None:
    """Signs that XML forbids become U+FFFD and line ends become line feeds; all else stays."""
    assert xml_text(text) == expected


class Read(html.parser.HTMLParser):
    """What a parser makes of a page: its tags with their attributes, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


@given(TEXT)
@example('"><script>alert(1)</script>')
@example("'onload='x")
@example("&amp;&lt")
def test_html_reads_back(text: str) -> None:
    """Text stays text in an element and in an attribute with either kind of quotes."""
    page = Read()
    page.feed(f"<p title=\"{html_text(text)}\" lang='{html_text(text)}'>{html_text(text)}</p>")
    page.close()
    assert (page.tags, page.text) == ([("p", [("title", text), ("lang", text)])], text)
