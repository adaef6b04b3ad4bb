"""Rendering: a page's view and template to HTML, with every link known to lead somewhere."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from generator.pages.page import Page
from generator.publishing.rendering import BrokenLinkError, Renderer
from generator.texts.catalogue import Catalogue

ADDRESSES = ("", "incidents/", "incidents/x/", "incidents/x/incident.json", "sources/y/")
EMPHASIS = Markup("<em>Synthetic</em>")


@dataclass(frozen=True)
class View:
    text: str = "Synthetic"
    html: Markup = EMPHASIS


def rendered(folder: Path, template: str, *, view: object = View(), address: str = "incidents/x/") -> str:
    """What a template makes of a view."""
    (folder / "page.html.j2").write_text(template, encoding="utf-8")
    return Renderer(folder, ADDRESSES).render(Page(address, "Synthetic title", "Synthetic.", "page.html.j2", view))


def test_a_template_sees_its_view_and_its_page(tmp_path: Path) -> None:
    """A template shows values of the view and of the page."""
    assert (
        rendered(tmp_path, "{{ view.text }} · {{ page.title }} · {{ page.address }}")
        == "Synthetic · Synthetic title · incidents/x/"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ('" onclick="x', "&#34; onclick=&#34;x"),
        ("' x='", "&#39; x=&#39;"),
        ("&lt;", "&amp;lt;"),
        ("{{ 7 * 7 }}{% raw %}", "{{ 7 * 7 }}{% raw %}"),
    ],
)
def test_text_stays_text(tmp_path: Path, text: str, shown: str) -> None:
    """Whatever a view holds is escaped and never read as HTML or as a template, in text and in attributes."""
    assert (
        rendered(tmp_path, '<p title="{{ view.text }}">{{ view.text }}</p>', view=View(text))
        == f'<p title="{shown}">{shown}</p>'
    )


def test_only_finished_html_is_not_escaped(tmp_path: Path) -> None:
    """HTML that our own stage has made and marked goes out as it is."""
    assert rendered(tmp_path, "{{ view.html }}{{ view.text }}", view=View("<b>")) == "<em>Synthetic</em>&lt;b&gt;"


def test_a_missing_value_is_a_fault(tmp_path: Path) -> None:
    """A name that a view does not have ends the build instead of leaving a gap."""
    with pytest.raises(UndefinedError, match="no attribute 'txet'"):
        rendered(tmp_path, "{{ view.txet }}")


def test_lines_of_a_template_leave_no_trace(tmp_path: Path) -> None:
    """Lines that only steer a template add no blank lines to the page."""
    assert rendered(tmp_path, "{% if true %}\n  {% set x = 1 %}\n<p>{{ x }}</p>\n{% endif %}\n") == "<p>1</p>\n"


@pytest.mark.parametrize(
    ("origin", "target", "link"),
    [
        ("incidents/x/", "sources/y/", "../../sources/y/"),
        ("incidents/x/", "", "../../"),
        ("", "incidents/x/", "incidents/x/"),
        ("incidents/x/", "incidents/x/incident.json", "incident.json"),
        ("incidents/x/", "incidents/x/#report-1", "#report-1"),
        ("incidents/", "incidents/x/#report-1", "x/#report-1"),
    ],
)
def test_links_lead_to_pages_of_the_site(tmp_path: Path, origin: str, target: str, link: str) -> None:
    """A link in a template is written relative to the page it stands on."""
    assert rendered(tmp_path, f"{{{{ href({target!r}) }}}}", address=origin) == link
    assert Renderer(tmp_path, ADDRESSES).href(origin, target) == link


@pytest.mark.parametrize(
    ("origin", "target", "message"),
    [
        ("incidents/x/", "sources/z/", "incidents/x/ links to sources/z/, which does not exist"),
        ("", "sources/z/#a", "the home page links to sources/z/#a, which does not exist"),
        ("incidents/x/", "sources/y", "incidents/x/ links to sources/y, which does not exist"),
        ("incidents/x/", "/sources/y/", "incidents/x/ links to /sources/y/, which does not exist"),
        ("incidents/x/", "javascript:alert(1)", "incidents/x/ links to javascript:alert(1), which does not exist"),
        ("incidents/x/", "../incidents/", "incidents/x/ links to ../incidents/, which does not exist"),
    ],
)
def test_a_broken_link_cannot_be_written(tmp_path: Path, origin: str, target: str, message: str) -> None:
    """A link to an address that no page or file has ends the build and names both ends."""
    with pytest.raises(BrokenLinkError) as caught:
        rendered(tmp_path, f"{{{{ href({target!r}) }}}}", address=origin)
    assert str(caught.value) == message


def test_pages_know_nothing_of_one_another(tmp_path: Path) -> None:
    """The same page renders to the same bytes, whatever was rendered before it."""
    (tmp_path / "page.html.j2").write_text("{{ view.text }}{{ href('') }}", encoding="utf-8")
    renderer = Renderer(tmp_path, ADDRESSES)
    page, other = (
        Page(address, "Synthetic", "Synthetic.", "page.html.j2", View(address))
        for address in ("incidents/x/", "incidents/")
    )
    assert [renderer.render(one) for one in (page, other, page)] == [
        "incidents/x/../../",
        "incidents/../",
        "incidents/x/../../",
    ]


def test_what_is_typed_is_set_as_code(tmp_path: Path) -> None:
    """In words shown by `typed`, what stands in backticks becomes code, and all of it is escaped."""
    assert (
        rendered(tmp_path, "{{ typed(view.text) }}", view=View("The `<id>` of a <record>"))
        == "The <code>&lt;id&gt;</code> of a &lt;record&gt;"
    )


@pytest.mark.parametrize(
    ("language", "target", "attributes"),
    [
        ("ar", "sources/y/", ' hreflang="en" data-tongue="بالإنجليزية"'),
        ("ar", "sources/y/#part", ' hreflang="en" data-tongue="بالإنجليزية"'),
        ("ar", "incidents/", ""),
        ("en", "sources/y/", ""),
    ],
)
def test_a_link_out_of_the_language_is_told(tmp_path: Path, language: str, target: str, attributes: str) -> None:
    """A link from a page of another language to one that stands in the first alone bears its language; no other does."""
    (tmp_path / "page.html.j2").write_text("{{ away(view.text) }}", encoding="utf-8")
    words = Catalogue(language, {("", "in English"): ("بالإنجليزية",)})
    renderer = Renderer(tmp_path, ADDRESSES, catalogue=words, translated={"incidents/"})
    assert renderer.render(Page("", "Synthetic title", "Synthetic.", "page.html.j2", View(target))) == attributes


def test_a_page_can_ask_what_the_site_has(tmp_path: Path) -> None:
    """A template may ask whether an address exists before it links to it."""
    assert rendered(tmp_path, "{{ knows('incidents/') }} {{ knows('search/') }}") == "True False"
