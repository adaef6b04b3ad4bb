"""A small synthetic project with every kind of record and every field, and copies of projects to build in."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SITE_URL = "https://example.org/sub/path/"
"""Where the built site of the tests is said to stand: below a path."""
REPOSITORY_URL = "https://example.org/owner/repo"
"""Where its records are said to be kept."""

REGISTRY = {
    "archive.yml": """
title: Synthetic archive
description: Synthetic incidents that never happened.
scope: Synthetic records only.
id_prefix: syn
licence: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
period: 2024-01/2024-12
about: A synthetic archive, made for tests.
known_weaknesses: Nothing in it happened.
""",
    "vocabulary/types.yml": """
name: Synthetic types
note: Synthetic note on the types.
terms:
  violence: {label: Violence, definition: Synthetic wider term.}
  strike: {label: Strike, definition: Synthetic definition., broader: violence, exact: {acled: Synthetic sub-event}}
""",
    "vocabulary/means.yml": "name: Synthetic means\nterms:\n  uav: {label: Drone, definition: Synthetic definition.}\n",
    "vocabulary/effects.yml": "name: Synthetic effects\nterms:\n  damage: {label: Damage, definition: Synthetic definition.}\n",
    "vocabulary/targets.yml": "name: Synthetic targets\nterms:\n  base: {label: Base, definition: Synthetic definition.}\n",
    "locations/country.yml": "name: Synthetic country\nkind: country\n",
    "locations/province.yml": "name: Synthetic province\nkind: admin1\nwithin: country\n",
    "locations/north-base.yml": """
name: Synthetic north base
kind: base
within: province
names: {ar: [قاعدة اصطناعية], en: [Synthetic other name]}
hidden_names: [Synthetic slip]
coordinates: {lat: -10.5, lon: -40.25, uncertainty_km: 3, basis: Synthetic map}
ids: {pcode: SY0801}
note: Synthetic note on the north base.
""",
    "locations/south-base.yml": "name: Synthetic south base\nkind: base\nwithin: province\n",
    "actors/army.yml": "name: Synthetic army\nkind: state-forces\nnames: {ar: [جيش]}\nnote: Synthetic note on the army.\n",
    "actors/group.yml": "name: Synthetic group\nkind: armed-group\npart_of: umbrella\n",
    "actors/umbrella.yml": "name: Synthetic umbrella\nkind: umbrella\n",
    "sources/agency.yml": """
name: Synthetic agency
kind: news-agency
names: {ar: [وكالة]}
hidden_names: [Synthetic agncy]
homepage: "https://example.com/"
affiliation: {as_stated: Synthetic words on its closeness}
note: Synthetic note on the agency.
""",
    "sources/monitor.yml": "name: Synthetic monitor\nkind: monitor\n",
    "sources/press-office.yml": "name: Synthetic press office\nkind: official\nrepresents: army\n",
    "sources/radio.yml": """
name: Synthetic unidentified radio
kind: radio
status: unidentified
as_stated: Synthetic words for a radio
possibly: [{source: agency, basis: Synthetic reason}]
""",
    "reports/agency-item.yml": """
source: agency
url: "https://example.com/item"
title: Synthetic item
language: ar
published: 2024-02-02
retrieved: 2026-11-20
seen: whole
nature: rewrite
nature_basis: Synthetic reason for its nature
archived: [{url: "https://example.org/copy", at: 2026-11-20, tool: synthetic tool}]
note: Synthetic note on the item.
content_warnings: [synthetic warning of the item]
paragraphs: [2, 1]
claims:
  s1.1: {kind: event, quote: Synthetic strike on the base, said_by: synthetic speaker, to: [syn-0000001, wave], issue: synthetic issue}
  s1.2: {kind: background, gist: Synthetic circumstances of the province, about: [province]}
  s2.1: {kind: event, gist: Synthetic event elsewhere, disposition: out-of-scope}
""",
    "series/wave.yml": """
name: Synthetic wave
kind: wave
asserted_by: [{report: agency-item, claims: [s1.1], said_by: synthetic observers}]
note: Synthetic note on the wave.
""",
    "tallies/count.yml": """
name: Synthetic count
figures: [{what: synthetic strikes, counts: incidents, count: 7, as_stated: seven synthetic strikes}]
stated_by: monitor
as_of: 2024-03-01
basis: Synthetic reason for the day
period: 2024-01-01/2024-03-01
location: country
struck: army
reports: [{url: "https://example.com/count", source: monitor, published: 2024-03-01, retrieved: 2026-11-20, gist: Synthetic gist of a count}]
note: Synthetic note on the count.
""",
    "tallies/other-count.yml": """
name: Synthetic count of something else
figures: [{what: synthetic claims, count: 3, location: north-base}]
as_of: 2024-03-31
incomparable: Synthetic reason why it stands apart
reports: [{url: "https://example.com/other-count", source: agency}]
""",
}
"""The synthetic registry: file below `incidents/` to its text."""

FULL = """---
id: syn-0000001
title: Synthetic strike on the north base
type: strike
status: contested
status_basis: Synthetic reason for the status
date:
  value: 2024-02-01?
  as_stated: synthetic words for the day
  basis: synthetic reason for the day
  report: agency-item
  alternatives: [{value: 2024-02-02, as_stated: synthetic other words, report: mon}]
