"""The rules of history, as contributors read them; they are held only against a commit (`archive check --against`)."""

from generator.reading.finding import Rule

_OPEN = "whoever has quoted the record must see that it has changed, and why"
_ADDRESS = "addresses are permanent: whoever follows an old link must arrive"

SILENT_CHANGE = Rule(
    "H701",
    "silent-change",
    "error",
    "`{field}` was `{was}` and is now `{now}`, and no new entry in `corrections` says so",
    _OPEN,
    "date: 2024-02-09  # was 2024-02-10\n",
    'date: 2024-02-09\ncorrections:\n  - {on: 2024-03-01, kind: correction, field: date, was: "2024-02-10", now: "2024-02-09", why: the day of publication had been taken}\n',
)
CHANGED_ID = Rule(
    "H702",
    "changed-id",
    "error",
    "this record was published as `{id}`, and an id never changes",
    _ADDRESS,
    "id: syb-7tq2w9d  # was syb-4k7m2xq\n",
    "id: syb-4k7m2xq\n",
)
DELETED = Rule(
    "H703",
    "deleted-record",
    "error",
    "the published record `{id}` is gone; a record is withdrawn, never deleted",
    _ADDRESS,
    "# the file is gone\n",
    "withdrawn: {on: 2024-03-01, reason: not-an-incident}\n",
)
CORRECTION_CHANGED = Rule(
    "H704",
    "correction-changed",
    "error",
    "the correction of {on} to `{field}` is gone or reads otherwise",
    "a correction is part of what is published; without it a reader cannot tell what the record said",
    "corrections: []  # one was published\n",
    'corrections:\n  - {on: 2024-03-01, kind: correction, field: date, was: "2024-02-10", now: "2024-02-09", why: the day of publication had been taken}\n',
)
KEY_GONE = Rule(
    "H705",
    "key-gone",
    "error",
    "the published {kind} `{key}` is gone, and with it the address of its page",
    _ADDRESS,
    "# sources/sohr.yml has become sources/syrian-observatory.yml\n",
    "# sources/sohr.yml\nname: Syrian Observatory for Human Rights\n",
)
REPORT_CHANGED = Rule(
    "H706",
    "report-changed",
    "warning",
    "the record {what}, and no new entry in `corrections` says so",
    "what a record rested on, and the words that it quoted, are what a reader checks it against",
    "reports: []  # one was published\n",
    "corrections:\n  - {on: 2024-03-01, kind: correction, field: reports, was: an item on another attack, now: without it, why: it tells of another day}\n",
)
WITHDRAWAL_CHANGED = Rule(
    "H707",
    "withdrawal-changed",
    "error",
    "the withdrawal of {on} {what}, and no new entry in `corrections` with `field: {field}` says so",
    _OPEN,
    "# withdrawn: {on: 2024-03-01, reason: not-an-incident} was published\n",
    "corrections:\n  - {on: 2024-04-01, kind: correction, field: record, was: withdrawn as not an incident, now: stands again, why: a second report names the place}\n",
)

HISTORY_RULES = (
    SILENT_CHANGE,
    CHANGED_ID,
    DELETED,
    CORRECTION_CHANGED,
    KEY_GONE,
    REPORT_CHANGED,
    WITHDRAWAL_CHANGED,
)
