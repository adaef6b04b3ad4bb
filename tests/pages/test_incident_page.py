"""The page of an incident: every fact it states, word for word, in its order."""

import re

import pytest
import synthetic_project
from lxml import html
from synthetic_site import (
    ARABIC,
    FILES,
    MERGED,
    NEW_YEAR,
    STRIKE,
    UNDATED,
    Site,
    archive_at,
    cells,
    links,
    texts,
    written,
)

FULL, TEN = "incidents/syn-0000001/", "incidents/syn-0000010/"


def address(key: str) -> str:
    return f"incidents/{key}/"


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of ten synthetic incidents, the first of which has every field."""
    return Site(archive_at(written(tmp_path_factory.mktemp("full") / "incidents", synthetic_project.FILES)))


def site_with(tmp_path_factory: pytest.TempPathFactory, *changes: tuple[str, str, str]) -> Site:
    """The tiny site with other texts in some files: path, old text, new text."""
    files = dict(FILES)
    for path, old, new in changes:
        assert files[path].count(old) == 1, (path, old)
        files[path] = files[path].replace(old, new)
    return Site(archive_at(written(tmp_path_factory.mktemp("changed") / "incidents", files)))


LEGEND = (
    "Each line runs from its origin to the reports that rest on it. "
    "Dashed: described and not named, or inferred by the editors."
)


def section(page: html.HtmlElement, name: str) -> list[str]:
    """What a section of the page says, part by part, under its heading."""
    return texts(page, f"//section[@aria-labelledby='{name}']/*")


def test_the_parts_in_their_order(tiny: Site) -> None:
    """The page tells what is reported first, then how well it stands, when, where, who says what, on which sources, what is related, what was corrected."""
    assert texts(tiny[address(STRIKE)], "//h1 | //h2 | //h3[@id]") == [
        "Corroborated Synthetic drone strike on Alpha base",
        "What is reported",
        "At a glance",
        "Here, three weeks either side",
        "How well it stands, and why",
        "When",
        "Where",
        "Who says what",
        "Where they differ",
        "In particular",
        "Sources",
        "Related incidents",
        "Corrections",
        "Cite this record",
    ]
    parts = tiny[address(STRIKE)].xpath("//main/* | //div[@class='incident']/*")
    assert [(element.tag, element.get("class")) for element in parts] == [
        ("nav", "crumbs"),
        ("header", "head"),
        ("div", "incident"),
        ("div", "incident-account"),
        ("aside", "incident-aside"),
        ("div", "incident-ground"),
        ("div", "incident-rest"),
    ]


def test_the_head(tiny: Site) -> None:
    """The status stands before the title; under it date, location and lines of origin, each leading on."""
    page = tiny[address(STRIKE)]
    assert cells(page, "//h1") == [["Corroborated", "Synthetic drone strike on Alpha base"]]
    assert texts(page, "//p[@class='at-a-glance']") == [
        "5 January 2024, 22:05 · Alpha base · 2 lines of origin, from 3 reports."
    ]
    assert links(page, "//p[@class='at-a-glance']/a", address(STRIKE)) == [
        "locations/alpha-base/",
        f"{address(STRIKE)}#standing",
    ]
    assert texts(page, "//nav[@class='crumbs']") == ["Synthetic drone strike / Testland › Northshire › Alpha base"]
    assert links(page, "//nav[@class='crumbs']/a", address(STRIKE)) == [
        "types/air-drone-strike/",
        "locations/testland/",
        "locations/northshire/",
        "locations/alpha-base/",
    ]


@pytest.mark.parametrize(
    ("key", "heading", "title", "description"),
    [
        (
            STRIKE,
            "Corroborated Synthetic drone strike on Alpha base",
            "Corroborated: Synthetic drone strike on Alpha base",
            "Corroborated. 5 January 2024; Alpha base. 2 lines of origin, from 3 reports.",
        ),
        (
            ARABIC,
            "Contested Synthetic ضربة on Beta field",
            "Contested: Synthetic ضربة on Beta field",
            "Contested. 10 February 2024; Beta field. 1 line of origin, from 1 of 2 reports.",
        ),
        (
            UNDATED,
            "Single source Synthetic strike without a date",
            "Single source: Synthetic strike without a date",
            "Single source. date not known; somewhere in Northshire. 1 line of origin, from 1 report.",
        ),
        (
            NEW_YEAR,
            "Single source Synthetic strike in the night of the new year",
            "Single source: Synthetic strike in the night of the new year",
            "Single source. between 31 December 2023 and 1 January 2024; Alpha base and Beta field. 1 line of origin, from 1 report.",
        ),
    ],
)
def test_titles_begin_with_the_status(tiny: Site, key: str, heading: str, title: str, description: str) -> None:
    """Heading, browser title and description all give the status before anything else."""
    page = tiny.pages[address(key)]
    assert texts(tiny[address(key)], "//h1") == [heading]
    assert (page.title, page.description, page.hidden) == (title, description, False)


def test_what_is_reported(tiny: Site, full: Site) -> None:
    """The account comes first, as the record tells it, then the editors' notes; a warning about linked pages stands before both."""
    assert section(tiny[address(STRIKE)], "reported") == [
        "What is reported",
        "The Synthetic Observatory reports a strike. The front claims it.",
    ]
    assert section(full[FULL], "reported") == [
        "What is reported",
        "Synthetic account of the first incident. With a link.",
        "Note by the editors Synthetic note of the editors",
    ]
    assert texts(full[FULL], "//p[@class='warning']/following-sibling::section[1]/h2") == ["What is reported"]
    assert texts(full[FULL], "//p[@class='warning']") == ["Linked pages show: synthetic warning"]
    assert texts(tiny[address(STRIKE)], "//p[@class='warning']") == []


