"""What the program keeps ready in case the laptop fails: a second copy in another place, and paper (P-10, D-04)."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hearingdesk.desk import Desk
from hearingdesk.office import Office

if TYPE_CHECKING:
    from hearingdesk.store.second_copy import SecondCopy

PLACE = "second copy"
"""The setting that holds the folder; it stays for the next hearing."""

Told = Callable[[int, str], object]
"""Hears of every try to copy, on the copier's thread: of how many entries the copy is, and why it failed, if it did."""


class Standby:
    """For one hearing that is open. Nothing of it stops the meeting."""

    def __init__(self, office: Office, desk: Desk, hearing_id: str) -> None:
        self._office = office
        self._desk = desk
        self._hearing = hearing_id
        self._copy: SecondCopy | None = None
        self._unfollow: Callable[[], None] | None = None

    @property
    def place(self) -> str:
        """The folder of the second copy; empty where none was chosen."""
        return self._office.store.setting(PLACE)

    def start(self, told: Told) -> None:
        """Copies from now on into the folder chosen before; without one, nothing happens."""
        place = self.place
        if not place:
            return
        copy = self._office.store.second_copy(
            self._hearing, Path(place), lambda state: told(state.entries, state.trouble)
        )
        self._copy = copy
        self._unfollow = self._desk.follow(lambda _: copy.changed())
        copy.start()

    def copy_to(self, folder: str, told: Told) -> None:
        """From now on into this folder, this time and the next; an empty one ends the copying."""
        self.end()
        self._office.store.keep_setting(PLACE, folder)
        self.start(told)

    def end(self) -> None:
        """One last copy, and no more; a stick that does not answer is not waited for."""
        if self._unfollow is not None:
            self._unfollow()
        if self._copy is not None:
            self._copy.end()
        self._copy = self._unfollow = None

    def paper(self) -> Path:
        """Writes the queue and blank sheets for paper, as it is now; where they are. Raises ExportFailed or Refused."""
        return self._office.paper(self._desk, self._hearing, self._office.data / "paper").target
