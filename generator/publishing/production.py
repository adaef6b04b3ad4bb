"""From the folder of records to everything the site is made of: the five stages in their order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.archive.archive import Archive
from generator.archive.link import link
from generator.checking.check import Check, check, publishable
from generator.checking.minting import minter
from generator.datasets.address_list import PATH as ADDRESSES
from generator.datasets.address_list import address_list
from generator.datasets.datasets import JSON, Dataset, datasets
from generator.pages.addresses import EXPLORE_DATA, INCIDENTS
from generator.pages.data_page import Download
from generator.pages.incident_row import incident_rows
from generator.pages.map.base_map import BaseMap
from generator.pages.page import Page
from generator.pages.search_records import SearchRecord, search_records
from generator.pages.site import site_pages
from generator.reading.folder import Reading, read_archive
from generator.texts.text import say


@dataclass(frozen=True, slots=True)
class Production:
    """What is to be published, and what the check found on the way."""

    reading: Reading
    check: Check
    """The check of every record."""
    archive: Archive | None
    """The linked archive of the records that may be published; None where none may."""
    pages: tuple[Page, ...] = ()
    datasets: tuple[Dataset, ...] = ()
    found: tuple[SearchRecord, ...] = ()
    """What the search finds; empty where there is to be no search."""

    @property
    def addresses(self) -> frozenset[str]:
        """Every address of the site that a page may link to."""
        return frozenset(page.address for page in self.pages) | frozenset(data.path for data in self.datasets)

    @property
    def translated(self) -> frozenset[str]:
        """The addresses of the pages that stand in every language."""
        return frozenset(page.address for page in self.pages if page.translated)

    @property
    def reviewed(self) -> str:
        """The last day on which any record was reviewed, as `YYYY-MM-DD`, or empty."""
        return max((linked.reviewed for linked in self.archive.incidents.values()), default="") if self.archive else ""


def produce(
    incidents: Path,
    *,
    today: date,
    choose: Callable[[str], str],
    site_url: str | None,
    lenient: bool = False,
    base_map: BaseMap | None = None,
    repository: str = "",
    search: bool = False,
) -> Production:
    """Read, check, link and project the archive in a folder.

    With an error among the findings nothing is linked, unless `lenient`: then every file with an
    error is set aside, as the preview does while a record is being written. `choose` draws the
    signs of ids that findings offer. Without a `base_map` maps have no borders; `repository` is
    its web address at the code host. Without `search` nothing is made ready for one.
    """
    reading = read_archive(incidents)
    mint = minter(reading, choose)
    if lenient:
        whole, left = publishable(reading, today=today, mint=mint)
    else:
        whole = left = check(reading, today=today, mint=mint)
    records = left.records
    if records.settings is None or left.errors:
        return Production(reading, whole, None)
    archive = link(records)
    files = tuple(datasets(archive, site_url=site_url))
    found = search_records(archive, incident_rows(archive)) if search else ()
    pages = site_pages(archive, _downloads(files), base_map, repository=repository, site_url=site_url, found=found)
    listed = Dataset(ADDRESSES, JSON, say("Addresses of all pages (JSON)"), address_list(pages))
    return Production(reading, whole, archive, pages, (*files, listed), found)


def _downloads(files: tuple[Dataset, ...]) -> tuple[Download, ...]:
    """The files of the whole archive, as the data page offers them."""
    return tuple(
        Download(file.path, file.media_type, file.title, len(file.content), file.columns)
        for file in files
        if not file.path.startswith((INCIDENTS, EXPLORE_DATA))
    )
