"""The explore page in a real browser: what its filters show is held against the archive itself."""

import csv
import io
import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from synthetic_project import SITE_URL
from window import opened

from generator.archive.archive import Archive, LinkedIncident
from generator.archive.gazetteer import locations_of
from generator.archive.link import link
from generator.checking.check import check
from generator.model.account import denies
from generator.model.records import Records
from generator.model.spelling import sought_words
from generator.model.vocabulary import Scheme
from generator.reading.folder import read_archive

pytestmark = pytest.mark.browser

HOSTILE = '"><img src=x onerror="document.title=\'ran\'"><script>document.title="ran"</script>'
ARABIC = "ar/"
FIRST, LAST = date(2023, 11, 1), date(2023, 12, 31)


@pytest.fixture(scope="session")
def linked(built_project: Path) -> Archive:
    """The archive that the site shows."""
    return link(check(read_archive(built_project / "incidents"), today=date(2026, 11, 22), mint=lambda: "").records)


@pytest.fixture
def explore(browser: Browser, host: str) -> Iterator[Callable[..., Page]]:
    """Opens the page at a query string, waits until it is whole, and in the end holds that nothing went wrong in it."""
    windows = []

    def open_at(query: str = "", *, language: str = "", **window: object) -> Page:
        page, wrong = opened(browser, f"{host}{language}explore/{query}", **window)  # type: ignore[arg-type]
        windows.append((page, wrong))
        page.wait_for_selector("#explore[data-ready]")
        return page

    yield open_at
    for page, wrong in windows:
        assert wrong == []
        page.context.close()


def standing(archive: Archive) -> dict[str, LinkedIncident]:
    return {key: archive.incidents[key] for key in archive.timeline.ordered}


def fitting(archive: Archive, fits: Callable[[LinkedIncident], bool]) -> set[str]:
    return {key for key, linked in standing(archive).items() if fits(linked)}


def at_or_in(archive: Archive, key: str) -> set[str]:
    return set(archive.locations[key].all)


def overlaps(linked: LinkedIncident) -> bool:
    """Whether an incident may lie in November or December 2023; the undated may unless a bound says otherwise."""
    value = linked.incident.date.value
    return (value.lower is None or value.lower <= LAST) and (value.upper is None or value.upper >= FIRST)


def shown(page: Page) -> list[str]:
    """Ids of the incidents in the table, all of them."""
    more = page.locator("#explore-more")
    while more.is_visible():
        more.click()
    page.wait_for_timeout(150)
    addresses = page.locator("tbody.explore-live .cell-title a").evaluate_all("links => links.map((a) => a.href)")
    return [address.rstrip("/").rpartition("/")[2] for address in addresses]


def found(page: Page) -> str:
    return page.locator("#explore-found").inner_text()


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.evaluate("location.href")).query)


def choose(page: Page, facet: str, name: str) -> None:
    group = page.locator(f'[data-facet="{facet}"]')
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    more = group.locator(".facet-more")
    if more.is_visible() and not group.get_by_text(name, exact=True).is_visible():
        more.click()
    group.get_by_text(name, exact=True).click()
    page.wait_for_timeout(100)


def test_all_are_shown_at_first(explore: Callable[..., Page], linked: Archive) -> None:
    """A fresh page shows every incident that stands, the latest first, and says how many there are."""
    page = explore()
    assert found(page) == "127 of 127 incidents"
    rows = shown(page)
    assert set(rows) == set(standing(linked))
    days = [
        linked.incidents[key].incident.date.value.lower
        for key in rows
        if linked.incidents[key].incident.date.value.upper
    ]
    assert days == sorted(days, key=lambda day: day or date.min, reverse=True)


