"""The web form, driven as contributors drive it: its record passes the check unchanged, and nothing leaves the browser."""

import base64
import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import lxml.html
import pytest
from contributor import ACCOUNT, ADDRESS, FORM, GIST, TITLE, WORDS, Contributor, contributor, least
from playwright.sync_api import Browser
from synthetic_project import REPOSITORY_URL, ROOT, archive
from window import opened

pytestmark = pytest.mark.browser


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the archive's records to write into."""
    shutil.copytree(ROOT / "incidents", tmp_path / "incidents")
    return tmp_path


@pytest.fixture
def who(browser: Browser, host: str) -> Iterator[Contributor]:
    """A contributor at an empty form; whatever they do, the page makes no error and asks no other host for anything."""
    found = contributor(browser, host)
    yield found
    assert found.wrong == []
    found.page.context.close()


def checked(copy: Path, who: Contributor) -> str:
    """What the check says of the form's text, written unchanged where the form says it belongs."""
    file = copy / who.path
    assert not file.exists()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(who.text, encoding="utf-8", newline="")
    done = archive(copy, "check", "--format", "concise", who.path)
    return f"{done.returncode} " + "".join(line for line in done.stdout.splitlines(keepends=True) if who.path in line)


def ready(who: Contributor) -> bool:
    """Whether the form hands the record over, and its heading has the focus."""
    return (
        who.page.locator(".form-ready").is_visible()
        and who.page.evaluate("document.activeElement.id") == "form-ready"
        and not who.page.locator(".form-summary").is_visible()
    )


def test_a_complete_record_takes_few_actions(who: Contributor, copy: Path) -> None:
    """A record with Arabic names, two reports, a chain, an actor, a target, a weapon and harm takes under 40 actions and passes the check."""
    least(who)
    who.types("What it says, in one sentence", GIST)
    who.types("The report names", WORDS)
    who.clicks("Add another report")
    who.types("Web address of the report", "https://example.com/second", 1)
    who.types("Source: who published it", "sana", 1)
    who.unfolds("Add actors")
    who.clicks("Add an actor")
    who.types("Actor", "المقاومة الإسلامية في العراق")
    who.chooses("Part it had", "Attacker")
    who.chooses("On whose word", "Attributed by a report")
    who.clicks("Add what was struck or aimed at")
    who.chooses("Kind", "Military base")
    who.clicks("Add harm or another outcome")
    who.chooses("Kind", "Injured", 1)
    who.types("How many", "at least 2")
    who.chooses("According to", "Report 1: Syrian Observatory for Human Rights", 2)
    who.chooses("Status", "Corroborated")
    who.clicks("Check the record")
    assert ready(who), who.left_to_mend()
    assert who.actions < 40
    assert checked(copy, who) == "0 "
    assert re.sub(r"syb-[0-9a-z]{7}", "syb-*", who.text) == (
        "---\nid: syb-*\n"
        f"title: {TITLE}\n"
        "type: shelling-artillery-missile\nstatus: corroborated\ndate: 2024-03-15\nlocation: conoco-gas-field\nreports:\n"
        f'  - ref: sohr\n    url: "{ADDRESS}"\n    source: sohr\n    gist: "{GIST}"\n'
        f'    chains:\n      - - as_stated: "{WORDS}"\n'
        '  - url: "https://example.com/second"\n    source: sana\n'
        "target:\n  - kind: military-base\n"
        "actors:\n  - actor: islamic-resistance-in-iraq\n    role: attacker\n    basis: attributed-by-report\n"
        "effects:\n  - kind: injured\n    count:\n      min: 2\n    report: sohr\n"
        f"---\n{ACCOUNT}\n"
    )