def test_lines_of_origin_are_counted_and_listed(tiny: Site) -> None:
    """Three reports that come from two origins are two lines, each with its root and the reports that lead to it."""
    page = tiny[address(STRIKE)]
    assert section(page, "standing") == [
        "How well it stands, and why",
        "Corroborated Two or more separate lines of origin report it, and at least one of them is not a party to it.",
        "2 lines of origin, from 3 reports. The reports support at most corroborated: 2 lines of origin, 1 of them not a party to it. How statuses are reached",
        (
            "Synthetic Observatory 1 its own report 3 Synthetic Relay Daily "
            "Channel of the Synthetic Front party to the incident 2 its own report"
        ),
        LEGEND,
    ]
    assert texts(page, "//ol[@class='lines']/li") == [
        "Synthetic Observatory 1 its own report 3 Synthetic Relay Daily",
        "Channel of the Synthetic Front party to the incident 2 its own report",
    ]
    assert links(page, "//ol[@class='lines']//a", address(STRIKE)) == [
        "sources/observatory/",
        f"{address(STRIKE)}#report-1",
        f"{address(STRIKE)}#report-3",
        "sources/front-channel/",
        f"{address(STRIKE)}#report-2",
    ]


def test_lines_that_assert_nothing_are_not_counted(tiny: Site, full: Site) -> None:
    """A denial is named beside the lines and not among them; the editors' reason for the status stands above the count."""
    assert section(tiny[address(ARABIC)], "standing")[2:] == [
        "A synthetic denial stands against a synthetic report.",
        "1 line of origin, from 1 of 2 reports. The reports support at most single source: one line of origin: Synthetic Observatory. How statuses are reached",
        "Synthetic Observatory 1 its own report",
        "Cited too, without asserting it",
        "Synthetic Relay Daily 2 its own report",
        LEGEND,
    ]
    assert texts(full[FULL], "//ol[@class='lines']/li") == [
        "Synthetic press office party to the incident resting on “synthetic sources” 1 1 Synthetic agency",
        "Synthetic blog without a record yet 3 its own report",
    ]


def test_an_origin_known_only_by_description_says_so(tiny: Site) -> None:
    """An unidentified source is marked where it is a line of origin."""
    assert section(tiny[address(UNDATED)], "standing")[2:] == [
        "1 line of origin, from 1 report. The reports support at most single source: its origins are known only by description or have no record yet. How statuses are reached",
        "Synthetic unidentified radio known only by description resting on “synthetic witnesses” 1 1 Synthetic Relay Daily",
    ]


