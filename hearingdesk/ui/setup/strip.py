"""The rule in force in one sentence, and whom to ask about it: in view wherever rules are chosen or changed (R-03)."""

from PySide6.QtWidgets import QFrame

from hearingdesk.domain.profile import RuleProfile
from hearingdesk.ui.kit.card import column
from hearingdesk.ui.kit.look import LARGE, Tone, set_role
from hearingdesk.ui.kit.text import label
from hearingdesk.ui.setup.settings import ATTORNEY


class RuleStrip(QFrame):
    """Stands above what scrolls."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "role", "band")
        self.rule = label(size=LARGE, bold=True, wrap=True)
        self.attorney = label(ATTORNEY, tone=Tone.WARN, wrap=True)
        self.setLayout(column(self.rule, self.attorney, margins=(16, 6, 16, 8), spacing=2))

        self.rule.hide()

    def show_profile(self, profile: RuleProfile) -> None:
        self.rule.setText(profile.sentence(profile.base_limit))
        self.rule.show()