def test_a_record_without_a_mouse(who: Contributor, copy: Path) -> None:
    """By keyboard alone: every question is reached in its order, lists are chosen from with arrows, and the record passes the check."""
    keyboard = who.page.keyboard

    def to(label: str) -> None:
        for _ in range(60):
            keyboard.press("Tab")
            if (
                who.page.evaluate(
                    "(document.activeElement.labels?.[0] ?? document.activeElement).innerText.split(' (')[0]"
                )
                == label
            ):
                return
        raise AssertionError(f"{label} cannot be reached")

    to("Title")
    keyboard.insert_text(TITLE)
    to("Kind of event")
    keyboard.type("Air or")
    to("Date")
    keyboard.insert_text("15 March 2024")
    to("Write 2024-03-15")
    keyboard.press("Enter")
    to("Location")
    keyboard.insert_text("كونيكو")
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    to("Web address of the report")
    keyboard.insert_text(ADDRESS)
    to("Source: who published it")
    keyboard.insert_text("المرصد السوري")
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    to("The report names")
    keyboard.insert_text(WORDS)
    to("Account")
    keyboard.insert_text(ACCOUNT)
    to("Add actors, targets, weapons, harm")
    keyboard.press("Enter")
    to("Add an actor")
    keyboard.press("Enter")
    assert who.page.evaluate("document.activeElement.labels[0].innerText") == "Actor"
    keyboard.insert_text("unknown")
    to("Part it had")
    keyboard.type("Attacker")
    to("On whose word")
    keyboard.type("Attributed by a")
    to("Check the record")
    keyboard.press("Enter")
    assert ready(who), who.left_to_mend()
    assert "date: 2024-03-15\nlocation: conoco-gas-field\n" in who.text
    assert "type: air-drone-strike\n" in who.text
    assert "actor: unknown\n    role: attacker\n    basis: attributed-by-report\n" in who.text
    assert checked(copy, who) == "0 "


def test_the_summary_leads_to_each_question(who: Contributor) -> None:
    """An empty form says in page order what is missing; the summary has the focus, and each link goes to its question, named by its label."""
    who.clicks("Check the record")
    assert who.left_to_mend() == [
        "“Title” is needed. Say in a few neutral words what is reported to have happened.",
        "“Kind of event” is needed. Choose the kind of event.",
        "“Date” is needed. Write the date as the report gives it, or “unknown”.",
        "“Location” is needed. Type a part of any of its names.",
        "“Web address of the report” is needed. Copy the web address of the report.",
        "“Source: who published it” is needed. Type a part of the name of whoever published it.",
        "“Account” is needed. Say in your own words what is reported, and by whom.",
    ]
    assert who.page.evaluate("document.activeElement.className") == "form-summary"
    for link in who.page.locator(".form-summary a").all():
        link.press("Enter")
        label = (link.text_content() or "")[1:].partition("”")[0]
        assert who.page.evaluate("document.activeElement.labels[0].innerText") == label
        assert who.page.evaluate("document.activeElement.getAttribute('aria-invalid')") == "true"


@pytest.mark.parametrize(
    ("label", "typed", "said"),
    [
        ("Date", "31 December 2023", "To mend: “Date”: “31 December 2023” has a month in words: write 2023-12-31. Write 2023-12-31"),
        ("Date", "12/10/2023", "To mend: “Date”: “12/10/2023” can mean 12 October or 10 December: write 2023-10-12 or 2023-12-10."),
        ("Date", "2093-01-01", "To mend: “Date” lies in the future."),
        ("Title", "Rockets", "To mend: “Title” must have at least 8 characters."),
        ("Title", "Rockets\u202eat the base", "To mend: “Title” holds a sign that may not stand in a record: right-to-left override (U+202E). Delete it, or type the words anew."),
        ("Web address of the report", "example.org/a", "To mend: “Web address of the report” must begin with http:// or https://."),
        ("Account", "Write to a.person@example.org", "To mend: “Account” holds an e-mail address; addresses of persons do not belong in a public archive."),
    ],
    ids=["month in words", "two readings", "future", "short", "reordering sign", "no scheme", "e-mail"],
)  # fmt: skip
def test_an_answer_is_judged_when_it_is_left(who: Contributor, label: str, typed: str, said: str) -> None:
    """A wrong answer is named under its question as soon as it is left, with the right form where that is certain."""
    who.types(label, typed)
    who.presses("Tab")
    frame = who.page.locator(".form-field.has-error")
    assert [re.sub(r"\s+", " ", text).strip() for text in frame.locator(".form-error").all_inner_texts()] == [said]


def test_an_address_is_freed_of_what_follows_readers(who: Contributor) -> None:
    """An address with tracking parameters is not taken, and a press of a button leaves them out."""
    least(who)
    who.types("Web address of the report", "https://example.org/a?utm_source=x&id=1&fbclid=2#part")
    who.clicks("Check the record")
    assert who.left_to_mend() == ["“Web address of the report” says who followed the link. Leave that part out."]
    who.clicks("Write https://example.org/a?id=1#part")
    who.clicks("Check the record")
    assert ready(who)
    assert 'url: "https://example.org/a?id=1#part"\n' in who.text


