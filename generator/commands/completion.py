"""`archive completion`: the script by which a shell completes commands, options and keys."""

import click
from click.shell_completion import get_completion_class

from generator.commands.project import Refusal

PROGRAM = "archive"
VARIABLE = "_ARCHIVE_COMPLETE"
SHELLS = ("bash", "zsh", "fish")
_HELP = """\b
For one session:
  bash   source <(archive completion bash)
  zsh    source <(archive completion zsh)
  fish   archive completion fish | source
For all, put that line at the end of ~/.bashrc, ~/.zshrc or ~/.config/fish/config.fish.
"""


@click.command(epilog=_HELP)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script by which SHELL completes `archive`.

    It completes commands, options, the keys of locations, sources and types by any of their names,
    and the codes of rules.
    """
    found = get_completion_class(shell)
    if found is None:
        raise Refusal(f"there is no completion for {shell}")
    click.echo(found(ctx.find_root().command, {}, PROGRAM, VARIABLE).source(), nl=False)
