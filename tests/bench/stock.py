"""The same pages as a stock MkDocs Material project: plain Markdown files, the theme as it comes."""

from datetime import date
from pathlib import Path

import yaml

from generator.publishing.production import produce
from generator.publishing.rendering import Renderer


def write_stock(root: Path, ours: Path) -> int:
    """Write every page of the archive in `ours` as a Markdown file below `root`; how many there are.

    The text of each page is the HTML our own stage makes, so both builds publish the same words.
    Records are off the navigation and search is off, as for ours.
    """
    production = produce(ours / "incidents", today=date(2026, 11, 22), choose=min, site_url=None)
    renderer = Renderer(ours / "site_templates" / "pages", production.addresses)
    for page in production.pages:
        file = root / "docs" / f"{page.address.rstrip('/') or 'index'}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        head = yaml.safe_dump({"title": page.title, "description": page.description})
        file.write_text(f"---\n{head}---\n<div>\n{_one_block(renderer.render(page))}\n</div>\n", encoding="utf-8")
    settings = {
        "site_name": "Stock",
        "site_url": "http://127.0.0.1:8000/",
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "nav": [{"Home": "index.md"}],
        "not_in_nav": "*\n",
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return len(production.pages)


def _one_block(html: str) -> str:
    """HTML without blank lines, so that Markdown takes it as one block."""
    return "\n".join(line for line in html.splitlines() if line.strip())
