"""The search in a real browser: three scripts, filters, addresses, hostile words, and ways on where it cannot run."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from window import opened

from generator.archive.archive import Archive
from generator.archive.link import link
from generator.checking.check import check
from generator.model.spelling import sought_words
from generator.pages.incident_row import Rows, incident_rows
from generator.reading.folder import read_archive

pytestmark = pytest.mark.browser

READY = "#search[data-ready]"
CONOCO = "Conoco gas field"


@pytest.fixture(scope="module")
def shown(built_project: Path) -> Archive:
    """The archive that the site shows."""
    read = read_archive(built_project / "incidents", prefix="incidents")
    return link(check(read, today=date(2026, 11, 22), mint=lambda: "syn-0000000").records)


@pytest.fixture(scope="module")
def rows(shown: Archive) -> Rows:
    """Its incidents as lists show them."""
    return incident_rows(shown)


@pytest.fixture
def at(browser: Browser, host: str) -> Iterator[Callable[..., Page]]:
    """Opens the search at an address below it; no page may break the policy, fail or ask another host."""
    pages: list[tuple[Page, list[str]]] = []

    def open_at(question: str = "", *, tree: str = "", width: int = 1280) -> Page:
        page, wrong = opened(browser, f"{host}{tree}search/{question}", width=width)
        page.wait_for_selector(READY)
        pages.append((page, wrong))
        return page

    yield open_at
    for page, wrong in pages:
        page.context.close()
        assert wrong == []


def status(page: Page) -> str:
    """What the page says of the results."""
    return page.get_by_role("status").inner_text()


def told(page: Page) -> int:
    """The number of results that the page tells."""
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^[0-9,]+ results?$"))
    return int(status(page).split()[0].replace(",", ""))


def every_address(page: Page) -> list[str]:
    """The addresses of all results, from the site's root, after every batch was shown."""
    more = page.locator(".search-more button")
    while more.is_visible():
        before = page.locator(".search-result").count()
        more.click()
        expect(page.locator(".search-result").nth(before)).to_be_visible()
    found: list[str] = page.locator(".search-result a").evaluate_all("all => all.map(a => a.href)")
    return ["/".join(urlsplit(address).path.split("/")[-3:]) for address in found]


@pytest.mark.parametrize("words", ["Koniko", "كونيكو", "Conoco", "КОНИКО", "ڪونيكو".replace("ڪ", "ک"), "كـونيكو"])
def test_every_script_finds_the_place_and_its_incidents(at: Callable[..., Page], shown: Archive, words: str) -> None:
    """A place is the first result for its name in any script and spelling, and every incident there is among the results."""
    page = at(f"?q={words}")
    expect(page.locator(".search-result").first.locator("bdi").first).to_have_text(CONOCO)
    found = every_address(page)
    assert len(found) == len(set(found)) == told(page)
    assert {f"incidents/{key}/" for key in shown.locations["conoco-gas-field"].own} <= set(found)


@pytest.mark.parametrize(("one", "other"), [("الشدادي", "شدادي"), ("Hasakah", "Ḥasakah"), ("attack", "ATTACK")])
def test_spellings_make_no_difference(at: Callable[..., Page], one: str, other: str) -> None:
    """Two spellings of a word have the same results in the same order."""
    assert every_address(at(f"?q={one}")) == every_address(at(f"?q={other}"))


def test_an_id_finds_its_record(at: Callable[..., Page]) -> None:
    """The id of an incident finds that incident."""
    assert every_address(at("?q=syb-4k7m2xq"))[0] == "incidents/syb-4k7m2xq/"


def test_status_and_date_are_the_records(at: Callable[..., Page], rows: Rows) -> None:
    """Each incident among the results has the title, the status, the date and the mark of its record."""
    page = at("?q=Conoco&kind=incident")
    addresses = every_address(page)
    results = page.locator(".search-result").all()
    assert len(results) == len(addresses) > 20
    for address, result in zip(addresses, results, strict=True):
        row = rows[address.split("/")[1]]
        line = result.locator(".incident-line > *").all_inner_texts()
        assert result.locator(".incident-title").inner_text() == row.title
        assert line[:3] == ["Incident", row.status_label, row.date]
        assert result.locator(f"svg.mark-{row.status}").count() == 1


