"""The questions of `archive new`: what was not given as an option is asked, once for each incident."""

import sys
from collections.abc import Callable, Mapping
from typing import Any

from generator.commands.drafting.answers import Desk, citation_answer, date_answer, location_answer
from generator.commands.drafting.draft import Draft
from generator.commands.drafting.interview import answer, choose, tell
from generator.commands.drafting.key_search import types_of
from generator.commands.project import Refusal

STANDARD_INPUT = "-"
IN_ORDER = ("title", "body")
"""Options that are given once for each incident, in the order of the incidents."""
FOR_ALL = ("type", "date", "basis", "location", "within")
"""Options that count for all incidents where they are given once."""


def asked(options: Mapping[str, Any], incidents: int | None, desk: Desk, mint: Callable[[], str]) -> list[Draft]:
    """The drafts of so many incidents that one report tells of, from options and questions."""
    number = _number(options, incidents)
    if number == 1:
        return [_draft(_of_one(options, 0), None, desk, mint)]
    tell(f"One report that tells of {number} incidents: first the report, then each of them.")
    citation = citation_answer(options.get("url"), options.get("source"), options.get("source_kind"), desk)
    drafts = []
    for at in range(number):
        tell(f"Incident {at + 1} of {number}")
        drafts.append(_draft(_of_one(options, at), citation, desk, mint))
    return drafts


def _number(options: Mapping[str, Any], incidents: int | None) -> int:
    given = {name: len(options.get(name, ())) for name in (*IN_ORDER, *FOR_ALL)}
    number = incidents or max(1, *given.values())
    for name, count in given.items():
        if count > number or (name in FOR_ALL and count not in (0, 1, number)):
            raise Refusal(f"`--{name}` is given {count} times, but there {_are(number)}")
    if sum(body == STANDARD_INPUT for body in options.get("body", ())) > 1:
        raise Refusal("`--body -` can be given once, because there is one standard input")
    return number


def _are(number: int) -> str:
    return "is one incident" if number == 1 else f"are {number} incidents"


def _of_one(options: Mapping[str, Any], at: int) -> dict[str, str | None]:
    """The options of one of the incidents."""
    found: dict[str, str | None] = {name: options.get(name) for name in ("url", "source", "source_kind")}
    for name in (*IN_ORDER, *FOR_ALL):
        values = options.get(name, ())
        place = 0 if name in FOR_ALL and len(values) == 1 else at
        found[name] = values[place] if place < len(values) else None
    return found


def _draft(given: Mapping[str, str | None], citation: Any, desk: Desk, mint: Callable[[], str]) -> Draft:
    draft = Draft().with_field("id", mint())
    title = answer("--title", "Title (a neutral noun phrase)", given["title"], lambda text: desk.errors("title", text))
    draft = draft.with_field("title", title)
    kind = choose("--type", "Type (number, key or words)", given["type"], types_of(desk.records))
    draft = draft.with_field("type", kind.key)
    draft = draft.with_field("date", date_answer(given["date"], given["basis"], desk))
    draft = draft.with_field("location", location_answer(given["location"], given["within"], desk))
    if citation is None:
        citation = citation_answer(given["url"], given["source"], given["source_kind"], desk)
    draft = draft.with_field("reports", [citation])
    body = _standard_input() if given["body"] == STANDARD_INPUT else given["body"]
    account = answer("--body", "Account (what is reported, by whom)", body, lambda text: desk.errors("body", text))
    return draft.with_field("body", account)


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal("the account on standard input is not UTF-8; nothing was written") from None
