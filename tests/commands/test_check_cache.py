"""The cache of checks: it never changes what a check says, and spares the work where nothing has changed."""

import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from git_project import git_project

from generator.checking.outcome import Outcome, outcome_text
from generator.cli import main
from generator.commands.check_cache import MOST_KEPT, CheckCache, key_under, program_digest, user_cache
from generator.commands.project import INCIDENTS
from generator.reading.snapshot import take_snapshot

PROJECT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 22)
RECORD = "incidents/records/2023/2023-12-30-synthetic.md"
FORMATS = ("full", "concise", "github", "markdown", "json", "sarif")
SEEDS = range(6)
EDITS_OF_A_SEED = 10
MENDED = "date: 2023-12-30"
BROKEN = "date: 30.12.2023"

Answer = tuple[int, str, str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the cache, in a home of its own."""
    for name in ("ARCHIVE_NO_CACHE", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "SITE_URL", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    home = tmp_path.parent / f"{tmp_path.name}-cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    return home / "incident-archive" / "checks"


def check(root: Path, *words: str) -> Answer:
    """Exit code, output and errors of `archive check`; fresh ids, which differ each time, as one word."""
    done = CliRunner().invoke(main, ["check", "--root", str(root), "--today", TODAY.isoformat(), *words])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, *(re.sub(r"\bsyn-[0-9a-z]{7}\b", "syn-…", text) for text in (done.stdout, done.stderr))


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def kept(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def forged(root: Path) -> tuple[str, str]:
    """The key of the archive as it stands, and an outcome in which nothing is found."""
    contents = take_snapshot(root / INCIDENTS, INCIDENTS).digest
    assert contents is not None
    program = program_digest()
    assert program is not None
    key = key_under(program, contents, TODAY, False)
    text = outcome_text(Outcome((), ("incidents/forged.yml",)))
    assert text is not None
    return key, text


# Random edits: each gets the project, the cache's folder and a chance.


def _text_files(root: Path) -> list[Path]:
    return sorted(file for file in (root / INCIDENTS).rglob("*") if file.is_file() and not file.is_symlink())


def change_content(root: Path, _folder: Path, chance: random.Random) -> None:
    file = chance.choice(_text_files(root))
    data = bytearray(file.read_bytes())
    at = chance.randrange(len(data) + 1)
    data[at : at + chance.randrange(3)] = chance.choice([b"", b"x", b": ", b"\n", b"\xff", "ق".encode(), b"#", b'"'])
    file.write_bytes(data)


def add(root: Path, _folder: Path, chance: random.Random) -> None:
    text = (root / RECORD).read_text(encoding="utf-8") if (root / RECORD).is_file() else "title: Synthetic\n"
    minted = "".join(chance.choices("0123456789bcdfg", k=7))
    file = root / INCIDENTS / "records" / "2023" / f"synthetic-{chance.randrange(1000)}.md"
    file.write_text(re.sub("syn-[0-9a-z]{7}", f"syn-{minted}", text), encoding="utf-8")


def delete(root: Path, _folder: Path, chance: random.Random) -> None:
    files = _text_files(root)
    if len(files) > 3:
        chance.choice(files).unlink()


def rename(root: Path, _folder: Path, chance: random.Random) -> None:
    file = chance.choice(_text_files(root))
    name = chance.choice(
        ["synthetic-other.yml", "Synthetic Other.yml", "synthetic-other.md", "synthetic.yaml", "x.swp"]
    )
    file.rename(file.with_name(name))


def change_settings(root: Path, _folder: Path, chance: random.Random) -> None:
    line = chance.choice(["coordinate_decimals: 1", "coordinate_decimals: 3", "period: 2023/2024", "nothing: known"])
    with (root / INCIDENTS / "archive.yml").open("a", encoding="utf-8") as stream:
        stream.write(f"{line}\n")


def change_vocabulary(root: Path, _folder: Path, chance: random.Random) -> None:
    key = chance.choice(["shelling-artillery-missile", "air-drone-strike", "synthetic-type"])
    file = root / INCIDENTS / "vocabulary" / "types.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"name: Types\nterms:\n  {key}: {{label: Synthetic, definition: Synthetic.}}\n", encoding="utf-8")


def make_odd(root: Path, _folder: Path, chance: random.Random) -> None:
    place = root / INCIDENTS / "sources" / f"odd-{chance.randrange(1000)}.yml"
    if not place.parent.is_dir():
        return
    match chance.randrange(4):
        case 0:
            place.symlink_to(root / INCIDENTS / "archive.yml")
        case 1:
            os.mkfifo(place)
        case 2:
            place.write_bytes(b"a" * 70_000)
        case _:
            place.mkdir()


def damage_cache(_root: Path, folder: Path, chance: random.Random) -> None:
    for file in kept(folder):
        data = bytearray(file.read_bytes())
        match chance.randrange(4):
            case 0:
                file.write_bytes(data[: chance.randrange(len(data))])
            case 1:
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
                file.write_bytes(data)
            case 2:
                file.write_bytes(chance.choice(kept(folder)).read_bytes())
            case _:
                file.unlink()


EDITS: tuple[Callable[[Path, Path, random.Random], None], ...] = (
    change_content, change_content, change_content, add, delete, rename, change_settings, change_vocabulary,
    make_odd, damage_cache, damage_cache,
)  # fmt: skip


@pytest.mark.parametrize("seed", SEEDS)
def test_the_cache_changes_nothing(root: Path, folder: Path, seed: int) -> None:
    """After each of sixty random edits a check says byte for byte the same with the cache, with it again, and without."""
    chance = random.Random(seed)
    for number in range(EDITS_OF_A_SEED):
        edit = chance.choice(EDITS)
        edit(root, folder, chance)
        for words in ([], [str(chance.choice(_text_files(root)))], [str(root / INCIDENTS / "records")]):
            if words and not Path(words[0]).exists():
                continue
            asked = ["--format", chance.choice(FORMATS), *words]
            expected = check(root, "--no-cache", *asked)
            said = [check(root, *asked), check(root, *asked)]
            assert said == [expected, expected], (seed, number, edit.__name__, asked)


def test_every_format_is_the_same(bad: Path, folder: Path) -> None:
    """In every format a finding that was kept prints as one that was just made."""
    said = {name: check(bad, "--no-cache", "--format", name) for name in FORMATS}
    first = check(bad)
    assert first[0] == 1
    assert len(kept(folder)) == 1
    assert {name: check(bad, "--format", name) for name in FORMATS} == said


def test_nothing_heavy_is_imported(root: Path, folder: Path) -> None:
    """Where nothing has changed since the last check, neither pydantic nor the reader of YAML is imported."""
    script = (
        "import sys\nfrom generator.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    print('pydantic' in sys.modules, 'yaml' in sys.modules)\n"
    )
    command = [sys.executable, "-c", script, "check", "--root", str(root)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}

    def said() -> str:
        return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True).stdout

    assert [said(), said()] == ["8 files, nothing to mend\nTrue True\n", "8 files, nothing to mend\nFalse False\n"]
    assert len(kept(folder)) == 1


def test_what_was_kept_is_used(root: Path, folder: Path) -> None:
    """An outcome that lies under the key of the archive as it stands is what the check says."""
    key, _ = forged(root)
    CheckCache(folder).keep(key, Outcome((), ("incidents/a.yml", "incidents/b.yml")))
    assert check(root) == (0, "2 files, nothing to mend\n", "")
    assert check(root, "--no-cache") == (0, "8 files, nothing to mend\n", "")


def test_a_change_within_a_second(root: Path, folder: Path) -> None:
    """A file of the same size and the same time is still seen to have changed."""
    file = root / RECORD
    before = file.stat()
    assert check(root)[0] == 0
    replace(file, "2023-12-30\n", "2023-12-3x\n")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (file.stat().st_size, check(root)[0]) == (before.st_size, 1)
    assert len(kept(folder)) == 2


def test_paths_narrow_what_was_kept(bad: Path, folder: Path) -> None:
    """What a check of one file says does not depend on which files were asked for before."""
    good, faulty = (str(bad / name) for name in (RECORD, "incidents/records/2023/bad.md"))
    assert [check(bad, good)[0], check(bad, faulty)[0], check(bad, good)[0]] == [0, 1, 0]
    assert check(bad, faulty) == check(bad, faulty, "--no-cache")
    assert len(kept(folder)) == 1


def test_fresh_ids_are_not_kept(root: Path, folder: Path) -> None:
    """An id that a check gives is given once, so a check that minted one is made anew."""
    replace(root / RECORD, "id: syn-4k7m2xq\n", "")
    command = ["check", "--root", str(root), "--format", "json"]
    said = [CliRunner().invoke(main, command).stdout for _ in range(2)]
    minted = {re.findall(r"syn-[0-9a-z]{7}", text)[0] for text in said}
    assert (len(minted), kept(folder)) == (2, [])


def test_what_cannot_be_read_is_not_kept(root: Path, folder: Path) -> None:
    """Where a file cannot be read whole, the check is made anew each time."""
    (root / INCIDENTS / "sources" / "large.yml").write_bytes(b"a" * 70_000)
    assert [check(root)[0], kept(folder)] == [1, []]


@pytest.mark.parametrize("way", ["option", "environment"])
def test_without_cache(root: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """`--no-cache` and `ARCHIVE_NO_CACHE` neither use nor keep anything."""
    if way == "environment":
        monkeypatch.setenv("ARCHIVE_NO_CACHE", "1")
    assert check(root, *(["--no-cache"] if way == "option" else []))[0] == 0
    assert kept(folder) == []


def test_against_is_not_cached(root: Path, folder: Path) -> None:
    """A comparison with another commit is made anew each time, for what git holds is in no key."""
    git_project(root)
    assert [check(root, "--against", "main")[0] for _ in range(2)] == [0, 0]
    assert kept(folder) == []


def _link(file: Path) -> None:
    real = file.rename(file.with_suffix(".real"))
    file.symlink_to(real)


def _link_folder(file: Path) -> None:
    real = file.parent.rename(file.parent.with_suffix(".real"))
    file.parent.symlink_to(real, target_is_directory=True)


def _flip(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"forged", b"foxged"))


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(_link, id="a link"),
        pytest.param(_link_folder, id="a folder that is a link"),
        pytest.param(lambda file: file.chmod(0o666), id="others may write it"),
        pytest.param(lambda file: file.parent.chmod(0o777), id="others may write the folder"),
        pytest.param(_flip, id="another letter"),
        pytest.param(lambda file: file.write_bytes(b""), id="empty"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:-1]), id="cut off"),
        pytest.param(lambda file: file.write_bytes(b"\xff" * 5_000_000), id="too large"),
        pytest.param(lambda file: (file.unlink(), file.mkdir()), id="a folder"),
    ],
)
def test_doubtful_outcomes_are_not_believed(bad: Path, folder: Path, damage: Callable[[Path], object]) -> None:
    """An outcome that is damaged, or that somebody else could have written, counts as not there."""
    key, text = forged(bad)
    CheckCache(folder).keep(key, Outcome((), tuple(json.loads(text)["files"])))
    assert check(bad)[0] == 0
    damage(folder / f"{key}.outcome")
    assert check(bad) == check(bad, "--no-cache")


def test_an_outcome_counts_for_its_own_key_only(bad: Path, folder: Path) -> None:
    """An outcome that was given the name of another one counts as not there."""
    key, _ = forged(bad)
    other = "0" * 64
    CheckCache(folder).keep(other, Outcome((), ("incidents/forged.yml",)))
    (folder / f"{other}.outcome").rename(folder / f"{key}.outcome")
    assert check(bad)[0] == 1


@pytest.mark.parametrize("place", ["", "incidents", ".cache", "../cache"])
def test_no_cache_inside_the_checkout(
    bad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, folder: Path
) -> None:
    """A cache that a pull request could bring along is neither used nor written, also above the project's own folder."""
    root = shutil.move(bad / INCIDENTS, tmp_path / "project" / INCIDENTS).parent
    (tmp_path / ".git").mkdir()
    home = (root / place).resolve()
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    key, _ = forged(root)
    CheckCache(home / "incident-archive" / "checks").keep(key, Outcome((), ("incidents/forged.yml",)))
    assert user_cache(root) is None
    assert check(root)[0] == 1
    assert kept(folder) == []


@pytest.mark.parametrize("given", ["relative", "a file", "no home"])
def test_where_nothing_can_be_kept(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    """Where there is no place for a cache the check is made all the same, and says nothing of it."""
    monkeypatch.delenv("ARCHIVE_NO_CACHE", raising=False)
    file = tmp_path.parent / f"{tmp_path.name}-file"
    file.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", {"a file": str(file)}.get(given, "relative"))
    monkeypatch.setenv("HOME", {"no home": ""}.get(given, str(file)))
    monkeypatch.chdir(tmp_path)
    assert (user_cache(root) is None) == (given == "no home")
    assert [check(root), check(root)] == [(0, "8 files, nothing to mend\n", "")] * 2
    assert not (tmp_path / "relative").exists()


def test_the_place_of_the_cache(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache lies below XDG_CACHE_HOME, and without an absolute path there below the home folder's `.cache`."""
    home = tmp_path.parent / f"{tmp_path.name}-home"
    monkeypatch.setenv("HOME", str(home))
    places = {given: monkeypatch.setenv("XDG_CACHE_HOME", given) or user_cache(root) for given in ("/x", "", "y")}
    usual = CheckCache(home / ".cache" / "incident-archive" / "checks")
    assert places == {"/x": CheckCache(Path("/x/incident-archive/checks")), "": usual, "y": usual}


def test_the_oldest_go(root: Path, folder: Path) -> None:
    """The cache holds a bounded number of outcomes, the newest."""
    cache = CheckCache(folder)
    for number in range(MOST_KEPT + 3):
        cache.keep(f"{number:064}", Outcome((), (f"incidents/{number}.yml",)))
        os.utime(folder / f"{number:064}.outcome", (number, number))
    check(root)
    assert [file.name for file in kept(folder)][:2] == [f"{4:064}.outcome", f"{5:064}.outcome"]
    assert len(kept(folder)) == MOST_KEPT


def test_several_at_once(bad: Path, folder: Path) -> None:
    """Checks that run at the same time all say the same and leave one whole outcome behind."""
    command = [sys.executable, "-m", "generator", "check", "--root", str(bad)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    runs = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, cwd=PROJECT) for _ in range(4)]
    said = {run.communicate()[0] for run in runs}
    assert (len(said), {run.returncode for run in runs}, len(kept(folder))) == (1, {1}, 1)
    again = subprocess.run(command, env=environment, capture_output=True, cwd=PROJECT, check=False)
    assert {again.stdout} == said


def keys(root: Path, generator_folder: Path) -> Iterator[str]:
    """The key of a digest, as the generator in another folder makes it, for two days and two options."""
    script = (
        "from datetime import date\nfrom generator.commands.check_cache import key_under, program_digest\n"
        "def key(*of):\n    program = program_digest()\n    return program and key_under(program, *of)\n"
        "print(key('a', date(2026, 11, 22), False), key('a', date(2026, 11, 23), False),"
        " key('a', date(2026, 11, 22), True), key('b', date(2026, 11, 22), False))"
    )
    environment = {**os.environ, "PYTHONPATH": str(generator_folder)}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, cwd=root, check=True)
    yield from done.stdout.decode().split()


def test_the_key_holds_all_that_counts(root: Path) -> None:
    """The day, the options, the files and each line of the generator's own sources make another key."""
    copy = root / "copy"
    shutil.copytree(PROJECT / "generator", copy / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    first = list(keys(root, copy))
    assert (len(set(first)), list(keys(root, copy))) == (4, first)
    source = copy / "generator" / "checking" / "style" / "voice.py"
    status = source.stat()
    replace(source, '"""', "'''")
    os.utime(source, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert set(first).isdisjoint(keys(root, copy))
