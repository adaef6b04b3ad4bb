"""The codebook says everything the models say."""

import pytest
from pydantic import BaseModel
from synthetic_site import texts

from generator.model.meanings import meanings_of
from generator.model.records import MODELS
from generator.model.status import STATUSES
from generator.pages.codebook_page import codebook_page, model_name
from generator.pages.model_text import Form, default_words, form_of, hints_of, models_within, slug_of

ALL_MODELS = tuple(dict.fromkeys(part for model in MODELS.values() for part in models_within(model)))


def plain(text: str) -> str:
    """A model's text as a reader sees it."""
    return " ".join(text.replace("`", "").split())


@pytest.fixture(scope="module")
def page(tiny_archive, rendered):
    """The parsed codebook."""
    return rendered(codebook_page(tiny_archive))


@pytest.mark.parametrize("model", ALL_MODELS, ids=lambda model: model.__name__)
def test_every_field_of_every_model_is_in_the_codebook_with_its_text(model: type[BaseModel], page):
    """Each field has a row with its name, a form and the model's own text, at an address of its own."""
    heading = page.xpath(f"//h3[@id='entry-{slug_of(model)}']")
    assert len(heading) == 1
    assert model_name(model) in heading[0].text_content()
    for name in model.model_fields:
        rows = page.xpath(f"//tr[@id='{slug_of(model)}-{name.replace('_', '-')}']")
        assert len(rows) == 1
        assert texts(rows[0], "./th/a") == [name]
        assert texts(rows[0], "./td[1]") != [""]
        assert meanings_of(model)[name]
        assert texts(rows[0], "./td[2]") == [plain(meanings_of(model)[name])]


def test_each_kind_of_record_leads_to_its_schema(tiny_archive, page):
    """Every kind of record, and no part of one, leads to its JSON Schema, which the page's head announces too."""
    kinds = ("incident", "report", "source", "location", "actor", "series", "tally", "vocabulary", "settings")
    expected = [f"../data/schema/{kind}.schema.json" for kind in kinds]
    assert page.xpath("//section[@aria-labelledby='records']//a[contains(., 'JSON Schema')]/@href") == expected
    assert page.xpath("//section[@aria-labelledby='parts']//a[contains(., 'JSON Schema')]") == []
    assert [f"../{path}" for _, _, path in codebook_page(tiny_archive).data] == expected


def test_a_required_field_is_marked_and_only_that(page):
    """The incident's seven required fields are marked as required; a key, which is the file's name, is not."""
    assert texts(page, "//h3[@id='entry-incident']/..//tr[.//span[@class='required']]/th/a") == [
        "id",
        "title",
        "type",
        "date",
        "location",
        "reports",
        "body",
    ]
    assert texts(page, "//tr[@id='source-key']//span[@class='required']") == []


def test_a_choice_gives_every_value_and_the_one_it_has_when_left_out(page):
    """A field that chooses from values lists them all and its default."""
    assert texts(page, "//tr[@id='incident-status']/td[1]//code") == [
        *(entry.status for entry in STATUSES),
        "unverified",
    ]
    assert texts(page, "//tr[@id='date-statement-anchor']/td[1]") == ["one of occurred reported left out: occurred"]


def test_forms_are_taken_from_the_annotations():
    """Lists, short forms, ranges and patterns are told from the models themselves."""
    settings, coordinates = (
        hints_of(MODELS["settings"]),
        hints_of(form_of(hints_of(MODELS["location"])["coordinates"]).model),
    )
    incident = hints_of(MODELS["incident"])
    assert form_of(settings["coordinate_decimals"]) == Form("whole number from 0 to 4")
    assert form_of(settings["id_prefix"]) == Form("text of the form `[a-z]{2,5}`")
    assert form_of(coordinates["uncertainty_km"]) == Form("number above 0, up to 2000")
    assert form_of(incident["series"]) == Form("list: key of another record")
    assert form_of(incident["date"]).words == "text, or"
    assert form_of(incident["reports"]).words == "list:"
    assert default_words(MODELS["settings"].model_fields["coordinate_decimals"]) == "2"


def test_no_address_within_the_codebook_is_given_twice(page):
    """Every anchor is unique, and every link within the page has its target."""
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")} <= set(ids)


def test_the_codebook_holds_the_archives_vocabularies(page):
    """Each term stands with its label, definition, wider term and match elsewhere; a type leads to its page."""
    row = page.xpath("//tr[@id='term-types-air-drone-strike']")[0]
    assert texts(row, "./th | ./td") == [
        "air-drone-strike",
        "Synthetic drone strike within remote-violence",
        "A narrower word for tests.",
        "",
    ]
    assert row.xpath(".//a/@href") == ["../types/air-drone-strike/", "#term-types-remote-violence"]
    assert texts(page, "//tr[@id='term-types-remote-violence']/td[3]") == ["ACLED: Explosions/Remote violence"]


def test_every_form_of_a_date_stands_with_its_words(page):
    """The table of dates shows what is typed and what readers see."""
    rows = dict(
        zip(
            texts(page, "//h2[@id='dates']/..//tbody/tr/th"),
            texts(page, "//h2[@id='dates']/..//tbody/tr/td[1]"),
            strict=True,
        )
    )
    assert rows["XXXX-12-31"] == "31 December, year not stated"
    assert rows["[2023-12-30,2023-12-31]"] == "30 or 31 December 2023"
    assert len(rows) == 17
