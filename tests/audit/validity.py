"""The HTML of every page under html-validate, as the standard has it; it needs no network.

Two rules are off: hashes of files that come from the site itself protect nothing, and a group or
region that is no section of the text stays one by its role. Lists may be named, as ARIA has it.
"""

import json
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PLACES = 3
"""Pages at most that are named of a fault."""


class ValidatorError(Exception):
    """The validator could not run; its own words say why."""


def invalid_html(site: Path, program: Path) -> list[str]:
    """What is wrong in the HTML of a built site: each fault once, with how often and the first places."""
    with tempfile.TemporaryDirectory() as room:
        # Into a file, because the program ends before a pipe has taken all of a long answer.
        answer = Path(room, "answer.json")
        done = subprocess.run(
            [
                str(program),
                f"--config={HERE / 'html-validate.json'}",
                f"--formatter=json={answer}",
                "--ext=html",
                str(site),
            ],
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
        if done.returncode not in (0, 1) or not answer.is_file():
            raise ValidatorError(done.stderr.strip() or f"html-validate ended with {done.returncode}")
        return faults_of(json.loads(answer.read_text(encoding="utf-8")), site)


def faults_of(reports: Sequence[Mapping[str, Any]], site: Path) -> list[str]:
    """What reports of the validator say."""
    found: dict[tuple[str, str], list[str]] = {}
    for report in reports:
        address = Path(report["filePath"]).relative_to(site).as_posix().removesuffix("index.html")
        for message in report["messages"]:
            place = f"/{address}, line {message['line']}: {message.get('selector') or ''}".rstrip(": ")
            found.setdefault((message["ruleId"], message["message"]), []).append(place)
    lines = []
    for (rule, words), places in sorted(found.items()):
        lines.append(f"{rule}: {words} ({len(places)} times)")
        lines += [f"    {place}" for place in places[:PLACES]]
    return lines
