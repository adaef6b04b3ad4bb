"""The validator that the web form runs in the browser, run for tests: by Node where there is one, else in Chromium."""

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

MODULE = Path(__file__).resolve().parent.parent / "site_templates" / "content" / "assets" / "form" / "schema.js"

_RUN = """
import {{ readFileSync }} from "node:fs";
import * as schema from "./schema.mjs";
const input = JSON.parse(readFileSync("input.json", "utf8"));
console.log(JSON.stringify(({body})(schema, input)));
"""


def run(body: str, given: Any, folder: Path) -> Any:
    """What a JavaScript function `(schema, input) => …` of the module and a value gives; both as JSON."""
    node = shutil.which("node")
    if node is not None:
        (folder / "schema.mjs").write_bytes(MODULE.read_bytes())
        (folder / "run.mjs").write_text(_RUN.format(body=body), encoding="utf-8")
        (folder / "input.json").write_text(json.dumps(given), encoding="utf-8")
        done = subprocess.run([node, "run.mjs"], cwd=folder, capture_output=True, encoding="utf-8", check=False)
        assert (done.returncode, done.stderr) == (0, "")
        return json.loads(done.stdout)
    executable = os.environ.get("CHROMIUM", "")
    if not executable:
        pytest.skip("there is neither Node nor a Chromium (CHROMIUM) to run the form's validator")
    return _in_chromium(executable, body, given)


def _in_chromium(executable: str, body: str, given: Any) -> Any:
    address = "data:text/javascript;base64," + base64.b64encode(MODULE.read_bytes()).decode()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        text = browser.new_page().evaluate(
            f"async ([address, text]) => JSON.stringify(({body})(await import(address), JSON.parse(text)))",
            [address, json.dumps(given)],
        )
        browser.close()
    return json.loads(text)


def verdicts(schemas: dict[str, Any], cases: Sequence[tuple[str, Any]], folder: Path) -> list[bool]:
    """Whether the browser takes each value, by the schema of a name."""
    given = {"schemas": schemas, "cases": list(cases)}
    body = "({validate}, {schemas, cases}) => cases.map(([name, value]) => validate(schemas[name], value).length === 0)"
    found: list[bool] = run(body, given, folder)
    return found
