"""What each event does to the hearing: obeys, never refuses."""

from hearingdesk.domain.effects import (
    agenda,
    conduct,
    floor,
    heard,
    keeping,
    letters,
    life,
    minutes,
    motions,
    registration,
    review,
    session,
    turns,
)
from hearingdesk.domain.effects.root import effect

__all__ = [
    "agenda",
    "conduct",
    "effect",
    "floor",
    "heard",
    "keeping",
    "letters",
    "life",
    "minutes",
    "motions",
    "registration",
    "review",
    "session",
    "turns",
]
