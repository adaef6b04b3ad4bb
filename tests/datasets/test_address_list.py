"""The list of addresses that the page for what is not there searches."""

import json
from dataclasses import replace

from generator.datasets.address_list import address_list
from generator.pages.page import Page

PAGE = Page("about/", "Synthetic title", "Synthetic.", "about.html.j2", None)


def test_addresses_stand_apart_by_the_languages_of_their_page():
    """Each page is listed once: those of every language, then those of the first alone."""
    pages = (
        PAGE,
        replace(PAGE, address="codebook/", translated=False),
        replace(PAGE, address="incidents/syn-0000001/"),
    )
    assert json.loads(address_list(pages)) == {
        "everywhere": ["about/", "incidents/syn-0000001/"],
        "first_language": ["codebook/"],
    }
