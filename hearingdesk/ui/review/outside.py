"""What the review window is handed by the program around it."""

from collections.abc import Callable
from dataclasses import dataclass

from hearingdesk.desk import Desk
from hearingdesk.ui.kit.sheet import Sheet
from hearingdesk.ui.review.preview import Draw


@dataclass(frozen=True)
class Outside:
    """What the program around the window offers: a drawn page, and what opens over the window or beside it.

    ``take_back`` asks for a file; where none was chosen, or it is no draft of this hearing, the answer is a sentence.
    """

    draw: Draw
    take_back: Callable[[Desk], Sheet | str]
    export: Callable[[], object]
