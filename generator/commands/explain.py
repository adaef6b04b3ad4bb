"""`archive explain`: what a rule asks for, why, and an example of both."""

import click
from click.shell_completion import CompletionItem

from generator.checking.catalogue import FAMILIES, RULES, rule_of
from generator.checking.similarity import nearest
from generator.commands.project import Refusal
from generator.reading.finding import Rule


def _complete_rule(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Codes that begin like this, and names for who types a name."""
    begun = incomplete.strip("[").casefold()
    codes = [CompletionItem(rule.code, help=rule.name) for rule in RULES if rule.code.casefold().startswith(begun)]
    names = [CompletionItem(rule.name, help=rule.code) for rule in RULES if rule.name.startswith(begun)]
    return codes or names


@click.command()
@click.argument("code", required=False, shell_complete=_complete_rule)
def command(code: str | None) -> None:
    """Say what a rule asks for and why; without CODE, list all rules.

    CODE is as findings show it (S104), the rule's name (unknown-value), or one letter for a family.
    """
    if code is None:
        click.echo("\n".join(_family(letter) for letter in _letters()), nl=False)
        return
    wanted = code.strip().strip("[]")
    if wanted.upper() in _letters():
        click.echo(_family(wanted.upper()), nl=False)
        return
    rule = rule_of(wanted) or next((rule for rule in RULES if rule.name == wanted.lower()), None)
    if rule is None:
        raise Refusal(_unknown(wanted))
    click.echo(_explained(rule), nl=False)


def _letters() -> list[str]:
    return list(dict.fromkeys((*FAMILIES, *(rule.code[0] for rule in RULES))))


def _family(letter: str) -> str:
    rules = [rule for rule in RULES if rule.code.startswith(letter)]
    width = max((len(rule.name) for rule in rules), default=0)
    lines = [f"{letter}  {FAMILIES.get(letter, 'Other')}"]
    lines += [f"  {rule.code}  {rule.level:7}  {rule.name:{width}}  {rule.summary}" for rule in rules]
    return "".join(f"{line}\n" for line in lines)


def _explained(rule: Rule) -> str:
    lines = [
        f"{rule.code} {rule.name} ({rule.level}; {FAMILIES.get(rule.code[0], 'Other')})",
        "",
        f"what: {rule.summary}",
        f"why:  {rule.why}",
    ]
    for title, example in (("not so:", rule.bad), ("but so:", rule.good)):
        if example:
            lines += [
                "",
                title,
                *(f"    {line}".rstrip() for line in example.rstrip("\n").split("\n")),
            ]
    return "".join(f"{line}\n" for line in lines)


def _unknown(wanted: str) -> str:
    meant = nearest(wanted, [word for rule in RULES for word in (rule.code, rule.name)])
    rule = next((rule for rule in RULES if meant in (rule.code, rule.name)), None)
    shown = "".join(sign if sign.isprintable() else "?" for sign in wanted)[:40]
    way = f"the nearest is {rule.code} ({rule.name})" if rule else "`archive explain` lists all"
    return f"there is no rule `{shown}`; {way}"