def test_values_of_a_facet_are_or_and_facets_are_and(explore: Callable[..., Page], linked: Archive) -> None:
    """Two statuses add up; a location beside them narrows, with all that lies within it."""
    page = explore()
    choose(page, "status", "Confirmed")
    choose(page, "status", "Corroborated")
    choose(page, "location", "Deir ez-Zor Governorate")
    inside = at_or_in(linked, "deir-ez-zor-governorate")
    wanted = fitting(linked, lambda one: one.incident.status in ("confirmed", "corroborated")) & inside
    assert set(shown(page)) == wanted
    assert found(page) == f"{len(wanted)} of 127 incidents"
    assert query(page) == {"status": ["confirmed,corroborated"], "location": ["deir-ez-zor-governorate"]}


def numbers(page: Page, facet: str) -> dict[str, int]:
    group = page.locator(f'[data-facet="{facet}"]')
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    page.wait_for_timeout(50)
    if group.locator(".facet-more").is_visible():
        group.locator(".facet-more").click()
    told = group.locator("label").evaluate_all(
        "all => all.map((one) => [one.querySelector('input').value, Number(one.querySelector('.count').textContent)])"
    )
    return {key: number for key, number in told if number}


def broader(records: Records, scheme: Scheme, key: str) -> list[str]:
    """A term and those it falls under."""
    found, terms = [key], records.vocabularies[scheme].terms
    while (wider := terms[found[-1]].broader) is not None:
        found.append(wider)
    return found


def test_numbers_are_those_of_the_archive(explore: Callable[..., Page], linked: Archive) -> None:
    """A facet's numbers leave its own filter out and obey all the others; each is what the archive itself counts."""
    page = explore("?status=confirmed&location=conoco-gas-field")
    confirmed = fitting(linked, lambda one: one.incident.status == "confirmed")
    here = at_or_in(linked, "conoco-gas-field")
    both = confirmed & here

    def counted(values: Callable[[LinkedIncident], set[str]], among: set[str]) -> dict[str, int]:
        all_values = [value for key in among for value in values(linked.incidents[key])]
        return {value: all_values.count(value) for value in all_values}

    records = linked.records
    assert numbers(page, "status") == counted(lambda one: {one.incident.status}, here)
    assert numbers(page, "type") == counted(lambda one: set(broader(records, "types", one.incident.type)), both)
    assert numbers(page, "means") == counted(
        lambda one: {term for means in one.incident.means for term in broader(records, "means", means.kind)}, both
    )
    assert numbers(page, "location") == counted(
        lambda one: {part for key in locations_of(one.incident) for part in (key, *linked.locations[key].path)},
        confirmed,
    )
    assert numbers(page, "root") == counted(
        lambda one: {line.root.key or "" for line in one.lines if line.asserting}, both
    )
    assert numbers(page, "source") == counted(
        lambda one: {source.key for cited in one.incident.reports if (source := records.citation_source(cited))}, both
    )
    named = numbers(page, "actor")
    assert {key: number for key, number in named.items() if key != "unknown"} == {
        actor: len(both & set(ids)) for actor, ids in linked.by_actor.items() if both & set(ids)
    }
    unknown = fitting(
        linked, lambda one: any(part.actor == "unknown" and not denies(part) for part in one.incident.actors)
    )
    assert named.get("unknown", 0) == len(both & unknown)


@pytest.mark.parametrize("way", ["address", "pointer", "keyboard"])
def test_months_are_chosen(explore: Callable[..., Page], linked: Archive, way: str) -> None:
    """Months chosen by address, by dragging over the bars or by the sliders give every incident that may lie in them."""
    page = explore("?from=2023-11&to=2023-12" if way == "address" else "")
    if way == "pointer":
        box = page.locator(".brush").bounding_box()
        assert box is not None
        width = box["width"] / 23
        page.mouse.move(box["x"] + 10.3 * width, box["y"] + 80)
        page.mouse.down()
        page.mouse.move(box["x"] + 11.2 * width, box["y"] + 60, steps=4)
        page.mouse.move(box["x"] + 11.6 * width, box["y"] + 60)
        page.mouse.up()
    if way == "keyboard":
        page.get_by_label("From", exact=True).focus()
        for _ in range(10):
            page.keyboard.press("ArrowRight")
        page.get_by_label("To", exact=True).focus()
        for _ in range(11):
            page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(200)
    assert set(shown(page)) == fitting(linked, overlaps)
    assert query(page) == {"from": ["2023-11"], "to": ["2023-12"]}
    assert page.get_by_label("From", exact=True).get_attribute("aria-valuetext") == "Nov 2023"
    assert page.get_by_label("To", exact=True).get_attribute("aria-valuetext") == "Dec 2023"