def test_a_status_above_its_ceiling_is_told(who: Contributor) -> None:
    """The form says what the reports bear out and why, refuses more, and offers what they do."""
    least(who)
    who.chooses("Status", "Confirmed")
    because = "one line of origin: Syrian Observatory for Human Rights"
    assert (
        who.page.locator("#form-ceiling").inner_text()
        == f"The reports named so far bear out at most “Single source”: {because}."
    )
    who.clicks("Check the record")
    assert who.left_to_mend() == [f"“Status” is more than the reports bear out: at most “Single source” ({because})."]
    who.clicks("Write Single source")
    who.clicks("Check the record")
    assert ready(who)


def test_what_the_archive_has_is_hinted_at(who: Contributor) -> None:
    """A known address names the incidents that rest on it; a day and a location name those that are there; a report with a file is cited by it."""
    who.types("Web address of the report", "https://thehill.com/nothing")
    assert who.page.locator(".form-hint a").count() == 0
    who.types(
        "Web address of the report",
        "http://www.english.alahednews.com.lb/essaydetails.php?cid=390&eid=69525&utm_source=x#top",
    )
    title = "Rocket fire at the base in the Conoco gas field, Deir ez-Zor province, 4 January 2023"
    assert who.page.locator(".form-hint a").all_inner_texts() == [title]
    who.types("Web address of the report", ADDRESS)
    who.types("Date", "2023-01-04")
    who.types("Location", "conoco-gas-field")
    who.presses("Tab")
    assert who.page.locator(".form-hint a").all_inner_texts() == [title]


def test_a_draft_survives_a_reload(who: Contributor) -> None:
    """What was typed, chosen and added is there after a reload, the id too, and is gone when the draft is deleted."""
    least(who)
    who.clicks("Add another report")
    who.types("The report names", "reuters", 1)
    who.presses("Tab")
    before = who.text
    who.page.reload()
    who.page.get_by_role("button", name="Check the record").wait_for()
    assert who.text == before
    assert "chains:\n      - - reuters\n" in before
    assert "Your draft is back." in who.page.locator("#incident-form").inner_text()
    who.clicks("Delete the draft")
    assert who.at("Title").input_value() == ""
    assert who.page.evaluate("JSON.stringify(localStorage)").count("Synthetic") == 0
    who.page.reload()
    who.page.get_by_role("button", name="Check the record").wait_for()
    assert who.at("Title").input_value() == ""


def drawn_again(who: Contributor) -> str:
    """The words of the form after a reload."""
    who.page.reload()
    who.page.get_by_role("button", name="Check the record").wait_for()
    return who.page.locator("#incident-form").inner_text()


def id_of(who: Contributor) -> str:
    return re.findall(r"^id: (.+)$", who.text, re.MULTILINE)[0]


@pytest.mark.parametrize("way", ["Open the new file at the code host", "Download the file", "Copy the text"])
def test_a_record_handed_over_gives_way_to_another(who: Contributor, way: str) -> None:
    """After any way of handing over, at once and after a reload, the form says so and offers an empty record with an id of its own."""
    least(who)
    who.clicks("Check the record")
    before = id_of(who)
    assert who.page.locator(".form-handed-over").count() == 0
    who.page.evaluate("addEventListener('click', (event) => event.preventDefault())")
    who.page.locator(".form-ready :is(a, button)", has_text=way).click()
    assert "This record has been taken out of the form." in who.page.locator(".form-handed-over").inner_text()
    assert "This record has been taken out of the form." in drawn_again(who)
    assert id_of(who) == before
    who.clicks("Start another record")
    assert (who.at("Title").input_value(), who.page.locator(".form-handed-over").count()) == ("", 0)
    assert id_of(who) != before
    assert "Synthetic" not in who.page.evaluate("JSON.stringify(localStorage)")
    assert "This record has been taken out of the form." not in drawn_again(who)


def test_a_draft_of_a_published_record_has_another_id(who: Contributor) -> None:
    """A draft whose id the archive has in the meantime gets a fresh one, and the form says so."""
    known = who.page.evaluate("fetch('../../data/form.json').then((answer) => answer.json())")["incidents"][0][0]
    draft = json.dumps({"version": 1, "answers": {"id": known, "title": "Synthetic title"}})
    who.page.evaluate("(kept) => localStorage.setItem('incident-archive-form-syb', kept)", draft)
    assert "A record with the id of this draft is in the archive already" in drawn_again(who)
    assert re.fullmatch(r"syb-[0-9a-z]{7}", id_of(who))
    assert (id_of(who) == known, who.at("Title").input_value()) == (False, "Synthetic title")


