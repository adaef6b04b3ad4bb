"""`python -m tests.bench.maps`: what share of a build's CPU time goes into drawing maps."""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.pages import location_page, site
from generator.pages.map import whereabouts
from generator.publishing.mkdocs_build import build_site
from tests.bench.synthetic import write_archive

PROJECT = Path(__file__).resolve().parents[2]
RECORDS = 1000


def main() -> None:
    """Build a synthetic archive once and print the share; what draws is timed where it is called."""
    spent: list[float] = []

    def timed(draw: Callable[..., Any]) -> Callable[..., Any]:
        def drawing(*given: Any, **named: Any) -> Any:
            start = time.process_time()
            try:
                return draw(*given, **named)
            finally:
                spent.append(time.process_time() - start)

        return drawing

    for module, name in ((site, "region_map"), (location_page, "region_map"), (whereabouts, "whereabouts")):
        setattr(module, name, timed(getattr(module, name)))
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        root = Path(folder)
        write_archive(root, PROJECT, int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS)
        start = time.process_time()
        built = build_site(root)
        whole = time.process_time() - start
    print(
        f"{built.pages} pages, {len(spent)} maps drawn: {sum(spent):.2f} of {whole:.2f} CPU s, {100 * sum(spent) / whole:.1f} %"
    )


if __name__ == "__main__":
    main()