def test_the_undated_can_be_left_out(explore: Callable[..., Page], linked: Archive) -> None:
    """Incidents that nothing bounds stay in until their check box is cleared."""
    page = explore()
    page.get_by_label("Keep incidents without a datable day").uncheck()
    page.wait_for_timeout(100)
    assert set(shown(page)) == set(standing(linked)) - set(linked.timeline.undated)
    assert query(page) == {"undated": ["no"]}


def test_a_drag_is_one_step_back(explore: Callable[..., Page]) -> None:
    """While dragging the address follows in place; Back leads to what was shown before the drag, not into the midst of it."""
    page = explore("?status=confirmed")
    before = found(page)
    box = page.locator(".brush").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 0.4 * box["width"], box["y"] + 80)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.6 * box["width"], box["y"] + 80, steps=8)
    page.mouse.up()
    page.wait_for_timeout(200)
    assert set(query(page)) == {"status", "from", "to"}
    page.go_back()
    page.wait_for_timeout(200)
    assert (query(page), found(page)) == ({"status": ["confirmed"]}, before)


@pytest.mark.parametrize("words", ["Conoco", "Koniko", "كونيكو", "conoco GAS"])
def test_a_name_in_any_spelling_finds_the_place(explore: Callable[..., Page], linked: Archive, words: str) -> None:
    """Every name of a place, in any script, finds the incidents at it."""
    page = explore()
    page.get_by_role("searchbox", name="Words", exact=True).fill(words)
    page.wait_for_timeout(500)
    assert set(shown(page)) >= at_or_in(linked, "conoco-gas-field")
    assert query(page)["q"] == [words]
    if " " not in words:
        page.get_by_role("searchbox", name="Words", exact=True).fill("Conoco")
        page.wait_for_timeout(500)
        latin = set(shown(page))
        page.goto(page.url.partition("?")[0] + f"?q={quote(words)}")
        page.wait_for_selector("#explore[data-ready]")
        assert len(latin ^ set(shown(page))) <= 2  # a title may use one spelling alone


def test_words_are_folded_as_the_search_folds_them(explore: Callable[..., Page], linked: Archive) -> None:
    """Every name of the archive's registries has the same words here as in the search of the site."""
    entries = [*linked.records.locations.values(), *linked.records.sources.values(), *linked.records.actors.values()]
    names = [name for entry in entries for spelt in (*entry.names.values(), [entry.name]) for name in spelt]
    assert explore().evaluate("names => names.map(Explore.wordsOf)", names) == [sought_words(name) for name in names]


def test_words_of_a_title_and_an_id(explore: Callable[..., Page], linked: Archive) -> None:
    """Words of a title narrow together, the beginning of a word is enough, and an id finds its incident."""
    page = explore("?q=drone+tanf")
    ids = shown(page)
    assert ids
    assert all(
        "drone" in linked.incidents[key].incident.title.casefold() or linked.incidents[key].incident.means
        for key in ids
    )
    page.goto(page.url.partition("?")[0] + "?q=syb-4k7m2xq")
    page.wait_for_selector("#explore[data-ready]")
    assert shown(page) == ["syb-4k7m2xq"]


