"""The answer to whoever made an issue: what to mend, or what became of it, in plain words."""

from collections.abc import Sequence
from pathlib import Path

from generator.checking.formats.markdown import code, words
from generator.commands.drafting.issue_form import LABELS
from generator.commands.drafting.sheet_drafts import Outcome, Told
from generator.commands.project import Refusal
from generator.reading.finding import Finding

MOST_TOLD = 20
"""Most points of one kind; each is at most a few hundred characters long, and a comment takes 65,536."""
_LONGEST_POINT = 600


def reply_to(outcome: Outcome) -> str:
    """The reply as Markdown: refused, what to mend in which answer; else where the record is and what to look at."""
    errors = [told for told in outcome.told if told[1].level == "error"]
    others = [told for told in outcome.told if told[1].level == "warning"]
    if errors:
        return _text("What to mend:", _points(errors))
    text = _text(f"The record is {code(outcome.files[0].path)}.", ())
    text += _section("Not taken over; an editor can add it:", _points(outcome.left_out))
    text += _section("Worth a look:", _points(others))
    text += _section("How it was read:", [words(note) for note in outcome.notes])
    return text


def refusal_reply(reason: str) -> str:
    """The reply where the text could not be read as the form, or the record could not be written."""
    return _text("What to mend:", [words(reason)])


def write_reply(file: Path, text: str) -> None:
    """Write the reply. Raises Refusal where that cannot be done."""
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Refusal(f"`{file}` cannot be written: {error.strerror}; no record was written") from None


def _section(title: str, points: Sequence[str]) -> str:
    return "\n" + _text(title, points) if points else ""


def _text(title: str, points: Sequence[str]) -> str:
    return f"{title}\n" + ("\n" + "".join(f"- {point}\n" for point in points) if points else "")


def _points(told: Sequence[Told]) -> list[str]:
    """Each finding behind the label of its answer; those of one answer stand together."""
    order = [*LABELS, None]
    ranked = sorted(told, key=lambda one: (order.index(one[0]), one[1].order))
    points = list(dict.fromkeys(_point(*one) for one in ranked))
    more = len(points) - MOST_TOLD
    return points if more <= 0 else [*points[:MOST_TOLD], f"and {more:,} more"]


def _point(name: str | None, finding: Finding) -> str:
    label = f"**{LABELS[name]}**: " if name is not None else ""
    message, way = words(finding.message[:_LONGEST_POINT]), words(finding.help[:_LONGEST_POINT])
    return f"{label}{message.removesuffix('.')}. {way[:1].upper()}{way[1:]}".rstrip() if way else label + message
