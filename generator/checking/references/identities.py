"""Identities: an incident's id has the archive's form and is its own, and a merged record leads to one that stands."""

from collections.abc import Iterator

from generator.checking.checked import Checked
from generator.checking.schema.rules import ID_FORM
from generator.model.incident import Incident
from generator.model.settings import Settings
from generator.reading.finding import Finding, Rule, Suggestion

PLACEHOLDER_ID = Rule(
    "R210",
    "placeholder-id",
    "error",
    "`{id}` only shows the form of an id",
    "an example that is copied twice gives two records one address",
    "id: syb-0000000\n",
    "id: syb-4k7m2xq\n",
)
MERGED_INTO_WITHDRAWN = Rule(
    "R208",
    "merged-into-withdrawn",
    "error",
    "`{id}` is withdrawn itself; name the record that stands",
    "a reader who follows a merged record must arrive at one that stands",
    "withdrawn: {on: 2024-02-01, reason: duplicate, merged_into: syb-2d8v5hr}\n",
    "withdrawn: {on: 2024-02-01, reason: duplicate, merged_into: syb-9p3w6tn}\n",
)
OTHER_PREFIX = Rule(
    "R214",
    "other-prefix",
    "error",
    "no id of the archive begins with `{given}`; all {number} begin with `{found}`",
    "the prefix of an archive is part of every address that was ever given out, so it never changes",
    "id_prefix: abc\n",
    "id_prefix: syb\n",
)
IDENTITY_RULES = (PLACEHOLDER_ID, MERGED_INTO_WITHDRAWN, OTHER_PREFIX)


def check_identities(checked: Checked, *, each_place: bool = False) -> Iterator[Finding]:
    """Every finding about ids; where all records agree on another prefix it is one finding, at the settings.

    With `each_place` it is one in every record.
    """
    incidents, settings = checked.records.incidents, checked.records.settings
    prefixes = set() if each_place else {key.partition("-")[0] for key in incidents}
    if settings is not None and len(incidents) > 1 and len(prefixes) == 1:
        (prefix,) = prefixes
        if prefix != settings.id_prefix:
            yield checked.finding(
                OTHER_PREFIX,
                "settings",
                "",
                ("id_prefix",),
                given=settings.id_prefix,
                number=len(incidents),
                found=prefix,
                help=f"write `id_prefix: {prefix}`: the ids of published records never change",
                suggestion=Suggestion(prefix, "unsafe"),
            )
            settings = None
    for key, incident in checked.judged_of(Incident):
        yield from _identity(checked, key, incident, settings)


def _identity(checked: Checked, key: str, incident: Incident, settings: Settings | None) -> Iterator[Finding]:
    if len(set(incident.id.partition("-")[2])) == 1:
        yield checked.finding(
            PLACEHOLDER_ID,
            "incident",
            key,
            ("id",),
            id=incident.id,
            help="remove the line and the check prints a fresh id to paste",
        )
        return
    if settings is not None and not incident.id.startswith(settings.id_prefix + "-"):
        yield checked.finding(ID_FORM, "incident", key, ("id",), found=incident.id, prefix=f"`{settings.id_prefix}`")
    merged = incident.withdrawn.merged_into if incident.withdrawn else None
    if merged and merged != key and merged in checked.records.incidents and checked.records.incidents[merged].withdrawn:
        yield checked.finding(MERGED_INTO_WITHDRAWN, "incident", key, ("withdrawn", "merged_into"), id=merged)
