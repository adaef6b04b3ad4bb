"""The preview while one writes: a template broken half-way through an edit neither ends nor empties it."""

import logging
from collections.abc import Callable, Iterable
from functools import wraps
from itertools import product
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError, TemplateSyntaxError

from generator.pages.page import Page
from generator.publishing.rendering import BrokenLinkError, Renderer

_log = logging.getLogger("mkdocs.archive")


def rehearse(pages: Iterable[Page], renderers: Iterable[Renderer], theme: Environment, folder: Path | None) -> str:
    """Render every page and read every template of the theme's `folder`; return what is wrong, or "".

    MkDocs empties its folder before it renders: what would fail must show before that.
    """
    name = ""
    try:
        for renderer, page in product(renderers, pages):
            name = page.template
            renderer.render(page)
        for path in sorted(folder.rglob("*.html")) if folder else ():
            name = path.name
            theme.get_template(path.relative_to(folder or path).as_posix())
    except TemplateSyntaxError as fault:
        return f"{fault.name or name}, line {fault.lineno}: {fault.message}"
    except (TemplateError, BrokenLinkError) as fault:
        return f"{name}: {fault}"
    return ""


def lasting(builder: Callable[..., Any]) -> Callable[..., None]:
    """A builder that names what stopped it and leaves the site as it was.

    MkDocs' server answers nobody after a build that raised.
    """

    @wraps(builder)
    def build(*given: Any, **named: Any) -> None:
        try:
            builder(*given, **named)
        except Exception as fault:  # noqa: BLE001 - whatever it was, the preview goes on
            _log.error(
                "%s. The preview shows the site as it was before; it goes on when this is mended.",
                str(fault).rstrip("."),
            )

    return build
