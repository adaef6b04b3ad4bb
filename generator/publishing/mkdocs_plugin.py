"""The MkDocs plugin: pages and data of the archive as virtual files, so that `mkdocs build` and `mkdocs serve` just work."""

import logging
import os
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

from generator.checking.formats import render
from generator.pages.escaping import html_text
from generator.pages.map.base_map import BaseMap
from generator.publishing.archive_page import ArchivePage
from generator.publishing.base_map_file import read_base_map
from generator.publishing.catalogue_file import read_catalogue
from generator.publishing.fault import PublishingError
from generator.publishing.preview import lasting, rehearse
from generator.publishing.production import Production, produce
from generator.publishing.rendering import Renderer
from generator.publishing.search_index import search_index
from generator.publishing.site_address import public_address
from generator.publishing.site_folder import SiteFolder
from generator.reading.lines import line_reader
from generator.texts.languages import native_name

findings_log = logging.getLogger("mkdocs.archive")


class ArchiveConfig(Config):  # type: ignore[no-untyped-call]
    """Settings of the plugin in `mkdocs.yml`."""

    incidents = config_options.Dir(exists=True, default="incidents")
    """Folder of the records."""
    templates = config_options.Dir(exists=True, default="site_templates/pages")
    """Folder of the templates of generated pages."""
    base_map = config_options.File(exists=False, default="site_templates/vendor/natural-earth/base-map.json")
    """What maps are drawn on; without the file they have no borders."""
    search = config_options.Type(bool, default=True)
    """Whether the site has a search; a preview and `ARCHIVE_NO_SEARCH` leave it out."""
    texts = config_options.Dir(exists=False, default="site_templates/texts")
    """Folder of the catalogues, one a language beside English."""


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
        self._renderers: dict[str, Renderer] = {}
        """A renderer for each language, the first language first."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, check, link and project; name the site after its archive."""
        production = produce(
            Path(self.config.incidents),
            today=datetime.now(UTC).date(),
            choose=secrets.choice,
            site_url=public_address(config.site_url),
            lenient=self._serving,
            base_map=self._base_map(),
            repository=config.repo_url or "",
            search=self._searchable(config),
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
        self._renderers = self._speakers(config, settings.languages, self._production)
        config.extra["languages"] = [
            {
                "words": renderer,
                "tag": tag,
                "name": native_name(tag),
                "site": html_text((own and own.title) or settings.title),
                "about": html_text((own and own.description) or settings.description),
            }
            for tag, renderer in self._renderers.items()
            for own in (settings.translations.get(tag),)
        ]
        # Only an address the public can reach is worth giving to those who quote a page.
        config.extra["public"] = public_address(config.site_url) or ""
        return config

    def _speakers(
        self, config: MkDocsConfig, languages: tuple[str, ...], production: Production
    ) -> dict[str, Renderer]:
        try:
            return {
                language: Renderer(
                    Path(self.config.templates),
                    production.addresses,
                    catalogue=read_catalogue(Path(self.config.texts), language),
                    first_language=languages[0],
                    translated=production.translated,
                    flat=not config.use_directory_urls,
                )
                for language in languages
            }
        except PublishingError as fault:
            raise PluginError(str(fault)) from fault

    def _searchable(self, config: MkDocsConfig) -> bool:
        """Whether to make a search: one that opens from a folder could not run it, and a preview is not kept waiting."""
        wanted = self.config.search and not os.environ.get("ARCHIVE_NO_SEARCH")
        return bool(wanted and config.use_directory_urls and not self._serving)

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
        production, renderers = self._production, self._renderers.values()
        if not self._serving:
            # `archive build` names a dotted folder, which stands for nothing.
            if not Path(config.site_dir).name.startswith("."):
                SiteFolder(Path(config.site_dir)).forget()
        elif production is not None:
            folder = Path(config.theme.custom_dir) if config.theme.custom_dir else None
            if fault := rehearse(production.pages, renderers, config.theme.get_env(), folder):
                raise PluginError(f"A template is broken: {fault}")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every page and dataset as a virtual file that is in no menu, and leave out the stock theme's own files."""
        production = self._production
        if production is None:
            raise PluginError("The archive has not been read.")
        stock = set(config.theme.dirs) - {config.theme.custom_dir}
        for file in [file for file in files if file.src_dir in stock]:
            files.remove(file)
        taken = {file.dest_uri.casefold(): file.src_uri for file in files}
        for file in self._virtual_files(config, production):
            other = taken.setdefault(file.dest_uri.casefold(), file.src_uri)
            if other != file.src_uri:
                raise PluginError(f"{file.src_uri} and {other} would both be published as {file.dest_uri}.")
            files.append(file)
        return files

    def _virtual_files(self, config: MkDocsConfig, production: Production) -> Iterator[File]:
        to_root = posixpath.relpath(Path(self.config.incidents).parent.as_posix(), Path(config.docs_dir).as_posix())
        first, *others = self._renderers.values()
        for page in production.pages:
            trees = self._renderers if page.translated else {}
            for renderer in (first, *others) if page.translated else (first,):
                name = f"{renderer.address(page.address).rstrip('/') or 'index'}.md"
                file = File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
                if page.record is not None and config.repo_url:
                    file.edit_uri = posixpath.join(to_root, page.record)
                ArchivePage(page, file, config, renderer, reviewed=production.reviewed, languages=trees)
                yield file
        words = {renderer.language: renderer.words for renderer in self._renderers.values()}
        for data in production.datasets:
            yield File.generated(config, data.path, content=data.content, inclusion=InclusionLevel.NOT_IN_NAV)
        for part in search_index(production.found, words) if production.found else ():
            yield File.generated(config, part.path, content=part.content, inclusion=InclusionLevel.NOT_IN_NAV)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Build anew when a record or a template changes, and go on when that cannot be done."""
        server.builder = lasting(server.builder)
        server.watch(self.config.incidents)
        server.watch(str(Path(config.docs_dir).parent))
        return server
