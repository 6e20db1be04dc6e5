"""What each event does to the hearing: obeys, never refuses."""

from hearingdesk.domain.effects import agenda, conduct, floor, heard, life, motions, registration, session
from hearingdesk.domain.effects.root import effect

__all__ = ["agenda", "conduct", "effect", "floor", "heard", "life", "motions", "registration", "session"]
