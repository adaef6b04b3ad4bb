"""Pages of reports: the item, who cites it, and what became of each of its sentences."""

from synthetic_site import ARABIC, UNDATED, Site, cells, links, texts

from generator.pages.ledger import place_of

ITEM, ORIGINAL = "reports/rewritten-item/", "reports/original-item/"


def claim(site: Site, anchor: str) -> list[str]:
    """The lines of one claim."""
    return texts(site[ITEM], f"//li[@id='{anchor}']/*")


def test_each_claim_leads_to_a_record_or_says_why_not(tiny: Site) -> None:
    """A claim shows its kind, words, speaker, doubt and where it went."""
    assert claim(tiny, "claim-s1-1") == [
        "s1.1 Event sentence 1 said by: a synthetic voice",
        "كلام اصطناعي",
        "Carried by incident Synthetic strike without a date",
        "Open Synthetic doubt",
    ]
    assert claim(tiny, "claim-s2-1") == [
        "s2.1 Background sentence 1",
        "Synthetic circumstances",
        "In no record: circumstances, not a report of an event; it feeds no record.",
        "Speaks of Testland, Forces of Testland",
    ]
    assert claim(tiny, "claim-s2-1b") == [
        "s2.1b Event sentence 1",
        "Something synthetic somewhere",
        "In no record: too vague to be a record.",
        "May speak of Synthetic ضربة on Beta field; this cannot be told from the item",
    ]


def test_a_claim_links_to_the_citation_it_became(tiny: Site) -> None:
    """Of a record that cites the report, the link leads to that citation; a series or a source has none."""
    went = "//li[@class='claim claim-reaches']/p[@class='went']/a"
    assert links(tiny[ITEM], went, ITEM) == [
        f"incidents/{UNDATED}/#report-1",
        "sources/unknown-radio/",
        "series/winter-wave/",
        "tallies/observatory-january/#report-1",
    ]


def test_an_incident_a_claim_may_speak_of_links_to_the_claim_and_back(tiny: Site) -> None:
    """What cannot be told from the item is shown as a possibility on both pages, and counts as no citation."""
    incident = f"incidents/{ARABIC}/"
    assert incident in links(tiny[ITEM], "//li[@id='claim-s2-1b']//a", ITEM)
    assert f"{ITEM}#claim-s2-1b" in links(tiny[incident], "//a", incident)
    assert incident not in links(tiny[ITEM], "//section[@aria-labelledby='citing']//a[@class='incident-title']", ITEM)


def test_the_summary_counts_every_claim_once(tiny: Site) -> None:
    """The numbers of where claims went add up to the number of claims."""
    assert texts(tiny[ITEM], "//section[@aria-labelledby='ledger']/p[@class='lead-fact']") == [
        "6 claims for 3 sentences, the whole item"
    ]
    assert texts(tiny[ITEM], "//ul[@class='outcome']/li") == [
        "1 carried by an incident",
        "3 carried by a tally, a series or a source",
        "1 too vague to be a record",
        "1 circumstances, not a report of an event; it feeds no record",
    ]


def test_a_quotation_is_marked_in_its_language(tiny: Site) -> None:
    """The item's own words carry its language and direction; a gist in the archive's words carries neither."""
    quote = tiny[ITEM].xpath("//li[@id='claim-s1-1']/blockquote")[0]
    assert (quote.get("lang"), quote.get("dir")) == ("ar", "rtl")
    assert tiny[ITEM].xpath("//li[@id='claim-s1-2']//@lang") == []


def test_claims_stand_in_the_order_of_the_item(tiny: Site) -> None:
    """Paragraph, then sentence, then letter; the tenth sentence comes after the ninth."""
    assert tiny[ITEM].xpath("//li/@id") == [
        "claim-s1-1",
        "claim-s1-1b",
        "claim-s1-2",
        "claim-s2-1",
        "claim-s2-1b",
        "claim-s2-1c",
    ]
    assert sorted(["s10.1", "s1.10", "s1.9", "s1.9b"], key=place_of) == ["s1.9", "s1.9b", "s1.10", "s10.1"]


