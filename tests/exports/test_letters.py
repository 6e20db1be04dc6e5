"""Identical letters on paper and in the workbook: documents, and beside them who signed (C-11)."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from exports.concern_report import concern_report
from exports.minutes import minutes
from exports.testimony import book_of
from hearingdesk.domain import rules
from hearingdesk.domain.values import MinutesLevel, Mode, Position, SignUp
from tests.builders import PROFILE, commenting
from tests.exports.evenings import HEAD
from tests.exports.test_testimony_workbook import column, written
from tests.exports.told import told


def test_paper_and_workbook_say_documents_and_signatories() -> None:
    evening = commenting()
    for name, others in (("Ann Lee", ()), ("Bo Cruz", ("Eve Cruz",)), ("Cam Roe", ()), ("Dee Moe", ())):
        evening.register(name, mode=Mode.WRITTEN, position=Position.OPPOSE, together_with=others)
    evening.register("Fay Orr")
    evening.act(rules.group_letters, slips=(1, 2, 3))
    evening.turn(5)
    text = str(minutes(evening.hearing, HEAD))
    assert "Written comments in opposition (2, signed by 5 people)" in text
    counted = replace(evening.hearing, profile=replace(PROFILE, minutes_level=MinutesLevel.COUNT))
    assert "Written comments: 2 in opposition, signed by 5 people." in str(minutes(counted, HEAD))
    assert "One letter, signed by 4 people: Ann Lee; Bo Cruz and Eve Cruz; Cam Roe" in text
    assert "2 written documents, signed by 5 people (2 in opposition)" in str(concern_report(evening.hearing, HEAD))
    book = book_of(evening.hearing, {}, HEAD)
    sheets = {sheet.name: sheet for sheet in book.sheets}
    measures = {row[2]: row[3] for row in map(tuple, sheets["Summary"].rows)}
    assert (measures["Written comment"], measures["Written comment: signatories"]) == (2, 5)
    titles = [column.title for column in sheets["Written"].columns]
    told_of = [tuple(row) for row in sheets["Written"].rows]
    columns = [[row[titles.index(title)] for row in told_of] for title in ("Letter", "Documents", "Signatories")]
    assert columns == [[1, 1, 1, None], [1, 0, 0, 1], [1, 2, 1, 1]]


def test_what_came_after_the_record_was_closed_is_kept_and_says_so(tmp_path: Path) -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.turn(1)
    evening.act(rules.leave_record_open, until=evening.now.utc + timedelta(hours=1))
    evening.act(rules.close_testimony)
    evening.act(rules.adjourn)
    for name in ("Bo Cruz", "Cy Dee"):
        evening.act(rules.register_speaker, sign_up=SignUp("1", name, mode=Mode.WRITTEN), now=evening.now)
        evening.wait(7200)
    text = told(evening.hearing, tmp_path)
    assert "Bo Cruz Cy Dee (received after the record was closed)" in text.replace("• ", "").replace("- ", "")
    assert column(written(evening.hearing, tmp_path)["Written"], "Late") == ["No", "Yes"]
