"""Pagefind at work: records in, the files of its index out, over the pipe of its own service.

Its Python package speaks the same protocol, waits a tenth of a second for each answer and refuses
answers of more than two megabytes, which an index of a thousand records is.
"""

import json
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from threading import Thread
from typing import IO, Any

from pagefind.service import get_executable

_LANGUAGE = "en"
"""The language whose word endings are taken off. Words in other scripts are left as they are by it, and one index serves
every language of the interface: a page's script takes the largest where its own language has none."""


class PagefindError(Exception):
    """Pagefind is not there, or did not do what it was asked."""


def index_files(records: Iterable[dict[str, Any]]) -> dict[str, bytes]:
    """The files of the index of some records, by their path in its folder; records as Pagefind's `AddRecord` takes them. Raises PagefindError."""
    executable = get_executable()
    if executable is None:
        raise PagefindError("the program `pagefind` is not installed")
    try:
        with subprocess.Popen(  # noqa: S603 - the program of the package, with one fixed argument
            [str(executable), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        ) as service:
            try:
                return _asked(service, records)
            except (ValueError, KeyError, TypeError):
                raise PagefindError(f"what `{executable.name}` answers cannot be read") from None
            finally:
                service.kill()
    except OSError as fault:
        raise PagefindError(f"`{executable.name}` cannot be run: {fault.strerror or fault}") from None


def _asked(service: "subprocess.Popen[bytes]", records: Iterable[dict[str, Any]]) -> dict[str, bytes]:
    if service.stdin is None or service.stdout is None:
        raise PagefindError("it has no pipes")
    # Answers are read while records are still being written: both pipes are small.
    writer = Thread(target=_write, args=(service.stdin, records), daemon=True)
    writer.start()
    for answer in _answers(service.stdout):
        if answer["type"] == "Error":
            raise PagefindError(str(answer.get("message", "it gave no reason")))
        if answer["type"] == "GetFiles":
            writer.join()
            return {file["path"]: b64decode(file["content"]) for file in answer["files"]}
    raise PagefindError("it stopped before the index was whole")


def _write(pipe: IO[bytes], records: Iterable[dict[str, Any]]) -> None:
    try:
        for number, message in enumerate(_messages(records)):
            pipe.write(b64encode(json.dumps({"message_id": number, "payload": message}).encode("utf-8")) + b",")
    except OSError:
        pass  # the service has ended; whoever reads its answers says so


def _messages(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    yield {"type": "NewIndex", "config": {"force_language": _LANGUAGE}}
    for record in records:
        yield {"type": "AddRecord", "index_id": 0, "language": _LANGUAGE, **record}
    yield {"type": "GetFiles", "index_id": 0}


def _answers(pipe: IO[bytes]) -> Iterator[dict[str, Any]]:
    """The payload of each answer: JSON in Base64, a comma behind each."""
    parts: list[bytes] = []
    while chunk := pipe.read(1 << 16):
        *whole, rest = chunk.split(b",")
        for end in whole:
            yield json.loads(b64decode(b"".join((*parts, end))))["payload"]
            parts = []
        parts.append(rest)
