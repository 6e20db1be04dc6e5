"""What the keys of positions and concerns do."""

from hearingdesk.desk import Act
from hearingdesk.domain import rules
from hearingdesk.domain.events import Event
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import Position
from hearingdesk.ui.console.acts.doing import Doing


class HeardActs(Doing):
    """Positions and concerns."""

    def position(self, position: Position) -> None:
        self.do(rules.state_position, position=position)

    def raise_key(self, key: int) -> None:
        if code := self._code(key):
            self.raise_concern(code)

    def raise_concern(self, code: str) -> None:
        self.do(rules.raise_concern, code=code)

    def withdraw_key(self, key: int) -> None:
        if code := self._code(key):
            self.do(rules.withdraw_concern, code=code)

    def add_concern(self, label: str) -> bool:
        """A new concern, raised at once by whoever has the floor and has begun."""
        turn = self.hearing.turn
        acts = [Act(rules.add_concern, {"label": label})]
        if turn is not None and turn.started is not None:
            acts.append(Act(_raise_newest))
        return self.put(*acts)

    def _code(self, key: int) -> str:
        code = next((concern.code for concern in self.hearing.concerns if concern.key == key), "")
        if not code:
            self.window.say(no_concern_on(key), refused=True)
        return code


def no_concern_on(key: int) -> str:
    return f"No concern lies on key {key}. “New concern” adds one."


def _raise_newest(hearing: Hearing) -> Event:
    return rules.raise_concern(hearing, hearing.concerns[-1].code)
