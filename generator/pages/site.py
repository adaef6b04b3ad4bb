"""All pages of the site, from every projector, each address once."""

from collections import Counter

from generator.archive.archive import Archive
from generator.pages.incident_page import incident_pages
from generator.pages.incident_row import incident_rows
from generator.pages.page import Page


class TwoPagesAtOneAddress(Exception):
    """Two projectors made a page for one address: a fault of ours."""


def site_pages(archive: Archive) -> tuple[Page, ...]:
    """Every page of an archive, in a fixed order. Raises TwoPagesAtOneAddress."""
    rows = incident_rows(archive)
    pages = (
        *incident_pages(archive, rows),
    )
    counted = Counter(page.address.casefold() for page in pages)
    twice = [address for address, number in counted.items() if number > 1]
    if twice:
        raise TwoPagesAtOneAddress(f"more than one page has the address {twice[0]}")
    return pages
