"""Completion of keys in a shell: those of a registry whose names the text may mean, read from that registry alone."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import click
from click.shell_completion import CompletionItem

from generator.checking.formats.terminal_text import fit
from generator.commands.drafting.key_search import Choice, search
from generator.commands.project import INCIDENTS, SETTINGS, Project
from generator.model.source import SourceKind
from generator.reading.places import judge_name
from generator.reading.record_file import RawRecord, read_record_file

_FOLDERS = {"location": "locations", "within": "locations", "source": "sources"}
_TYPES = "vocabulary/types.yml"


def complete_key(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """The keys that an option takes: those that begin like the text, else those it may mean in any script."""
    return offered(tuple(_choices(str(parameter.name), _project(ctx))), incomplete)


def complete_file(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Leaves completing to the shell, which knows files."""
    return [CompletionItem(incomplete, type="file")]


def offered(choices: tuple[Choice, ...], incomplete: str) -> list[CompletionItem[str]]:
    """Those of the choices that a text may become, each with its name as help."""
    found = [choice for choice in choices if choice.key.startswith(incomplete)] or search(incomplete, choices)
    # A file can have any name, and what is completed stands on a command line.
    return [CompletionItem(one.key, help=fit(one.name)) for one in found if not judge_name(one.key, "")]


def _project(ctx: click.Context) -> Project | None:
    given = ctx.params.get("project")
    if isinstance(given, Project):
        return given
    here = Path.cwd()
    return next((Project(up) for up in (here, *here.parents) if (up / INCIDENTS / SETTINGS).is_file()), None)


def _choices(option: str, project: Project | None) -> Iterator[Choice]:
    if option == "source_kind":
        yield from (Choice(kind, kind.replace("-", " "), (kind,)) for kind in get_args(SourceKind))
    elif project is None:
        return
    elif option == "type":
        raw = _read(project, _TYPES, "vocabulary")
        terms = raw.value.get("terms") if raw else None
        for key, term in terms.items() if isinstance(terms, Mapping) else ():
            if isinstance(term, Mapping) and "deprecated_by" not in term:
                label = str(term.get("label", key))
                yield Choice(str(key), label, (str(key), label))
    else:
        folder = project.incidents / _FOLDERS[option]
        for file in sorted(folder.glob("*.yml")):
            raw = _read(project, f"{_FOLDERS[option]}/{file.name}", "location")
            yield _choice(file.stem, raw.value if raw else {})


def _read(project: Project, path: str, kind: Any) -> RawRecord | None:
    raw, _ = read_record_file(project.incidents / path, path=f"{INCIDENTS}/{path}", kind=kind)
    return raw


def _choice(key: str, value: Mapping[str, Any]) -> Choice:
    """A registry's entry as far as it can be read: completion has nobody to tell faults to."""
    name = str(value.get("name") or key)
    listed = value.get("names")
    others = [*listed.values()] if isinstance(listed, Mapping) else []
    hidden = value.get("hidden_names")
    names = [one for many in (*others, hidden) if many for one in (many if isinstance(many, list) else [many])]
    return Choice(key, name, (key, name, *(str(one) for one in names)))
