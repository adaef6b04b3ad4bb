"""What an answer costs: from an input event to the frame that shows it, on the main thread of a page in Chromium.

Wall time on a machine with other work says little. So the main thread's own CPU time is taken out of
a trace (thread clock, `tdur`): all of its tasks from the one that handles the event to the commit of
the first frame after it. What the page leaves for later frames is counted apart.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession, Page

_CATEGORIES = ("toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "cc")
_TASK = "ThreadControllerImpl::RunTask"
_SETTLED = 250


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds; `cpu` and `later` of the main thread's CPU, `wall` by the clock."""

    cpu: float
    """From the event to the frame that answers it."""
    wall: float
    """The same, waiting for the screen and for other programs included."""
    later: float
    """After that frame, until the page is at rest."""


def frame_cost(page: Page, event: str, act: Callable[[], object]) -> Cost:
    """The cost of what an act sets off in a page; `event` is the type of the input event by which the page hears of it."""
    session = page.context.new_cdp_session(page)
    told: list[dict[str, Any]] = []
    session.on("Tracing.dataCollected", lambda part: told.extend(part["value"]))
    session.send(
        "Tracing.start",
        {"transferMode": "ReportEvents", "traceConfig": {"includedCategories": list(_CATEGORIES)}},
    )
    act()
    page.wait_for_timeout(_SETTLED)
    _end(page, session)
    session.detach()
    return _read(told, event)


def _end(page: Page, session: CDPSession) -> None:
    ended = False

    def note(_: object) -> None:
        nonlocal ended
        ended = True

    session.once("Tracing.tracingComplete", note)
    session.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(20)


def _read(told: list[dict[str, Any]], event: str) -> Cost:
    heard = min(
        (one for one in told if one["name"] == "EventDispatch" and one["args"]["data"]["type"] == event),
        key=lambda one: one["ts"],
    )
    own = [one for one in told if (one["pid"], one["tid"], one["ph"]) == (heard["pid"], heard["tid"], "X")]
    over = heard["ts"] + heard["dur"]
    shown = min((one for one in own if one["name"] == "Commit" and one["ts"] >= over), key=lambda one: one["ts"])
    tasks = [one for one in own if one["name"] == _TASK]
    first = max(one["ts"] for one in tasks if one["ts"] <= heard["ts"])
    return Cost(
        cpu=sum(one.get("tdur", 0) for one in tasks if first <= one["ts"] <= shown["ts"]) / 1000,
        wall=(shown["ts"] + shown["dur"] - heard["ts"]) / 1000,
        later=sum(one.get("tdur", 0) for one in tasks if one["ts"] > shown["ts"]) / 1000,
    )
