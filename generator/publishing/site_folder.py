"""Make a folder hold exactly the files of a site, so that no abort leaves a silent mix.

Beside `site/`, on the same file system, lie `.site.staged/` (new and changed files on their way
in), `.site.journal` (what the site is to hold, there only while files are being moved),
`.site.manifest` (what the last finished build wrote) and `.site.lock`.

What is promised. After the process dies at any moment, kill -9 included, `site/` is the old site
or the new one, or `state()` says `unfinished` and `recover()`, which every build runs first,
completes the new one without building it again. After a power cut the same holds where `sync` waits
for the disk, as on Linux: staged bytes and the journal are on it before the first move, every move
before the manifest. Where they were not, `recover()` or `verify()` sees it by the digests, says so,
and the next build mends it. While files are moved, which takes seconds at most, a reader of the live folder can
meet old and new pages together; the state is `unfinished` for just that time.
"""

import errno
import fcntl
import os
import shutil
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.publishing.change import Change, files_of, is_visible
from generator.publishing.fault import STATE_SENTENCES, PublishingError, State, shown, told_plainly
from generator.publishing.journal import Journal
from generator.publishing.listing import UNVOUCHED, digest_of, draft_of, read_listing, write_listing, write_new
from generator.publishing.site_paths import SitePaths, Standing, folded


