"""All incidents as one JSON document."""

from collections.abc import Iterable

from generator.archive.archive import Archive
from generator.datasets.incident_json import SCHEMA_VERSION, one_line, provenance


def incidents_json(archive: Archive, lines: Iterable[bytes]) -> bytes:
    """`{"schema_version", "archive", "licence", "description", "count", "incidents": […]}`.

    `lines` are the incidents' documents, each on one line (`one_line`). They stand one to a line
    here too, so that two releases can be compared line by line. `count` includes tombstones.
    """
    head = {
        "schema_version": SCHEMA_VERSION,
        **provenance(archive),
        "description": archive.settings.description,
        "count": len(archive.incidents),
    }
    return one_line(head)[:-1] + b',"incidents":[\n' + b",\n".join(lines) + b"\n]}\n"
