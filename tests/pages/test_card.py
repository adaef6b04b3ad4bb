"""The pictures that previews of links show."""

import struct
from pathlib import Path

import pytest
from synthetic_site import ROOT, Site

from generator.model.status import STATUSES
from generator.pages.card import CARDS, GENERAL_CARD, card_of

CONTENT = ROOT / "site_templates" / "content"
FILES = sorted((CONTENT / CARDS).iterdir())


def test_every_status_has_its_picture_and_no_other_has_one() -> None:
    """The pictures are those of the statuses and the general one; a new status needs `bin/cards`."""
    named = {GENERAL_CARD, *(card_of(entry.status) for entry in STATUSES)}
    assert {path.relative_to(CONTENT).as_posix() for path in FILES} == named


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_picture_has_the_size_that_previews_show(path: Path) -> None:
    """A picture is a PNG of 1200 by 630 pixels and at most 40 kB."""
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (1200, 630)
    assert len(data) <= 40_000


def test_an_incident_has_the_picture_of_its_status(tiny: Site) -> None:
    """The picture of an incident is that of its status; a page that is no incident, or a withdrawn one, has the general one."""
    cards = {page.address: page.card for page in tiny.pages.values() if page.card}
    standing = {key: linked.incident for key, linked in tiny.archive.incidents.items() if not linked.incident.withdrawn}
    assert cards == {f"incidents/{key}/": f"assets/cards/{incident.status}.png" for key, incident in standing.items()}
    assert len(set(cards.values())) > 1
