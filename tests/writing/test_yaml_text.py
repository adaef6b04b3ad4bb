"""The writer of YAML: whatever it writes is read back the same."""

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.strict_yaml import read_yaml
from generator.writing.yaml_text import UnwritableError, scalar, yaml_text

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
AWKWARD = st.text(
    st.sampled_from(list("ab 0129:#-'\"\\\n\t|>&*!%@`{}[],?~.=<_xeno\u200b\u2028\x85\ufeff«é—“حk")),
    max_size=12,
)
KEYS = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
VALUES = st.recursive(
    AWKWARD | TEXTS | st.booleans() | st.integers(-(10**18) + 1, 10**18 - 1),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@given(TEXTS | AWKWARD)
def test_every_text_comes_back(text: str) -> None:
    """Any text that is written is read back equal by the strict reader."""
    assert read_yaml(yaml_text({"title": text}), path="x.yml").value == {"title": text}


@given(TEXTS | AWKWARD)
def test_every_text_comes_back_elsewhere(text: str) -> None:
    """Any text that is written is read back as that text by other readers of YAML too, full dates aside.

    They stand without quotes, as people write them; other readers make dates of them, which say the same.
    """
    read = yaml.safe_load(yaml_text({"title": text}))["title"]
    assert (read.isoformat() if type(read) is date else read) == text


@given(st.dates())
def test_every_full_date_comes_back(day: date) -> None:
    """A full date is read back as text by the strict reader, and as that date by others."""
    written = yaml_text({"date": day.isoformat()})
    assert written == f"date: {day.isoformat()}\n"
    assert read_yaml(written, path="x.yml").value == {"date": day.isoformat()}
    assert yaml.safe_load(written) == {"date": day}


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_every_record_comes_back(record: dict[str, object]) -> None:
    """Mappings and lists in one another are read back equal, with their order and kinds."""
    read = read_yaml(yaml_text(record), path="x.yml").value
    assert repr(read or {}) == repr(record)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Rockets at the base", "Rockets at the base"),
        ("conoco-gas-field", "conoco-gas-field"),
        ("حقل كونيكو", "حقل كونيكو"),
        ("2023-12-31~", "2023-12-31~"),
        ("XXXX-12-31", "XXXX-12-31"),
        ("2023-12", "2023-12"),
        ("2023-12-31", "2023-12-31"),
        ("2023-12-31T22:30:00", '"2023-12-31T22:30:00"'),
        ("2023-12-31 22:30:00", '"2023-12-31 22:30:00"'),
        ("2023-02-30", '"2023-02-30"'),
        ("0000-01-01", '"0000-01-01"'),
        ("2023", '"2023"'),
        ("012", '"012"'),
        ("1_000", '"1_000"'),
        ("22:30", '"22:30"'),
        ("no", '"no"'),
        ("Off", '"Off"'),
        ("true", '"true"'),
        ("null", '"null"'),
        ("~", '"~"'),
        ("", '""'),
        (" a", '" a"'),
        ("[2023-12-30,2023-12-31]", '"[2023-12-30,2023-12-31]"'),
        ("https://example.org/a", '"https://example.org/a"'),
        ("one: two", '"one: two"'),
        ("drone #4", '"drone #4"'),
        ('the "base"', 'the "base"'),
        ('"base"', "'\"base\"'"),
        ('"it\'s" said', "'\"it''s\" said'"),
        ("C:\\base: old", "'C:\\base: old'"),
        ("nO", '"nO"'),
        ("1.5", '"1.5"'),
        ("-0", '"-0"'),
        ("“base”", '"“base”"'),
        ("- item", '"- item"'),
        ("*star", '"*star"'),
        ("a\nb", '"a\\nb"'),
        ("a\u202eb", '"a\\u202Eb"'),
        ("a\U000e0041", '"a\\U000E0041"'),
    ],
)
def test_quotes(text: str, written: str) -> None:
    """A text stands in quotes where a reader would take it for something else, and only there."""
    assert scalar(text) == written


@given(st.text("abnoNOyesf019.-:#'\"“”\\ ,[]{}?&*!|>%@`é", max_size=8))
def test_nothing_to_report(text: str) -> None:
    """What is written of ordinary signs gives no finding, not even a warning."""
    assert read_yaml(yaml_text({"title": text, "names": [text]}), path="x.yml").findings == ()


@pytest.mark.parametrize(
    "text", [" a\nb", "a\nb ", "a\n\n", "\na\nb", "a\n b\n", "a\n\tb", "a\r\nb", "a\n---\nb", "a\n..."]
)
def test_several_lines(text: str) -> None:
    """Texts of several lines keep every space and line end."""
    record = {"notes": [text, {"note": text}], "title": text}
    assert read_yaml(yaml_text(record), path="x.yml").value == record


def test_layout() -> None:
    """Mappings and lists stand in block style, texts of several lines as they are."""
    record = {
        "title": "Rockets",
        "reports": [
            {"url": "https://example.org/a", "source": {"name": "A", "kind": "online"}},
            "b",
        ],
        "chains": [["a", "b"]],
        "notes": "first\n\nsecond\n",
        "waive": [],
        "count": 3,
        "lat": 35.33,
        "inferred": True,
    }
    assert yaml_text(record) == (
        "title: Rockets\n"
        "reports:\n"
        '  - url: "https://example.org/a"\n'
        "    source:\n"
        "      name: A\n"
        "      kind: online\n"
        "  - b\n"
        "chains:\n"
        "  - - a\n"
        "    - b\n"
        "notes: |\n"
        "  first\n"
        "\n"
        "  second\n"
        "waive: []\n"
        "count: 3\n"
        "lat: 35.33\n"
        "inferred: true\n"
    )


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, "a NoneType cannot stand in a record"),
        (1e-7, "the number 1e-07 has too many digits for a record"),
        (10**18, "the number 1000000000000000000 has too many digits for a record"),
        (float("nan"), "the number nan has too many digits for a record"),
        ("\ud800", "half of a character (a lone surrogate) cannot stand in a file"),
    ],
)
def test_unwritable(value: object, message: str) -> None:
    """A value that could not be read back is refused and never written otherwise."""
    with pytest.raises(UnwritableError) as refusal:
        yaml_text({"title": value})
    assert str(refusal.value) == message


@pytest.mark.parametrize("key", ["", " ", "a\nb", "a" * 101])
def test_unwritable_keys(key: str) -> None:
    """A key that the reader refuses is refused by the writer."""
    with pytest.raises(UnwritableError) as refusal:
        yaml_text({key: "x"})
    assert str(refusal.value) == "a key is one line of 1 to 100 characters"
