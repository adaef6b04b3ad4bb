"""Rules of references: what a record names exists, once."""

from collections.abc import Callable

import pytest
from invented_archive import (
    GAZETTE,
    GOOD,
    INLINE,
    ITEM,
    ITEM_TEXT,
    OBSERVATORY,
    SECOND,
    SECOND_TEXT,
    STRIKE,
    TEST_BASE,
    TEST_BASE_TEXT,
    TESTLAND,
    Changes,
    Found,
    Row,
    WriteArchive,
    adding,
    adding_to_report,
    checked,
    in_strike,
    spoilt,
)


def _types(first: str, second: str) -> str:
    """The vocabulary of types with one more line at each of its two terms."""
    text = GOOD["vocabulary/types.yml"]
    return text.replace("A word for tests.", f"A word for tests.\n    {first}") + (f"    {second}\n" if second else "")


TALLY = """\
name: Synthetic count
figures: [{what: strikes, count: 3}]
as_of: 2024-01-06
reports: [{url: "https://example.org/count", source: observatory}]
"""

ROWS: list[Row] = [
    (
        "A location that has no entry is one finding.",
        in_strike("location: testland", "location: koniko"),
        ("R201", STRIKE, 7, 11, "there is no location `koniko`"),
    ),
    (
        "A misspelt key is answered with the right one.",
        in_strike("source: observatory", "source: obsevatory"),
        ("R201", STRIKE, 10, 13, "there is no source `obsevatory`"),
    ),
    (
        "An entry is not named by its name but by its key.",
        {
            STRIKE: [("location: testland", "location: test-land-base")],
            TEST_BASE: TEST_BASE_TEXT.replace("Test Base", "Test Land Base"),
        },
        ("R201", STRIKE, 7, 11, "there is no location `test-land-base`"),
    ),
    (
        "A translation is in a language that the site has pages in.",
        {
            **adding("translations: {arb: {title: ضربة تجريبية للاختبار}}"),
            "archive.yml": [("id_prefix: syb", "id_prefix: syb\nlanguages: [en, ar]")],
        },
        (
            "R216",
            STRIKE,
            8,
            16,
            "the translation into `arb` is shown nowhere: `languages` in `archive.yml` does not name it",
        ),
    ),
    (
        "A translation is not into the language of the records.",
        adding("translations: {en: {title: Synthetic strike on a base}}"),
        (
            "R216",
            STRIKE,
            8,
            16,
            "the translation into `en` is shown nowhere: it is the language the records are written in",
        ),
    ),
    (
        "A related incident exists.",
        adding("related: [{id: syb-9p3w6tn, relation: follows}]"),
        ("R201", STRIKE, 8, 16, "there is no incident `syb-9p3w6tn`"),
    ),
    (
        "An id belongs to one record.",
        {SECOND: SECOND_TEXT.replace("syb-7tq2w9d", "syb-4k7m2xq")},
        (
            "R202",
            STRIKE,
            2,
            5,
            "the id `syb-4k7m2xq` is already that of incidents/records/2024/second.md",
        ),
    ),
    (
        "An id is minted and not copied from an example.",
        in_strike("id: syb-4k7m2xq", "id: syb-0000000"),
        ("R210", STRIKE, 2, 5, "`syb-0000000` only shows the form of an id"),
    ),
    (
        "A location does not lie within itself by way of others.",
        {
            TEST_BASE: "name: Test Base\nkind: base\nwithin: test-yard\n",
            "locations/test-yard.yml": "name: Test Yard\nkind: area\nwithin: test-base\n",
        },
        ("R203", "locations/test-yard.yml", 3, 9, "`within` leads back to `test-yard` itself"),
    ),
    (
        "A country does not lie within a place of its own.",
        {
            TEST_BASE: TEST_BASE_TEXT,
            TESTLAND: "name: Testland\nkind: country\nwithin: test-base\n",
        },
        ("R203", TESTLAND, 3, 9, "`within` leads back to `testland` itself"),
    ),
    (
        "A name belongs to the entry that records name already, and not to a new one.",
        {
            TEST_BASE: TEST_BASE_TEXT + "names:\n  en: [Old Yard]\n",
            "locations/a-yard.yml": "name: Old Yard\nkind: base\nwithin: testland\n",
            STRIKE: [("location: testland", "location: test-base")],
        },
        (
            "R207",
            "locations/a-yard.yml",
            1,
            7,
            "the name `Old Yard` already belongs to the location `test-base`",
        ),
    ),
    (
        "A source does not stand behind itself.",
        {STRIKE: [(INLINE, INLINE + "    chains: [[gazette, observatory]]\n")], **GAZETTE},
        ("R215", STRIKE, 11, 24, "`observatory` stands behind itself in this chain"),
    ),
    (
        "Two incidents do not each date the other.",
        {
            STRIKE: [
                (
                    "date: 2024-01-05",
                    "date: {value: unknown, relative: {relation: after, to: syb-7tq2w9d}}",
                )
            ],
            SECOND: SECOND_TEXT.replace(
                "date: 2024-01-06",
                "date: {value: unknown, relative: {relation: before, to: syb-4k7m2xq}}",
            ),
        },
        ("R203", STRIKE, 6, 56, "`relative` leads back to this incident"),
    ),
    (
        "A statement names a citation of its own record.",
        adding("effects: [{kind: injured, report: reuters}]"),
        ("R204", STRIKE, 8, 35, "`reuters` names no citation of this record"),
    ),
    (
        "A misspelt ref is answered with the right one.",
        {
            STRIKE: [
                ("    source: observatory\n", "    source: observatory\n    ref: first\n"),
                (
                    "location: testland\n",
                    "location: testland\neffects: [{kind: injured, report: frist}]\n",
                ),
            ]
        },
        ("R204", STRIKE, 8, 35, "`frist` names no citation of this record"),
    ),
    (
        "What is said of one location is said of one the incident names.",
        {
            STRIKE: [("location: testland", "location: test-base\neffects: [{kind: injured, location: other-base}]")],
            TEST_BASE: TEST_BASE_TEXT,
            "locations/other-base.yml": TEST_BASE_TEXT.replace("Test Base", "Other Base"),
        },
        ("R212", STRIKE, 8, 37, "the incident names no location `other-base`"),
    ),
    (
        "An item that can be tied to no incident is cited by none.",
        {
            STRIKE: [(INLINE, "  - report: item\n")],
            ITEM: ITEM_TEXT + "untied: {gist: A synthetic strike, why: no day}\n",
        },
        ("R213", STRIKE, 9, 13, "`item` says of itself that it can be tied to no incident (`untied`)"),
    ),
    (
        "A ref means one citation.",
        in_strike(
            INLINE,
            INLINE + "    ref: first\n  - url: https://example.org/later\n    source: observatory\n    ref: first\n",
        ),
        ("R205", STRIKE, 14, 10, "`first` names two citations of this record"),
    ),
    (
        "An item cited twice in one record needs refs.",
        {
            STRIKE: [(INLINE, "  - report: item\n  - report: item\n    stance: confirms\n")],
            ITEM: ITEM_TEXT,
        },
        ("R205", STRIKE, 10, 13, "`item` names two citations of this record"),
    ),
    (
        "An incident is not related to itself.",
        adding("related: [{id: syb-4k7m2xq, relation: follows}]"),
        ("R206", STRIKE, 8, 16, "`id` names the record itself"),
    ),
    (
        "A location does not lie within itself.",
        {TEST_BASE: "name: Test Base\nkind: base\nwithin: test-base\n"},
        ("R206", TEST_BASE, 3, 9, "`within` names the record itself"),
    ),
    (
        "A name belongs to one entry.",
        {TEST_BASE: TEST_BASE_TEXT.replace("Test Base", "Testland")},
        ("R207", TEST_BASE, 1, 7, "the name `Testland` already belongs to the location `testland`"),
    ),
    (
        "A further name does not belong to another entry.",
        {TEST_BASE: TEST_BASE_TEXT + "names:\n  en: [Base One, Test-Land]\n"},
        ("R207", TEST_BASE, 9, 18, "the name `Test-Land` already belongs to the location `testland`"),
    ),
    (
        "A record is merged into one that stands.",
        {
            STRIKE: [
                (
                    "location: testland\n",
                    "location: testland\nwithdrawn: {on: 2024-02-01, reason: duplicate, merged_into: syb-7tq2w9d}\n",
                )
            ],
            SECOND: SECOND_TEXT.replace(
                "location: testland\n",
                "location: testland\nwithdrawn: {on: 2024-02-01, reason: out-of-scope}\n",
            ),
        },
        ("R208", STRIKE, 8, 61, "`syb-7tq2w9d` is withdrawn itself; name the record that stands"),
    ),
    (
        "A source without a file is a warning.",
        in_strike("source: observatory", "source: {name: Synthetic Gazette, kind: newspaper}"),
        ("R209", STRIKE, 10, 13, "the source `Synthetic Gazette` has no file of its own yet"),
    ),
    (
        "What a tally names exists: its locations.",
        {"tallies/count.yml": TALLY + "location: [testland, tesland]\n"},
        ("R201", "tallies/count.yml", 5, 22, "there is no location `tesland`"),
    ),
    (
        "What a tally names exists: a location given alone.",
        {"tallies/count.yml": TALLY + "location: tesland\n"},
        ("R201", "tallies/count.yml", 5, 11, "there is no location `tesland`"),
    ),
    (
        "What a tally names exists: the actors struck.",
        {"tallies/count.yml": TALLY + "struck: [test-forces, test-force]\n"},
        ("R201", "tallies/count.yml", 5, 23, "there is no actor `test-force`"),
    ),
    (
        "What a tally names exists: the locations of a figure.",
        {"tallies/count.yml": TALLY.replace("count: 3", "count: 3, location: tesland")},
        ("R201", "tallies/count.yml", 2, 47, "there is no location `tesland`"),
    ),
    (
        "A location without a file is a warning.",
        in_strike("location: testland", "location: {as_stated: a base near Testville, within: testland}"),
        ("R209", STRIKE, 7, 11, "the location `a base near Testville` has no file of its own yet"),
    ),
    (
        "A source with a file is not given by its name.",
        in_strike("source: observatory", "source: {name: SYNTHETIC observatory, kind: monitor}"),
        (
            "R211",
            STRIKE,
            10,
            20,
            "`SYNTHETIC observatory` is a name of the source `observatory`; write the key",
        ),
    ),
    (
        "A tally does not give a source with a file by its name either.",
        {
            "tallies/count.yml": "name: Synthetic count\nfigures: [{what: strikes, count: 3}]\nas_of: 2024-01-06\n"
            "reports:\n  - {url: 'https://example.org/count', source: {name: Synthetic Observatory, kind: monitor}}\n"
        },
        (
            "R211",
            "tallies/count.yml",
            5,
            55,
            "`Synthetic Observatory` is a name of the source `observatory`; write the key",
        ),
    ),
    (
        "A step of a chain with a file is not given in words.",
        adding_to_report("chains: [[{as_stated: Synthetic Observatory, verb: said}]]"),
        (
            "R211",
            STRIKE,
            11,
            27,
            "`Synthetic Observatory` is a name of the source `observatory`; write the key",
        ),
    ),
    (
        "A location with a file is not described as a new one.",
        {
            STRIKE: [("location: testland", "location: {as_stated: Test base, within: testland}")],
            TEST_BASE: TEST_BASE_TEXT,
        },
        ("R211", STRIKE, 7, 23, "`Test base` is a name of the location `test-base`; write the key"),
    ),
    (
        "Another account's location with a file is not described as a new one.",
        {
            STRIKE: [
                (
                    "location: testland",
                    "location: {key: testland, alternatives: [{as_stated: Test base, within: testland}]}",
                )
            ],
            TEST_BASE: TEST_BASE_TEXT,
        },
        ("R211", STRIKE, 7, 54, "`Test base` is a name of the location `test-base`; write the key"),
    ),
    (
        "A source does not speak for an unknown actor.",
        {OBSERVATORY: [("kind: monitor\n", "kind: monitor\nrepresents: unknown\n")]},
        ("R201", OBSERVATORY, 3, 13, "there is no actor `unknown`"),
    ),
    (
        "A source is not close to an unknown actor.",
        {OBSERVATORY: [("kind: monitor\n", "kind: monitor\naffiliation: {as_stated: close, actor: unknown}\n")]},
        ("R201", OBSERVATORY, 3, 40, "there is no actor `unknown`"),
    ),
    (
        "An actor does not belong to an unknown one.",
        {"actors/test-forces.yml": [("kind: state-forces\n", "kind: state-forces\npart_of: unknown\n")]},
        ("R201", "actors/test-forces.yml", 3, 10, "there is no actor `unknown`"),
    ),
    (
        "A target is not held by an unknown actor.",
        adding("target: [{kind: military-base, operator: unknown}]"),
        ("R201", STRIKE, 8, 42, "there is no actor `unknown`"),
    ),
    (
        "A term is not wider than itself by way of others.",
        {"vocabulary/types.yml": _types("broader: other", "broader: air-drone-strike")},
        ("R203", "vocabulary/types.yml", 6, 14, "`broader` leads back to `air-drone-strike` itself"),
    ),
    (
        "A term is not replaced by one that it replaces.",
        {"vocabulary/types.yml": _types("deprecated_by: other", "deprecated_by: air-drone-strike")},
        (
            "R203",
            "vocabulary/types.yml",
            6,
            20,
            "`deprecated_by` leads back to `air-drone-strike` itself",
        ),
    ),
    (
        "A term is not wider than itself.",
        {"vocabulary/types.yml": _types("broader: air-drone-strike", "")},
        ("R206", "vocabulary/types.yml", 6, 14, "`broader` names the term itself"),
    ),
    (
        "A report is not derived from itself by way of others.",
        {
            ITEM: ITEM_TEXT + "derived_from: [first, twin]\n",
            "reports/first.yml": "source: observatory\nurl: https://example.org/first\n",
            "reports/twin.yml": "source: observatory\nurl: https://example.org/twin\nderived_from: [item]\n",
        },
        ("R203", ITEM, 3, 23, "`derived_from` leads back to `item` itself"),
    ),
    (
        "A report is not derived from itself.",
        {ITEM: ITEM_TEXT + "derived_from: [item]\n"},
        ("R206", ITEM, 3, 16, "`derived_from` names the record itself"),
    ),
    (
        "A group's misspelling is not another's name.",
        {"actors/other.yml": "name: Other forces\nkind: state-forces\nhidden_names: [forces of testland]\n"},
        (
            "R207",
            "actors/other.yml",
            3,
            16,
            "the name `forces of testland` already belongs to the actor `test-forces`",
        ),
    ),
]


