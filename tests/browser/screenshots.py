"""`make screenshots`: every kind of page as readers see it, wide and narrow, light and dark, in every language.

    python -m tests.browser.screenshots [SITE [FOLDER]]

The pictures go to `build/screenshots/` with a sheet of them all; the command ends with 1 where a
page scrolls sideways, says anything in the console or asks another host for anything.
"""

import html
import os
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tests.audit.static_host import hosted
from tests.browser.page_kinds import COLLECTIONS, languages, pages_by_kind

PROJECT = Path(__file__).resolve().parents[2]
WIDTHS = (1280, 390)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
HIDDEN = '<meta name="robots" content="noindex">'
"""What the page of a withdrawn record has in its head."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture to take."""

    kind: str
    address: str
    width: int
    scheme: Literal["light", "dark"]
    language: str

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.kind}-{self.width}-{self.scheme}-{self.language}.png"


def shots(site: Path) -> list[Shot]:
    """Every picture of a built site: the largest page of each kind in each language, at each width, in each scheme."""
    trees = languages(site)
    return [
        Shot(kind, address, width, scheme, language)
        for kind, address, language in sorted(_pages(site, trees))
        for width in WIDTHS
        for scheme in SCHEMES
    ]


def _pages(site: Path, trees: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    first = re.search(r'<html lang="([^"]+)"', (site / "index.html").read_text(encoding="utf-8"))
    for kind, addresses in pages_by_kind(site).items():
        tree = next((tree for tree in trees if kind.startswith(f"{tree}/")), "")
        language = tree or (first[1] if first else "")
        name = kind_name(kind.removeprefix(f"{tree}/") if tree else kind)
        withdrawn = [address for address in addresses if name == "incidents-entry" and _is_hidden(site, address)]
        standing = [address for address in addresses if address not in withdrawn]
        if standing:
            yield name, standing[-1], language
        if withdrawn:
            yield "incidents-withdrawn", withdrawn[-1], language


def _is_hidden(site: Path, address: str) -> bool:
    return HIDDEN in (site / address / "index.html").read_text(encoding="utf-8")


def kind_name(kind: str) -> str:
    """A kind of page as part of a file's name: `timeline/#/#/` is `timeline-month`, `incidents/*/` is `incidents-entry`."""
    named = {"": "home", "timeline/#/": "timeline-year", "timeline/#/#/": "timeline-month"}
    if kind in named:
        return named[kind]
    first, _, rest = kind.partition("/")
    if first in COLLECTIONS and rest:
        return f"{first}-entry"
    return kind.strip("/").removesuffix(".html").replace("/", "-")


def take(browser: Browser, host: str, shot: Shot, folder: Path) -> list[str]:
    """Take a picture; gives what is wrong with the page."""
    window = browser.new_context(
        viewport={"width": shot.width, "height": 900}, color_scheme=shot.scheme, reduced_motion="reduce"
    )
    page, wrong = window.new_page(), list[str]()
    page.on(
        "console",
        lambda message: wrong.append(f"says in the console: {message.text} ({message.location.get('url', '')})"),
    )
    page.on("pageerror", lambda error: wrong.append(f"has an error: {error}"))
    page.on("request", lambda request: wrong.extend(_foreign(request.url, host)))
    page.goto(host + shot.address, wait_until="networkidle")
    _settled(page)
    room, needed = page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollWidth]")
    if needed > room:
        wrong.append(f"scrolls sideways: {needed} pixels wide in a window of {room}")
    page.screenshot(path=folder / shot.name, full_page=True)
    window.close()
    return list(dict.fromkeys(wrong))


def _foreign(address: str, host: str) -> list[str]:
    parts = urlsplit(address)
    own = parts.scheme in ("data", "blob") or parts.netloc == urlsplit(host).netloc
    return [] if own else [f"asks another host: {address}"]


def _settled(page: Page) -> None:
    """Wait for the type, and for what scripts draw in the next frame."""
    page.evaluate("document.fonts.ready.then(() => null)")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))")


def contact_sheet(taken: Sequence[Shot]) -> str:
    """A page with all pictures, those of a kind beside one another."""
    kinds = sorted({shot.kind for shot in taken})
    figures = "".join(
        f"<h2>{html.escape(kind)}</h2>\n<div>"
        + "".join(
            f'<figure><a href="{shot.name}"><img src="{shot.name}" loading="lazy" alt="{shot.name}"></a>'
            f"<figcaption>{shot.width} {shot.scheme} {shot.language}</figcaption></figure>\n"
            for shot in taken
            if shot.kind == kind
        )
        + "</div>\n"
        for kind in kinds
    )
    return (
        '<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Screenshots</title>\n'
        "<style>body{font:14px sans-serif}div{display:flex;flex-wrap:wrap;gap:12px}figure{margin:0}"
        "a{display:block;height:440px;overflow:hidden;border:1px solid #999}"
        "img{width:320px}img[src*='-390-']{width:160px}</style>\n"
        f"<h1>{len(taken)} screenshots</h1>\n{figures}</html>\n"
    )


def main(arguments: Sequence[str]) -> int:
    """0 where all pages are as they should be, 1 where one is not, 2 where none can be looked at."""
    site = Path(arguments[0]) if arguments else PROJECT / "site"
    folder = Path(arguments[1]) if len(arguments) > 1 else PROJECT / "build" / "screenshots"
    if not os.environ.get("CHROMIUM"):
        print(
            "error: `make screenshots` needs Chromium: install it, or set CHROMIUM=/path/to/chromium.", file=sys.stderr
        )
        return 2
    if not (site / "index.html").is_file():
        print(f"error: there is no site in {site}: run `make site`.", file=sys.stderr)
        return 2
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    taken, faults = shots(site), list[str]()
    with hosted(site) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"],
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        for shot in taken:
            faults += [f"{shot.name} (/{shot.address}) {fault}" for fault in take(browser, host, shot, folder)]
        browser.close()
    (folder / "index.html").write_text(contact_sheet(taken), encoding="utf-8")
    print(f"{len(taken)} screenshots in {folder}")
    print("\n".join(faults) or "No page scrolls sideways, says anything in the console or asks another host.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
