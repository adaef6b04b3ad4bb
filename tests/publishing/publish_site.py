"""Publish one edition of a synthetic site, in a process that a test may kill or starve.

Says "ready" when it is about to publish and "paused" when it waits to be killed.
"""

import argparse
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from generator.publishing.fault import PublishingError
from generator.publishing.site_folder import SiteFolder


def edition(number: int, pages: int) -> Iterator[tuple[str, bytes]]:
    """Yield the files of an edition: of the next one, some are new, changed, gone or the same."""
    for page in range(pages):
        if page % 5 == number % 5:
            continue
        told = number if page % 3 else 0
        yield f"incidents/{page:04}/index.html", f"Synthetic page {page}, {told}\n".encode() * 300
    yield f"only-in-{number}/index.html", b"Synthetic\n"
    yield ("data" if number % 2 else "data/all.json"), b"Synthetic\n"


def main() -> int:
    """Publish as the command line says; return 1 after a PublishingError, told on one line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=Path)
    parser.add_argument("edition", type=int)
    parser.add_argument("--pages", type=int, default=50)
    parser.add_argument("--pause-after", type=int, default=-1, help="steps of the commit")
    parser.add_argument("--largest-file", type=int, default=-1, help="bytes")
    arguments = parser.parse_args()
    if arguments.largest_file >= 0:
        limit = (arguments.largest_file, arguments.largest_file)
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    folder = SiteFolder(arguments.site)
    say("ready")
    try:
        with folder.locked():
            change = folder.stage(edition(arguments.edition, arguments.pages))
            if arguments.pause_after == 0:
                pause()
            for count, _ in enumerate(folder.commit_steps(change), start=1):
                if count == arguments.pause_after:
                    pause()
    except PublishingError as error:
        say(str(error))
        return 1
    return 0


def say(line: str) -> None:
    """Tell the test something at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def pause() -> None:
    """Say so, then wait for the test to kill this process."""
    say("paused")
    time.sleep(600)


if __name__ == "__main__":
    sys.exit(main())
