"""A site folder holds exactly the files of the last build, whatever happened on the way."""

import os
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publishing.change import Change
from generator.publishing.fault import PublishingError
from generator.publishing.listing import read_listing, write_listing
from generator.publishing.site_folder import SiteFolder
from generator.publishing.site_paths import SitePaths

Files = dict[str, bytes]


@pytest.fixture
def folder(tmp_path: Path) -> SiteFolder:
    """A folder named `site` that does not exist yet."""
    return SiteFolder(tmp_path / "site")


def tree(site: Path) -> Files:
    """Return the files in `site`, path to bytes, and its empty folders, path with `/` to b""."""
    found = {}
    for above, folders, files in os.walk(site):
        relative = Path(above).relative_to(site).as_posix()
        if relative != "." and not folders and not files:
            found[relative + "/"] = b""
        for name in files:
            file = Path(above, name)
            found[file.relative_to(site).as_posix()] = file.read_bytes()
    return found


def siblings(folder: SiteFolder) -> list[str]:
    """Return the names beside the site, the site itself left out."""
    return sorted(path.name for path in folder.site.parent.iterdir() if path != folder.site)


def message(error: pytest.ExceptionInfo[PublishingError]) -> str:
    """Return what the person is told."""
    return str(error.value)


def put(folder: SiteFolder, path: str, content: bytes = b"by hand") -> Path:
    """Write a file into the site as another program would."""
    file = folder.site / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def interrupted(folder: SiteFolder, files: Files, steps: int, **how: bool) -> bool:
    """Publish up to `steps` steps of the commit; say whether there were as many."""
    with folder.locked():
        moving = folder.commit_steps(folder.stage(files.items(), **how))
        for _ in range(steps):
            if next(moving, None) is None:
                return False
        moving.close()
    return True


# What a build does


@pytest.mark.parametrize("is_there", [False, True])
def test_first_build_moves_the_whole_site_in_at_once(folder: SiteFolder, is_there: bool) -> None:
    """Where no site is, or an empty folder, the staged folder becomes the site by one rename."""
    if is_there:
        folder.site.mkdir()
    with folder.locked():
        change = folder.stage([("index.html", b"1"), ("a/index.html", b"2")])
        steps = list(folder.commit_steps(change))
    assert steps == [
        "wrote the journal",
        "moved the whole site in",
        "made the journal the manifest",
    ]
    assert tree(folder.site) == {"index.html": b"1", "a/index.html": b"2"}


def test_only_new_and_changed_files_are_written(folder: SiteFolder) -> None:
    """A file whose bytes stand already is not touched; the others are replaced, added, removed."""
    folder.publish([("same", b"1"), ("changed", b"1"), ("gone/index.html", b"1")])
    before = (folder.site / "same").stat()
    new = {"same": b"1", "changed": b"2", "new/index.html": b"3"}
    change = folder.publish(new.items())
    after = (folder.site / "same").stat()
    assert change == Change(
        files={path: sha256(content).hexdigest() for path, content in new.items()},
        written=("changed", "new/index.html"),
        removed=("gone/index.html",),
        foreign=(),
        owned=change.owned,
        recovered="",
    )
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert tree(folder.site) == new


def test_change_of_equal_length_is_seen(folder: SiteFolder) -> None:
    """Two files of one size are told apart by their bytes, even when the date says nothing."""
    folder.publish([("a", b"one")])
    os.utime(folder.site / "a", ns=(0, 0))
    assert folder.publish([("a", b"two")]).written == ("a",)


def test_same_site_again_takes_no_step(folder: SiteFolder) -> None:
    """A build that changes nothing moves nothing and leaves the manifest as it lies."""
    folder.publish([("a", b"1")])
    before = folder.manifest.stat().st_ino
    with folder.locked():
        assert list(folder.commit_steps(folder.stage([("a", b"1")]))) == []
    assert folder.manifest.stat().st_ino == before
    assert siblings(folder) == [".site.lock", ".site.manifest"]


def test_manifest_is_sorted_json_of_path_to_digest(folder: SiteFolder) -> None:
    """The manifest names every file with its SHA-256, one a line, sorted."""
    folder.publish([("b", b"2"), ("a", b"1")])
    one, two = sha256(b"1").hexdigest(), sha256(b"2").hexdigest()
    assert folder.manifest.read_text("ascii") == f'{{\n"a": "{one}",\n"b": "{two}"\n}}\n'


