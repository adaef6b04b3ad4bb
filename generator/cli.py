"""The command line: `archive check | new | explain | build | serve`."""

import secrets
import sys
from datetime import date
from pathlib import Path

import click

from generator.checking.catalogue import RULES, rule_of
from generator.checking.check import Check, check
from generator.model.ids import mint_id
from generator.reading.folder import Reading, read_archive

INCIDENTS = Path("incidents")


@click.group()
@click.version_option(package_name="incident-archive")
def main() -> None:
    """A static site generator for a curated incident archive."""


def checked(reading: Reading) -> Check:
    """The check of what was read, as of today."""
    return check(reading, today=date.today(), mint=lambda: mint_id("syb", secrets.choice))


@main.command("check")
def check_command() -> None:
    """Check every record and say what to mend, at line and column."""
    reading = read_archive(INCIDENTS)
    outcome = checked(reading)
    for finding in outcome.findings:
        place = f":{finding.span.line}:{finding.span.column}" if finding.span else ""
        click.echo(f"{finding.path}{place}: {finding.level} {finding.rule} {finding.name}: {finding.message}")
        if finding.help:
            click.echo(f"    help: {finding.help}")
    click.echo(f"{len(reading.raw)} files, {len(outcome.findings)} findings")
    sys.exit(1 if outcome.errors else 0)


@main.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what a rule asks for and why."""
    for rule in RULES if code is None else filter(None, [rule_of(code)]):
        click.echo(f"{rule.code} {rule.name} ({rule.level}): {rule.summary}")
