"""The rules have pages made from the rules themselves."""

from dataclasses import replace
from types import MappingProxyType

from synthetic_site import STRIKE, page_at, texts

from generator.checking.catalogue import FAMILIES, RULES
from generator.model.incident import Waiver
from generator.pages.incident_row import incident_rows
from generator.pages.rule_pages import rule_pages


def test_every_rule_has_a_page_with_its_message_reason_and_examples(tiny_archive, tiny_rows, rendered):
    """A rule's page shows its code, name, level, why, and both examples as they are."""
    pages = rule_pages(tiny_archive, tiny_rows)
    assert [page.address for page in pages] == ["rules/", *(f"rules/{rule.code}/" for rule in RULES)]
    for rule in RULES:
        page = rendered(page_at(pages, f"rules/{rule.code}/"))
        assert texts(page, "//h1") == [f"{rule.code} {rule.name.replace('-', ' ').capitalize()}"]
        assert [element.text_content() for element in page.xpath("//pre")] == [
            example for example in (rule.bad, rule.good) if example.strip()
        ]
        assert bool(texts(page, "//section[@aria-labelledby='bad']/p")) == (not rule.bad.strip())
        why = texts(page, "//section[@aria-labelledby='why']/p[1]")[0]
        assert why.rstrip(".").casefold() == " ".join(rule.why.replace("`", "").split()).rstrip(".").casefold()


def test_the_list_of_rules_has_each_once_in_its_family(tiny_archive, tiny_rows, rendered):
    """Every rule stands under the family its first letter names."""
    page = rendered(rule_pages(tiny_archive, tiny_rows)[0])
    for letter in FAMILIES:
        assert texts(page, f"//h2[@id='family-{letter.lower()}']/..//tbody/tr/th") == [
            rule.code for rule in RULES if rule.code[0] == letter
        ]


def test_a_rule_leads_to_the_incidents_whose_editors_let_it_stand(tiny_archive, rendered):
    """A waiver is shown on the rule's page with the incident and the reason."""
    linked = tiny_archive.incidents[STRIKE]
    waiver = Waiver(rule=RULES[0].code, reason="Synthetic reason")
    waived = replace(linked, incident=linked.incident.model_copy(update={"waive": (waiver,)}))
    archive = replace(tiny_archive, incidents=MappingProxyType({**tiny_archive.incidents, STRIKE: waived}))
    page = rendered(rule_pages(archive, incident_rows(archive))[1])
    assert texts(page, "//section[@aria-labelledby='waived']//a[@class='incident-title']") == [
        "Synthetic drone strike on Alpha base"
    ]
    assert texts(page, "//section[@aria-labelledby='waived']//p[@class='basis']") == ["Synthetic reason"]


def test_an_error_is_said_to_stop_everything(tiny_archive, tiny_rows, rendered):
    """The pages say what each level means: an error stops the whole build."""
    page = rendered(rule_pages(tiny_archive, tiny_rows)[0])
    assert "An error: nothing is published until it is mended." in " ".join(page.text_content().split())
