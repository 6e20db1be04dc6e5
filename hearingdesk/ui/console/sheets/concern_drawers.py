"""What renaming, defining, merging and keying a concern ask for; what will follow is said first (C-05)."""

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.tally import moved_by_merge, people_of
from hearingdesk.domain.values import NO_LISTED_CONCERN, Concern
from hearingdesk.ui.console.sheets.sheet import Drawer
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.look import Tone
from hearingdesk.ui.kit.text import label

NO_KEY = "no key"


class RenameDrawer(Drawer):
    """Other words for the same thing."""

    verb = "Rename"

    def __init__(self, hearing: Hearing, concern: Concern) -> None:
        super().__init__()
        self._code = concern.code
        number = how_many(people_of(hearing, concern.code), "speaker")
        stays = f"Its {number} and its marks stay; screens, minutes and workbook use the new words from here on."
        self.words = LineField("In other words", concern.label, hint=stays)
        self.rows.addWidget(self.words)

    def record(self, desk: Desk) -> str:
        desk.record(rules.rename_concern, code=self._code, label=self.words.text())
        return f"It is called “{desk.hearing.concern(self._code).label}” now."


class DefineDrawer(Drawer):
    """What belongs under it."""

    verb = "Define"

    def __init__(self, concern: Concern) -> None:
        super().__init__()
        self._code = concern.code
        hint = "What belongs under it and what does not, so that another marks the same. It stands in the workbook."
        self.words = LineField("Definition", concern.definition, hint=hint)
        self.rows.addWidget(self.words)

    def record(self, desk: Desk) -> str:
        desk.record(rules.define_concern, code=self._code, definition=self.words.text())
        return f"“{desk.hearing.concern(self._code).label}” is defined."


class MergeDrawer(Drawer):
    """Two that are one."""

    verb = "Merge"

    def __init__(self, hearing: Hearing, concern: Concern) -> None:
        super().__init__()
        self._hearing, self._concern = hearing, concern
        others = [c for c in hearing.concerns if c.code not in (concern.code, NO_LISTED_CONCERN)]
        self.into = ChoiceField("Merge it into", [(c.code, c.label) for c in others])
        self.follows = label(tone=Tone.WARN, wrap=True)
        self.into.picked.connect(self._show)
        self.into.editor.currentIndexChanged.connect(lambda _: self._show())
        self.rows.addWidget(self.into)
        self.rows.addWidget(self.follows)
        self._show()

    def _show(self) -> None:
        self.follows.setText(merge_words(self._hearing, self._concern.code, self.into.value()))

    def record(self, desk: Desk) -> str:
        desk.record(rules.merge_concerns, code=self._concern.code, into=self.into.value())
        return f"“{self._concern.label}” is part of “{desk.hearing.concern(self.into.value()).label}” now."


class KeyDrawer(Drawer):
    """Another number key, in exchange for what lies there."""

    verb = "Put it there"

    def __init__(self, hearing: Hearing, concern: Concern) -> None:
        super().__init__()
        self._code = concern.code
        on = {c.key: c.label for c in hearing.concerns if c.key}
        keys = [(n, f"{n}: {on[n]}" if n in on else str(n)) for n in range(1, 10)]
        self.key = ChoiceField("Number key", [*keys, (0, NO_KEY)], concern.key, hint="What lies there takes its place.")
        self.rows.addWidget(self.key)

    def record(self, desk: Desk) -> str:
        desk.record(rules.key_concern, code=self._code, key=self.key.value())
        key = self.key.value()
        return f"“{desk.hearing.concern(self._code).label}” lies on {f'key {key}' if key else NO_KEY} now."


def merge_words(hearing: Hearing, code: str, into: str) -> str:
    """What a merge will do, before it is done."""
    gone, kept = hearing.concern(code).label, hearing.concern(into).label
    moved, both = moved_by_merge(hearing, code, into)
    then = people_of(hearing, into) + moved - both
    moves = f"{how_many(moved, 'speaker')} {'moves' if moved == 1 else 'move'} from “{gone}” to “{kept}”"
    twice = f"; {how_many(both, 'speaker')} raised both and {'counts' if both == 1 else 'count'} once" if both else ""
    return f"{moves}{twice}. “{kept}” then has {then}, and “{gone}” leaves the list. Striking the entry undoes it."