class SiteFolder:
    """The folder a site is published into, with the four siblings that keep it whole."""

    def __init__(self, site_dir: Path) -> None:
        self.site = site_dir.resolve()
        name = self.site.name
        if not name:
            raise PublishingError("The root of the disk cannot be the site's folder.")
        self.staged = self.site.with_name(f".{name}.staged")
        self.manifest = self.site.with_name(f".{name}.manifest")
        self.lock = self.site.with_name(f".{name}.lock")
        journal = self.site.with_name(f".{name}.journal")
        self.journal = Journal(self.site, self.staged, journal, self.manifest)
        self._is_locked = False

    def publish(self, files: Iterable[tuple[str, bytes]], *, take_over: bool = False) -> Change:
        """Make the folder hold exactly `files`, pairs of path and bytes, and return what changed.

        Files that no build of ours wrote are left and named in the result. Where there is no
        manifest, a folder that holds anything is refused. With `take_over` the folder counts as
        the builder's own, as it does for MkDocs: everything in it may be replaced or removed,
        but for what lies under a name with a leading dot at the top, which MkDocs spares too.
        Raises PublishingError.
        """
        with self.locked():
            change = self.stage(files, take_over=take_over)
            self.commit(change)
            return change

    def publish_folder(self, built: Path, *, take_over: bool = False) -> Change:
        """Make the folder hold exactly the files in the folder `built`, which stays as it is.

        Raises PublishingError, also where `built` holds a symbolic link or a device.
        """
        return self.publish(files_of(built), take_over=take_over)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other build out of this folder while the block runs.

        The kernel frees the lock when the process dies; worker processes forked inside the block
        share it until they end. Raises PublishingError where another build has it.
        """
        if self._is_locked:
            yield
            return
        with told_plainly(self.site, "Nothing was changed"):
            self.site.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
        try:
            with told_plainly(self.site, "Nothing was changed"):
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    told = f"Another build is writing {self._name}; wait until it has ended."
                    raise PublishingError(told) from None
            self._is_locked = True
            yield
        finally:
            self._is_locked = False
            os.close(handle)

    def state(self) -> State:
        """Tell how the folder stands.

        `unfinished`: a build was interrupted while it moved files in. `absent`: there is no site.
        `complete`: the last build ended. `foreign`: files stand there that no build vouches for.
        Raises PublishingError where the disk cannot be read.
        """
        with told_plainly(self.site, "Nothing was changed"):
            if os.path.lexists(self.journal.file):
                return "unfinished"
            if not self.site.is_dir():
                return "absent"
            listing = read_listing(self.manifest)
            if listing is None:
                return "foreign" if any(self.site.iterdir()) else "absent"
            return "foreign" if UNVOUCHED in listing.values() else "complete"

    def verify(self) -> list[str]:
        """Return what is wrong with the folder, one plain sentence each; empty where nothing is.

        Reads every file. Raises PublishingError where the disk cannot be read.
        """
        with told_plainly(self.site, "Nothing was changed"):
            state = self.state()
            if state != "complete":
                return [STATE_SENTENCES[state].format(site=self._name)]
            listing = read_listing(self.manifest) or {}
            standing = Standing(self.site)
            problems = []
            for path, digest in sorted(listing.items()):
                if path not in standing.sizes:
                    problems.append(f"{shown(path)} is missing from {self._name}.")
                elif standing.digest(path) != digest:
                    problems.append(f"{shown(path)} is not as the build wrote it.")
            foreign = filter(is_visible, standing.besides(listing))
            return problems + [f"{shown(path)} was not written by the build." for path in foreign]

    def forget(self) -> None:
        """Drop what is known of the folder, for another program is about to empty and fill it."""
        if not any(map(os.path.lexists, (self.manifest, self.journal.file, self.staged))):
            return
        with self.locked(), told_plainly(self.site, "Nothing was changed"):
            self.manifest.unlink(missing_ok=True)
            self.journal.file.unlink(missing_ok=True)
            self._discard_staged()

    def recover(self) -> str:
        """Complete or undo what an interrupted build left; return one sentence on it, or none.

        Raises PublishingError.
        """
        with self.locked(), told_plainly(self.site, f"{self._name} is unfinished"):
            if not os.path.lexists(self.journal.file):
                if not os.path.lexists(self.staged):
                    return ""
                self._discard_staged()
                return f"An interrupted build was thrown away; {self._name} stands as it was."
            listing = read_listing(self.journal.file)
            flaw = "the journal cannot be read" if listing is None else self.journal.flaw(listing)
            if listing is None or flaw:
                return f"{self._name} is unfinished ({flaw}); only a new build can complete it."
            list(self.journal.roll_forward(listing))
            self._discard_staged()
            return f"An interrupted build of {self._name} was completed."

    def stage(self, files: Iterable[tuple[str, bytes]], *, take_over: bool = False) -> Change:
        """Lay out beside the site what must change in it; the site itself is not touched.

        Call it, and `commit_steps` with its result, inside one `locked()` block. What the files
        mean and when PublishingError is raised: see `publish`.
        """
        recovered = self.recover()
        with told_plainly(self.site, f"{self._name} stands as it was"):
            self._discard_staged()
            try:
                return self._stage(files, take_over, recovered)
            except BaseException:
                self._discard_staged()
                raise

    def _stage(self, files: Iterable[tuple[str, bytes]], take_over: bool, recovered: str) -> Change:
        standing = Standing(self.site)
        owned = self._owned(standing, take_over)
        spellings = {folded(path): path for path in owned}
        paths, listing, written = SitePaths(), dict[str, str](), list[str]()
        self.staged.mkdir()
        for path, content in files:
            paths.add(path)
            listing[path] = digest_of(content)
            is_respelled = spellings.get(folded(path), path) != path
            if is_respelled or not standing.holds(path, content):
                write_new(self.staged / path, content)
                written.append(path)
        foreign = standing.besides(owned.keys() | listing.keys())
        paths.refuse_blocked(foreign)
        if written:
            os.sync()
        removed = owned.keys() & standing.sizes.keys() - listing.keys()
        return Change(
            files=listing,
            written=tuple(sorted(written)),
            removed=tuple(sorted(removed)),
            foreign=tuple(filter(is_visible, foreign)),
            owned=owned,
            recovered=recovered,
        )

    def commit(self, change: Change) -> None:
        """Move in what `stage` laid out. Raises PublishingError."""
        list(self.commit_steps(change))

    def commit_steps(self, change: Change) -> Generator[str, None, None]:
        """Do what `commit` does, yielding a few words after each change made to the disk."""
        with told_plainly(self.site, f"{self._name} stands as it was"):
            known = read_listing(self.manifest)
            is_same = known == change.files and not change.written and not change.removed
            if is_same and not os.path.lexists(self.journal.file):
                self._discard_staged()
                return
            if change.owned.keys() - (known or {}).keys() - change.files.keys():
                write_listing(self.manifest, change.owned)
                yield "noted what may be removed"
            write_listing(self.journal.file, change.files)
        with told_plainly(self.site, f"{self._name} is unfinished; build again to complete it"):
            yield "wrote the journal"
            yield from self.journal.roll_forward(change.files)
            self._discard_staged()

    def _owned(self, standing: Standing, take_over: bool) -> dict[str, str]:
        """Return every file that may be removed, with the digest it was written with."""
        if self.site.exists() and self.site.stat().st_dev != self.site.parent.stat().st_dev:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), self.site.name)
        known, begun = read_listing(self.manifest), read_listing(self.journal.file)
        visible = sorted(filter(is_visible, standing.sizes))
        if visible and known is None and begun is None and not take_over:
            raise PublishingError(
                f"{self._name} holds files that no build is known to have written, such as "
                f"{shown(visible[0])}; choose another folder, or empty this one."
            )
        taken = dict.fromkeys(visible, UNVOUCHED) if take_over else {}
        return {**taken, **(begun or {}), **(known or {})}

    def _discard_staged(self) -> None:
        draft_of(self.manifest).unlink(missing_ok=True)
        draft_of(self.journal.file).unlink(missing_ok=True)
        if os.path.lexists(self.staged):
            shutil.rmtree(self.staged)

    @property
    def _name(self) -> str:
        return shown(self.site.name + "/")
