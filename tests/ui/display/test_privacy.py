"""P-03: nothing but what may be projected reaches the wall. Every other field carries a marker that must not appear."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from hearingdesk.domain import rules
from hearingdesk.domain.chair import ChairFace, Saying, chair_face
from hearingdesk.domain.face import TallyFace, face
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.values import (
    Capacity,
    Channel,
    Contact,
    Interpreter,
    Mode,
    NameShown,
    Position,
    SignUp,
    StopReason,
)
from hearingdesk.ui.display.compose import ChairShowing, Composer, Cover, Showing
from hearingdesk.ui.display.setup import Layout
from hearingdesk.ui.display.wall import Wall
from tests.builders import BODY, PROFILE, Evening, commenting

MARK = "QXZLEAK"
FOR_BROADCAST = "QXZORG"
"""An organisation is published (P-01): on the lower third beside a name in full, never on the wall."""
HIDDEN = Contact(*(f"{MARK} {field.name}" for field in fields(Contact)))
ROOMS = (Layout.WALL, Layout.CLOCK, Layout.QUEUE)


def marked(name: str, shown: NameShown, **says: Any) -> SignUp:  # whatever a slip says
    """A slip full of markers, with a name that may be shown or not."""
    hidden = shown is NameShown.WITHHELD
    slip = SignUp(
        item="1",
        name=f"{MARK} {name}" if hidden else name,
        name_shown=shown,
        organisation=f"{MARK if hidden else FOR_BROADCAST} organisation",
        place=f"{MARK} place",
        on_behalf_of=f"{MARK} behalf",
        title=f"{MARK} title",
        source=f"{MARK} source",
        together_with=(f"{MARK} other",) if hidden else (),
        interpreter=Interpreter(f"{MARK} language", name=f"{MARK} interpreter"),
    )
    return replace(slip, **says)


def scenes(evening: Evening, slips: list[SignUp]) -> Iterator[tuple[Hearing, Moment]]:
    """The evening goes by; after each act, the hearing as it is then."""
    for slip in slips:
        evening.act(rules.register_speaker, sign_up=slip)
        yield evening.hearing, evening.now
    for number in list(evening.hearing.items["1"].queue):
        evening.act(rules.call_speaker, slip=number)
        yield evening.hearing, evening.now
        evening.act(rules.start_turn)
        evening.act(rules.write_summary, text=f"{MARK} summary")
        evening.wait(70)
        yield evening.hearing, evening.now
        evening.act(rules.stop_clock, reason=StopReason.OTHER, note=f"{MARK} note")
        yield evening.hearing, evening.now
        evening.act(rules.resume_clock)
        evening.wait(500)
        yield evening.hearing, evening.now
        evening.act(rules.end_turn)
        yield evening.hearing, evening.now


def words(composer: Composer, layout: Layout, showing: Showing) -> str:
    picture = replace(composer, layout=layout).picture(showing, 1920, 1080)
    return " ".join(text.text for text in picture.texts())


def chairs(hearing: Hearing) -> ChairFace:
    """The chair's part, with all that is known of everybody."""
    return chair_face(
        hearing,
        dict.fromkeys(hearing.registrations, HIDDEN),
        ((Saying("item_titled", {"title": f"{MARK} forecast"}),),),
    )


def shown(composer: Composer, hearing: Hearing, now: Moment) -> str:
    """Everything that the face says and the room's pictures paint, covered or not, tally and all.

    The pictures are even handed what is the chair's, and must not look at it.
    """
    told = face(hearing, now, "0123456789abcdef", tally=True)
    aside = chairs(hearing)
    covers = (Cover.NONE, Cover.FROZEN)
    lower = words(composer, Layout.LOWER, ChairShowing(told, aside=aside))
    rooms = [words(composer, layout, ChairShowing(told, cover, aside=aside)) for layout in ROOMS for cover in covers]
    assert FOR_BROADCAST not in "".join(rooms)
    return " ".join([repr(told), lower, *rooms])


