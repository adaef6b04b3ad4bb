"""Rendering in the languages of a site, and for a folder without a server."""

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.pages.page import Page
from generator.publishing.rendering import Renderer
from generator.texts.catalogue import Catalogue
from generator.texts.text import Name, Text, say

ADDRESSES = ("", "incidents/", "incidents/x/", "rules/", "feed.xml")
TRANSLATED = ("", "incidents/", "incidents/x/")
ARABIC = Catalogue(
    "ar", MappingProxyType({("", "Synthetic words"): ("كلمات",), ("", "Read by {who}"): ("قرأه {who}",)})
)


OURS = say("Synthetic words")


@dataclass(frozen=True)
class View:
    ours: Text = OURS
    foreign: str = "<b>Foreign</b>"
    name: str = Name("Synthetic", {"ar": "تجريبي"})


def renderer(folder: Path, *, flat: bool = False, catalogue: Catalogue = ARABIC) -> Renderer:
    """A renderer of a site whose first language is English."""
    return Renderer(folder, ADDRESSES, catalogue=catalogue, translated=TRANSLATED, flat=flat)


def rendered(folder: Path, template: str) -> str:
    """What a template makes of the view in Arabic."""
    (folder / "page.html.j2").write_text(template, encoding="utf-8")
    return renderer(folder).render(Page("incidents/x/", "Synthetic", "Synthetic.", "page.html.j2", View()))


def test_words_of_a_view_are_said_in_the_page_s_language(tmp_path: Path) -> None:
    """A view made in English shows its words in Arabic on an Arabic page."""
    assert rendered(tmp_path, "{{ view.ours }}, {{ view.name }}") == "كلمات, تجريبي"


def test_values_are_escaped_inside_a_message(tmp_path: Path) -> None:
    """What a stranger wrote is escaped and isolated inside a sentence of ours; markup of a macro is kept."""
    template = '{% macro em(t) %}<em>{{ t }}</em>{% endmacro %}{{ say("Read by {who}", who=view.foreign) }} {{ say("Read by {who}", who=em("x")) }}'
    assert rendered(tmp_path, template) == (
        "قرأه \N{FIRST STRONG ISOLATE}&lt;b&gt;Foreign&lt;/b&gt;\N{POP DIRECTIONAL ISOLATE} قرأه <em>x</em>"
    )


@pytest.mark.parametrize(
    ("expression", "attributes"),
    [
        ("lang(view.foreign)", ' lang="en" dir="ltr"'),
        ("lang(view.ours)", ""),
        ("lang(view.name)", ""),
        ("lang(view.foreign, 'ar')", ""),
        ("lang(view.foreign, 'fa')", ' lang="fa" dir="rtl"'),
    ],
)
def test_a_text_states_its_language_where_it_is_another(tmp_path: Path, expression: str, attributes: str) -> None:
    """Only what stands in another language than its page says which."""
    assert rendered(tmp_path, f"{{{{ {expression} }}}}") == attributes


@pytest.mark.parametrize(
    ("origin", "target", "link", "flat"),
    [
        ("incidents/x/", "incidents/", "../", "../incidents.html"),
        ("incidents/x/", "", "../../", "../../ar.html"),
        ("", "incidents/x/", "incidents/x/", "ar/incidents/x.html"),
        ("incidents/x/", "rules/", "../../../rules/", "../../rules.html"),
        ("incidents/x/", "feed.xml", "../../../feed.xml", "../../feed.xml"),
        ("incidents/x/", "incidents/x/#when", "#when", "#when"),
    ],
)
def test_links_stay_in_the_language_where_the_page_exists_in_it(
    tmp_path: Path, origin: str, target: str, link: str, flat: str
) -> None:
    """A page of another language links to its own tree, and to the first language for what has no other."""
    assert (renderer(tmp_path).href(origin, target), renderer(tmp_path, flat=True).href(origin, target)) == (link, flat)


def test_an_english_page_says_what_records_in_another_language_have_in_english(tmp_path: Path) -> None:
    """Where English is not the language of the records, a name is said by its English one, on its own and in a sentence."""
    (tmp_path / "page.html.j2").write_text(
        "{{ view.name }}, {{ told(view.name) }}, {{ lang(view.name) }}", encoding="utf-8"
    )
    english = Renderer(tmp_path, ["incidents/x/"], first_language="ar", translated=["incidents/x/"])

    class Named:
        name = Name("تجريبي", {"en": "Synthetic"})

    page = Page("incidents/x/", "Synthetic", "Synthetic.", "page.html.j2", Named())
    assert english.render(page) == "Synthetic, <bdi>Synthetic</bdi>, "
