"""The house keeps its shape: what may import what, and who may touch the world outside."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# A stage may import itself and the stages before it.
ORDER = (
    "texts",
    "model",
    "reading",
    "checking",
    "writing",
    "archive",
    "pages",
    "datasets",
    "publishing",
    "importing",
    "commands",
    "cli",
    "__main__",
)
COMMAND_LINE = {"commands", "cli", "__main__"}
AT_THE_DISK = {"reading", "writing", "publishing"} | COMMAND_LINE
MKDOCS_MODULES = {
    "generator/publishing/mkdocs_plugin.py",
    "generator/publishing/mkdocs_build.py",
    "generator/publishing/straight_build.py",
    "generator/publishing/archive_page.py",
}
# Under `mkdocs build` the plugin is the end of the program, as the command line is under `archive`.
UNDER_MKDOCS = "generator/publishing/mkdocs_plugin.py"
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}

MODULE_LINES = 250
MODULE_LINES_AT_MOST = 300
FUNCTION_LINES_AT_MOST = 60
# Modules between the two limits, each with the reason why it is one room and not two.
LONG_MODULES: dict[str, str] = {
    "generator/model/country_names.py": "one list, that of ISO 3166-1",
}

DISK_MODULES = {"fileinput", "glob", "shutil", "tempfile"}
DISK_FUNCTIONS_OF_OS = {
    "chmod", "fsync", "link", "listdir", "makedirs", "mkdir", "open", "remove", "removedirs",
    "rename", "replace", "rmdir", "scandir", "stat", "symlink", "truncate", "unlink", "walk",
}  # fmt: skip
DISK_METHODS = {
    "exists", "glob", "hardlink_to", "is_dir", "is_file", "iterdir", "mkdir", "open", "read_bytes",
    "read_text", "rglob", "rmdir", "symlink_to", "touch", "unlink", "write_bytes", "write_text",
}  # fmt: skip
DISK_CALLS = {"open", "FileSystemLoader", "PackageLoader"}
CHANCE_AND_NETWORK = {
    "ftplib", "http.client", "http.server", "httpx", "random", "requests", "secrets", "smtplib",
    "socket", "socketserver", "ssl", "telnetlib", "time", "urllib.request", "urllib3", "uuid",
}  # fmt: skip
CLOCK_CALLS = {"now", "today", "utcnow"}


@dataclass(frozen=True)
class Module:
    """One file of generator/: its path from the root of the checkout, its text and its tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def stage(self) -> str:
        """The folder (or, at the top, the module) of generator/ that holds this module."""
        return self.path.split("/")[1].removesuffix(".py")

    def at(self, node: ast.stmt | ast.expr, message: str) -> str:
        return f"{self.path}:{node.lineno}: {message}"


def module_of(path: str, text: str) -> Module:
    return Module(path, text, ast.parse(text, path))


@pytest.fixture(scope="session")
def modules() -> list[Module]:
    return [
        module_of(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "generator").rglob("*.py"))
    ]


Import = tuple[ast.Import | ast.ImportFrom, str]


def imports(module: Module) -> Iterator[Import]:
    """Every import with the full dotted name it binds: `from a import b` gives `a.b`."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield node, name.name
        elif isinstance(node, ast.ImportFrom):
            package = list(Path(module.path).parent.parts)
            above = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*above, *([node.module] if node.module else [])])
            for name in node.names:
                yield node, f"{origin}.{name.name}"


def imports_any(name: str, wanted: set[str]) -> bool:
    return any(name == other or name.startswith(f"{other}.") for other in wanted)


def calls(module: Module) -> Iterator[tuple[ast.Call, str, str]]:
    """Every call with what it is called on, as far as that is a plain name, and its own name."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node, "", node.func.id
            elif isinstance(node.func, ast.Attribute):
                owner = node.func.value
                yield node, owner.id if isinstance(owner, ast.Name) else "?", node.func.attr


def upward_imports(module: Module) -> Iterator[str]:
    if module.stage not in ORDER and module.path != "generator/__init__.py":
        yield f"{module.path}:1: `{module.stage}` is no stage of the house; give it its place in ORDER"
        return
    own = ORDER.index(module.stage) if module.stage in ORDER else -1
    for node, name in imports(module):
        parts = name.split(".")
        if parts[0] != "generator":
            continue
        stage = parts[1] if len(parts) > 1 else ""
        if stage not in ORDER or ORDER.index(stage) > own:
            yield module.at(node, f"`{module.stage}` may not import `{stage}`")


def mkdocs_imports(module: Module) -> Iterator[str]:
    if module.path in MKDOCS_MODULES:
        return
    for node, name in imports(module):
        if imports_any(name, {"material", "mkdocs", "properdocs"}):
            yield module.at(node, f"imports `{name}`; only the plugin and the build driver may")


