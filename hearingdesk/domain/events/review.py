"""What is coded after the meeting: by a second coder, and by the two together."""

from dataclasses import dataclass

from hearingdesk.domain.values import Coding


@dataclass(frozen=True, slots=True)
class SpeakerCoded:
    """All that a coder found one speaker to have raised, replacing what the same coding said of them before.

    ``coding`` is SECOND or AGREED; ``coder`` are the initials of who coded. Every coding is kept beside the others.
    """

    slip: int
    codes: tuple[str, ...]
    coding: Coding
    coder: str = ""