@pytest.mark.parametrize(
    ("heading", "sort", "value"),
    [
        ("Lines", "-lines", lambda one: -sum(line.asserting for line in one.lines)),
        ("Reports", "-reports", lambda one: -len(one.incident.reports)),
        ("Status", "status", lambda one: ["confirmed", "corroborated", "single-source", "unverified", "contested", "discounted"].index(one.incident.status)),
    ],
)  # fmt: skip
def test_a_heading_sorts(
    explore: Callable[..., Page], linked: Archive, heading: str, sort: str, value: Callable[[LinkedIncident], int]
) -> None:
    """A heading sorts by its column, says so, and turns the order round when it is pressed again."""
    page = explore()
    head = page.get_by_role("columnheader", name=heading)
    head.get_by_role("button").press("Enter")
    page.wait_for_timeout(100)
    ranks = [value(linked.incidents[key]) for key in shown(page)]
    assert ranks == sorted(ranks)
    assert query(page) == {"sort": [sort]}
    direction = "descending" if sort.startswith("-") else "ascending"
    assert head.get_attribute("aria-sort") == direction
    head.get_by_role("button").press("Enter")
    page.wait_for_timeout(100)
    ranks = [value(linked.incidents[key]) for key in shown(page)]
    assert ranks == sorted(ranks, reverse=True)
    assert head.get_attribute("aria-sort") != direction


def test_every_state_is_in_the_address(explore: Callable[..., Page]) -> None:
    """An address gives the same selection to whoever opens it, its boxes ticked; Back and Forward walk through the steps."""
    page = explore("?status=contested&sort=title")
    assert page.locator('[data-facet="status"] input:checked').evaluate_all("all => all.map((one) => one.value)") == [
        "contested"
    ]
    steps = [found(page)]
    for name in ("Unverified", "Confirmed"):
        choose(page, "status", name)
        steps.append(found(page))
    assert len(set(steps)) == 3
    for wanted, move in ((steps[1], page.go_back), (steps[0], page.go_back), (steps[1], page.go_forward)):
        move()
        page.wait_for_timeout(150)
        assert found(page) == wanted
    page.get_by_role("button", name="Clear all filters").click()
    page.wait_for_timeout(100)
    assert (found(page), query(page)) == ("127 of 127 incidents", {"sort": ["title"]})


def test_a_chosen_filter_can_be_taken_away(explore: Callable[..., Page]) -> None:
    """Each filter in force is a button that removes it alone, and the focus stays among them."""
    page = explore("?status=confirmed&location=conoco-gas-field&q=rocket")
    chips = page.locator("#explore-chosen button")
    assert chips.count() == 3
    page.get_by_role("button", name="Remove the filter Conoco gas field").press("Enter")
    page.wait_for_timeout(100)
    assert query(page) == {"status": ["confirmed"], "q": ["rocket"]}
    assert page.evaluate("document.activeElement.closest('#explore-chosen') !== null")


def test_a_download_is_what_the_filters_mean(explore: Callable[..., Page], linked: Archive) -> None:
    """CSV and JSON hold every row that fits, with the record's own values and its permanent address."""
    page = explore("?location=al-tanf-garrison&status=confirmed,corroborated,single-source,unverified,contested")
    wanted = at_or_in(linked, "al-tanf-garrison")
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download as CSV").click()
    rows = list(csv.DictReader(io.StringIO(Path(caught.value.path()).read_text(encoding="utf-8"), newline="")))
    assert {row["id"] for row in rows} == wanted
    for row in rows:
        one = linked.incidents[row["id"]]
        value = one.incident.date.value
        assert (row["title"], row["status"], row["date"], row["date_anchor"]) == (
            one.incident.title, one.incident.status, value.text, one.incident.date.anchor,
        )  # fmt: skip
        assert (row["date_earliest"], row["date_latest"]) == (str(value.lower or ""), str(value.upper or ""))
        assert row["locations"].split(" | ") == list(locations_of(one.incident))
        assert row["lines_of_origin"] == str(sum(line.asserting for line in one.lines))
        assert row["url"] == f"{SITE_URL}incidents/{row['id']}/"
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download as JSON").click()
    records = json.loads(Path(caught.value.path()).read_text(encoding="utf-8"))
    assert [record["id"] for record in records] == [row["id"] for row in rows]
    assert records[0]["locations"] == rows[0]["locations"].split(" | ")


