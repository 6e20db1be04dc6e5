"""A hearing as the docket lists it."""

from dataclasses import dataclass
from datetime import datetime

from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.retention import Keeping


@dataclass(frozen=True, slots=True)
class DocketLine:
    """One hearing of the docket. ``scheduled`` and ``last`` (the latest entry) are aware UTC;
    ``keeping`` is how long it is kept, as far as that is known.
    """

    id: str
    body: str
    title: str
    place: str
    scheduled: datetime
    timezone: str
    phase: Phase
    entries: int
    last: datetime
    rehearsal: bool = False
    keeping: Keeping = Keeping()