def test_folders_left_empty_are_removed(folder: SiteFolder) -> None:
    """A folder goes with the last file a build had in it."""
    folder.publish([("a/b/c/index.html", b"1"), ("a/index.html", b"1")])
    folder.publish([("a/index.html", b"1")])
    assert tree(folder.site) == {"a/index.html": b"1"}


@pytest.mark.parametrize(
    ("old", "new"),
    [({"a": b"1"}, {"a/b": b"2"}), ({"a/b/c": b"1", "z": b"1"}, {"a": b"2", "z": b"1"})],
)
def test_file_and_folder_may_change_places(folder: SiteFolder, old: Files, new: Files) -> None:
    """A file may become a folder of the same name, and a folder a file."""
    folder.publish(old.items())
    folder.publish(new.items())
    assert tree(folder.site) == new


def test_empty_folder_in_the_way_is_removed(folder: SiteFolder) -> None:
    """An empty folder that stands where a file must be gives way."""
    folder.publish([("z", b"1")])
    (folder.site / "a" / "b").mkdir(parents=True)
    folder.publish([("a", b"1"), ("z", b"1")])
    assert tree(folder.site) == {"a": b"1", "z": b"1"}


def test_change_of_case_is_written_anew(folder: SiteFolder) -> None:
    """A path that differs in case only is moved in anew, so that no disk loses it."""
    folder.publish([("Index.html", b"1")])
    put(folder, "index.html", b"1")  # as a disk that ignores case would answer
    assert folder.publish([("index.html", b"1")]).written == ("index.html",)
    assert tree(folder.site) == {"index.html": b"1"}


def test_built_folder_is_published_and_left_as_it_is(folder: SiteFolder, tmp_path: Path) -> None:
    """A folder built elsewhere can be published whole."""
    built = tmp_path / "built"
    (built / "a").mkdir(parents=True)
    (built / "a" / "index.html").write_bytes(b"1")
    folder.publish_folder(built)
    assert tree(folder.site) == tree(built) == {"a/index.html": b"1"}


def test_folder_that_was_not_built_is_refused(folder: SiteFolder, tmp_path: Path) -> None:
    """A built folder that is missing does not empty the site."""
    folder.publish([("a", b"1")])
    with pytest.raises(PublishingError) as error:
        folder.publish_folder(tmp_path / "nowhere")
    assert message(error) == f"There is no folder of built files at `{tmp_path}/nowhere`."
    assert tree(folder.site) == {"a": b"1"}


# Files of others


def test_foreign_file_is_left_and_named(folder: SiteFolder) -> None:
    """A file that no build wrote stays, and the result names it."""
    folder.publish([("a", b"1")])
    put(folder, "notes/mine.txt")
    put(folder, ".git/HEAD")
    change = folder.publish([("b", b"2")])
    assert change.foreign == ("notes/mine.txt",)
    assert tree(folder.site) == {"b": b"2", "notes/mine.txt": b"by hand", ".git/HEAD": b"by hand"}


def test_folder_without_manifest_is_refused(folder: SiteFolder) -> None:
    """A folder full of someone else's files is not written to."""
    put(folder, "thesis.txt")
    with pytest.raises(PublishingError) as error:
        folder.publish([("index.html", b"1")])
    assert message(error) == (
        "`site/` holds files that no build is known to have written, such as `thesis.txt`; "
        "choose another folder, or empty this one."
    )
    assert tree(folder.site) == {"thesis.txt": b"by hand"}
    assert siblings(folder) == [".site.lock"]


def test_folder_taken_over_holds_exactly_the_site(folder: SiteFolder) -> None:
    """After another program filled the folder, taking it over spares only dotted names at top."""
    for path in ("index.html", "old/index.html", "assets/.hidden", ".nojekyll"):
        put(folder, path)
    change = folder.publish([("index.html", b"by hand"), ("new", b"1")], take_over=True)
    assert change.removed == ("assets/.hidden", "old/index.html")
    assert change.written == ("new",)
    assert tree(folder.site) == {"index.html": b"by hand", "new": b"1", ".nojekyll": b"by hand"}


