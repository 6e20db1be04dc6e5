"""Evenings in which the clerk chooses what is seen where; told like those of :mod:`tests.ui.display.stories`."""

from dataclasses import replace

from hearingdesk.domain.chair import ChairFace
from hearingdesk.domain.face import OnFloor
from hearingdesk.ui.console.display_sheet import DisplaySheet
from hearingdesk.ui.console.wall_acts import WallActs
from hearingdesk.ui.display.compose import Cover
from hearingdesk.ui.display.identify import ScreenNumber
from hearingdesk.ui.display.picture import Role
from hearingdesk.ui.display.screens import Identity
from hearingdesk.ui.display.window import DisplayWindow
from tests.ui.display.faces import SPEAKING, clock
from tests.ui.display.plugs import Plugged
from tests.ui.display.room import HEARING, LAPTOP, PROJECTOR, TELEVISION, Room, keeping


def window(room: Room) -> None:
    """On one screen the wall may stand in an ordinary window, smaller than the screen."""
    room.plug(LAPTOP)
    room.wall.open_window()
    room.until(lambda: room.wall.live)
    assert not room.wall.window.isFullScreen()
    assert room.wall.window.width() < LAPTOP.width
    assert room.wall.state == "Window ● live"
    room.plug(LAPTOP, PROJECTOR)
    assert not room.wall.window.isFullScreen()
    room.wall.go_live()
    room.until(lambda: room.fills(PROJECTOR))
    room.wall.window.close()
    assert room.wall.state == "PROJ 1920×1080 ready · not live"


def remembered(room: Room) -> None:
    """Of several screens the remembered one is taken, wherever it stands in the list now."""
    room.kept.append(keeping(Identity("TV", "", "3840x2160+-3840+0").written()))
    room.plug(LAPTOP, PROJECTOR, TELEVISION)
    again = Room(room.app, room.kept[-1])
    again.wall.go_live()
    again.until(lambda: again.fills(TELEVISION))
    assert sorted(again.wall.choices().values()) == ["2 · PROJ 1920×1080", "3 · TV 3840×2160"]
    other = next(identity for identity, words in again.wall.choices().items() if "PROJ" in words)
    again.wall.choose(other)
    again.until(lambda: again.fills(PROJECTOR))
    assert again.kept_screen == other
    again.plug(LAPTOP, TELEVISION)
    assert not again.wall.live, "only the chosen screen, never another by itself"
    again.plug(LAPTOP, TELEVISION, PROJECTOR)
    again.until(lambda: again.fills(PROJECTOR))


def numbers(room: Room) -> None:
    """Every screen shows its number, the one it has in the choices, and the keys stay at the console."""
    room.wall.identify()
    cards = [each for each in room.app.topLevelWidgets() if isinstance(each, ScreenNumber)]
    assert [(card.number, card.screen().name()) for card in sorted(cards, key=lambda card: card.number)] == [
        (1, "LAPTOP"),
        (2, "PROJ"),
    ]
    assert all(card.screen().geometry().contains(card.geometry()) for card in cards)
    room.until(room.keys_go_to_the_console)


def chosen_on_the_sheet(room: Room) -> None:
    """The console's sheet lists the screens as they come and go, and moves the wall to the one that is picked."""
    sheet = DisplaySheet(room.wall, WallActs(room.wall, room.said.append))
    sheet.open_over(room.console)
    assert [sheet.screen_of.editor.itemText(at) for at in range(2)] == ["First that is free", "2 · PROJ 1920×1080"]
    sheet.live.click()
    room.until(lambda: room.fills(PROJECTOR))
    room.plug(LAPTOP, PROJECTOR, TELEVISION)
    room.until(lambda: sheet.screen_of.editor.count() == 3)
    assert sheet.screen_of.value() == room.wall.chosen()
    sheet.screen_of.editor.setCurrentIndex(2)
    sheet.screen_of.picked.emit()
    room.until(lambda: room.fills(TELEVISION))
    room.plug(LAPTOP)
    room.until(lambda: not sheet.screen_of.isEnabled())
    assert sheet.state.text() == "TV is gone · the display is hidden and comes back with it"


