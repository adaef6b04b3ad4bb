"""`archive` run at a terminal of its own, as a person has it."""

import os
import pty
import select
import signal
import sys
import time
from pathlib import Path

PATIENCE = 60
"""Seconds of silence after which a test gives up; no measure of anything."""


class Terminal:
    """`archive` at a terminal of its own."""

    def __init__(self, root: Path, *words: str) -> None:
        self.said = ""
        self._child, self._end = pty.fork()
        if self._child == 0:
            # A shell starts what runs in its background with Ctrl-C ignored.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_SETMASK, ())
            os.chdir(root)
            os.execv(sys.executable, [sys.executable, "-m", "generator", *words])

    def wait_for(self, text: str) -> None:
        """Read until the text has been printed since the last answer, or the program has ended."""
        asked = len(self.said)
        last = time.monotonic()
        while text not in self.said[asked:] and time.monotonic() - last < PATIENCE:
            if select.select([self._end], [], [], 1)[0]:
                last = time.monotonic()
                try:
                    self.said += os.read(self._end, 4096).decode("utf-8", "replace").replace("\r", "")
                except OSError:  # Linux ends a terminal without a reader so.
                    return
        if text not in self.said[asked:]:
            os.kill(self._child, signal.SIGKILL)

    def type(self, text: str) -> None:
        os.write(self._end, text.encode())

    def end(self) -> int:
        """The exit code."""
        self.wait_for("\x00never printed")
        _, status = os.waitpid(self._child, 0)
        os.close(self._end)
        return os.waitstatus_to_exitcode(status)
