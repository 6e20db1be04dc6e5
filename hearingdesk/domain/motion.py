"""A motion and what became of it: amended, voted on, withdrawn (M-04)."""

from dataclasses import dataclass

from hearingdesk.domain.events import MotionAmended, VoteTaken
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.values import Disposition, MotionResult


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion and what became of it; ``result`` None while it is before the body.

    ``amends`` is the motion that this one would change to read ``as_amended``. Of a motion changed, ``stated`` is how
    it read at first; ``friendly`` are the changes taken in without a vote, ``replaced`` what a carried amendment
    changed. ``announced`` is the voice vote that a division took the place of. ``found`` is
    what had become of its items before, should the vote be corrected.
    """

    number: int
    text: str
    mover: str
    made: Moment
    item: str
    items: tuple[str, ...] = ()
    disposition: Disposition | None = None
    seconder: str = ""
    vote: VoteTaken | None = None
    result: MotionResult | None = None
    decided: Moment | None = None
    amends: int = 0
    as_amended: str = ""
    second_needed: bool = True
    stated: str = ""
    replaced: str = ""
    friendly: tuple[tuple[Moment, MotionAmended], ...] = ()
    announced: VoteTaken | None = None
    found: tuple[tuple[str, Disposition | None], ...] = ()
