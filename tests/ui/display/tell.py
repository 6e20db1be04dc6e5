"""Tells one story in a program of its own: ``python -m tests.ui.display.tell STORY [CONFIGURATION]``.

With a configuration the screens are Qt's offscreen ones; without, they are monitors of the X server on DISPLAY.
"""

import sys

from PySide6.QtWidgets import QApplication

from hearingdesk.ui.kit.look import dress
from tests.ui.display import stories, stories_outputs
from tests.ui.display.plugs import LAPTOP, PROJECTOR, set_monitors
from tests.ui.display.room import Room

STORIES = [
    stories.start,
    stories.unplug,
    stories.replug,
    stories.taken_down,
    stories.resolution,
    stories.pushed,
    stories.swap,
    stories.mirrored,
    stories.laptop_closed,
    stories.only_screen,
    stories.fifty_times,
    stories.close,
    stories_outputs.window,
    stories_outputs.remembered,
    stories_outputs.numbers,
    stories_outputs.chosen_on_the_sheet,
    stories_outputs.outputs,
    stories_outputs.covers,
    stories_outputs.chairs,
    stories_outputs.hers_to_give_up,
    stories_outputs.comes_back,
    stories_outputs.held_and_unplugged,
    stories_outputs.held_and_taken_down,
    stories_outputs.covered_again,
    stories_outputs.another_hearing,
    stories_outputs.comes_back_late,
]


def main(name: str, configuration: str = "") -> None:
    platform = f"offscreen:configfile={configuration}" if configuration else "xcb"
    if not configuration:
        set_monitors(LAPTOP, PROJECTOR)
    app = QApplication(["hearingdesk", "-platform", platform])
    dress(app)
    story = next(story for story in STORIES if story.__name__ == name)
    story(Room(app))


if __name__ == "__main__":
    main(*sys.argv[1:])
