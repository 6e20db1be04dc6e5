"""Hands the review window what it needs: who draws the pages, and who takes a draft back."""
# ruff: noqa: PLC0415  # the writers and the intake come when they are wanted

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hearingdesk.desk import Desk, JournalUnavailable
from hearingdesk.office import Office
from hearingdesk.ui.kit.sheet import Sheet
from hearingdesk.ui.review.outside import Outside
from hearingdesk.ui.review.preview import Wish
from hearingdesk.ui.review.taken_sheet import TakenSheet
from hearingdesk.ui.review.window import ReviewWindow

if TYPE_CHECKING:
    from exports.page_pictures import PagePicture

Ask = Callable[[], str]
"""Asks for a file; empty where none was chosen."""


def review_window(office: Office, desk: Desk, hearing_id: str, ask: Ask, export: Callable[[], object]) -> ReviewWindow:
    """The review of the hearing whose desk this is."""

    def draw(wish: Wish) -> "PagePicture":
        from exports.minutes import minutes
        from exports.page_pictures import page_picture

        return page_picture(minutes(wish.hearing, desk.head), wish.width, wish.wanted, wish.number)

    def take_back(_desk: Desk) -> Sheet | str:
        chosen = ask()
        return taken_sheet(office, desk, hearing_id, Path(chosen)) if chosen else ""

    return ReviewWindow(desk, Outside(draw, take_back, export))


def taken_sheet(office: Office, desk: Desk, hearing_id: str, file: Path) -> Sheet | str:
    """What an edited draft says otherwise; or a sentence that says why it is not taken back."""
    from hearingdesk.intake import IntakeError
    from hearingdesk.take_back import NotOurs

    try:
        _, told = office.compared(file, hearing_id)
    except (IntakeError, NotOurs, JournalUnavailable) as refusal:
        return str(refusal)
    return TakenSheet(told, lambda also: office.take_over(desk, told, also))
