"""What the bytes and the two parts of a file must be."""

from __future__ import annotations

from generator.reading.finding import Rule

NOT_UTF8 = Rule(
    code="Y201",
    name="not-utf-8",
    level="error",
    message="the file must be saved as UTF-8, and {what}",
    why="other encodings turn names and quotations into wrong letters",
    bad="title: caf\\xe9 (saved as Latin-1)\n",
    good="title: café\n",
)
BYTE_ORDER_MARK = Rule(
    code="Y202",
    name="byte-order-mark",
    level="error",
    message="the file begins with a byte order mark; save it as UTF-8 without one",
    why="the mark is no part of the text and hides the first line from programs",
    bad="\\ufefftitle: Rockets at the depot\n",
    good="title: Rockets at the depot\n",
)
CONTROL_SIGN = Rule(
    code="Y203",
    name="control-sign",
    level="error",
    message="a sign stands here that is no text: {sign}",
    why="control signs can change what a terminal or a page shows",
    bad="title: Rockets\\x07 at the base\n",
    good="title: Rockets at the depot\n",
)
REORDERING_SIGN = Rule(
    code="Y204",
    name="reordering-sign",
    level="error",
    message="a sign stands here that changes the order letters are shown in: {sign}",
    why="what a reader sees would differ from what the file says",
    bad="title: Rockets\\u202e at the base\n",
    good="title: Rockets at the depot\n",
)
INVISIBLE_SIGN = Rule(
    code="Y205",
    name="invisible-sign",
    level="error",
    message="a sign stands here that no one sees: {sign}",
    why="two texts that look the same would differ, and searches would miss them",
    bad="title: Rockets\\u200b at the base\n",
    good="title: Rockets at the depot\n",
)
LINE_SEPARATOR = Rule(
    code="Y206",
    name="line-separator",
    level="error",
    message="a line must end with a line feed, and here stands another sign: {sign}",
    why="programs disagree on whether it ends a line, so on which line an error stands",
    bad="title: Rockets\\u2028 at the base\n",
    good="title: Rockets at the depot\n",
)
NO_CHARACTER = Rule(
    code="Y207",
    name="no-character",
    level="error",
    message="a sign stands here that means nothing to other readers: {sign}",
    why="it shows as an empty box, or differently in every font",
    bad="title: Rockets\\ue000 at the base\n",
    good="title: Rockets at the depot\n",
)
WINDOWS_LINES = Rule(
    code="Y208",
    name="windows-line-ends",
    level="warning",
    message="the lines end with CR LF; they should end with LF alone",
    why="mixed line ends make every line look changed",
    bad="title: Rockets at the depot\\r\\n",
    good="title: Rockets at the depot\n",
)
LONE_CARRIAGE_RETURN = Rule(
    code="Y209",
    name="lone-carriage-return",
    level="error",
    message="a carriage return stands here without a line feed",
    why="programs disagree on whether it ends a line",
    bad="title: Rockets\\rtype: drone\n",
    good="title: Rockets\ntype: drone\n",
)
NOT_COMPOSED = Rule(
    code="Y210",
    name="not-composed",
    level="warning",
    message="this letter is written as a letter and a separate accent; use the single letter",
    why="two spellings that look the same are not found by one search",
    bad="title: Caf\\x65\\u0301\n",
    good="title: Café\n",
)
MERGE_CONFLICT = Rule(
    code="Y211",
    name="merge-conflict",
    level="error",
    message="two versions of this file stand in it, one after the other, and wait for a choice",
    why="git could not join two changes and left both in the file",
    bad="<<<<<<< HEAD\ntitle: Rockets\n=======\ntitle: Drones\n>>>>>>> main\n",
    good="title: Rockets and drones\n",
)
EMPTY_FILE = Rule(
    code="Y212",
    name="empty-file",
    level="error",
    message="the file is empty",
    why="an empty file is a record that got lost",
    bad="",
    good="title: Rockets at the depot\n",
)
FILE_TOO_LARGE = Rule(
    code="Y213",
    name="file-too-large",
    level="error",
    message="a file has at most {most} bytes, and this one has {count}",
    why="a record is a page of text; larger files are pasted by mistake or sent to do harm",
    bad="title: …\n(70,000 bytes)\n",
    good="title: Rockets at the depot\n",
)
NO_FINAL_NEWLINE = Rule(
    code="Y214",
    name="no-final-line-end",
    level="warning",
    message="the last line has no line end; the file may have been cut off here",
    why="a file cut off in the middle of a sentence looks like this, and nothing else tells it",
    bad="title: Rockets at the ba",
    good="title: Rockets at the depot\n",
)
LOOK_ALIKE = Rule(
    code="Y215",
    name="look-alike-letter",
    level="warning",
    message="`{word}` holds a letter of another alphabet that looks like `{latin}`: {name} ({code})",
    why="two words that look the same differ, so no key and no search finds the one by the other",
    bad="title: R\\u043eckets at the depot\n",
    good="title: Rockets at the depot\n",
)
NO_OPENING_FENCE = Rule(
    code="Y301",
    name="no-front-matter",
    level="error",
    message="the first line must be `---`",
    why="the keys of a record stand between two lines `---`, its text after them",
    bad="title: Rockets at the depot\n---\nA newspaper reports …\n",
    good="---\ntitle: Rockets at the depot\n---\nA newspaper reports …\n",
)
TEXT_BEFORE_FENCE = Rule(
    code="Y302",
    name="text-before-front-matter",
    level="error",
    message="something stands before the line `---` that begins the keys",
    why="what stands before it would be lost",
    bad="A note\n---\ntitle: Rockets at the depot\n---\nA newspaper reports …\n",
    good="---\ntitle: Rockets at the depot\n---\nA newspaper reports …\n",
)
NO_CLOSING_FENCE = Rule(
    code="Y303",
    name="no-closing-line",
    level="error",
    message="the keys must end with a line `---`",
    why="without it the text of the record cannot be told from its keys",
    bad="---\ntitle: Rockets at the depot\nA newspaper reports …\n",
    good="---\ntitle: Rockets at the depot\n---\nA newspaper reports …\n",
)
NO_BODY = Rule(
    code="Y304",
    name="no-text",
    level="error",
    message="no text stands after the keys",
    why="the text says in whole sentences what is reported, and by whom",
    bad="---\ntitle: Rockets at the depot\n---\n",
    good="---\ntitle: Rockets at the depot\n---\nA newspaper reports …\n",
)
BODY_TOO_LONG = Rule(
    code="Y305",
    name="text-too-long",
    level="error",
    message="the text has at most {most} bytes, and this one has {count}",
    why="a record sums up what is reported; the reports themselves are linked",
    bad="---\ntitle: Rockets at the depot\n---\n(30,000 bytes)\n",
    good="---\ntitle: Rockets at the depot\n---\nA newspaper reports …\n",
)