def test_less_than_the_reports_support(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where the editors give a record less than its reports support, the page says so."""
    site = site_with(tmp_path_factory, ("records/2024/strike.md", "status: corroborated", "status: unverified"))
    assert section(site[address(STRIKE)], "standing")[1:3] == [
        "Unverified The lines of origin would support corroborated (2 lines of origin, 1 of them not a party to it); the editors give the record less.",
        "2 lines of origin, from 3 reports. How statuses are reached",
    ]


def test_no_status_given(full: Site) -> None:
    """Where nobody has given a record a status, the page says that and lays no judgement on the editors."""
    assert section(full["incidents/syn-0000003/"], "standing") == [
        "How well it stands, and why",
        "Unverified No status has been given yet; the lines of origin would support single source (one line of origin: Synthetic monitor).",
        "1 line of origin, from 1 report. How statuses are reached",
        "Synthetic monitor 1 its own report",
    ]


def test_a_report_that_takes_back_what_its_source_asserted(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A report that does not assert the incident is not counted with the line it leads to, and stands beside it."""
    site = site_with(
        tmp_path_factory, ("records/2024/arabic.md", "    source: relay-daily\n", "    source: observatory\n")
    )
    assert section(site[address(ARABIC)], "standing")[3:] == [
        "1 line of origin, from 1 of 2 reports. The reports support at most single source: one line of origin: Synthetic Observatory. How statuses are reached",
        "Synthetic Observatory 1 its own report 2 its own report without asserting it",
        LEGEND,
    ]


def test_no_line_at_all(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where no report asserts it, no line is counted and none is listed."""
    site = site_with(
        tmp_path_factory,
        ("records/2023/new-year.md", "status: single-source\n", ""),
        ("records/2023/new-year.md", "    source: observatory\n", "    source: observatory\n    stance: unverified\n"),
    )
    page = site[address(NEW_YEAR)]
    assert texts(page, "//h1") == ["Unverified Synthetic strike in the night of the new year"]
    assert section(page, "standing")[1:] == [
        "Unverified The reports themselves call it unverified, or nothing better is known.",
        "No line of origin asserts it, in 1 report. The reports support at most unverified: no report asserts it without saying that it is unverified. How statuses are reached",
        "Cited too, without asserting it",
        "Synthetic Observatory 1 its own report",
    ]


@pytest.mark.parametrize(
    ("key", "when", "uncertain", "threads"),
    [
        (
            STRIKE,
            [
                "When",
                "5 January 2024, 22:05 2024-01-05",
                "As stated: “on Friday night”",
                "Around it: January 2024, 2024",
            ],
            False,
            ["timeline/2024/01/", "timeline/2024/"],
        ),
        (
            NEW_YEAR,
            [
                "When",
                "between 31 December 2023 and 1 January 2024, at night 1 2023-12-31/2024-01-01",
                "Around it: December 2023, January 2024, 2023, 2024",
            ],
            True,
            ["timeline/2023/12/", "timeline/2024/01/", "timeline/2023/", "timeline/2024/"],
        ),
        (UNDATED, ["When", "date not known 1 unknown", "Incidents without a datable day"], True, ["timeline/undated/"]),
    ],
)
def test_when(tiny: Site, key: str, when: list[str], uncertain: bool, threads: list[str]) -> None:
    """The date in words and in EDTF, in the report's own words, and the pages of the timeline around it."""
    page = tiny[address(key)]
    assert section(page, "when") == when
    assert page.xpath("//section[@aria-labelledby='when']//span[contains(@class, 'date')]/@class") == [
        "date uncertain" if uncertain else "date"
    ]
    assert links(page, "//section[@aria-labelledby='when']/p[@class='threads']/a", address(key)) == threads


def test_other_accounts_of_when_and_where(full: Site) -> None:
    """Each account of date and place stands with its report, its wording and its basis."""
    assert section(full[FULL], "when") == [
        "When",
        "possibly 1 February 2024 (uncertain) 1 2024-02-01?",
        "As stated: “synthetic words for the day”",
        "synthetic reason for the day",
        "Other reports give",
        "2 February 2024 2 as stated: “synthetic other words”",
        "Around it: February 2024, 2024",
    ]
    assert section(full[FULL], "where") == [
        "Where",
        "near Synthetic north base",
        "Synthetic country › Synthetic province › Synthetic north base",
        "As stated: “synthetic words for the place”",
        "synthetic reason for the place",
        "Other reports give",
        "Synthetic south base 2 as stated: “synthetic other place” → Synthetic south base",
    ]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (4, "February 2024"),
        (5, "31 December, year not stated"),
        (6, "between 31 March and 1 April 2024"),
        (8, "2024"),
        (9, "31 December 2024"),
    ],
)
def test_the_date_says_no_more_than_is_stated(full: Site, number: int, words: str) -> None:
    """A month stays a month, a day without a year gets none, an interval keeps both ends."""
    page = full[f"incidents/syn-000000{number}/"]
    assert texts(page, "//section[@aria-labelledby='when']//span[contains(@class, 'date')]") == [words]
    assert texts(page, "//p[@class='at-a-glance']/span") == [words]