def test_no_cell_is_a_formula(explore: Callable[..., Page]) -> None:
    """A text that a spreadsheet would run gets an apostrophe in front, as in the archive's own tables."""
    page = explore("?status=confirmed")
    page.evaluate("for (const row of Explore.data.rows()) Explore.data.columns.titles[row] = '=1+1'")
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download as CSV").click()
    rows = list(csv.DictReader(io.StringIO(Path(caught.value.path()).read_text(encoding="utf-8"), newline="")))
    assert {row["title"] for row in rows} == {"'=1+1"}


def test_a_circle_filters_by_keyboard(explore: Callable[..., Page], linked: Archive) -> None:
    """A circle of the map is a link with its name and numbers; Enter filters by it, Enter again gives it up."""
    page = explore()
    circle = page.get_by_role("link", name="Conoco gas field. Incidents:")
    wanted = at_or_in(linked, "conoco-gas-field")
    assert circle.get_attribute("aria-label") == (
        f"Conoco gas field. Incidents: {len(wanted)}; confirmed or corroborated: "
        f"{len(wanted & fitting(linked, lambda one: one.incident.status in ('confirmed', 'corroborated')))}"
    )
    circle.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(150)
    assert set(shown(page)) == wanted
    assert query(page) == {"location": ["conoco-gas-field"]}
    assert circle.get_attribute("aria-current") == "true"
    circle.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(150)
    assert found(page) == "127 of 127 incidents"


def test_the_map_zooms(explore: Callable[..., Page]) -> None:
    """Zooming in shows less land and moves circles apart, never out of the drawing's frame; zooming out restores it."""
    page = explore()
    ground = page.locator("#explore-map .map-drawing svg[viewBox]").first
    whole, circles = ground.get_attribute("viewBox"), page.locator(".live-mark").count()
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Zoom in").click()
    assert ground.get_attribute("viewBox") != whole
    assert 0 < page.locator(".live-mark").count() <= circles
    for _ in range(2):
        page.get_by_role("button", name="Zoom out").click()
    assert page.get_by_role("button", name="Zoom out").is_disabled()
    assert [float(part) for part in (ground.get_attribute("viewBox") or "").split()] == [
        float(part) for part in (whole or "").split()
    ]


@pytest.mark.parametrize("name", ["status", "location", "from", "undated", "sort", "q", "nothing"])
def test_a_hostile_address_is_named_and_dropped(explore: Callable[..., Page], name: str) -> None:
    """What the archive does not know is named as text and left out; nothing of it runs, and the page is never blank."""
    page = explore(f"?{name}={quote(HOSTILE)}")
    assert page.title() != "ran"
    assert page.locator("article img, article script").count() == 0
    if name == "q":
        assert page.get_by_role("searchbox", name="Words", exact=True).input_value() == HOSTILE[:120]
    else:
        assert HOSTILE[:40] in page.locator("#explore-notice").inner_text()
        assert found(page) == "127 of 127 incidents"


def test_nothing_fits(explore: Callable[..., Page]) -> None:
    """Where nothing fits the page says so, offers no empty download, and the filters can still be cleared."""
    page = explore("?q=zzzz")
    assert found(page) == "No incident fits all of these filters."
    assert page.get_by_role("button", name="Download as CSV").is_disabled()
    page.get_by_role("button", name="Clear all filters").click()
    page.wait_for_timeout(100)
    assert found(page) == "127 of 127 incidents"


