"""What an entry of the journal says in one plain line, the same wherever it is shown."""

from hearingdesk.domain.wording import (
    agenda,
    corrections,
    floor,
    heard,
    keeping,
    minutes,
    motions,
    registration,
    review,
    session,
)
from hearingdesk.domain.wording.registration import how_ordered
from hearingdesk.domain.wording.root import words

__all__ = [
    "agenda",
    "corrections",
    "floor",
    "heard",
    "how_ordered",
    "keeping",
    "minutes",
    "motions",
    "registration",
    "review",
    "session",
    "words",
]
