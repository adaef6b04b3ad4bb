"""What entries of the registries are called: names to show, and misspellings to find them by."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from generator.archive.archive import Archive
from generator.model.actor import Actor
from generator.model.location import Location
from generator.model.source import Source
from generator.model.spelling import sought_words

Entry = Location | Source | Actor
"""An entry of a registry, with names."""


class RegistryNames:
    """The names of locations, sources and actors, in every script."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        records = archive.records
        self.kinds: dict[str, Mapping[str, Entry]] = {
            "location": records.locations,
            "source": records.sources,
            "actor": records.actors,
        }

    def shown(self, kind: str, keys: Iterable[str]) -> str:
        """The names of entries in every script: `Conoco gas field, Koniko, كونيكو; Syria, سوريا`."""
        return "; ".join(
            ", ".join(dict.fromkeys((entry.name, *chain.from_iterable(entry.names.values()))))
            for entry in self._entries(kind, keys)
        )

    def hidden(self, kind: str, keys: Iterable[str]) -> str:
        """Their misspellings."""
        return " ".join(name for entry in self._entries(kind, keys) for name in entry.hidden_names)

    def every(self, kind: str, key: str) -> str:
        """All that one entry is called, as it is written and as it is looked for."""
        names = f"{self.shown(kind, (key,))} {self.hidden(kind, (key,))}"
        return f"{names} {' '.join(sought_words(names))}"

    def around(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Locations and all that they lie in, each once."""
        paths = self.archive.locations
        return tuple(dict.fromkeys(around for key in keys if key in paths for around in (key, *paths[key].path)))

    def _entries(self, kind: str, keys: Iterable[str]) -> Iterator[Entry]:
        return (self.kinds[kind][key] for key in dict.fromkeys(keys) if key in self.kinds[kind])
