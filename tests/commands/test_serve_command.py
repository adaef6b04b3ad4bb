"""`archive serve` where it cannot listen."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from synthetic_project import FILES, copied_project, environment

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("stated", [False, True], ids=["by option", "in mkdocs.yml"])
def test_a_port_in_use(tmp_path: Path, stated: bool) -> None:
    """A port in use is named, with the option that gives another."""
    root = copied_project(tmp_path / "project", FILES)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        address = f"127.0.0.1:{port}"
        if stated:
            settings = root / "mkdocs.yml"
            settings.write_text(f"dev_addr: {address}\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "generator", "serve", *([] if stated else ["--address", address])],
            cwd=root,
            env=environment(),
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        2,
        (
            f"Error: port {port} of 127.0.0.1 is in use, perhaps by another preview: end that one, "
            f"or choose another port with `--address 127.0.0.1:{port % 65535 + 1}`"
        ),
    )
