"""What the keys of the queue do."""

from dataclasses import replace

from hearingdesk.desk import Act
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing, Item
from hearingdesk.domain.ordering import ORDER_WORDS, ordered
from hearingdesk.domain.profile import OrderPolicy
from hearingdesk.domain.rules.registration import JUMP_NEEDS_REASON
from hearingdesk.domain.values import Contact, SignUp
from hearingdesk.ui.console.acts.doing import Doing
from hearingdesk.ui.console.steps import listed_item
from hearingdesk.ui.console.why_moved import Move


class QueueActs(Doing):
    """Who is waiting, and where."""

    def register(self, sign_up: SignUp, contact: Contact | None = None, *, late: bool = False) -> int:
        """The number of the new slip; 0 if it was refused."""
        made: list[int] = []
        self.attempt(lambda: made.append(self.desk.register(sign_up, contact, late=late)))
        if made:
            self.window.say(self._where(made[0]))
        return made[0] if made else 0

    def _where(self, slip: int) -> str:
        """Where a new slip stands, and what the rule of the body would make of the queue."""
        registration = self.hearing.registrations[slip]
        item = self.hearing.items[registration.sign_up.item]
        if slip not in item.queue:
            return f"Slip {slip}: {registration.name} is on the list. {registration.standing.word}."
        place = f"number {item.queue.index(slip) + 1} of {len(item.queue)}"
        return f"Slip {slip}: {registration.name} is on the list, {place}.{_another_order(self.hearing, item)}"

    # The order

    def move(self, by: int) -> None:
        """The chosen one up (-1) or down (1) the queue."""
        if slip := self.need_chosen():
            queue = self._queue(slip)
            place = queue.index(slip) + by if slip in queue else 0
            self.move_to(slip, max(0, min(place, len(queue) - 1)))

    def move_first(self) -> None:
        """The chosen one is next."""
        if slip := self.need_chosen():
            self.move_to(slip, 0)

    def move_last(self) -> None:
        """The chosen one to the end of the queue."""
        if slip := self.need_chosen():
            self.move_to(slip, max(len(self._queue(slip)) - 1, 0))

    def move_to(self, slip: int, place: int) -> None:
        """At once, or when its reason is given, where the jump is so far that it needs one (Q-02)."""
        queue = self._queue(slip)
        move = Move(slip, place)
        jump = queue.index(slip) - place if slip in queue else 0
        if abs(jump) < JUMP_NEEDS_REASON:
            self.record_move(move)
            return
        where = "next" if place == 0 else f"number {place + 1}"
        name, way = self.hearing.registrations[slip].name, "up" if jump > 0 else "down"
        self.window.ask_why_moved(move, f"{name} {abs(jump)} places {way}, to be {where}. Why?")

    def record_move(self, move: Move) -> bool:
        """Puts a move on the record; what of its reason is for the clerk alone goes beside it (A-11)."""
        known = self.desk.contacts.get(move.slip, Contact())
        contacts = {move.slip: replace(known, need=known.need or move.need)} if move.need else {}
        args = {"slip": move.slip, "place": move.place, "reason": move.reason}
        return self.put(Act(rules.move_speaker, args, contacts))

    def _queue(self, slip: int) -> tuple[int, ...]:
        return self.hearing.items[self.hearing.registrations[slip].sign_up.item].queue

    # Who is called again, let in, or gone

    def recall_absent(self) -> None:
        """Everybody who was called and not there is called once more (Q-05)."""
        if item := listed_item(self.hearing):
            self.do(rules.recall_absent, item=item.id)

    def admit_chosen(self) -> None:
        if slip := self.need_chosen():
            self.do(rules.admit_late, slip=slip)

    def call_second(self) -> None:
        """Who is on deck is called, and whoever is next stays next (Q-04)."""
        if slip := on_deck(self.hearing):
            self.calling(rules.call_speaker, slip=slip)
        else:
            self.window.say(NOBODY_ON_DECK, refused=True)

    def withdraw_chosen(self) -> None:
        if slip := self.need_chosen():
            self.do(rules.withdraw_speaker, slip=slip)

    def return_chosen(self) -> None:
        if slip := self.need_chosen():
            self.do(rules.return_speaker, slip=slip)


NOBODY_ON_DECK = "Nobody is on deck: fewer than two wait."


def on_deck(hearing: Hearing) -> int:
    """The slip called after the next one; 0 where fewer than two wait."""
    queue = hearing.item.queue if hearing.item else ()
    return queue[1] if len(queue) > 1 else 0


def _another_order(hearing: Hearing, item: Item) -> str:
    """Where the body has a policy that the queue does not follow now, in a sentence."""
    policy = hearing.profile.order
    if policy in (OrderPolicy.SIGN_UP, OrderPolicy.MANUAL, OrderPolicy.LOTTERY):
        return ""
    if ordered(hearing, item, policy) == item.queue:
        return ""
    return f" This body calls {ORDER_WORDS[policy]}; “Order…” puts the queue so."