def test_taking_over_removes_what_came_after_the_manifest(folder: SiteFolder) -> None:
    """A folder filled anew by another program since our build can be taken over as well."""
    folder.publish([("a", b"1")])
    put(folder, "b")
    assert folder.publish([("a", b"1")], take_over=True).removed == ("b",)
    assert tree(folder.site) == {"a": b"1"}


def test_folder_about_to_be_taken_over_is_not_called_complete(folder: SiteFolder) -> None:
    """Noting what may be removed vouches for none of it."""
    put(folder, "old")
    assert interrupted(folder, {"new": b"1"}, 1, take_over=True)
    assert folder.state() == "foreign"
    assert folder.verify() == ["`site/` holds files that no finished build vouches for; build again."]


@pytest.mark.parametrize("path", ["a", "b/index.html/x"])
def test_foreign_file_in_the_way_is_refused(folder: SiteFolder, path: str) -> None:
    """A file of others that blocks the site is named, and nothing is moved."""
    folder.publish([("z", b"1")])
    put(folder, path)
    with pytest.raises(PublishingError) as error:
        folder.publish([("a/index.html", b"2"), ("b/index.html", b"2")])
    assert message(error) == (
        f"`{path}` was not written by a build and stands where a file of the site must be; "
        "move it away and build again."
    )
    assert tree(folder.site) == {"z": b"1", path: b"by hand"}
    assert folder.state() == "complete"


def test_foreign_file_in_the_way_of_recovery_is_refused(folder: SiteFolder) -> None:
    """A file of others put in the way of an interrupted build is named and kept."""
    folder.publish([("z", b"1")])
    assert interrupted(folder, {"b/index.html": b"2", "z": b"1"}, 1)
    put(folder, "b")
    with pytest.raises(PublishingError) as error:
        folder.recover()
    assert message(error) == (
        "`b` was not written by a build and stands where a file of the site must be; move it away and build again."
    )
    assert (tree(folder.site), folder.state()) == ({"z": b"1", "b": b"by hand"}, "unfinished")
    (folder.site / "b").unlink()
    folder.recover()
    assert tree(folder.site) == {"z": b"1", "b/index.html": b"2"}


def test_link_in_the_site_is_never_followed(folder: SiteFolder, tmp_path: Path) -> None:
    """A folder swapped for a symbolic link leads no write and no removal out of the site."""
    folder.publish([("a/gone.html", b"1"), ("z", b"1")])
    outside = tmp_path / "outside"
    (folder.site / "a").rename(outside)
    (folder.site / "a").symlink_to(outside)
    folder.publish([("z", b"2")])
    assert tree(outside) == {"gone.html": b"1"}
    with pytest.raises(PublishingError):
        folder.publish([("a/new.html", b"1"), ("z", b"2")])
    assert tree(outside) == {"gone.html": b"1"}


def test_page_swapped_for_a_link_is_put_back(folder: SiteFolder, tmp_path: Path) -> None:
    """A page that became a symbolic link is replaced, and what it led to is left alone."""
    folder.publish([("a", b"1")])
    (tmp_path / "outside").write_bytes(b"1")
    (folder.site / "a").unlink()
    (folder.site / "a").symlink_to(tmp_path / "outside")
    assert folder.verify() == ["`a` is not as the build wrote it."]
    assert folder.publish([("a", b"1")]).written == ("a",)
    assert not (folder.site / "a").is_symlink()
    assert (tmp_path / "outside").read_bytes() == b"1"


# Files that are refused


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("", "``"),
        ("/etc/passwd", "`/etc/passwd`"),
        ("..", "`..`"),
        ("a/../../b", "`a/../../b`"),
        ("./a", "`./a`"),
        ("a//b", "`a//b`"),
        ("a/", "`a/`"),
        ("a\\b", "`a\\b`"),
        ("a\0b", "`a\\x00b`"),
        ("a\nb", "`a\\nb`"),
        ("a\x1b[2J", "`a\\x1b[2J`"),
        ("a\udcff", "`a\\udcff`"),
    ],
)
def test_unsafe_path_is_refused(folder: SiteFolder, path: str, named: str) -> None:
    """A path that could lead out of the site, or garble a screen, stops the build."""
    folder.publish([("old", b"1")])
    with pytest.raises(PublishingError) as error:
        folder.publish([("good", b"1"), (path, b"1")])
    assert message(error) == f"{named} is not a safe path for a file of the site."
    assert tree(folder.site) == {"old": b"1"}
    assert siblings(folder) == [".site.lock", ".site.manifest"]


