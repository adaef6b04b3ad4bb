"""What every part of a record has in common: strict, frozen, no unknown keys."""

from types import MappingProxyType
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    WrapSerializer,
)

Item = TypeVar("Item")
Name = TypeVar("Name")

Many = Annotated[tuple[Item, ...], Field(strict=False)]
"""A list in the file, a tuple in the model, so that a record stays frozen all the way down."""


def _one_as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


OneOrMany = Annotated[tuple[Item, ...], BeforeValidator(_one_as_list), Field(strict=False)]
"""One value or a list of them: `report: sohr` says the same as `report: [sohr]`."""


def _as_dict(value: Any, write: SerializerFunctionWrapHandler) -> Any:
    return write(dict(value))


Table = Annotated[dict[Name, Item], AfterValidator(MappingProxyType), WrapSerializer(_as_dict)]
"""A mapping whose keys a contributor chooses, read-only in the model."""

OptionalTable = Annotated[Table[Name, Item], Field(default_factory=dict, validate_default=True)]
"""The same, empty where it is left out."""


class Entry(BaseModel):
    """Any mapping a contributor writes.

    Unknown keys are refused, because a misspelt key would otherwise lose a fact in silence. Values
    are never converted: what a contributor typed is what the archive holds. Each field's meaning
    stands under it (`generator.model.meanings`) and is published as the codebook.
    """

    model_config = ConfigDict(
        strict=True,
        frozen=True,
        extra="forbid",
        # A command builds the validators of the kinds of record that it reads.
        defer_build=True,
        hide_input_in_errors=True,
    )
