"""The addresses of all pages, for whoever came to one that is not there."""

from collections.abc import Iterable

from pydantic_core import to_json

from generator.pages.addresses import DATA
from generator.pages.page import Page

PATH = f"{DATA}addresses.json"


def address_list(pages: Iterable[Page]) -> bytes:
    """Addresses from the site's root, apart by whether a page stands in every language of the site or in the first alone."""
    pages = tuple(pages)
    return to_json(
        {
            "everywhere": [page.address for page in pages if page.translated],
            "first_language": [page.address for page in pages if not page.translated],
        }
    )