def outputs(room: Room) -> None:
    """Clock and queue on screens of their own: the same face, hidden with their screen, back with it."""
    wall = room.wall
    room.plug(LAPTOP, PROJECTOR, TELEVISION)
    projector, television = wall.choices()
    wall.choose(projector)
    wall.go_live()
    timer = wall.add("clock")
    wall.choose(television, timer)
    wall.go_live(timer)
    clock_window = next(each for each in room.app.topLevelWidgets() if room.on(each, TELEVISION))
    assert isinstance(clock_window, DisplayWindow)
    room.until(lambda: room.on(clock_window, TELEVISION))
    assert wall.state == "PROJ 1920×1080 ● live · 1 more on"
    wall.show_face(clock(SPEAKING.clock.state, "3:40", 0.7))
    digits, names = ([text.text for text in clock_window.picture.texts(role)] for role in (Role.DIGITS, Role.NAME))
    assert ("".join(digits), names) == ("3:40", [])
    room.plug(LAPTOP, PROJECTOR)
    assert not wall.shown_on(timer)
    assert wall.state == "PROJ 1920×1080 ● live · Clock for the speaker: its screen is gone"
    assert wall.attention
    assert room.console_is_free()
    room.plug(LAPTOP, PROJECTOR, TELEVISION)
    room.until(lambda: room.on(clock_window, TELEVISION))
    assert "gone" not in wall.state
    wall.blank()
    assert clock_window.picture.pieces == ()
    room.until(room.keys_go_to_the_console)
    wall.toggle()
    assert not wall.live
    assert not wall.shown_on(timer)
    wall.toggle()
    room.until(lambda: room.fills(PROJECTOR) and room.on(clock_window, TELEVISION))
    wall.remove(timer)
    assert list(wall.outputs().values()) == ["Display in the room"]
    assert not [each for each in room.app.topLevelWidgets() if room.on(each, TELEVISION)]


def chairs(room: Room) -> None:
    """The chair's screen: never where the public's was, whatever is plugged; blank and freeze leave it alone."""
    wall = room.wall
    room.plug(LAPTOP, PROJECTOR, TELEVISION)
    projector, television = wall.choices()
    wall.choose(projector)
    wall.go_live()
    wall.show_chair(ChairFace({13: "HAR-grohv"}, rule="Three minutes each."))
    chair = wall.add("chair")
    wall.show_face(SPEAKING)
    wall.go_live(chair)
    assert not wall.shown_on(chair), "no screen was chosen for it, and it takes none by itself"
    assert list(wall.choices(chair)) == [television], "the other one is the room's"
    wall.choose(projector, chair)
    wall.go_live(chair)
    assert not wall.shown_on(chair)
    wall.choose(television, chair)
    wall.go_live(chair)
    room.until(lambda: wall.shown_on(chair))
    assert "say: HAR-grohv" in [text.text for text in wall.picture(chair).texts()]
    assert "HAR-grohv" not in repr(wall.picture())
    wall.toggle()
    assert (wall.live, wall.shown_on(chair)) == (False, True), "the key is for what the public sees"
    wall.toggle()
    room.until(lambda: room.fills(PROJECTOR))
    wall.blank()
    assert wall.picture().pieces == ()
    shown = [text.text for text in wall.picture(chair).texts()]
    assert {"The public display is blank", "say: HAR-grohv"} <= set(shown)
    wall.take_down()
    assert not [each for each in room.app.topLevelWidgets() if room.on(each, PROJECTOR)], "it stays where it is"
    smaller = TELEVISION._replace(width=1920, height=1080)
    room.plug(LAPTOP, PROJECTOR, smaller)
    room.until(lambda: any(room.on(each, smaller) for each in room.app.topLevelWidgets()))
    room.plug(LAPTOP, PROJECTOR, TELEVISION)
    room.until(lambda: any(room.on(each, TELEVISION) for each in room.app.topLevelWidgets()))
    room.plug(LAPTOP, PROJECTOR)
    room.plug(LAPTOP, TELEVISION._replace(x=1366))
    assert not wall.shown_on(chair), "another screen in the same socket may face the room"
    room.plug(LAPTOP, PROJECTOR, TELEVISION)
    room.until(lambda: wall.shown_on(chair))


