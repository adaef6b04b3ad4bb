"""`archive build`: the site, moved in whole."""

import sys
from pathlib import Path

import click

from generator.commands.project import Project, project_option
from generator.publishing.fault import NotPublishedError, PublishingError


@click.command()
@click.option(
    "--verify-only",
    is_flag=True,
    help="Build nothing; say whether the site stands as the last build left it.",
)
@click.option(
    "--offline",
    is_flag=True,
    help="Build the copy that opens from a folder, without a server, beside the site.",
)
@project_option
@click.pass_context
def command(ctx: click.Context, verify_only: bool, offline: bool, project: Project) -> None:
    """Build the site.

    Gives the same files as `mkdocs build --strict`. They are made beside the site and moved in when
    all of them stand, so an interrupted build never leaves a mix of old and new.

    Exit code 0: done; 1: errors in the records, or with --verify-only a site that is unfinished or
    changed; 2: the build could not be made.
    """
    from generator.publishing.mkdocs_build import build_site, site_folder

    try:
        if verify_only:
            _verify(ctx, site_folder(project.root, offline=offline).verify())
            return
        if sys.stderr.isatty():
            from rich.console import Console

            with Console(stderr=True).status("Building the site"):
                built = build_site(project.root, offline=offline)
        else:
            built = build_site(project.root, offline=offline)
    except PublishingError as error:
        click.echo(str(error), err=True)
        ctx.exit(1 if isinstance(error, NotPublishedError) else 2)
    change = built.change
    for path in change.foreign:
        click.echo(f"left alone, not ours: {path}", err=True)
    where = _shown(built.site)
    click.echo(
        f"{where} holds the site: {built.pages} pages, {len(change.files)} files; {len(change.written)} written, {len(change.removed)} removed."
    )
    if offline:
        click.echo(f"Open {where}index.html in a browser.")
        return
    click.echo(f"Look at it with `make serve` or `python3 -m http.server -d {where}`.")


def _verify(ctx: click.Context, problems: list[str]) -> None:
    for problem in problems:
        click.echo(problem)
    if not problems:
        click.echo("The site stands as the last build left it.")
    ctx.exit(1 if problems else 0)


def _shown(folder: Path) -> str:
    try:
        return f"{folder.relative_to(Path.cwd()).as_posix()}/"
    except ValueError:
        return f"{folder}/"
