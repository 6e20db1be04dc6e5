"""What the keys of the queue do."""

from hearingdesk.domain import rules
from hearingdesk.domain.values import Contact, SignUp
from hearingdesk.ui.console.acts.doing import Doing


class QueueActs(Doing):
    """Who is waiting, and where."""

    def register(self, sign_up: SignUp, contact: Contact | None = None) -> int:
        """The number of the new slip; 0 if it was refused."""
        made: list[int] = []
        self.attempt(lambda: made.append(self.desk.register(sign_up, contact)))
        if made:
            self.window.say(f"Slip {made[0]}: {self.hearing.registrations[made[0]].name} is on the list.")
        return made[0] if made else 0

    def move(self, by: int) -> None:
        """The chosen one up (-1) or down (1) the queue."""
        if not (slip := self.need_chosen()):
            return
        registration = self.hearing.registrations[slip]
        queue = self.hearing.items[registration.sign_up.item].queue
        place = queue.index(slip) + by if slip in queue else 0
        if 0 <= place < len(queue) or slip not in queue:
            self.do(rules.move_speaker, slip=slip, place=place)

    def withdraw_chosen(self) -> None:
        if slip := self.need_chosen():
            self.do(rules.withdraw_speaker, slip=slip)

    def return_chosen(self) -> None:
        if slip := self.need_chosen():
            self.do(rules.return_speaker, slip=slip)
