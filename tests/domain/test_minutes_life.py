"""The life of the minutes: presented, approved, corrected after that; what was approved stays (M-08, M-09)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.approval import MinutesState, Version, file_stem, is_final
from hearingdesk.domain.approved import as_approved
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import Event
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.values import Position, SignUp
from tests.builders import PROFILE, Evening, commenting

PRESENTED, APPROVED, AMENDED = date(2026, 2, 12), date(2026, 2, 19), date(2026, 3, 5)


def adjourned() -> Evening:
    evening = commenting(PROFILE, "Ann Lee")
    evening.turn(1)
    evening.act(rules.write_summary, slip=1, text="Said that cameras err.")
    evening.act(rules.adjourn)
    return evening


def approved() -> Evening:
    evening = adjourned()
    evening.act(rules.present_minutes, on=PRESENTED)
    evening.act(rules.approve_minutes, on=APPROVED, motion="Xiong, seconded by Ortega", head="ab" * 32)
    return evening


def test_from_draft_to_approved_as_submitted() -> None:
    evening = adjourned()
    assert evening.hearing.minutes.words == "Draft"
    evening.act(rules.present_minutes, on=PRESENTED)
    assert (evening.hearing.minutes.words, evening.hearing.minutes.presented) == ("Draft, presented", PRESENTED)
    entry = evening.act(rules.approve_minutes, on=APPROVED, head="ab" * 32)
    assert evening.hearing.minutes.approved == Version(1, entry.seq, APPROVED, head="ab" * 32)
    assert evening.hearing.minutes.words == "Approved as submitted"


def test_a_correction_listed_makes_it_as_corrected() -> None:
    evening = adjourned()
    evening.act(rules.present_minutes, on=PRESENTED)
    evening.act(rules.write_summary, slip=1, text="Said that cameras may err.")
    evening.act(rules.list_correction, text=" “cameras err” now reads “cameras may err”. ")
    evening.act(rules.approve_minutes, on=APPROVED)
    version = evening.hearing.minutes.approved
    assert version
    assert (version.how, version.corrections) == ("as corrected", ("“cameras err” now reads “cameras may err”.",))
    assert evening.hearing.minutes.corrections == ()


def test_a_correction_after_approval_is_a_new_version_and_the_old_one_stays() -> None:
    evening = approved()
    first = as_approved(evening.hearing)
    evening.act(rules.reopen_minutes, on=AMENDED, motion="to correct the account of Ann Lee")
    assert evening.hearing.minutes.approved is None
    with pytest.raises(OutOfOrder, match="No correction is listed"):
        evening.act(rules.approve_minutes, on=AMENDED)
    evening.act(rules.write_summary, slip=1, text="Said that cameras may err.")
    evening.act(rules.list_correction, text="“err” reads “may err”.")
    evening.act(rules.approve_minutes, on=AMENDED)
    old, new = evening.hearing.minutes.versions
    assert (old.how, new.how, new.number) == ("as submitted", "corrected after approval", 2)
    assert new.reopened
    assert (new.reopened.motion, new.corrections) == ("to correct the account of Ann Lee", ("“err” reads “may err”.",))
    assert evening.hearing.minutes.words == "Corrected after approval"
    assert as_approved(evening.hearing, old) == first
    assert as_approved(evening.hearing).registrations[1].summary == "Said that cameras may err."


def test_what_was_approved_is_told_by_the_journal_up_to_there() -> None:
    """Also where a later strike would tell it otherwise: an approved version is what it was."""
    evening = approved()
    evening.act(rules.reopen_minutes, on=AMENDED, motion="of the Chair")
    written = next(e for e in evening.hearing.entries if type(e.event).__name__ == "SummaryWritten")
    evening.act(rules.strike_entry, seq=written.seq)
    first = as_approved(evening.hearing, evening.hearing.minutes.versions[0])
    assert first.registrations[1].summary == "Said that cameras err."
    assert evening.hearing.registrations[1].summary == ""


def test_a_draft_is_not_taken_back_to_anything() -> None:
    evening = adjourned()
    assert as_approved(evening.hearing) is evening.hearing


def test_the_names_of_the_files() -> None:
    evening = adjourned()
    assert file_stem(evening.hearing) == "minutes"
    evening.act(rules.present_minutes, on=PRESENTED)
    assert file_stem(evening.hearing) == "minutes"
    evening.act(rules.approve_minutes, on=APPROVED)
    assert file_stem(evening.hearing) == "minutes-approved-2026-02-19"
    evening.act(rules.reopen_minutes, on=AMENDED, motion="of the Chair")
    assert file_stem(evening.hearing) == "minutes"
    evening.act(rules.list_correction, text="A name.")
    evening.act(rules.approve_minutes, on=AMENDED)
    assert file_stem(evening.hearing) == "minutes-corrected-1-2026-03-05"
    names = ("minutes.pdf", "minutes-approved-2026-02-19.pdf", "minutes-corrected-1-2026-03-05.docx")
    assert list(map(is_final, names)) == [False, True, True]


def test_approved_minutes_are_not_changed_behind_anybodys_back() -> None:
    evening = approved()
    written = next(e for e in evening.hearing.entries if type(e.event).__name__ == "SummaryWritten")
    attempts: list[tuple[Callable[..., Event], dict[str, Any]]] = [
        (rules.write_summary, {"slip": 1, "text": "Otherwise."}),
        (rules.correct_registration, {"slip": 1, "sign_up": SignUp("1", "Ann Li")}),
        (rules.state_position, {"slip": 1, "position": Position.OPPOSE}),
        (rules.strike_entry, {"seq": written.seq}),
    ]
    for rule, args in attempts:
        with pytest.raises(OutOfOrder, match="reopen them first"):
            evening.act(rule, **args)


def test_coding_goes_on_after_approval_and_the_approved_minutes_stay_the_same() -> None:
    evening = approved()
    before = as_approved(evening.hearing)
    evening.act(rules.raise_concern, slip=1, code="PRIV")
    assert as_approved(evening.hearing) == before


def test_an_approval_put_down_by_mistake_is_struck() -> None:
    evening = approved()
    evening.act(rules.strike_entry, seq=len(evening.hearing.entries))
    assert evening.hearing.minutes.state is MinutesState.PRESENTED
    evening.act(rules.write_summary, slip=1, text="Mended.")
    assert evening.hearing.registrations[1].summary == "Mended."


def test_a_note_stands_beside_the_minutes_and_changes_nothing_in_them() -> None:
    evening = approved()
    before = as_approved(evening.hearing)
    evening.act(rules.append_note, text="Ms. Lee later advised the clerk that she meant 2024.", on=AMENDED, slip=1)
    assert [note.text for note in evening.hearing.minutes.notes] == [
        "Ms. Lee later advised the clerk that she meant 2024."
    ]
    assert as_approved(evening.hearing) == before


@pytest.mark.parametrize(
    ("act", "says", "why"),
    [
        ("present_minutes", {"on": date(2026, 2, 4)}, "before the meeting, February 5, 2026"),
        ("approve_minutes", {"on": APPROVED}, "not been presented"),
        ("list_correction", {"text": "x"}, "simply mended"),
        ("reopen_minutes", {"on": AMENDED, "motion": "x"}, "not approved"),
        ("append_note", {"on": AMENDED, "text": " "}, "a few words"),
        ("append_note", {"on": AMENDED, "text": "x", "slip": 9}, "no slip 9"),
    ],
)
def test_out_of_order_on_a_draft(act: str, says: dict[str, object], why: str) -> None:
    with pytest.raises(OutOfOrder, match=why):
        adjourned().act(getattr(rules, act), **says)


@pytest.mark.parametrize(
    ("act", "says", "why"),
    [
        ("present_minutes", {"on": AMENDED}, "approved before"),
        ("approve_minutes", {"on": AMENDED}, "approved already"),
        ("list_correction", {"text": "x"}, "Reopen them"),
        ("reopen_minutes", {"on": PRESENTED, "motion": "x"}, "before the day they were approved"),
        ("reopen_minutes", {"on": AMENDED, "motion": " "}, "by a motion"),
    ],
)
def test_out_of_order_on_what_is_approved(act: str, says: dict[str, object], why: str) -> None:
    with pytest.raises(OutOfOrder, match=why):
        approved().act(getattr(rules, act), **says)


def test_approved_before_it_was_presented_is_refused() -> None:
    evening = adjourned()
    evening.act(rules.present_minutes, on=APPROVED)
    with pytest.raises(OutOfOrder, match="before the day they were presented"):
        evening.act(rules.approve_minutes, on=PRESENTED)


@pytest.mark.parametrize("act", ["present_minutes", "append_note"])
def test_not_while_the_meeting_lasts(act: str) -> None:
    evening = commenting(PROFILE, "Ann")
    says = {"text": "x"} if act == "append_note" else {}
    with pytest.raises(OutOfOrder, match="not adjourned"):
        evening.act(getattr(rules, act), on=APPROVED, **says)


def test_the_journal_folds_to_the_same() -> None:
    evening = approved()
    evening.act(rules.reopen_minutes, on=AMENDED, motion="of the Chair")
    evening.act(rules.list_correction, text="A name.")
    evening.act(rules.append_note, text="x", on=AMENDED)
    assert fold(evening.hearing.entries) == evening.hearing
