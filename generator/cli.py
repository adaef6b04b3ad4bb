"""The command line: `archive`, whose commands are the modules of `generator.commands`."""

import io
import pkgutil
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from generator import commands

INTERNAL_FAULT = 2
"""Exit code where the fault is in the program or in how it was called, not in a record."""


class _Commands(click.Group):
    """The commands found in `generator.commands`; only the one that is called is imported."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        names = sorted(module.name for module in pkgutil.iter_modules(commands.__path__))
        return [name for name in names if self.get_command(ctx, name) is not None]

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in {module.name for module in pkgutil.iter_modules(commands.__path__)}:
            return None
        found = getattr(import_module(f"{commands.__name__}.{cmd_name}"), "command", None)
        return found if isinstance(found, click.Command) else None

    def main(self, args: Sequence[str] | None = None, *rest: Any, **options: Any) -> Any:
        """Run a command; a fault of the program ends in one sentence and exit code 2."""
        given = list(sys.argv[1:] if args is None else args)
        options.setdefault("prog_name", "archive")
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                # A terminal that has no Arabic still shows the rest of a message.
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().main(given, *rest, **options)
        except Exception as fault:  # noqa: BLE001 - the last stop before a person
            if "--debug" in given:
                import traceback

                traceback.print_exc()
            kind = type(fault).__name__
            click.echo(
                f"archive: a fault in the program itself ({kind}), not in your records. Please report it"
                + ("." if "--debug" in given else "; `archive --debug …` shows where it arose."),
                err=True,
            )
            sys.exit(INTERNAL_FAULT)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="incident-archive")
@click.option("--debug", is_flag=True, help="Show where a fault of the program arose.")
def main(debug: bool) -> None:
    """Check, extend and publish a curated archive of incidents."""
