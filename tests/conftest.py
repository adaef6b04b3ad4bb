"""What tests of several folders share: the helpers beside this file, and this project's own site, built once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from synthetic_project import REPOSITORY_URL, SITE_URL, archive, copied_project


@pytest.fixture(scope="session", autouse=True)
def _nothing_kept_at_home() -> Iterator[None]:
    """No test leaves outcomes of checks in the cache of the person who runs it; those about the cache have their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARCHIVE_NO_CACHE", "1")
        yield


@pytest.fixture(scope="session")
def built_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this project with its site built by `archive build`, for an address below a path and with edit links.

    Built once for each process that runs tests; nobody may change it.
    """
    root = copied_project(tmp_path_factory.mktemp("built") / "project")
    done = archive(root, "build", SITE_URL=SITE_URL, REPOSITORY_URL=REPOSITORY_URL)
    assert (done.returncode, done.stderr) == (0, "")
    return root


@pytest.fixture(scope="session")
def site(built_project: Path) -> Path:
    """The folder of that site."""
    return built_project / "site"
