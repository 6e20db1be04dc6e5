"""Identical letters on paper and in the workbook: documents, and beside them who signed (C-11)."""

from exports.concern_report import concern_report
from exports.minutes import minutes
from exports.testimony import book_of
from hearingdesk.domain import rules
from hearingdesk.domain.values import Mode, Position
from tests.builders import commenting
from tests.exports.evenings import HEAD


def test_paper_and_workbook_say_documents_and_signatories() -> None:
    evening = commenting()
    for name, others in (("Ann Lee", ()), ("Bo Cruz", ("Eve Cruz",)), ("Cam Roe", ()), ("Dee Moe", ())):
        evening.register(name, mode=Mode.WRITTEN, position=Position.OPPOSE, together_with=others)
    evening.register("Fay Orr")
    evening.act(rules.group_letters, slips=(1, 2, 3))
    evening.turn(5)
    told = str(minutes(evening.hearing, HEAD))
    assert "Written comments in opposition (2) (signed by 5 people)" in told
    assert "One letter, signed by 4 people: Ann Lee; Bo Cruz and Eve Cruz; Cam Roe" in told
    assert "2 written documents, signed by 5 people (2 in opposition)" in str(concern_report(evening.hearing, HEAD))
    book = book_of(evening.hearing, {}, HEAD)
    sheets = {sheet.name: sheet for sheet in book.sheets}
    measures = {row[2]: row[3] for row in map(tuple, sheets["Summary"].rows)}
    assert (measures["Written comment"], measures["Written comment: signatories"]) == (2, 5)
    titles = [column.title for column in sheets["Written"].columns]
    told_of = [tuple(row) for row in sheets["Written"].rows]
    columns = [[row[titles.index(title)] for row in told_of] for title in ("Letter", "Documents", "Signatories")]
    assert columns == [[1, 1, 1, None], [1, 0, 0, 1], [1, 2, 1, 1]]