@pytest.mark.parametrize("path", ["a", "...", "a/..b", ".nojekyll", "قامشلي/index.html", "a b"])
def test_harmless_path_is_taken(folder: SiteFolder, path: str) -> None:
    """Dots within a name, spaces and other scripts are no reason to refuse."""
    folder.publish([(path, b"1")])
    assert tree(folder.site) == {path: b"1"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a", "a"),
        ("incidents/A", "incidents/a"),
        ("Straße", "STRASSE"),
        ("caf\u00e9", "cafe\u0301"),
        ("a", "a/b"),
        ("a/b", "a"),
        ("a/b/c", "A"),
    ],
)
def test_two_files_at_one_address_are_refused(folder: SiteFolder, first: str, second: str) -> None:
    """Two files that some disk could not tell apart, or nest, stop the build."""
    with pytest.raises(PublishingError) as error:
        folder.publish([(first, b"1"), (second, b"2")])
    assert message(error) == f"`{first}` and `{second}` would share one address."
    assert folder.state() == "absent"


def test_link_among_the_built_files_is_refused(folder: SiteFolder, tmp_path: Path) -> None:
    """A symbolic link in a built folder is never published, not even to a file."""
    (tmp_path / "built").mkdir()
    (tmp_path / "built" / "a").symlink_to("/etc/hostname")
    with pytest.raises(PublishingError) as error:
        folder.publish_folder(tmp_path / "built")
    assert message(error) == (
        "`a` among the built files is a symbolic link or a device; only plain files are published."
    )
    assert folder.state() == "absent"


# State and verification


def test_states_of_a_folder(folder: SiteFolder) -> None:
    """Absent until built, complete after, unfinished while files move, foreign when not ours."""
    seen: list[str] = [folder.state()]
    with folder.locked():
        for step in folder.commit_steps(folder.stage([("a", b"1")])):
            seen.append(f"{folder.state()} after: {step}")
    folder.forget()
    seen.append(folder.state())
    assert seen == [
        "absent",
        "unfinished after: wrote the journal",
        "unfinished after: moved the whole site in",
        "complete after: made the journal the manifest",
        "foreign",
    ]


def test_verification_names_each_difference(folder: SiteFolder) -> None:
    """A file changed, missing or added by another hand is named in one sentence each."""
    folder.publish([("same", b"1"), ("gone", b"1"), ("changed", b"1")])
    assert folder.verify() == []
    (folder.site / "gone").unlink()
    put(folder, "changed", b"2")
    put(folder, "added")
    assert folder.verify() == [
        "`changed` is not as the build wrote it.",
        "`gone` is missing from `site/`.",
        "`added` was not written by the build.",
    ]


def test_build_mends_what_another_hand_changed(folder: SiteFolder) -> None:
    """A build compares with what stands, not with what it remembers."""
    folder.publish([("a", b"1"), ("b", b"1")])
    (folder.site / "a").unlink()
    put(folder, "b", b"2")
    assert folder.publish([("a", b"1"), ("b", b"1")]).written == ("a", "b")
    assert folder.verify() == []


def test_site_that_was_deleted_is_absent_and_built_anew(folder: SiteFolder) -> None:
    """Deleting the site folder by hand leaves nothing that hinders the next build."""
    folder.publish([("a", b"1")])
    (folder.site / "a").unlink()
    folder.site.rmdir()
    assert folder.verify() == ["`site/` does not exist yet; build it first."]
    folder.publish([("a", b"1")])
    assert folder.verify() == []


# Interruption


def test_pages_that_fail_to_render_leave_the_old_site(folder: SiteFolder) -> None:
    """A fault while the files are made passes through, and the old site stands complete."""

    def files() -> Iterator[tuple[str, bytes]]:
        yield "a", b"2"
        raise ZeroDivisionError

    folder.publish([("a", b"1")])
    with pytest.raises(ZeroDivisionError):
        folder.publish(files())
    assert tree(folder.site) == {"a": b"1"}
    assert folder.state() == "complete"
    assert siblings(folder) == [".site.lock", ".site.manifest"]


