"""The kinds of text and dates as JSON Schema: what a regular expression and a list can say of each."""

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from generator.model import text
from generator.model.country_names import COUNTRY_CODES
from generator.model.dates import EdtfDate, Time
from generator.model.edtf import LONGEST, PATTERN
from generator.model.ids import IncidentId
from generator.model.report import ClaimId, Sha256
from generator.model.times import TIME_PATTERN
from generator.model.web_address import LOCAL_ENDINGS, WebAddress

SPACES = r"\t\n\u000b\u000c\r\u001c-\u001f \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""What Python strips from a text's ends, as the inside of a character class; `\\s` means other signs in each language."""

ONE_LINE = rf"^[^{SPACES}](?:[^\n]*[^{SPACES}])?$"
"""One line that neither begins nor ends with a space."""

_COMMON_YEAR = r"(?:[02468][1235679]|[13579][013-57-9])(?:00)?"
_NO_SUCH_DAY = rf"-02-3|-(?:0[469]|11)-31|{_COMMON_YEAR}-02-29"
_NO_SUCH_YEAR = r"00(?:00|0X|XX)"
_NAMED_TWICE = r"\[(?:[^,]*,)*([^,]+),(?:[^,]*,)*\1[,\]]"
DATE = rf"^(?!.*(?:{_NO_SUCH_YEAR}|{_NO_SUCH_DAY}))(?!{_NAMED_TWICE})" + PATTERN.removeprefix("^")
"""The profile of EDTF with its calendar; which of two dates is the earlier one it cannot tell."""

TIME = r"^(?!(.{5})/\1$)" + TIME_PATTERN.removeprefix("^")
"""A time of day; a span has two different ends."""

_SIGNS = r"!$%&()*+,\-.\/0-9:;=@A-Z\[\]_a-z~"
_LABEL = r"[a-z0-9_](?:[a-z0-9_\-]{0,61}[a-z0-9])?"
_LOCAL = "|".join(ending.removeprefix(".") for ending in LOCAL_ENDINGS)
ADDRESS = (
    rf"^https?:\/\/(?![^\/?#]*\.(?:{_LOCAL})(?:[\/?#]|$))(?:{_LABEL}\.)+[a-z](?:[a-z0-9\-]{{0,61}}[a-z0-9])"
    rf"(?![^?#]*\/(?:\.|%2[eE]){{1,2}}(?:[\/?#]|$))(?!.*'$)"
    rf"(?:\/[{_SIGNS}']*)?(?:\?[{_SIGNS}?]*)?(?:#[{_SIGNS}'?#]*)?$"
)
"""An address that `check_web_address` takes; the two are tested against one another."""


@dataclass(frozen=True, slots=True)
class TextKind:
    """One kind of text: its name among the definitions, what it takes in words, and its schema beside the length."""

    hint: Any
    """The annotation that fields of this kind bear."""
    name: str
    wanted: str
    """What the text must be, to be read after "must be"."""
    rules: MappingProxyType[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """Keywords of JSON Schema that the annotation itself does not give."""
    bare: tuple[str, ...] = ()
    """Other types that YAML reads from a text without quotation marks and the check takes as that text."""


def _rules(**keywords: Any) -> MappingProxyType[str, Any]:
    return MappingProxyType(keywords)


ANY_SCALAR = ("number", "boolean")
"""What YAML may read from a text without quotation marks."""
_DATE_FORMS = (
    {"type": "string", "pattern": DATE, "maxLength": LONGEST},
    {"type": "integer", "minimum": 1000, "maximum": 9999},
)

TEXT_KINDS: tuple[TextKind, ...] = (
    TextKind(
        text.Key,
        "key",
        "a key: lower-case letters a to z, digits and single hyphens, and no reserved word",
        _rules(**{"not": {"enum": sorted(text.RESERVED_KEYS)}}),
        ("integer", "boolean"),
    ),
    TextKind(
        text.Reference, "reference", "the key of another record, on one line", _rules(pattern=ONE_LINE), ANY_SCALAR
    ),
    TextKind(
        text.Line, "line", "plain text on one line, without a space at its ends", _rules(pattern=ONE_LINE), ANY_SCALAR
    ),
    TextKind(text.Prose, "prose", "plain text, which may run over several lines", bare=ANY_SCALAR),
    TextKind(text.Narrative, "narrative", "Markdown without raw HTML", bare=ANY_SCALAR),
    TextKind(text.Quote, "quote", "another's words, verbatim, in the original language", bare=ANY_SCALAR),
    TextKind(
        text.Title, "title", "a neutral noun phrase on one line, without a space at its ends", _rules(pattern=ONE_LINE)
    ),
    TextKind(text.LanguageTag, "language-tag", "a language tag such as `en`, `ar` or `ckb` (BCP 47)"),
    TextKind(
        text.CountryCode,
        "country-code",
        "a country code of two capitals such as `SY` (ISO 3166-1)",
        _rules(enum=sorted(COUNTRY_CODES)),
    ),
    TextKind(
        EdtfDate,
        "date",
        "a date as far as the source states it (EDTF): 2023-12-31, 2023-12, 2023, XXXX-12-31 (no year stated), "
        "2023-12-31~ (about), 2023-12-31? (uncertain), 2023-12-12/2023-12-13 (between), "
        "[2023-12-30,2023-12-31] (one of), or unknown",
        _rules(anyOf=_DATE_FORMS),
    ),
    TextKind(
        Time,
        "time",
        "a local time at the place: 22:30, 22:30~ (about), 22:00/23:30 (between), or a part of the day such as night",
        _rules(type="string", pattern=TIME),
    ),
    TextKind(
        WebAddress,
        "web-address",
        "an http or https address of a public page, exactly as the browser shows it",
        _rules(pattern=ADDRESS),
    ),
    TextKind(
        IncidentId,
        "incident-id",
        "an incident's id: the archive's prefix, a hyphen, seven digits or consonants without l",
    ),
    TextKind(ClaimId, "claim-id", "a claim's place such as `s3.1`: paragraph 3, sentence 1"),
    TextKind(Sha256, "sha256", "64 hexadecimal digits in lower case (SHA-256)"),
)
