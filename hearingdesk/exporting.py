"""Hands the export window what it needs: the record as it stands, the writers, and sentences for what goes wrong."""
# ruff: noqa: PLC0415  # the writers come when they are wanted

import logging
from collections.abc import Callable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from hearingdesk.desk import JournalUnavailable
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.local import local as in_zone
from hearingdesk.domain.local import long_date
from hearingdesk.domain.values import MinutesLevel
from hearingdesk.office import Office, Record, Refused, Told
from hearingdesk.ui.export.asked import PUBLISHED, Asked, remembered
from hearingdesk.ui.export.window import ExportWindow, Offered
from hearingdesk.ui.export.work import Step

if TYPE_CHECKING:
    from exports.options import Options
    from exports.report import ExportReport

log = logging.getLogger(__name__)
KEPT = "export"
"""Under which name the choices are kept for the next time."""


def export_window(office: Office, hearing_id: str, told: Callable[[], Told]) -> ExportWindow:
    """Writes the hearing as it is when the button is pressed; ``told`` gives it."""

    def write(asked: Asked, tell: Callable[[Step], None], cancelled: Callable[[], bool]) -> "Sequence[ExportReport]":
        from exports.watch import Watch

        now = told()
        record = Record(now.hearing, dict(now.contacts), now.head)
        options, watch = _options(asked, record), Watch(tell, cancelled)
        if not asked.bundle:
            return office.export_hearing(record, asked.place, options, watch)
        lines = list(islice(office.store.export_lines(hearing_id), len(record.hearing.entries)))
        return office.export_bundle(record, lines, asked.place, options, watch)

    hearing = told().hearing
    title = f"Export · {hearing.body.name}, {long_date(in_zone(hearing, hearing.meeting.scheduled))}"
    offered = Offered(title, write, lambda copy: warning(told(), copy), _sentence, lambda asked: _keep(office, asked))
    return ExportWindow(offered, remembered(_recall(office)))


def _options(asked: Asked, record: Record) -> "Options":
    from exports.blocks import Paper
    from exports.options import Format, Options
    from exports.published import Copy

    levels = dict.fromkeys(record.hearing.agenda, MinutesLevel(asked.level)) if asked.level else {}
    formats = tuple(map(Format, asked.formats))
    return Options(Copy(asked.copy), formats, Paper(asked.paper), levels, asked.concern_report)


def warning(told: Told, copy: str) -> str:
    """What to mind before a copy with contact details leaves the window (P-04, P-06)."""
    if copy == PUBLISHED:
        return ""
    people = sum(1 for contact in told.contacts.values() if contact)
    kept = sum(1 for one in told.hearing.registrations.values() if one.sign_up.address_restricted)
    restricted = f" {how_many(kept, 'address is', 'addresses are')} restricted." if kept else ""
    whose = f"of {how_many(people, 'person', 'people')}" if people else ", of which none is known here"
    return (
        f"This copy holds addresses, telephone numbers and notes {whose}. It is for the office alone: do not publish "
        f"it, and give it out only as the law on public records asks.{restricted}"
    )


def _sentence(fault: BaseException) -> str:
    from exports.files import ExportFailed
    from exports.watch import Cancelled

    if isinstance(fault, Cancelled):
        return str(fault)
    if isinstance(fault, ExportFailed | Refused | JournalUnavailable):
        log.warning("An export failed", exc_info=fault)
        return str(fault)
    log.error("A fault of the program in an export", exc_info=fault)
    return (
        f"Something went wrong that the program did not expect ({type(fault).__name__}). What is in the journal is "
        "safe, and the files that were there stay. The details are in the log in the data folder."
    )


def _recall(office: Office) -> str:
    try:
        return office.store.setting(KEPT)
    except JournalUnavailable:
        return ""


def _keep(office: Office, asked: Asked) -> None:
    """Convenience, not record: where it cannot be kept, it is chosen again next time."""
    try:
        office.store.keep_setting(KEPT, asked.kept())
    except JournalUnavailable:
        log.warning("The choices of an export could not be remembered", exc_info=True)
