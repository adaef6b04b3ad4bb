"""The files of a small synthetic archive, and an archive linked as a real one is."""

from datetime import date
from pathlib import Path

from generator.archive.archive import Archive
from generator.archive.link import link
from generator.checking.check import check
from generator.reading.folder import read_archive

REGISTRY = {
    "archive.yml": """
title: Synthetic Archive of Ålesund & أرشيف
description: Synthetic incidents that never happened.
scope: Synthetic records only.
id_prefix: syn
licence: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
about: Synthetic.
""",
    "vocabulary/types.yml": """
name: Types
terms:
  strike: {label: Strike, definition: Synthetic.}
""",
    "vocabulary/means.yml": """
name: Means
terms:
  uav: {label: Drone, definition: Synthetic.}
""",
    "vocabulary/effects.yml": """
name: Effects
terms:
  killed: {label: Killed, definition: Synthetic.}
  killed-soldiers: {label: Killed soldiers, definition: Synthetic., broader: killed}
  injured: {label: Injured, definition: Synthetic.}
""",
    "vocabulary/targets.yml": """
name: Targets
terms:
  military-base: {label: Military base, definition: Synthetic.}
""",
    "locations/country.yml": "name: Synthetic Country\nkind: country\n",
    "locations/province.yml": "name: Synthetic Province\nkind: admin1\nwithin: country\n",
    "locations/north-base.yml": """
name: Synthetic North Base
kind: base
within: province
names: {ar: [قاعدة]}
hidden_names: [Norht Base]
coordinates: {lat: -10.5, lon: -40.25, uncertainty_km: 3, basis: "=1+1 is how a formula begins"}
""",
    "locations/south-base.yml": """
name: Synthetic South Base
kind: base
within: province
coordinates: {lat: 11.5, lon: 41.25, basis: Synthetic.}
""",
    "actors/army.yml": "name: Synthetic Army\nkind: state-forces\n",
    "actors/group.yml": "name: Synthetic Group\nkind: armed-group\n",
    "sources/agency.yml": "name: Synthetic Agency\nkind: news-agency\n",
    "sources/monitor.yml": "name: Synthetic Monitor\nkind: monitor\n",
    "sources/press-office.yml": "name: Synthetic Press Office\nkind: official\nrepresents: army\n",
    "reports/agency-item.yml": """
source: agency
url: "https://example.com/item"
title: Synthetic item
language: en
published: 2024-02-02
retrieved: 2026-11-20
archived: [{url: "https://example.org/copy"}]
""",
}

FULL = """---
id: syn-0000001
title: Synthetic strike on the north base
type: strike
status: corroborated
date: {value: 2024-02-01, time: "22:05", report: agency-item}
location: {key: north-base, relation: near, alternatives: [{key: south-base, report: m}]}
reports:
  - report: agency-item
    chains: [[press-office], [{as_stated: independent sources}]]
  - {ref: m, url: "https://example.com/m", source: monitor, published: 2024-02, retrieved: 2026-11-21}
target: [{kind: military-base, operator: army}]
means: [{kind: uav}]
actors:
  - {actor: group, role: attacker, basis: attributed-by-report, report: m}
  - {actor: unknown, role: attacker, basis: attributed-by-report, report: agency-item}
effects:
  - {kind: killed, who: soldiers, count: 3, report: agency-item}
  - {kind: killed, who: Soldiers, count: {min: 2, max: 4}, report: m}
  - {kind: injured, count: 0, report: agency-item}
  - {kind: injured, who: staff, report: m}
related: [{id: syn-0000002, relation: response-to, basis: The monitor says so.}]
corrections:
  - {on: 2026-11-22, kind: correction, field: date, was: 2024-01-31, now: 2024-02-01, why: The agency & "co" wrote 3 < 4.}
---
Synthetic body of the first record, with Arabic: قاعدة.
"""

LEAST = """---
id: syn-0000002
title: Synthetic explosion at a place without a file
type: strike
date: {value: XXXX-12-31, anchor: reported}
location: {as_stated: "+963 is how this place begins", within: province}
reports:
  - {url: "https://example.com/b", source: {name: Synthetic Blog, kind: online}}
---
Synthetic body of the second record.
"""

WITHDRAWN = """---
id: syn-0000003
title: Synthetic zebra strike
type: strike
date: 2024-02-01
location: {key: south-base, as_stated: at the zebra}
reports:
  - {url: "https://example.com/zebra", source: monitor, gist: The zebra.}
effects: [{kind: killed, who: zebra, count: 9}]
related: [{id: syn-0000002, relation: follows, basis: The zebra follows.}]
corrections: [{on: 2026-11-19, kind: retraction, field: title, was: zebra, now: zebra, why: Zebra.}]
withdrawn: {on: 2026-11-20, reason: duplicate, merged_into: syn-0000001}
---
Synthetic zebra body.
"""

RECORDS = {"full": FULL, "least": LEAST, "withdrawn": WITHDRAWN}


def linked(folder: Path) -> Archive:
    """The archive in a folder, which must have no error."""
    checked = check(read_archive(folder), today=date(2026, 11, 22), mint=lambda: "syn-0000000")
    errors = [finding for finding in checked.findings if finding.level == "error"]
    assert errors == []
    return link(checked.records)
