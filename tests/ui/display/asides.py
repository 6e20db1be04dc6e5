"""A full evening's part of the chair, and a tally to put on the wall, for tests and for pictures to look at."""

from hearingdesk.domain.chair import ChairFace, Saying
from hearingdesk.domain.face import TallyFace
from hearingdesk.domain.values import Position

RAISED = (
    ("Privacy invasion", 9),
    ("Misidentification", 7),
    ("Bias against groups", 5),
    ("Cost", 0),
    ("Chilling of protest and of religious services", 3),
    ("Safeguards asked for", 2),
    ("No listed concern", 1),
)
TALLY = TallyFace(RAISED, coded=12, heard=13)
ASIDE = ChairFace(
    pronounced={13: "HAR-grohv", 14: "kee-NYOH-nes", 15: "PAH HOO-ah SHONG"},
    forecast=(
        (Saying("waiting", {"n": 24}), Saying("done_each", {"at": "8:35 PM", "limit": "5:00"})),
        (Saying("hour", {"item": Saying("item", {"number": "6"}), "by": "7:00 PM", "n": 13}),),
        (Saying("other", {"limit": "3:00", "at": "8:20 PM"}), Saying("other", {"limit": "2:00", "at": "8:05 PM"})),
        (Saying("latest", {"at": "8:55 PM"}),),
        (Saying("shown_up", {"at": "8:20 PM"}),),
    ),
    rule="Each speaker has 5 minutes; 10 minutes with an interpreter; no yielding of time.",
    late=2,
    for_leave=1,
    absent=4,
    heard=13,
    coded=12,
    raised=RAISED,
    positions=((Position.SUPPORT, 3), (Position.OPPOSE, 9), (Position.NOT_STATED, 1)),
)