@pytest.mark.parametrize(
    "kept",
    [
        "no JSON",
        '{"version": 0, "answers": {"title": "Synthetic old title"}}',
        '{"version": 1, "answers": {"title": 5, "date": null, "reports": [], "actors": [{}], "unheard": 1}}',
        '{"version": 1, "answers": {"reports": [{"source": {"key": "no-such-source"}, "lines": "x"}], "location": {"place": []}}}',
    ],
    ids=["no JSON", "old", "other shapes", "unknown key"],
)
def test_any_draft_can_be_opened(who: Contributor, kept: str) -> None:
    """A draft of an older form, or one that was damaged, gives a form that can be filled in."""
    who.page.evaluate("(kept) => localStorage.setItem('incident-archive-form-syb', kept)", kept)
    who.page.reload()
    who.page.get_by_role("button", name="Check the record").wait_for()
    least(who)
    who.clicks("Check the record")
    assert "“Title” is needed" not in str(who.left_to_mend())
    assert f"title: {TITLE}\n" in who.text


def test_a_browser_that_keeps_nothing(browser: Browser, host: str) -> None:
    """Where the browser keeps no drafts the form works and says so."""
    page, wrong = opened(browser, host)
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
    page.goto(host + FORM)
    page.get_by_role("button", name="Check the record").wait_for()
    who = Contributor(page, wrong)
    least(who)
    page.get_by_text("This browser keeps no drafts: what you type is lost when you leave the page.").wait_for()
    who.clicks("Check the record")
    assert ready(who)
    page.context.close()


def test_the_code_host_is_asked_nothing(site: Path) -> None:
    """The link to the repository is a link alone: no script asks the code host about it for every reader."""
    html = (site / FORM / "index.html").read_text(encoding="utf-8")
    assert (f'<a class="repository" href="{REPOSITORY_URL}"' in html, "api.github.com" in html) == (True, False)


def test_the_page_of_the_code_host_is_filled_in(who: Contributor) -> None:
    """The link leads to the repository's page for a new file, with the name and the whole text, and is short enough to work."""
    least(who)
    who.clicks("Check the record")
    link = who.page.get_by_role("link", name="Open the new file at the code host").get_attribute("href") or ""
    parts = urlsplit(link)
    assert link.startswith(
        f"{REPOSITORY_URL}/new/main?filename=incidents%2Frecords%2F2024%2F2024-03-15-synthetic-rocket-fire-"
    )
    assert len(link) < 7500
    assert parse_qs(parts.query)["filename"] == [who.path]
    assert parse_qs(parts.query)["value"] == [who.text]


def test_a_record_too_long_for_an_address_is_copied_or_downloaded(who: Contributor) -> None:
    """Where the address would be too long the form says so, copies, downloads the exact bytes, and links an empty page."""
    least(who)
    who.types("Account", "Synthetic: يقول التقرير. " * 80)
    who.clicks("Check the record")
    assert "too long to travel in a web address" in who.page.locator(".form-ready").inner_text()
    link = who.page.get_by_role("link", name="Open an empty new file at the code host").get_attribute("href") or ""
    assert "value=" not in link
    assert parse_qs(urlsplit(link).query)["filename"] == [who.path]
    with who.page.expect_download() as download:
        who.page.get_by_role("link", name="Download the file").click()
    assert Path(download.value.path()).read_bytes() == who.text.encode()
    assert download.value.suggested_filename == who.path.rpartition("/")[2]
    who.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    who.clicks("Copy the text")
    who.page.get_by_text("Copied.").wait_for()
    assert who.page.evaluate("navigator.clipboard.readText()") == who.text


def test_without_a_repository_there_is_no_link(browser: Browser, host: str, site: Path) -> None:
    """A site that was built without the address of its repository offers the copy and the download alone."""
    html = (site / FORM / "index.html").read_text(encoding="utf-8")
    bare = re.sub(r' data-new-file="[^"]*"', "", html)
    assert bare != html
    page, wrong = opened(browser, host)
    page.route(f"**/{FORM}", lambda route: route.fulfill(body=bare, content_type="text/html"))
    page.goto(host + FORM)
    page.get_by_role("button", name="Check the record").wait_for()
    who = Contributor(page, wrong)
    least(who)
    who.clicks("Check the record")
    assert ready(who)
    assert page.locator(".form-ready a").all_inner_texts() == ["Download the file"]
    assert page.locator(".form-ready button").all_inner_texts() == ["Copy the text"]
    assert wrong == []
    page.context.close()