def test_counts_say_what_a_filter_leaves(at: Callable[..., Page]) -> None:
    """The number beside a value is the number of results it leaves, and values of one filter add to one another."""
    page = at("?q=Conoco&kind=incident")
    whole = told(page)
    counts: dict[str, int] = {}
    for option in page.locator("[data-facet=status] .search-option:visible").all():
        counts[option.get_attribute("data-value") or ""] = int(option.locator(".search-count").inner_text())
    assert sum(counts.values()) == whole
    for value in ("confirmed", "contested"):
        page.locator(f"[name=status][value={value}]").check()
    expect(page.get_by_role("status")).to_have_text(f"{counts['confirmed'] + counts['contested']} results")


def test_a_wider_location_holds_the_narrower(at: Callable[..., Page], shown: Archive) -> None:
    """Without a word, a province as a filter gives all incidents in it and in what lies in it."""
    page = at("?kind=incident&location=deir-ez-zor-governorate")
    expected = shown.locations["deir-ez-zor-governorate"].all
    assert sorted(every_address(page)) == sorted(f"incidents/{key}/" for key in expected)


def test_a_source_and_an_origin_are_different_filters(at: Callable[..., Page], shown: Archive) -> None:
    """`Published by` gives the incidents that cite the source, `Rests on the origin` those of which it is a root."""
    page = at("?kind=incident&root=sohr")
    assert sorted(every_address(page)) == sorted(f"incidents/{key}/" for key in shown.sources["sohr"].root_of)
    page = at("?kind=incident&source=sohr")
    published = {cited.key for cited in shown.sources["sohr"].published if cited.kind == "incident"}
    assert set(every_address(page)) == {f"incidents/{key}/" for key in published}


def test_what_is_asked_stands_in_the_address(at: Callable[..., Page]) -> None:
    """Words and filters are in the address, Back takes a filter away again, and Forward brings it back."""
    page = at()
    assert status(page) == "Write what you are looking for, or choose a filter."
    page.get_by_role("searchbox").fill("Conoco")
    expect(page.locator(".search-result").first).to_be_visible()
    whole = told(page)
    page.locator("[name=status][value=confirmed]").check()
    expect(page.locator("[data-facet=status] .search-chosen")).to_have_text("1 chosen")
    expect(page.get_by_role("status")).not_to_have_text(f"{whole} results")
    less = told(page)
    assert parse_qs(urlsplit(page.url).query) == {"q": ["Conoco"], "status": ["confirmed"]}
    page.go_back()
    expect(page.get_by_role("status")).to_have_text(f"{whole} results")
    assert page.locator("[name=status]:checked").count() == 0
    page.go_forward()
    expect(page.get_by_role("status")).to_have_text(f"{less} results")
    page.get_by_role("button", name="Take all filters away").click()
    expect(page.get_by_role("status")).to_have_text(f"{whole} results")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["Conoco"]}


@pytest.mark.parametrize(
    "words",
    ['"><img src=x onerror=document.title="ran">', "<mark><script>document.title='ran'</script>", "%00%ff&amp;\u202e", "a" * 5000, "' OR 1=1 --", "…!?"],
    ids=["image", "script", "controls", "long", "quotes", "signs"],
)  # fmt: skip
def test_hostile_words_stay_words(at: Callable[..., Page], words: str) -> None:
    """Whatever is asked, nothing of it becomes an element or runs, and the page answers."""
    page = at()
    page.get_by_role("searchbox").fill(words)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"results?$|^Write"))
    page.reload()
    page.wait_for_selector(READY)
    assert page.title() != "ran"
    assert page.locator("main img, main script").count() == 0
    assert page.get_by_role("searchbox").input_value() == words[:200].strip() or "\u202e" in words


def test_a_word_that_nothing_holds_finds_nothing(at: Callable[..., Page]) -> None:
    """For a word that is nowhere in the archive the page says that nothing was found, and leads on."""
    page = at("?q=xqzvkwj")
    assert status(page) == "0 results"
    notice = page.locator("#search-none")
    assert notice.get_by_role("link").all_inner_texts() == [
        "Explore",
        "Timeline",
        "Locations",
        "Sources",
        "All incidents",
    ]


