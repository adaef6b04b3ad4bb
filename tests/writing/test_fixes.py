"""Fixes over a whole archive: what is safe is done, what does harm is taken back, the rest is left."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checking.check import Check, check
from generator.reading.finding import Edit, Finding, Span, Suggestion, in_order
from generator.reading.folder import RawRecord, Reading, read_archive
from generator.writing.fixes import Fixed, fix

sys.path.append(str(Path(__file__).parent.parent / "checking"))

from invented_archive import GAZETTE, STRIKE, Changes, in_strike, spoilt

PATH = f"incidents/{STRIKE}"


def recheck(reading: Reading) -> Check:
    return check(reading, today=date(2026, 11, 22), mint=lambda: "syb-9999992")


def fixed_in(root: Path, files: Mapping[str, str | bytes], *, unsafe: bool = False) -> Fixed:
    """The fixes of an archive with these files below `incidents/`."""
    data: dict[str, bytes] = {}
    for name, text in files.items():
        file = root / "incidents" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        data[f"incidents/{name}"] = text if isinstance(text, bytes) else text.encode()
        file.write_bytes(data[f"incidents/{name}"])
    return fix(read_archive(root / "incidents"), data, recheck, unsafe=unsafe)


def strike(changes: Changes) -> str:
    text = spoilt(changes)[STRIKE]
    return text if isinstance(text, str) else text.decode()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (in_strike("status: single", "statsu: single"), {}),
        (in_strike("single-source", "single-sourced  # as the observatory says"), in_strike("single-source", "single-source  # as the observatory says")),
        (in_strike("air-drone-strike", "'air-drone-stirke'"), in_strike("air-drone-strike", "'air-drone-strike'")),
        (in_strike("source: observatory", "source: Synthetic Observatory"), {}),
        (in_strike("source: observatory", "source: {name: Synthetic Observatory, kind: monitor}"), {}),
        (in_strike("location: testland", "location: {as_stated: Testland, within: testland}"), in_strike("location: testland", "location: {as_stated: Testland, key: testland}")),
        (in_strike("title: Synthetic", "title:Synthetic"), {}),
        (in_strike("title: Synthetic drone strike on", "title: Synthetic: drone strike on"), in_strike("title: Synthetic drone strike on a test base", 'title: "Synthetic: drone strike on a test base"')),
        (in_strike("title: Synthetic drone", "title: Syn\u200bthetic\u200b dr\u2060one"), {}),
        (in_strike("title: Synthetic drone strike on a test base", "title: “Synthetic drone strike on a test base”"), in_strike("title: Synthetic drone strike on a test base", 'title: "Synthetic drone strike on a test base"')),
        (in_strike("https://example.org/strike", "https://example.org/stri\u0301ke"), in_strike("https://example.org/strike", '"https://example.org/stri%CC%81ke"')),
        (in_strike("a drone struck", "a dro\u0301ne struck"), in_strike("a drone struck", "a dr\u00f3ne struck")),
        (in_strike("id: syb-4k7m2xq", "id: syb-4k7m2xq\nactors: [{actor: test-forces, rloe: target}]"), in_strike("id: syb-4k7m2xq", "id: syb-4k7m2xq\nactors: [{actor: test-forces, role: target}]")),
        (in_strike("id: syb-4k7m2xq", "# mine\n"), in_strike("id: syb-4k7m2xq", "# mine\n\nid: syb-9999992")),
    ],
)  # fmt: skip
def test_safe(changes: Changes, expected: Changes, tmp_path: Path) -> None:
    """A safe suggestion is applied at its place; then the archive has no finding left."""
    fixed = fixed_in(tmp_path, spoilt(changes))
    assert {path: data.decode() for path, data in fixed.changed.items()} == {PATH: strike(expected)}
    assert fixed.findings == ()


@pytest.mark.parametrize(
    "changes",
    [
        in_strike("single-source", "unconfirmed"),
        in_strike("source: observatory", "source: obsevatory"),
        in_strike("date: 2024-01-05", "date: 5/1/24"),
        in_strike("title: Synthetic drone", "title: Syn\u202ethetic drone"),
        in_strike("a drone struck", "a drone (https://example.org/dro\u0301ne) struck"),
        in_strike("a drone struck", "a 👩\u200d🚀 struck"),
        in_strike("strike\n    source", "str\u200bike\n    source"),
        in_strike("location: testland", "location: {as_stated: Testland, within: farland}"),
        in_strike("source: observatory", "source: {name: Synthetic Observatory, kind: newspaper}"),
        in_strike("title: Synthetic drone strike on a test base", "title: “Synthetic” drone strike on a “test base”"),
    ],
)
def test_unsafe_is_left(changes: Changes, tmp_path: Path) -> None:
    """What may change what the author meant is not done unasked: not one byte is touched."""
    files = spoilt(changes) | {"locations/farland.yml": "name: Farland\nkind: country\n"}
    fixed = fixed_in(tmp_path, files)
    assert fixed.changed == {}
    assert fixed.applied == ()
    assert fixed.findings != ()


def test_unsafe_when_asked(tmp_path: Path) -> None:
    """With `unsafe` the doubtful suggestions are applied too."""
    fixed = fixed_in(tmp_path, spoilt(in_strike("single-source", "single")), unsafe=True)
    assert fixed.changed[PATH].decode() == strike({})


def test_several_rounds(tmp_path: Path) -> None:
    """A fix that brings another fault to light that can be mended is followed by its fix."""
    fixed = fixed_in(tmp_path, spoilt(in_strike("status: single-source", "statsu:single-sourced")))
    assert fixed.changed[PATH].decode() == strike({})
    assert sorted(found.rule for found in fixed.applied) == ["S101", "S104", "Y123"]


def test_what_does_not_help_is_taken_back(tmp_path: Path) -> None:
    """A suggestion after which the same fault is found again is not applied."""
    fixed_in(tmp_path, spoilt({}))
    span = Span(3, 1, 3, 1)
    stubborn = Finding(
        PATH, span, "T999", "stubborn", "warning", "always", suggestion=Suggestion("# x\n", "safe", span, verbatim=True)
    )

    def never_content(reading: Reading) -> Check:
        return replace(recheck(reading), findings=(stubborn,))

    files = {PATH: (tmp_path / PATH).read_bytes()}
    assert fix(read_archive(tmp_path / "incidents"), files, never_content).changed == {}


def test_harm_is_taken_back(tmp_path: Path) -> None:
    """A fix that makes a new error is taken back, and the other fixes of the file and of other files stay."""
    files = spoilt(in_strike("status: single-source", "statsu: quite sure")) | {"actors/test-forces.yml": "name: Forces of Testland\nknid: state-forces\n"}  # fmt: skip
    strike_text = files[STRIKE]
    assert isinstance(strike_text, str)
    files[STRIKE] = strike_text.replace("type: air", "tpye: air")
    fixed = fixed_in(tmp_path, files)
    assert fixed.changed[PATH].decode() == strike(in_strike("status: single-source", "statsu: quite sure"))
    assert fixed.changed["incidents/actors/test-forces.yml"] == b"name: Forces of Testland\nkind: state-forces\n"
    assert [(found.rule, found.path) for found in fixed.findings] == [("S101", PATH)]


def test_no_harm_to_what_is_unreadable(tmp_path: Path) -> None:
    """Quotes round the first line of a text of two lines would only move the error, so they are taken back."""
    fixed = fixed_in(
        tmp_path, spoilt(in_strike("title: Synthetic drone strike on", "title: Synthetic: drone\n  strike on"))
    )
    assert fixed.changed == {}


def test_overlapping(tmp_path: Path) -> None:
    """Of two suggestions for one place the first wins, and what is left then is looked at again."""
    change = in_strike("title: Synthetic drone", "title: Syn\u200bthetic dro\u0301ne")
    fixed = fixed_in(tmp_path, spoilt(change))
    assert fixed.changed[PATH].decode() == strike(in_strike("title: Synthetic drone", "title: Synthetic dr\u00f3ne"))


def test_line_ends_and_mark(tmp_path: Path) -> None:
    """A byte order mark and Windows line ends go, and everything else in the file stays."""
    data = (
        b"\xef\xbb\xbf" + strike(in_strike("air-drone-strike", "air-drone-stirke # c")).replace("\n", "\r\n").encode()
    )
    fixed = fixed_in(tmp_path, spoilt({STRIKE: data}))
    assert fixed.changed[PATH].decode() == strike(in_strike("air-drone-strike", "air-drone-strike # c"))


def test_many_invisible_signs(tmp_path: Path) -> None:
    """Of a fault that the reader lists ten times at most all are mended."""
    body = "".join(f"Line {number} of\u200b the Synthetic Observatory's report.\n" for number in range(35))
    fixed = fixed_in(tmp_path, spoilt({STRIKE: strike({}) + body}))
    assert fixed.changed[PATH].decode() == strike({}) + body.replace("\u200b", "")


def test_hidden_errors_come_to_light(tmp_path: Path) -> None:
    """What a later stage finds in a file that could not be read before does not speak against the fix."""
    fixed = fixed_in(tmp_path, spoilt(in_strike("status: single-source", "status:confirmed")))
    assert fixed.changed[PATH].decode() == strike(in_strike("status: single-source", "status: confirmed"))
    assert [found.rule for found in fixed.findings] == ["P411"]


def test_only_wanted(tmp_path: Path) -> None:
    """Files that are not asked for stay as they are."""
    files = spoilt({**in_strike("status: single", "statsu: single"), "sources/observatory.yml": "nmae: Synthetic Observatory\nkind: monitor\n"})  # fmt: skip
    data = {f"incidents/{name}": text if isinstance(text, bytes) else text.encode() for name, text in files.items()}
    fixed_in(tmp_path, files)
    only = fix(read_archive(tmp_path / "incidents"), data, recheck, wanted=lambda path: "observatory" in path)
    assert list(only.changed) == ["incidents/sources/observatory.yml"]


PIECES = st.sampled_from(
    ["statsu: x", "status: single-source", "\ttitle: y", "title:z", "- a", "  b: {c:d}", "e: “f”", "g: h: i", "# j", "",
     "\u200b", "k: [l", "m: n #o", "id: syb-4k7m2xq", "tpye: air-drone-strike", "x: \u202e", "---", "\r", "date: 5/1/24"]
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=12), st.booleans())
def test_never_worse(tmp_path_factory: pytest.TempPathFactory, lines: list[str], unsafe: bool) -> None:
    """Whatever stands in a file, fixing ends, is done at the second call, and what could be read still can."""
    root = tmp_path_factory.mktemp("any")
    text = "---\n" + "\n".join(lines) + "\n" + strike({}).removeprefix("---\n")
    files = spoilt({STRIKE: text}) | GAZETTE
    before = read_archive(root / "incidents")
    fixed = fixed_in(root, files, unsafe=unsafe)
    before = read_archive(root / "incidents")
    assert {raw.path for raw in before.raw} <= {raw.path for raw in fixed.reading.raw}
    data = {path: (root / path).read_bytes() for path in (f"incidents/{name}" for name in files)} | dict(fixed.changed)
    again = fix(fixed.reading, data, recheck, unsafe=unsafe)
    assert set(again.changed) == set()


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(st.binary(max_size=20), PIECES.map(str.encode)), max_size=12), st.booleans())
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, lines: list[bytes], windows: bool) -> None:
    """No bytes of a file end in a fault, and a file that is no text is never touched."""
    data = (b"\r\n" if windows else b"\n").join([b"---", *lines, b"---", b"Text."])
    fixed = fixed_in(tmp_path_factory.mktemp("bytes"), spoilt({STRIKE: data}), unsafe=True)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        assert PATH not in fixed.changed


def scripted(*words: tuple[str, str, tuple[str, str] | None]) -> Callable[[Reading], Check]:
    """A check that besides has a safe suggestion for each of these words of the account, and an error for `BAD` in it."""

    def there(raw: RawRecord, word: str) -> Span:
        line = (raw.body or "").split("\n")[0]
        column = line.index(word) + 1
        return Span(raw.body_line, column, raw.body_line, column + len(word))

    def told(reading: Reading) -> Check:
        outcome = recheck(reading)
        raw = next(record for record in reading.raw if record.path == PATH)
        more = [
            Finding(
                PATH,
                there(raw, old),
                "T999",
                "word",
                "warning",
                old,
                suggestion=Suggestion(new, also=(Edit(there(raw, also[0]), also[1]),) if also else ()),
            )
            for old, new, also in words
            if old in (raw.body or "")
        ]
        if "BAD" in (raw.body or ""):
            more.append(Finding(PATH, None, "T998", "bad", "error", "bad"))
        return replace(outcome, findings=in_order((*outcome.findings, *more)))

    return told


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([("drone str", "dr str", None), ("e struck", "e hit", None)], "a dr struck a test base"),
        ([("Synthetic", "BAD", None), ("drone", "dr", None), ("test", "te", None)], "a dr struck a te base"),
        ([("Synthetic", "BAD", None), ("drone", "dr", ("base", "site")), ("test", "te", None)], "a dr struck a te site"),
    ],
)  # fmt: skip
def test_one_place_at_a_time(
    words: list[tuple[str, str, tuple[str, str] | None]], expected: str, tmp_path: Path
) -> None:
    """Of overlapping suggestions the first wins; where one does harm the others are applied each at its own place."""
    fixed_in(tmp_path, spoilt({}))
    files = {PATH: (tmp_path / PATH).read_bytes()}
    fixed = fix(read_archive(tmp_path / "incidents"), files, scripted(*words))
    assert fixed.changed[PATH].decode() == strike(in_strike("a drone struck a test base", expected))


def test_harm_to_another_file_is_taken_back(tmp_path: Path) -> None:
    """A fix that makes an error elsewhere is taken back, also beside one that only brings an error to light."""
    fixed_in(tmp_path, spoilt(in_strike("status: single", "statsu: single")))
    source, location = "incidents/sources/observatory.yml", "incidents/locations/testland.yml"

    def told(reading: Reading) -> Check:
        outcome = recheck(reading)
        name = next(record.value["name"] for record in reading.raw if record.path == source)
        suggestion = Suggestion("BAD", span=Span(1, 7, 1, 28))
        found = Finding(source, Span(1, 7, 1, 28), "T999", "word", "warning", "word", suggestion=suggestion)
        elsewhere = Finding(location, None, "T998", "bad", "error", "bad")
        return replace(outcome, findings=in_order((*outcome.findings, elsewhere if name == "BAD" else found)))

    files = {path: (tmp_path / path).read_bytes() for path in (PATH, source, location)}
    fixed = fix(read_archive(tmp_path / "incidents"), files, told)
    assert {path: data.decode() for path, data in fixed.changed.items()} == {PATH: strike({})}
