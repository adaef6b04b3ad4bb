"""The page of the web form says, without a script, what to do instead, and names the scripts that draw the form."""

import re

from synthetic_site import ROOT, links, texts

from generator.pages.form_page import form_page

ASSETS = ROOT / "site_templates" / "content"
MODULES = sorted((ASSETS / "assets" / "form").glob("*.js"))


def test_the_page_stands_below_contribute(tiny_archive):
    """The form is a page of the section on contributing."""
    page = form_page(tiny_archive)
    assert (page.address, page.section, page.title) == ("contribute/form/", "contribute/", "Report an incident")


def test_it_names_the_other_ways(tiny_archive, rendered):
    """What stands there before the form is drawn: the issue form, the command line, the file by hand."""
    page = rendered(form_page(tiny_archive))
    ways = texts(page, "//*[@id='incident-form']//li")
    assert [way.split(",")[0].split(":")[0] for way in ways] == [
        "In the archive's repository",
        "Or get a copy of the repository and run archive new",
        "Or write the file by hand",
    ]


def test_its_scripts_and_styles_are_there(tiny_archive):
    """Every script and style that the page names is a file of the site."""
    page = form_page(tiny_archive)
    assert [path for path in (*page.scripts, *page.styles) if not (ASSETS / path).is_file()] == []


def test_the_contribute_page_leads_to_it(tiny):
    """The page on contributing links the form."""
    assert "contribute/form/" in links(tiny["contribute/"], "//a", "contribute/")


def test_modules_import_only_one_another():
    """A module of the form imports nothing but modules of the site, so that no other host is asked for code."""
    assets = MODULES[0].parent.parent
    imported = {
        (path, target)
        for path in MODULES
        for target in re.findall(r"""(?:from|import)\s*\(?\s*["']([^"']+)["']""", path.read_text(encoding="utf-8"))
    }
    assert len(MODULES) > 20
    ours = {path.resolve() for path in assets.rglob("*.js")}
    assert {(path.name, target) for path, target in imported if (path.parent / target).resolve() not in ours} == set()
    assert {target for _, target in imported if not target.startswith(".")} == set()


def test_modules_make_no_markup_from_texts():
    """No module turns a text into markup or code."""
    forbidden = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser|\.style\b"
    )
    assert [path.name for path in MODULES if forbidden.search(path.read_text(encoding="utf-8"))] == []


def test_modules_are_small():
    """A module of the form is at most 250 lines long."""
    assert [path.name for path in MODULES if len(path.read_text(encoding="utf-8").splitlines()) > 250] == []
