"""The public screen is handed a Face and nothing else: every scene, and nothing that is not public (P-03)."""

from dataclasses import fields, is_dataclass, replace
from datetime import timedelta

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.face import Face, Scene, VoteFace, face
from hearingdesk.domain.timing import ClockState
from hearingdesk.domain.values import (
    Choice,
    MemberVote,
    Mode,
    MotionResult,
    NameShown,
    StopReason,
    VoteMethod,
)
from tests.builders import PROFILE, Evening, commenting, in_session, prepared


def shown(evening: Evening) -> Face:
    return face(evening.hearing, evening.now)


def test_every_scene_of_an_evening() -> None:
    evening = prepared()
    scenes = [shown(evening).scene]
    evening = commenting(PROFILE, "A", "B")
    scenes.append(shown(evening).scene)
    evening.act(rules.call_next)
    scenes.append(shown(evening).scene)
    evening.act(rules.start_turn)
    evening.act(rules.end_turn)
    evening.act(rules.suspend_item, until_after="6")
    scenes.append(shown(evening).scene)
    assert shown(evening).resumes_after == "6"
    evening.act(rules.take_up, item="6")
    scenes.append(shown(evening).scene)
    evening.act(rules.resume_item, item="1")
    evening.act(rules.recess, reason="Short break", back_at=evening.now.utc)
    scenes.append(shown(evening).scene)
    evening.act(rules.reconvene)
    evening.act(rules.close_testimony)
    scenes.append(shown(evening).scene)
    evening.act(rules.adjourn)
    scenes.append(shown(evening).scene)
    assert scenes == [
        Scene.BEFORE,
        Scene.BETWEEN,
        Scene.SPEAKING,
        Scene.PAUSED,
        Scene.ITEM,
        Scene.RECESS,
        Scene.CLOSED,
        Scene.ADJOURNED,
    ]


def test_the_head_is_shown_at_adjournment_only() -> None:
    evening = in_session()
    assert face(evening.hearing, evening.now, "abc").head == ""
    evening.act(rules.adjourn)
    assert face(evening.hearing, evening.now, "abc").head == "abc"


def test_the_face_changes_with_the_second_only() -> None:
    evening = commenting(PROFILE, "A")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.wait(0.2)
    first = shown(evening)
    evening.wait(0.3)
    assert shown(evening) == first
    evening.wait(0.6)
    assert shown(evening) != first
    assert shown(evening).clock.text == "2:59"


@pytest.mark.parametrize("limit", [timedelta(seconds=60), timedelta(minutes=3), timedelta(minutes=10)])
def test_digits_and_bar_change_at_the_same_moment_and_no_other(limit: timedelta) -> None:
    """What is painted costs: in ten seconds by tenths there are ten pictures, none for the bar alone."""
    evening = commenting(replace(PROFILE, base_limit=limit), "A")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    clocks = []
    for _ in range(100):
        evening.wait(0.1)
        clocks.append(shown(evening).clock)
    assert len(set(clocks)) == len({clock.text for clock in clocks}) == 11


def test_the_organisation_is_there_for_the_broadcast_with_a_name_in_full_and_for_nobody_who_waits() -> None:
    evening = commenting(PROFILE)
    for name_shown in NameShown:
        evening.register("Ann Lee", name_shown=name_shown, organisation="Tenants' Union")
    said = []
    for _ in NameShown:
        assert {one.organisation for one in shown(evening).next_up} <= {""}
        evening.act(rules.call_next)
        evening.act(rules.start_turn)
        speaker = shown(evening).speaker
        assert speaker is not None
        said.append(speaker.organisation)
        evening.act(rules.end_turn)
    assert said == ["Tenants' Union" if each is NameShown.FULL else "" for each in NameShown]
    numbers = commenting(replace(PROFILE, names_on_screen=False))
    numbers.register("Ann Lee", organisation="Tenants' Union")
    numbers.act(rules.call_next)
    assert "Union" not in text_of(shown(numbers))


def test_the_reason_of_a_stop_is_shown() -> None:
    evening = commenting(PROFILE, "A")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.act(rules.stop_clock, reason=StopReason.QUESTION)
    assert shown(evening).clock.state is ClockState.STOPPED
    assert shown(evening).clock.stopped_for is StopReason.QUESTION


def test_two_of_one_name_are_told_apart_by_what_is_public() -> None:
    evening = commenting(PROFILE)
    evening.register("James O'Brien", place="District 4")
    evening.register("James O'Brien")
    evening.register("Kim Soto", mode=Mode.REMOTE_VIDEO)
    assert [one.note for one in shown(evening).next_up] == ["District 4", "slip 2", "remote"]


def test_a_word_that_both_share_tells_nobody_apart() -> None:
    evening = commenting(PROFILE)
    for _ in range(2):
        evening.register("Maria Garcia", place="Lakemont")
    assert [one.note for one in shown(evening).next_up] == ["slip 1", "slip 2"]


@pytest.mark.parametrize("asked", [True, False], ids=["as the body has it", "as both asked"])
def test_two_whose_names_are_shown_alike_are_told_apart(asked: bool) -> None:
    evening = commenting(replace(PROFILE, initials_on_screen=asked))
    how = NameShown.FULL if asked else NameShown.INITIAL
    for name in ("Maria Garcia", "Maria Gomez", "Mario Gomez"):
        evening.register(name, name_shown=how)
    told = [(one.name, one.note) for one in shown(evening).next_up]
    assert told == [("Maria G.", "slip 1"), ("Maria G.", "slip 2"), ("Mario G.", "")]
    evening.act(rules.call_next)
    face = shown(evening)
    assert face.speaker is not None
    assert [(one.name, one.note) for one in (face.speaker, *face.next_up)] == told


