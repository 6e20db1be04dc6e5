"""A full evening's part of the chair, and a tally to put on the wall, for tests and for pictures to look at."""

from hearingdesk.domain.chair import ChairFace
from hearingdesk.domain.face import TallyFace

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
        "24 waiting, done about 8:35 PM at 5:00 each",
        "Item 6 must be heard by 7:00 PM — pause testimony in 13 min",
        "at 3:00 → 8:20 PM · at 2:00 → 8:05 PM",
        "If everybody uses all of the time: 8:55 PM. If as many stay away as so far: about 8:20 PM.",
    ),
    rule="Each speaker has 5 minutes; 10 minutes with an interpreter; no yielding of time.",
    late=2,
    for_leave=1,
    absent=4,
    heard=13,
    coded=12,
    raised=RAISED,
    positions=(("Support", 3), ("Oppose", 9), ("Not stated", 1)),
)