def printing(module: Module) -> Iterator[str]:
    if module.stage in COMMAND_LINE:
        return
    for statement, name in imports(module):
        if imports_any(name, {"click", "rich", "sys.stderr", "sys.stdout"}):
            yield module.at(statement, f"imports `{name}`; only the command line prints")
    for call, _, name in calls(module):
        if name in {"input", "print"}:
            yield module.at(call, f"calls `{name}`; only the command line prints")
    for node in ast.walk(module.tree):
        match node:
            case ast.Attribute(value=ast.Name(id="sys"), attr="stderr" | "stdout" as stream):
                yield module.at(node, f"uses `sys.{stream}`; only the command line prints")


def disk_access(module: Module) -> Iterator[str]:
    if module.stage in AT_THE_DISK:
        return
    for node, name in imports(module):
        from_os = name.startswith("os.") and name.removeprefix("os.") in DISK_FUNCTIONS_OF_OS
        if from_os or imports_any(name, DISK_MODULES):
            yield module.at(node, f"imports `{name}`; only reading, writing and publishing touch the disk")
    for call, owner, name in calls(module):
        on_os = owner == "os" and name in DISK_FUNCTIONS_OF_OS
        on_path = owner not in {"", "os"} and name in DISK_METHODS
        if on_os or on_path or name in DISK_CALLS:
            yield module.at(call, f"calls `{name}`; only reading, writing and publishing touch the disk")


def clock_chance_network(module: Module) -> Iterator[str]:
    if module.stage in COMMAND_LINE or module.path == UNDER_MKDOCS:
        return
    for node, name in imports(module):
        if imports_any(name, CHANCE_AND_NETWORK):
            yield module.at(node, f"imports `{name}`; clock, chance and network belong to the command line")
    for call, owner, name in calls(module):
        if owner and name in CLOCK_CALLS:
            yield module.at(call, f"calls `{name}`; today's date is a parameter")


def module_state(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Global):
            yield module.at(node, "`global`; modules keep no state")


def long_modules(module: Module) -> Iterator[str]:
    lines = len(module.text.splitlines())
    if lines > MODULE_LINES_AT_MOST:
        yield f"{module.path}:{lines}: {lines} lines; {MODULE_LINES_AT_MOST} at most"
    elif lines > MODULE_LINES and module.path not in LONG_MODULES:
        yield f"{module.path}:{lines}: {lines} lines; over {MODULE_LINES} needs a reason in LONG_MODULES"


