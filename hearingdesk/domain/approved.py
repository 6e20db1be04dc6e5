"""The hearing as an approved version of its minutes tells it."""

from hearingdesk.domain.approval import Version
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.hearing import Hearing


def as_approved(hearing: Hearing, version: Version | None = None) -> Hearing:
    """As the journal told it when the version was approved, whatever was struck since.

    Without ``version`` that which stands; a hearing whose minutes are not approved is given back as it is.
    """
    chosen = version or hearing.minutes.approved
    return fold(hearing.entries[: chosen.seq]) if chosen is not None else hearing


def head_of(hearing: Hearing, head: str) -> str:
    """The journal's head that the minutes rest on: for what is approved that of its approval, else ``head``."""
    approved = hearing.minutes.approved
    return approved.head or head if approved is not None else head
