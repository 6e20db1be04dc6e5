"""Rules of the legal hold (P-12)."""

from hearingdesk.domain.events import LegalHoldLifted, LegalHoldPlaced
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.rules.root import check, in_order, refuse_if


def place_hold(hearing: Hearing, reason: str) -> LegalHoldPlaced:
    """Nothing of this record is disposed of until it is lifted; ``reason`` names the matter, and stays internal."""
    return in_order(hearing, LegalHoldPlaced(reason.strip()))


@check.register
def _(event: LegalHoldPlaced, hearing: Hearing) -> None:
    refuse_if(hearing.hold, "The record is on legal hold already. It stays so until that hold is lifted.")
    refuse_if(not event.reason, "Say what the hold is for, such as the matter and who asked for it.")


def lift_hold(hearing: Hearing, reason: str) -> LegalHoldLifted:
    """The schedule counts again; ``reason`` says on whose word."""
    return in_order(hearing, LegalHoldLifted(reason.strip()))


@check.register
def _(event: LegalHoldLifted, hearing: Hearing) -> None:
    refuse_if(not hearing.hold, "The record is on no legal hold.")
    refuse_if(not event.reason, "Say on whose word the hold is lifted.")