def long_functions(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES_AT_MOST:
                yield module.at(node, f"`{node.name}` has {lines} lines; {FUNCTION_LINES_AT_MOST} at most")


def vague_names(module: Module) -> Iterator[str]:
    for part in module.path.removesuffix(".py").split("/"):
        if part in VAGUE_NAMES:
            yield f"{module.path}:1: `{part}` names no room; name it for what is in it"


def silent_packages(module: Module) -> Iterator[str]:
    if module.path.endswith("/__init__.py") and not ast.get_docstring(module.tree):
        yield f"{module.path}:1: a package says in its docstring what it is for"


def assert_kept(rule: Callable[[Module], Iterator[str]], modules: list[Module]) -> None:
    findings = [finding for module in modules for finding in rule(module)]
    assert findings == [], "\n".join(["", *findings])


def test_imports_run_downward(modules: list[Module]) -> None:
    """A stage imports only itself and the stages before it."""
    assert_kept(upward_imports, modules)


def test_mkdocs_stays_at_the_edge(modules: list[Module]) -> None:
    """Only the plugin and the build driver import MkDocs."""
    assert_kept(mkdocs_imports, modules)


def test_only_the_command_line_prints(modules: list[Module]) -> None:
    """No stage prints, or knows of a terminal."""
    assert_kept(printing, modules)


def test_three_places_touch_the_disk(modules: list[Module]) -> None:
    """Only reading, writing and publishing (and the command line that calls them) touch the disk."""
    assert_kept(disk_access, modules)


def test_no_clock_chance_or_network(modules: list[Module]) -> None:
    """No stage asks the clock, rolls dice or opens a connection."""
    assert_kept(clock_chance_network, modules)


def test_no_module_state(modules: list[Module]) -> None:
    """No function changes a module's variable."""
    assert_kept(module_state, modules)


def test_modules_are_short(modules: list[Module]) -> None:
    """A module is at most 250 lines long, or 300 with a reason."""
    assert_kept(long_modules, modules)


def test_functions_are_short(modules: list[Module]) -> None:
    """A function is at most 60 lines long."""
    assert_kept(long_functions, modules)


def test_modules_are_named_for_what_they_hold(modules: list[Module]) -> None:
    """No module is named utils, helpers, common, base or manager."""
    assert_kept(vague_names, modules)


def test_packages_say_what_they_are_for(modules: list[Module]) -> None:
    """Every package has a docstring."""
    assert_kept(silent_packages, modules)


def test_every_folder_is_a_package(modules: list[Module]) -> None:
    """Every folder with a module has an `__init__.py`."""
    paths = {module.path for module in modules}
    folders = {path.rpartition("/")[0] for path in paths}
    assert sorted(folder for folder in folders if f"{folder}/__init__.py" not in paths) == []


def test_reasons_for_long_modules_are_needed(modules: list[Module]) -> None:
    """A module that became short again loses its place among the long ones."""
    long = {module.path for module in modules if len(module.text.splitlines()) > MODULE_LINES}
    assert sorted(set(LONG_MODULES) - long) == []


@pytest.mark.parametrize(
    ("rule", "path", "text", "expected"),
    [
        (
            upward_imports,
            "generator/model/x.py",
            "from generator.reading import y",
            "`model` may not import `reading`",
        ),
        (
            upward_imports,
            "generator/model/x.py",
            "from ..pages import y",
            "`model` may not import `pages`",
        ),
        (
            upward_imports,
            "generator/pages/x.py",
            "from generator import datasets",
            "`pages` may not import `datasets`",
        ),
        (upward_imports, "generator/pages/x.py", "import generator", "`pages` may not import ``"),
        (
            upward_imports,
            "generator/__init__.py",
            "import generator.cli",
            "`__init__` may not import `cli`",
        ),
        (
            upward_imports,
            "generator/stuff/x.py",
            "",
            "`stuff` is no stage of the house; give it its place in ORDER",
        ),
        (
            mkdocs_imports,
            "generator/pages/x.py",
            "from mkdocs.structure import files",
            "imports `mkdocs.structure.files`; only the plugin and the build driver may",
        ),
        (
            printing,
            "generator/pages/x.py",
            "print(1)",
            "calls `print`; only the command line prints",
        ),
        (
            printing,
            "generator/pages/x.py",
            "import rich.table",
            "imports `rich.table`; only the command line prints",
        ),
        (
            printing,
            "generator/pages/x.py",
            "sys.stdout.write('')",
            "uses `sys.stdout`; only the command line prints",
        ),
        (
            disk_access,
            "generator/pages/x.py",
            "open('a')",
            "calls `open`; only reading, writing and publishing touch the disk",
        ),
        (
            disk_access,
            "generator/archive/x.py",
            "os.replace(a, b)",
            "calls `replace`; only reading, writing and publishing touch the disk",
        ),
        (
            disk_access,
            "generator/model/x.py",
            "Path('a').read_text()",
            "calls `read_text`; only reading, writing and publishing touch the disk",
        ),
        (
            disk_access,
            "generator/datasets/x.py",
            "from tempfile import mkdtemp",
            "imports `tempfile.mkdtemp`; only reading, writing and publishing touch the disk",
        ),
        (
            clock_chance_network,
            "generator/archive/x.py",
            "datetime.date.today()",
            "calls `today`; today's date is a parameter",
        ),
        (
            clock_chance_network,
            "generator/checking/x.py",
            "from urllib import request",
            "imports `urllib.request`; clock, chance and network belong to the command line",
        ),
        (
            clock_chance_network,
            "generator/model/x.py",
            "import secrets",
            "imports `secrets`; clock, chance and network belong to the command line",
        ),
        (
            module_state,
            "generator/model/x.py",
            "def f():\n global y",
            "`global`; modules keep no state",
        ),
        (long_modules, "generator/model/x.py", "x = 1\n" * 301, "301 lines; 300 at most"),
        (
            long_modules,
            "generator/model/x.py",
            "x = 1\n" * 251,
            "251 lines; over 250 needs a reason in LONG_MODULES",
        ),
        (
            long_functions,
            "generator/model/x.py",
            "def f():\n" + " x = 1\n" * 60,
            "`f` has 61 lines; 60 at most",
        ),
        (
            vague_names,
            "generator/pages/utils.py",
            "",
            "`utils` names no room; name it for what is in it",
        ),
        (
            silent_packages,
            "generator/pages/__init__.py",
            "",
            "a package says in its docstring what it is for",
        ),
    ],
)
def test_each_rule_catches_its_fault(
    rule: Callable[[Module], Iterator[str]], path: str, text: str, expected: str
) -> None:
    """Each rule names the fault it is there for, once, at its file."""
    findings = list(rule(module_of(path, text)))
    assert [finding.split(": ", 1)[1] for finding in findings] == [expected]
    assert [finding.split(":")[0] for finding in findings] == [path]


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (upward_imports, "generator/pages/x.py", "from generator.model import y\nfrom . import z"),
        (mkdocs_imports, "generator/publishing/mkdocs_plugin.py", "import mkdocs"),
        (printing, "generator/cli.py", "import click\nprint(1)"),
        (disk_access, "generator/reading/x.py", "open('a')"),
        (disk_access, "generator/pages/x.py", "'a'.replace('a', 'b')"),
        (clock_chance_network, "generator/commands/new.py", "import secrets\ndate.today()"),
        (clock_chance_network, "generator/pages/x.py", "from urllib.parse import quote"),
        (long_modules, "generator/model/x.py", "x = 1\n" * 250),
        (long_functions, "generator/model/x.py", "def f():\n" + " x = 1\n" * 59),
    ],
)
def test_rules_let_good_code_pass(rule: Callable[[Module], Iterator[str]], path: str, text: str) -> None:
    """No rule objects to what the design allows."""
    assert list(rule(module_of(path, text))) == []
