"""What the audit looks at, what it says of HTML, and how it ends where it cannot run."""

from pathlib import Path

import pytest

from tests.audit.__main__ import main
from tests.audit.chosen_pages import Chosen, chosen_pages
from tests.audit.node_tools import FILES, HERE
from tests.audit.validity import faults_of


def written(site: Path, *addresses: str) -> Path:
    """A synthetic site with pages at these addresses, each longer than the one before."""
    for n, address in enumerate(addresses):
        path = site / address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("<!doctype html>" + "x" * n, encoding="utf-8")
    return site


def test_the_largest_page_of_each_kind_is_chosen(tmp_path: Path) -> None:
    """Of each kind the largest page is looked at, in every language; kinds that a site lacks are left out."""
    site = written(tmp_path, "", "incidents/a", "incidents/b", "about", "timeline/2024/01", "ar", "ar/incidents/b")
    assert chosen_pages(site) == [
        Chosen("home", "", True),
        Chosen("incident", "incidents/b/", True),
        Chosen("month", "timeline/2024/01/", False),
        Chosen("home (ar)", "ar/", True),
        Chosen("incident (ar)", "ar/incidents/b/", True),
    ]


def test_a_fault_of_html_is_told_once(tmp_path: Path) -> None:
    """A fault on many pages is one line, with how often it was found and three of the places."""
    message = {"ruleId": "synthetic-rule", "message": "Synthetic fault", "line": 7, "selector": "p > span"}
    reports = [{"filePath": str(tmp_path / f"{n}" / "index.html"), "messages": [message]} for n in range(4)]
    assert faults_of(reports, tmp_path) == [
        "synthetic-rule: Synthetic fault (4 times)",
        "    /0/, line 7: p > span",
        "    /1/, line 7: p > span",
        "    /2/, line 7: p > span",
    ]


@pytest.mark.parametrize(
    ("browser", "expected"),
    [
        ("", "error: `make audit` needs Chromium: install it, or set CHROMIUM=/path/to/chromium.\n"),
        ("chromium", "error: `make audit` needs Node 20.19 or newer with npm: install it (https://nodejs.org).\n"),
    ],
    ids=["no browser", "no Node"],
)
def test_what_is_missing_is_said_in_a_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    browser: str,
    expected: str,
) -> None:
    """Without a browser or without Node the audit ends with 2 and says what to install."""
    monkeypatch.setenv("CHROME_PATH", browser)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main([str(tmp_path)]) == 2
    assert capsys.readouterr().err == expected


def test_the_tools_are_pinned_and_name_no_machine() -> None:
    """The tools have exact versions, the lock has a hash of each package, and neither says from where."""
    package, lock = ((HERE / name).read_text(encoding="utf-8") for name in FILES)
    assert '"lighthouse": "12.8.2"' in package
    assert lock.count('"integrity"') == lock.count('"node_modules/')
    assert "://" not in package
    assert '"resolved"' not in lock
