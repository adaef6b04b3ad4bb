"""What makes a text no YAML at all."""

from __future__ import annotations

from generator.reading.finding import Rule

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
    message="the quotation mark `{quote}` opened here has no partner",
    why="without it nothing after the quotation mark can be read",
    bad='title: "Rockets at the depot\n',
    good='title: "Rockets at the depot"\n',
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
    bad="title: North quay: rockets and drones\n",
    good='title: "North quay: rockets and drones"\n',
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
    bad="title: Rockets\n...\ntype: drone\n",
    good="title: Rockets\ntype: drone\n",
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
