"""How a change of the archive prints: short for people, as Markdown for a pull request, whole as JSON."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict

from generator.checking.formats.markdown import code, words
from generator.checking.formats.terminal_text import fit
from generator.commands.changes.archive_change import ArchiveChange, PageChange, Side, Told

VERSION = 1
"""Raised when a field changes its meaning or goes; a further field does not raise it."""
MOST_LISTED = 20
"""Most entries of one list that people are shown; JSON has all."""
MOST_NAMED = 6
"""Most lists of one kind that are named."""

NOTHING = "Nothing that readers see changes."

_MANY = {
    "location": "locations",
    "source": "sources",
    "actor": "actors",
    "type": "types",
    "part of the timeline": "parts of the timeline",
}


def json_change(change: ArchiveChange, before: Side, after: Side, base: str) -> str:
    """Everything as one JSON document (RFC 8259), ASCII only, ended by a line feed."""
    document = {
        "version": VERSION,
        "base": base,
        "left_out": {"before": before.left_out, "after": after.left_out},
        **asdict(change),
        "lists": {
            kind: [{"title": title, "address": address} for title, address in named] for kind, named in change.lists
        },
        "numbers": {name: {"before": was, "after": now} for name, was, now in change.numbers},
    }
    # GitHub's runner obeys `##[command]` anywhere in a log; the escape reads as the same text.
    return json.dumps(document, indent=2).replace("##[", "##\\u005b") + "\n"


def text_change(change: ArchiveChange, before: Side, after: Side, base: str) -> str:
    """The change for a terminal, a line an entry."""
    lines = [f"Against {base}"]
    lines += [f"note: {note}" for note in _notes(before, after)]
    for heading, told, entry in _sections(change, fit, lambda text: text):
        lines += ["", f"{heading} ({len(told):,})"]
        lines += [f"  {entry(one)}" for one in told[:MOST_LISTED]]
        lines += _rest(told, "  ")
    pages = [f"  {_page_words(one)}" for one in change.pages]
    lines += ["", "Pages", *pages] if pages else ["", NOTHING]
    lists = [f"  {_list_words(kind, named, fit)}" for kind, named in change.lists]
    lines += ["", "Lists that read otherwise", *lists] if lists else []
    moved = [one for one in change.numbers if one[1] != one[2]]
    if moved:
        width = max(len(name) for name, _, _ in moved)
        lines += ["", f"{'Numbers':{width + 2}}  before   after"]
        lines += [f"  {name:{width}}  {was:6,}  {now:6,}" for name, was, now in moved]
    return "\n".join(lines) + "\n"


def markdown_change(change: ArchiveChange, before: Side, after: Side, base: str) -> str:
    """The change for the summary of a pull request; a stranger's text in it is inert."""
    blocks = ["## What this changes in the archive", f"Held against {code(base)}."]
    blocks += [f"**Note:** {words(note)}" for note in _notes(before, after)]
    for heading, told, entry in _sections(change, words, code):
        items = [f"- {entry(one)}" for one in told[:MOST_LISTED]]
        blocks += [f"### {heading} ({len(told):,})", "\n".join(items + _rest(told, "- "))]
    if not change.pages:
        return "\n\n".join([*blocks, NOTHING]) + "\n"
    blocks += ["### Pages", "\n".join(f"- {_page_words(one)}" for one in change.pages)]
    if change.lists:
        blocks += ["### Lists that read otherwise"]
        blocks += ["\n".join(f"- {_list_words(kind, named, words)}" for kind, named in change.lists)]
    moved = [f"| {name} | {was:,} | {now:,} |" for name, was, now in change.numbers if was != now]
    if moved:
        blocks += ["### Numbers", "\n".join(["| | before | after |", "| --- | ---: | ---: |", *moved])]
    return "\n\n".join(blocks) + "\n"


Shown = Callable[[str], str]
"""Makes a stranger's text fit for where it is shown."""


def _sections(
    change: ArchiveChange, shown: Shown, key: Shown
) -> Iterator[tuple[str, tuple[Told, ...], Callable[[Told], str]]]:
    """Heading, entries and how one is worded, for every list that has any."""

    def added(one: Told) -> str:
        return f"{key(one.id)} {shown(one.title)}: {one.now.replace('-', ' ')}; {shown(one.why)}"

    def titled(one: Told) -> str:
        return f"{key(one.id)} {shown(one.title)}" + (f": {shown(one.why)}" if one.why else "")

    def moved(one: Told) -> str:
        why = f" ({shown(one.why)})" if one.why else ""
        return f"{key(one.id)} {shown(one.title)}: {shown(one.was)} → {shown(one.now)}{why}"

    def renamed(one: Told) -> str:
        return f"{key(one.id)} {shown(one.was)} → {shown(one.now)}"

    for heading, told, entry in (
        ("Incidents added", change.added, added),
        ("Incidents withdrawn", change.withdrawn, titled),
        ("Incidents that stand again", change.revived, titled),
        ("Incidents gone, which must be withdrawn instead", change.removed, titled),
        ("Titles changed", change.retitled, renamed),
        ("Statuses changed", change.statuses, moved),
        ("Dates changed", change.dates, moved),
        ("Locations changed", change.locations, moved),
    ):
        if told:
            yield heading, told, entry


def _notes(before: Side, after: Side) -> Iterator[str]:
    """What the comparison had to leave out."""
    for side, name in ((before, "the archive before"), (after, "the archive after")):
        if side.archive is None:
            what = "no page of it can be made" if side.left_out else "there was none yet"
            yield f"{name}: {what}"
        elif side.left_out:
            count = len(side.left_out)
            files = "1 file has errors and is" if count == 1 else f"{count:,} files have errors and are"
            named = ", ".join(f"`{path}`" for path in side.left_out[:MOST_NAMED])
            yield f"{name}: {files} left out: {named}" + (" and others" if count > MOST_NAMED else "")


def _rest(told: Sequence[Told], lead: str) -> list[str]:
    left = len(told) - MOST_LISTED
    return [f"{lead}and {left:,} more (`--format json` has all)"] if left > 0 else []


def _page_words(change: PageChange) -> str:
    counts = (("added", change.added), ("removed", change.removed), ("changed", change.changed))
    return f"{change.kind}: " + ", ".join(f"{len(found):,} {word}" for word, found in counts if found)


def _list_words(kind: str, named: Sequence[tuple[str, str]], shown: Shown) -> str:
    noun = kind if len(named) == 1 else _MANY.get(kind, kind)
    titles = ", ".join(shown(title) for title, _ in named[:MOST_NAMED])
    left = len(named) - MOST_NAMED
    return f"{len(named):,} {noun}: {titles}" + (f" and {left:,} more" if left > 0 else "")