def test_staging_without_journal_is_thrown_away(folder: SiteFolder) -> None:
    """What an aborted build had laid out before its journal stood is dropped, and said."""
    folder.publish([("a", b"1")])
    assert interrupted(folder, {"a": b"2"}, 0)
    (folder.site.parent / ".site.journal.draft").write_bytes(b'{"a"')
    assert SiteFolder(folder.site).recover() == ("An interrupted build was thrown away; `site/` stands as it was.")
    assert tree(folder.site) == {"a": b"1"}
    assert siblings(folder) == [".site.lock", ".site.manifest"]


def test_next_build_recovers_first(folder: SiteFolder) -> None:
    """A build after an interrupted one completes it, says so, and goes on."""
    folder.publish([("a", b"1"), ("b", b"1")])
    assert interrupted(folder, {"a": b"2", "b": b"2"}, 2)
    change = folder.publish([("a", b"2"), ("b", b"3")])
    assert change.recovered == "An interrupted build of `site/` was completed."
    assert change.written == ("b",)
    assert tree(folder.site) == {"a": b"2", "b": b"3"}


@pytest.mark.parametrize(
    ("harm", "flaw"),
    [
        (lambda f: f.journal.file.write_bytes(b'{"a": "12'), "the journal cannot be read"),
        (
            lambda f: f.journal.file.write_text('{"../a": ""}', "ascii"),
            "the journal cannot be read",
        ),
        (lambda f: (f.staged / "c").write_bytes(b""), "`c` is missing or damaged"),
        (lambda f: (f.staged / "c").unlink(), "`c` is missing or damaged"),
    ],
)
def test_damaged_remains_are_named_and_mended_by_a_build(folder: SiteFolder, harm: object, flaw: str) -> None:
    """Remains that cannot be completed change nothing, stay unfinished, and a build mends it."""
    assert callable(harm)
    folder.publish([("a", b"1"), ("z", b"1")])
    assert interrupted(folder, {"b": b"2", "c": b"2", "z": b"1"}, 2)
    harm(folder)
    before = tree(folder.site)
    assert folder.recover() == (f"`site/` is unfinished ({flaw}); only a new build can complete it.")
    assert tree(folder.site) == before == {"a": b"1", "b": b"2", "z": b"1"}
    assert folder.state() == "unfinished"
    folder.publish([("b", b"3"), ("z", b"1")])
    assert tree(folder.site) == {"b": b"3", "z": b"1"}
    assert folder.verify() == []


def test_files_of_a_damaged_build_are_removed_by_the_next(folder: SiteFolder) -> None:
    """What a build that could not be completed had moved in is still known as ours."""
    folder.publish([("z", b"1")])
    assert interrupted(folder, {"b": b"2", "c": b"2", "z": b"1"}, 2)
    (folder.staged / "c").unlink()
    change = folder.publish([("z", b"1")])
    assert (change.removed, change.foreign) == (("b",), ())
    assert tree(folder.site) == {"z": b"1"}


def test_manifest_that_cannot_be_read_removes_nothing(folder: SiteFolder) -> None:
    """A manifest that was tampered with is not trusted to say what may be deleted."""
    folder.publish([("a", b"1")])
    folder.manifest.write_text('{"../../a": ""}', "ascii")
    assert folder.state() == "foreign"
    with pytest.raises(PublishingError):
        folder.publish([("b", b"1")])
    assert tree(folder.site) == {"a": b"1"}


def test_second_build_at_once_is_told(folder: SiteFolder) -> None:
    """While one build holds the folder another is refused, and may go on after it."""
    other = SiteFolder(folder.site)
    with folder.locked():
        with pytest.raises(PublishingError) as error:
            other.publish([("a", b"1")])
        assert message(error) == "Another build is writing `site/`; wait until it has ended."
    other.publish([("a", b"1")])
    assert tree(folder.site) == {"a": b"1"}


def test_path_too_long_for_the_disk_is_told(folder: SiteFolder) -> None:
    """An error of the disk while staging is one sentence, and the old site stands."""
    folder.publish([("a", b"1")])
    name = "x" * 300
    with pytest.raises(PublishingError) as error:
        folder.publish([(name, b"1")])
    assert message(error) == f"`.site.staged/{name}`: file name too long. `site/` stands as it was."
    assert tree(folder.site) == {"a": b"1"}


