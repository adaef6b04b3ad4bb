"""What a contributor is told to write instead, word for word, where a value stands in a form of everyday life."""

from dataclasses import replace

import pytest
from invented_archive import (
    GAZETTE,
    TEST_BASE,
    TEST_BASE_TEXT,
    TESTLAND,
    Changes,
    WriteArchive,
    adding,
    adding_to_report,
    checked,
    in_strike,
    spoilt,
)

from generator.reading.finding import Suggestion

A_COUNT = "a count: a whole number such as `3`, or `{min: …, max: …, approximate: true}`"
NEITHER = "a count has no decimals; write `3` for exactly three, `{min: 10}` for at least ten, `{max: 4}` for up to four, `{min: 2, max: 4}` for two to four, `{min: 20, max: 20, approximate: true}` for about twenty"
OTHERWISE = NEITHER.removeprefix("a count has no decimals; ") + "; leave it out where none is stated"
AN_ID = "is not an id of this archive: its prefix, a hyphen and seven digits or consonants without l"
FRESH = "write `id: syb-0000000` where the record is new; the id of one that is published never changes: put it back"
BASES = "claimed-by-actor, acknowledged-by-actor, attributed-by-official, attributed-by-report, inferred-by-editors, denied-by-actor"

COUNTS = [
    ("three", "write `3`", "3", "safe"),
    ('"3"', "write `3`", "3", "safe"),
    ("٣", "write `3`", "3", "safe"),
    ("Twenty-one", "write `21`", "21", "safe"),
    ("3.0", "write `3`", "3", "unsafe"),
    ("4-5", "write `{min: 4, max: 5}`", "{min: 4, max: 5}", "unsafe"),
    ("two or three", "write `{min: 2, max: 3}`", "{min: 2, max: 3}", "unsafe"),
    ("at least 9", "write `{min: 9}`", "{min: 9}", "unsafe"),
    ("10+", "write `{min: 10}`", "{min: 10}", "unsafe"),
    ("up to ten", "write `{max: 10}`", "{max: 10}", "unsafe"),
    ("more than 80", "write `{min: 81}`", "{min: 81}", "unsafe"),
    ("fewer than 3", "write `{max: 2}`", "{max: 2}", "unsafe"),
    ("~3", "write `{min: 3, max: 3, approximate: true}`", "{min: 3, max: 3, approximate: true}", "unsafe"),
    ("about 2 to 4", "write `{min: 2, max: 4, approximate: true}`", "{min: 2, max: 4, approximate: true}", "unsafe"),
    ("3 drones", "a count is the number alone, the words go into `as_stated`: write `3`", "3", "unsafe"),
    ("unknown", "leave `count` out: what no source states is left out", None, ""),
    ("none", "write `0` where a source says that there were none; where it says nothing, leave `count` out", None, ""),
    ("dozens", "a word is no number: keep it in `as_stated` and leave `count` out", None, ""),
    ("3.5", NEITHER, None, ""),
    ("5-4", OTHERWISE, None, ""),
    ("[3]", OTHERWISE, None, ""),
    ("true", OTHERWISE, None, ""),
    ("some time after 9", OTHERWISE, None, ""),
]


@pytest.mark.parametrize(("written", "way", "form", "safety"), COUNTS, ids=[row[0] for row in COUNTS])
def test_counts(written: str, way: str, form: str | None, safety: str, write_archive: WriteArchive) -> None:
    """A count written otherwise is told in the form that says the same; only one number, alone, is mended unasked."""
    changes = adding(f"effects:\n  - kind: injured\n    count: {written}")
    (finding,) = checked(write_archive(spoilt(changes))).findings
    assert (finding.rule, finding.message, finding.help) == ("S103", f"`effects[0].count` must be {A_COUNT}", way)
    assert finding.suggestion == (Suggestion(form, safety, verbatim=True) if form else None)


def test_a_figure_of_a_tally(write_archive: WriteArchive) -> None:
    """A figure cannot do without its number, so it goes as a whole."""
    tally = "name: Synthetic count\nas_of: 2024-01-06\nfigures: [{what: strikes, count: unknown}]\nreports: [{url: 'https://example.org/count', source: observatory}]\n"
    (finding,) = checked(write_archive(spoilt({"tallies/count.yml": tally}))).findings
    assert finding.help == "a figure is a number that is stated; where none is, take the figure out"


