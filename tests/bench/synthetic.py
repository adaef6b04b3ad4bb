"""A synthetic archive of any size, with the variety of a real one. Every title in it says that it is synthetic."""

import random
import shutil
from pathlib import Path

from generator.model.ids import mint_id
from tests.bench.vocabulary import words

_STATUSES = ("unverified", "single-source", "single-source", "unverified")
_DATES = (
    "2023-{m:02}-{d:02}",
    "2023-{m:02}-{d:02}",
    "2023-{m:02}",
    "2023-{m:02}-{d:02}/2023-{m:02}-{e:02}",
    "unknown",
    "XXXX-{m:02}-{d:02}",
)
_ARABIC = "عنوان اصطناعي للقياس فقط"


def write_archive(root: Path, project: Path, records: int, seed: int = 20261122) -> None:
    """Write a project of so many records into `root`, with the site's templates of `project`."""
    chance = random.Random(seed)
    shutil.copy(project / "mkdocs.yml", root / "mkdocs.yml")
    shutil.copytree(project / "site_templates", root / "site_templates")
    incidents = root / "incidents"
    shutil.copytree(project / "incidents" / "vocabulary", incidents / "vocabulary")
    _write(incidents / "archive.yml", _SETTINGS)
    sources = _registry(incidents / "sources", "source", 20 + records // 50, "kind: online\ncountry: SY")
    actors = _registry(incidents / "actors", "actor", 12, "kind: armed-group")
    locations = _locations(incidents / "locations", 20 + records // 25)
    taken: set[str] = set()
    for number in range(records):
        minted = mint_id("syn", chance.choice, taken)
        taken.add(minted)
        month = 1 + number % 12
        _write(
            incidents / "records" / "2023" / f"synthetic-{number:06}.md",
            _record(chance, number, minted, month, sources, actors, locations),
        )


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _registry(folder: Path, kind: str, count: int, more: str) -> list[str]:
    keys = [f"synthetic-{kind}-{number:04}" for number in range(count)]
    for number, key in enumerate(keys):
        _write(folder / f"{key}.yml", f"name: Synthetic {kind} {number:04}\n{more}\n")
    return keys


def _locations(folder: Path, count: int) -> list[str]:
    """A country, eight provinces, and sites within them."""
    _write(folder / "synthetic-country.yml", "name: Synthetic country\nkind: country\n")
    for number in range(8):
        _write(
            folder / f"synthetic-province-{number}.yml",
            f"name: Synthetic province {number}\nkind: admin1\nwithin: synthetic-country\n",
        )
    keys = [f"synthetic-site-{number:04}" for number in range(count)]
    for number, key in enumerate(keys):
        place = f"coordinates: {{lat: {33 + number % 4}.{number % 90 + 10}, lon: {38 + number % 3}.25, uncertainty_km: 5, basis: synthetic}}"
        _write(
            folder / f"{key}.yml",
            f"name: Synthetic site {number:04}\nkind: site\nwithin: synthetic-province-{number % 8}\n{place}\n",
        )
    return keys


def _prose(chance: random.Random, length: int) -> str:
    text = " ".join(words(chance, length))
    return text[:1].upper() + text[1:] + "."


def _record(
    chance: random.Random,
    number: int,
    minted: str,
    month: int,
    sources: list[str],
    actors: list[str],
    locations: list[str],
) -> str:
    day = 1 + number % 27
    date = chance.choice(_DATES).format(m=month, d=day, e=day + 1)
    reports = "".join(_report(chance, number, position, sources) for position in range(1 + number % 4))
    paragraphs = "\n\n".join(_prose(chance, 60) for _ in range(1 + number % 4))
    return f"""---
id: {minted}
title: Synthetic incident {number:06} for measuring
type: air-drone-strike
status: {chance.choice(_STATUSES)}
date: {{value: {date}, basis: synthetic}}
location:
  key: {chance.choice(locations)}
  relation: near
reports:
{reports}means:
  - {{kind: uav, count: {1 + number % 5}, report: r1}}
effects:
  - {{kind: injured, who: synthetic, count: {{min: 0, max: {number % 3}}}, report: r1}}
actors:
  - {{actor: {chance.choice(actors)}, role: attacker, basis: attributed-by-report, report: r1}}
---
{paragraphs}

- {_prose(chance, 8)}
- [A synthetic link](https://example.org/{number}/more)
"""


def _report(chance: random.Random, number: int, position: int, sources: list[str]) -> str:
    arabic = position == 2
    title = _ARABIC if arabic else f"Synthetic item {number}"
    origin, publisher = chance.sample(sources, 2)
    chains = f"\n    chains: [[{origin}, {{as_stated: synthetic origin}}]]" if position % 2 else ""
    return f"""  - ref: r{position + 1}
    url: "https://example.org/items/{number}/{position}"
    source: {publisher}
    title: {title}
    language: {"ar" if arabic else "en"}
    retrieved: 2026-01-01
    gist: {_prose(chance, 18)}{chains}
"""


_SETTINGS = """title: Synthetic archive for measuring
description: Synthetic records, made by a script; no entry describes a real event.
scope: Synthetic records only.
id_prefix: syn
licence: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
about: Synthetic records, made by a script; no entry describes a real event.
"""
