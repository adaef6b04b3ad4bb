"""The vendored base map, read from its file."""

from pathlib import Path

from generator.pages.map.base_map import BaseMap, base_map_of
from generator.publishing.fault import PublishingError


def read_base_map(path: Path) -> BaseMap | None:
    """The base map of a file; None where the file is left out, and then maps are drawn without borders. Raises PublishingError."""
    if not path.is_file():
        return None
    try:
        return base_map_of(path.read_text(encoding="utf-8"))
    except (ValueError, KeyError, TypeError) as fault:
        raise PublishingError(f"{path} is no base map as bin/base-map writes it: {fault}") from fault
