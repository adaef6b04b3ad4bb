"""Archives on disk, and the whole pipeline over them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from invented_archive import Changes, Found, WriteArchive, found_in, spoilt


@pytest.fixture
def write_archive(tmp_path: Path) -> WriteArchive:
    """Writes files below a fresh `incidents/` and gives its path."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        root = tmp_path / "incidents"
        root.mkdir(exist_ok=True)
        for path, text in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return root

    return write


@pytest.fixture
def findings_of(write_archive: WriteArchive) -> Callable[[Changes], list[Found]]:
    """What a check finds in the good archive with changes."""
    return lambda changes: found_in(write_archive(spoilt(changes)))
