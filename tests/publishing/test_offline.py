"""The copy that opens from a folder: every link leads to a file, and nothing needs a server."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html
from synthetic_project import archive, copied_project

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of this project's own site as an offline copy."""
    root = copied_project(tmp_path_factory.mktemp("offline") / "project")
    done = archive(root, "build", "--offline")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "Open site-offline/index.html in a browser."
    return root / "site-offline"


def test_every_link_leads_to_a_file_of_the_folder(offline: Path) -> None:
    """No link of an offline copy leads to a folder, outside, or to a file or place in a page that is not there."""
    trees = {path: html.fromstring(path.read_bytes()) for path in offline.rglob("*.html") if path.name != "404.html"}
    places = {path: set(tree.xpath("//@id")) for path, tree in trees.items()}
    broken = []
    for path, tree in trees.items():
        for target in tree.xpath(
            "//a/@href | //link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src"
        ):
            parts = urlsplit(target)
            if parts.scheme:
                continue
            to = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if (
                not to.is_file()
                or offline not in to.parents
                or (parts.fragment and parts.fragment not in places.get(to, {parts.fragment}))
            ):
                broken.append(f"{path.relative_to(offline)}: {target}")
    assert broken == []


def test_no_page_of_the_copy_loads_modules(offline: Path) -> None:
    """Browsers refuse modules from a folder, so that no page asks for one."""
    assert [path.name for path in offline.rglob("*.html") if b'type="module"' in path.read_bytes()] == []


def test_the_copy_is_verified_apart_from_the_site(offline: Path) -> None:
    """`--verify-only` speaks of the copy or of the site, as it is asked."""
    root = offline.parent
    said = [archive(root, "build", "--verify-only", *more) for more in ((), ("--offline",))]
    assert [done.returncode for done in said] == [1, 0]
    assert said[1].stdout == "The site stands as the last build left it.\n"
