"""A Face, or what covers it, composed into a picture of a size: no widget, no paint, the same answer every time."""

from dataclasses import dataclass
from enum import StrEnum

from hearingdesk.domain.chair import ChairFace
from hearingdesk.domain.face import Face, Scene
from hearingdesk.ui.display.boards import message, scene
from hearingdesk.ui.display.chair import chair
from hearingdesk.ui.display.frame import MARGIN_ACROSS, MARGIN_DOWN, band, header
from hearingdesk.ui.display.lower import lower, lower_words
from hearingdesk.ui.display.page import Page
from hearingdesk.ui.display.picture import Box, Picture, Piece
from hearingdesk.ui.display.plain import plain
from hearingdesk.ui.display.ruler import Ruler
from hearingdesk.ui.display.setup import Layout
from hearingdesk.ui.display.single import clock_only, queue_only
from hearingdesk.ui.display.speaking import speaking
from hearingdesk.ui.display.words import Language, Phrase, Wording

_SMALLEST = 48
"""Nothing can be read in fewer pixels, so nothing is set."""


class Cover(StrEnum):
    """What the clerk laid over the hearing (D-03)."""

    NONE = "none"
    BLANK = "blank"
    FROZEN = "frozen"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class Showing:
    """All that the screen is told: the face (None before there is one), and what covers it."""

    face: Face | None = None
    cover: Cover = Cover.NONE
    message: Phrase = ()


@dataclass(frozen=True, slots=True)
class ChairShowing(Showing):
    """What the chair's screen alone is told: the hearing as it is, whatever covers the wall, and her own part."""

    aside: ChairFace | None = None


@dataclass(frozen=True, slots=True)
class Composer:
    """Composes in these words. ``captions`` is the part of the height kept free at the bottom for captions (A-08)."""

    wording: Wording
    ruler: Ruler
    captions: float = 0.0
    layout: Layout = Layout.WALL

    def picture(self, showing: Showing, width: int, height: int) -> Picture:
        """The picture for a screen of this size; a blank one has no pieces."""
        if self.layout is Layout.CHAIR:
            return self._chairs(showing, width, height)
        face = showing.face
        if showing.cover is Cover.BLANK or min(width, height) < _SMALLEST:
            return Picture(width, height)
        page = self._page(width, height)
        if face is None:
            return Picture(width, height, tuple(message(showing.message, page) if any(showing.message) else ()))
        if self.layout is Layout.LOWER:
            return Picture(width, height, tuple(self._lower(face, showing, page)))
        return Picture(width, height, tuple(self._pieces(face, showing, page)))

    def _lower(self, face: Face, showing: Showing, page: Page) -> list[Piece]:
        if showing.cover is Cover.MESSAGE:
            return lower_words(showing.message, page, self.wording)
        return lower(face, page, self.wording, held=showing.cover is Cover.FROZEN)

    def _chairs(self, showing: Showing, width: int, height: int) -> Picture:
        """No cover: she goes on with the meeting; what the room sees instead is said in a line."""
        face = showing.face
        if not isinstance(showing, ChairShowing) or face is None or min(width, height) < _SMALLEST:
            return Picture(width, height)
        page = self._page(width, height)
        marked, page = band(page, self.wording.say("rehearsal")) if face.rehearsal else ([], page)
        top, page = header(page.grown(_CHAIRS), *_heading(face), face.time)
        aside = showing.aside or ChairFace({})
        below = chair(face, aside, _seen(showing, self.wording.main), page, self.wording)
        return Picture(width, height, (*marked, *top, *below))

    def _page(self, width: int, height: int) -> Page:
        across, down = width * MARGIN_ACROSS, height * MARGIN_DOWN
        free = height * (1 - self.captions)
        return Page(self.ruler, width, height, Box(across, down, width - 2 * across, free - 2 * down))

    def _pieces(self, face: Face, showing: Showing, page: Page) -> list[Piece]:
        marked, page = band(page, self.wording.say("rehearsal")) if face.rehearsal else ([], page)
        covered = showing.cover is Cover.MESSAGE
        title, subject = (plain(face.body), "") if covered else _heading(face)
        top, page = header(page, title, subject, self._clock(face, showing))
        return [*marked, *top, *self._scene(face, showing, page)]

    def _scene(self, face: Face, showing: Showing, page: Page) -> list[Piece]:
        if showing.cover is Cover.MESSAGE and any(showing.message):
            return message(showing.message, page)
        if face.scene is Scene.SPEAKING:
            return _SPEAKING[self.layout](face, page, self.wording)
        return scene(face, page, self.wording)

    def _clock(self, face: Face, showing: Showing) -> str:
        """The time of day; a picture that is held says when, so that nobody trusts a clock that stands."""
        if showing.cover is Cover.FROZEN:
            return " · ".join((*self.wording.say("held"), face.time))
        return face.time


def _seen(showing: Showing, language: Language) -> str:
    """What the room sees instead of the hearing, in the chair's words."""
    if showing.cover is Cover.MESSAGE:
        return language.say("room_reads", words=plain(showing.message[0])) if any(showing.message) else ""
    return language.say(_COVERED[showing.cover]) if showing.cover in _COVERED else ""


_COVERED = {Cover.BLANK: "room_blank", Cover.FROZEN: "room_held"}
_CHAIRS = 0.7
"""How big type is on the chair's screen: she sits before it."""
_SPEAKING = {Layout.WALL: speaking, Layout.CLOCK: clock_only, Layout.QUEUE: queue_only}


def _heading(face: Face) -> tuple[str, str]:
    """Who meets and on what, without what the scene itself says in big."""
    if face.scene is Scene.BEFORE:
        return plain(face.meeting), ""
    return plain(face.body), "" if face.scene in (Scene.ITEM, Scene.ADJOURNED) else plain(face.item)
