"""The chair's own part: her counts, how names are said, and the tally in the codebook's order."""

from dataclasses import replace
from datetime import timedelta

from hearingdesk.domain import rules
from hearingdesk.domain.chair import Saying, chair_face
from hearingdesk.domain.values import Contact, NameShown, Position, SignUp
from tests.builders import PROFILE, commenting


def test_before_anything_it_says_the_rule() -> None:
    told = chair_face(commenting().hearing, {})
    assert told.rule == "Each speaker has 3 minutes; 6 minutes with an interpreter; no yielding of time."
    assert (told.late, told.for_leave, told.absent, told.heard) == (0, 0, 0, 0)


def test_names_are_said_for_who_is_called_and_who_is_next() -> None:
    evening = commenting()
    slips = [evening.register(name) for name in ("Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")]
    contacts = {slip: Contact(phone="414 555 0100", pronunciation=f"said {slip}") for slip in slips[:1] + slips[2:]}
    evening.act(rules.call_next)
    assert dict(chair_face(evening.hearing, contacts).pronounced) == {
        slip: f"said {slip}" for slip in (slips[0], *slips[2:6])
    }


def test_who_came_late_and_who_was_not_there_are_counted() -> None:
    evening = commenting()
    first, second = evening.register("Ada"), evening.register("Bo")
    evening.act(rules.call_speaker, slip=first)
    evening.act(rules.speaker_not_present)
    evening.act(rules.register_speaker, sign_up=SignUp("1", "Cy"), late=True)
    told = chair_face(evening.hearing, {})
    assert (told.late, told.absent) == (1, 1)
    assert second in evening.hearing.items["1"].queue


def test_the_tally_is_in_the_codebooks_order_with_what_was_stated() -> None:
    evening = commenting()
    for name, marks, stated in (
        ("Ada", ("MISID",), Position.OPPOSE),
        ("Bo", ("MISID", "PRIV"), Position.OPPOSE),
        ("Cy", (), Position.SUPPORT),
    ):
        evening.turn(evening.register(name), marks=marks, stated=stated)
    told = chair_face(evening.hearing, {}, ((Saying("done", {"at": "7:00 PM"}),),))
    assert told.raised == (("Privacy invasion", 1), ("Misidentification", 2), ("No listed concern", 0))
    assert told.positions == ((Position.SUPPORT, 1), (Position.OPPOSE, 2))
    assert (told.heard, told.coded, told.forecast) == (3, 2, ((Saying("done", {"at": "7:00 PM"}),),))


def test_a_shorter_limit_is_said_at_once() -> None:
    evening = commenting()
    evening.act(rules.change_limit, new=timedelta(minutes=2), ordered_by="brennan")
    assert chair_face(evening.hearing, {}).rule.startswith("Each speaker has 2 minutes;")


def test_she_has_the_names_where_the_room_has_numbers_alone_as_each_asked_to_be_named() -> None:
    evening = commenting(replace(PROFILE, names_on_screen=False), "Ann Lee")
    evening.register("Bo Cruz", name_shown=NameShown.WITHHELD)
    evening.register("Cy Dee", name_shown=NameShown.INITIAL)
    evening.act(rules.call_next)
    assert dict(chair_face(evening.hearing, {}).named) == {1: "Ann Lee", 2: "Speaker 2", 3: "Cy D."}
    assert not chair_face(commenting(PROFILE, "Ann Lee").hearing, {}).named