def hers_to_give_up(room: Room) -> None:
    """A screen belongs to one output until it is given up; on the way to another none shows what is the chair's."""
    wall = room.wall
    room.plug(LAPTOP, PROJECTOR, TELEVISION)
    projector, television = wall.choices()
    wall.choose(projector)
    chair = wall.add("chair")
    wall.choose(television, chair)
    wall.go_live(chair)
    room.until(lambda: wall.shown_on(chair))
    assert wall.taken
    wall.choose(television)
    assert wall.shown_on(chair), "it is hers until she gives it up"
    beamer = Plugged("BEAMER", 1366, 1200, 1024, 768)
    room.plug(LAPTOP, PROJECTOR, TELEVISION, beamer)
    wall.choose(next(each for each, words in wall.choices(chair).items() if "BEAMER" in words), chair)
    assert not wall.shown_on(chair), "first chosen, then put up: no screen on the way shows what is hers"
    wall.go_live(chair)
    room.until(lambda: wall.shown_on(chair))
    wall.choose("", chair)
    assert not wall.shown_on(chair)
    assert len(wall.choices()) == 3


def comes_back(room: Room) -> None:
    """After a crash all is up again on the same screens, when the console has found its place; and that is said."""
    room.plug(LAPTOP, PROJECTOR, TELEVISION)
    projector, television = room.wall.choices()
    room.wall.choose(projector)
    room.wall.go_live()
    timer = room.wall.add("clock")
    room.wall.choose(television, timer)
    room.wall.go_live(timer)
    room.wall.wear(timer, theme="light", languages=("es",), volume=2)
    kept = room.kept[-1]
    room.wall.close()
    room.console.close()
    again = Room(room.app, kept)
    assert not again.wall.live, "not before the console has found its place"
    said = again.wall.come_back()
    again.until(lambda: again.fills(PROJECTOR))
    assert said == "Up again as before: Display in the room: PROJ 1920×1080, Clock for the speaker: TV 3840×2160."
    (timer,) = (name for name in again.wall.outputs() if name != "wall")
    worn = again.wall.setup(timer)
    assert (worn.worn, worn.languages, worn.volume) == ("light", ("es",), 2)
    assert again.console_is_free()


def comes_back_late(room: Room) -> None:
    """Opened again without the projector nothing is shown, least of all on the only screen; it comes with its own."""
    room.wall.go_live()
    room.wall.close()
    room.plug(LAPTOP)
    again = Room(room.app, room.kept[-1])
    assert again.wall.come_back() == ""
    assert not again.wall.live
    assert again.wall.state == "PROJ is gone · the display is hidden and comes back with it"
    again.plug(LAPTOP, PROJECTOR)
    again.until(lambda: again.fills(PROJECTOR))
    assert again.wall.state == "PROJ 1920×1080 ● live"


def held_and_unplugged(room: Room) -> None:
    """A held picture does not come up again once its screen went: blank until the clerk shows the hearing; said."""
    room.wall.go_live()
    room.until(lambda: room.fills(PROJECTOR))
    room.wall.freeze()
    assert room.wall.attention
    room.plug(LAPTOP)
    assert room.wall.state == "PROJ is gone · the display is hidden and comes back with it, blank"
    assert room.wall.attention
    room.wall.show_face(replace(SPEAKING, speaker=OnFloor(13, "")))
    room.plug(LAPTOP, PROJECTOR)
    room.until(lambda: room.fills(PROJECTOR))
    assert room.wall.window.picture.pieces == ()
    assert room.wall.state == "PROJ 1920×1080 ● blank"
    room.wall.blank()
    assert "Hargrove" not in " ".join(room.says(Role.NAME))
    assert room.says(Role.NAME)
    assert not room.wall.attention