def test_without_javascript(browser: Browser, host: str, linked: Archive) -> None:
    """Without JavaScript the page says so, shows bars and map, and lists every incident by month; no dead control is shown."""
    page, wrong = opened(browser, host + "explore/", scripts=False)
    assert page.get_by_text("need JavaScript, which is switched off").is_visible()
    titles = page.locator(".explore-row .cell-title a")
    assert titles.count() == len(standing(linked))
    assert titles.last.is_visible()
    assert page.locator("#explore-chart .seg").first.is_visible()
    assert page.locator("#explore-map .map-mark:visible").count() > 5
    assert page.locator("article button:visible, article input:visible").count() == 0
    assert wrong == []
    page.context.close()


def test_rows_are_as_they_were_built(browser: Browser, explore: Callable[..., Page], host: str) -> None:
    """A row made by the script says what the row that was built says: date, status, title, location, numbers."""

    def texts(page: Page, rows: str) -> dict[str, list[str]]:
        told = page.locator(rows).evaluate_all(
            "all => all.map((row) => [...row.cells].map((cell) => cell.textContent.trim().replace(/\\s+/g, ' ')))"
        )
        return {row[2]: row for row in told}

    page = explore()
    page.get_by_role("columnheader", name="Incident").get_by_role("button").click()  # writes rows over others
    page.wait_for_timeout(100)
    shown(page)
    built = texts(page, ".explore-built .explore-row")
    assert len(built) > 100
    assert texts(page, "tbody.explore-live tr") == built


ROWS = """all => all.map((row) => {
  const title = row.querySelector("bdi");
  const told = [...row.cells].map((cell) => cell.textContent.trim().replace(/\\s+/g, " "));
  return [...told, title.lang, title.dir, row.querySelector("a").getAttribute("href")];
})"""
"""What a row says, the language of its title, and where it leads."""


def test_arabic_rows_are_as_they_were_built(explore: Callable[..., Page], linked: Archive) -> None:
    """On the Arabic page a row made by the script has the Arabic title and all else that the built row has, before a filter and after it."""
    page = explore(language=ARABIC)
    built = {row[-1]: row for row in page.locator(".explore-built .explore-row").evaluate_all(ROWS)}
    titles = {one.incident.translations["ar"].title for one in standing(linked).values()}
    assert {row[2] for row in built.values()} == titles
    assert {row[-1]: row for row in page.locator("tbody.explore-live tr").evaluate_all(ROWS)} == built
    page.locator('[data-facet="status"] input[value="confirmed"]').check()
    page.get_by_role("columnheader").nth(2).get_by_role("button").click()
    page.wait_for_timeout(150)
    rows = page.locator("tbody.explore-live tr").evaluate_all(ROWS)
    assert len(rows) == len(fitting(linked, lambda one: one.incident.status == "confirmed"))
    assert rows == [built[row[-1]] for row in rows]


@pytest.mark.parametrize("words", ["قذائف", "January"])
def test_words_of_either_title_find_it(explore: Callable[..., Page], linked: Archive, words: str) -> None:
    """On the Arabic page a word that no name has finds the incidents that have it in the Arabic title or in the original one."""
    page = explore(f"?q={quote(words)}", language=ARABIC)
    (word,) = sought_words(words)

    def has_it(one: LinkedIncident) -> bool:
        texts = (one.incident.title, one.incident.translations["ar"].title)
        return any(part.startswith(word) for text in texts for part in sought_words(text))

    wanted = fitting(linked, has_it)
    assert wanted
    assert set(shown(page)) == wanted


def test_titles_are_sorted_as_they_are_shown(explore: Callable[..., Page]) -> None:
    """On the Arabic page the heading of titles sorts by the Arabic ones, in the order of that language."""
    page = explore("?sort=title", language=ARABIC)
    titles = page.locator("tbody.explore-live .cell-title bdi").all_inner_texts()
    assert len(titles) == 127
    assert titles == page.evaluate("titles => titles.toSorted(new Intl.Collator('ar').compare)", titles)