def test_the_way_on_goes_with_the_record(who: Contributor) -> None:
    """What is handed over is the record as it stands: a change takes the link away, and mending empties the summary as it goes."""
    least(who)
    who.types("Title", "Rockets")
    who.clicks("Check the record")
    assert who.left_to_mend() == ["“Title” must have at least 8 characters."]
    who.types("Title", TITLE)
    assert not who.page.locator(".form-summary").is_visible()
    who.clicks("Check the record")
    assert ready(who)
    who.at("Location").focus()
    who.presses("Tab")
    assert who.page.locator(".form-ready").is_visible()
    who.types("Title", f"{TITLE}, at night")
    assert not who.page.locator(".form-ready").is_visible()


def test_a_press_is_not_lost(who: Contributor) -> None:
    """A button pressed right after a wrong or an unknown answer is pressed, though a message appears above it as the field is left."""
    who.types("Date", "31 December 2023")
    who.clicks("Add another report")
    assert who.page.locator("fieldset.form-entry > legend", has_text="Report").all_inner_texts() == [
        "Report 1",
        "Report 2",
    ]
    who.types("Location", "قرية اصطناعية")
    who.clicks("Check the record")
    assert "“Date”: “31 December 2023” has a month in words: write 2023-12-31." in who.left_to_mend()
    assert (
        "“Smallest known location around it” is needed for a place that is not in the list: the smallest known location around it."
        in who.left_to_mend()
    )


def test_several_origins_in_turn(who: Contributor) -> None:
    """A report names one origin who names another, and a separate one beside them; a removed origin is gone, and the focus stays near."""
    least(who)
    who.types("The report names", "reuters")
    who.clicks("And whom do they name in turn?")
    who.types("Who names in turn (step 2)", "US Central Command")
    who.clicks("It names another, separate origin")
    who.types("The report names", WORDS, 1)
    who.presses("Tab")
    assert f'chains:\n      - - reuters\n        - us-central-command\n      - - as_stated: "{WORDS}"\n' in who.text
    who.page.get_by_role("button", name="Remove: Separate origin 2").click()
    assert who.page.evaluate("document.activeElement.textContent") == "Origin"
    assert "chains:\n      - - reuters\n        - us-central-command\n---" in who.text


def test_a_date_without_a_year_has_a_place_too(who: Contributor) -> None:
    """A record without a year goes where the undated ones lie."""
    least(who)
    who.types("Date", "XXXX-03-15")
    who.types("Title", "اختبار اصطناعي لا غير")
    assert re.fullmatch(r"incidents/records/undated/conoco-gas-field-[0-9a-z]{7}\.md", who.path)


@pytest.mark.parametrize("place", ["source", "location"])
def test_what_is_not_in_the_list_is_kept_in_words(who: Contributor, copy: Path, place: str) -> None:
    """A source or a location without a file is described in the record, and the check only asks for its file."""
    least(who)
    if place == "source":
        who.types("Source: who published it", "وكالة اصطناعية")
        who.presses("Tab")
        who.chooses("Kind of source", "News agency")
        expected = 'source:\n      name: "وكالة اصطناعية"\n      kind: news-agency\n'
    else:
        who.types("Location", "قرية اصطناعية")
        who.presses("ArrowUp", "Enter")
        who.types("Smallest known location around it", "دير الزور")
        who.presses("ArrowDown", "Enter")
        expected = 'location:\n  as_stated: "قرية اصطناعية"\n  within: deir-ez-zor-'
    who.clicks("Check the record")
    assert ready(who), who.left_to_mend()
    assert expected in who.text
    said = checked(copy, who)
    assert [line.partition("R209")[1] for line in said[2:].splitlines()] == ["R209"], said


HOSTILE = (
    "<script>document.title='taken'</script>",
    "<img src=x onerror=\"document.title='taken'\">",
    "\"><svg onload=document.title='taken'>",
    "javascript:document.title='taken'",
    "{{ 7*7 }} ${7*7} %s",
    "'; DROP TABLE incidents; --",
)


