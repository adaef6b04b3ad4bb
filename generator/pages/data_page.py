"""The page of downloads: every file, what its columns mean, how to cite it."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.pages.addresses import DATA, Link
from generator.pages.own_texts import archive_title
from generator.pages.page import Page
from generator.texts.text import Name, say, say_number


@dataclass(frozen=True, slots=True)
class Download:
    """One file for machines."""

    address: str
    """Path from the site's root, such as `data/incidents.csv`."""
    media_type: str
    title: str
    size: int
    """Bytes; 0 where not known."""
    columns: tuple[tuple[str, str], ...] = ()
    """Name and meaning of each column of a table."""

    @property
    def announced(self) -> bool:
        """Whether the home page announces it to programs: feeds, which readers subscribe to."""
        return self.media_type == "application/atom+xml"

    @property
    def describes(self) -> bool:
        """Whether it says what records look like, and holds none."""
        return self.media_type == "application/schema+json"


@dataclass(frozen=True, slots=True)
class FileView:
    """One download as the page shows it."""

    title: str
    address: str
    name: str
    media_type: str
    size: str
    anchor: str
    columns: tuple[tuple[str, str], ...]
    """Name and meaning of each column; what is typed stands in backticks."""


@dataclass(frozen=True, slots=True)
class DataView:
    """All downloads with licence and citation."""

    files: tuple[FileView, ...]
    schemas: tuple[FileView, ...]
    """The JSON Schemas of the records."""
    title: Name
    licence: str
    licence_url: str
    reviewed: str
    """Last day on which any record was reviewed."""
    total: int
    withdrawn: int
    example: Link | None
    """An incident whose own file shows the form."""


def data_page(archive: Archive, downloads: tuple[Download, ...]) -> Page:
    """The page `/data/`; `downloads` are the files the archive is published as."""
    settings, linked = archive.settings, archive.incidents.values()
    standing = archive.timeline.ordered
    view = DataView(
        tuple(_file(download) for download in downloads if not download.describes),
        tuple(_file(download) for download in downloads if download.describes),
        archive_title(settings),
        settings.licence.name,
        settings.licence.url,
        max((entry.reviewed for entry in linked), default=""),
        len(standing),
        len(archive.incidents) - len(standing),
        Link(standing[0], f"incidents/{standing[0]}/incident.json") if standing else None,
    )
    return Page(
        DATA,
        say("Data"),
        say(
            "All records of {archive} as files for programs and tables, with the meaning of each column.",
            archive=archive_title(settings),
        ),
        "data.html.j2",
        view,
        section=DATA,
        data=tuple(
            (download.media_type, download.title, download.address) for download in downloads if not download.describes
        ),
    )


def _file(download: Download) -> FileView:
    name = download.address.rpartition("/")[2]
    return FileView(
        download.title,
        download.address,
        name,
        download.media_type,
        size_words(download.size),
        "columns-" + name.replace(".", "-"),
        download.columns,
    )


def size_words(size: int) -> str:
    """A size for readers: `412 bytes`, `38 kB`, `1.2 MB`; empty for 0."""
    if size == 0:
        return ""
    if size < 1000:
        return say_number(size, "{n} byte", "{n} bytes")
    if size < 999_500:
        return say("{number} kB", number=f"{size / 1000:.0f}")
    return say("{number} MB", number=f"{size / 1_000_000:.1f}")
