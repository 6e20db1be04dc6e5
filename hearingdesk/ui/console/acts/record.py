"""What the keys of the record do."""

from hearingdesk.desk import Act
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.rules.corrections import last_strikable, last_struck
from hearingdesk.domain.wording import words
from hearingdesk.ui.console.acts.doing import Doing


class RecordActs(Doing):
    """Writing it down, and taking it back in the open."""

    def write_summary(self) -> None:
        unwritten = self.window.unwritten()
        if unwritten is not None:
            self.put(unwritten)
        else:
            self.window.say(NOTHING_TO_WRITE)

    def strike_last(self) -> None:
        seq = last_strikable(self.hearing)
        if seq is None:
            self.window.say(NOTHING_TO_STRIKE, refused=True)
        else:
            self.strike(seq)

    def strike(self, seq: int) -> None:
        said = words(self.hearing.entries[seq - 1], self.hearing)
        self.put(Act(rules.strike_entry, {"seq": seq}), done=f"Struck: {said}. {self.window.way('lift')} puts it back.")

    def strike_chosen(self) -> None:
        """The entry chosen in the journal; where others rest on it, or it is struck, its sheet says so first."""
        seq = self.window.chosen_entry()
        if not seq:
            self.window.say(NO_ENTRY_CHOSEN, refused=True)
        elif self.desk.refusal(rules.strike_entry, seq=seq):
            self.window.open_sheet("entry")
        else:
            self.strike(seq)

    def lift_last(self) -> None:
        seq = last_struck(self.hearing)
        if seq is None:
            self.window.say(nothing_to_lift(self.hearing), refused=True)
            return
        said = words(self.hearing.entries[seq - 1], self.hearing)
        self.put(Act(rules.lift_strike, {"seq": seq}), done=f"Counts again: {said}.")


def nothing_to_lift(hearing: Hearing) -> str:
    """Why the key that puts a struck entry back has none to put back."""
    return STRUCK_EARLIER if hearing.struck else NOTHING_STRUCK


NOTHING_TO_WRITE = "Nothing was typed that is not on the record already."
NO_ENTRY_CHOSEN = "No entry is chosen in the journal. Find it there first."
NOTHING_TO_STRIKE = "There is no entry to strike."
NOTHING_STRUCK = "Nothing is struck."
STRUCK_EARLIER = "Nothing was struck just now. What was struck earlier is put back from the journal."
