"""Late slips by the body's policy: kept in every case, never dropped in silence (G-08)."""

from dataclasses import replace

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.profile import LateSlips, RuleProfile
from hearingdesk.domain.values import Mode, SignUp, Standing
from hearingdesk.domain.wording import words
from tests.builders import PROFILE, Evening, commenting

STRICT = replace(PROFILE, late_slips=LateSlips.REFUSE)
BY_LEAVE = replace(PROFILE, late_slips=LateSlips.CHAIRS_LEAVE)


def late(evening: Evening, mode: Mode = Mode.IN_PERSON) -> int:
    evening.act(rules.register_speaker, sign_up=SignUp("1", "Late Lee", mode=mode), late=True)
    return evening.hearing.last_slip


@pytest.mark.parametrize(
    ("policy", "standing_", "queue", "said"),
    [
        (LateSlips.END_OF_QUEUE, Standing.WAITING, (1, 2, 3), "Slip 3: Late Lee (late)"),
        (LateSlips.REFUSE, Standing.NOT_REACHED, (1, 2), "Slip 3: Late Lee (late, listed as not heard)"),
        (LateSlips.CHAIRS_LEAVE, Standing.NEEDS_LEAVE, (1, 2), "Slip 3: Late Lee (late, needs the chair's leave)"),
    ],
)
def test_a_late_slip_is_placed_by_the_policy(
    policy: LateSlips, standing_: Standing, queue: tuple[int, ...], said: str
) -> None:
    evening = commenting(replace(PROFILE, late_slips=policy), "A", "B")
    slip = late(evening)
    assert evening.standing(slip) is standing_
    assert evening.hearing.items["1"].queue == queue
    assert words(evening.hearing.entries[-1], evening.hearing) == said


def test_a_late_slip_that_does_not_speak_is_registered_as_any_other() -> None:
    evening = commenting(STRICT)
    assert evening.standing(late(evening, mode=Mode.WRITTEN)) is Standing.NOT_SPEAKING


@pytest.mark.parametrize("profile", [STRICT, BY_LEAVE])
def test_a_late_speaker_is_called_with_the_chairs_leave_and_not_without(profile: RuleProfile) -> None:
    evening = commenting(profile, "A")
    slip = late(evening)
    with pytest.raises(OutOfOrder, match="Late Lee"):
        evening.act(rules.call_speaker, slip=slip)
    evening.act(rules.call_speaker, slip=slip, leave="Chair")
    assert evening.hearing.items["1"].for_leave == ()
    evening.act(rules.call_speaker, slip=1)
    assert evening.hearing.items["1"].queue == (slip,)


def test_nobody_calls_a_late_speaker_by_calling_the_next() -> None:
    evening = commenting(BY_LEAVE)
    late(evening)
    with pytest.raises(OutOfOrder, match="Nobody is waiting"):
        evening.act(rules.call_next)


def test_neither_a_correction_nor_a_return_is_a_way_around_the_leave() -> None:
    evening = commenting(BY_LEAVE, "A")
    slip = late(evening)
    evening.act(rules.correct_registration, slip=slip, sign_up=SignUp("6", "Late Lee"))
    assert evening.hearing.items["6"].for_leave == (slip,)
    assert evening.hearing.items["1"].for_leave == ()
    evening.act(rules.withdraw_speaker, slip=slip)
    assert evening.standing(slip) is Standing.WITHDRAWN
    evening.act(rules.return_speaker, slip=slip)
    assert evening.standing(slip) is Standing.NEEDS_LEAVE
    assert evening.hearing.items["6"].for_leave == (slip,)


def test_who_waits_for_leave_when_testimony_closes_was_not_reached() -> None:
    evening = commenting(BY_LEAVE)
    slip = late(evening)
    with pytest.raises(OutOfOrder, match="1 person is still listed"):
        evening.act(rules.take_up, item="2")
    evening.act(rules.close_testimony)
    assert evening.standing(slip) is Standing.NOT_REACHED
    assert evening.hearing.items["1"].for_leave == ()
