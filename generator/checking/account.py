"""The account of an incident judged alone, where nothing above it has changed and there was nothing to find."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.checking.baseline import Baseline


def head_digest(data: bytes, body_line: int) -> str:
    """SHA-256 (hexadecimal) of the lines of a file above its account, which begins on line `body_line` (from 1)."""
    return hashlib.sha256(b"\n".join(data.split(b"\n", body_line - 1)[: body_line - 1])).hexdigest()


def is_good_account(baseline: Baseline, data: bytes, path: str) -> bool:
    """Whether nothing but the account of an incident has changed since the baseline, and there is nothing to find in it.

    Then all findings are what they were: the typed rules see of an account only that it is there and not too long.
    False where that is not certain. `data` are the bytes of the file at `path`.
    """
    facts = baseline.facts(path)
    if facts is None or facts["head"] is None or path in baseline.faulty or not path.endswith(".md"):
        return False
    # Neither these nor what they import know the models, which take longer to import than all the rest.
    from generator.checking.safety.markup import check_safety, link_targets
    from generator.checking.safety.private_data import check_private_data
    from generator.checking.safety.web_links import check_web_links
    from generator.checking.style.texts import Text
    from generator.checking.style.wording import has_loaded_stem, misspelt_in, other_names_in, unsourced_in
    from generator.reading.record_file import read_record

    raw, found = read_record(data, path=path, kind="incident")
    if raw is None or found or raw.body is None or head_digest(data, raw.body_line) != facts["head"]:
        return False
    if not raw.body.strip() or len(raw.body) > baseline.head["longest"]:
        return False
    links = frozenset(facts["links"])
    account = Text(raw, None, raw.body)
    if has_loaded_stem((account,)) or not links.issuperset(target for target, _ in link_targets(raw.body)):
        return False
    alone = replace(raw, value={})
    return not any(
        True
        for findings in (
            check_safety(alone, links),
            check_private_data(alone, baseline.head["decimals"]),
            check_web_links(alone),
            unsourced_in(account),
            misspelt_in(account, baseline.head["misspelt"]),
            other_names_in(account, facts["title"], facts["called"]),
        )
        for _ in findings
    )
