"""What a change does to the published archive: two archives held against one another, page by page."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.archive.archive import Archive
from generator.archive.link import link
from generator.checking.check import publishable
from generator.commands.project import minter
from generator.model.incident import Incident
from generator.model.status import STATUSES
from generator.pages.date_words import date_words
from generator.pages.page import Page
from generator.pages.site import site_pages
from generator.reading.folder import Reading


@dataclass(frozen=True, slots=True)
class Side:
    """An archive before or after the change, as far as it can be published."""

    archive: Archive | None
    """None where nothing can be, as where the settings are missing."""
    pages: Mapping[str, Page]
    """Its pages by address."""
    left_out: tuple[str, ...]
    """Files with errors, which this side is compared without."""


@dataclass(frozen=True, slots=True)
class Told:
    """One incident of a list: what happened to it."""

    id: str
    title: str
    was: str = ""
    now: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class PageChange:
    """The pages of one kind that came, went or read otherwise, by address."""

    kind: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArchiveChange:
    """Everything that a change does to what readers see."""

    added: tuple[Told, ...]
    withdrawn: tuple[Told, ...]
    revived: tuple[Told, ...]
    """Incidents that were withdrawn and stand again."""
    removed: tuple[Told, ...]
    """Incidents that are gone without a trace."""
    retitled: tuple[Told, ...]
    statuses: tuple[Told, ...]
    dates: tuple[Told, ...]
    locations: tuple[Told, ...]
    pages: tuple[PageChange, ...]
    lists: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """By kind the lists on which something changed: title and address of each."""
    numbers: tuple[tuple[str, int, int], ...]
    """Counts of the archive: of what, before, after."""


LISTS = {
    "locations": "location",
    "sources": "source",
    "actors": "actor",
    "series": "series",
    "types": "type",
    "timeline": "part of the timeline",
}
"""Folders of pages that list incidents, with the word for one."""


def side_of(reading: Reading, today: date) -> Side:
    """One side of the comparison; every file with an error is set aside."""
    if not reading.raw and not reading.findings:
        return Side(None, {}, ())
    whole, left = publishable(reading, today=today, mint=minter(reading))
    faulty = tuple(sorted({finding.path for finding in whole.findings if finding.level == "error"}))
    if left.records.settings is None or left.errors:
        return Side(None, {}, faulty)
    archive = link(left.records)
    return Side(archive, {page.address: page for page in site_pages(archive)}, faulty)


def archive_change(before: Side, after: Side) -> ArchiveChange:
    """What is different on the second side."""
    old, new = _incidents(before), _incidents(after)
    kept = [(old[key], new[key]) for key in new if key in old]
    standing = [pair for pair in kept if pair[1].withdrawn is None]
    return ArchiveChange(
        added=tuple(_new(one, after) for key, one in new.items() if key not in old),
        withdrawn=tuple(
            Told(now.id, was.title, why=_withdrawal(now))
            for was, now in kept
            if was.withdrawn is None and now.withdrawn is not None
        ),
        revived=tuple(Told(now.id, now.title) for was, now in standing if was.withdrawn is not None),
        removed=tuple(Told(key, one.title) for key, one in old.items() if key not in new),
        retitled=tuple(
            Told(now.id, now.title, was.title, now.title) for was, now in standing if was.title != now.title
        ),
        statuses=tuple(
            Told(now.id, now.title, was.status, now.status, _why_status(was, now, after))
            for was, now in standing
            if was.status != now.status
        ),
        dates=tuple(_differing(standing, _date, "date")),
        locations=tuple(_differing(standing, _locations(after), "location", _locations(before))),
        pages=tuple(_pages(before, after)),
        lists=tuple(_lists(before, after)),
        numbers=tuple(_numbers(before, after)),
    )


def _incidents(side: Side) -> dict[str, Incident]:
    return {key: linked.incident for key, linked in side.archive.incidents.items()} if side.archive else {}


def _new(incident: Incident, side: Side) -> Told:
    where = _locations(side)(incident)
    return Told(incident.id, incident.title, now=incident.status, why=f"{_date(incident)}, {where}")


def _withdrawal(incident: Incident) -> str:
    withdrawn = incident.withdrawn
    if withdrawn is None:
        return ""
    into = f", merged into {withdrawn.merged_into}" if withdrawn.merged_into else ""
    return withdrawn.reason.replace("-", " ") + into


def _why_status(was: Incident, now: Incident, side: Side) -> str:
    """The highest status its reports support now, and what the correction says."""
    said = [
        entry.why
        for entry in (Counter(now.corrections) - Counter(was.corrections)).elements()
        if entry.field.startswith("status")
    ]
    if side.archive is None:
        return " ".join(said)
    ceiling = side.archive.incidents[now.id].ceiling
    return "; ".join((f"at most {ceiling.status}: {ceiling.because}", *said))


def _differing(
    pairs: list[tuple[Incident, Incident]],
    words: Callable[[Incident], str],
    field: str,
    words_before: Callable[[Incident], str] | None = None,
) -> Iterator[Told]:
    for was, now in pairs:
        one, other = (words_before or words)(was), words(now)
        if one != other:
            said = [entry.why for entry in now.corrections if entry not in was.corrections and entry.field == field]
            yield Told(now.id, now.title, one, other, "; ".join(said))


def _date(incident: Incident) -> str:
    stated = incident.date
    time = f", {stated.time.text}" if stated.time is not None else ""
    return date_words(stated.value, anchor=stated.anchor) + time


def _locations(side: Side) -> Callable[[Incident], str]:
    names = {key: one.location.name for key, one in side.archive.locations.items()} if side.archive else {}

    def words(incident: Incident) -> str:
        stated = incident.location
        relation = "" if stated.relation == "at" else f"{stated.relation} "
        unfiled = f"{stated.as_stated}, " if stated.key is None else ""
        return relation + unfiled + ", ".join(names.get(key, key) for key in stated.keys)

    return words


def kind_of_page(address: str) -> str:
    """The kind of a page by its address: the folder it stands in, or its own name."""
    return address.split("/", maxsplit=1)[0] or "home page"


def _pages(before: Side, after: Side) -> Iterator[PageChange]:
    groups: dict[str, tuple[list[str], list[str], list[str]]] = {}
    for address in sorted({*before.pages, *after.pages}):
        was, now = before.pages.get(address), after.pages.get(address)
        if was != now:
            group = groups.setdefault(kind_of_page(address), ([], [], []))
            group[0 if was is None else 1 if now is None else 2].append(address)
    for kind in sorted(groups):
        yield PageChange(kind, *(tuple(addresses) for addresses in groups[kind]))


def _lists(before: Side, after: Side) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    for folder, word in LISTS.items():
        found = []
        for address, page in {**before.pages, **after.pages}.items():
            is_list = address.startswith(f"{folder}/") and address != f"{folder}/"
            if is_list and before.pages.get(address) != after.pages.get(address):
                found.append((page.title, address))
        if found:
            yield word, tuple(found)


def _numbers(before: Side, after: Side) -> Iterator[tuple[str, int, int]]:
    one, other = _counts(before), _counts(after)
    for name in other:
        yield name, one.get(name, 0), other[name]


def _counts(side: Side) -> dict[str, int]:
    """Every count under the same names on both sides."""
    incidents = _incidents(side).values()
    standing = Counter(one.status for one in incidents if one.withdrawn is None)
    counts = {"incidents": sum(standing.values()), "withdrawn": sum(one.withdrawn is not None for one in incidents)}
    counts |= {meaning.label.lower(): standing[meaning.status] for meaning in STATUSES}
    for kind in ("reports", "sources", "locations", "actors", "series", "tallies"):
        counts[kind] = len(getattr(side.archive.records, kind)) if side.archive else 0
    return counts | {"pages": len(side.pages)}
