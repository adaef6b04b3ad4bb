"""The article the archive was begun from: every sentence of it can be followed to a record or to the reason why there is none."""

import re

import pytest
from site_page import Pages

from generator.archive.archive import Archive

REPORT = "socialbites-rewritten-report-eastern-syria"
SENTENCES = [
    f"s{paragraph}.{sentence}"
    for paragraph, count in enumerate((6, 5, 4, 4, 5, 4), start=1)
    for sentence in range(1, count + 1)
]
REASON = re.compile(r"In no record: \S.{20,}\.")


def test_there_are_28_sentences(linked: Archive) -> None:
    """The article has 28 sentences, and its ledger has at least one claim for each."""
    assert len(SENTENCES) == 28
    assert {claim.rstrip("abcdefgh") for claim in linked.records.reports[REPORT].claims} == set(SENTENCES)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_sentence_leads_somewhere(linked: Archive, pages: Pages, sentence: str) -> None:
    """Each claim of each sentence has a place on the report's page that leads to the records that carry it, or says why none does."""
    page = pages[f"reports/{REPORT}/"]
    claims = [claim for claim in linked.records.reports[REPORT].claims if claim.rstrip("abcdefgh") == sentence]
    for claim in claims:
        (block,) = page.article.xpath(f".//*[@id='claim-{claim.replace('.', '-')}']")
        targets = {page.inside(target) for target in block.xpath(".//p[@class='went']//a/@href")}
        records = {
            target
            for target in targets
            if (target or "").startswith(("incidents/", "tallies/", "sources/", "series/", "locations/", "actors/"))
        }
        assert records or REASON.search(" ".join(block.text_content().split()))


def test_every_record_that_carries_a_claim_names_it(linked: Archive, pages: Pages) -> None:
    """An incident or tally that carries a claim of the article leads back to that very claim."""
    missing = []
    for claim_id, claim in linked.records.reports[REPORT].claims.items():
        for target in claim.to:
            address = f"incidents/{target}/" if target in linked.incidents else f"tallies/{target}/"
            if address in pages and f"reports/{REPORT}/#claim-{claim_id.replace('.', '-')}" not in {
                pages[address].inside(t) for t in pages[address].article.xpath(".//a/@href")
            }:
                missing.append((claim_id, address))
    assert missing == []


def test_the_three_events_have_their_records(linked: Archive) -> None:
    """The three events of the article are three incidents, each on the claims that tell it."""
    claims = linked.records.reports[REPORT].claims
    assert {claim: claims[claim].to for claim in ("s1.1", "s3.1", "s4.1")} == {
        "s1.1": ("syb-9p3w6tn",),
        "s3.1": ("syb-4k7m2xq",),
        "s4.1": ("syb-2d8v5hr",),
    }
    assert {
        key
        for key, linked_one in linked.incidents.items()
        if any(c.report == REPORT for c in linked_one.incident.reports)
    } == {"syb-9p3w6tn", "syb-4k7m2xq", "syb-2d8v5hr"}
