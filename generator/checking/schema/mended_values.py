"""Values that the schema refuses and that can only have meant one other: `yes` for a truth, `HTTPS://` for `https://`."""

import re
from urllib.parse import quote

from pydantic_core import ErrorDetails, PydanticCustomError

from generator.model.web_address import check_web_address
from generator.reading.finding import Safety, Suggestion
from generator.reading.folder import RawRecord
from generator.reading.positions import Loc

_TRUTHS = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false", "false": "false"}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,8})?")
_KEY_LIKE = re.compile(r"[A-Za-z][\w-]*(?:\.[0-9]+[a-z]?)?")


def same_value(raw: RawRecord, loc: Loc, fault: ErrorDetails) -> Suggestion | None:
    """The value in the kind that is wanted, where it can only be that: `yes` as a truth, a word as a list of one."""
    span, written = raw.positions.value_span(loc), (raw.positions.raw(loc) or "").strip()
    if fault["type"] == "bool_type" and (truth := _TRUTHS.get(written.lower())) is not None:
        return Suggestion(truth, verbatim=True)
    if fault["type"] in ("int_type", "float_type") and _NUMBER.fullmatch(written):
        return Suggestion(written, verbatim=True)
    one = span.line == span.end_line and span.end_column - span.column == len(written)
    if fault["type"] in ("tuple_type", "list_type") and one and _KEY_LIKE.fullmatch(written):
        return Suggestion(f"[{written}]", verbatim=True)
    return None


def mended_address(address: str) -> tuple[str, Safety] | None:
    """A refused address as browsers would open it, where that is the same page for sure or in all likelihood.

    Spaces around it and the case of its scheme and host mean nothing, and letters of a path are
    sent as UTF-8; that a bare `www.` stands at https is only likely.
    """
    if "\ufffd" in address:
        # The reader has refused a sign of it; what stood there is not known here.
        return None
    scheme, colon, rest = address.strip().partition("://")
    safety: Safety = "safe"
    if not colon and scheme.lower().startswith("www."):
        scheme, rest, safety = "https", scheme, "unsafe"
    host, slash, path = rest.partition("/")
    before, mark, after = path.partition("?")
    if not after.isascii():
        safety = "unsafe"
    mended = f"{scheme.lower()}://{host.lower()}{slash}{_encoded(before)}{mark}{_encoded(after)}"
    if mended == address:
        return None
    try:
        return check_web_address(mended), safety
    except PydanticCustomError:
        return None


def _encoded(text: str) -> str:
    return "".join(sign if sign.isascii() else quote(sign) for sign in text)
