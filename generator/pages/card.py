"""The pictures that previews of links show. They name no archive; `bin/cards` draws them."""

from generator.model.status import Status

CARDS = "assets/cards/"
"""The pictures' folder, from the site's root."""
GENERAL_CARD = f"{CARDS}archive.png"
"""The picture of every page that is not an incident's."""


def card_of(status: Status) -> str:
    """The picture of an incident of this status, as a path from the site's root."""
    return f"{CARDS}{status}.png"
