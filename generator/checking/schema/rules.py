"""The rules of the schema: which keys a record has and what each may hold."""

from generator.reading.finding import Rule

UNKNOWN_KEY = Rule(
    "S101",
    "unknown-key",
    "error",
    "`{key}` is not a key of {thing}",
    "a misspelt key would lose a fact without a word",
    "titel: Rockets at the depot\n",
    "title: Rockets at the depot\n",
)
MISSING_KEY = Rule(
    "S102",
    "missing-key",
    "error",
    "{thing} needs `{key}`",
    "the archive publishes no record without it",
    "title: Rockets at the depot\n",
    "title: Rockets at the depot\ntype: shelling-artillery-missile\n",
)
WRONG_KIND = Rule(
    "S103",
    "wrong-kind-of-value",
    "error",
    "`{key}` must be {wanted}",
    "a value of another kind would be read as something its author did not mean",
    "reports: sohr\n",
    "reports:\n  - report: sohr-321656\n",
)
UNKNOWN_VALUE = Rule(
    "S104",
    "unknown-value",
    "error",
    "`{key}` must be one of the {number} known {words}",
    "readers filter by it; a new word makes a filter of one",
    "status: likely\n",
    "status: unverified\n",
)
LENGTH = Rule(
    "S105",
    "length",
    "error",
    "`{key}` must have {limit}; it has {actual}",
    "lists, feeds and small screens show it whole",
    "title: Attack\n",
    "title: Rockets at the depot near the north quay\n",
)
FORM = Rule(
    "S106",
    "form",
    "error",
    "`{key}` must be {wanted}",
    "addresses and other records point at it by this form",
    "language: Arabic\n",
    "language: ar\n",
)
RANGE = Rule(
    "S107",
    "range",
    "error",
    "`{key}` must be {limit}",
    "a number outside its range is a slip of the pen",
    "coordinates: {lat: 351.0, lon: 40.1, basis: map}\n",
    "coordinates: {lat: 35.1, lon: 40.1, basis: map}\n",
)
DATE = Rule(
    "S108",
    "date",
    "error",
    "`{key}`: {problem}",
    "a date must say exactly what its source says, in a form that every reader and program understands (EDTF)",
    "date: 31.12.2023\n",
    "date: 2023-12-31\n",
)
TIME = Rule(
    "S109",
    "time",
    "error",
    "`{key}`: {problem}",
    "a time of day is shown as stated, so its form must be certain",
    "time: 10 pm\n",
    "time: 22:00\n",
)
ADDRESS = Rule(
    "S110",
    "web-address",
    "error",
    "`{key}` {problem}",
    "readers follow the link; it must lead where it seems to lead",
    "url: www.example.org/story\n",
    'url: "https://www.example.org/story"\n',
)
COMBINATION = Rule(
    "S111",
    "combination",
    "error",
    "{where}: {problem}",
    "where a key contradicts another, or lacks the one that belongs to it, a reader has to guess what is meant",
    "count: {min: 4, max: 2}\n",
    "count: {min: 2, max: 4}\n",
)
MISSING_ID = Rule(
    "S112",
    "missing-id",
    "error",
    "the record has no `id`; a fresh one is {minted}",
    "an id is the record's permanent address; it is minted once and never derived from what may be corrected",
    "title: Rockets at the depot\n",
    "id: syb-4k7m2xq\ntitle: Rockets at the depot\n",
)
ID_FORM = Rule(
    "S113",
    "id-form",
    "error",
    "`{found}` is not an id of this archive: {prefix}, a hyphen and seven digits or consonants without l",
    "ids are permanent addresses, so their form never varies",
    "id: depot-attack-1\n",
    "id: syb-4k7m2xq\n",
)
MISSING_BODY = Rule(
    "S114",
    "missing-body",
    "error",
    "the record has no account: {where}",
    "readers need the report in words, and a record cut off half-way must not pass",
    "title: Rockets at the depot\n",
    "---\ntitle: Rockets at the depot\n---\nA newspaper reports …\n",
)
MISSING_FILE = Rule(
    "S115",
    "missing-file",
    "error",
    "`{file}` is missing; it says {what}",
    "without its settings the site has no title, scope and licence, without its vocabularies no words to filter by",
    "(no incidents/archive.yml)",
    "title: An archive\n",
)

SCHEMA_RULES = (
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_KIND,
    UNKNOWN_VALUE,
    LENGTH,
    FORM,
    RANGE,
    DATE,
    TIME,
    ADDRESS,
    COMBINATION,
    MISSING_ID,
    ID_FORM,
    MISSING_BODY,
    MISSING_FILE,
)