def test_what_is_known_of_the_item_stands_as_recorded(tiny: Site) -> None:
    """Publication, reading, nature with its basis and the hash of the text stand on the page; what is not known is said not to be."""
    facts = {
        dt.text_content(): " ".join(dt.getnext().text_content().split())
        for dt in tiny[ITEM].xpath("//section[@aria-labelledby='item']//dt")
    }
    assert facts == {
        "Original": "relay.example",
        "Language": "Arabic",
        "Published": "1 February 2024",
        "Read": "The whole item was read on 20 November 2026",
        "Nature": "Rewrite Synthetic basis it adds no line of origin of its own where it names whom it relays",
        "Archived": "no archived copy recorded",
        "SHA-256 of its text": "0" * 64,
    }
    bare = {
        dt.text_content(): " ".join(dt.getnext().text_content().split())
        for dt in tiny[ORIGINAL].xpath("//section[@aria-labelledby='item']//dt")
    }
    assert bare == {
        "Original": "observatory.example",
        "Language": "English",
        "Published": "date not seen",
        "Read": "How much of it was read is not recorded",
        "Nature": "not judged",
        "Archived": "no archived copy recorded",
    }


def test_every_record_that_cites_a_report_is_listed(tiny: Site) -> None:
    """Incidents, tallies, series and sources that rest on a report are all linked from it."""
    assert links(tiny[ITEM], "//section[@aria-labelledby='citing']//a", ITEM) == [
        f"incidents/{UNDATED}/#report-1",
        "locations/northshire/",
        "tallies/observatory-january/#report-1",
        "series/winter-wave/",
        "sources/unknown-radio/",
    ]


def test_a_report_without_a_ledger_says_so(tiny: Site) -> None:
    """Nobody takes a report whose sentences were not traced for one that was traced whole."""
    assert texts(tiny[ORIGINAL], "//section[@aria-labelledby='ledger']/p") == [
        "This item has no ledger: only what the records above cite of it has been taken up, and other sentences of it have not been traced."
    ]


def test_a_title_is_never_made_up(tiny: Site) -> None:
    """An item whose title was not recorded is described, not given one."""
    assert texts(tiny[ORIGINAL], "//h1") == ["Item of Synthetic Observatory without a recorded title"]
    assert tiny[ITEM].xpath("string(//h1/bdi[@lang='ar' and @dir='rtl'])") == "خبر اصطناعي"


def test_the_index_lists_every_report(tiny: Site) -> None:
    """Each report stands once, those with a ledger first; one tied to no incident says so in place of a number."""
    assert cells(tiny["reports/"], "//tbody/tr") == [
        ["خبر اصطناعي", "Synthetic Relay Daily", "1 February 2024", "Arabic", "Rewrite", "2", "6"],
        [
            "Item of Synthetic Observatory without a recorded title",
            "Synthetic Observatory",
            "not seen",
            "English",
            "",
            "1",
            "no ledger",
        ],
        [
            "Synthetic item without a day",
            "Synthetic Observatory",
            "not seen",
            "English",
            "",
            "tied to no incident",
            "no ledger",
        ],
    ]


def test_every_claim_of_the_published_archive_is_on_its_page(real: Site) -> None:
    """Every sentence of every ledger can be followed to a record or to a stated reason."""
    for key, report in real.archive.records.reports.items():
        page = real[f"reports/{key}/"]
        shown = page.xpath("//ol[@class='ledger']/li/@id")
        assert sorted(shown) == sorted(f"claim-{claim_id.replace('.', '-')}" for claim_id in report.claims)
        loose = [
            entry.get("id")
            for entry in page.xpath("//ol[@class='ledger']/li")
            if not entry.xpath("p[contains(@class, 'went')]")
        ]
        assert loose == []


def test_an_item_tied_to_no_incident_says_what_it_says_and_why(tiny: Site) -> None:
    """What it says, whom it names, why it cannot be tied and of which incidents it may speak stand on its page, and there on theirs."""
    page, section = tiny["reports/untied-item/"], "//section[@aria-labelledby='untied']"
    assert texts(page, f"{section}/p") == [
        "A synthetic strike somewhere",
        "Why The item gives no day",
        "Leaves open the day",
        "None of them rests on it.",
    ]
    assert texts(page, f"{section}/ul[@class='chains']/li") == ["Synthetic Observatory ← Synthetic unidentified radio"]
    assert links(page, f"{section}//a[@class='incident-title']", "reports/untied-item/") == [f"incidents/{UNDATED}/"]
    assert page.xpath("//h2[@id='citing' or @id='ledger']") == []
    assert "reports/untied-item/" in links(
        tiny[f"incidents/{UNDATED}/"], "//section[@aria-labelledby='related']//a", f"incidents/{UNDATED}/"
    )
