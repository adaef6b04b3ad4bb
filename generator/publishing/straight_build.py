"""The site's files one after another, by MkDocs' own steps, without a folder in between.

`mkdocs build` first empties a folder, then fills it; these are the same steps and the same bytes,
handed over one file at a time. A test holds both equal. Where the configuration asks for more than
this archive's plugin, MkDocs itself has to run (`is_straight`).
"""

import gzip
import io
import logging
from collections.abc import Iterator, Sequence

from jinja2 import Environment
from mkdocs import utils
from mkdocs.commands.build import _build_template, _populate_page, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from generator.publishing.archive_page import ArchivePage

SITEMAP = "sitemap.xml"


def is_straight(config: MkDocsConfig) -> bool:
    """Whether the configuration asks for nothing but this archive's own plugin."""
    return set(config.plugins) == {"archive"} and not (config.hooks or config.extra_templates)


def site_files(config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    """Path and content of every file of the site. Raises Abort where MkDocs' strict build would."""
    counter = utils.CountHandler()
    counter.setLevel(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(counter)
    try:
        yield from _built(config)
        if counts := counter.get_counts():
            raise Abort("Aborted with " + ", ".join(f"{number} {kind.lower()}s" for kind, number in counts))
    except BuildError as fault:
        logger.error("%s", fault)
        raise Abort("Aborted with a BuildError!") from None
    finally:
        logger.removeHandler(counter)


def _built(config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    env = config.theme.get_env()
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    for file in files.documentation_pages():
        _prepare(file, config, files)
    env = config.plugins.on_env(env, config=config, files=files) or env
    for file in files:
        if not file.is_documentation_page() and file.inclusion.is_included():  # type: ignore[no-untyped-call]
            yield file.dest_uri, file.content_bytes
    # A folder has no web server that would ask for an error page or a map of the site.
    for name in config.theme.static_templates if config.use_directory_urls else ():
        yield from _theme_file(name, env, files, config, nav)
    pages = files.documentation_pages(inclusion=InclusionLevel.is_included)
    for file in pages:
        yield file.dest_uri, _page(file, config, pages, nav, env, files)
    for file in pages:
        if not isinstance(file.page, ArchivePage) and file.page is not None:
            file.page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
    config.plugins.on_post_build(config=config)


def _prepare(file: File, config: MkDocsConfig, files: Files) -> None:
    """Read a page as far as other pages and the menu ask for it; ours are rendered one by one, when their turn comes."""
    page = file.page or Page(None, file, config)
    if isinstance(page, ArchivePage):
        page.read_source(config)
    else:
        _populate_page(page, config, files)


def _page(
    file: File, config: MkDocsConfig, pages: Sequence[File], nav: Navigation, env: Environment, files: Files
) -> bytes:
    page = file.page
    if page is None:
        raise BuildError(f"{file.src_uri} has no page")
    config._current_page = page
    page.active = True
    try:
        if isinstance(page, ArchivePage):
            page.render(config, files)
        template = env.get_template(page.meta.get("template", "main.html"))
        output = template.render(get_context(nav, pages, config, page))
        # A page is read once: its text need not stay.
        page.content = None
        return output.encode("utf-8", errors="xmlcharrefreplace")
    finally:
        page.active = False
        config._current_page = None


def _theme_file(
    name: str, env: Environment, files: Files, config: MkDocsConfig, nav: Navigation
) -> Iterator[tuple[str, bytes]]:
    output = _build_template(name, env.get_template(name), files, config, nav)
    if not output.strip():
        return
    content = output.encode("utf-8")
    yield name, content
    if name == SITEMAP:
        stamp = utils.get_build_timestamp(pages=[file.page for file in files.documentation_pages() if file.page])
        packed = io.BytesIO()
        with gzip.GzipFile(fileobj=packed, filename=SITEMAP, mode="wb", mtime=stamp) as file:
            file.write(content)
        yield f"{name}.gz", packed.getvalue()
