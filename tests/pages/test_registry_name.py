"""Names of registry entries, said by the name they have in the page's language."""

import pytest

from generator.archive.archive import Archive
from generator.model.vocabulary import Term
from generator.pages.registry_name import (
    actor_link,
    location_link,
    registry_name,
    source_link,
    term_label,
    term_name,
)
from generator.texts.catalogue import IN_ENGLISH, Catalogue
from generator.texts.text import said

ARABIC = Catalogue("ar")


def test_an_entry_is_called_by_its_first_name_in_the_language(tiny_archive: Archive) -> None:
    """A location, a source and an actor with an Arabic name have it on Arabic pages, and lead to the same page."""
    links = (
        location_link(tiny_archive, "testland"),
        source_link(tiny_archive, "observatory"),
        actor_link(tiny_archive, "test-front"),
    )
    assert [(said(link.text, IN_ENGLISH), said(link.text, ARABIC), link.address) for link in links] == [
        ("Testland", "أرض الاختبار", "locations/testland/"),
        ("Synthetic Observatory", "المرصد", "sources/observatory/"),
        ("Synthetic Front", "الجبهة", "actors/test-front/"),
    ]


def test_an_entry_without_one_keeps_its_name(tiny_archive: Archive) -> None:
    """Nothing is spelt by guess: without an Arabic name the name stands as the record has it."""
    assert said(location_link(tiny_archive, "northshire").text, ARABIC) == "Northshire"


def test_another_english_spelling_is_not_the_name(tiny_archive: Archive) -> None:
    """Other names in English are spellings, and do not replace the name on English pages."""
    name = registry_name(tiny_archive.records.locations["alpha-base"])
    assert (said(name, IN_ENGLISH), said(name, ARABIC)) == ("Alpha base", "Alpha base")


def test_a_term_is_called_by_its_translation(tiny_archive: Archive) -> None:
    """A term has the label of its translation, and its own where there is none; a key without a term is itself."""
    term = Term.model_validate(
        {"label": "Synthetic", "definition": "For tests.", "translations": {"ar": {"label": "اصطناعي"}}}
    )
    assert (said(term_label(term), IN_ENGLISH), said(term_label(term), ARABIC)) == ("Synthetic", "اصطناعي")
    assert said(term_name(tiny_archive, "means", "uav"), ARABIC) == "Synthetic drone"
    assert said(term_name(tiny_archive, "means", "nowhere"), ARABIC) == "nowhere"


@pytest.mark.parametrize("language", ["fa", "ckb"])
def test_a_name_in_one_language_is_not_used_in_another(tiny_archive: Archive, language: str) -> None:
    """An Arabic name does not stand on a page in another language of the same script."""
    assert said(location_link(tiny_archive, "testland").text, Catalogue(language)) == "Testland"
