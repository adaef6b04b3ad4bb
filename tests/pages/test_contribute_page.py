"""The pages for contributors: three ways in, a way to correct, and how records are written."""

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
import yaml

from generator.pages.contribute_page import CORRECTION_FORM, INCIDENT_FORM, contribute_page, issue_form, style_page

ROOT = Path(__file__).resolve().parent.parent.parent
FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
REPOSITORY = "https://example.org/owner/repo/"
REPORT = "https://example.org/owner/repo/issues/new?template=incident.yml"
CORRECT = "https://example.org/owner/repo/issues/new?template=correction.yml"


def leading_out(page):
    """The links of a page to other sites."""
    return page.xpath("//a[starts-with(@href, 'http')]/@href")


def test_with_a_repository_the_ways_are_links(tiny_archive, rendered):
    """Where the repository is known, the page leads to its issue forms, to itself and to where danger is reported."""
    page = rendered(contribute_page(tiny_archive, REPOSITORY))
    assert leading_out(page) == [
        REPORT,
        "https://example.org/owner/repo",
        "https://example.org/owner/repo/security",
        CORRECT,
    ]


def test_without_a_repository_the_forms_are_named(tiny_archive, rendered):
    """Where the repository is not known, nothing leads out and both forms are named as the code host names them."""
    page = rendered(contribute_page(tiny_archive))
    assert leading_out(page) == []
    text = page.xpath("string()")
    names = [
        yaml.safe_load((FORMS / name).read_text(encoding="utf-8"))["name"].partition(" ·")[0]
        for name in (INCIDENT_FORM, CORRECTION_FORM)
    ]
    assert [name for name in names if f"“{name}”" not in text] == []


def test_the_ways_stand_in_order(tiny_archive, rendered):
    """The form in the browser comes first, then the issue form, then the two commands."""
    ways = rendered(contribute_page(tiny_archive, REPOSITORY)).xpath("//section[@aria-labelledby='report']/ol/li")
    assert [way.xpath(".//a/@href | .//code/text()") for way in ways] == [
        ["form/"],
        [REPORT],
        ["https://example.org/owner/repo", "archive new", "archive check"],
    ]


@pytest.mark.parametrize("name", [INCIDENT_FORM, CORRECTION_FORM])
def test_the_issue_forms_are_there(name):
    """A link to an issue form names a file that the code host reads as one."""
    assert dict(parse_qsl(urlsplit(issue_form(REPOSITORY, name)).query)) == {"template": name}
    assert (FORMS / name).is_file()


def test_a_correction_names_the_record_in_an_answer_of_the_form():
    """What a record's page fills in besides the form's name and title is the id of an answer of the form for corrections."""
    theme = (ROOT / "site_templates" / "theme" / "record.html").read_text(encoding="utf-8")
    filled = set(re.findall(r"'(\w+)':", theme)) - {"template", "title"}
    form = yaml.safe_load((FORMS / CORRECTION_FORM).read_text(encoding="utf-8"))
    assert filled == {"record"}
    assert filled <= {part.get("id") for part in form["body"]}


def test_the_style_page_says_what_the_archive_takes(tiny_archive, rendered):
    """The page on style begins with the archive's own words on what belongs in it."""
    page = rendered(style_page(tiny_archive))
    first = page.xpath("//section[@aria-labelledby='scope']/p")[0].text_content()
    assert first == tiny_archive.settings.scope.strip().splitlines()[0]
