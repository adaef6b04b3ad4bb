"""Addresses of pages and data, the same for every release: decided here and nowhere else."""

from dataclasses import dataclass

from generator.texts.languages import direction

HOME = ""
INCIDENTS = "incidents/"
TIMELINE = "timeline/"
UNDATED = "timeline/undated/"
EXPLORE = "explore/"
SEARCH = "search/"
EXPLORE_DATA = "data/explore/"
LOCATIONS = "locations/"
SOURCES = "sources/"
REPORTS = "reports/"
ACTORS = "actors/"
SERIES = "series/"
TYPES = "types/"
TALLIES = "tallies/"
GAPS = "gaps/"
CORRECTIONS = "corrections/"
CODEBOOK = "codebook/"
RULES = "rules/"
DATA = "data/"
ABOUT = "about/"
METHOD = "method/"
CONTRIBUTE = "contribute/"
CONTRIBUTE_FORM = "contribute/form/"
CONTRIBUTE_STYLE = "contribute/style/"

_FOLDERS = {
    "incident": INCIDENTS,
    "location": LOCATIONS,
    "source": SOURCES,
    "report": REPORTS,
    "actor": ACTORS,
    "series": SERIES,
    "type": TYPES,
    "tally": TALLIES,
    "rule": RULES,
}


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads to a page of this site."""

    text: str
    address: str
    """Path from the site's root, with an anchor where it leads into a page."""
    note: str = ""
    """A word of explanation shown behind it."""
    language: str = ""
    """Language tag of the text, where it is not the page's own."""

    @property
    def direction(self) -> str:
        """The direction in which the text is written."""
        return direction(self.language or None)


def address_of(kind: str, key: str) -> str:
    """The address of a record's page: `address_of("incident", "syb-4k7m2xq")` is `incidents/syb-4k7m2xq/`."""
    return f"{_FOLDERS[kind]}{key}/"


def year_address(year: int) -> str:
    """The address of a year's page: `timeline/2023/`."""
    return f"{TIMELINE}{year:04}/"


def month_address(year: int, month: int) -> str:
    """The address of a month's page: `timeline/2023/12/`."""
    return f"{TIMELINE}{year:04}/{month:02}/"


def incident_data(key: str) -> str:
    """The address of an incident's JSON, beside its page."""
    return f"{INCIDENTS}{key}/incident.json"


def schema_address(kind: str, *, of_this_archive: bool = False) -> str:
    """The address of the JSON Schema of a kind of record; one of this archive knows its keys and terms."""
    return f"{DATA}schema/{'archive/' if of_this_archive else ''}{kind}.schema.json"


def claim_anchor(claim: str) -> str:
    """The anchor of a claim on its report's page: `s3.1` is `claim-s3-1`."""
    return "claim-" + claim.replace(".", "-")


def flat(address: str) -> str:
    """The file that stands for an address where pages open from a folder: `timeline/2023/` is `timeline/2023.html`."""
    path, hash_sign, anchor = address.partition("#")
    if path.endswith("/") or not path:
        path = f"{path.rstrip('/') or 'index'}.html"
    return path + hash_sign + anchor


def relative(target: str, origin: str) -> str:
    """A link from one page to another, relative, so that the site works under any path and from a folder's server.

    Both are paths from the site's root; a page's ends in a slash or is empty.
    """
    path, hash_sign, anchor = target.partition("#")
    if hash_sign and path == origin:
        return "#" + anchor
    here, there = origin.split("/")[:-1], path.split("/")
    same = 0
    while same < len(here) and same < len(there) - 1 and here[same] == there[same]:
        same += 1
    way = "../" * (len(here) - same) + "/".join(there[same:])
    return (way or "./") + hash_sign + anchor
