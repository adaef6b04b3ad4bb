"""Records that are read and typed when somebody asks for them, so that judging one does not mean reading all."""

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

Held = TypeVar("Held")


class OnDemand(Mapping[str, Held], Generic[Held]):
    """A mapping of known keys, in order, whose values are got one by one."""

    def __init__(self, keys: Mapping[str, str], get: Callable[[str], Held]) -> None:
        """`keys` give the path of each; `get` takes a path."""
        self._keys, self._get = keys, get
        self._held: dict[str, Held] = {}

    def __getitem__(self, key: str) -> Held:
        if key not in self._held:
            self._held[key] = self._get(self._keys[key])
        return self._held[key]

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
