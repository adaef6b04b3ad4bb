"""What a page tells those who show a preview of it."""

from pathlib import Path

import lxml.html
import pytest
from synthetic_project import FILES, SITE_URL, archive, copied_project

from generator.pages.page import Page
from generator.publishing.social_card import SocialCard, social_card

TAGS = "//head/meta[starts-with(@property, 'og:') or starts-with(@name, 'twitter:')]"
INCIDENT = "incidents/syb-4k7m2xq/"


def tags(site: Path, address: str) -> dict[str, str]:
    """The tags of a page for previews, none of them twice."""
    found = lxml.html.document_fromstring((site / address / "index.html").read_bytes()).xpath(TAGS)
    names = [tag.get("property") or tag.get("name") for tag in found]
    assert len(names) == len(set(names))
    return dict(zip(names, (tag.get("content") for tag in found), strict=True))


@pytest.mark.parametrize(
    ("card", "language", "expected"),
    [
        ("", "en", SocialCard("assets/cards/archive.png", "website", "en_GB")),
        ("assets/cards/contested.png", "ar", SocialCard("assets/cards/contested.png", "article", "ar_AR")),
        ("", "ckb-Arab", SocialCard("assets/cards/archive.png", "website", "ckb_Arab")),
    ],
)
def test_a_page_without_a_picture_has_the_general_one(card: str, language: str, expected: SocialCard) -> None:
    """A page's picture makes it an article; without one it has the general picture; the language is told with a territory."""
    page = Page("x/", "Synthetic", "Synthetic.", "x.html.j2", None, card=card)
    assert social_card(page, language) == expected


@pytest.mark.slow
def test_an_incident_says_what_a_preview_shows(site: Path) -> None:
    """The head of an incident's page has its title, description, address and the picture of its status."""
    assert tags(site, INCIDENT) == {
        "og:title": "Single source: Drone strike on a US base, Hasakah province",
        "og:description": "Single source. 31 December, year not stated, date of the report; somewhere in Al-Hasakah "
        "Governorate. 1 line of origin, from 1 report.",
        "og:type": "article",
        "og:site_name": "Syria Base Attacks Archive",
        "og:locale": "en_GB",
        "og:url": f"{SITE_URL}{INCIDENT}",
        "og:image": f"{SITE_URL}assets/cards/single-source.png",
        "twitter:card": "summary_large_image",
    }


@pytest.mark.slow
def test_every_page_has_a_preview(site: Path) -> None:
    """Every page but that for missing addresses has all the tags, and its picture is a file of the site."""
    addresses = [path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")]
    told = {address: tags(site, address) for address in addresses}
    assert {len(found) for found in told.values()} == {8}
    pictures = {found["og:image"] for found in told.values()}
    assert [picture for picture in pictures if not (site / picture.removeprefix(SITE_URL)).is_file()] == []
    assert {found["og:url"] for found in told.values()} == {
        SITE_URL if address == "." else f"{SITE_URL}{address}/" for address in addresses
    }


@pytest.mark.slow
def test_a_site_without_an_address_gives_none(tmp_path: Path) -> None:
    """Without an address the public can reach a page names neither its own nor a picture; its words are escaped once."""
    settings = FILES["archive.yml"].replace("title: Synthetic archive", "title: 'Synthetic \"archive\" & more'")
    root = copied_project(tmp_path / "project", {**FILES, "archive.yml": settings})
    done = archive(root, "build")
    assert (done.returncode, done.stderr) == (0, "")
    assert tags(root / "site", "") == {
        "og:title": 'Synthetic "archive" & more',
        "og:description": "Synthetic incidents that never happened.",
        "og:type": "website",
        "og:site_name": 'Synthetic "archive" & more',
        "og:locale": "en_GB",
        "twitter:card": "summary",
    }
