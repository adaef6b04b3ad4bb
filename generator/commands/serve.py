"""`archive serve`: the site while one writes."""

import errno
import os
import re

import click

from generator.commands.project import Project, Refusal, project_option
from generator.publishing.fault import PublishingError

_DEV_ADDR = re.compile(r"^dev_addr:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)


@click.command()
@click.option("--address", metavar="IP:PORT", help="Where to listen. [default: 127.0.0.1:8000]")
@project_option
def command(address: str | None, project: Project) -> None:
    """Show the site and rebuild it whenever a record or a template changes.

    Records with errors are named and left out until they are mended; the rest of the site is shown.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")
    from generator.publishing.mkdocs_build import serve_site

    try:
        serve_site(project.root, address=address)
    except PublishingError as error:
        cause = error.__context__
        if isinstance(cause, OSError) and cause.errno == errno.EADDRINUSE:
            raise Refusal(_taken(address or _usual_address(project))) from None
        raise Refusal(str(error)) from None


def _usual_address(project: Project) -> str:
    """Where the preview listens unless it is told: as `mkdocs.yml` says, else MkDocs' own."""
    stated = _DEV_ADDR.search((project.root / "mkdocs.yml").read_text(encoding="utf-8", errors="replace"))
    return stated[1] if stated else "127.0.0.1:8000"


def _taken(address: str) -> str:
    host, _, port = address.rpartition(":")
    another = int(port) % 65535 + 1 if port.isascii() and port.isdigit() else 8001
    return (
        f"port {port} of {host} is in use, perhaps by another preview: "
        f"end that one, or choose another port with `--address {host}:{another}`"
    )
