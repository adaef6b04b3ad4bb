"""`archive diff`: what a change does to the published archive."""

from collections.abc import Callable
from datetime import date

import click

from generator.commands.changes.archive_change import ArchiveChange, Side, archive_change, side_of
from generator.commands.changes.base_branch import default_base, read_base
from generator.commands.changes.change_forms import json_change, markdown_change, text_change
from generator.commands.project import Project, Refusal, project_option, today_option

FORMS: dict[str, Callable[[ArchiveChange, Side, Side, str], str]] = {
    "text": text_change,
    "markdown": markdown_change,
    "json": json_change,
}


@click.command()
@click.option(
    "--against", metavar="REF", help="Branch or commit to compare with. [default: the branch that others begin from]"
)
@click.option(
    "--format", "form", type=click.Choice(list(FORMS)), default="text", show_default=True, help="How the change prints."
)
@project_option
@today_option
def command(against: str | None, form: str, project: Project, today: date) -> None:
    """Say what a change does to what readers see.

    Holds the records of the working tree against those of another commit; of a branch, against the
    commit at which it and this one parted: incidents, statuses, dates and locations, pages, lists
    and numbers. Files with errors are left out and named.

    Exit code 0: compared; 2: it could not be compared.
    """
    ref = default_base(project) if against is None else against
    base = read_base(project, ref)
    before, after = side_of(base.reading, today), side_of(project.read(), today)
    if after.archive is None:
        raise Refusal("no page of this archive can be made, so there is nothing to compare; `archive check` says why")
    change = archive_change(before, after)
    name = base.commit[:10] if base.commit.startswith(ref) else f"{ref} ({base.commit[:10]})"
    click.echo(FORMS[form](change, before, after, name), nl=False)