def evening() -> Evening:
    """A commission whose own internal words are markers too."""
    started = commenting(replace(PROFILE, title=f"{MARK} rules", letterhead_notice=f"{MARK} notice", source=MARK))
    started.hearing = replace(started.hearing, body=replace(BODY, clerk=f"{MARK} clerk", jurisdiction=f"{MARK} city"))
    return started


def test_no_marker_reaches_the_wall_in_a_whole_evening(composer: Composer) -> None:
    slips = [
        marked("Ada Brennan", NameShown.FULL),
        marked("Luis Ortega", NameShown.INITIAL),
        marked("Mai Xiong", NameShown.WITHHELD),
        marked("Omar Haddad", NameShown.FULL, mode=Mode.REMOTE_PHONE),
    ]
    seen = [shown(composer, hearing, now) for hearing, now in scenes(evening(), slips)]
    assert len(seen) == 24
    assert not [text for text in seen if MARK in text]
    everything = " ".join(seen)
    assert "Ada Brennan" in everything
    assert "Luis O." in everything
    assert "Ortega" not in everything
    assert "Xiong" not in everything


def test_the_check_sees_a_leak(composer: Composer) -> None:
    """A name that may be shown is shown: so would a marker be."""
    slips = [marked(MARK, NameShown.FULL)]
    assert all(MARK in shown(composer, hearing, now) for hearing, now in list(scenes(evening(), slips))[:4])


def test_two_of_one_name_are_told_apart_by_what_is_public(composer: Composer) -> None:
    """G-04 lets the organisation through, and nothing else."""
    slips = [marked("Ada Brennan", NameShown.FULL, organisation=who) for who in ("Tenants' Union", "")]
    slips = [replace(slip, place="District 4") for slip in slips]
    seen = [shown(composer, hearing, now) for hearing, now in scenes(evening(), slips)]
    assert not [text for text in seen if MARK in text]
    assert "Tenants' Union" in seen[1]
    assert "slip 2" in seen[1]


