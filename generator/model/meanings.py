"""What the fields of records mean: the words under each in the source of its model, as the codebook has them."""

import ast
import inspect
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from pydantic import BaseModel


@cache
def meanings_of(model: type[BaseModel]) -> Mapping[str, str]:
    """By name what each field of a model means; a field of a wider model means what it means there.

    Read when they are asked for: to have pydantic read them for every model costs each command more than its models do.
    """
    wider = [each for each in reversed(model.__mro__) if issubclass(each, BaseModel) and each is not BaseModel]
    return {name: meaning for each in wider for name, meaning in _under(each)}


def _under(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    match ast.parse(textwrap.dedent(inspect.getsource(model))).body:
        case [ast.ClassDef(body=statements)]:
            for pair in pairwise(statements):
                match pair:
                    case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(meaning))):
                        yield name, inspect.cleandoc(meaning)
