"""New files of the archive: all of them are written, or none."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.commands.drafting.draft import NewFile
from generator.commands.project import Project, Refusal
from generator.writing.record_file import OutsideFolderError, create_record_file

_NOTHING = "nothing was written"


@contextmanager
def written(files: Sequence[NewFile], project: Project) -> Iterator[None]:
    """The files, there for what is done with them; where that or their writing fails, they are taken away again.

    Raises Refusal where one cannot be written.
    """
    made: list[Path] = []
    try:
        for file in files:
            made += _missing_folders(project.root / file.path)
            _create(file, project)
            made.append(project.root / file.path)
        yield
    except BaseException:
        for path in reversed(made):
            with suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        raise


def seen_from_here(path: str, project: Project) -> str:
    """The path of a file as it opens from the folder in which the command was run."""
    file = project.root / path
    return os.path.relpath(file) if Path.cwd().is_relative_to(project.root) else str(file)


def _missing_folders(file: Path) -> list[Path]:
    """The folders around a file that are not there yet, the outermost first."""
    return [folder for folder in reversed(file.parents) if not os.path.lexists(folder)]


def _create(file: NewFile, project: Project) -> None:
    below = "/".join(file.path.split("/")[:2])
    try:
        create_record_file(project.root / file.path, file.text, below=project.root / below)
    except FileExistsError:
        raise Refusal(f"`{file.path}` is there already; {_NOTHING}") from None
    except OutsideFolderError:
        raise Refusal(f"`{below}` is a link or holds one that leads elsewhere; {_NOTHING}") from None
    except OSError as error:
        raise Refusal(f"`{file.path}` cannot be written: {error.strerror}") from None
