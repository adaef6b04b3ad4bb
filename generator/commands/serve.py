"""`archive serve`: the site while one writes."""

import click

from generator.commands.project import Project, Refusal, project_option
from generator.publishing.fault import PublishingError


@click.command()
@click.option("--address", metavar="IP:PORT", help="Where to listen. [default: 127.0.0.1:8000]")
@project_option
def command(address: str | None, project: Project) -> None:
    """Show the site and rebuild it whenever a record or a template changes.

    Records with errors are named and left out until they are mended; the rest of the site is shown.
    """
    from generator.publishing.mkdocs_build import serve_site

    try:
        serve_site(project.root, address=address)
    except PublishingError as error:
        raise Refusal(str(error)) from None
