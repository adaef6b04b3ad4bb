"""What the models demand of several keys together, as JSON Schema.

Each condition stands for a rule of a model's own validator. What JSON Schema cannot say, such as
`max` not below `min`, is left to the check.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, get_args

from pydantic import BaseModel

from generator.model.chain import Link
from generator.model.counts import CountRange
from generator.model.incident import Related, Withdrawn
from generator.model.location import AREAS_WITHOUT_POINT, WITHOUT_WITHIN, Location, LocationKind, LocationStatement
from generator.model.report import Citation, Claim, Publication, Report
from generator.model.series import Series
from generator.model.source import NamedSource, Source

Condition = dict[str, Any]


def _any_of(words: str, *groups: tuple[str, ...]) -> Condition:
    """At least one of these groups of keys is there as a whole."""
    return {"description": words, "anyOf": [{"required": list(group)} for group in groups]}


def _never(words: str, *keys: str) -> Condition:
    """These keys do not stand together."""
    return {"description": words, "not": {"required": list(keys)}}


def _where(key: str, values: tuple[str, ...], then: Condition, words: str) -> Condition:
    """Where a key has one of these values, something holds."""
    return {"description": words, "if": {"properties": {key: {"enum": list(values)}}, "required": [key]}, "then": then}


def _filled(key: str) -> Condition:
    return {"required": [key], "properties": {key: {"minItems": 1}}}


def _left_out(*keys: str) -> Condition:
    return {"properties": dict.fromkeys(keys, False)}


def _empty(key: str) -> Condition:
    return {"properties": {key: {"maxItems": 0}}}


_OF_THE_ITEM = ("source", *Publication.model_fields)
_NO_ADDRESS = "needs a `url`, or `no_url` with the reason why there is none"

CONDITIONS: Mapping[type[BaseModel], tuple[Condition, ...]] = MappingProxyType(
    {
        CountRange: (_any_of("needs `min`, `max` or both; leave it out where none is stated", ("min",), ("max",)),),
        Link: (_any_of("needs `source` (a key) or `as_stated` (the item's words)", ("source",), ("as_stated",)),),
        Related: (
            _where(
                "relation", ("possibly-same", "not-same"), {"required": ["basis"]}, "this `relation` needs a `basis`"
            ),
        ),
        Withdrawn: (
            _where(
                "reason",
                ("duplicate",),
                {"required": ["merged_into"]},
                "`reason: duplicate` needs `merged_into`: the id of the record that stands",
            ),
        ),
        Series: (
            _where(
                "kind",
                ("same-report", "wave", "campaign"),
                _filled("asserted_by"),
                "needs `asserted_by`: a report that presents these incidents together",
            ),
        ),
        Source: (
            {
                "description": "`possibly` is for a source with `status: unidentified`",
                "if": {"properties": {"status": {"enum": ["unidentified"]}}, "required": ["status"]},
                "else": _empty("possibly"),
            },
        ),
        NamedSource: (
            _any_of("needs a source's key, or both `name` and `kind` of a new one", ("key",), ("name", "kind")),
            {
                "description": "has a key and a name: keep the key, the name stands in the source's file",
                "if": {"required": ["key"]},
                "then": _left_out("name", "kind"),
            },
        ),
        LocationStatement: (
            _any_of(
                "needs a location's key, or both `as_stated` and `within` of a new one",
                ("key",),
                ("as_stated", "within"),
            ),
            _never("`within` stands in the location's own file; leave it out here", "key", "within"),
            _where("relation", ("between",), _filled("also"), "`between` needs `also`: the location at the other end"),
        ),
        Location: (
            _where(
                "kind",
                tuple(kind for kind in get_args(LocationKind) if kind not in WITHOUT_WITHIN),
                {"required": ["within"]},
                "needs `within`, the key of the next larger location",
            ),
            _where(
                "kind",
                tuple(sorted(AREAS_WITHOUT_POINT)),
                _left_out("coordinates"),
                "has no point: it is drawn as an area, so leave `coordinates` out",
            ),
        ),
        Claim: (
            _any_of("needs either `quote` or `gist`", ("quote",), ("gist",)),
            _never("has both `quote` and `gist`: keep one of them", "quote", "gist"),
            {
                "description": "has both `to` and `disposition`: it either reaches a record or says why not",
                "if": {"required": ["disposition"]},
                "then": _empty("to"),
            },
        ),
        Report: (_any_of(_NO_ADDRESS, ("url",), ("no_url",)),),
        Citation: (
            _any_of("needs `report` (the key of a report's file), or `url` and `source`", ("report",), ("source",)),
            _any_of(_NO_ADDRESS, ("report",), ("url",), ("no_url",)),
            {
                "description": "what is known of an item with a file belongs in that file, which `report` names",
                "if": {"required": ["report"]},
                "then": _left_out(*_OF_THE_ITEM),
            },
            {
                "description": "`claims` names a ledger, so the report needs a file of its own and `report`",
                "if": {"required": ["report"]},
                "else": _empty("claims"),
            },
        ),
    }
)
"""The conditions of each model; a model that is built on another has that one's too."""


def conditions_of(model: type[BaseModel]) -> tuple[Condition, ...]:
    """The conditions of a model; raises `LookupError` where it has validators that none stands for."""
    found = tuple(condition for of in model.__mro__ for condition in CONDITIONS.get(of, ()))
    if model.__pydantic_decorators__.model_validators and not found:
        raise LookupError(f"no condition stands for the validators of {model.__name__}")
    return found
