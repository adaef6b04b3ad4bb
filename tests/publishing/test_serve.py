"""The preview for real: it names what is broken, shows everything else, and goes on."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from synthetic_project import FILES, copied_project, environment

pytestmark = pytest.mark.slow

PATIENCE = 60
"""Seconds after which a test gives up; no measure of anything."""

COMMANDS = {"archive": ("generator", "--address"), "mkdocs": ("mkdocs", "--dev-addr")}
BROKEN = "incidents/syn-0000003/"
WHOLE = "incidents/syn-0000004/"


@dataclass(frozen=True)
class Preview:
    """A running preview: its project, its address, what it says, its process."""

    root: Path
    address: str
    output: Path
    process: subprocess.Popen[bytes]

    @property
    def record(self) -> Path:
        return self.root / "incidents" / "records" / "2024" / "number-3.md"

    def said(self) -> str:
        return self.output.read_text(encoding="utf-8", errors="replace")

    def get(self, path: str) -> tuple[int, str]:
        """The status and the text of an answer; 0 where none came within seconds."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except (TimeoutError, OSError):
            return 0, ""

    def until(self, what: str, is_so: Callable[[], bool]) -> None:
        """Wait until something is so; fail with what the preview said where it never is."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            if is_so():
                return
            time.sleep(0.1)
        pytest.fail(f"never: {what}\n{self.said()}")

    def change(self, file: Path, text: str) -> None:
        """Write a file, and wait until the preview has seen the change and is done with it."""
        before = self.said().count("Detected file changes")
        file.write_text(text, encoding="utf-8")
        self.until("saw a change", lambda: self.said().count("Detected file changes") > before)
        self.until(
            "is done with it",
            lambda: self.said().count("Reloading browsers") == self.said().count("Detected file changes"),
        )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def previewing(command: str, folder: Path) -> Iterator[Preview]:
    """A preview of the synthetic project by `archive serve` or `mkdocs serve`."""
    root = copied_project(folder / "project", FILES)
    module, option = COMMANDS[command]
    place = f"127.0.0.1:{free_port()}"
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", module, "serve", option, place],
            cwd=root,
            env=environment(PYTHONUNBUFFERED="1"),
            stdout=output,
            stderr=output,
        )
        try:
            served = Preview(root, f"http://{place}/", folder / "output", process)
            served.until("answers", lambda: "Serving on" in served.said() and served.get("")[0] == 200)
            yield served
        finally:
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview by `archive serve`."""
    with previewing("archive", tmp_path_factory.mktemp("serve")) as served:
        yield served


def test_a_broken_record_is_named_and_left_out(preview: Preview) -> None:
    """A record broken while one writes is named with its line; its page goes, the others stay; mended, it comes back."""
    good = preview.record.read_text(encoding="utf-8")
    assert preview.get(BROKEN)[0] == 200
    preview.change(preview.record, good.replace("type: strike", "type: strik"))
    assert "--> incidents/records/2024/number-3.md:4:7" in preview.said()
    assert "Traceback" not in preview.said()
    assert (preview.get(BROKEN)[0], preview.get(WHOLE)[0]) == (404, 200)
    preview.change(preview.record, good.replace("Synthetic account", "Synthetic mended account"))
    status, page = preview.get(BROKEN)
    assert (status, "Synthetic mended account of incident 3." in page) == (200, True)


@pytest.mark.parametrize("text", ["", "---\ntitle: [\n", "\x00"], ids=["empty", "no YAML", "no text"])
def test_a_record_cut_off_while_saving_ends_nothing(preview: Preview, text: str) -> None:
    """Whatever stands in a record's file for a moment, the rest of the site is shown."""
    good = preview.record.read_text(encoding="utf-8")
    preview.change(preview.record, text)
    assert (preview.get(BROKEN)[0], preview.get(WHOLE)[0]) == (404, 200)
    preview.change(preview.record, good)
    assert preview.get(BROKEN)[0] == 200


@pytest.mark.parametrize("file", ["pages/incident.html.j2", "theme/record.html"])
def test_a_changed_template_is_seen(preview: Preview, file: str) -> None:
    """A change to a template of a page or of the site's frame shows at once."""
    template = preview.root / "site_templates" / file
    good = template.read_text(encoding="utf-8")
    mark = "<p>Synthetic mark of a template</p>"
    at = "{{ page.content }}" if file.startswith("theme") else '<section class="reported"'
    preview.change(template, good.replace(at, mark + at))
    assert mark in preview.get(WHOLE)[1]
    preview.change(template, good)
    assert mark not in preview.get(WHOLE)[1]


@pytest.mark.parametrize(
    ("file", "slip"),
    [
        ("pages/incident.html.j2", "{% if %}"),
        ("pages/incident.html.j2", "{{ no_such_thing.at_all }}"),
        ("theme/record.html", "{% if %}"),
    ],
    ids=["syntax of a page", "name in a page", "syntax of the frame"],
)
def test_a_broken_template_leaves_the_site_as_it_was(preview: Preview, file: str, slip: str) -> None:
    """A template broken half-way through an edit is named; the preview answers, with the site as it was, and goes on when it is mended."""
    template = preview.root / "site_templates" / file
    good = template.read_text(encoding="utf-8")
    page = preview.get(WHOLE)[1]
    told = preview.said().count(f"A template is broken: {template.name}")
    preview.change(template, good + slip)
    assert preview.said().count(f"A template is broken: {template.name}") == told + 1
    status, shown = preview.get(WHOLE)
    assert (status, without_epoch(shown)) == (200, without_epoch(page))
    preview.change(template, good)
    assert preview.get(WHOLE)[0] == 200
    assert preview.process.poll() is None


def test_a_preview_may_reload_itself(preview: Preview) -> None:
    """A page of the preview lets the script inside it run that reloads it; the rest of its policy is that of the site."""
    page = preview.get(WHOLE)[1]
    assert "\nlivereload(" in page
    assert "content=\"default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self';" in page


def without_epoch(html: str) -> str:
    """A page without the number by which the preview knows its build."""
    return html.partition("<script>livereload(")[0].rpartition("<script")[0] or html


def test_broken_settings_leave_the_site_as_it_was(preview: Preview) -> None:
    """Settings broken half-way through an edit are named, and the preview goes on."""
    settings = preview.root / "incidents" / "archive.yml"
    good = settings.read_text(encoding="utf-8")
    preview.change(settings, good.replace("title:", "titel:"))
    assert "--> incidents/archive.yml:1:1" in preview.said()
    assert preview.get(WHOLE)[0] == 200
    preview.change(settings, good)
    assert preview.get(WHOLE)[0] == 200


def test_a_broken_configuration_leaves_the_site_as_it_was(preview: Preview) -> None:
    """`mkdocs.yml` broken half-way through an edit does not end the preview."""
    configuration = preview.root / "mkdocs.yml"
    good = configuration.read_text(encoding="utf-8")
    preview.change(configuration, good.replace("plugins:", "plugins: ["))
    assert preview.get(WHOLE)[0] == 200
    preview.change(configuration, good)
    assert preview.get(WHOLE)[0] == 200


def test_mkdocs_serve_holds_the_same(tmp_path: Path) -> None:
    """`mkdocs serve` names a broken record and a broken template and goes on, as `archive serve` does."""
    with previewing("mkdocs", tmp_path) as served:
        test_a_broken_record_is_named_and_left_out(served)
        test_a_broken_template_leaves_the_site_as_it_was(served, "pages/incident.html.j2", "{% if %}")