slip_of = st.builds(
    marked,
    st.sampled_from(["Ada Brennan", "Luis Ortega", "Mai Xiong"]),
    st.sampled_from(list(NameShown)),
    position=st.sampled_from(list(Position)),
    mode=st.sampled_from([mode for mode in Mode if mode.speaks]),
    channel=st.sampled_from(list(Channel)),
    capacity=st.sampled_from(list(Capacity)),
    name_uncertain=st.booleans(),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(slips=st.lists(slip_of, min_size=1, max_size=4), names=st.booleans())
def test_no_marker_reaches_the_wall_whoever_speaks(composer: Composer, slips: list[SignUp], names: bool) -> None:
    """Names are drawn apart, since two of one name are told apart by their organisation."""
    apart = [replace(slip, name=f"{slip.name} {'ABCD'[place]}") for place, slip in enumerate(slips)]
    started = evening()
    profile = replace(started.hearing.profile, names_on_screen=names)
    started.hearing = replace(started.hearing, profile=profile)
    for hearing, now in scenes(started, apart):
        assert MARK not in shown(composer, hearing, now)


@pytest.mark.parametrize("words", [("Brennan", "Ortega"), tuple(position.word for position in Position)])
def test_without_names_neither_names_nor_positions_are_shown(composer: Composer, words: tuple[str, ...]) -> None:
    """C-10: positions are never on the wall; names are not where the profile says so."""
    started = evening()
    started.hearing = replace(started.hearing, profile=replace(started.hearing.profile, names_on_screen=False))
    slips = [marked("Ada Brennan", NameShown.FULL, position=Position.OPPOSE), marked("Luis Ortega", NameShown.FULL)]
    for hearing, now in scenes(started, slips):
        assert not [word for word in words if word in shown(composer, hearing, now)]


def test_the_chairs_screen_keeps_the_names_where_the_room_has_numbers(composer: Composer) -> None:
    started = evening()
    started.hearing = replace(started.hearing, profile=replace(started.hearing.profile, names_on_screen=False))
    slips = [marked("Ada Brennan", NameShown.FULL), marked("Luis Ortega", NameShown.WITHHELD)]
    seen = list(scenes(started, slips))
    for hearing, now in seen[1:6]:
        on_hers = words(composer, Layout.CHAIR, ChairShowing(face(hearing, now), aside=chairs(hearing)))
        assert "Ada Brennan" in on_hers
        assert "Ortega" not in on_hers


def test_a_face_has_no_room_for_contact_details() -> None:
    """What is not handed over cannot leak: the face has none of the contact's fields, nor their like."""
    from_contact = {field.name for field in fields(Contact)}
    in_face = {field.name for field in fields(face(evening().hearing, Evening().now))}
    assert not from_contact & in_face


def test_the_turn_that_is_fuzzed_is_a_real_one(composer: Composer) -> None:
    """The evening above really goes through every state of the clock."""
    states = {face(h, now).clock.state.value for h, now in scenes(evening(), [marked("Ada", NameShown.FULL)])}
    assert states == {"idle", "called", "running", "stopped", "over"}


def test_the_chair_alone_is_told_how_names_are_said(composer: Composer) -> None:
    """The check of the checks: her screen does show what the others must not."""
    started = evening()
    started.act(rules.register_speaker, sign_up=marked("Mai Xiong", NameShown.FULL))
    hearing, now = started.hearing, started.now
    told = ChairShowing(face(hearing, now), aside=chairs(hearing))
    on_hers = words(composer, Layout.CHAIR, told)
    assert f"say: {MARK} pronunciation" in on_hers
    for secret in ("email", "phone", "street", "note", "need"):
        assert f"{MARK} {secret}" not in on_hers, "even she needs no address to call a name"


def test_without_the_chairs_part_her_screen_is_as_the_rooms(composer: Composer) -> None:
    """A showing without it paints nothing on her layout: no layout makes up what it was not given."""
    started = evening()
    assert words(composer, Layout.CHAIR, Showing(face(started.hearing, started.now))) == ""


def test_not_a_pixel_of_the_rooms_screens_changes_with_the_chairs_part(qtbot: QtBot, composer: Composer) -> None:
    """A whole wall with every kind of output: what the chair is told reaches her window, and no other."""
    started = evening()
    seen = [(hearing, now) for hearing, now in scenes(started, [marked("Ada Brennan", NameShown.FULL)])]
    hearing, now = seen[2]
    wall = Wall(composer)
    names = [*wall.outputs(), *(wall.add(kind) for kind in wall.kinds())]
    for name in names:
        wall.open_window(name)
    grabs = []
    for aside in (ChairFace({}), chairs(hearing)):
        wall.show_chair(aside)
        wall.show_face(face(hearing, now))
        grabs.append({name: grabbed(wall, name) for name in names})
    differ = [name for name in names if grabs[0][name] != grabs[1][name]]
    assert differ == [name for name in names if name.startswith("chair")]
    assert len(names) == 5
    wall.close()


def grabbed(wall: Wall, name: str) -> QImage:
    return wall.preview(name).grab().toImage()


def test_positions_are_never_on_a_screen_of_the_room(composer: Composer) -> None:
    """C-10: with the tally on, concerns are, by the codebook's order; positions have no place in the face at all."""
    started = evening()
    for slip in (marked("Ada Brennan", NameShown.FULL, position=Position.OPPOSE), marked("Omar", NameShown.FULL)):
        started.act(rules.register_speaker, sign_up=slip)
    started.turn(1, marks=("MISID", "PRIV"), stated=Position.OPPOSE)
    started.turn(2, marks=("MISID",))
    told = face(started.hearing, started.now, tally=True)
    assert told.tally == TallyFace((("Privacy invasion", 1), ("Misidentification", 2), ("No listed concern", 0)), 2, 2)
    assert face(started.hearing, started.now).tally is None
    on_wall = words(composer, Layout.WALL, Showing(told))
    assert "Misidentification" in on_wall
    assert "Noted by staff. Not a vote." in on_wall
    assert not [position.word for position in Position if position.word in on_wall]
