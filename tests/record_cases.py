"""Records right and wrong, made from the schema: every field with values of every kind, at every bound, in every company."""

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

CORPORA = Path(__file__).resolve().parent / "corpora"

Schema = dict[str, Any]
Step = str | int

SAMPLES: Mapping[str, Any] = {
    "claim-id": "s1.1",
    "country-code": "SY",
    "date": "2024-02-01",
    "incident-id": "syn-0000001",
    "key": "a-key",
    "language-tag": "ar",
    "line": "synthetic words, كلمات",
    "narrative": "A synthetic account.\n\nIn two paragraphs.",
    "prose": "Synthetic text.\nOn two lines.",
    "quote": "synthetic quotation",
    "reference": "another-key",
    "sha256": "0123456789abcdef" * 4,
    "time": "22:30",
    "title": "Synthetic strike on a base",
    "web-address": "https://example.org/synthetic/?page=1#top",
}
"""A good value of each kind of text."""
OF_FIELDS: Mapping[str, Any] = {
    "claims": ["s1.1"],
    "geonames": "12345",
    "id_prefix": "syn",
    "iso3166": "SY-HA",
    "pcode": "SY0801",
    "rule": "P401",
    "to": ["syn-0000001"],
    "wikidata": "Q858",
}
"""A good value of fields whose form stands at the field itself."""
WHOLE: Mapping[str, tuple[Schema, ...]] = {
    "citation": ({"url": SAMPLES["web-address"], "source": "another-key"}, {"report": "another-key"}),
    "claim": ({"kind": "event", "gist": "synthetic gist"}, {"kind": "event", "quote": "synthetic quotation"}),
    "count-range": ({"min": 1},),
    "incident-location": ({"key": "another-key"}, {"as_stated": "synthetic place", "within": "another-key"}),
    "link": ({"source": "another-key"},),
    "location": ({"name": "Synthetic base", "kind": "base", "within": "another-key"},),
    "location-statement": ({"key": "another-key"}, {"as_stated": "synthetic place", "within": "another-key"}),
    "named-source": ({"key": "another-key"}, {"name": "Synthetic blog", "kind": "online"}),
    "report": ({"source": "another-key", "url": SAMPLES["web-address"]},),
    "series": ({"name": "Synthetic series", "kind": "curatorial"},),
    "source": ({"name": "Synthetic agency", "kind": "radio", "status": "unidentified"},),
    "withdrawn": ({"on": "2024-02-01", "reason": "safety"},),
}
"""The least that makes a mapping whole, where its keys depend on one another."""

STRANGE: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 5, 2.5, 3.0, -0.5, 999, 2023, 10_000, 10**9, 1e30, "", " ", "x", "true", "3", "null",
    "2024-02-01", "another-key", "Another-Key", "a--b", "-a", "unknown", "index", "con", "en", "EN", "zz", "ZZ", "SY",
    "s1.1", "s1.1b", "s01", "syn-0000001", "syn-l000001", "toolongx-0000001", "قاعدة", "https://example.org/",
    "http://localhost/", "javascript:alert(1)", "22:30", "24:00", "22:00/22:00", "night", "line\nbreak", "ends\n",
    [], ["x"], [None], [[]], [{}], ["s1.1"], ["another-key", 3], [1, 2], {}, {"x": "x"}, {"key": "another-key"},
    {"value": "2024-02-01"}, {"min": 1}, {"en": ["x"]}, {"__proto__": "x"}, {"constructor": 1},
)  # fmt: skip
"""Values that are wrong in most places and right in some."""
SPACES = ("\t", "\n", "\x0b", "\x0c", "\r", "\x1c", "\x1f", " ", "\x85", "\xa0", "\u1680", "\u2003", "\u200b", "\u2028", "\u202f", "\u3000", "\ufeff")  # fmt: skip


