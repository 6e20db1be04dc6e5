"""The minutes where the public speaks: who was heard, in what order, at which level of detail, and who was not."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from exports.minutes import minutes
from hearingdesk.domain import rules
from hearingdesk.domain.profile import OrderPolicy, Pooling
from hearingdesk.domain.values import (
    Capacity,
    Measure,
    MinutesLevel,
    Mode,
    NameShown,
    Position,
)
from tests.builders import PROFILE, commenting, in_session
from tests.exports.evenings import HEAD, busy, many
from tests.exports.printing import Printed, after


def test_speakers_stand_in_the_order_heard_with_what_interrupted_them_in_its_place(printed: Printed) -> None:
    assert after(printed(busy().hearing), "Speakers in the order heard") == [
        *("1.", "Maria Garcia, Sherman Park. In opposition."),
        "Said that cameras name the wrong people and that nobody asked her.",
        *("2.", "Ruth Adeyemi, Civil Liberties Union. In opposition."),
        "Asked for warrants, audits and public reports before any use.",
        *("3.", "Nhia Yer Vang. In support. Spoke through an interpreter, Mai Lor (Hmong, consecutive)."),
        "Said that her brother’s shop was robbed and a camera found the man.",
        (
            "At 6:15 p.m. the Chair reduced the limit from 5 minutes to 2 minutes per speaker for the rest of the "
            "item; 3 speakers had been heard."
        ),
        *("4.", "Tom Weber, Gateway Business District. Mixed position (registered in support)."),
        "Said that business owners pay for cameras, and would accept limits.",
        "Public comment was paused at 6:27 p.m. (a guest’s schedule; until after item 6) and resumed at 6:53 p.m.",
        *("5.", "Speaker 6 (name withheld by request). In opposition."),
        *("6.", "Alan Chavez (reading the words of Debra Jensen)."),
        *("7.", "Linda Ander and Jay Ander. Spoke remotely by video."),
        "The meeting recessed at 6:56 p.m. (fire alarm) and reconvened at 7:10 p.m.",
        *("8.", "Sofia P. Neutral or for information."),
        *("9.", "Maria Garcia, Teachers United. In support."),
        "Public comment was closed at 7:14 p.m.",
        (
            "As of 7:14 p.m., 9 members of the public were heard: 2 in support, 3 in opposition, 1 with a mixed "
            "position, 1 neutral or for information and 2 without a stated position. Counts of speakers are not a vote."
        ),
    ]


def test_the_rule_in_force_and_the_officials_come_first(printed: Printed) -> None:
    reading = printed(busy().hearing)
    assert after(reading, "1. Comment(s) by the Public") == [
        (
            "Public comment was opened at 6:01 p.m. Rule in force: Each speaker has 5 minutes; 10 minutes with an "
            "interpreter; no yielding of time."
        ),
    ]
    assert after(reading, "Officials, staff and invited speakers") == [
        *("•", "Assistant chief Kim Doe, Police Department (staff)."),
    ]


@pytest.mark.parametrize(
    ("heading", "listed"),
    [
        ("Registered in support, not speaking (1)", "T. Ng, Eastside Block Watch"),
        ("Registered in opposition, not speaking (1)", "Jo Ann Becker"),
        ("Written comments in opposition (1)", "Viola Ruiz"),
        ("Called and not present (1)", "Max Hollow"),
        ("Signed up to speak and not reached (1)", "Speaker 11"),
    ],
)
def test_who_did_not_speak_is_listed_apart(heading: str, listed: str, printed: Printed) -> None:
    assert after(printed(busy().hearing), heading) == ["•", listed]


def test_a_struck_entry_and_a_withheld_name_are_nowhere(printed: Printed) -> None:
    text = printed(busy().hearing).text
    assert "MISTAKEN WORDS" not in text
    assert "Dolores" not in text
    assert "Petrov" not in text


@pytest.mark.parametrize(
    ("level", "line", "count"),
    [
        (MinutesLevel.NAMES, "Ana Muñoz-Nguyễn 7", 1),
        (MinutesLevel.SUMMARY, "Ana Muñoz-Nguyễn 7, Riverside Neighbors. In opposition.", 1),
        (MinutesLevel.COUNT, "Ana Muñoz-Nguyễn", 0),
    ],
)
def test_the_three_levels_tell_more_or_less_of_the_same(
    level: MinutesLevel, line: str, count: int, printed: Printed
) -> None:
    reading = printed(many(12, level=level).hearing)
    assert reading.texts.count(line) == count
    assert ("Said that cameras follow everybody. (7)" in reading.texts) == (level is MinutesLevel.SUMMARY)
    assert "12 members of the public were heard: 6 in support and 6 in opposition." in reading.text


def test_one_item_can_be_told_at_a_level_of_its_own() -> None:
    hearing = many(3).hearing
    assert minutes(hearing, HEAD) != minutes(hearing, HEAD, levels={"1": MinutesLevel.COUNT})


def test_when_nobody_came_no_one_appeared(printed: Printed) -> None:
    evening = commenting(PROFILE)
    evening.act(rules.close_testimony)
    reading = printed(evening.hearing)
    assert after(reading, "1. Comments by the public")[1:] == [
        "No one appeared.",
        "Public comment was closed at 6:00 p.m.",
    ]


def test_a_second_turn_is_numbered_and_told_as_such_and_its_summary_once(printed: Printed) -> None:
    evening = commenting(PROFILE, "Ann Weber")
    evening.turn(1)
    evening.act(rules.write_summary, text="Said no.")
    evening.act(rules.call_speaker, slip=1, leave="to answer a question")
    evening.act(rules.start_turn)
    evening.act(rules.end_turn)
    assert after(printed(evening.hearing), "Speakers in the order heard")[:5] == [
        *("1.", "Ann Weber.", "Said no."),
        *("2.", "Ann Weber, again by leave of the chair (to answer a question)."),
    ]


def test_facts_follow_the_record_and_prose_stays(printed: Printed) -> None:
    evening = commenting(PROFILE, "Ana Ruis")
    evening.turn(1)
    evening.act(rules.write_summary, text="Said that Ana Ruis was misspelt.")
    sign_up = replace(evening.hearing.registrations[1].sign_up, name="Ana Ruiz")
    evening.act(rules.correct_registration, slip=1, sign_up=sign_up)
    assert after(printed(evening.hearing), "Speakers in the order heard")[1:3] == [
        "Ana Ruiz.",
        "Said that Ana Ruis was misspelt.",
    ]


def test_granted_time_is_told_only_where_the_rule_says_so(printed: Printed) -> None:
    def told(*, grants: bool) -> str:
        evening = commenting(replace(PROFILE, grants_in_minutes=grants), "Ann Weber")
        evening.act(rules.call_speaker, slip=1)
        evening.act(rules.start_turn)
        evening.act(rules.grant_time, span=timedelta(seconds=30))
        evening.act(rules.end_turn)
        return printed(evening.hearing).text

    assert "The chair granted 30 seconds more." in told(grants=True)
    assert "granted" not in told(grants=False)


def test_naughty_words_come_back_from_every_part_of_the_minutes(real_data: Path, printed: Printed) -> None:
    texts: list[str] = json.loads((real_data / "hostile" / "blns.json").read_text("utf-8"))
    texts += (real_data / "hostile" / "unicode-person-names.txt").read_text("utf-8").splitlines()
    evening = commenting(PROFILE)
    for at, text in enumerate(texts):
        shown = NameShown.INITIAL if at % 7 == 0 else NameShown.FULL
        mode = Mode.REGISTERING_ONLY if at % 3 == 0 else Mode.IN_PERSON
        slip = evening.register(
            text, organisation=text, place=text, name_shown=shown, mode=mode, position=Position.OPPOSE
        )
        if mode is Mode.IN_PERSON:
            evening.turn(slip, 1)
            if text.strip():  # an empty summary is refused where there is none to take away
                evening.act(rules.write_summary, text=text)
    printed(evening.hearing)


def test_an_invited_guest_is_no_public_comment_and_a_recess_under_any_item_is_told(printed: Printed) -> None:
    evening = in_session()
    evening.act(rules.take_up, item="6")
    evening.turn(evening.register("Ada Guest", item="6", capacity=Capacity.EXPERT))
    evening.act(rules.recess, reason="A broken pipe.")
    evening.wait(60)
    evening.act(rules.reconvene)
    reading = printed(evening.hearing)
    assert after(reading, "6. Presentation on facial recognition") == ["File FPC1006"]
    assert after(reading, "Officials, staff and invited speakers") == [
        *("•", "Ada Guest (expert)."),
        "The meeting recessed at 6:01 p.m. (A broken pipe) and reconvened at 6:02 p.m.",
    ]
    assert "Public comment" not in reading.text


def test_who_gave_the_turn_away_is_listed_and_the_longer_turn_explained(printed: Printed) -> None:
    evening = commenting(replace(PROFILE, pooling=Pooling.ONE_DONOR), "Ann Lee", "Bo Cruz", "Mai Her")
    evening.register("Cam Roe", name_shown=NameShown.WITHHELD)
    evening.act(rules.cede_time, slip=4, to=1)
    evening.act(rules.cede_time, slip=3, to=2)
    evening.turn(1)
    evening.act(rules.close_testimony)
    reading = printed(evening.hearing)
    assert after(reading, "Gave their turn to another (1)") == [
        "•",
        "Speaker 4 (name withheld by request), yielded to Ann Lee",
    ]
    assert after(reading, "Signed up to speak and not reached (2)") == ["•", "Bo Cruz", "•", "Mai Her"]
    assert any("Time was given by 1 other (3:00 + 3:00 given = 6:00)." in text for text in reading.texts)


def test_an_extension_of_the_time_in_all_stands_where_it_was_made(printed: Printed) -> None:
    evening = commenting(replace(PROFILE, cap=timedelta(minutes=1)), "Ann Lee", "Bo Cruz")
    evening.turn(1)
    evening.act(rules.extend_cap, by=timedelta(minutes=5), ordered_by="the Chair")
    evening.turn(2)
    texts = printed(evening.hearing).texts
    told = next(at for at, text in enumerate(texts) if "extended the time for the item by 5 minutes." in text)
    assert [any(name in text for text in texts[told:]) for name in ("Ann Lee", "Bo Cruz")] == [False, True]


def test_how_the_speakers_were_put_in_order_is_told(printed: Printed) -> None:
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz", "Mai Her")
    evening.act(rules.reorder_queue, policy=OrderPolicy.LOTTERY, seed="5 Feb", reason="told the clerk in confidence")
    texts = printed(evening.hearing).texts
    assert any("the list of speakers was put in order drawn by lot (seed “5 Feb”)." in text for text in texts)
    assert not any("in confidence" in text for text in texts)


def test_a_removal_is_told_with_its_ground_and_without_what_was_said(printed: Printed) -> None:
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz")
    evening.act(rules.note_conduct, measure=Measure.WARNING, slip=1, words="Sit down now.")
    evening.act(rules.note_conduct, measure=Measure.REMOVAL, slip=1)
    evening.act(rules.note_conduct, measure=Measure.REMOVAL, force_or_threat=True)
    texts = printed(evening.hearing).texts
    start = "At 6:00 p.m. the presiding officer had"
    assert f"{start} Ann Lee removed from the room, after a warning." in texts
    assert f"{start} a person removed from the room, for force or a true threat of it." in texts
    assert not any("Sit down" in text for text in texts)


def test_a_removal_while_no_item_is_in_hand_is_told_where_it_happened(printed: Printed) -> None:
    evening = in_session()
    evening.act(rules.note_conduct, measure=Measure.REMOVAL, force_or_threat=True)
    evening.act(rules.take_up, item="1")
    texts = printed(evening.hearing).texts
    said = "At 6:00 p.m. the presiding officer had a person removed from the room, for force or a true threat of it."
    assert texts.count(said) == 1
    assert texts.index("Removal") < texts.index(said) < texts.index("1. Comments by the public")