def test_site_that_is_a_file_is_told(folder: SiteFolder) -> None:
    """A file where the site's folder should be is not replaced."""
    folder.site.write_bytes(b"by hand")
    with pytest.raises(PublishingError) as error:
        folder.publish([("a", b"1")])
    assert message(error) == "`site`: not a directory. `site/` stands as it was."
    assert folder.site.read_bytes() == b"by hand"


def test_site_behind_a_link_keeps_its_siblings_there(tmp_path: Path) -> None:
    """A site folder that is a symbolic link is published where the link leads."""
    (tmp_path / "real" / "www").mkdir(parents=True)
    (tmp_path / "site").symlink_to(tmp_path / "real" / "www")
    SiteFolder(tmp_path / "site").publish([("a", b"1")])
    assert tree(tmp_path / "real" / "www") == {"a": b"1"}
    assert sorted(os.listdir(tmp_path / "real")) == [".www.lock", ".www.manifest", "www"]


# For any two sites


def is_possible(files: Files) -> bool:
    """Say whether the files can stand together in one folder."""
    try:
        SitePaths(files)
    except PublishingError:
        return False
    return True


PATHS = st.lists(st.sampled_from(["a", "b", "c", "A"]), min_size=1, max_size=3).map("/".join)
SITES = st.dictionaries(PATHS, st.sampled_from([b"", b"1", b"2"]), max_size=6).filter(is_possible)


@given(sites=st.lists(SITES, min_size=1, max_size=4))
@settings(deadline=None)
def test_any_site_after_any_other(sites: list[Files]) -> None:
    """Whatever stood before, after a build the folder holds exactly the new files."""
    with tempfile.TemporaryDirectory() as place:
        folder = SiteFolder(Path(place, "site"))
        for files in sites:
            folder.publish(files.items())
            assert tree(folder.site) == files
            assert folder.verify() == []


@given(there=SITES, new=SITES)
@settings(deadline=None)
def test_any_site_over_any_folder_taken_over(there: Files, new: Files) -> None:
    """Whatever another program left, a build that takes it over leaves exactly the new files."""
    with tempfile.TemporaryDirectory() as place:
        folder = SiteFolder(Path(place, "site"))
        for path, content in there.items():
            put(folder, path, content)
        folder.publish(new.items(), take_over=True)
        assert tree(folder.site) == new


@given(old=SITES, new=SITES, taken_over=st.booleans())
@settings(deadline=None, max_examples=60)
def test_any_interruption_is_old_or_unfinished_and_completed(old: Files, new: Files, taken_over: bool) -> None:
    """Stopped after any step, and stopped again in any step of recovering, no mix goes unnamed."""
    first, again, more = 0, 0, True
    while more:
        with tempfile.TemporaryDirectory() as place:
            folder = SiteFolder(Path(place, "site"))
            if taken_over:
                for path, content in old.items():
                    put(folder, path, content)
            else:
                folder.publish(old.items())
            more = interrupted(folder, new, first, take_over=taken_over)
            if folder.state() != "unfinished":
                assert tree(folder.site) in (old, new)
                first, again = first + 1, 0
                continue
            listing = read_listing(folder.journal.file)
            assert listing is not None
            recovering = folder.journal.roll_forward(listing)
            stopped = [step for step, _ in zip(recovering, range(again), strict=False)]
            recovering.close()
            if folder.state() == "unfinished":
                again += 1
            else:
                first, again = first + 1, 0
            SiteFolder(folder.site).recover()
            assert tree(folder.site) == new, stopped
            assert folder.verify() == []


@given(st.dictionaries(st.text(min_size=1), st.binary(max_size=4)).filter(is_possible))
@settings(deadline=None)
def test_listing_reads_back_as_written(files: Files) -> None:
    """Whatever the names, a listing on the disk gives back the listing."""
    listing = {path: sha256(content).hexdigest() for path, content in files.items()}
    with tempfile.TemporaryDirectory() as place:
        write_listing(Path(place, "listing"), listing)
        assert read_listing(Path(place, "listing")) == listing
        assert os.listdir(place) == ["listing"]