def test_a_title_without_a_translation_is_marked(browser: Browser, host: str, linked: Archive) -> None:
    """On the Arabic page a title that has no Arabic stands as the record has it, marked as English."""
    without, *others = standing(linked)
    page = browser.new_page()
    told = {key.removeprefix("syb-"): "عنوان اصطناعي" for key in others}
    page.route(
        "**/titles-ar-*.js",
        lambda route: route.fulfill(
            body=f"Explore.translated({json.dumps(told)});", content_type="text/javascript; charset=utf-8"
        ),
    )
    page.goto(f"{host}{ARABIC}explore/?sort=title")
    page.wait_for_selector("#explore[data-ready]")
    rows = page.locator("tbody.explore-live tr").evaluate_all(ROWS)
    (marked,) = (row for row in rows if without in row[-1])
    assert (marked[2], *marked[-3:-1]) == (linked.incidents[without].incident.title, "en", "ltr")
    assert {tuple(row[-3:-1]) for row in rows if row is not marked} == {("", "")}
    page.close()


def test_titles_in_another_language_that_do_not_come(browser: Browser, host: str, linked: Archive) -> None:
    """Where the Arabic titles cannot be read the rows have the original ones, marked as English, and the page says so."""
    page = browser.new_page()
    page.route("**/titles-ar-*.js", lambda route: route.abort())
    page.goto(f"{host}{ARABIC}explore/")
    page.wait_for_selector("#explore[data-ready]")
    rows = page.locator("tbody.explore-live tr").evaluate_all(ROWS)
    assert {row[2] for row in rows} == {one.incident.title for one in standing(linked).values()}
    assert {tuple(row[-3:-1]) for row in rows} == {("en", "ltr")}
    assert page.locator("#explore-notice").inner_text() == page.locator("#explore").get_attribute("data-say-late")
    page.close()


@pytest.mark.parametrize(("language", "files"), [("", 0), (ARABIC, 1)])
def test_a_page_reads_the_titles_of_its_language(browser: Browser, host: str, language: str, files: int) -> None:
    """The file of Arabic titles is read by the Arabic page, once, and not by the English one."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{host}{language}explore/?q=drone&sort=title")
    page.wait_for_selector("#explore[data-ready]")
    page.wait_for_timeout(300)
    assert len([address for address in asked if "/titles-" in address]) == files
    page.close()


def test_the_next_frame_shows_what_is_in_sight(explore: Callable[..., Page]) -> None:
    """The frame after a click has the new number, the numbers of the facet that was clicked and the rows in view."""
    page = explore()
    page.locator("tbody.explore-live tr").nth(10).scroll_into_view_if_needed()
    page.wait_for_timeout(200)
    page.evaluate(
        """() => {
          const seen = () => ({
            found: document.getElementById("explore-found").textContent,
            facet: [...document.querySelectorAll('[data-facet="status"] .count')].map((one) => one.textContent),
            rows: [...document.querySelectorAll("tbody.explore-live tr")]
              .filter((row) => row.getBoundingClientRect().bottom > 0 && row.getBoundingClientRect().top < innerHeight)
              .map((row) => row.textContent),
          });
          window.before = seen();
          document.querySelector('[data-facet="status"] input[value="unverified"]').click();
          requestAnimationFrame(() => { window.then = seen(); });
          setTimeout(() => { window.after = seen(); }, 400);
        }"""
    )
    page.wait_for_timeout(800)
    before, then, after = page.evaluate("[window.before, window.then, window.after]")
    assert then == after
    assert (before["found"], then["found"]) == ("127 of 127 incidents", "16 of 127 incidents")
    assert then["rows"] != before["rows"]
    assert len(then["rows"]) > 5


def test_all_rows_are_in_the_page(explore: Callable[..., Page], linked: Archive) -> None:
    """Every incident of an archive of this size is in the page, laid out, and found by the browser's own search."""
    page = explore()
    rows = page.locator("tbody.explore-live tr")
    assert rows.count() == len(standing(linked))
    assert page.locator("#explore-more").is_hidden()
    assert rows.evaluate_all("all => new Set(all.map((row) => getComputedStyle(row).contentVisibility)).size") == 1
    assert rows.first.evaluate("row => getComputedStyle(row).contentVisibility") == "visible"
    last = rows.last.locator(".cell-title").inner_text()
    assert page.evaluate("text => window.find(text)", last)
    assert page.evaluate("getSelection().anchorNode.parentElement.closest('tr') !== null")