def held_and_taken_down(room: Room) -> None:
    """Put up again it shows the hearing as it is, not as it was when it was held."""
    room.wall.go_live()
    room.wall.freeze()
    room.wall.toggle()
    assert room.wall.cover is Cover.NONE
    room.wall.show_face(clock(SPEAKING.clock.state, "2:00", 0.4))
    room.wall.toggle()
    room.until(lambda: room.fills(PROJECTOR))
    assert "".join(room.says(Role.DIGITS)) == "2:00"


def covered_again(room: Room) -> None:
    """After a crash what was covered is covered: blank is blank, a message stands, a held picture is blank."""
    room.wall.go_live()
    room.wall.message(("Please leave", "Salgan"))
    room = _opened_again(room, Cover.MESSAGE, "The message stands until you take it away.")
    assert room.says(Role.HEADLINE) == ["Please leave", "Salgan"]
    room.wall.freeze()
    room = _opened_again(room, Cover.BLANK, "It is blank: the key of blanking shows the hearing.")
    assert room.wall.window.picture.pieces == ()
    room.wall.blank()
    assert room.says(Role.NAME) == ["Dr. Lucinda Hargrove"]
    room.wall.blank()
    _opened_again(room, Cover.BLANK, "It is blank: the key of blanking shows the hearing.")


def _opened_again(room: Room, cover: Cover, said: str) -> Room:
    """The room after the program came back, with its display up again; it says so."""
    kept = room.kept[-1]
    room.wall.close()
    room.console.close()
    again = Room(room.app, kept)
    told = again.wall.come_back()
    assert told == f"Up again as before: Display in the room: PROJ 1920×1080. {said}"
    again.until(lambda: again.fills(PROJECTOR))
    assert again.wall.cover is cover
    again.wall.show_face(SPEAKING)
    assert "Hargrove" not in repr(again.wall.window.picture)
    return again


def another_hearing(room: Room) -> None:
    """What was up for one hearing is not up for the next: its screens and looks are remembered, and one key does it."""
    room.wall.go_live()
    room.wall.wear(theme="light")
    room.wall.blank()
    kept = room.kept[-1].replace(HEARING, "another night")
    room.wall.close()
    again = Room(room.app, kept)
    assert again.wall.come_back() == ""
    assert not again.wall.live
    assert again.wall.setup().worn == "light"
    again.wall.toggle()
    again.until(lambda: again.fills(PROJECTOR))
    assert again.wall.cover is Cover.NONE


def covers(room: Room) -> None:
    """Blank, freeze and message, each there and back, said in the state; blank is on the glass at once."""
    room.wall.go_live()
    room.until(lambda: room.fills(PROJECTOR))
    room.app.processEvents()
    room.wall.blank()
    room.app.processEvents()
    assert room.wall.window.picture.pieces == ()
    assert room.wall.state == "PROJ 1920×1080 ● blank"
    room.wall.blank()
    room.wall.freeze()
    assert room.wall.state == "PROJ 1920×1080 ● frozen"
    room.wall.show_face(clock(SPEAKING.clock.state, "2:00", 0.4))
    assert "".join(room.says(Role.DIGITS)) == "3:47"
    room.wall.freeze()
    assert "".join(room.says(Role.DIGITS)) == "2:00"
    room.wall.message(room.wall.messages()["emergency"])
    assert room.wall.state == "PROJ 1920×1080 ● message"
    room.wall.show_face(replace(SPEAKING, time="6:48 PM"))
    assert "Please leave the building" in " ".join(room.says(Role.HEADLINE))
    room.wall.message()
    assert room.wall.cover is Cover.NONE
    assert room.says(Role.NAME) == ["Dr. Lucinda Hargrove"]
