"""All pages of the site, from every projector, each address once."""

from collections import Counter

from generator.archive.archive import Archive
from generator.pages.about_pages import about_page, method_page
from generator.pages.actor_page import actor_pages
from generator.pages.codebook_page import codebook_page
from generator.pages.contribute_page import contribute_page, style_page
from generator.pages.corrections_page import corrections_page
from generator.pages.data_page import Download, data_page
from generator.pages.explore_page import explore_page
from generator.pages.form_page import form_page
from generator.pages.gaps_page import gaps_page
from generator.pages.home_page import home_page
from generator.pages.incident_list_page import incident_list_page
from generator.pages.incident_page import incident_pages
from generator.pages.incident_row import incident_rows
from generator.pages.location_index import location_index
from generator.pages.location_page import location_pages
from generator.pages.map.base_map import BaseMap
from generator.pages.map.region_map import region_map
from generator.pages.map.whereabouts import locators
from generator.pages.page import Page
from generator.pages.report_page import report_pages
from generator.pages.rule_pages import rule_pages
from generator.pages.search_page import search_page
from generator.pages.search_records import SearchRecord
from generator.pages.series_page import series_pages
from generator.pages.source_index import source_index
from generator.pages.source_page import source_pages
from generator.pages.tally_page import tally_pages
from generator.pages.timeline_pages import timeline_pages
from generator.pages.type_page import type_pages


class SharedAddressError(Exception):
    """Two projectors made a page for one address: a fault of ours."""


def site_pages(
    archive: Archive,
    downloads: tuple[Download, ...] = (),
    base_map: BaseMap | None = None,
    *,
    repository: str = "",
    site_url: str | None = None,
    found: tuple[SearchRecord, ...] = (),
) -> tuple[Page, ...]:
    """Every page of an archive, in a fixed order; `downloads` are the files published beside them. Raises SharedAddressError.

    Without a `base_map` maps have no borders; without the `repository`'s web address no page leads to its issue forms;
    `site_url` is the site's public address, for citations; `found` is what the search finds, and without it the search page says that there is no search.
    """
    rows = incident_rows(archive)
    everywhere, locate = region_map(archive, rows, base_map, archive.locations), locators(archive, base_map)
    pages = (
        home_page(archive, rows, downloads, everywhere),
        incident_list_page(archive, rows),
        explore_page(archive, rows, everywhere),
        search_page(archive, found),
        *incident_pages(archive, rows, locate, site_url),
        location_index(archive, rows, downloads, everywhere),
        *location_pages(archive, rows, base_map, locate),
        source_index(archive, rows, downloads),
        *source_pages(archive, rows),
        *actor_pages(archive, rows),
        *series_pages(archive, rows),
        *type_pages(archive, rows),
        *tally_pages(archive),
        *report_pages(archive, rows),
        *timeline_pages(archive, rows),
        gaps_page(archive, rows),
        corrections_page(archive, rows),
        data_page(archive, downloads),
        codebook_page(archive),
        *rule_pages(archive, rows),
        about_page(archive, rows),
        method_page(archive, rows),
        contribute_page(archive, repository),
        style_page(archive),
        form_page(archive),
    )
    counted = Counter(page.address.casefold() for page in pages)
    twice = [address for address, number in counted.items() if number > 1]
    if twice:
        raise SharedAddressError(f"more than one page has the address {twice[0]}")
    return pages