def test_more_results_come_where_one_reads(at: Callable[..., Page]) -> None:
    """Ten results are shown, twenty more at a press, and the first of those has the focus."""
    page = at("?q=attack")
    assert page.locator(".search-result").count() == 10
    page.get_by_role("button", name="Show more results").press("Enter")
    expect(page.locator(".search-result")).to_have_count(30)
    expect(page.locator(".search-result a").nth(10)).to_be_focused()


def days(addresses: list[str], shown: Archive) -> list[date | None]:
    """The earliest days of the incidents at some addresses; None for those without."""
    values = [shown.incidents[address.split("/")[1]].incident.date.value for address in addresses]
    return [value.lower if value.upper else None for value in values]


def latest_first(found: list[date | None]) -> list[date | None]:
    """The same with the latest first and those without a day last."""
    return sorted(found, key=lambda day: (day is None, -day.toordinal() if day else 0))


def test_results_can_be_sorted_by_date(at: Callable[..., Page], shown: Archive) -> None:
    """Sorted by date the same results come with the latest first; the address says so, and Back undoes it."""
    page = at("?q=drone&kind=incident")
    best = page.locator(".search-result").first.inner_text()
    by_match = every_address(page)
    page.get_by_label("Sorted by").select_option("date")
    expect(page.locator(".search-result").first).not_to_have_text(best, use_inner_text=True)
    assert parse_qs(urlsplit(page.url).query)["sort"] == ["date"]
    by_date = every_address(page)
    assert sorted(by_date) == sorted(by_match)
    assert by_date != by_match
    assert days(by_date, shown) == latest_first(days(by_date, shown))
    page.go_back()
    expect(page.get_by_label("Sorted by")).to_have_value("")
    expect(page.locator(".search-result").first).to_have_text(best, use_inner_text=True)
    assert every_address(page) == by_match
    assert every_address(at("?q=drone&kind=incident&sort=date")) == by_date


def test_without_words_results_are_sorted_by_date(at: Callable[..., Page], shown: Archive) -> None:
    """Where filters alone are chosen the latest incident comes first, those without a date last, and there is nothing to choose."""
    page = at("?kind=incident")
    assert not page.get_by_label("Sorted by").is_visible()
    found = every_address(page)
    assert len(found) == len(shown.incidents)
    assert days(found, shown) == latest_first(days(found, shown))


def test_nothing_is_loaded_before_something_is_asked(at: Callable[..., Page]) -> None:
    """Opened without a question the page shows its counts and asks for nothing of the index; a filter alone loads no finder of words."""
    page = at()
    loaded = "performance.getEntriesByType('resource').map(one => new URL(one.name).pathname.split('/pagefind/')[1]).filter(Boolean)"
    assert page.evaluate(loaded) == []
    assert page.locator("[data-facet=kind] .search-count:visible").all_inner_texts() != []
    page.locator("[name=status][value=confirmed]").check()
    expect(page.locator(".search-result").first).to_be_visible()
    files: list[str] = page.evaluate(loaded)
    assert {name.split(".")[0] for name in files if name.endswith(".pf_column")} == {"kind", "status", "order"}
    assert [name for name in files if name.startswith(("wasm", "index/"))] == []


def test_the_counts_are_those_of_the_page_again(at: Callable[..., Page], shown: Archive) -> None:
    """Before anything is asked, and after the last word is taken away, the counts are those of all records."""
    page = at()
    counts = page.locator("main .search-count").all_inner_texts()
    assert counts[0] == str(len(shown.incidents))
    page.get_by_role("searchbox").fill("Conoco")
    expect(page.locator(".search-result").first).to_be_visible()
    assert page.locator("main .search-count").all_inner_texts() != counts
    page.get_by_role("searchbox").fill("")
    expect(page.get_by_role("status")).to_have_text("Write what you are looking for, or choose a filter.")
    assert page.locator("main .search-count").all_inner_texts() == counts
    assert page.locator(".search-result").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("question", ["", "?q=Conoco", "?q=Conoco&status=confirmed&sort=date"])
def test_nothing_moves_while_the_page_fills(at: Callable[..., Page], question: str, width: int) -> None:
    """What stands on the page keeps its place while results arrive: the layout shift is below 0.02."""
    page = at(question, width=width)
    moved = """() => new Promise((done) => {
      let sum = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((one) => (sum += one.value))).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => done(sum), 500);
    })"""
    assert page.evaluate(moved) < 0.02


