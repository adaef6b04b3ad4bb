"""Rules of style: a neutral voice that names its sources, titles that are phrases, one name for one thing."""

from collections.abc import Callable

import pytest
from invented_archive import (
    BODY,
    STRIKE,
    TEST_BASE,
    TEST_BASE_TEXT,
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

from generator.checking.style.loaded_words import LOADED_WORDS
from generator.reading.finding import Span, Suggestion

TITLE = "Synthetic drone strike on a test base"
AT_THE_BASE: Changes = {
    TEST_BASE: TEST_BASE_TEXT + "names: {en: [Old Fort]}\nhidden_names: [Tset Base]\n",
    STRIKE: [("location: testland", "location: test-base")],
}


def titled(title: str) -> Changes:
    """The strike under another title."""
    return in_strike(f"title: {TITLE}", f"title: {title}")


def translated(words: str) -> Changes:
    """The strike with a translation into Arabic, in line 9, in an archive that has Arabic pages."""
    return {
        "archive.yml": [("id_prefix: syb", "id_prefix: syb\nlanguages: [en, ar]")],
        STRIKE: [("location: testland\n", f"location: testland\ntranslations:\n  ar: {{{words}}}\n")],
    }


def told(account: str) -> Changes:
    """The strike with another account."""
    return in_strike(BODY, account)


def told_at_the_base(account: str) -> Changes:
    """The strike at a base that has other names, with another account."""
    return {**AT_THE_BASE, STRIKE: [("location: testland", "location: test-base"), (BODY, account)]}


ROWS: list[Row] = [
    (
        "An account takes no side.",
        told("The Synthetic Observatory reports that the regime struck a test base."),
        ("T801", STRIKE, 12, 44, "the account says `regime` in the archive's own voice"),
    ),
    (
        "A title takes no side.",
        titled("Synthetic terrorist strike on a test base"),
        ("T801", STRIKE, 3, 18, "`title` says `terrorist` in the archive's own voice"),
    ),
    (
        "A gist takes no side, in Arabic either.",
        adding_to_report("gist: ضربة من الإرهابيين"),
        ("T801", STRIKE, 11, 19, "`reports[0].gist` says `الإرهابيين` in the archive's own voice"),
    ),
    (
        "A note takes no side, in Russian either.",
        adding("notes: [По словам газеты это были террористы.]"),
        ("T801", STRIKE, 8, 35, "`notes[0]` says `террористы` in the archive's own voice"),
    ),
    (
        "A translated title takes no side.",
        translated("title: هجوم إرهابي على قاعدة"),
        ("T801", STRIKE, 9, 20, "`translations.ar.title` says `إرهابي` in the archive's own voice"),
    ),
    (
        "A translated account takes no side.",
        translated("title: ضربة تجريبية للاختبار, body: قال المرصد إن العدوان وقع."),
        ("T801", STRIKE, 9, 58, "`translations.ar.body` says `العدوان` in the archive's own voice"),
    ),
    (
        "The archive takes no side in what it says of itself in another language.",
        {"archive.yml": [("about: Every", "translations: {ar: {title: أرشيف العدوان}}\nabout: Every")]},
        ("T801", "archive.yml", 8, 34, "`translations.ar.title` says `العدوان` in the archive's own voice"),
    ),
    (
        "A translated account says who says so.",
        translated("title: ضربة تجريبية للاختبار, body: ذكرت تقارير أن طائرة سقطت."),
        ("T802", STRIKE, 9, 44, "`ذكرت تقارير` does not say who says so"),
    ),
    (
        "A vocabulary takes no side.",
        {"vocabulary/means.yml": [("A word for tests.", "A word for martyrs.")]},
        ("T801", "vocabulary/means.yml", 5, 28, "`terms.uav.definition` says `martyrs` in the archive's own voice"),
    ),
    (
        "A text of several lines is judged by its lines.",
        {"archive.yml": [("about: Every record here is invented.", "about: |\n  Every record\n  here is brutal.")]},
        ("T801", "archive.yml", 10, 11, "`about` says `brutal` in the archive's own voice"),
    ),
    (
        "An account says who says so.",
        told("It is reported that a drone struck a test base."),
        ("T802", STRIKE, 12, 1, "`It is reported` does not say who says so"),
    ),
    (
        "An account does not hide its source in an adverb.",
        told("A drone reportedly struck a test base."),
        ("T802", STRIKE, 12, 9, "`reportedly` does not say who says so"),
    ),
    (
        "A misspelling that the registry knows is not the account's.",
        told_at_the_base("The Synthetic Observatory reports a drone at Tset Base, near Test Base."),
        ("T803", STRIKE, 12, 46, "the location is called `Test Base` here, not `Tset Base`"),
    ),
    (
        "An account uses the main name of its location.",
        {
            **told_at_the_base("The Synthetic Observatory reports a drone at the Old Fort."),
            STRIKE: [
                ("location: testland", "location: test-base"),
                (f"title: {TITLE}", "title: Synthetic drone strike on a fort"),
                (BODY, "The Synthetic Observatory reports a drone at the Old Fort."),
            ],
        },
        ("T804", STRIKE, 12, 50, "the location is called `Test Base` here, and the account only says `Old Fort`"),
    ),
    (
        "A title has no full stop.",
        titled(f"{TITLE}."),
        ("T811", STRIKE, 3, 45, "a title ends without a full stop"),
    ),
    (
        "A title leaves the status to the site.",
        titled("Synthetic unconfirmed strike on a test base"),
        (
            "T812",
            STRIKE,
            3,
            18,
            "`unconfirmed` says how well the incident stands; leave it out of the title",
        ),
    ),
    (
        "A translated title has no full stop.",
        translated("title: ضربة تجريبية للاختبار."),
        ("T811", STRIKE, 9, 36, "a title ends without a full stop"),
    ),
    (
        "A translated title leaves the status to the site.",
        translated("title: هجوم غير مؤكَّد على قاعدة"),
        ("T812", STRIKE, 9, 20, "`غير مؤكَّد` says how well the incident stands; leave it out of the title"),
    ),
    (
        "A title does not shout.",
        titled(TITLE.upper()),
        ("T813", STRIKE, 3, 8, "the title is written in capitals"),
    ),
    (
        "A title holds no exclamation mark.",
        titled(f"{TITLE}!"),
        ("T814", STRIKE, 3, 45, "the title holds `!`"),
    ),
    (
        "A title holds no picture.",
        titled(f"💥 {TITLE}"),
        ("T814", STRIKE, 3, 8, "the title holds `💥`"),
    ),
    (
        "A title is no sentence.",
        titled("Synthetic drones have struck a test base"),
        ("T815", STRIKE, 3, 25, "the title is a sentence (`have`); write a noun phrase"),
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_style(rule: str, changes: Changes, expected: Found, findings_of: Callable[[Changes], list[Found]]) -> None:
    """Breaking a rule in one place gives one finding: its code, its place and its words."""
    assert findings_of(changes) == [expected]


@pytest.mark.parametrize(
    "changes",
    [
        told("The army said that “terrorists” struck, the group that «мученики» fell."),
        told("The army spoke of \"the regime\" and of 'martyrs'."),
        told("The army said:\n\n> The terrorists struck.\n\nThe Synthetic Observatory did not."),
        told("The [report](https://example.org/the-terrorist-regime) tells of a strike."),
        told("The Synthetic Observatory reports on counter-terrorism and a regiment."),
        adding_to_report("quote: the terrorists struck"),
        adding_to_report("title: Terrorists strike a base"),
        adding("means: [{kind: uav, as_stated: a terrorist drone}]"),
        {
            STRIKE: [(BODY, "The Martyrs Brigade said so, the Synthetic Observatory reports.")],
            "actors/brigade.yml": "name: Martyrs Brigade\nkind: armed-group\n",
        },
        told("According to the Synthetic Observatory, it is said that a drone struck."),
        told("It was reported by the Synthetic Observatory that a drone struck."),
        told("According to reports of the Synthetic Observatory a drone struck."),
        told_at_the_base("The Synthetic Observatory reports a drone at Test Base (Old Fort)."),
        told_at_the_base("The Synthetic Observatory reports a drone at “Tset Base”."),
        titled("Synthetic strike in the U.S."),
        titled("Synthetic strikes at two test bases and hits near a third"),
        titled("Synthetic RAF strike, UK"),
        titled("ضربة تجريبية على قاعدة تجريبية"),
        translated("title: تبنّي ضربة تجريبية على قاعدة, body: قال المرصد إن «العدوان» وقع."),
    ],
)
def test_good_style(changes: Changes, findings_of: Callable[[Changes], list[Found]]) -> None:
    """Others' words, quotations, names and addresses are not the archive's voice; a source in the sentence is one."""
    assert findings_of(changes) == []


def test_a_full_stop_is_taken_away(write_archive: WriteArchive) -> None:
    """The full stop of a title is the one sign that goes."""
    (finding,) = checked(write_archive(spoilt(titled(f"{TITLE}.")))).findings
    assert finding.suggestion == Suggestion("", "safe", verbatim=True)
    assert finding.span == Span(3, 45, 3, 46)


def test_the_help_gives_the_neutral_word(write_archive: WriteArchive) -> None:
    """A loaded word's finding says what to write and why."""
    (finding,) = checked(write_archive(spoilt(told("The Synthetic Observatory speaks of the regime.")))).findings
    assert finding.help == (
        "write `government`, or `forces of the … government`; where the word matters, put it in quotation marks "
        "with who says it. Why not: it is a verdict on people, and each side uses it of the other"
    )


def test_a_waiver_lets_a_word_stand(findings_of: Callable[[Changes], list[Found]]) -> None:
    """The curators can let a word stand in one record, with their reason."""
    changes = {
        STRIKE: [
            (BODY, "The Synthetic Observatory speaks of the regime."),
            ("location: testland\n", "location: testland\nwaive: [{rule: T801, reason: a term of law}]\n"),
        ]
    }
    assert findings_of(changes) == []


FORMS = [
    "terrorists", "martyred", "regime", "thugs", "mercenaries", "henchmen", "puppets", "infidels", "Zionist entity",
    "occupiers", "aggression", "proxies", "heroic", "brutally", "massacred", "neutralising", "liquidated",
    "collateral damage", "so-called", "boasted", "الإرهابيين", "والشهداء", "الصهيونية", "المرتزقة", "العدوان", "تحييد",
    "террористов", "боевиками", "режима Асада", "оккупантов", "ликвидированы", "карателями", "шахида",
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_loaded_words_are_found_in_their_forms(form: str, findings_of: Callable[[Changes], list[Found]]) -> None:
    """A loaded word is found in the forms that sentences give it."""
    found = findings_of(told(f"The Synthetic Observatory tells of {form} there."))
    assert found == [("T801", STRIKE, 12, 36, f"the account says `{form}` in the archive's own voice")]


def test_every_loaded_word_has_a_form_here() -> None:
    """No word is on the list that is not found in a text, and none is found twice."""
    found = [
        word.stems[0] for form in FORMS for word in LOADED_WORDS if any(stem in form.casefold() for stem in word.stems)
    ]
    assert found == sorted(found, key=found.index)
    assert sorted(found) == sorted(word.stems[0] for word in LOADED_WORDS)
