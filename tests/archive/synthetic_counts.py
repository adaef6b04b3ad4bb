"""Small synthetic archives of incidents, tallies and reports, linked."""

from typing import Any

from generator.archive.archive import Archive
from generator.archive.link import link
from generator.model.actor import Actor
from generator.model.incident import Incident
from generator.model.location import Location
from generator.model.records import Records
from generator.model.report import Report
from generator.model.settings import Settings
from generator.model.source import Source
from generator.model.tally import Tally

SETTINGS = Settings.model_validate(
    {
        "title": "Synthetic archive",
        "description": "Synthetic.",
        "scope": "Synthetic.",
        "id_prefix": "syn",
        "licence": {"name": "CC BY 4.0", "url": "https://licence.example/"},
        "period": "2024-01/2024-03",
        "about": "Synthetic.",
    }
)
WITHIN = {"land": None, "north": "land", "base": "north", "camp": "north", "abroad": None}
"""A country with a province and two bases in it, and another country."""
PARTS = {"army": None, "brigade": "army", "group": None}
"""Actors with the one each belongs to."""
CITED = {"url": "https://item.example/", "source": "monitor"}


def struck(actor: str = "army", **more: Any) -> dict[str, Any]:
    """An incident's field by which an actor is struck."""
    return {"target": [{"kind": "base", "operator": actor, **more}]}


def incident(number: int, day: str, where: Any = "base", **more: Any) -> Incident:
    """One incident; `number` makes its id."""
    return Incident.model_validate(
        {
            "id": f"syn-{number:07}",
            "title": "Synthetic strike",
            "type": "strike",
            "date": day,
            "location": where,
            "reports": [CITED],
            "body": "Synthetic.",
            **more,
        }
    )


def tally(key: str, last: str, *figures: dict[str, Any] | int, **more: Any) -> Tally:
    """One tally of a monitor's count of strikes from New Year on; without figures, a count of 10."""
    return Tally.model_validate(
        {
            "key": key,
            "name": f"Synthetic count {key}",
            "figures": [strikes(figure) if isinstance(figure, int) else figure for figure in figures] or [strikes(10)],
            "stated_by": "monitor",
            "as_of": last,
            "period": f"2024-01-01/{last.rstrip('?~')}",
            "location": "land",
            "reports": [CITED],
            **more,
        }
    )


def strikes(count: Any, **more: Any) -> dict[str, Any]:
    """A figure that counts strikes."""
    return {"what": "synthetic strikes", "count": count, "counts": "incidents", **more}


def archive(*entries: Incident | Tally | Report) -> Archive:
    """The linked archive of these records, with every location, actor and source they may name."""
    return link(
        Records(
            settings=SETTINGS,
            incidents={entry.id: entry for entry in entries if isinstance(entry, Incident)},
            tallies={entry.key: entry for entry in entries if isinstance(entry, Tally)},
            reports={entry.key: entry for entry in entries if isinstance(entry, Report)},
            sources={
                "monitor": Source.model_validate({"key": "monitor", "name": "Synthetic monitor", "kind": "monitor"})
            },
            locations={
                key: Location.model_validate(
                    {"key": key, "name": f"Synthetic {key}"}
                    | ({"kind": "area", "within": larger} if larger else {"kind": "country"})
                )
                for key, larger in WITHIN.items()
            },
            actors={
                key: Actor.model_validate(
                    {"key": key, "name": f"Synthetic {key}", "kind": "armed-group", "part_of": of}
                )
                for key, of in PARTS.items()
            },
        )
    )
