"""Small lists and what their preview says, for the tests of the intake."""

from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import SignUp
from hearingdesk.intake import Preview, PreviewRow, RowState, guess, preview
from hearingdesk.intake.sheets import Row, Sheet
from tests.builders import Evening, prepared


def sheet(*rows: list[str]) -> Sheet:
    return Sheet("", "CSV", tuple(Row(n, tuple(cells)) for n, cells in enumerate(rows, 1)), 1)


def seen(*rows: list[str], hearing: Hearing | None = None, default_item: str = "") -> Preview:
    found = sheet(*rows)
    return preview(found, guess(found), hearing or prepared().hearing, default_item=default_item)


def only(*rows: list[str], hearing: Hearing | None = None) -> PreviewRow:
    (row,) = seen(*rows, hearing=hearing).rows
    return row


def slip(*rows: list[str]) -> SignUp:
    sign_up = only(*rows).sign_up
    assert sign_up is not None
    return sign_up


def imported(evening: Evening, what: Preview, source: str = "people.csv") -> None:
    accepted = what.accepted()
    if accepted.items:
        evening.act(rules.notice_agenda, items=accepted.items, source=source)
    evening.act(rules.import_sign_ups, sign_ups=accepted.sign_ups, source=source, counts=accepted.counts)


def likely(what: Preview) -> list[PreviewRow]:
    """The rows shown as likely the same person as another."""
    return [row for row in what.rows if row.state is RowState.LIKELY]


def states(what: Preview) -> list[str]:
    return [row.state for row in what.rows]
