"""A page before it is rendered: where it stands, what it is called, what its template shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site. Its content depends on nothing but these values and its template."""

    address: str
    """Path from the site's root with a slash at the end, such as `incidents/syb-4k7m2xq/`; empty for the home page."""
    title: str
    """Plain text for the browser's tab and for lists."""
    description: str
    """One sentence of plain text for search engines and previews."""
    template: str
    """Name of the template in `site_templates/pages/`."""
    view: object
    """What the template shows: a frozen view of plain values."""
    section: str | None = None
    """Address of the list it belongs to, whose tab is marked while it is read."""
    record: str | None = None
    """The record's own file, as a posix path from the project's root, for the edit button."""
    reviewed: str = ""
    """Day of the last review as `YYYY-MM-DD`, for the sitemap; empty where there is none."""
    data: tuple[tuple[str, str, str], ...] = ()
    """Downloads announced in the page's head: media type, title, path from the site's root."""
    hidden: bool = False
    """True for a tombstone, which search engines are asked not to list."""
    card: str = ""
    """Picture that previews of a link show, as a path from the site's root; empty for the general one."""
    scripts: tuple[str, ...] = ()
    """Modules that run on this page alone: paths from the site's root."""
    classic_scripts: tuple[str, ...] = ()
    """Scripts of this page alone that are no modules, so that they run out of a folder too, in their order."""
    styles: tuple[str, ...] = ()
    """Style sheets of this page alone: paths from the site's root."""
    wasm: bool = False
    """Whether a script of this page runs WebAssembly, which the page's policy then allows."""
    translated: bool = True
    """False where the text is in the archive's first language only, so that the page has no other tree to stand in."""
