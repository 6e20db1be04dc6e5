"""The fields that say who meets; a new hearing and the bodies that are kept have the same."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPlainTextEdit

from hearingdesk.domain.values import Body
from hearingdesk.ui.kit.fields import Field, LineField
from hearingdesk.ui.kit.look import px
from hearingdesk.ui.setup.prepared import TypedBody, written_members


class BodyFields(QObject):
    """``edited`` says that a person typed in one of them."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown = Body("")
        self.name = LineField("Body", placeholder="such as Plan Commission")
        self.jurisdiction = LineField("City or county")
        self.members = Field(
            "Members", QPlainTextEdit(), hint="One a line, in the order of the roll; office after a comma."
        )
        self.quorum = LineField("Quorum", placeholder="a majority")
        self.member_word = LineField("A member is a", "Commissioner")
        self.clerk = LineField("Clerk")
        self.members.editor.setMinimumHeight(px(110))
        self.members.editor.setTabChangesFocus(True)
        self.members.editor.textChanged.connect(lambda: self.members.refuse(""))
        self.members.editor.textChanged.connect(self.edited)
        for line in (self.name, self.jurisdiction, self.quorum, self.member_word, self.clerk):
            line.edited.connect(lambda _: self.edited.emit())

    @property
    def by_name(self) -> dict[str, Field[Any]]:
        """As the faults are named."""
        return {
            "body": self.name,
            "jurisdiction": self.jurisdiction,
            "members": self.members,
            "quorum": self.quorum,
            "member_word": self.member_word,
            "clerk": self.clerk,
        }

    def show_body(self, body: Body) -> None:
        self._shown = body
        self.name.show_text(body.name)
        self.jurisdiction.show_text(body.jurisdiction)
        self.members.editor.setPlainText(written_members(body.members))
        self.quorum.show_text(str(body.quorum) if body.quorum else "")
        self.member_word.show_text(body.member_word)
        self.clerk.show_text(body.clerk)

    def typed(self) -> TypedBody:
        return TypedBody(
            body=self.name.text(),
            jurisdiction=self.jurisdiction.text(),
            member_word=self.member_word.text(),
            quorum=self.quorum.text(),
            clerk=self.clerk.text(),
            members=self.members.editor.toPlainText(),
        )

    def made(self) -> Body:
        """The body, where there are no faults; who was a member before keeps the id, and what has no field stays."""
        typed = self.typed().made_body(self._shown.members)
        return replace(typed, held_words=self._shown.held_words, stationery=self._shown.stationery)
