"""A synthetic archive whose few records all lean on one another, and random edits of it.

Every field is drawn from a handful of values, so that nearly each edit touches what is said of some other record.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

IDS = tuple(f"syn-{n}bcdf{n}z" for n in range(2, 9))
"""Ids of the records that the archive begins with."""
NEW_ID = "syn-9bcdf9z"
_UNKNOWN_ID = "syn-2222zzz"
_TERM = {"label": "Synthetic", "definition": "A word for tests."}
_TYPES, _MEANS = ("strike", "shelling"), ("uav", "rocket", "drone-of-one-way")
_PLACES = ("base-one", "base-two", "base-far", "province", "land")
_DATES = ("2024-01-05", "2024-01-06", "2024-01-05/2024-01-06", "2024-01", "2024-02-01", "unknown", "2024-01-05~")
_TITLES = (
    "Synthetic drones at the base",
    "Synthetic drones at the base, again",
    "Synthetic rockets at the quay",
    "Other synthetic event",
)
_ADDRESSES = tuple(f"https://example.org/{name}" for name in ("a", "b", "c", "tally", "item"))
_ACCOUNTS = (
    "A synthetic account.",
    "It is reported that it burned.",
    "The regime said so.",
    "Seen at Kwon.",
    "[x](javascript:y)",
    "A name at Baseone Two.",
)
Record = dict[str, Any]


def write_registries(root: Path) -> None:
    """All but the incidents, below `root`."""
    terms = {"types": _TYPES, "means": _MEANS, "effects": ("injured",), "targets": ("military-base",)}
    files: dict[str, Any] = {
        "archive": {
            "title": "Synthetic archive",
            "description": "Synthetic records for tests.",
            "scope": "Nothing real.",
            "id_prefix": "syn",
            "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
            "about": "Synthetic.",
        },
        **{
            f"vocabulary/{name}": {"name": name, "terms": {key: dict(_TERM) for key in keys}}
            for name, keys in terms.items()
        },
        "locations/land": {"name": "Synthetic Land", "kind": "country", "hidden_names": ["Kwon"]},
        "locations/province": {"name": "Synthetic Province", "kind": "admin1", "within": "land"},
        "actors/forces": {"name": "Synthetic Forces", "kind": "state-forces"},
        "actors/group": {"name": "Synthetic Group", "kind": "armed-group"},
        "sources/observatory": {"name": "Synthetic Observatory", "kind": "monitor"},
        "sources/group-media": {"name": "Synthetic Group Media", "kind": "armed-group-channel", "represents": "group"},
        "sources/sources-agency": {"name": "Synthetic Agency", "kind": "news-agency"},
        "series/wave": {"name": "Synthetic wave", "kind": "curatorial"},
        "reports/item": {"source": "observatory", "url": _ADDRESSES[4], "published": "2024-01-07"},
        "reports/ledger": {
            "source": "observatory",
            "url": "https://example.org/ledger",
            "claims": {"s1.1": {"kind": "event", "gist": "Synthetic.", "to": [IDS[-1]]}},
        },
        "tallies/count": {
            "name": "Synthetic count",
            "figures": [{"what": "attacks", "count": 3}],
            "as_of": "2024-01-09",
            "reports": [{"url": _ADDRESSES[3], "source": "observatory"}],
        },
    }
    for number, key in enumerate(_PLACES[:3]):
        point = {"lat": 35.1 + number * 0.05, "lon": 40.1, "basis": "map"}
        names = {"en": [f"Baseone {('One', 'Two', 'Three')[number]}"]}
        files[f"locations/{key}"] = {
            "name": key.capitalize(),
            "kind": "site",
            "within": "province",
            "coordinates": point,
            "names": names,
        }
    for path, value in files.items():
        _write(root / f"{path}.yml", yaml.safe_dump(value, sort_keys=False, allow_unicode=True))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def sound_record(chance: random.Random, key: str) -> Record:
    """A record of which nothing can be said that forbids to judge others alone."""
    record: Record = {
        "id": key,
        "title": chance.choice(_TITLES),
        "type": chance.choice(_TYPES),
        "date": chance.choice(_DATES[:4]),
        "location": chance.choice(_PLACES),
        "reports": [_citation(chance, key)],
    }
    record |= {field: value for field, value in _more(chance, IDS, key) if chance.random() < 0.25}
    return record


def _citation(chance: random.Random, key: str) -> Record:
    if key == IDS[-1]:
        return {"report": "ledger", "claims": ["s1.1"]} if chance.random() < 0.9 else {"report": "ledger"}
    if chance.random() < 0.2:
        return {"report": chance.choice(["item", "ledger"])}
    own = f"https://example.org/{key}"
    cited = {
        "url": chance.choice(_ADDRESSES) if chance.random() < 0.15 else own,
        "source": chance.choice(["observatory", "group-media", "sources-agency"]),
    }
    if chance.random() < 0.6:
        cited["retrieved"] = chance.choice(["2024-03-01", "2024-03-02"])
    return cited


def _more(chance: random.Random, ids: tuple[str, ...], key: str) -> Iterator[tuple[str, Any]]:
    other = chance.choice([each for each in ids if each != key])
    relation = chance.choice(["follows", "not-same", "possibly-same"])
    yield "means", [{"kind": chance.choice(_MEANS)}]
    yield (
        "actors",
        [{"actor": chance.choice(["forces", "group", "unknown"]), "role": "attacker", "basis": "attributed-by-report"}],
    )
    yield "related", [{"id": other, "relation": relation, "basis": "synthetic"}]
    yield "status", chance.choice(["unverified", "single-source", "corroborated", "contested"])
    yield "waive", [{"rule": chance.choice(["D605", "D606", "D601", "T802", "T801"]), "reason": "synthetic"}]
    yield "series", ["wave"]
    if chance.random() < 0.3:
        yield "withdrawn", {"on": "2024-05-01", "reason": "duplicate", "merged_into": other}
    if chance.random() < 0.5:
        relation = chance.choice(["after", "before", "same-time"])
        yield "date", {"value": chance.choice(_DATES[:4]), "relative": {"relation": relation, "to": other}}


def _odd(chance: random.Random, key: str) -> Iterator[tuple[str, Any]]:
    """Values with which something is wrong."""
    ids = (*IDS, NEW_ID, _UNKNOWN_ID)
    yield "id", chance.choice([*ids, "abc-4k7m2xq", "syn-0000000", 7])
    yield "type", "nothing-known"
    yield "location", chance.choice(["nowhere", {"as_stated": "Baseone One", "within": "province"}])
    yield "date", chance.choice([*_DATES, "2093-01-01", "5.1.2024"])
    yield "title", "SHORT!"
    yield "related", [{"id": chance.choice(ids), "relation": "follows"}]
    yield "reports", [{"report": "item", "claims": ["s1.1"]}]
    yield "reports", [{"url": _ADDRESSES[0], "source": "obervatory"}, {"url": _ADDRESSES[0], "source": "observatory"}]
    yield "reports", [{"url": _ADDRESSES[1], "source": {"name": "Synthetic Observatory", "kind": "monitor"}}]
    yield "nothing_known", key


def text_of(record: Record, account: str) -> str:
    """The file of a record."""
    return f"---\n{yaml.safe_dump(record, sort_keys=False)}---\n{account}\n"


def write_incidents(root: Path, chance: random.Random, *, common: int = 0) -> dict[str, Record]:
    """Seven incidents below `root`, by file name; beside them some `common` ones that make what they have say little."""
    for number in range(common):
        key = f"syn-b{number // 10}c{number % 10}dfg"
        record = {
            "id": key,
            "title": f"Filler {number}",
            "type": "shelling",
            "date": f"{1990 + number}-01-01",
            "location": "base-far",
            "reports": [{"url": f"https://example.org/{key}", "source": "observatory"}],
            "means": [{"kind": "rocket"}],
            "actors": [{"actor": "group", "role": "attacker", "basis": "attributed-by-report"}],
        }
        _write(root / "records" / f"common-{number}.md", text_of(record, _ACCOUNTS[0]))
    records = {f"r{number}": sound_record(chance, key) for number, key in enumerate(IDS)}
    for name, record in records.items():
        _write(root / "records" / f"{name}.md", text_of(record, _ACCOUNTS[0]))
    return records


def edit_one(root: Path, records: dict[str, Record], chance: random.Random) -> None:
    """Change one incident, add one, or break one."""
    name = chance.choice(sorted(records))
    record, account = dict(records[name]), _ACCOUNTS[0]
    way = chance.random()
    if way < 0.1:
        record = sound_record(chance, NEW_ID)
        # Each a place where another rule than that of the record itself has its say.
        name = chance.choice(["new", "New One", "sources/observatory", "sources/Obervatory", "r1.draft", "R1"])
    if way < 0.7:
        key = str(record["id"])
        choices = [*_more(chance, IDS, key), ("title", chance.choice(_TITLES)), ("date", chance.choice(_DATES))]
        choices += [
            ("location", chance.choice(_PLACES)),
            ("type", chance.choice(_TYPES)),
            ("reports", [_citation(chance, key)]),
        ]
        if chance.random() < 0.3:
            choices = list(_odd(chance, key))
        for field, value in chance.sample(choices, chance.choice([1, 1, 2])):
            record[field] = value
        for field in [each for each in ("related", "waive", "withdrawn", "means") if chance.random() < 0.1]:
            record.pop(field, None)
    elif way < 0.85:
        account = chance.choice(_ACCOUNTS)
    text = text_of(record, account)
    if way >= 0.92:
        text = text.replace(
            *chance.choice([("title: ", "title: ["), ("id: ", "id "), ("---\n", "--\n"), ("type: ", "type: &a ")]), 1
        )
    _write(root / "records" / f"{name}.md", text)
