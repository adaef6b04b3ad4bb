"""What a YAML text may not hold in an archive."""

from __future__ import annotations

from generator.reading.finding import Rule

DUPLICATE_KEY = Rule(
    code="Y101",
    name="duplicate-key",
    level="error",
    message="the key `{key}` stands twice in one mapping; keep one",
    why="of two equal keys one value would be lost without a word",
    bad="title: Rockets at the depot\ntitle: Drones at the depot\n",
    good="title: Rockets and drones at the depot\n",
)
NULL = Rule(
    code="Y102",
    name="empty-value",
    level="error",
    message="{key} has no value",
    why="absent means unknown; an empty value would be a second way to say it",
    bad="time:\n",
    good="title: Rockets at the depot\n",
)
SWALLOWED = Rule(
    code="Y103",
    name="swallowed-by-comment",
    level="error",
    message="everything from `{comment}` on is read as a comment and would be lost",
    why="` #` begins a comment in YAML, so a part of the text would silently not be published",
    bad="title: Attack #3 on the depot\n",
    good='title: "Attack #3 on the depot"\n',
)
ALIAS = Rule(
    code="Y104",
    name="alias",
    level="error",
    message="`*{name}` points at a value elsewhere; write the value itself here",
    why="a record must be readable line by line, and chained aliases can fill any memory",
    bad="title: *name\n",
    good='title: "*name"\n',
)
ANCHOR = Rule(
    code="Y105",
    name="anchor",
    level="error",
    message="`&{name}` names a value for use elsewhere; write the value without it",
    why="a record must be readable line by line, without names that stand for other lines",
    bad="title: &name Rockets at the depot\n",
    good="title: Rockets at the depot\n",
)
TAG = Rule(
    code="Y106",
    name="tag",
    level="error",
    message="`{tag}` is a YAML tag; write the value without it",
    why="the archive's schema alone decides what a value is",
    bad="title: !!str Rockets at the depot\n",
    good="title: Rockets at the depot\n",
)
MERGE_KEY = Rule(
    code="Y107",
    name="merge-key",
    level="error",
    message="`<<` takes over keys from elsewhere; write the keys themselves here",
    why="a record must be readable line by line",
    bad="<<: {title: Rockets at the depot}\n",
    good="title: Rockets at the depot\n",
)
SEVERAL_DOCUMENTS = Rule(
    code="Y108",
    name="several-documents",
    level="error",
    message="a second YAML document begins here; a file holds one",
    why="whatever stands in a second document would be lost",
    bad="title: Rockets at the depot\n---\ntitle: Drones at the depot\n",
    good="title: Rockets at the depot\n",
)
DIRECTIVE = Rule(
    code="Y109",
    name="directive",
    level="error",
    message="a line that begins with `%` is a YAML directive; leave it out",
    why="directives change how the rest of a file is read",
    bad="%YAML 1.1\n---\ntitle: Rockets at the depot\n",
    good="title: Rockets at the depot\n",
)
KEY_NOT_A_WORD = Rule(
    code="Y110",
    name="key-not-a-word",
    level="error",
    message="a key is a plain word, and this one is {what}",
    why="every key of a record is a word of the schema",
    bad="? [title, type]\n: Rockets at the depot\n",
    good="title: Rockets at the depot\n",
)
EMPTY_KEY = Rule(
    code="Y111",
    name="empty-key",
    level="error",
    message="a value stands here without a key before its colon",
    why="every value of a record is found by its key",
    bad=": Rockets at the depot\n",
    good="title: Rockets at the depot\n",
)
KEY_TOO_LONG = Rule(
    code="Y112",
    name="key-too-long",
    level="error",
    message="a key has at most {most} characters, and this one has {count}",
    why="no key of the schema is that long; a sentence has probably become a key",
    bad=f"{'a' * 101}: Rockets at the depot\n",
    good="title: Rockets at the depot\n",
)
TOO_DEEP = Rule(
    code="Y113",
    name="too-deep",
    level="error",
    message="values stand at most {most} levels deep, and here a deeper one begins",
    why="no record needs it, and very deep nesting is used to bring programs down",
    bad="title: [[[[[[[[[[[[[[a]]]]]]]]]]]]]]\n",
    good="title: a\n",
)
TOO_MANY_VALUES = Rule(
    code="Y114",
    name="too-many-values",
    level="error",
    message="a file holds at most {most} values, and here one more begins",
    why="no record needs that many; split it into several records",
    bad="tags: [" + "a, " * 5_000 + "a]\n",
    good="tags: [a, b]\n",
)
HIDDEN_ESCAPE = Rule(
    code="Y115",
    name="hidden-escape",
    level="error",
    message="an escape in these quotes writes a sign no one sees: {sign}",
    why="a sign that is not seen can turn round or hide what a reader is shown",
    bad='title: "Rockets\\u202e at the base"\n',
    good='title: "Rockets at the depot"\n',
)
NOT_A_MAPPING = Rule(
    code="Y116",
    name="not-a-mapping",
    level="error",
    message="the file must be made of `key: value` lines, and this is {what}",
    why="a record is found by its keys",
    bad="- Rockets at the depot\n",
    good="title: Rockets at the depot\n",
)
NOTHING_IN_IT = Rule(
    code="Y117",
    name="nothing-in-it",
    level="error",
    message="there is no `key: value` line here",
    why="a record is found by its keys",
    bad="# only a comment\n",
    good="title: Rockets at the depot\n",
)
TRUTHLIKE = Rule(
    code="Y131",
    name="yes-or-no",
    level="warning",
    message="`{text}` is read here as a word, not as a yes or no",
    why="other programs read it as true or false; quotes or `true` leave no doubt",
    bad="active: yes\n",
    good="active: true\n",
)
SMART_QUOTES = Rule(
    code="Y132",
    name="curly-quotes",
    level="warning",
    message="quotes like `{sign}` are part of the text; YAML's own are straight",
    why="a word processor may have put them there, and they would be published",
    bad="title: “Rockets at the depot”\n",
    good='title: "Rockets at the depot"\n',
)
ODD_SPACE = Rule(
    code="Y133",
    name="odd-space",
    level="error",
    message="this looks like a space and is none to YAML: {sign}",
    why="keys, values and indentation are told by ordinary spaces alone",
    bad="title:\u00a0Rockets at the depot\n",
    good="title: Rockets at the depot\n",
)
