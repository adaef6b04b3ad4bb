"""Escaping: the one place where text of strangers is made safe for CSV, XML and HTML."""

import html
import re

_FORMULA = re.compile("'*[=+\\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]")
_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def csv_cell(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula (OWASP ASVS 5.0, 1.2.10).

    Text that begins with `= + - @`, one of their full-width forms, a tab, a line break or NUL gets
    an apostrophe in front. Text that has apostrophes before such a sign gets one more, so that
    a reader can always tell what was written. Names such as `'Ayn al-Asad` stay as they are.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def xml_text(text: str) -> str:
    """The text with line ends as XML reads them and every sign XML 1.0 forbids as U+FFFD.

    An XML writer does not refuse such signs, and no reader would then take the file.
    """
    return _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def html_text(text: str) -> str:
    """The text for an element or a quoted attribute; for titles, which MkDocs prints as they are."""
    return html.escape(text, quote=True)
