"""The way from a record's page to its correction."""

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from site_page import Pages, pages_of
from synthetic_project import FILES, REPOSITORY_URL, SITE_URL, archive, copied_project

from generator.pages.addresses import CONTRIBUTE, INCIDENTS

WORDS = "Send a correction"


def links(pages: Pages) -> dict[str, list[str]]:
    """Where the links of each page lead that send a correction, by the page's address; pages without one are left out."""
    found = {
        address: page.article.xpath(".//p[@class='edit']/a[text()=$words]/@href", words=WORDS)
        for address, page in pages.items()
    }
    return {address: targets for address, targets in found.items() if targets}


@pytest.fixture(scope="module")
def homeless(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The synthetic site of an archive whose repository is not known."""
    root = copied_project(tmp_path_factory.mktemp("homeless") / "project", FILES)
    done = archive(root, "build", SITE_URL=SITE_URL)
    assert (done.returncode, done.stderr) == (0, "")
    return pages_of(root / "site")


def test_a_correction_opens_the_form_with_the_record_named(built_project: Path) -> None:
    """Each record's page leads once to the issue form for corrections, filled in with where the record stands."""
    pages = pages_of(built_project / "site")
    found = links(pages)
    assert {address for address in pages if address.startswith(INCIDENTS) and address != INCIDENTS} <= found.keys()
    told = {address: [urlsplit(target) for target in targets] for address, targets in found.items()}
    assert {address: [parse_qsl(target.query) for target in targets] for address, targets in told.items()} == {
        address: [
            [
                ("template", "correction.yml"),
                ("title", f"Correction: {address.rstrip('/')}"),
                ("record", address.rstrip("/")),
            ]
        ]
        for address in found
    }
    assert {target.partition("?")[0] for targets in found.values() for target in targets} == {
        f"{REPOSITORY_URL}/issues/new"
    }


def test_without_a_repository_a_correction_begins_at_contribute(homeless: Pages) -> None:
    """Where the repository is not known, each record's page leads to what the site itself says on corrections."""
    found = links(homeless)
    assert {address for address in homeless if address.startswith(INCIDENTS) and address != INCIDENTS} <= found.keys()
    assert {homeless[address].inside(target) for address, targets in found.items() for target in targets} == {
        f"{CONTRIBUTE}#correct"
    }