WAYS = [
    (
        "An effect is a mapping.",
        adding("effects:\n  - injured"),
        "S103 `effects[0]` must be an effect: a mapping (`key: value` lines)",
        "write `{kind: injured}`",
        Suggestion("{kind: injured}", "unsafe", verbatim=True),
    ),
    (
        "A related incident says how it is related.",
        adding("related: [syb-7tq2w9d]"),
        "S103 `related[0]` must be a related incident: a mapping (`key: value` lines)",
        "write `{id: syb-7tq2w9d, relation: …}`; `relation` is one of same-report, follows, response-to, possibly-same, not-same",
        None,
    ),
    (
        "A waiver has a reason.",
        adding("waive: [D605]"),
        "S103 `waive[0]` must be a waiver: a mapping (`key: value` lines)",
        "write `{rule: D605, reason: …}`",
        None,
    ),
    (
        "A withdrawal has its day and its reason.",
        adding("withdrawn: withdrawn"),
        "S103 `withdrawn` must be a withdrawal: a mapping (`key: value` lines)",
        "write `{on: …, reason: …}`; `reason` is one of duplicate, not-an-incident, out-of-scope, safety, legal, source-retracted",
        None,
    ),
    (
        "An actor has a part.",
        adding("actors: [test-forces]"),
        "S103 `actors[0]` must be an actor's part: a mapping (`key: value` lines)",
        f"write `{{actor: test-forces, role: …}}`; `role` is one of attacker, target, responder, interceptor; `basis` is one of {BASES}",
        None,
    ),
    (
        "A word that fits no key is not put under one.",
        adding("related: [north quay]"),
        "S103 `related[0]` must be a related incident: a mapping (`key: value` lines)",
        "write `{id: …, relation: …}`; `relation` is one of same-report, follows, response-to, possibly-same, not-same",
        None,
    ),
    (
        "An address where a citation belongs is its `url`.",
        in_strike("- url: https://example.org/strike\n    source: observatory", "- https://example.org/strike"),
        "S103 `reports[0]` must be a citation: a mapping (`key: value` lines)",
        'write `{url: "https://example.org/strike", source: …}`',
        None,
    ),
    (
        "A word where a citation belongs may be a report's key.",
        in_strike("- url: https://example.org/strike\n    source: observatory", "- item"),
        "S103 `reports[0]` must be a citation: a mapping (`key: value` lines)",
        "write `{report: item}` for a report with a file, `{url: …, source: …}` for one without",
        Suggestion("{report: item}", "unsafe", verbatim=True),
    ),
    (
        "Of several locations one comes first.",
        in_strike("location: testland", "location: [testland, test-base]"),
        "S103 `location` must be a location's key, or a mapping with `key`",
        "one location comes first, the others go into `also`: write `{key: testland, also: [test-base]}`",
        None,
    ),
    (
        "A list of days is a span or one of several.",
        in_strike("2024-01-05", "[2024-01-05, 2024-01-06]"),
        "S103 `date` must be a date such as `2023-12-31`, or a mapping with `value`",
        'write `2023-12-30/2023-12-31` for a span of days; for one of several days put the list in quotation marks without spaces, `"[2023-12-30,2023-12-31]"`, and give a `basis`',
        None,
    ),
    (
        "One mapping is no list.",
        adding("withdrawn: [{on: 2024-02-01, reason: safety}]"),
        "S103 `withdrawn` must be a withdrawal: a mapping (`key: value` lines)",
        "here stands one, not a list: take the brackets or the dash away",
        None,
    ),
    (
        "Names are told by language.",
        {TESTLAND: "name: Testland\nkind: country\nnames: Test Land\n"},
        "S103 `names` must be a mapping (`key: value` lines)",
        "write it as `{en: […]}`: the names by language",
        None,
    ),
    (
        "Behind the dash of an item stands a space.",
        adding("content_warnings:\n  -graphic images"),
        "S103 `content_warnings` must be a list (each item on a line of its own, after `- `)",
        "a dash that begins an item of a list has a space behind it: write `- graphic images`",
        Suggestion(" ", verbatim=True),
    ),
    (
        "A number of a range is a number.",
        adding("effects: [{kind: injured, count: {min: four}}]"),
        "S103 `effects[0].count.min` must be a whole number",
        "write `4`",
        Suggestion("4", verbatim=True),
    ),
    (
        "The most that a number may be is told in digits.",
        adding("effects: [{kind: injured, count: 99999999}]"),
        "S107 `effects[0].count` must be at most 10,000,000",
        "",
        None,
    ),
    (
        "A latitude has no letter.",
        {TEST_BASE: TEST_BASE_TEXT.replace("35.12", "33.31 N")},
        "S103 `coordinates.lat` must be a number",
        "write the number alone: `33.31`",
        Suggestion("33.31", verbatim=True),
    ),
    (
        "A longitude west of Greenwich is negative.",
        {TEST_BASE: TEST_BASE_TEXT.replace("40.34", "38.7° W")},
        "S103 `coordinates.lon` must be a number",
        "write the number alone: `-38.7`",
        Suggestion("-38.7", verbatim=True),
    ),
    (
        "Decimals follow a point.",
        {TEST_BASE: TEST_BASE_TEXT.replace("40.34", "38,7")},
        "S103 `coordinates.lon` must be a number",
        "decimals follow a point: `38.7`",
        Suggestion("38.7", verbatim=True),
    ),
    (
        "Minutes and seconds are no decimals.",
        {TEST_BASE: TEST_BASE_TEXT.replace("35.12", "33°18'36\"N")},
        "S103 `coordinates.lat` must be a number",
        "minutes and seconds become decimals: `33.31`",
        Suggestion("33.31", "unsafe", verbatim=True),
    ),
    (
        "North is no direction of a longitude.",
        {TEST_BASE: TEST_BASE_TEXT.replace("40.34", "38.7 N")},
        "S103 `coordinates.lon` must be a number",
        "write degrees east of Greenwich with decimals, as 40.14; west of it they are negative",
        None,
    ),
    (
        "An uncertain day exists in its month.",
        in_strike("2024-01-05", "2023-11-31?"),
        "S108 `date`: 31 November does not exist: November 2023 has 30 days",
        "",
        None,
    ),
    (
        "The month of an uncertain date is one of twelve.",
        in_strike("2024-01-05", "2024-24-03?"),
        "S108 `date`: `24` is not a month (months run from 01 to 12): if day and month are swapped, write 2024-03-24?",
        "",
        None,
    ),
    (
        "A time that YAML reads as a number is a time.",
        in_strike("2024-01-05", "{value: 2024-01-05, time: 23.05}"),
        "S109 `date.time`: `23.05` is not a time the archive can read: write 23:05",
        "write `23:05`",
        Suggestion("23:05", "unsafe"),
    ),
    (
        "A date that YAML reads as a number is a date.",
        in_strike("2024-01-05", "2024.01"),
        "S108 `date`: `2024.01` is not a date the archive can read: write 2024-01",
        "write `2024-01`",
        Suggestion("2024-01", "unsafe"),
    ),
    (
        "A part of the day in capitals is that part of the day.",
        in_strike("2024-01-05", "{value: 2024-01-05, time: Late evening}"),
        "S109 `date.time`: `Late evening` is not a time the archive can read: write late-evening",
        "write `late-evening`",
        Suggestion("late-evening", "safe"),
    ),
    (
        "A month that is only partly meant keeps its words.",
        in_strike("2024-01-05", "early December 2023"),
        "S108 `date`: `early December 2023` has a month in words: write 2023-12 and keep the words in `as_stated`",
        "",
        None,
    ),
    (
        "Two months are a span.",
        in_strike("2024-01-05", "October 2023 to February 2024"),
        "S108 `date`: `October 2023 to February 2024` has a month in words: write 2023-10/2024-02",
        "write `2023-10/2024-02`",
        Suggestion("2023-10/2024-02", "unsafe"),
    ),
    (
        "A sign that is none of an id's is named.",
        in_strike("syb-4k7m2xq", "syb-4k7mlxq"),
        f"S113 `syb-4k7mlxq` {AN_ID}",
        f"`l` is not used in an id: {FRESH}",
        None,
    ),
    (
        "A letter of another alphabet in an id is named.",
        in_strike("syb-4k7m2xq", "syb-4k7m2О9"),
        f"S113 `syb-4k7m2О9` {AN_ID}",
        f"`О` (U+041E, cyrillic capital letter o) is not used in an id: {FRESH}",
        None,
    ),
    (
        "The signs of an id are counted.",
        in_strike("syb-4k7m2xq", "syb-4k7m2x"),
        f"S113 `syb-4k7m2x` {AN_ID}",
        f"7 signs stand behind the hyphen, and not 6: {FRESH}",
        None,
    ),
    (
        "A text that is no id at all is told a fresh one.",
        in_strike("syb-4k7m2xq", "strike"),
        f"S113 `strike` {AN_ID}",
        FRESH,
        None,
    ),
    (
        "A province has no point.",
        {
            TEST_BASE: TEST_BASE_TEXT.replace("kind: base", "kind: admin1"),
        },
        "S111 the location: a province (`admin1`) has no point: it is drawn as an area, so leave `coordinates` out",
        "",
        None,
    ),
    (
        "An attacker is named on somebody's word.",
        adding("actors: [{actor: test-forces, role: attacker}]"),
        "P415 the attacker `test-forces` needs a `basis`",
        f"add `basis: …`, one of {BASES}",
        None,
    ),
    (
        "A basis stands beside the date that needs it.",
        in_strike("2024-01-05", "{value: 2024-01-05?}"),
        "P403 `2024-01-05?` is marked as uncertain, so it needs a `basis`",
        "add `basis:` beside `value`, with what the date rests on",
        None,
    ),
    (
        "A date alone becomes a mapping to have its basis.",
        in_strike("2024-01-05", "2024-01-05?"),
        "P403 `2024-01-05?` is marked as uncertain, so it needs a `basis`",
        "write it as a mapping, with what the date rests on: `{value: 2024-01-05?, basis: …}`",
        None,
    ),
    (
        "Two sources in one text are two steps or two lines.",
        {**adding_to_report('chains: [["observatory, gazette"]]'), **GAZETTE},
        "R201 there is no source `observatory, gazette`",
        "these are 2, each a step of its own: write `observatory, gazette` where each names the next as its origin, `[observatory], [gazette]` in `chains` where the item names both",
        None,
    ),
    (
        "A comma stands between two sources.",
        {**adding_to_report("chains: [[observatory gazette]]"), **GAZETTE},
        "R201 there is no source `observatory gazette`",
        "these are 2, each a step of its own: write `observatory, gazette` where each names the next as its origin, `[observatory], [gazette]` in `chains` where the item names both",
        None,
    ),
    (
        "Two locations in one text are two items.",
        {
            **in_strike("location: testland", "location: {key: testland, also: [test-base and north-base]}"),
            TEST_BASE: TEST_BASE_TEXT,
            "locations/north-base.yml": TEST_BASE_TEXT.replace("Test Base", "North Base").replace("35.12", "36.55"),
        },
        "R201 there is no location `test-base and north-base`",
        "these are 2, each an item of its own: write `test-base, north-base`",
        None,
    ),
    (
        "Of two sources one has published the item.",
        {**in_strike("source: observatory", "source: observatory and gazette"), **GAZETTE},
        "R201 there is no source `observatory and gazette`",
        "these are 2, and one belongs here: `observatory` or `gazette`",
        None,
    ),
    (
        "An origin without a file is given in the item's words.",
        adding_to_report("chains: [[field sources]]"),
        "R201 there is no source `field sources`",
        "an origin without a file is given in the item's words: write `{as_stated: field sources}`",
        Suggestion("{as_stated: field sources}", "unsafe", verbatim=True),
    ),
    (
        "An origin without a file is no source of a step.",
        adding_to_report("chains: [[{source: field sources, verb: said}]]"),
        "R201 there is no source `field sources`",
        "an origin without a file is given in the item's words: write `as_stated: field sources`",
        None,
    ),
    (
        "A term is not wider than itself.",
        {"vocabulary/types.yml": [("  other:\n", "  other:\n    broader: other\n")]},
        "R206 `broader` names the term itself",
        "name another term, or leave `broader` out",
        None,
    ),
    (
        "A link that runs a script is shown whole.",
        in_strike("a drone struck", "[a drone](javascript:alert(1)) struck"),
        "X502 the link `javascript:alert(1)` must begin with http:// or https://",
        "link the page itself, with the address that the browser shows, or keep the words without a link",
        None,
    ),
    (
        "A link without its scheme is given one.",
        in_strike("a drone struck", "[a drone](www.example.org) struck"),
        "X502 the link `www.example.org` must begin with http:// or https://",
        "write `https://www.example.org`",
        None,
    ),
    (
        "A link to a page of the site is another record's title.",
        in_strike("a drone struck", "[a drone](../second/) struck"),
        "X502 the link `../second/` must begin with http:// or https://",
        "name another record by its title; the site links related records itself",
        None,
    ),
]


@pytest.mark.parametrize(("rule", "changes", "message", "way", "suggestion"), WAYS, ids=[row[0] for row in WAYS])
def test_way_out(
    rule: str, changes: Changes, message: str, way: str, suggestion: Suggestion | None, write_archive: WriteArchive
) -> None:
    """The one finding tells what is wrong and what to write, and offers that in place where it can be told."""
    (finding,) = checked(write_archive(spoilt(changes))).findings
    assert (f"{finding.rule} {finding.message}", finding.help) == (message, way)
    offered = finding.suggestion
    assert (replace(offered, span=None) if offered else None) == suggestion
