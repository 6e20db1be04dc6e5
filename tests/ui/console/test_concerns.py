"""What was heard: concerns and positions, counted in people."""

from hearingdesk.domain.values import Position
from tests.builders import PROFILE, commenting
from tests.ui.console.conftest import AtConsole


def test_a_new_concern_takes_one_line_in_mid_speech_and_is_raised(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.write("Asked about ")
    clerk.press("Ctrl+0")
    clerk.type("Immigration enforcement sharing")
    clerk.press("Return")
    concern = clerk.hearing.concerns[-1]
    assert (concern.label, concern.key) == ("Immigration enforcement sharing", 3)
    assert clerk.slip(1).marks == (concern.code,)
    assert clerk.at(clerk.console.summary.edit)
    clerk.press("Ctrl+0", "Escape", "Ctrl+3")
    assert clerk.slip(1).marks == (concern.code, concern.code)


def test_a_concern_on_the_list_already_is_refused_and_stays_in_the_line(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+0")
    clerk.type("misidentification")
    clerk.press("Return")
    assert clerk.said == "“Misidentification” is on the list already."
    assert clerk.console.concerns.new.text() == "misidentification"


def test_concerns_count_people_and_mark_the_speaker(at_console: AtConsole) -> None:
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz")
    evening.turn(1, marks=("PRIV", "PRIV"))
    clerk = at_console(evening)
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+2")
    rows = {row.code: row for row in clerk.console.concerns.rows}
    assert (rows["PRIV"].people, rows["PRIV"].mentions, rows["PRIV"].coded, rows["PRIV"].raised) == (1, 2, 2, False)
    assert rows["MISID"].spoken == "Misidentification, 1 of 2 speakers, raised by this speaker"
    assert rows["PRIV"].more == "Privacy invasion: Being watched. 1 of 2 speakers coded, 2 mentions."
    clerk.console.concerns.list.clicked.emit(clerk.console.concerns.list.model().index(0, 1))
    assert clerk.slip(2).marks == ("MISID", "PRIV")


def test_the_positions_are_counted_in_people(at_console: AtConsole) -> None:
    evening = commenting(PROFILE)
    for position in (Position.OPPOSE, Position.OPPOSE, Position.SUPPORT):
        evening.turn(evening.register("x", position=position))
    clerk = at_console(evening)
    assert clerk.console.concerns.counts[:3] == ("1 Support", "2 Oppose", "0 Mixed")
