"""Which files and folders an archive has."""

from __future__ import annotations

from generator.reading.finding import Rule

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