def test_a_date_given_by_another_incident(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A relative date is given in words, with the incident it is relative to, and that one leads back."""
    site = site_with(
        tmp_path_factory,
        (
            "records/2023/new-year.md",
            "  time: night\n",
            "  time: night\n  relative: {relation: shortly-before, to: syb-2d8v5hr}\n",
        ),
    )
    page = site[address(NEW_YEAR)]
    assert section(page, "when")[2] == "Given as shortly before Synthetic strike without a date."
    assert links(page, "//section[@aria-labelledby='when']/p[2]/a", address(NEW_YEAR)) == [address(UNDATED)]
    assert related(page) == [
        ["Followed by", "Synthetic drone strike on Alpha base", ""],
        ["Dated by", "Synthetic strike without a date", "shortly before"],
    ]
    assert related(site[address(UNDATED)]) == [
        ["Its date is that by which this is dated", "Synthetic strike in the night of the new year", "shortly before"]
    ]


def related(page: html.HtmlElement) -> list[list[str]]:
    """Relation, title and basis of every related incident."""
    return [
        [
            item.xpath("string(span[@class='label'])"),
            item.xpath("string(.//a[@class='incident-title'])"),
            item.xpath("string(p[@class='basis'])"),
        ]
        for item in page.xpath("//ul[@class='related']/li")
    ]


@pytest.mark.parametrize(
    ("key", "where", "path"),
    [
        (
            STRIKE,
            ["Where", "Alpha base", "Testland › Northshire › Alpha base"],
            ["locations/testland/", "locations/northshire/", "locations/alpha-base/"],
        ),
        (
            UNDATED,
            ["Where", "somewhere in Northshire 1", "Testland › Northshire"],
            ["locations/testland/", "locations/northshire/"],
        ),
        (
            NEW_YEAR,
            ["Where", "Alpha base and Beta field 1", "Testland › Northshire › Alpha base; also Beta field"],
            ["locations/testland/", "locations/northshire/", "locations/alpha-base/", "locations/beta-field/"],
        ),
    ],
)
def test_where(tiny: Site, key: str, where: list[str], path: list[str]) -> None:
    """The location with its relation, and the path to it from the country down."""
    page = tiny[address(key)]
    assert section(page, "where") == where
    assert links(page, "//section[@aria-labelledby='where']/p[2]/a", address(key)) == path


def test_a_location_without_a_file(full: Site) -> None:
    """A place without a file stands in the report's words, in the known location around it."""
    assert section(full["incidents/syn-0000003/"], "where") == [
        "Where",
        "“synthetic place without a file”, in Synthetic province 1",
        "Synthetic country › Synthetic province",
        "As stated: “synthetic place without a file”",
    ]


def test_a_location_without_a_file_near_others(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Relation, the report's words, the location around it and further ones stand wherever the incident's location does."""
    site = site_with(
        tmp_path_factory,
        (
            "records/2024/strike.md",
            "location: alpha-base",
            "location: {as_stated: Hidden Cove, within: northshire, relation: near, also: [beta-field]}",
        ),
    )
    here, words = address(STRIKE), "near “Hidden Cove”, in Northshire, and Beta field"
    assert section(site[here], "where")[1:3] == [words, "Testland › Northshire; also Beta field"]
    assert texts(site[here], "//p[@class='at-a-glance']") == [
        f"5 January 2024, 22:05 · {words} · 2 lines of origin, from 3 reports."
    ]
    assert site.pages[here].description == f"Corroborated. 5 January 2024; {words}. 2 lines of origin, from 3 reports."
    assert texts(site["incidents/"], "//tr[th[contains(., 'Synthetic drone strike on Alpha base')]]/td[3]") == [words]
    for listing in (
        "actors/test-front/",
        "sources/front-channel/",
        "timeline/2024/01/",
        "locations/northshire/",
        "types/air-drone-strike/",
    ):
        found = texts(
            site[listing],
            "//a[contains(@class, 'incident-title')][contains(., 'Alpha base')]/following-sibling::*[contains(@class, 'incident-line')]",
        )
        assert {line.split(" · ")[2] for line in found} == {words}, listing


def table(page: html.HtmlElement) -> list[list[str]]:
    """The account table, row by row."""
    return cells(page, "//table[@class='account-table']//tr")


def test_who_says_what(tiny: Site) -> None:
    """One column a report, one row a question; what is not tied to a report is a dot there, a party is marked, and what is tied to none is said across."""
    assert table(tiny[address(STRIKE)]) == [
        ["", "1 Synthetic Observatory", "2 Channel of the Synthetic Front party", "3 Synthetic Relay Daily"],
        ["Did it happen?", "Yes", "Yes, claimed", "Yes"],
        ["When?", "Not tied to one report: 5 January 2024, 22:05"],
        ["Where?", "Not tied to one report: Alpha base"],
        ["What was struck?", "Not tied to one report: Synthetic base (Forces of Testland)"],
        ["With what?", "·", "Synthetic drone: 2", "·"],
        ["With what effect?", "Injured, soldiers: 1 to 3", "·", "·"],
        ["By whom?", "·", "Synthetic Front, “our fighters”, by its own claim", "·"],
    ]
    rows = tiny[address(STRIKE)].xpath("//table[@class='account-table']//tr")
    assert [sum(int(part.get("colspan", "1")) for part in row) for row in rows] == [4] * 8


def test_one_report_says_all(tiny: Site) -> None:
    """A record with one report has what it states from that report, and nothing to compare."""
    page = tiny[address(NEW_YEAR)]
    assert table(page) == [
        ["", "1 Synthetic Observatory"],
        ["Did it happen?", "Yes"],
        ["When?", "between 31 December 2023 and 1 January 2024, at night"],
        ["Where?", "Alpha base and Beta field"],
        ["What was struck?", "Synthetic base (Forces of Testland)"],
    ]
    assert texts(page, "//h3[@id='differences']/following-sibling::*[1]") == [
        "The record cites one report, so there is nothing to compare."
    ]


def test_silence_and_difference_can_be_heard(full: Site) -> None:
    """The signs for silence and difference have names, the hint explains the dot, and a cell that differs is marked as one."""
    page = full[FULL]
    assert set(page.xpath("//span[@class='silent']/@aria-label")) == {"nothing tied to it"}
    assert set(page.xpath("//span[@class='differs-mark']/@aria-label")) == {"differs"}
    assert (
        "A dot means that nothing in this record on the question is tied to the report."
        in texts(page, "//section[@class='accounts']/p[@class='hint']")[0]
    )
    assert [
        len(row.xpath("td[@class='differs']")) for row in page.xpath("//table[@class='account-table']/tbody/tr")
    ] == [3, 2, 1, 0, 0, 0, 0, 0]


def test_where_they_differ(tiny: Site, full: Site) -> None:
    """Statements that cannot all hold are marked in the table and told below it, each with the reports that make it."""
    assert table(full[FULL]) == [
        ["", "1 Synthetic agency", "2 Synthetic monitor", "3 Synthetic blog"],
        ["Did it happen?", "≠ Yes", "≠ No, denied", "≠ Yes"],
        ["When?", "≠ possibly 1 February 2024 (uncertain)", "≠ 2 February 2024", "·"],
        ["Where?", "·", "≠ Synthetic south base", "·"],
        ["Where?", "Not tied to one report: near Synthetic north base"],
        ["What was struck?", "·", "Base (Synthetic army)", "·"],
        ["With what?", "Not tied to one report: Drone: 2"],
        ["With what effect?", "·", "Damage, synthetic hangar: 1 to 2", "·"],
        [
            "By whom?",
            "Not tied to one report: Synthetic group, “synthetic words for the attacker”, attributed by a report",
        ],
    ]
    assert texts(full[FULL], "//ul[@class='differences']/li") == [
        "Did it happen? ≠ Yes (Synthetic agency, Synthetic blog); ≠ No, denied (Synthetic monitor).",
        "When? ≠ possibly 1 February 2024 (uncertain) (Synthetic agency); ≠ 2 February 2024 (Synthetic monitor).",
        "Where? ≠ near Synthetic north base (tied to no one report); ≠ Synthetic south base (Synthetic monitor).",
    ]
    assert texts(tiny[address(STRIKE)], "//h3[@id='differences']/following-sibling::*[1]") == [
        "On what they state, the reports cited here do not contradict one another.",
    ]


def particulars(page: html.HtmlElement) -> list[list[str]]:
    return cells(page, "//section[@aria-labelledby='accounts']/dl[@class='facts']/div")


def test_particulars(tiny: Site, full: Site) -> None:
    """What was struck, with what, with what effect and by whom: each with its reports, its wording and the actor's page."""
    assert particulars(tiny[address(STRIKE)]) == [
        ["Target", "Synthetic base (Forces of Testland) → Forces of Testland"],
        ["Means", "Synthetic drone: 2 2"],
        ["Effects", "Injured, soldiers: 1 to 3 1"],
        ["Attacker", "Synthetic Front, “our fighters”, by its own claim 2 → Synthetic Front"],
        ["Responsibility", "Responsibility is claimed."],
    ]
    assert particulars(tiny[address(NEW_YEAR)]) == [
        ["Target", "Synthetic base (Forces of Testland) 1 → Forces of Testland"],
        ["Responder", "Synthetic Brigade 1 → Synthetic Brigade"],
    ]
    assert particulars(tiny[address(UNDATED)]) == []
    assert particulars(full[FULL]) == [
        ["Target", "Base (Synthetic army) 2 as stated: “synthetic words for the target” → Synthetic army"],
        ["Means", "Drone: 2 as stated: “synthetic words for the means”"],
        ["Effects", "Damage, synthetic hangar: 1 to 2 2 as stated: “synthetic words for the damage”"],
        ["Attacker", "Synthetic group, “synthetic words for the attacker”, attributed by a report → Synthetic group"],
        ["Responsibility", "A source says that nobody has claimed it."],
    ]


def test_sources_in_the_order_of_the_record(tiny: Site) -> None:
    """Each citation has its number, its source, what it does, what it says, whom it names, the item and whether a copy is kept."""
    assert cells(tiny[address(STRIKE)], "//section[@class='sources']//article") == [
        [
            "1 Synthetic Observatory Monitor",
            "Reports it",
            "A synthetic drone struck the base",
            "Original observatory.example · publication date not seen · no archived copy recorded · Report page",
        ],
        [
            "2 Channel of the Synthetic Front Channel of an armed group party to the incident",
            "Relays or makes a claim of responsibility",
            "The front claims it",
            "Original channel.example · publication date not seen · no archived copy recorded",
        ],
        [
            "3 Synthetic Relay Daily Site of rewritten reports",
            "Reports it · Rewrite",
            "Synthetic Relay Daily ← Synthetic Observatory (said)",
            "Original relay.example · publication date not seen · no archived copy recorded",
        ],
    ]


def test_everything_a_citation_may_say(full: Site) -> None:
    """Claims, quotation, chain, open questions, language, days, archived copies and the nature of an item are shown with it."""
    assert cells(full[FULL], "//section[@class='sources']//article") == [
        [
            "1 Synthetic agency News agency",
            "Reports it · Rewrite · claims s1.1",
            "Synthetic gist of the item Synthetic quotation of the item",
            "Where in the item: synthetic second paragraph",
            "Synthetic agency ← Synthetic press office ← synthetic sources (said)",
            "Leaves open synthetic open question",
            "Synthetic item example.com · in Arabic · published 2 February 2024 · archived 20 November 2026 · read on 20 November 2026 · Report page with its claims",
            "Rewrite: Synthetic reason for its nature",
        ],
        [
            "2 Synthetic monitor Monitor",
            "Denies it",
            "Synthetic gist of the denial",
            "Synthetic denial example.com · in Arabic · published February 2024 · no archived copy recorded · read on 21 November 2026",
        ],
        [
            "3 Synthetic blog Online outlet",
            "Reports it",
            "Original example.com · publication date not seen · no archived copy recorded",
            "Own reporting: synthetic nature",
        ],
    ]


def test_where_a_citation_leads(full: Site) -> None:
    """A citation links to its own anchor, its source, its claims, the item, the archived copy and the report's page; only the first four stay on this site."""
    article = "//article[@id='report-1']"
    assert links(full[FULL], f"{article}//a[not(@rel)]", FULL) == [
        f"{FULL}#report-1",
        "sources/agency/",
        "reports/agency-item/#claim-s1-1",
        "sources/agency/",
        "sources/press-office/",
        "reports/agency-item/",
    ]
    outside = full[FULL].xpath(f"{article}//a[@rel]")
    assert [(link.get("href"), link.get("rel")) for link in outside] == [
        ("https://example.com/item", "nofollow noopener noreferrer"),
        ("https://example.org/copy", "nofollow noopener noreferrer"),
    ]
    assert [(quote.get("lang"), quote.get("dir")) for quote in full[FULL].xpath(f"{article}//blockquote")] == [
        ("ar", "rtl")
    ]


def test_relations_from_both_ends(tiny: Site, full: Site) -> None:
    """A link that one record states stands on both pages, in the words of each end, with its basis."""
    assert related(tiny[address(STRIKE)]) == [
        ["Follows", "Synthetic strike in the night of the new year", ""],
        ["Merged from", f"Withdrawn record {MERGED}", ""],
    ]
    assert related(tiny[address(NEW_YEAR)]) == [["Followed by", "Synthetic drone strike on Alpha base", ""]]
    assert related(full["incidents/syn-0000002/"]) == [
        ["Possibly the same incident", "Synthetic strike on the north base", "synthetic reason for the link"]
    ]
    assert texts(tiny[address(STRIKE)], "//ul[@class='related']//p[@class='incident-line']") == [
        "Single source · between 31 December 2023 and 1 January 2024, at night · Alpha base and Beta field · 1 line of origin, 1 report",
        "Withdrawn",
    ]


def test_threads_to_other_incidents(tiny: Site) -> None:
    """Series, claims that may speak of it and the location's other incidents stand with the related ones."""
    assert section(tiny[address(UNDATED)], "related") == [
        "Related incidents",
        "None linked in this archive.",
        "Synthetic item without a day is tied to no incident and may speak of this one; the item does not let one tell.",
        "Part of the series Synthetic winter wave.",
        "All incidents at Northshire",
    ]
    assert section(tiny[address(ARABIC)], "related") == [
        "Related incidents",
        "None linked in this archive.",
        "Claim s2.1b of خبر اصطناعي may speak of it; this cannot be told from the item.",
        "All incidents at Beta field",
    ]
    assert links(tiny[address(UNDATED)], "//section[@aria-labelledby='related']/p/a", address(UNDATED)) == [
        "reports/untied-item/",
        "series/winter-wave/",
        "locations/northshire/",
    ]


def test_corrections(tiny: Site, full: Site) -> None:
    """Each published change stands with its day, kind, field, both texts and the reason; so does what was left out."""
    assert section(tiny[address(STRIKE)], "corrections") == [
        "Corrections",
        "Correction, 21 November 2026. date: was “4 January 2024”, is “5 January 2024”. Synthetic misreading",
    ]
    assert section(tiny[address(ARABIC)], "corrections") == [
        "Corrections",
        "None published for this record. All corrections",
    ]
    assert section(full[FULL], "corrections") == [
        "Corrections",
        "Correction, 22 November 2026. date: was “synthetic old day”, is “synthetic new day”. synthetic reason for readers",
        "Left out on 22 November 2026: synthetic field. synthetic reason to leave out",
    ]


def test_a_waiver_is_shown(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A warning the curators let stand is named on the page with its reason, and leads to its rule."""
    site = site_with(
        tmp_path_factory,
        (
            "records/2024/arabic.md",
            "status: contested\n",
            "waive: [{rule: D601, reason: Synthetic reason}]\nstatus: contested\n",
        ),
        ("records/2024/arabic.md", "https://observatory.example/beta", "https://observatory.example/new-year"),
    )
    page = site[address(ARABIC)]
    assert section(page, "corrections")[-1] == "The editors let the warning D601 stand: Synthetic reason"
    assert links(page, "//section[@aria-labelledby='corrections']/p[@class='note']/a", address(ARABIC)) == [
        "rules/D601/"
    ]


def test_the_record_itself(tiny: Site) -> None:
    """At the end stand id, file, last review and the record as JSON."""
    page = tiny[address(STRIKE)]
    assert cells(page, "//footer/dl/div") == [
        ["Record", STRIKE],
        ["File", "incidents/records/2024/strike.md"],
        ["Last reviewed", "2026-11-21"],
        ["Data", "This record as JSON · the whole archive"],
    ]
    assert links(page, "//footer//a", address(STRIKE)) == [f"incidents/{STRIKE}/incident.json", "data/"]
    assert tiny.pages[address(STRIKE)].data == (
        ("application/json", "Synthetic drone strike on Alpha base as JSON", f"incidents/{STRIKE}/incident.json"),
    )
    assert (tiny.pages[address(STRIKE)].record, tiny.pages[address(STRIKE)].reviewed) == (
        "incidents/records/2024/strike.md",
        "2026-11-21",
    )


def test_no_review_is_made_up(tiny: Site) -> None:
    """A record without a day of review says nothing of one."""
    assert cells(tiny[address(NEW_YEAR)], "//footer/dl/div")[2:] == [
        ["Data", "This record as JSON · the whole archive"],
    ]


def test_a_tombstone(tiny: Site) -> None:
    """A withdrawn record's page gives its id, when and why it was withdrawn, where its content stands now, and its file."""
    page = tiny.pages[address(MERGED)]
    assert (page.title, page.description, page.hidden, page.data) == (
        f"Withdrawn record {MERGED}",
        "This record has been withdrawn.",
        True,
        (),
    )
    assert texts(tiny[address(MERGED)], "//main/*") == [
        f"Withdrawn record {MERGED}",
        "This record was withdrawn on 21 November 2026 because it duplicates another record. Its address stays so that whoever cited it can see what became of it.",
        "Its content now stands in",
        "Synthetic drone strike on Alpha base Corroborated · 5 January 2024, 22:05 · Alpha base · 2 lines of origin, 3 reports",
        f"Record{MERGED}Fileincidents/records/2024/merged.md",
    ]


def test_corrections_of_a_tombstone_hold_no_content(full: Site) -> None:
    """A withdrawn record's corrections say what was done and why, and neither what stood there nor what came in its place."""
    assert texts(full[TEN], "//ul[@class='corrections']/li") == [
        "Retraction, 20 November 2026. record: synthetic duplicate"
    ]
    assert [
        item for item in texts(full["corrections/"], "//ul[@class='corrections']/li") if "Withdrawn record" in item
    ] == [
        "Retraction, 20 November 2026: Withdrawn record syn-0000010 record: synthetic duplicate",
    ]


ZEBRA = """\
---
id: syb-7c4x9kb
title: Synthetic zebra title
type: air-drone-strike
status: contested
status_basis: Zebra basis.
date: {value: 2021-07-21, as_stated: zebra day, alternatives: [{value: 2021-07-22, relative: {relation: after, to: syb-2d8v5hr}}]}
location: {key: beta-field, as_stated: zebra place}
reports:
  - {url: "https://zebra.example/1", source: observatory, title: Zebra item, gist: Zebra gist, quote: Zebra quotation, leaves_open: [zebra question]}
  - {url: "https://zebra.example/2", source: {name: Zebra blog, kind: online}, stance: denies}
target: [{kind: military-base, operator: test-forces, as_stated: zebra target}]
effects: [{kind: injured, who: zebra keepers, count: 7777}]
actors: [{actor: test-front, role: attacker, basis: claimed-by-actor, as_stated: zebra fighters}]
series: [winter-wave]
related: [{id: syb-2d8v5hr, relation: possibly-same, basis: Zebra likeness}, {id: syb-4k7m2xq, relation: follows, basis: Zebra order}]
notes: [Zebra note.]
content_warnings: [zebra warning]
corrections: [{on: 2026-11-20, kind: correction, field: title, was: zebra before, now: zebra after, why: Synthetic reason}]
redactions: [{field: body, reason: zebra reason, on: 2026-11-20}]
withdrawn: {on: 2026-11-21, reason: safety}
---
Zebra body.
"""


def test_nothing_of_a_withdrawn_record_is_shown(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No page of the site holds a word, a number, a day or a link of a withdrawn record, in its own place or another's."""
    files = dict(FILES) | {"records/2024/merged.md": ZEBRA}
    site = Site(archive_at(written(tmp_path_factory.mktemp("zebra") / "incidents", files)))
    shown = {
        place: html.tostring(site[place], encoding="unicode") + page.title + page.description
        for place, page in site.pages.items()
    }
    assert [place for place, text in shown.items() if re.search("zebra|7777|2021|21 July", text, re.IGNORECASE)] == []
    assert [place for place in site.pages if place != address(MERGED) and MERGED in shown[place]] == [
        "",
        "corrections/",
    ]


def test_every_incident_has_its_page(tiny: Site) -> None:
    """Each record has one page at its id, whether it stands or not."""
    assert [place for place in tiny.pages if place.startswith("incidents/") and place != "incidents/"] == [
        address(key) for key in (NEW_YEAR, STRIKE, ARABIC, UNDATED, MERGED)
    ]
