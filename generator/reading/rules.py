"""The rules of reading: bytes, text, front matter, YAML, files and folders."""

from __future__ import annotations

from generator.reading.finding import Rule

DUPLICATE_KEY = Rule(
    code="Y101",
    name="duplicate-key",
    level="error",
    message="the key `{key}` stands twice in one mapping; keep one",
    why="of two equal keys one value would be lost without a word",
    bad="title: Rockets at the base\ntitle: Drones at the base\n",
    good="title: Rockets and drones at the base\n",
)
NULL = Rule(
    code="Y102",
    name="empty-value",
    level="error",
    message="{key} has no value",
    why="absent means unknown; an empty value would be a second way to say it",
    bad="time:\n",
    good="title: Rockets at the base\n",
)
SWALLOWED = Rule(
    code="Y103",
    name="swallowed-by-comment",
    level="error",
    message="everything from `{comment}` on is read as a comment and would be lost",
    why="` #` begins a comment in YAML, so a part of the text would silently not be published",
    bad="title: Attack #3 on the base\n",
    good='title: "Attack #3 on the base"\n',
)
ALIAS = Rule(
    code="Y104",
    name="alias",
    level="error",
    message="`*{name}` points at a value elsewhere; write the value itself here",
    why="a record must be readable line by line, and chained aliases can fill any memory",
    bad="title: *name\n",
    good='title: "*name"\n',
)
ANCHOR = Rule(
    code="Y105",
    name="anchor",
    level="error",
    message="`&{name}` names a value for use elsewhere; write the value without it",
    why="a record must be readable line by line, without names that stand for other lines",
    bad="title: &name Rockets at the base\n",
    good="title: Rockets at the base\n",
)
TAG = Rule(
    code="Y106",
    name="tag",
    level="error",
    message="`{tag}` is a YAML tag; write the value without it",
    why="the archive's schema alone decides what a value is",
    bad="title: !!str Rockets at the base\n",
    good="title: Rockets at the base\n",
)
MERGE_KEY = Rule(
    code="Y107",
    name="merge-key",
    level="error",
    message="`<<` takes over keys from elsewhere; write the keys themselves here",
    why="a record must be readable line by line",
    bad="<<: {title: Rockets at the base}\n",
    good="title: Rockets at the base\n",
)
SEVERAL_DOCUMENTS = Rule(
    code="Y108",
    name="several-documents",
    level="error",
    message="a second YAML document begins here; a file holds one",
    why="whatever stands in a second document would be lost",
    bad="title: Rockets at the base\n---\ntitle: Drones at the base\n",
    good="title: Rockets at the base\n",
)
DIRECTIVE = Rule(
    code="Y109",
    name="directive",
    level="error",
    message="a line that begins with `%` is a YAML directive; leave it out",
    why="directives change how the rest of a file is read",
    bad="%YAML 1.1\n---\ntitle: Rockets at the base\n",
    good="title: Rockets at the base\n",
)
KEY_NOT_A_WORD = Rule(
    code="Y110",
    name="key-not-a-word",
    level="error",
    message="a key is a plain word, and this one is {what}",
    why="every key of a record is a word of the schema",
    bad="? [title, type]\n: Rockets at the base\n",
    good="title: Rockets at the base\n",
)
EMPTY_KEY = Rule(
    code="Y111",
    name="empty-key",
    level="error",
    message="a value stands here without a key before its colon",
    why="every value of a record is found by its key",
    bad=": Rockets at the base\n",
    good="title: Rockets at the base\n",
)
KEY_TOO_LONG = Rule(
    code="Y112",
    name="key-too-long",
    level="error",
    message="a key has at most {most} characters, and this one has {count}",
    why="no key of the schema is that long; a sentence has probably become a key",
    bad=f"{'a' * 101}: Rockets at the base\n",
    good="title: Rockets at the base\n",
)
TOO_DEEP = Rule(
    code="Y113",
    name="too-deep",
    level="error",
    message="values stand at most {most} levels deep, and here a deeper one begins",
    why="no record needs it, and very deep nesting is used to bring programs down",
    bad="title: [[[[[[[[[[[[[[a]]]]]]]]]]]]]]\n",
    good="title: a\n",
)
TOO_MANY_VALUES = Rule(
    code="Y114",
    name="too-many-values",
    level="error",
    message="a file holds at most {most} values, and here one more begins",
    why="no record needs that many; split it into several records",
    bad="tags: [" + "a, " * 5_000 + "a]\n",
    good="tags: [a, b]\n",
)
HIDDEN_ESCAPE = Rule(
    code="Y115",
    name="hidden-escape",
    level="error",
    message="an escape in these quotes writes a sign no one sees: {sign}",
    why="a sign that is not seen can turn round or hide what a reader is shown",
    bad='title: "Rockets\\u202e at the base"\n',
    good='title: "Rockets at the base"\n',
)
NOT_A_MAPPING = Rule(
    code="Y116",
    name="not-a-mapping",
    level="error",
    message="the file must be made of `key: value` lines, and this is {what}",
    why="a record is found by its keys",
    bad="- Rockets at the base\n",
    good="title: Rockets at the base\n",
)
NOTHING_IN_IT = Rule(
    code="Y117",
    name="nothing-in-it",
    level="error",
    message="there is no `key: value` line here",
    why="a record is found by its keys",
    bad="# only a comment\n",
    good="title: Rockets at the base\n",
)
TAB_INDENTATION = Rule(
    code="Y120",
    name="tab-indentation",
    level="error",
    message="line {line_number} is indented with a tab; YAML takes spaces only",
    why="a tab has no agreed width, so what belongs to what cannot be told",
    bad="location:\n\tkey: al-tanf\n",
    good="location:\n  key: al-tanf\n",
)
UNCLOSED_BRACKET = Rule(
    code="Y121",
    name="unclosed-bracket",
    level="error",
    message="the `{opening}` opened here needs a `{closing}`",
    why="without it nothing after the bracket can be read",
    bad="tags: [rockets, drones\n",
    good="tags: [rockets, drones]\n",
)
UNCLOSED_QUOTE = Rule(
    code="Y122",
    name="unclosed-quote",
    level="error",
    message="the `{quote}` opened here needs a second one at the end of the text",
    why="without it nothing after the quote can be read",
    bad='title: "Rockets at the base\n',
    good='title: "Rockets at the base"\n',
)
MISSING_SPACE = Rule(
    code="Y123",
    name="missing-space",
    level="error",
    message="the colon after `{key}` needs a space behind it",
    why="without the space the whole is read as one word",
    bad="title:Rockets\ntype: drone\n",
    good="title: Rockets\ntype: drone\n",
)
UNQUOTED_COLON = Rule(
    code="Y124",
    name="unquoted-colon",
    level="error",
    message="a text with a colon and a space in it must stand in quotes",
    why="YAML takes a colon and a space for the end of a key",
    bad="title: Conoco base: rockets and drones\n",
    good='title: "Conoco base: rockets and drones"\n',
)
INDENTATION = Rule(
    code="Y125",
    name="indentation",
    level="error",
    message="{what}",
    why="indentation alone says what belongs to what",
    bad="location:\n    key: al-tanf\n  relation: at\n",
    good="location:\n  key: al-tanf\n  relation: at\n",
)
RESERVED_SIGN = Rule(
    code="Y126",
    name="reserved-sign",
    level="error",
    message="a text that begins with {sign} must stand in quotes",
    why="some signs have a meaning of their own at the beginning of a value",
    bad="title: @CENTCOM statement\n",
    good='title: "@CENTCOM statement"\n',
)
BACKSLASH = Rule(
    code="Y127",
    name="backslash",
    level="error",
    message="in double quotes a backslash must be written twice",
    why="a single one begins an escape, and this is none that YAML knows",
    bad='title: "C:\\data"\n',
    good='title: "C:\\\\data"\n',
)
TEXT_AFTER_END = Rule(
    code="Y128",
    name="text-after-end",
    level="error",
    message="nothing may follow the closing `{sign}` of a value",
    why="what follows would be lost",
    bad="title: 'Rockets' at the base\n",
    good="title: \"'Rockets' at the base\"\n",
)
SYNTAX = Rule(
    code="Y129",
    name="yaml-syntax",
    level="error",
    message="YAML cannot be read from here on",
    why="what cannot be read cannot be published",
    bad="title: [a] b\n",
    good="title: '[a] b'\n",
)

