"""Web addresses that name the page itself: nothing that tells who followed them, no detour, no copy in its place."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.checking.style.texts import Text, texts_of
from generator.reading.finding import Finding, Rule, Suggestion, quoted
from generator.reading.folder import RawRecord

TRACKED = Rule(
    "X509",
    "tracking-parameter",
    "warning",
    "`{parameter}` in the address only says who followed the link; leave it out",
    "a reader who follows a link of the archive must not be counted for somebody's campaign",
    'url: "https://example.org/a?utm_source=x"\n',
    'url: "https://example.org/a"\n',
)
SHORTENED = Rule(
    "X510",
    "shortened-address",
    "warning",
    "`{host}` hides where the link leads; give the address it leads to",
    "a shortened address can be turned to another page, dies with its service, and cannot be compared with others",
    'url: "https://bit.ly/3abcdef"\n',
    'url: "https://example.org/a"\n',
)
COPY_AS_ORIGINAL = Rule(
    "A901",
    "copy-as-original",
    "warning",
    "`{key}` leads to a copy at {host}; the item's own address belongs there",
    "who published an item is seen from its own address; two copies of one page would look like two items",
    'url: "https://web.archive.org/web/20240102000000/https://example.org/a"\n',
    'url: "https://example.org/a"\narchived: [{url: "https://web.archive.org/web/20240102000000/https://example.org/a"}]\n',
)
COPY_OF_ANOTHER = Rule(
    "A902",
    "copy-of-another-page",
    "error",
    "this is a copy of `{copied}` and not of the item",
    "a copy is kept so that readers can check the item once it is gone",
    'url: "https://example.org/a"\narchived: [{url: "https://web.archive.org/web/2024/https://example.org/b"}]\n',
    'url: "https://example.org/a"\narchived: [{url: "https://web.archive.org/web/2024/https://example.org/a"}]\n',
)
OTHER_CAPTURE = Rule(
    "A903",
    "capture-day-differs",
    "error",
    "`{at}` is given as the day of the capture, but the address of the copy says {day}",
    "the day of the capture is what shows that an item said so then",
    'archived: [{url: "https://web.archive.org/web/20240102000000/https://example.org/a", at: 2024-02-01}]\n',
    'archived: [{url: "https://web.archive.org/web/20240102000000/https://example.org/a", at: 2024-01-02}]\n',
)
READ_BEFORE_PUBLISHED = Rule(
    "A904",
    "read-before-published",
    "error",
    "the item was read on {read}, before it was published ({published})",
    "one of the two days is wrong, and with it what the record's dates rest on",
    "published: 2024-02-10\nretrieved: 2024-01-10\n",
    "published: 2024-01-10\nretrieved: 2024-02-10\n",
)
LINK_RULES = (TRACKED, SHORTENED)
PROVENANCE_RULES = (COPY_AS_ORIGINAL, COPY_OF_ANOTHER, OTHER_CAPTURE, READ_BEFORE_PUBLISHED)

SHORTENERS = frozenset({
    "bit.ly", "bitly.com", "buff.ly", "cutt.ly", "dlvr.it", "fb.me", "goo.gl", "ift.tt", "is.gd", "lnkd.in", "ow.ly",
    "rb.gy", "rebrand.ly", "shorturl.at", "t.co", "t.ly", "tiny.cc", "tinyurl.com", "trib.al", "v.gd", "wp.me", "clck.ru",
})  # fmt: skip
ARCHIVES = frozenset({
    "archive.fo", "archive.is", "archive.li", "archive.md", "archive.org", "archive.ph", "archive.today", "archive.vn",
    "ghostarchive.org", "megalodon.jp", "perma.cc", "web.archive.org", "webcache.googleusercontent.com",
})  # fmt: skip
"""Hosts of archived copies; an item of archive.org itself stands at `archive.org/details/`."""

_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"'`]+")
_WAYBACK = re.compile(r"https?://web\.archive\.org/web/(?P<day>[0-9]{4,14})(?:[a-z]{2}_)?/(?P<page>.+)", re.DOTALL)
_DAY = 8


def check_web_links(raw: RawRecord) -> Iterator[Finding]:
    """Every finding about web addresses in a record's fields and texts."""
    for text in texts_of(raw):
        if "://" not in text.text:
            continue
        copy = text.loc is not None and "archived" in text.loc
        for found in _ADDRESS.finditer(text.text):
            address = found.group().rstrip(".,;:")
            if not copy and not _WAYBACK.match(address):
                yield from _tracked(text, address, found.start())
            host = _host(address)
            if host in SHORTENERS:
                yield SHORTENED.finding(
                    text.raw.path,
                    text.span(found.start(), found.start() + len(address)),
                    host=host,
                    help="open it and copy the address of the page from the browser's address bar",
                )


def _tracked(text: Text, address: str, at: int) -> Iterator[Finding]:
    """The parameters of an address that track, taken out as the others stand."""
    before, mark, rest = address.partition("?")
    query, hash_sign, fragment = rest.partition("#")
    if not mark or not query or "#" in before:
        return
    # Imported here, because most addresses have no parameters and this takes long.
    from generator.model.web_address import TRACKING

    parts = query.split("&")
    tracking = [part for part in parts if TRACKING.match(part.partition("=")[0])]
    if not tracking:
        return
    kept = "&".join(part for part in parts if part not in tracking)
    start = at + len(before)
    end = start + 1 + len(query)
    span = text.span(start, end)
    exact = span.end_column - span.column == end - start and "\ufffd" not in address
    yield TRACKED.finding(
        text.raw.path,
        span,
        parameter=quoted(tracking[0].partition("=")[0], 40),
        help=f"write `{quoted(before + (mark + kept if kept else '') + hash_sign + fragment, 200)}`",
        suggestion=Suggestion(mark + kept if kept else "", "safe", span, verbatim=True) if exact else None,
    )


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def copied_page(address: str) -> tuple[str | None, str | None]:
    """The page that an address at the Wayback Machine is a copy of, and the day of the capture as far as it says."""
    found = _WAYBACK.match(address)
    if found is None:
        return None, None
    digits, page = found.group("day"), found.group("page")
    day = f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}" if len(digits) >= _DAY else None
    return page if "://" in page else f"http://{page}", day


def is_copy(address: str) -> bool:
    """Whether an address leads to an archived copy of another page."""
    host = _host(address)
    return host in ARCHIVES and not (host == "archive.org" and not urlsplit(address).path.startswith("/web/"))


def same_page(one: str, other: str) -> bool:
    """Whether two addresses lead to one page, as citations are compared."""
    from generator.model.web_address import canonical_address

    try:
        return canonical_address(one) == canonical_address(other)
    except ValueError:
        return one == other