def test_hostile_text_is_shown_as_text(who: Contributor) -> None:
    """Markup typed anywhere stays text: nothing runs, no element arises, and the preview shows what was typed."""
    title = who.page.title()
    elements = "document.querySelectorAll('#incident-form :is(script, img, svg, iframe, a[href^=javascript])').length"
    for text in HOSTILE:
        for label in (
            "Title",
            "Account",
            "Location",
            "Source: who published it",
            "The report names",
            "What it says, in one sentence",
        ):
            who.types(label, text)
            who.presses("Tab")
        assert text in who.page.locator(".form-page h3").inner_text()
        assert text in who.page.locator(".form-page .narrative").inner_text()
    who.clicks("Check the record")
    assert len(who.left_to_mend()) > 0
    who.page.reload()
    who.page.get_by_role("button", name="Check the record").wait_for()
    assert who.page.evaluate(elements) == 0
    assert who.page.title() == title


def test_under_a_strict_policy(browser: Browser, host: str, site: Path) -> None:
    """The form works under a policy that allows scripts, styles and data of the site itself and nothing else; no address is asked but the site's."""
    html = (site / FORM / "index.html").read_bytes()
    inline = lxml.html.fromstring(html).xpath("//script[not(@src)]/text()")
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in inline
    )
    policy = (
        f"default-src 'none'; script-src 'self' {hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )
    page, wrong = opened(browser, host)
    page.route(
        f"**/{FORM}",
        lambda route: route.fulfill(
            body=html, headers={"content-type": "text/html", "content-security-policy": policy}
        ),
    )
    page.goto(host + FORM)
    page.get_by_role("button", name="Check the record").wait_for()
    who = Contributor(page, wrong)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    least(who)
    who.clicks("Check the record")
    assert ready(who)
    assert asked == []
    assert wrong == []
    page.context.close()


def test_without_javascript_the_page_says_what_to_do(browser: Browser, host: str) -> None:
    """With JavaScript off the page names the other ways; with it on they give way to the form."""
    page, _ = opened(browser, host + FORM, scripts=False)
    said = page.locator("#incident-form").inner_text()
    assert [
        words in said
        for words in ("If no form appears here", "open a new issue", "archive new", "write the file by hand")
    ] == [True] * 4
    assert page.locator("#incident-form input").count() == 0
    page.context.close()
    who = contributor(browser, host)
    assert "If no form appears here" not in who.page.locator("#incident-form").inner_text()
    who.page.context.close()


def test_where_its_data_do_not_load_the_other_ways_stay(browser: Browser, host: str) -> None:
    """A form that cannot be drawn says so and leaves the other ways on the page."""
    page, _ = opened(browser, host)
    page.route("**/data/form.json", lambda route: route.abort())
    page.goto(host + FORM)
    page.get_by_role("alert").wait_for()
    assert page.get_by_role("alert").inner_text() == "The form could not be loaded; the ways below work without it."
    assert "archive new" in page.locator("#incident-form").inner_text()
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone(browser: Browser, host: str, scheme: str) -> None:
    """On a narrow screen nothing is wider than it, every control can be hit, every one has a label, and texts stand out from their ground."""
    who = contributor(browser, host, width=390, scheme=scheme)
    least(who)
    who.unfolds("Add actors")
    for words in (
        "Add an actor",
        "Add what was struck or aimed at",
        "Add a weapon",
        "Add harm or another outcome",
        "Add another report",
    ):
        who.clicks(words)
    who.clicks("Check the record")
    wide = who.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide[0] <= wide[1]
    controls = "[...document.querySelectorAll('#incident-form :is(input, select, textarea, button, summary, .form-button)')].filter(c => c.offsetParent)"
    small = f"{controls}.filter(c => c.type !== 'checkbox' && c.getBoundingClientRect().height < 24).map(c => c.outerHTML.slice(0, 80))"
    assert who.page.evaluate(small) == []
    nameless = f"{controls}.filter(c => 'labels' in c && c.tagName !== 'BUTTON' && !c.labels.length).map(c => c.outerHTML.slice(0, 80))"
    assert who.page.evaluate(nameless) == []
    assert who.page.evaluate(CONTRAST) == []
    assert who.wrong == []
    who.page.context.close()


CONTRAST = """() => {
  const parts = (colour) => (colour.match(/[0-9.]+/g) ?? []).map(Number);
  const light = (colour) => parts(colour).slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor;
      if ((parts(colour)[3] ?? 1) > 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  return [...document.querySelectorAll("#incident-form *")]
    .filter((node) => node.offsetParent && [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
    .map((node) => [light(getComputedStyle(node).color), light(ground(node)), node.outerHTML.slice(0, 80)])
    .filter(([one, other]) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < 4.5)
    .map((found) => found[2]);
}"""
"""Texts whose contrast with what lies behind them is below 4.5 (WCAG 2.2, 1.4.3)."""
