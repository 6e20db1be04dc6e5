"""The screen of those registered who are likely the same person: both are kept unless the clerk sets one aside."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations

from PySide6.QtWidgets import QWidget

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing, Registration
from hearingdesk.domain.local import date_and_time, local
from hearingdesk.domain.values import Standing
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import Card, column, row
from hearingdesk.ui.kit.lines import Line, LinesView
from hearingdesk.ui.kit.look import Tone, px
from hearingdesk.ui.kit.text import label
from hearingdesk.ui.setup.form import bind
from hearingdesk.ui.setup.pairs import PairView, Side
from hearingdesk.ui.setup.screen import Screen

ASIDE_KEYS = ("Ctrl+1", "Ctrl+2")
Pair = tuple[int, int]
"""Two slips, the lower number first."""


def pairs(hearing: Hearing) -> list[Pair]:
    """Those of one name on one item of whom neither was withdrawn (G-04)."""
    shared = (slips for slips in hearing.by_name.values() if len(slips) > 1)
    return sorted(pair for slips in shared for pair in combinations(sorted(filter(partial(_stays, hearing), slips)), 2))


def _stays(hearing: Hearing, slip: int) -> bool:
    return hearing.registrations[slip].standing is not Standing.WITHDRAWN


class DoublesScreen(Screen):
    """``withdraw`` takes a slip and the reason; nobody is merged, and a slip set aside stays on the record."""

    def __init__(self, hearing: Callable[[], Hearing], withdraw: Callable[[int, str], object]) -> None:
        super().__init__("Likely the same person", "Keep both", rehearsal=hearing().meeting.rehearsal)
        self.setAcceptDrops(False)
        self.cancel.show_words("Close")
        self._hearing = hearing
        self._withdraw = withdraw
        self.list = LinesView("Pairs of slips", lead=64)
        self.list.chosen.connect(self._show_pair)
        self.counts = label(tone=Tone.MUTED, wrap=True)
        self.pair = PairView()
        self.aside = [button("", self._aside_of(place), key=key) for place, key in enumerate(ASIDE_KEYS)]
        for key, act in zip(ASIDE_KEYS, self.aside, strict=True):
            bind(self, key, act)
        self._lay_out_cards()
        self.refresh()

    def _lay_out_cards(self) -> None:
        left = Card("One name on one item")
        left.setMinimumWidth(px(300))
        left.setMinimumHeight(px(200))
        left.body.addLayout(column(self.counts, margins=(12, 8, 12, 8)))
        left.body.addWidget(self.list, 1)
        right = Card("Side by side")
        right.body.addLayout(column(self.pair, row(*self.aside, None), None, margins=(12, 12, 12, 12), spacing=12))
        self.body.addWidget(left, 2)
        self.body.addWidget(right, 3)
        self.lay_foot()

    def refresh(self) -> None:
        """The pairs as the hearing has them now."""
        hearing = self._hearing()
        found = pairs(hearing)
        self.list.show_lines([_line(hearing, pair) for pair in found])
        self.counts.setText(f"{how_many(len(found), 'pair')}. Both slips of a pair stay unless you set one aside.")
        self._show_pair()

    def first(self) -> QWidget:
        return self.list

    def go(self) -> None:
        """Both are kept, as they are anyway: on to the next pair."""
        rows = self.list.lines.rows
        if self._chosen() is None or self.list.key == rows[-1].key:
            self.finish("Those who are likely the same person were looked through.")
        else:
            self.list.go_on()

    def _chosen(self) -> Pair | None:
        key = self.list.key
        return (int(key[0]), int(key[1])) if isinstance(key, tuple) else None

    def _aside_of(self, place: int) -> Callable[[], None]:
        def set_aside() -> None:
            pair = self._chosen()
            if pair is None:
                return
            slip, other = pair[place], pair[1 - place]
            if self.attempt(lambda: self._withdraw(slip, f"Set aside: likely the same person as slip {other}")):
                back = "It stays on the record; Ctrl+Z in the console takes this back."
                self.say(f"Slip {slip} is set aside. {back}", Tone.GOOD)
                self.refresh()

        return set_aside

    def _show_pair(self) -> None:
        pair = self._chosen()
        self.pair.setVisible(pair is not None)
        for act in self.aside:
            act.setVisible(pair is not None)
        if pair is not None:
            hearing = self._hearing()
            one, other = (hearing.registrations[slip] for slip in pair)
            self.pair.show_pair(_side(hearing, one), _side(hearing, other))
            for slip, act in zip(pair, self.aside, strict=True):
                act.show_words(f"Set slip {slip} aside")


def _side(hearing: Hearing, one: Registration) -> Side:
    return Side(f"Slip {one.slip}", one.sign_up, date_and_time(local(hearing, one.received)))


def _line(hearing: Hearing, pair: Pair) -> Line:
    one, other = (hearing.registrations[slip] for slip in pair)
    item = hearing.items[one.sign_up.item].label
    return Line(pair, one.name, f"{item} · {_apart(one, other)}", f"{pair[0]}, {pair[1]}")


def _apart(one: Registration, other: Registration) -> str:
    """What tells the two apart at a glance."""
    told: Sequence[tuple[str, str]] = (
        (one.sign_up.organisation, other.sign_up.organisation),
        (one.sign_up.place, other.sign_up.place),
        (one.position.word, other.position.word),
    )
    differing = [f"{left or '–'} / {right or '–'}" for left, right in told if left != right]
    return ", ".join(differing) or "alike in all that is written"
