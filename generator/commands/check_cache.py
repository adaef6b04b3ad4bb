"""Outcomes of checks, kept so that an archive in which nothing has changed is not checked anew.

An outcome is kept under a digest of all it follows from: every file of the archive byte for byte, the day, the
generator's own sources, the Python and the packages that it runs with. Whatever is not just so is not found, so
nothing is ever out of date. What cannot be read, or is damaged, counts as not there.

It lies in the user's cache folder (XDG Base Directory Specification) and never in the checkout, where a pull
request could bring along the outcome that its author wishes for.
"""

import hashlib
import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from generator.checking.baseline import Baseline, baseline_of_text, baseline_text
from generator.checking.outcome import Outcome, outcome_of_text, outcome_text

MOST_BYTES = 4_000_000
"""An outcome that is longer is not kept: reading it would save little."""
MOST_KEPT = 32
"""Beyond so many outcomes the oldest go."""
MOST_BYTES_OF_BASELINE = 64_000_000
MOST_BASELINES = 8
"""Baselines that are kept, two for each project."""

_FORM = "1"
"""Raised when the form of what is kept changes."""
_STAGES = ("texts", "model", "reading", "checking")
"""The stages of the generator that an outcome follows from."""
_PACKAGES = ("pydantic", "pydantic_core", "yaml")
_OTHERS_WRITE = 0o022
# Not following a link, no line ends translated; not every system knows them.
_PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class KeptTexts:
    """A folder of texts, each under its key."""

    folder: Path
    ending: str
    most_bytes: int
    most_kept: int
    """Beyond so many the oldest go."""

    def text(self, key: str) -> str | None:
        """The text kept under a key, if there is one and nobody else could have put it there."""
        try:
            if not _is_own(os.lstat(self.folder), stat.S_ISDIR):
                return None
            descriptor = os.open(self._file(key), os.O_RDONLY | _PLAIN)
            with open(descriptor, "rb") as stream:
                status = os.fstat(descriptor)
                if not _is_own(status, stat.S_ISREG) or status.st_size > self.most_bytes:
                    return None
                held = stream.read(self.most_bytes)
        except (OSError, ValueError):
            return None
        digest, _, body = held.partition(b"\n")
        if digest.decode("ascii", "replace") != _sealed(key, body):
            return None
        return body.decode("utf-8", "surrogatepass")

    def keep(self, key: str, text: str) -> None:
        """Keep a text; where that cannot be done nothing happens."""
        # A baseline names every file as it is called, in whatever script.
        body = text.encode("utf-8", "surrogatepass")
        if not body or len(body) > self.most_bytes - 100:
            return
        unfinished = self.folder / f"{key}.{os.getpid()}"
        try:
            os.makedirs(self.folder, mode=0o700, exist_ok=True)
            if not _is_own(os.lstat(self.folder), stat.S_ISDIR):
                return
            descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _PLAIN, 0o600)
            with open(descriptor, "wb") as stream:
                stream.write(_sealed(key, body).encode("ascii") + b"\n" + body)
            os.replace(unfinished, self._file(key))
            self._drop_oldest()
        except OSError:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self.folder / f"{key}.{self.ending}"

    def _drop_oldest(self) -> None:
        with os.scandir(self.folder) as listing:
            aged = sorted((entry.stat(follow_symlinks=False).st_mtime_ns, entry.path) for entry in listing)
        for _, path in aged[: -self.most_kept]:
            os.unlink(path)


@dataclass(frozen=True, slots=True)
class CheckCache:
    """The outcomes of checks, in `folder`, and beside it the baselines for the next ones."""

    folder: Path

    @property
    def _outcomes(self) -> KeptTexts:
        return KeptTexts(self.folder, "outcome", MOST_BYTES, MOST_KEPT)

    @property
    def _baselines(self) -> KeptTexts:
        return KeptTexts(self.folder.with_name("baselines"), "baseline", MOST_BYTES_OF_BASELINE, MOST_BASELINES)

    def known(self, key: str) -> Outcome | None:
        """The outcome kept under a key; None where there is none that can be believed."""
        text = self._outcomes.text(key)
        return outcome_of_text(text) if text is not None else None

    def keep(self, key: str, outcome: Outcome) -> None:
        """Keep an outcome; where that cannot be done nothing happens."""
        self._outcomes.keep(key, outcome_text(outcome) or "")

    def baseline(self, key: str) -> Baseline | None:
        """The baseline kept under a key; None where there is none that can be believed."""
        text = self._baselines.text(key)
        return baseline_of_text(text) if text is not None else None

    def keep_baseline(self, key: str, baseline: Baseline) -> None:
        """Keep a baseline in place of that of the same key; where that cannot be done nothing happens."""
        self._baselines.keep(key, baseline_text(baseline))


def user_cache(root: Path) -> CheckCache | None:
    """The cache of the person who runs the program; None where there is no place for it outside the checkout of `root`."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    # The specification has relative paths ignored; an empty HOME would be read as the root of the file system.
    own = os.path.expanduser("~").rstrip("/")
    home = Path(given) if os.path.isabs(given) else Path(own, ".cache")
    folder = home / "incident-archive" / "checks"
    try:
        outside = home.is_absolute() and not folder.resolve().is_relative_to(_checkout(root.resolve()))
    except (OSError, RuntimeError):
        return None
    return CheckCache(folder) if outside else None


def key_under(program: str, contents: str, today: date, *options: bool) -> str:
    """The key of what a program of this digest made of something on a day."""
    told = repr((_FORM, program, contents, today.isoformat(), options))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def program_digest() -> str | None:
    """SHA-256 (hexadecimal) of what decides what a check finds; None where the program does not know itself whole."""
    whole = hashlib.sha256(repr(sys.version).encode())
    try:
        for file in _sources():
            source = hashlib.sha256(file.read_bytes()).hexdigest()
            whole.update(repr((str(file), source)).encode("utf-8", "surrogatepass"))
        for package in _PACKAGES:
            whole.update(repr(_installed(package)).encode("utf-8", "surrogatepass"))
    except (OSError, LookupError):
        return None
    return whole.hexdigest()


def _sources() -> list[Path]:
    """The files that decide what a check finds and what is kept of it. Raises LookupError where they are no plain files."""
    if not __file__.endswith(".py"):
        raise LookupError("the generator runs without its sources")
    above = Path(__file__).parents[1]
    stages = sorted(file for stage in _STAGES for file in (above / stage).rglob("*.py"))
    return [*stages, Path(__file__), Path(__file__).with_name("checked_archive.py")]


def _installed(package: str) -> tuple[object, ...]:
    """What tells one installation of a package from another. Raises OSError and LookupError where nothing does."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise LookupError(package)
    status = os.stat(spec.origin)
    folder = Path(spec.origin).parent.parent
    # The names of these folders hold the versions, those of the packages that it needs among them.
    about = sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))
    return (spec.origin, status.st_mtime_ns, status.st_size, *about)


def _checkout(root: Path) -> Path:
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)


def _sealed(key: str, body: bytes) -> str:
    """A digest that shows whether what was kept is whole and lies where it belongs."""
    return hashlib.sha256(key.encode("ascii") + b"\n" + body).hexdigest()


def _is_own(status: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    own = getattr(os, "geteuid", lambda: status.st_uid)() == status.st_uid
    # Windows knows no such modes.
    closed = os.name != "posix" or not status.st_mode & _OTHERS_WRITE
    return is_kind(status.st_mode) and own and closed
