"""What a draft of the minutes says that was edited outside: prose that may be taken over, and facts that may not."""

from collections.abc import Iterable
from dataclasses import dataclass

NOTE = "Note:"
"""How a line begins in the file that is a note of what became known later, for beside the minutes (M-09)."""

TAKEN_BACK = "taken back from Word"
"""Why a summary reads otherwise, as the journal tells it."""


@dataclass(frozen=True, slots=True)
class ProseChanged:
    """A summary that reads otherwise in the file: as it ``was`` when the file was made, as the record has it ``now``.

    ``file`` is None where the file has lost its place.
    """

    slip: int
    name: str
    was: str
    now: str
    file: str | None

    @property
    def conflict(self) -> bool:
        """Whether the record was changed as well since the file was made: a person has to decide."""
        return self.file is not None and self.now != self.was

    @property
    def lost(self) -> bool:
        """Whether the file no longer says anything here: nothing is taken from what is not there."""
        return self.file is None


@dataclass(frozen=True, slots=True)
class FactChanged:
    """A line that the journal tells and the file tells otherwise; empty where one of the two has no such line."""

    was: str
    file: str

    @property
    def sentence(self) -> str:
        if not self.file:
            return f"Left out in the file: “{self.was}” It is a fact of the record, and stays."
        if not self.was:
            return (
                f"Added in the file: “{self.file}” It is nobody’s summary, so it is not taken "
                f"over. What became known after the meeting is taken over as a note where it begins with “{NOTE}”."
            )
        return f"The record says: “{self.was}” The file says: “{self.file}” It is a fact of the record, and stays."


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an edited file says otherwise. ``entries`` is how many entries the record has had since it was made.

    ``notes`` are notes that were added in the file, and are not on the record yet.
    """

    name: str
    entries: int
    prose: tuple[ProseChanged, ...] = ()
    facts: tuple[FactChanged, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def to_take(self) -> tuple[ProseChanged, ...]:
        """What can go on the record without a decision."""
        return tuple(change for change in self.prose if not (change.conflict or change.lost))

    def summaries(self, also: Iterable[int] = ()) -> list[tuple[int, str]]:
        """What goes on the record, by slip; ``also`` are slips whose conflict is decided for the file."""
        wanted = {change.slip for change in self.to_take} | set(also)
        return [
            (change.slip, change.file) for change in self.prose if change.slip in wanted and change.file is not None
        ]