DATES = (
    "2023-02-28", "2023-02-29", "2024-02-29", "1900-02-29", "2000-02-29", "2100-02-29", "0400-02-29", "0004-02-29",
    "XXXX-02-29", "XXXX-02-30", "2023-02-30", "2023-02-31", "2023-04-31", "2023-06-31", "2023-09-31", "2023-11-31",
    "2023-12-31", "2023-12-32", "2023-13-01", "2023-00-01", "2023-01-00", "0000", "0000-01", "0001", "000X", "00XX",
    "001X", "01XX", "202X", "20XX", "2XXX", "XXXX", "XXXX-XX", "XXXX-12", "XXXX-XX-31", "2023-XX", "2023-XX-XX",
    "2023-XX-15", "2023-12-XX", "2023-12-3X", "2023~", "2023?", "2023%", "2023?~", "~2023", "2023-12-31~/2024",
    "2023/2024", "2024/2023", "2023-12/2023-12", "2023-12-31/2023-12-30", "2023/..", "../2023", "/2023", "2023/",
    "../..", "/", "unknown/2023", "2023/unknown", "unknown", "Unknown", "2023/XXXX-12-31", "[2023,2024]", "[2023]",
    "[2023,2023]", "[2023-02-30,2024]", "[2023,2024,2023]", "[2023..2024]", "[2024..2023]", "[2023..2024,2024]",
    "[2023..2024,2023..2024]", "[2023-12-30..2023-12-31]", "[..2023]", "[2023..]", "[2023,2024", "{2023,2024}",
    "2023-12-31T22:30", "31.12.2023", "12/31/2023", "2023/12/31", "20231231", "31 December 2023", "today", "2023-1-1",
    "-2023", "12023", "٢٠٢٣-١٢-٣١", "2023–12–31", "2023-12-31 ", "2023-12-31\n", "[" + ",".join(f"20{n:02}-01-01" for n in range(5)) + "]",
    "[" + ",".join(f"20{n:02}-01-01" for n in range(6)) + "]", "[200X,201X,202X]", "2023-12-31/2024-01-0X", "2023-21",
)  # fmt: skip
"""Dates right and wrong: each form of the profile, each fault of the calendar."""
TIMES = (
    "00:00", "23:59", "24:00", "22:60", "9:30", "22:30~", "~22:30", "22:00/23:30", "23:30/00:30", "22:00/22:00",
    "22:00~/23:00", "22:00/23:00~", "22:00/23:00/23:30", "night", "after-midnight", "late-evening", "noon", "Night",
    "22:30Z", "22:30:00", "10 pm", "22.30", "/", "22:00/", "night/dawn", "22:30\n",
)  # fmt: skip
ADDRESSES = (
    "https://example.org", "https://example.org/", "http://example.org", "HTTPS://example.org/", "https://Example.org/",
    "https://example.org:443/", "https://example.org:/", "https://user@example.org/", "https://example.org/@user",
    "https://localhost/", "https://a.localhost/", "https://a.local/", "https://a.localx/", "https://local.org/",
    "https://127.0.0.1/", "https://0x7f.1/", "https://[::1]/", "https://1.2.3.4.org/", "https://example.org./",
    "https://example..org/", "https://-a.org/", "https://a-.org/", "https://a_b.org/", "https://_a.org/",
    "https://example.o/", "https://example.1a/", "https://example.a1/", "https://example.a-/", "https://" + "a" * 63 + ".org/",
    "https://" + "a" * 64 + ".org/", "https://a." + "b" * 63 + "/", "https://a." + "b" * 64 + "/", "https:///example.org/",
    "https:/example.org/", "//example.org/", "ftp://example.org/", "javascript:alert(1)", "data:text/html,x",
    "https://example.org/a b", "https://example.org/é", "https://пример.org/", "https://example.org/\\a",
    "https://example.org/<a>", "https://example.org/{a}", "https://example.org/a|b", "https://example.org/a^b",
    "https://example.org/`", "https://example.org/'a", "https://example.org/a'", "https://example.org/?a'b",
    "https://example.org/#a'b", "https://example.org/#a'", "https://example.org/?a?b#c?d#e", "https://example.org?a",
    "https://example.org#a", "https://example.org/./a", "https://example.org/a/..", "https://example.org/a/../b",
    "https://example.org/.a", "https://example.org/a./b", "https://example.org/%2e/a", "https://example.org/%2E%2e",
    "https://example.org/?/../", "https://example.org/#/../", "https://example.org/...", "https://example.org/a/.?b",
    "https://example.org/a/..#b", "https://example.org//a", "https://example.org/[a]", "https://[example.org/",
    "https://example.org/" + "a" * 980, "https://example.org/" + "a" * 981, "https://xn--e1afmkfd.xn--p1ai/",
    "https://example.org/\n", "https://example.test/", "https://a.test.org/", "https://a.onion?b", "https://a.lan#b",
)  # fmt: skip
OF_KINDS: Mapping[str, tuple[str, ...]] = {
    "date": DATES,
    "time": TIMES,
    "web-address": ADDRESSES,
    "key": ("404", "assets", "aux", "con", "index", "new", "nul", "prn", "search", "sitemap", "undated", "unknown", "indexes", "a" * 80, "a" * 81),
}  # fmt: skip
"""Values of single kinds of text, tried wherever that kind stands."""