def test_paper_has_what_was_chosen(explore: Callable[..., Page]) -> None:
    """In print stand the number, the filters in force and every row that fits, and no control."""
    page = explore("?status=confirmed,corroborated")
    page.emulate_media(media="print")
    assert page.get_by_text("62 of 127 incidents").is_visible()
    assert page.locator("#explore-chosen button").all_inner_texts() == ["Confirmed", "Corroborated"]
    rows = page.locator("tbody.explore-live tr")
    assert rows.count() == 62
    assert all(row.is_visible() for row in rows.all())
    assert page.locator(".explore-built:visible, .explore input:visible, .explore-acts button:visible").count() == 0


@pytest.mark.parametrize("language", ["", ARABIC])
def test_nothing_moves_while_it_loads(browser: Browser, host: str, language: str) -> None:
    """The scripts take over without moving what a reader looks at."""
    for width in (1280, 390):
        page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => (window.moved += one.value)))"
            ".observe({type: 'layout-shift', buffered: true})"
        )
        page.goto(f"{host}{language}explore/")
        page.wait_for_selector("#explore[data-ready]")
        page.wait_for_timeout(500)
        assert page.evaluate("window.moved") < 0.02
        page.context.close()


def test_out_of_a_folder(browser: Browser, site: Path, tmp_path: Path) -> None:
    """Opened as a file of a copied folder the page filters as it does on a host."""
    folder = tmp_path / "copy"
    for part in ("explore", "assets", "data/explore"):
        shutil.copytree(site / part, folder / part)
    page, wrong = browser.new_page(), list[str]()
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((folder / "explore" / "index.html").as_uri() + "?status=confirmed")
    page.wait_for_selector("#explore[data-ready]")
    assert found(page) == "19 of 127 incidents"
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download as JSON").click()
    assert len(json.loads(Path(caught.value.path()).read_text(encoding="utf-8"))) == 19
    assert wrong == []
    page.close()


def test_data_that_does_not_come(browser: Browser, host: str) -> None:
    """Where the data cannot be read the page says so and shows the list that was built."""
    page = browser.new_page()
    page.route("**/data/explore/**", lambda route: route.abort())
    page.goto(host + "explore/")
    expect(page.locator("#explore-found")).to_have_text(
        "The data of this page could not be loaded. Below is the list by month, which needs none."
    )
    assert page.locator(".explore-row .cell-title a").first.is_visible()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_it_whole(explore: Callable[..., Page], scheme: str) -> None:
    """At 390 pixels nothing reaches beyond the window, with facets open and a filter in force."""
    page = explore("?status=confirmed,corroborated&q=drone", width=390, scheme=scheme)
    page.evaluate("document.querySelectorAll('details.facet').forEach((one) => (one.open = true))")
    page.wait_for_timeout(200)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    beyond = page.locator("#explore :not(svg *)").evaluate_all(
        "all => all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect())"
        ".filter((box) => box.right > 390 || box.left < 0).length"
    )
    assert beyond == 0


def test_no_other_page_loads_its_data(browser: Browser, host: str) -> None:
    """Home and the list of incidents load nothing of the explore page."""
    for address in ("", "incidents/"):
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(host + address)
        assert [name for name in asked if "explore" in name] == []
        page.close()
