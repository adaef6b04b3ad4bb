"""The history of what is published: nothing of substance changes in silence, no address goes away."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from generator.checking.checked import Checked
from generator.checking.history.gone import Gone, gone_incidents, gone_keys, renamed_locations
from generator.checking.history.material import Change, changes
from generator.checking.history.rules import (
    CHANGED_ID,
    CORRECTION_CHANGED,
    DELETED,
    KEY_GONE,
    REPORT_CHANGED,
    SILENT_CHANGE,
    WITHDRAWAL_CHANGED,
)
from generator.checking.policy.editorial import WHOLE_RECORD
from generator.checking.references.keys import UNKNOWN_REFERENCE
from generator.checking.schema.rules import UNKNOWN_VALUE
from generator.model.incident import Correction, Incident, Withdrawn
from generator.model.records import FIELDS, Records
from generator.model.report import Citation
from generator.model.web_address import canonical_address
from generator.reading.finding import Finding, Suggestion, in_order, quoted
from generator.reading.folder import Reading


def with_history(
    findings: tuple[Finding, ...], base: Records, records: Records, reading: Reading
) -> tuple[Finding, ...]:
    """The findings of a check together with those about what has changed since `base`, in order.

    `base` holds the records that are published, `records` those of the checked `reading`. A link to
    a record that has gone is not reported beside the going.
    """
    gone = (*gone_incidents(base, records, reading), *gone_keys(base, records, reading))
    kept = [finding for finding in findings if not _only_follows(finding, records, gone)]
    return in_order((*kept, *_history(base, records, reading, gone)))


def _only_follows(finding: Finding, records: Records, gone: tuple[Gone, ...]) -> bool:
    """Whether a finding says only that something names what has gone."""
    if finding.rule == UNKNOWN_REFERENCE.code:
        kinds = {"types": "term of the types"}
        missed = {UNKNOWN_REFERENCE.message.format(kind=kinds.get(one.kind, one.kind), key=one.key) for one in gone}
        return finding.message in missed
    if finding.rule == UNKNOWN_VALUE.code and finding.message.startswith("`type` "):
        types = {one.key for one in gone if one.kind == "types"}
        return any(
            incident.type in types and records.paths["incident", key] == finding.path
            for key, incident in records.incidents.items()
        )
    return False


def published_records(changed: Records, records: Records, unchanged: Container[str]) -> Records:
    """What was published: the records of the files that have changed since, as they were, and those of the others.

    `records` are those of today, `unchanged` the files that were published just so.
    """
    kept = {place: path for place, path in records.paths.items() if path in unchanged}
    groups: dict[str, Any] = {
        field: MappingProxyType(
            {key: entry for key, entry in getattr(records, field).items() if (kind, key) in kept}
            | dict(getattr(changed, field))
        )
        for kind, field in FIELDS.items()
    }
    return Records(paths=MappingProxyType(kept | dict(changed.paths)), **groups)


def _history(base: Records, records: Records, reading: Reading, gone: tuple[Gone, ...]) -> Iterator[Finding]:
    paths = {raw.path: raw for raw in reading.raw}
    raw = {place: paths[path] for place, path in records.paths.items()}
    checked = Checked(records, MappingProxyType(raw))
    for one in gone:
        yield _gone(checked, one)
    renamed = renamed_locations(gone)
    for key, before in base.incidents.items():
        after = records.incidents.get(key)
        if after is not None and after != before:
            yield from _incident(checked, base, before, after, renamed)


def _gone(checked: Checked, gone: Gone) -> Finding:
    if gone.kind == "incident" and gone.now is not None:
        return checked.finding(
            CHANGED_ID,
            "incident",
            gone.now,
            ("id",),
            id=gone.key,
            help=f"write `id: {gone.key}` again; if this is another incident, give it a file of its own and bring back that of `{gone.key}`",
            suggestion=Suggestion(gone.key, "safe" if gone.same else "unsafe"),
        )
    if gone.kind == "incident":
        return DELETED.finding(
            gone.path,
            None,
            id=gone.key,
            help="bring the file back and add `withdrawn: {on: …, reason: …}`: its address stays and says why",
        )
    name = gone.path.rpartition("/")[2]
    way = f"bring back `{gone.path}`"
    if gone.kind == "types":
        way = f"bring the word back into `{gone.path}`; one that is no longer to be used says `deprecated_by`"
    elif gone.now is not None:
        way = f"name the file `{name}` again; another name to be shown goes into its `name`"
    path = checked.raw[gone.kind, gone.now].path if gone.now is not None else gone.path
    return KEY_GONE.finding(path, None, kind="type" if gone.kind == "types" else gone.kind, key=gone.key, help=way)


def _incident(
    checked: Checked, base: Records, before: Incident, after: Incident, renamed: Mapping[str, str]
) -> Iterator[Finding]:
    told = _told_of(before, after)
    # Of a withdrawn record readers see only that it is, and why.
    if after.withdrawn is None and WHOLE_RECORD not in told:
        for change in changes(before, after, checked.records, renamed):
            if change.field not in told:
                yield _silent_change(checked, after.id, change)
        if "reports" not in told:
            yield from _reports(checked, base, before, after)
    if before.withdrawn is not None and before.withdrawn != after.withdrawn:
        yield from _withdrawal_changed(checked, before.withdrawn, before, after)
    for entry in (Counter(before.corrections) - Counter(after.corrections)).elements():
        yield checked.finding(
            CORRECTION_CHANGED,
            "incident",
            after.id,
            ("corrections",),
            on_key=True,
            on=entry.on.text,
            field=quoted(entry.field),
            help="bring it back word for word; what it got wrong is said in a new entry",
        )


def _withdrawal_changed(
    checked: Checked, withdrawal: Withdrawn, before: Incident, after: Incident
) -> Iterator[Finding]:
    """A published withdrawal that reads otherwise, or that is lifted, and no correction says so."""
    told = {_root(entry.field) for entry in _new_corrections(before, after)}
    stays = after.withdrawn is not None
    if WHOLE_RECORD in told or (stays and "withdrawn" in told):
        return
    # While it was withdrawn nothing was compared: whatever has changed meanwhile becomes public with its revival.
    field = "withdrawn" if stays else WHOLE_RECORD
    why = "why" if stays else "why it stands again, and what else reads otherwise than before it was withdrawn"
    yield checked.finding(
        WITHDRAWAL_CHANGED,
        "incident",
        after.id,
        ("withdrawn",),
        on_key=True,
        on=withdrawal.on.text,
        what="reads otherwise" if stays else "is gone",
        field=field,
        help=f"add to `corrections` an entry with `field: {field}` that says {why}",
    )


def _told_of(before: Incident, after: Incident) -> frozenset[str]:
    """The fields of which a correction or a redaction tells that was not there before."""
    fields = [entry.field for entry in _new_corrections(before, after)]
    fields += [entry.field for entry in after.redactions if entry not in before.redactions]
    return frozenset(_root(field) for field in fields)


def _new_corrections(before: Incident, after: Incident) -> list[Correction]:
    return [entry for entry in after.corrections if entry not in before.corrections]


def _root(field: str) -> str:
    return re.split(r"[.\[ ]", field)[0]


def _silent_change(checked: Checked, key: str, change: Change) -> Finding:
    return checked.finding(
        SILENT_CHANGE,
        "incident",
        key,
        change.loc,
        on_key=change.field in ("actors", "effects", "target"),
        field=change.field,
        was=quoted(change.was, 200),
        now=quoted(change.now, 200),
        help=f"add to `corrections`: `{{on: …, kind: …, field: {change.field}, was: …, now: …, why: …}}`",
    )


def _reports(checked: Checked, base: Records, before: Incident, after: Incident) -> Iterator[Finding]:
    """What the record rested on and no longer cites, and quotations that read otherwise."""
    cited = {name for citation in after.reports for name in _names(citation, checked.records)}
    quotes = {citation.quote for citation in after.reports if citation.quote}
    for citation in before.reports:
        names = list(_names(citation, base))
        label = quoted(citation.report or citation.ref or names[-1])
        if cited.isdisjoint(names):
            what = f"no longer cites {label}"
        elif citation.quote and citation.quote not in quotes:
            what = f"no longer gives the quotation from {label} as it was"
        else:
            continue
        yield checked.finding(
            REPORT_CHANGED,
            "incident",
            after.id,
            ("reports",),
            on_key=True,
            what=what,
            help="bring it back, or say in `corrections` why it is gone: `field: reports`",
        )


def _names(citation: Citation, records: Records) -> Iterator[str]:
    """By what a citation is recognised: its report's key, its address; without both, its source and title."""
    item = records.publication(citation)
    if citation.report is not None:
        yield citation.report
    if item is not None and item.url is not None:
        yield canonical_address(item.url)
    elif citation.source is not None:
        yield f"{citation.source.key or citation.source.name} {citation.title or ''}".rstrip()
