"""What review lists after the meeting: all that is unfinished, and nothing that the second coder must not see."""

from dataclasses import replace

from hearingdesk.domain import rules
from hearingdesk.domain.open_points import PointKind, open_points, to_code_again, to_settle
from hearingdesk.domain.values import Capacity, Coding, MinutesLevel, Position, SignUp
from tests.builders import PROFILE, Evening, commenting

SUMMARIES = replace(PROFILE, minutes_level=MinutesLevel.SUMMARY)


def listed(evening: Evening) -> list[tuple[PointKind, int | str]]:
    return [(point.kind, point.slip or point.code) for point in open_points(evening.hearing)]


def reviewed_evening() -> Evening:
    """One whose every speaker is done."""
    evening = commenting(SUMMARIES, "Ann Lee", "Bo Cruz")
    for slip in (1, 2):
        evening.turn(slip, 60, ("PRIV",))
        evening.act(rules.write_summary, slip=slip, text="Said that cameras follow everybody home.")
    evening.act(rules.adjourn)
    return evening


def test_nothing_is_listed_where_all_is_done() -> None:
    assert listed(reviewed_evening()) == []


def test_each_kind_is_listed_and_goes_when_it_is_done() -> None:
    evening = commenting(SUMMARIES)
    evening.register("Ann Lee", name_uncertain=True)
    evening.register("Bo Cruz", position=Position.SUPPORT)
    evening.register("Official", capacity=Capacity.OFFICIAL)
    evening.register("Unheard")
    evening.turn(1, 60)
    evening.turn(2, 60, ("PRIV",), Position.OPPOSE)
    evening.turn(3, 60)
    evening.act(rules.write_summary, slip=2, text="Against it.")
    evening.act(rules.add_concern, label="Bees", code="BEES")
    assert listed(evening) == [
        (PointKind.NAME, 1),
        (PointKind.UNCODED, 1),
        (PointKind.NO_SUMMARY, 1),
        (PointKind.LOW_DETAIL, 2),
        (PointKind.UNDEFINED, "BEES"),
        (PointKind.POSITION, 2),
    ]
    evening.act(rules.correct_registration, slip=1, sign_up=SignUp("1", "Ann Li"))
    evening.act(rules.raise_concern, slip=1, code="NONE")
    evening.act(rules.write_summary, slip=1, text="Said that nobody had asked her.")
    evening.act(rules.write_summary, slip=2, text="Said that it costs far too much.")
    evening.act(rules.define_concern, code="BEES", definition="Harm to bees.")
    assert listed(evening) == [(PointKind.POSITION, 2)]


def test_a_body_whose_minutes_hold_names_only_asks_for_no_summary() -> None:
    evening = commenting(replace(PROFILE, minutes_level=MinutesLevel.NAMES), "Ann Lee")
    evening.turn(1, 60, ("PRIV",))
    assert listed(evening) == []


def test_the_second_coder_sees_names_and_summaries_and_no_mark() -> None:
    evening = reviewed_evening()
    assert [point.slip for point in to_code_again(evening.hearing)] == [1, 2]
    assert "PRIV" not in str(to_code_again(evening.hearing))
    assert "Privacy" not in str(to_code_again(evening.hearing))
    evening.act(rules.code_speaker, slip=1, codes=("PRIV",), coding=Coding.SECOND, coder="mk")
    assert [point.slip for point in to_code_again(evening.hearing)] == [2]


def test_only_what_was_coded_differently_is_settled() -> None:
    evening = reviewed_evening()
    evening.act(rules.code_speaker, slip=1, codes=("PRIV",), coding=Coding.SECOND, coder="mk")
    evening.act(rules.code_speaker, slip=2, codes=("MISID",), coding=Coding.SECOND, coder="mk")
    assert [point.slip for point in to_settle(evening.hearing)] == [2]
    evening.act(rules.code_speaker, slip=2, codes=("MISID",), coding=Coding.AGREED, coder="rd, mk")
    assert to_settle(evening.hearing) == []
