"""A folder read whole: what becomes a record, what is refused, and in which order."""

import os
import unicodedata

import pytest

from generator.reading.folder import read_archive

INCIDENT = "---\ntitle: Synthetic attack\n---\nText.\n"


@pytest.fixture
def archive(tmp_path):
    def write(files):
        for name, text in files.items():
            file = tmp_path / "incidents" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path / "incidents"

    return write


def codes(reading):
    return [(finding.path, finding.rule) for finding in reading.findings]


def test_each_folder_gives_its_kind(archive):
    """The kind of a record comes from its folder, its key from its name."""
    root = archive(
        {
            "archive.yml": "title: Synthetic\n",
            "records/2023/2023-12-31-a.md": INCIDENT,
            "records/undated/b.yml": "title: Synthetic\nnarrative: |\n  Text.\n",
            "reports/r.yml": "a: b\n",
            "sources/sohr.yml": "a: b\n",
            "locations/al-tanf.yml": "a: b\n",
            "actors/x.yml": "a: b\n",
            "series/s.yml": "a: b\n",
            "tallies/t.yml": "a: b\n",
            "vocabulary/types.yml": "a: b\n",
            "README.md": "About this folder\n",
            "sources/README.md": "About this folder\n",
            "tallies/.gitkeep": "",
        }
    )
    reading = read_archive(root)
    assert reading.findings == ()
    assert [(record.kind, record.path, record.key) for record in reading.raw] == [
        ("actor", "incidents/actors/x.yml", "x"),
        ("settings", "incidents/archive.yml", ""),
        ("location", "incidents/locations/al-tanf.yml", "al-tanf"),
        ("incident", "incidents/records/2023/2023-12-31-a.md", ""),
        ("incident", "incidents/records/undated/b.yml", ""),
        ("report", "incidents/reports/r.yml", "r"),
        ("series", "incidents/series/s.yml", "s"),
        ("source", "incidents/sources/sohr.yml", "sohr"),
        ("tally", "incidents/tallies/t.yml", "t"),
        ("vocabulary", "incidents/vocabulary/types.yml", "types"),
    ]
    incident = reading.raw[3]
    assert incident.value == {"title": "Synthetic attack"}
    assert (incident.body, incident.body_line, incident.broken) == ("Text.", 4, False)
    assert incident.positions.value_span(("title",)).line == 2


def test_a_broken_file_hides_nothing(archive):
    """One unreadable file leaves the records and findings of all others as they are."""
    root = archive(
        {
            "records/a.md": b"\xff\xfe\x00",
            "records/b.md": "---\ntitle: 'x\n---\nText.\n",
            "records/c.md": "---\ntitle: x\ntitle: y\n---\nText.\n",
            "records/d.md": INCIDENT,
        }
    )
    reading = read_archive(root)
    assert codes(reading) == [
        ("incidents/records/a.md", "Y201"),
        ("incidents/records/b.md", "Y122"),
        ("incidents/records/c.md", "Y101"),
    ]
    assert [(record.path, record.broken) for record in reading.raw] == [
        ("incidents/records/c.md", True),
        ("incidents/records/d.md", False),
    ]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("notes.yml", "Y401"),
        ("sources/more/a.yml", "Y401"),
        ("record/a.md", "Y401"),
        ("sources/a.yaml", "Y402"),
        ("sources/a.md", "Y402"),
        ("records/photo.jpg", "Y402"),
        ("records/a.markdown", "Y402"),
        ("sources/The Observatory.yml", "Y403"),
        ("sources/a_b.yml", "Y403"),
        ("sources/a--b.yml", "Y403"),
        (f"sources/{'a' * 81}.yml", "Y403"),
        ("sources/سانا.yml", "Y403"),
        ("sources/con.yml", "Y410"),
        ("sources/index.yml", "Y410"),
        ("sources/.DS_Store", "Y408"),
        ("sources/a.yml~", "Y408"),
        ("sources/.a.yml.swp", "Y408"),
        ("records/a.md.orig", "Y408"),
    ],
)
def test_a_file_in_the_wrong_place_or_of_a_wrong_name(archive, name, code):
    """What is not read as a record is never passed over in silence."""
    root = archive({"records/good.md": INCIDENT, name: "a: b\n"})
    reading = read_archive(root)
    assert codes(reading) == [(f"incidents/{name}", code)]
    assert [record.path for record in reading.raw] == ["incidents/records/good.md"]


