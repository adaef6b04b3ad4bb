"""Prints one value of the event's file, if it has exactly the form such a value has.

    event_value.py EVENT_FILE issue-number | default-branch | author

An author who cannot be named (an account taken away) is an empty line.
"""

import json
import re
import sys
from typing import Any

LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})")
BRANCH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._/-]{0,99}")


def value(event: dict[str, Any], name: str) -> str:
    """The value; raises ValueError where it has another form."""
    if name == "issue-number":
        number = event["issue"]["number"]
        if type(number) is int and number > 0:
            return str(number)
    elif name == "default-branch":
        branch = event["repository"]["default_branch"]
        if isinstance(branch, str) and BRANCH.fullmatch(branch):
            return branch
    elif name == "author":
        user = event["issue"].get("user") or {}
        login, number = user.get("login"), user.get("id")
        if isinstance(login, str) and LOGIN.fullmatch(login) and type(number) is int:
            return f"{login} <{number}+{login}@users.noreply.github.com>"
        return ""
    raise ValueError(f"the event's file has no {name} of the form expected")


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as file:
        print(value(json.load(file), sys.argv[2]))  # noqa: T201