def test_of_two_suspended_items_the_first_of_the_agenda_is_shown() -> None:
    evening = commenting(PROFILE, "A")
    evening.act(rules.suspend_item)
    evening.act(rules.take_up, item="6")
    evening.act(rules.suspend_item)
    assert shown(evening).item.startswith("1 ")


def test_names_are_shown_as_asked_and_numbers_alone_where_the_body_wants_that() -> None:
    evening = commenting(PROFILE)
    evening.register("Nhia Yer Vang", name_shown=NameShown.WITHHELD, together_with=("Chue Vang",))
    evening.register("Ann Lee", name_shown=NameShown.INITIAL)
    assert [(one.name, one.others) for one in shown(evening).next_up] == [("Speaker 1", ()), ("Ann L.", ())]
    numbers = commenting(replace(PROFILE, names_on_screen=False), "Ann Lee")
    assert [(one.number, one.name) for one in shown(numbers).next_up] == [(1, "")]


def test_a_body_may_show_initials_of_everybody_and_no_more_than_asked() -> None:
    evening = commenting(replace(PROFILE, initials_on_screen=True))
    evening.register("Nhia Yer Vang", together_with=("Chue Vang",), organisation="Tenants' Union")
    evening.register("Ann Lee", name_shown=NameShown.WITHHELD, together_with=("Bo Lee",))
    assert [(one.name, one.others) for one in shown(evening).next_up] == [("Nhia V.", ("Chue V.",)), ("Speaker 2", ())]
    evening.act(rules.call_next)
    assert "Union" not in text_of(shown(evening)), "an organisation can tell who it is"


def text_of(value: object) -> str:
    if is_dataclass(value) and not isinstance(value, type):
        return " ".join(text_of(getattr(value, f.name)) for f in fields(value))
    return " ".join(map(text_of, value)) if isinstance(value, tuple) else str(value)


@pytest.mark.parametrize("shown_as", [NameShown.WITHHELD, NameShown.INITIAL])
def test_nothing_that_is_not_public_reaches_the_wall(shown_as: NameShown) -> None:
    evening = commenting(PROFILE)
    marker = "MARKER"
    for _ in range(3):
        evening.register(
            f"Ann {marker}one",
            name_shown=shown_as,
            organisation=f"{marker}-org",
            place=f"{marker}-place",
            on_behalf_of=f"{marker}-behalf",
            together_with=(f"{marker}-other",) if shown_as is NameShown.WITHHELD else (),
            source=f"{marker}-source{evening.hearing.last_slip}",
        )
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.act(rules.write_summary, text=f"{marker} summary")
    said = text_of(shown(evening))
    if shown_as is NameShown.WITHHELD:
        assert marker not in said
    for hidden in ("behalf", "source", "summary"):
        assert f"{marker}-{hidden}" not in said
        assert f"{marker} {hidden}" not in said


def test_the_roll_is_being_taken_until_it_is_called_or_an_item_is_taken_up() -> None:
    evening = prepared()
    evening.act(rules.call_to_order, presiding="brennan")
    assert shown(evening).scene is Scene.ROLL
    evening.act(rules.take_up, item="6")
    assert shown(evening).scene is Scene.ITEM
    assert shown(in_session()).scene is Scene.ITEM


def voted(result: MotionResult, method: VoteMethod, *choices: Choice) -> Evening:
    """An item in hand and a motion on it, just voted on."""
    evening = in_session()
    evening.act(rules.take_up, item="6")
    evening.act(rules.make_motion, text="to lay the matter over", mover="brennan", seconder="ortega")
    votes = tuple(
        MemberVote(member, choice) for member, choice in zip(("brennan", "ortega", "xiong"), choices, strict=False)
    )
    evening.act(rules.take_vote, method=method, result=result, votes=votes)
    return evening


def test_the_result_of_a_vote_is_shown_for_twenty_seconds() -> None:
    evening = voted(MotionResult.CARRIED, VoteMethod.ROLL_CALL, Choice.AYE, Choice.AYE, Choice.NO)
    evening.wait(19)
    told = shown(evening)
    assert told.scene is Scene.VOTED
    assert told.vote == VoteFace("to lay the matter over", carried=True, counted=True, ayes=2, noes=1)
    evening.wait(1)
    assert (shown(evening).scene, shown(evening).vote) == (Scene.ITEM, None)


def test_a_vote_by_voice_has_no_count() -> None:
    told = shown(voted(MotionResult.FAILED, VoteMethod.VOICE)).vote
    assert told == VoteFace("to lay the matter over", carried=False)


def test_a_recess_after_a_vote_is_a_recess_and_a_speaker_is_never_covered() -> None:
    evening = voted(MotionResult.CARRIED, VoteMethod.VOICE)
    evening.act(rules.recess, reason="Break")
    assert shown(evening).scene is Scene.RECESS
    evening = commenting(PROFILE, "A")
    evening.act(rules.make_motion, text="to extend the time", mover="brennan", seconder="ortega")
    evening.act(rules.take_vote, method=VoteMethod.VOICE, result=MotionResult.CARRIED)
    assert shown(evening).scene is Scene.VOTED
    evening.act(rules.call_next)
    assert shown(evening).scene is Scene.SPEAKING