@pytest.mark.parametrize(
    ("languages", "tag", "way"),
    [
        ("[en, ar]", "arb", "write one that is named (`ar`), or add `arb` to `languages`, so that the site has pages in it"),
        ("[en]", "ar", "add `ar` to `languages`, so that the site has pages in it"),
        ("[en, ar]", "en", "write it as `title` and as the account of the record, and take it out of `translations`"),
    ],
)  # fmt: skip
def test_the_way_out_of_a_translation_shown_nowhere(
    languages: str, tag: str, way: str, write_archive: WriteArchive
) -> None:
    """Who translated for nobody is told which languages the site has, or where the text belongs."""
    changes = {
        **adding(f"translations: {{{tag}: {{title: Synthetic strike on a base}}}}"),
        "archive.yml": [("id_prefix: syb", f"id_prefix: syb\nlanguages: {languages}")],
    }
    (finding,) = checked(write_archive(spoilt(changes))).findings
    assert (finding.rule, finding.level, finding.help) == ("R216", "warning", way)


def test_a_translation_into_a_language_of_the_site_is_good(findings_of: Callable[[Changes], list[Found]]) -> None:
    """Nothing is found in a translation into a further language of the site."""
    changes = {
        **adding("translations: {ar: {title: ضربة تجريبية للاختبار, body: نص تجريبي.}}"),
        "archive.yml": [("id_prefix: syb", "id_prefix: syb\nlanguages: [en, ar]")],
    }
    assert findings_of(changes) == []


@pytest.mark.parametrize(("rule", "changes", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_references(
    rule: str, changes: Changes, expected: Found, findings_of: Callable[[Changes], list[Found]]
) -> None:
    """Breaking a rule in one place gives one finding: its code, its place and its words."""
    assert findings_of(changes) == [expected]
