"""Asking a contributor: each answer comes from an option or a prompt and is judged at once."""

import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import cast

import click

from generator.checking.formats.terminal_text import fit
from generator.checking.formats.way_out import way_out
from generator.commands.drafting.key_search import Choice, exactly, holding, search
from generator.commands.project import Refusal
from generator.reading.finding import Finding, quoted

NONE_OF_THESE = "0"
MOST_LISTED = 16
BROKEN_OFF = 130
"""Exit code of a program ended by Ctrl-C: 128 and the number of the signal."""

WORDS_ENOUGH = ("--type",)
"""Options of which some words of a label are enough; a location or a source is never guessed."""

Judge = Callable[[str], Sequence[Finding]]
"""The errors that an answer gives; empty where it is in order."""


def tell(text: str) -> None:
    """Say something to the contributor, beside what the command prints as its result."""
    click.echo(text, err=True)


@contextmanager
def before_writing() -> Iterator[None]:
    """What is asked before anything is written: whoever breaks it off is told so, with exit code 130."""
    try:
        yield
    except (click.Abort, KeyboardInterrupt):
        tell("\nNothing was written.")
        raise click.exceptions.Exit(BROKEN_OFF) from None


def told(findings: Sequence[Finding]) -> str:
    """Findings as the check words them, without a place in a file."""
    lines = []
    for finding in findings:
        lines.append(f"{finding.level}[{finding.rule}] {finding.name}: {fit(finding.message)}")
        if way := way_out(finding):
            lines.append(f"help: {fit(way)}")
    return "\n".join(lines)


def cleaned(text: str) -> str:
    """An answer without spaces around it, with LF line ends and composed letters (Unicode NFC)."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def answer(option: str, question: str, given: str | None, judge: Judge) -> str:
    """The answer to one question: the option's value, which must be in order, or prompts until it is."""
    if given is not None:
        text = cleaned(given)
        if faults := judge(text):
            raise Refusal(f"`{option}` is refused\n{told(faults)}")
        return text
    instead: str | None = None
    while True:
        text = _prompt(option, question, instead)
        faults = judge(text)
        if not faults:
            return text
        tell(told(faults))
        instead = next((fault.suggestion.replacement for fault in faults if fault.suggestion), None)


def choose(option: str, question: str, given: str | None, choices: Sequence[Choice]) -> Choice:
    """One of the choices, by key, by name, or by searching."""
    # Without `new` nothing but a choice comes back.
    return cast("Choice", _chosen(option, question, given, choices, new=""))


def choose_or_new(option: str, question: str, given: str | None, choices: Sequence[Choice], new: str) -> Choice | str:
    """One of the choices, or the text of one that is not among them; `new` says what that means."""
    return _chosen(option, question, given, choices, new=new)


def _chosen(option: str, question: str, given: str | None, choices: Sequence[Choice], new: str) -> Choice | str:
    if given is not None:
        return _given(option, cleaned(given), choices, new)
    shown: Sequence[Choice] = choices if len(choices) <= MOST_LISTED else ()
    if shown:
        tell(_listed(shown, ""))
    searched = ""
    while True:
        text = _prompt(option, f"{question}; Enter for the list", "", show_default=False)
        if text == NONE_OF_THESE and new and searched:
            return searched
        if not text:
            shown = choices
            tell(_listed(shown, new if searched else ""))
            continue
        found = _found(text, shown, choices, new)
        if found is not None:
            tell(f"  {_shown(found)}")
            return found
        near = search(text, choices)
        searched, shown = text, near or shown
        if not near:
            tell(f"  nothing is called {_named(text)}")
        if near or new:
            tell(_listed(near, new))


def _found(text: str, shown: Sequence[Choice], choices: Sequence[Choice], new: str) -> Choice | None:
    """The one choice an answer means: by its number in the list last shown, by a name, or by words.

    Words that only one choice has are not enough where the answer may be something new: the source
    `Army Times` is not the `Times` of the list.
    """
    if text.isascii() and text.isdigit() and 0 < int(text[:6]) <= len(shown):
        return shown[int(text) - 1]
    found = exactly(text, choices)
    held = () if found or new else holding(text, choices)
    return held[0] if len(held) == 1 else found


def _given(option: str, text: str, choices: Sequence[Choice], new: str) -> Choice | str:
    found = exactly(text, choices)
    if found is not None:
        return found
    if new:
        return text
    held = holding(text, choices)
    if len(held) == 1 and option in WORDS_ENOUGH:
        tell(f"`{option}`: {_named(text)} is taken for {_shown(held[0])}")
        return held[0]
    if held:
        raise Refusal(f"`{option}`: {_named(text)} can mean {_keys(held)}; write the key")
    near, words = search(text, choices), "similar"
    if not near and len(choices) <= MOST_LISTED:
        near, words = tuple(choices), "known"
    raise Refusal(f"`{option}`: there is none called {_named(text)}" + (f"; {words}: {_keys(near)}" if near else ""))


def _keys(choices: Sequence[Choice]) -> str:
    return ", ".join(f"`{choice.key}`" for choice in choices)


def _shown(choice: Choice) -> str:
    return f"{choice.key} ({fit(choice.name)})"


def _listed(choices: Sequence[Choice], new: str) -> str:
    lines = [f"  {number}  {_shown(choice)}" for number, choice in enumerate(choices, 1)]
    if new:
        lines.append(f"  {NONE_OF_THESE}  {new}")
    return "\n".join(lines)


def _named(text: str) -> str:
    return f"`{quoted(text)}`"


def _prompt(option: str, question: str, default: str | None, *, show_default: bool = True) -> str:
    try:
        return cleaned(str(click.prompt(question, default=default, show_default=show_default, err=True)))
    except click.Abort:
        if sys.stdin.isatty():
            raise
        raise Refusal(
            f"`{option}` is missing: give it as an option, or answer at a terminal; nothing was written"
        ) from None
