"""What was heard: positions, concerns, summaries."""

from dataclasses import dataclass

from hearingdesk.domain.values import Coding, Concern, Position


@dataclass(frozen=True, slots=True)
class PositionStated:
    slip: int
    position: Position


@dataclass(frozen=True, slots=True)
class ConcernAdded:
    """A new concern in the hearing's set; without a definition it still needs one (C-05)."""

    concern: Concern


@dataclass(frozen=True, slots=True)
class ConcernRenamed:
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class ConcernDefined:
    code: str
    definition: str


@dataclass(frozen=True, slots=True)
class ConcernsMerged:
    """Who raised ``code`` counts as having raised ``into``; ``code`` leaves the list, not the journal (C-05)."""

    code: str
    into: str


@dataclass(frozen=True, slots=True)
class ConcernKeyed:
    """The concern lies on this number key; what lay there takes its place. ``key`` 0 is none."""

    code: str
    key: int


@dataclass(frozen=True, slots=True)
class ConcernRaised:
    slip: int
    code: str
    coding: Coding = Coding.LIVE


@dataclass(frozen=True, slots=True)
class ConcernWithdrawn:
    """Takes the last mark of this concern off the speaker; the journal keeps both."""

    slip: int
    code: str
    coding: Coding = Coding.LIVE


@dataclass(frozen=True, slots=True)
class SummaryWritten:
    """The clerk's one-line account, replacing the one before; ``reason`` says where it comes from, if not from here."""

    slip: int
    text: str
    reason: str = ""