NO_KEY_IN_LINE = Rule(
    code="Y130",
    name="no-key-in-line",
    level="error",
    message="this line is no `key: value`, and no longer part of the text above",
    why="a text that goes on over several lines is told by its indentation",
    bad="title: Rockets\nat the base\ntype: drone\n",
    good="title: Rockets\n  at the base\ntype: drone\n",
)
TRUTHLIKE = Rule(
    code="Y131",
    name="yes-or-no",
    level="warning",
    message="`{text}` is read here as a word, not as a yes or no",
    why="other programs read it as true or false; quotes or `true` leave no doubt",
    bad="active: yes\n",
    good="active: true\n",
)
SMART_QUOTES = Rule(
    code="Y132",
    name="curly-quotes",
    level="warning",
    message="quotes like `{sign}` are part of the text; YAML's own are straight",
    why="a word processor may have put them there, and they would be published",
    bad="title: “Rockets at the base”\n",
    good='title: "Rockets at the base"\n',
)

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
    bad="\\ufefftitle: Rockets at the base\n",
    good="title: Rockets at the base\n",
)
CONTROL_SIGN = Rule(
    code="Y203",
    name="control-sign",
    level="error",
    message="a sign stands here that is no text: {sign}",
    why="control signs can change what a terminal or a page shows",
    bad="title: Rockets\\x07 at the base\n",
    good="title: Rockets at the base\n",
)
REORDERING_SIGN = Rule(
    code="Y204",
    name="reordering-sign",
    level="error",
    message="a sign stands here that changes the order letters are shown in: {sign}",
    why="what a reader sees would differ from what the file says",
    bad="title: Rockets\\u202e at the base\n",
    good="title: Rockets at the base\n",
)
INVISIBLE_SIGN = Rule(
    code="Y205",
    name="invisible-sign",
    level="error",
    message="a sign stands here that no one sees: {sign}",
    why="two texts that look the same would differ, and searches would miss them",
    bad="title: Rockets\\u200b at the base\n",
    good="title: Rockets at the base\n",
)
LINE_SEPARATOR = Rule(
    code="Y206",
    name="line-separator",
    level="error",
    message="a line must end with a line feed, and here stands another sign: {sign}",
    why="programs disagree on whether it ends a line, so on which line an error stands",
    bad="title: Rockets\\u2028 at the base\n",
    good="title: Rockets at the base\n",
)
NO_CHARACTER = Rule(
    code="Y207",
    name="no-character",
    level="error",
    message="a sign stands here that means nothing to other readers: {sign}",
    why="it shows as an empty box, or differently in every font",
    bad="title: Rockets\\ue000 at the base\n",
    good="title: Rockets at the base\n",
)
WINDOWS_LINES = Rule(
    code="Y208",
    name="windows-line-ends",
    level="warning",
    message="the lines end with CR LF; they should end with LF alone",
    why="mixed line ends make every line look changed",
    bad="title: Rockets at the base\\r\\n",
    good="title: Rockets at the base\n",
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
    good="title: Rockets at the base\n",
)
FILE_TOO_LARGE = Rule(
    code="Y213",
    name="file-too-large",
    level="error",
    message="a file has at most {most} bytes, and this one has {count}",
    why="a record is a page of text; larger files are pasted by mistake or sent to do harm",
    bad="title: …\n(70,000 bytes)\n",
    good="title: Rockets at the base\n",
)
NO_OPENING_FENCE = Rule(
    code="Y301",
    name="no-front-matter",
    level="error",
    message="the first line must be `---`",
    why="the keys of a record stand between two lines `---`, its text after them",
    bad="title: Rockets at the base\n---\nThe Syrian Observatory reports …\n",
    good="---\ntitle: Rockets at the base\n---\nThe Syrian Observatory reports …\n",
)
TEXT_BEFORE_FENCE = Rule(
    code="Y302",
    name="text-before-front-matter",
    level="error",
    message="something stands before the line `---` that begins the keys",
    why="what stands before it would be lost",
    bad="A note\n---\ntitle: Rockets at the base\n---\nThe Syrian Observatory reports …\n",
    good="---\ntitle: Rockets at the base\n---\nThe Syrian Observatory reports …\n",
)
NO_CLOSING_FENCE = Rule(
    code="Y303",
    name="no-closing-line",
    level="error",
    message="the keys must end with a line `---`",
    why="without it the text of the record cannot be told from its keys",
    bad="---\ntitle: Rockets at the base\nThe Syrian Observatory reports …\n",
    good="---\ntitle: Rockets at the base\n---\nThe Syrian Observatory reports …\n",
)
NO_BODY = Rule(
    code="Y304",
    name="no-text",
    level="error",
    message="no text stands after the keys",
    why="the text says in whole sentences what is reported, and by whom",
    bad="---\ntitle: Rockets at the base\n---\n",
    good="---\ntitle: Rockets at the base\n---\nThe Syrian Observatory reports …\n",
)
BODY_TOO_LONG = Rule(
    code="Y305",
    name="text-too-long",
    level="error",
    message="the text has at most {most} bytes, and this one has {count}",
    why="a record sums up what is reported; the reports themselves are linked",
    bad="---\ntitle: Rockets at the base\n---\n(30,000 bytes)\n",
    good="---\ntitle: Rockets at the base\n---\nThe Syrian Observatory reports …\n",
)
PLACE = Rule(
    code="Y401",
    name="unknown-place",
    level="error",
    message="no record belongs in this place",
    why="a file outside the known folders would be left out of the archive without a word",
    bad="incidents/record/attack.md",
    good="incidents/records/2023/2023-12-31-hasakah-drone-strike.md",
)
ENDING = Rule(
    code="Y402",
    name="file-ending",
    level="error",
    message="{what}",
    why="a file with another ending would be left out of the archive without a word",
    bad="incidents/sources/sohr.yaml",
    good="incidents/sources/sohr.yml",
)
FILE_NAME = Rule(
    code="Y403",
    name="file-name",
    level="error",
    message="a name here is made of a-z, 0-9 and single hyphens, at most {most} characters",
    why="names become addresses, and must work on every system",
    bad="incidents/sources/The Observatory.yml",
    good="incidents/sources/the-observatory.yml",
)
TWIN = Rule(
    code="Y404",
    name="same-name",
    level="error",
    message="two entries of this folder have the same name but for capitals, accents or ending",
    why="on many systems one of them would overwrite the other",
    bad="incidents/sources/sohr.yml, incidents/sources/SOHR.yml",
    good="incidents/sources/sohr.yml",
)
LINK = Rule(
    code="Y405",
    name="symbolic-link",
    level="error",
    message="this is a symbolic link; put the file itself here",
    why="a link can lead out of the archive, to what was never meant to be published",
    bad="incidents/sources/sohr.yml -> ../../notes.yml",
    good="incidents/sources/sohr.yml",
)
NOT_A_FILE = Rule(
    code="Y406",
    name="not-a-file",
    level="error",
    message="this is neither a file nor a folder",
    why="reading it could wait for ever",
    bad="incidents/sources/pipe.yml",
    good="incidents/sources/sohr.yml",
)
UNREADABLE = Rule(
    code="Y407",
    name="unreadable",
    level="error",
    message="the file cannot be opened: {cause}",
    why="a record that cannot be read would be left out without a word",
    bad="incidents/sources/sohr.yml (no permission)",
    good="incidents/sources/sohr.yml",
)
LEFTOVER = Rule(
    code="Y408",
    name="leftover-file",
    level="warning",
    message="a program has left this file behind; it is not read",
    why="it is easily taken for a record, or published by mistake",
    bad="incidents/sources/sohr.yml~",
    good="incidents/sources/sohr.yml",
)
NO_FOLDER = Rule(
    code="Y409",
    name="no-archive",
    level="error",
    message="there is no archive here: {what}",
    why="without the folder nothing is checked, and a check that saw nothing must not pass",
    bad="(an empty folder)",
    good="incidents/archive.yml",
)
RESERVED_NAME = Rule(
    code="Y410",
    name="reserved-name",
    level="error",
    message="`{name}` cannot be a name here; computers keep it for something else",
    why="the file could not be checked out, or its page would hide another",
    bad="incidents/sources/con.yml",
    good="incidents/sources/conflict-monitor.yml",
)

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (value for value in list(globals().values()) if isinstance(value, Rule)),
        key=lambda rule: rule.code,
    )
)
