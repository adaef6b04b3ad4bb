"""The MkDocs plugin: pages and data of the archive as virtual files, so that `mkdocs build` and `mkdocs serve` just work."""

import logging
import posixpath
import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from markupsafe import escape
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from generator.checking.formats import render
from generator.pages.escaping import html_text
from generator.pages.map.base_map import BaseMap
from generator.publishing.archive_page import ArchivePage
from generator.publishing.base_map_file import read_base_map
from generator.publishing.fault import PublishingError
from generator.publishing.preview import lasting, rehearse
from generator.publishing.production import Production, produce
from generator.publishing.rendering import Renderer
from generator.publishing.site_address import public_address
from generator.publishing.site_folder import SiteFolder
from generator.reading.lines import line_reader

findings_log = logging.getLogger("mkdocs.archive")


class ArchiveConfig(Config):  # type: ignore[no-untyped-call]
    """Settings of the plugin in `mkdocs.yml`."""

    incidents = config_options.Dir(exists=True, default="incidents")
    """Folder of the records."""
    templates = config_options.Dir(exists=True, default="site_templates/pages")
    """Folder of the templates of generated pages."""
    base_map = config_options.File(exists=False, default="site_templates/vendor/natural-earth/base-map.json")
    """What maps are drawn on; without the file they have no borders."""


class ArchivePlugin(BasePlugin[ArchiveConfig]):  # type: ignore[no-untyped-call]
    """Publishes an archive through MkDocs.

    `mkdocs build` refuses an archive with errors and names them; `mkdocs serve` shows them as
    findings, leaves the broken records out and goes on. MkDocs keeps one plugin object for the
    whole of a `serve`, because it has `on_startup`; what was last published well stays here, so
    that settings broken half-way through an edit do not end the preview.
    """

    def __init__(self) -> None:
        self._serving = False
        self._production: Production | None = None
        self._renderer: Renderer | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, check, link and project; name the site after its archive."""
        if not config.use_directory_urls:
            raise PluginError(
                "The archive's addresses end in a slash: leave `use_directory_urls` in mkdocs.yml at true."
            )
        production = produce(
            Path(self.config.incidents),
            today=datetime.now(UTC).date(),
            choose=secrets.choice,
            site_url=public_address(config.site_url),
            lenient=self._serving,
            base_map=self._base_map(),
            repository=config.repo_url or "",
        )
        self._report(production)
        if production.archive is not None:
            self._production = production
        if self._production is None or self._production.archive is None:
            raise PluginError("Nothing can be published: mend the findings above.")
        settings = self._production.archive.settings
        # Marked as escaped: the theme prints it as it is in some places and escapes it in others.
        config.site_name = escape(settings.title)
        config.site_description = html_text(settings.description)
        config.extra["served"] = self._serving
        self._renderer = Renderer(Path(self.config.templates), self._production.addresses)
        return config

    def _base_map(self) -> BaseMap | None:
        try:
            return read_base_map(Path(self.config.base_map))
        except PublishingError as fault:
            raise PluginError(str(fault)) from fault

    def _report(self, production: Production) -> None:
        findings = [finding for finding in production.check.findings if finding.level == "error" or self._serving]
        if not findings:
            return
        text = render(
            "full", findings, line_of=line_reader(Path(self.config.incidents).parent), files=len(production.reading.raw)
        )
        if self._serving:
            findings_log.info("The check has findings; files with an error are left out of this preview.\n%s", text)
            return
        findings_log.error("%s", text)
        errors = production.check.errors
        raise PluginError(f"The check found {errors} {'error' if errors == 1 else 'errors'}.")

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """MkDocs is about to empty and refill its folder: what stands there is no longer vouched for.

        A preview first tries every template, so that a broken one leaves the pages as they were.
        """
        production, renderer = self._production, self._renderer
        if not self._serving:
            # `archive build` has MkDocs fill a dotted folder that stands for nothing yet.
            if not Path(config.site_dir).name.startswith("."):
                SiteFolder(Path(config.site_dir)).forget()
        elif production is not None and renderer is not None:
            folder = Path(config.theme.custom_dir) if config.theme.custom_dir else None
            if fault := rehearse(production.pages, renderer, config.theme.get_env(), folder):
                raise PluginError(f"A template is broken: {fault}")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every page and dataset as a virtual file that is in no menu, and leave out the stock theme's own files."""
        production, renderer = self._production, self._renderer
        if production is None or renderer is None:
            raise PluginError("The archive has not been read.")
        stock = set(config.theme.dirs) - {config.theme.custom_dir}
        for file in [file for file in files if file.src_dir in stock]:
            files.remove(file)
        taken = {file.dest_uri.casefold(): file.src_uri for file in files}
        for file in self._virtual_files(config, production, renderer):
            other = taken.setdefault(file.dest_uri.casefold(), file.src_uri)
            if other != file.src_uri:
                raise PluginError(f"{file.src_uri} and {other} would both be published as {file.dest_uri}.")
            files.append(file)
        return files

    def _virtual_files(self, config: MkDocsConfig, production: Production, renderer: Renderer) -> Iterator[File]:
        to_root = posixpath.relpath(Path(self.config.incidents).parent.as_posix(), Path(config.docs_dir).as_posix())
        for page in production.pages:
            name = f"{page.address.rstrip('/')}.md" if page.address else "index.md"
            file = File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            if page.record is not None and config.repo_url:
                file.edit_uri = posixpath.join(to_root, page.record)
            ArchivePage(page, file, config, renderer, production.reviewed)
            yield file
        for data in production.datasets:
            yield File.generated(config, data.path, content=data.content, inclusion=InclusionLevel.NOT_IN_NAV)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put each page under the list it belongs to, so that the list's tab is marked while it is read."""
        lists: dict[str, Any] = {page.url: page for page in nav.pages}
        for file in files.documentation_pages():
            page = file.page
            if isinstance(page, ArchivePage) and page.section in lists and lists[page.section] is not page:
                page.parent = lists[page.section]
        return nav

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Build anew when a record or a template changes, and go on when that cannot be done."""
        server.builder = lasting(server.builder)
        server.watch(self.config.incidents)
        server.watch(str(Path(config.docs_dir).parent))
        return server
