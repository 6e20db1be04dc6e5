"""Slips and the queue by the words of their rules: R-01, G-03, G-05, G-07, G-11, Q-02, Q-03, Q-07, C-13."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import timedelta

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import RegistrationCorrected, SpeakerMoved, SpeakerRegistered
from hearingdesk.domain.face import face
from hearingdesk.domain.profile import LateSlips, Pooling, RuleProfile
from hearingdesk.domain.values import (
    Capacity,
    Channel,
    Ending,
    Interpreter,
    ItemKind,
    ItemNotice,
    Mode,
    Position,
    SignUp,
    Standing,
)
from hearingdesk.domain.wording import words
from hearingdesk.library import Library
from tests.builders import PROFILE, SIX, Evening, commenting, in_session, prepared

TWO_ITEMS = (
    ItemNotice("1", "1", "Rezoning", kind=ItemKind.HEARING),
    ItemNotice("2", "2", "Budget", kind=ItemKind.HEARING),
)
SHIPPED = list(Library().profiles().found.values())


def test_one_person_with_slips_on_two_items_is_heard_once_on_each() -> None:
    """G-03: two registrations, each with an appearance and a count of its own."""
    evening = in_session(PROFILE, TWO_ITEMS)
    slips = [evening.register("Ann Lee", item=item) for item in "12"]
    for item, slip in zip("12", slips, strict=True):
        evening.act(rules.take_up, item=item)
        evening.turn(slip)
    assert [evening.hearing.registrations[slip].turns for slip in slips] == [(1,), (2,)]
    assert [evening.hearing.items[item].tally.heard for item in "12"] == [1, 1]


def test_a_slip_keeps_all_it_says_and_when_it_came_to_the_second() -> None:
    """G-05."""
    said = SignUp(
        "1",
        "Ann Lee",
        Position.OPPOSE,
        Mode.REMOTE_PHONE,
        Channel.ONLINE,
        interpreter=Interpreter("Hmong"),
        received=SIX - timedelta(minutes=7, seconds=13),
        leaves_by=SIX + timedelta(hours=1),
    )
    evening = prepared()
    entry = evening.act(rules.register_speaker, sign_up=said)
    assert isinstance(entry.event, SpeakerRegistered)
    assert entry.event.sign_up == said == evening.hearing.registrations[1].sign_up
    assert evening.hearing.registrations[1].recorded == entry.at, "and when it was taken in"
    kinds = {mode.value for mode in Mode}
    assert kinds >= {"in_person", "remote_video", "remote_phone", "written", "registering_only"}


def test_a_correction_leaves_the_first_reading_on_the_record() -> None:
    """G-07."""
    evening = commenting(PROFILE)
    evening.register("Kay L", name_uncertain=True)
    evening.act(rules.correct_registration, slip=1, sign_up=SignUp("1", "Kay Lindqvist"), reason="she spelled it")
    told = [e.event.sign_up.name for e in evening.hearing.entries if isinstance(e.event, SpeakerRegistered)]
    told += [e.event.sign_up.name for e in evening.hearing.entries if isinstance(e.event, RegistrationCorrected)]
    assert told == ["Kay L", "Kay Lindqvist"]
    corrected = evening.hearing.registrations[1]
    assert (corrected.name, corrected.sign_up.name_uncertain) == ("Kay Lindqvist", False)


@pytest.mark.parametrize("profile", SHIPPED, ids=lambda profile: profile.name)
def test_no_shipped_profile_makes_anybody_tell_who_they_are(profile: RuleProfile) -> None:
    """G-01, G-11: a slip that says nothing but its item is taken, called and heard; there is no field to demand it."""
    evening = commenting(profile, "")
    evening.turn(1)
    assert evening.hearing.registrations[1].heard
    asked = ("residence", "address", "phone", "email", "age", "race", "gender")
    demanded = [field.name for field in fields(RuleProfile) if field.name.endswith("_required")]
    assert not [name for name in demanded if name.startswith(asked)]


def test_a_profile_holds_every_setting_of_the_list() -> None:
    """R-01, in the order of the rule."""
    listed = (
        *("base_limit", "group_limit", "official_limit", "applicant_limit", "rebuttal_limit", "floor", "cap"),
        *("interpretation_factor", "pooling", "pooling_ceiling", "sign_up_opens", "sign_up_closes", "late_slips"),
        *("order", "turns_per_item", "warn_at", "oath_required", "name_required", "address_requested"),
        *("position_requested", "residence_requested", "names_on_screen", "initials_on_screen", "screen_next"),
    )
    assert set(listed) <= {field.name for field in fields(RuleProfile)}
    assert RuleProfile("ours", "Ours").cap is None, "none by default"


def test_a_move_by_hand_says_who_when_from_where_to_where_and_why() -> None:
    """Q-02."""
    evening = commenting(PROFILE, *"ABCDE")
    evening.wait(60)
    entry = evening.act(rules.move_speaker, slip=5, place=1, reason="the bus leaves at 9:10")
    assert entry.event == SpeakerMoved(5, 1, "the bus leaves at 9:10", came_from=4)
    assert (entry.by, entry.at) == ("rd", evening.now)
    assert words(entry, evening.hearing) == "E moved from place 5 to place 2: the bus leaves at 9:10"
    older = replace(entry, event=SpeakerMoved(5, 1))
    assert words(older, evening.hearing) == "E moved to place 2", "as records of before tell it"


# how somebody got to stand there, and which acts of the list are in order then

POOLED = replace(PROFILE, pooling=Pooling.ONE_DONOR, late_slips=LateSlips.END_OF_QUEUE)


def waiting(_evening: Evening) -> None:
    """Registered while the item is in hand is waiting."""


def called(evening: Evening) -> None:
    evening.act(rules.call_speaker, slip=1)


def speaking(evening: Evening) -> None:
    called(evening)
    evening.act(rules.start_turn)


def finished(evening: Evening) -> None:
    speaking(evening)
    evening.act(rules.end_turn)


def removed(evening: Evening) -> None:
    speaking(evening)
    evening.act(rules.end_turn, ending=Ending.REMOVED)


def interrupted(evening: Evening) -> None:
    speaking(evening)
    evening.act(rules.end_turn, ending=Ending.INTERRUPTED)


def no_show(evening: Evening) -> None:
    called(evening)
    evening.act(rules.speaker_not_present)


def withdrawn(evening: Evening) -> None:
    evening.act(rules.withdraw_speaker, slip=1)


def yielded(evening: Evening) -> None:
    evening.act(rules.cede_time, slip=1, to=2)


def not_reached(evening: Evening) -> None:
    evening.act(rules.close_testimony)


ACTS: dict[str, tuple[Callable[..., object], dict[str, object]]] = {
    "call": (rules.call_speaker, {"slip": 1}),
    "start": (rules.start_turn, {}),
    "end": (rules.end_turn, {}),
    "absent": (rules.speaker_not_present, {}),
    "return": (rules.return_speaker, {"slip": 1}),
    "withdraw": (rules.withdraw_speaker, {"slip": 1}),
    "cede": (rules.cede_time, {"slip": 1, "to": 2}),
    "reclaim": (rules.reclaim_time, {"slip": 1}),
    "move": (rules.move_speaker, {"slip": 1, "place": 2}),
}


def in_order(evening: Evening, act: str) -> bool:
    rule, args = ACTS[act]
    try:
        rule(evening.hearing, **args)
    except OutOfOrder:
        return False
    return True


@pytest.mark.parametrize(
    ("there", "is_", "acts"),
    [
        (waiting, Standing.WAITING, "call withdraw cede move"),
        (called, Standing.CALLED, "start absent withdraw"),
        (speaking, Standing.SPEAKING, "end"),
        (finished, Standing.FINISHED, ""),
        (removed, Standing.REMOVED, ""),
        (interrupted, Standing.WAITING, "call withdraw move"),
        (no_show, Standing.NO_SHOW, "call return withdraw"),
        (withdrawn, Standing.WITHDRAWN, "return"),
        (yielded, Standing.YIELDED, "reclaim"),
        (not_reached, Standing.NOT_REACHED, ""),
    ],
    ids=lambda given: getattr(given, "__name__", None),
)
def test_from_each_standing_lead_these_ways_and_no_others(
    there: Callable[[Evening], None], is_: Standing, acts: str
) -> None:
    evening = commenting(POOLED, "Ann", "Ben", "Cy")
    there(evening)
    assert evening.standing(1) is is_
    assert {act for act in ACTS if in_order(evening, act)} == set(acts.split())


@pytest.mark.parametrize("shown", [1, 5, 20])
def test_the_wall_names_as_many_of_those_next_as_the_profile_says(shown: int) -> None:
    """Q-07."""
    evening = commenting(replace(PROFILE, screen_next=shown), *map(str, range(30)))
    assert [one.number for one in face(evening.hearing, evening.now).next_up] == list(range(1, shown + 1))


def test_words_alone_code_nobody() -> None:
    """C-13: a summary full of the list's own labels marks nothing and states nothing; that is a person's act."""
    evening = commenting(PROFILE, "Ann Lee")
    evening.turn(1)
    evening.act(
        rules.write_summary, text="I oppose this. Privacy invasion! Misidentification! PRIV MISID oppose support."
    )
    registration = evening.hearing.registrations[1]
    assert (registration.marks, registration.stated, registration.position) == ((), None, Position.NOT_STATED)
    assert registration.sign_up.capacity is Capacity.PUBLIC
