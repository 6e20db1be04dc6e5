"""The field of a sheet that asks for a person: a name, a part of one, or a slip's number, with who that is below it."""

from hearingdesk.desk import Desk
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.names import folded
from hearingdesk.ui.console.queue_find import look_up
from hearingdesk.ui.kit.fields import LineField

SUGGESTED = 4


class PersonField(LineField):
    """Found as the find box of the queue finds; while more than one may be meant, they are named below the field."""

    def __init__(self, desk: Desk, name: str, slip: int = 0) -> None:
        super().__init__(f"{name}, by name or slip number", str(slip) if slip else "")
        self._desk = desk
        self.edited.connect(lambda _: self._suggest())

    @property
    def slip(self) -> int:
        """The one slip that is meant; 0 where none is, or more than one may be."""
        return meant(self._desk.hearing, self.text())

    def need(self) -> int:
        """The slip. Where none is meant the field says why, and OutOfOrder is raised."""
        slip = self.slip
        if not slip:
            sentence = self._why_none()
            self.refuse(sentence)
            raise OutOfOrder(sentence)
        return slip

    def _suggest(self) -> None:
        found = look_up(self._desk.hearing, self.text(), SUGGESTED) if self.text() else []
        self.advise("" if self.slip in found and self.text() == str(self.slip) else self._named(found))

    def _why_none(self) -> str:
        said = self.text()
        found = look_up(self._desk.hearing, said, SUGGESTED)
        if not said:
            return "Write a name, or the number of a slip."
        if slip_number(said):
            return f"There is no slip {said}."
        if not found:
            return f"There is nobody called “{said}”."
        return f"More than one may be meant: {self._named(found)}. Write the number."

    def _named(self, slips: list[int]) -> str:
        registrations = self._desk.hearing.registrations
        return " · ".join(f"{slip} {registrations[slip].name}" for slip in slips)


def meant(hearing: Hearing, typed: str) -> int:
    """The slip of this number, else the only one found; else, of several, the only one of just this name; else 0."""
    slip = slip_number(typed)
    if slip:
        return slip if slip in hearing.registrations else 0
    found = look_up(hearing, typed, 2) if typed else []
    if len(found) == 1:
        return found[0]
    name = folded(typed)
    same = [one for one in look_up(hearing, typed) if folded(hearing.registrations[one].name) == name] if found else []
    return same[0] if len(same) == 1 else 0


def slip_number(text: str) -> int:
    """The number as typed; 0 where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
