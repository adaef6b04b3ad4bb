"""Every kind of page under axe-core's rules, and the frame around it by keyboard."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from page_kinds import both_ends, largest
from playwright.sync_api import Browser, BrowserContext, Page
from window import opened

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
INCIDENT = "incidents/syb-4k7m2xq/"
MENU = [
    "Home",
    "Timeline",
    "Explore",
    "Search",
    "All incidents",
    "Locations",
    "Sources",
    "Actors",
    "Data",
    "Method",
    "About",
    "Contribute",
]


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def faults(page: Page, axe: str) -> list[str]:
    """What axe-core finds wrong in a page: rule, element and reason."""
    page.evaluate(axe)
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})", RULES
    )
    return [
        f"{violation['id']}: {node['target'][0]} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def window(browser: Browser, width: int, scheme: str) -> BrowserContext:
    """A window of the browser without motion."""
    return browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )


def read(page: Page, address: str) -> None:
    """Open a page and wait until it is whole: the form makes its fields by script."""
    page.goto(address)
    if address.endswith("contribute/form/"):
        page.get_by_role("button", name="Check the record").wait_for()
    if address.endswith("/search/"):
        page.wait_for_selector("#search[data-ready]")
    if address.endswith("/explore/"):
        page.wait_for_selector("#explore[data-ready]")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("width", "scheme", "chosen"),
    [(1280, "light", both_ends), (1280, "dark", largest), (390, "light", largest)],
    ids=["light", "dark", "phone"],
)
def test_axe_finds_nothing(
    browser: Browser, host: str, site: Path, axe: str, width: int, scheme: str, chosen: Callable[[Path], list[str]]
) -> None:
    """axe-core finds no violation of WCAG 2.2 A and AA and of its best practices on any kind of page."""
    context = window(browser, width, scheme)
    page = context.new_page()
    wrong: dict[str, list[str]] = {}
    for address in chosen(site):
        read(page, host + address)
        if found := faults(page, axe):
            wrong[address] = found
    context.close()
    assert wrong == {}


def test_axe_finds_nothing_in_the_open_menu(browser: Browser, host: str, axe: str) -> None:
    """axe-core finds no violation on a phone while the menu is open."""
    context = window(browser, 390, "light")
    page = context.new_page()
    read(page, host + INCIDENT)
    page.get_by_role("button", name="Menu").click()
    assert faults(page, axe) == []
    context.close()


def test_axe_is_at_work(browser: Browser, host: str, axe: str) -> None:
    """A page that was spoilt on purpose is found out."""
    context = window(browser, 1280, "light")
    page = context.new_page()
    read(page, host + INCIDENT)
    page.evaluate("document.querySelector('h1').outerHTML = '<img src=x><button></button>'")
    assert {fault.partition(":")[0] for fault in faults(page, axe)} >= {
        "image-alt",
        "button-name",
        "page-has-heading-one",
    }
    context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_the_menu_of_a_phone_opens_by_keyboard(browser: Browser, host: str, scripts: bool) -> None:
    """On a phone the menu opens by Enter, its links follow at the next Tab, and Escape closes it; JavaScript is not needed."""
    page, _ = opened(browser, host + INCIDENT, width=390, scripts=scripts)
    menu, button = (
        page.get_by_role("navigation", name="Sections").get_by_role("list"),
        page.get_by_role("button", name="Menu"),
    )
    assert not menu.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert menu.get_by_role("link").all_inner_texts() == MENU
    for _ in range(3):  # the search field and its button come first
        page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == MENU[0]
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    page.context.close()


def test_a_wide_window_shows_the_menu(browser: Browser, host: str) -> None:
    """A wide window shows the sections without a button, and says which one is being read."""
    page, _ = opened(browser, host + INCIDENT)
    sections = page.get_by_role("navigation", name="Sections")
    assert sections.get_by_role("link").all_inner_texts() == MENU
    assert sections.locator("[aria-current]").all_inner_texts() == ["Timeline"]
    assert not page.get_by_role("button", name="Menu").is_visible()
    page.context.close()


def test_what_has_the_focus_can_be_seen(browser: Browser, host: str) -> None:
    """Each of the first thirty stops of Tab has an outline, lies inside the window and is covered by nothing."""
    page, _ = opened(browser, host + INCIDENT)
    unseen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        told = page.evaluate("""() => {
            const focus = document.activeElement, box = focus.getClientRects()[0];
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return [getComputedStyle(focus).outlineStyle !== "none", focus.contains(top), focus.outerHTML.slice(0, 80)];
        }""")
        if told[:2] != [True, True]:
            unseen.append(told)
    assert unseen == []
    page.context.close()


def test_no_single_key_does_anything(browser: Browser, host: str) -> None:
    """Letters and signs pressed outside a field neither leave the page nor move the focus (WCAG 2.1.4)."""
    page, _ = opened(browser, host + INCIDENT)
    for key in "abcdefghijklmnopqrstuvwxyz0123456789/.,?":
        page.keyboard.press(key)
    assert (page.url, page.evaluate("document.activeElement.tagName")) == (host + INCIDENT, "BODY")
    page.context.close()


def test_light_or_dark_is_the_readers_choice(browser: Browser, host: str) -> None:
    """The switch turns the colours round, other pages keep to the choice, and turning back follows the system again."""
    page, _ = opened(browser, host + INCIDENT, scheme="dark")
    switch = page.get_by_role("button", name="Dark colours")
    state = "[getComputedStyle(document.body).backgroundColor, document.querySelector('.colours').ariaPressed, localStorage.length]"
    dark, light = ["rgb(21, 24, 27)", "true", 0], ["rgb(255, 255, 255)", "false", 1]
    assert page.evaluate(state) == dark
    switch.click()
    assert page.evaluate(state) == light
    page.goto(host)
    assert page.evaluate(state) == light
    switch.click()
    assert page.evaluate(state) == dark
    page.emulate_media(color_scheme="light")
    page.wait_for_function("document.querySelector('.colours').ariaPressed === 'false'")
    assert page.evaluate(state) == ["rgb(255, 255, 255)", "false", 0]
    page.context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_the_switch_is_shown_where_it_works(browser: Browser, host: str, scripts: bool) -> None:
    """Without JavaScript the page is dark where the system is, and shows no switch that would do nothing."""
    page, _ = opened(browser, host + INCIDENT, scheme="dark", scripts=scripts)
    ground = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert (ground, page.locator(".colours").is_visible()) == ("rgb(21, 24, 27)", scripts)
    page.context.close()


def test_paper_is_light_and_bears_no_menu(browser: Browser, host: str) -> None:
    """Printed, a page is dark on light whatever the reader chose, and leaves the menu and the foot away."""
    page, _ = opened(browser, host + INCIDENT, scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("h1").is_visible()
    assert [name for name in (".skip", ".site-nav", ".site-foot", ".colours") if page.locator(name).is_visible()] == []
    page.context.close()