location:
  key: north-base
  relation: near
  as_stated: synthetic words for the place
  basis: synthetic reason for the place
  alternatives: [{key: south-base, as_stated: synthetic other place, report: mon}]
reports:
  - report: agency-item
    claims: [s1.1]
    gist: Synthetic gist of the item
    quote: Synthetic quotation of the item
    locator: synthetic second paragraph
    chains: [[press-office, {as_stated: synthetic sources, verb: said}]]
    leaves_open: [synthetic open question]
  - {ref: mon, url: "https://example.com/m", source: monitor, title: Synthetic denial, language: ar, published: 2024-02, retrieved: 2026-11-21, stance: denies, gist: Synthetic gist of the denial}
  - {ref: blog, url: "https://example.com/b", source: {name: Synthetic blog, kind: online}, nature: original, nature_basis: synthetic nature}
target: [{kind: base, operator: army, as_stated: synthetic words for the target, report: mon}]
means: [{kind: uav, count: 2, as_stated: synthetic words for the means}]
actors: [{actor: group, role: attacker, basis: attributed-by-report, as_stated: synthetic words for the attacker}]
effects: [{kind: damage, who: synthetic hangar, count: {min: 1, max: 2}, as_stated: synthetic words for the damage, report: mon}]
claims_of_responsibility: none-reported
series: [wave]
related: [{id: syn-0000002, relation: possibly-same, basis: synthetic reason for the link}]
notes: [Synthetic note of the editors]
content_warnings: [synthetic warning]
corrections: [{on: 2026-11-22, kind: correction, field: date, was: synthetic old day, now: synthetic new day, why: synthetic reason for readers}]
redactions: [{field: synthetic field, reason: synthetic reason to leave out, on: 2026-11-22}]
---
Synthetic account of the first incident. With a [link](https://example.org/linked).
"""
"""A record in which every field of text stands."""

LEAST = """---
id: syn-000000{number}
title: Synthetic strike number {number}
type: strike
date: {date}
location: {{as_stated: synthetic place without a file, within: province}}
reports:
  - {{url: "https://example.com/{number}", source: monitor, retrieved: 2026-11-20}}
---
Synthetic account of incident {number}.
"""

WITHDRAWN = """---
id: syn-0000010
title: Synthetic strike that was none
type: strike
date: 2024-02-01
location: south-base
reports: [{url: "https://example.com/10", source: monitor, retrieved: 2026-11-20}]
corrections: [{on: 2026-11-20, kind: retraction, field: record, was: synthetic record, now: withdrawn, why: synthetic duplicate}]
withdrawn: {on: 2026-11-20, reason: duplicate, merged_into: syn-0000001}
---
Synthetic account of a duplicate.
"""

DATES = {
    2: "unknown",
    3: "2024-02-03",
    4: "2024-02",
    5: "XXXX-12-31",
    6: "2024-03-31/2024-04-01",
    7: "2024-05-05",
    8: "2024",
    9: "2024-12-31",
}

RECORDS = {
    "records/2024/one.md": FULL,
    **{f"records/2024/number-{n}.md": LEAST.format(number=n, date=date) for n, date in DATES.items()},
    "records/2024/ten.md": WITHDRAWN,
}
"""Ten synthetic incidents."""

FILES = {name: text.lstrip("\n") for name, text in (REGISTRY | RECORDS).items()}
"""All files of the synthetic archive."""


def copied_project(root: Path, files: Mapping[str, str] | None = None) -> Path:
    """A copy of this project without its history, in the folder `root`; with these records in place of its own, if given."""
    root.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "site_templates", root / "site_templates")
    if files is None:
        shutil.copytree(ROOT / "incidents", root / "incidents")
        return root
    for name, text in files.items():
        path = root / "incidents" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def environment(**settings: str) -> dict[str, str]:
    """The environment for a command of ours: this one without what would change a site, and with these settings."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("SITE_URL", "REPOSITORY_URL", "SOURCE_DATE_EPOCH")
    }
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONPATH": str(ROOT), **settings}


def archive(root: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run `archive` in a project and return what it said."""
    return _run(root, "generator", arguments, settings)


def mkdocs(root: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs` in a project and return what it said."""
    return _run(root, "mkdocs", arguments, settings)


def _run(
    root: Path, module: str, arguments: tuple[str, ...], settings: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=root,
        env=environment(**settings),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def digests(site: Path) -> dict[str, str]:
    """Every file of a site with the SHA-256 of its bytes."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def served_path(site: Path, address: str) -> Path:
    """The file a static host gives for a path from the site's root."""
    path = site / address
    return path / "index.html" if address.endswith("/") or not address or path.is_dir() else path