def test_an_incident_with_a_bad_name_is_still_read(archive):
    """An incident's path is decoration: the name is a finding, the record is kept."""
    reading = read_archive(archive({"records/My Attack.md": INCIDENT}))
    assert codes(reading) == [("incidents/records/My Attack.md", "Y403")]
    assert reading.findings[0].help == "Rename `My Attack`, for example to `my-attack`."
    assert len(reading.raw) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("records/a.md", "records/A.md"),
        ("records/a.md", "records/a.yml"),
        (
            "records/" + unicodedata.normalize("NFC", "é.md"),
            "records/" + unicodedata.normalize("NFD", "é.md"),
        ),
    ],
)
def test_names_some_system_takes_for_the_same(archive, one, other):
    """Names that differ in capitals, accents or ending alone are refused together."""
    root = archive({one: INCIDENT, other: "---\ntitle: b\n---\nText.\n"})
    if len(list((root / "records").iterdir())) < 2:
        pytest.skip("this file system takes the two for one")
    assert [rule for _, rule in codes(read_archive(root))].count("Y404") == 1


def test_links_and_pipes_are_not_followed(archive, tmp_path):
    """A link to a file or folder, dangling or not, and a pipe are findings, never read."""
    root = archive({"records/good.md": INCIDENT})
    (tmp_path / "secret.yml").write_text("a: b\n", encoding="utf-8")
    (root / "sources").mkdir()
    os.symlink(tmp_path / "secret.yml", root / "sources/a.yml")
    os.symlink("/nowhere", root / "sources/b.yml")
    os.symlink(tmp_path, root / "records/more")
    os.mkfifo(root / "sources/c.yml")
    reading = read_archive(root)
    assert codes(reading) == [
        ("incidents/records/more", "Y405"),
        ("incidents/sources/a.yml", "Y405"),
        ("incidents/sources/b.yml", "Y405"),
        ("incidents/sources/c.yml", "Y406"),
    ]
    assert len(reading.raw) == 1


def test_a_huge_file_is_not_read(archive):
    """Ten megabytes are told by their size alone."""
    root = archive({"sources/a.yml": b"a: " + b"b" * 10_000_000})
    assert [finding.message for finding in read_archive(root).findings] == [
        "a file has at most 65,536 bytes, and this one has 10,000,003"
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(archive):
    """A file that may not be read is a finding."""
    root = archive({"sources/a.yml": "a: b\n"})
    (root / "sources/a.yml").chmod(0)
    assert codes(read_archive(root)) == [("incidents/sources/a.yml", "Y407")]


def test_a_name_cannot_act_on_a_terminal(archive):
    """Escape sequences and line ends in a file's name are spelt out."""
    root = archive({"sources/\x1b[31m\n::error::.yml": "a: b\n"})
    assert [finding.path for finding in read_archive(root).findings] == ["incidents/sources/<U+001B>[31m ::error::.yml"]


def test_names_that_are_no_text(archive):
    """A name whose bytes are not UTF-8 is a finding that can be printed."""
    root = archive({"records/good.md": INCIDENT})
    with open(os.fsencode(root) + b"/records/\xff.md", "wb") as file:
        file.write(INCIDENT.encode())
    finding = read_archive(root).findings[0]
    assert (finding.path, finding.rule) == ("incidents/records/<U+DCFF>.md", "Y403")


def test_nothing_to_read_is_a_finding(archive, tmp_path):
    """A check that saw nothing must not pass."""
    (tmp_path / "incidents").mkdir()
    assert codes(read_archive(tmp_path / "incidents")) == [("incidents", "Y409")]
    assert codes(read_archive(tmp_path / "elsewhere")) == [("elsewhere", "Y409")]


def test_a_prefix_stands_for_the_folder(archive):
    """Paths can be given under another name than the folder's own."""
    root = archive({"records/b.md": ""})
    assert codes(read_archive(root, prefix="archive/incidents")) == [("archive/incidents/records/b.md", "Y212")]
    assert codes(read_archive(root, prefix="")) == [("records/b.md", "Y212")]