@dataclass(frozen=True, slots=True)
class Case:
    """One value to be judged: by the schema of a kind of record, or by one of its definitions."""

    kind: str
    definition: str
    """Empty for the record itself."""
    value: Any
    about: str


class Maker:
    """Makes values of one kind of record's schema."""

    def __init__(self, kind: str, schema: Schema) -> None:
        self.kind = kind
        self.schema = schema

    def resolved(self, schema: Schema) -> tuple[str, Schema]:
        """A schema with its reference followed, and the name of the definition."""
        if "$ref" not in schema:
            return "", schema
        name = schema["$ref"].removeprefix("#/$defs/")
        return name, self.schema["$defs"][name]

    def sample(self, schema: Schema, field: str = "") -> Any:
        """A good value."""
        name, schema = self.resolved(schema)
        if name in SAMPLES:
            return SAMPLES[name]
        if field in OF_FIELDS and schema.get("type") != "object" and "$ref" not in schema.get("items", {}):
            return OF_FIELDS[field]
        if "anyOf" in schema:
            return self.sample(schema["anyOf"][-1], field)
        if "enum" in schema:
            return schema["enum"][0]
        match schema["type"]:
            case "object" if "properties" in schema:
                return self.whole(name or self.kind)[0]
            case "object":
                return {self.sample(schema["propertyNames"]): self.sample(schema["additionalProperties"])}
            case "array":
                return [self.sample(schema["items"], field)]
            case kind:
                return {"integer": max(1, schema.get("minimum", 1)), "number": 1.5, "boolean": True, "string": "x"}[
                    kind
                ]

    def mapping(self, name: str) -> Schema:
        """The schema of a mapping by its name."""
        found: Schema = self.schema if name == self.kind else self.schema["$defs"][name]
        return found

    def whole(self, name: str) -> tuple[Schema, ...]:
        """The least mappings that are whole."""
        if name in WHOLE:
            return tuple(copy.deepcopy(dict(base)) for base in WHOLE[name])
        schema = self.mapping(name)
        return ({key: self.sample(schema["properties"][key], key) for key in schema.get("required", ())},)

    def mappings(self) -> list[str]:
        """The names of all mappings in the schema, the record itself first."""
        return [self.kind, *(name for name, schema in self.schema["$defs"].items() if "properties" in schema)]

    def carrying(self, name: str, field: str) -> list[Schema]:
        """Whole mappings with one more field, each on one of the ways to be whole."""
        value = self.sample(self.mapping(name)["properties"][field], field)
        return [{**base, field: copy.deepcopy(value)} for base in self.whole(name)]

    def cases(self) -> Iterator[Case]:
        """Every case: of each mapping, each field with values of every kind, then keys that come and go."""
        for name in self.mappings():
            definition = "" if name == self.kind else name
            for field in self.mapping(name)["properties"]:
                for carrier in self.carrying(name, field):
                    for about, value in self.changed(carrier, (field,)):
                        yield Case(self.kind, definition, value, f"{name}.{field}: {about}")
            for number, strange in enumerate(STRANGE):
                yield Case(self.kind, definition, strange, f"{name} as a whole: strange value {number}")
            for about, value in self.companies(name):
                yield Case(self.kind, definition, value, f"{name}: {about}")

    def changed(self, carrier: Schema, path: tuple[Step, ...]) -> Iterator[tuple[str, Schema]]:
        """A mapping with everything imaginable in one place of it, and in each place further down."""
        yield "as it is", carrier
        value, schemas = _at(carrier, path), list(self.at(path, carrier))
        for number, strange in enumerate((*STRANGE, *self.bounds(schemas), *_respaced(value))):
            yield f"strange value {number}", _with(carrier, path, strange)
        for schema in schemas:
            for known in schema.get("enum", ()):
                yield f"known value {known}", _with(carrier, path, known)
                yield f"known value {known} in a list", _with(carrier, path, [known])
        if isinstance(value, list) and value:
            yield from self.changed(carrier, (*path, 0))
        elif isinstance(value, dict) and not any("properties" in schema for schema in schemas):
            for key in value:
                yield from self.changed(carrier, (*path, key))
            names = [name for schema in schemas for name in self._opened(schema.get("propertyNames"))]
            for strange in (*STRANGE, *self.bounds(names), *_respaced(next(iter(value)))):
                if isinstance(strange, str):
                    yield f"key {strange!r}", _with(carrier, (*path, strange), next(iter(value.values())))

    def at(self, path: tuple[Step, ...], carrier: Schema) -> Iterator[Schema]:
        """The schemas that speak of a place: with a short form several."""
        found = [schema for name in self.mappings() for schema in self._of(name, path[0], carrier)]
        for step in path[1:]:
            found = [
                inner
                for schema in found
                for inner in self._opened(
                    schema.get("items") if isinstance(step, int) else schema.get("additionalProperties")
                )
            ]
        yield from found

    def _of(self, name: str, field: Step, carrier: Schema) -> Iterator[Schema]:
        schema = self.mapping(name)
        if field in schema["properties"] and set(carrier) <= set(schema["properties"]):
            yield from self._opened(schema["properties"][field])

    def _opened(self, schema: Any) -> Iterator[Schema]:
        if isinstance(schema, dict):
            _, schema = self.resolved(schema)
            yield schema
            for branch in schema.get("anyOf", ()):
                yield from self._opened(branch)

    def bounds(self, schemas: list[Schema]) -> Iterator[Any]:
        """Values at each bound of these schemas, and one step to either side."""
        for schema in schemas:
            yield from (
                text for kind, texts in OF_KINDS.items() if schema is self.schema["$defs"].get(kind) for text in texts
            )
            for keyword in ("minimum", "maximum", "exclusiveMinimum"):
                if keyword in schema:
                    yield from (schema[keyword] + step for step in (-1, -0.01, 0, 0.01, 1))
            for keyword in ("minLength", "maxLength"):
                if keyword in schema:
                    for size in range(max(0, schema[keyword] - 1), schema[keyword] + 2):
                        yield from (sign * size for sign in ("a", "ع", "😀", "a\n")[: 4 if size < 500 else 2])
            if "minItems" in schema or "maxItems" in schema:
                item = self.sample(schema["items"])
                yield from ([item] * size for size in (0, 1, 2, 9, 10, 11))

    def companies(self, name: str) -> Iterator[tuple[str, Schema]]:
        """Mappings with and without each key, with unknown keys, and with each pair of keys in each of their states."""
        schema = self.mapping(name)
        for base in self.whole(name):
            yield "whole", base
            for key in base:
                left = {other: value for other, value in base.items() if other != key}
                yield f"without {key}", left
                for other in schema["properties"]:
                    for state in self.states(schema["properties"][other], other):
                        yield f"without {key}, with {other}", {**left, other: state}
            for key in ("unknown_key", "key", "body", "Name", "", "__proto__", "toString", "narrative", "x" * 101):
                yield f"with {key!r}", {**base, key: "x"}
            for pair in combinations(schema["properties"], 2):
                for states in product(*(self.states(schema["properties"][key], key) for key in pair)):
                    yield f"with {pair}", {**base, **dict(zip(pair, states, strict=True))}
        if "allOf" in schema:
            for size in (1, 2, 3):
                for keys in combinations(schema["properties"], size):
                    yield f"only {keys}", {key: self.sample(schema["properties"][key], key) for key in keys}

    def states(self, schema: Schema, field: str) -> list[Any]:
        """The values of a field that other fields may depend on: each word of a list, something, an empty list."""
        [*opened] = self._opened(schema)
        listed = [value for one in opened for value in one.get("enum", ())]
        if listed:
            return listed if len(listed) < 20 else listed[:1]
        empty: list[Any] = [[]] if any(one.get("type") == "array" for one in opened) else []
        return [self.sample(schema, field), *empty]


def _at(value: Any, path: tuple[Step, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def _with(carrier: Schema, path: tuple[Step, ...], value: Any) -> Schema:
    changed = copy.deepcopy(carrier)
    holder = _at(changed, path[:-1])
    holder[path[-1]] = copy.deepcopy(value)
    return changed


def _respaced(value: Any) -> Iterator[str]:
    """A text with every kind of space before, behind and in it, and in other letters."""
    if isinstance(value, str):
        for space in SPACES:
            yield from (space + value, value + space, value[:1] + space + value[1:])
        yield from (value.upper(), value.title(), value[:-1], value + value, value + "/", value + "~", value + "😀")
