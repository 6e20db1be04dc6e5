"""The order of the queue: a policy, looked at before it is applied, and struck like anything else (Q-01)."""

from collections.abc import Callable
from functools import partial
from secrets import randbelow

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.events import Event
from hearingdesk.domain.hearing import Hearing, Item
from hearingdesk.domain.ordering import BATCHES, alternation_ends, batch, ordered
from hearingdesk.domain.profile import OrderPolicy
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.console.steps import listed_item
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import heading, row
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.lines import ONE_LINE, Line, LinesView
from hearingdesk.ui.kit.look import Tone, px
from hearingdesk.ui.kit.text import label

POLICIES = {
    OrderPolicy.SIGN_UP: "As they signed up",
    OrderPolicy.ALTERNATE: "Alternating for and against",
    OrderPolicy.BATCHES: "In batches",
    OrderPolicy.LOTTERY: "Drawn by lot",
}
INSIDE = {
    OrderPolicy.SIGN_UP: "as they signed up",
    OrderPolicy.ALTERNATE: "alternating for and against",
    OrderPolicy.LOTTERY: "drawn by lot",
}
FIRST = 20
"""As many as are looked at."""


class OrderSheet(MeetingSheet):
    """Shows who would be called when; Enter puts the queue so, and Ctrl+Z strikes it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Order of the queue", "Put in this order", 560)
        policy = desk.hearing.profile.order
        shown = policy if policy in POLICIES else OrderPolicy.SIGN_UP
        self.policy = ChoiceField("Call them", list(POLICIES.items()), shown, hint=_of_the_body(policy))
        self.inside = ChoiceField("Inside a batch", list(INSIDE.items()))
        self.seed = LineField("Seed of the draw", _drawn_seed())
        self.seed.advise("Anybody can repeat the draw with it. The room may draw it.")
        self.another = button("Another seed", self._another_seed)
        self.reason = LineField("Why", hint="Goes on the record; may be left out.")
        self.says = label(wrap=True)
        self.list = LinesView("The order looked at", lead=28, height=ONE_LINE)
        self.list.setMinimumHeight(px(220))
        self._order: tuple[int, ...] = ()
        self._lay_out_fields()

    def _lay_out_fields(self) -> None:
        self.body.addLayout(row(self.policy, self.inside))
        self.body.addLayout(row(self.seed, self.another))
        self.body.addWidget(heading(f"The first {FIRST} to be called"))
        self.body.addWidget(self.says)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.reason)
        self.policy.picked.connect(self._show)
        self.inside.picked.connect(self._show)
        self.seed.edited.connect(lambda _: self._show())

    def show_hearing(self, hearing: Hearing) -> None:
        self._show()

    def focus_first(self) -> None:
        self.policy.editor.setFocus()

    def enter(self) -> None:
        item = listed_item(self.desk.hearing)
        if item is None:
            return
        if self.act(self._rule(item), order=self._order, reason=self.reason.text()):
            self.close_sheet()

    def _rule(self, item: Item) -> Callable[..., Event]:
        """The rule with the policy as chosen."""
        policy, inside, seed = self._chosen()
        return partial(rules.reorder_queue, item=item.id, policy=policy, inside=inside, seed=seed)

    def _chosen(self) -> tuple[OrderPolicy, OrderPolicy, str]:
        """The policy, the order inside a batch, and the seed where anything is drawn."""
        policy = self.policy.value()
        inside = self.inside.value() if policy is OrderPolicy.BATCHES else OrderPolicy.SIGN_UP
        return policy, inside, self.seed.text() if OrderPolicy.LOTTERY in (policy, inside) else ""

    def _show(self) -> None:
        hearing = self.desk.hearing
        item = listed_item(hearing)
        policy, inside, seed = self._chosen()
        drawn = OrderPolicy.LOTTERY in (policy, inside)
        for part, wanted in ((self.inside, policy is OrderPolicy.BATCHES), (self.seed, drawn), (self.another, drawn)):
            part.setVisible(wanted)
        if item is None:
            self.main.show_refusal("The agenda has no item that takes testimony.")
            return
        self._order = ordered(hearing, item, policy, seed, inside)
        self.main.show_refusal(self.desk.refusal(self._rule(item)))
        self.says.setText(_what_changes(hearing, item, self._order, policy))
        self.list.show_lines(_lines(hearing, item, self._order, batches=policy is OrderPolicy.BATCHES))

    def _another_seed(self) -> None:
        self.seed.show_text(_drawn_seed())
        self._show()


def _of_the_body(policy: OrderPolicy) -> str:
    if policy is OrderPolicy.MANUAL:
        return "This body's queue is ordered by hand: drag, or move the chosen one up and down."
    return f"The rule of this body: {POLICIES[policy][0].lower()}{POLICIES[policy][1:]}."


def _drawn_seed() -> str:
    return f"{randbelow(1_000_000):06}"


def _lines(hearing: Hearing, item: Item, order: tuple[int, ...], *, batches: bool) -> list[Line]:
    now = {slip: place for place, slip in enumerate(item.queue, 1)}
    return [_line(hearing, slip, place, now[slip], batches=batches) for place, slip in enumerate(order[:FIRST], 1)]


def _line(hearing: Hearing, slip: int, place: int, before: int, *, batches: bool) -> Line:
    registration = hearing.registrations[slip]
    position = f"{registration.position.mark} {registration.position.word}"
    what = BATCHES[batch(registration)] if batches else position
    step = before - place
    moved = f"was {before}  {'▲' if step > 0 else '▼'} {abs(step)}" if step else f"stays {place}"
    tone = Tone.ACCENT if step else Tone.MUTED
    return Line(slip, f"{slip}  {registration.name}  ·  {what}", lead=str(place), aside=moved, tone=tone)


def _what_changes(hearing: Hearing, item: Item, order: tuple[int, ...], policy: OrderPolicy) -> str:
    moved = sum(before != after for before, after in zip(item.queue, order, strict=True))
    people = how_many(len(order), "person waits", "people wait")
    said = f"{people}; {moved} would be called earlier or later than now." if moved else f"{people}; nobody moves."
    ends = alternation_ends(hearing, order) if policy is OrderPolicy.ALTERNATE else None
    if ends is not None:
        place, side = ends
        said += f" After number {place} nobody in {_side(side.word)} is left; the rest follow as they signed up."
    return said


def _side(word: str) -> str:
    return "support" if word == "Support" else "opposition"