def test_the_passage_shows_what_was_found(at: Callable[..., Page]) -> None:
    """What was looked for is marked in the passage as it is written there, and no unseen word is shown."""
    page = at("?q=كونيكو")
    marked = page.locator(".search-excerpt mark").all_inner_texts()
    assert marked
    assert {word for mark in marked for word in sought_words(mark)} == {"كونيكو"}
    assert not set("␟␞") & set("".join(page.locator(".search-excerpt").all_inner_texts()))


def test_the_arabic_page_leads_to_arabic_pages(at: Callable[..., Page], host: str) -> None:
    """Results of the Arabic page lead to pages of the Arabic tree, from right to left, and the same number is found."""
    page = at("?q=كونيكو", tree="ar/")
    found: list[str] = page.locator(".search-result a").evaluate_all("all => all.map(a => a.href)")
    assert found
    assert all(address.startswith(f"{host}ar/") for address in found)
    assert page.evaluate("document.documentElement.dir") == "rtl"
    assert every_address(page) == every_address(at("?q=كونيكو"))


def test_the_keyboard_reaches_everything(at: Callable[..., Page]) -> None:
    """From the field, Tab reaches the button, the filters and the results, and Space chooses a filter."""
    page = at("?q=Conoco")
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("[name=kind]").first).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator("[data-facet=kind] .search-chosen")).to_have_text("1 chosen")


def test_on_a_phone_the_results_come_first_in_sight(at: Callable[..., Page]) -> None:
    """On a phone the filters are folded away, the page is no wider than the window, and a filter can be chosen."""
    page = at("?q=Conoco", width=390)
    assert page.locator(".search-result").first.is_visible()
    assert not page.locator("[name=status]").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.get_by_text("Narrow the results").click()
    page.locator("[name=status][value=confirmed]").check()
    expect(page.locator("[data-facet=status] .search-chosen")).to_have_text("1 chosen")


def test_without_javascript_the_page_leads_on(browser: Browser, host: str) -> None:
    """Where JavaScript is off the page says so, shows no form, and leads to lists and explore."""
    page, wrong = opened(browser, f"{host}search/", scripts=False)
    assert page.get_by_role("heading", level=2).all_inner_texts() == ["Searching needs JavaScript"]
    assert not page.locator("#search").is_visible()
    assert page.locator(".search-ways a:visible").count() == 5
    assert wrong == []
    page.context.close()


def test_out_of_a_folder_the_page_leads_on(browser: Browser, site: Path) -> None:
    """Opened as a file, the page says that a search needs a server, where its script can run at all, and else keeps its form hidden."""
    window = browser.new_context()
    page = window.new_page()
    page.goto((site / "search" / "index.html").as_uri())
    expect(page.locator("#search-fails")).to_be_visible()
    assert "does not run from a folder" in page.locator("#search-fails").inner_text()
    assert not page.locator("#search").is_visible()
    window.close()


def test_without_its_index_the_page_leads_on(browser: Browser, host: str) -> None:
    """Where the index cannot be loaded the page says so and leads on."""
    window = browser.new_context()
    page = window.new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{host}search/?q=Conoco")
    expect(page.locator("#search-fails")).to_be_visible()
    assert page.locator("#search-fails a").count() == 5
    window.close()


def test_words_are_folded_alike(browser: Browser, host: str, shown: Archive) -> None:
    """A name is taken apart into the same words by the page's script and by the generator."""
    records = shown.records
    names = [name for entries in (records.sources, records.locations, records.actors) for entry in entries.values()
             for name in (entry.name, *(name for named in entry.names.values() for name in named), *entry.hidden_names)]  # fmt: skip
    names += ["ڕێبوار کوردستانە", "ʿAyn al-ʿArab", "٢٠٢٣", "والشدادي", "Straße", "Diyarbakır"]
    page, _ = opened(browser, f"{host}search/")
    script = f"async (names) => {{ const {{ soughtWords }} = await import('{host}assets/words.js'); return names.map(soughtWords); }}"
    assert page.evaluate(script, names) == json.loads(json.dumps([sought_words(name) for name in names]))
    page.context.close()
