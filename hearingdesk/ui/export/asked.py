"""What a person may ask of an export, and how the choice is kept for the next time."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

PUBLISHED, INTERNAL = "published", "internal"
COPIES = [
    (PUBLISHED, "Published copy: contact details omitted"),
    (INTERNAL, "Internal record: with contact details"),
]
MINUTES = {"pdf": "PDF, tagged", "docx": "Word, to edit", "html": "Web page", "txt": "Plain text"}
TESTIMONY = {"xlsx": "Workbook", "csv": "CSV", "json": "JSON", "popolo": "Votes (Popolo)", "ics": "Calendar"}
PAPERS = [("letter", "Letter"), ("a4", "A4")]
LEVELS = [
    ("", "as the body’s rules say"),
    ("names", "names alone"),
    ("summary", "names, positions and summaries"),
    ("count", "counts alone"),
]


@dataclass(frozen=True, slots=True)
class Asked:
    """One export: formats by name, ``level`` empty for the profile's; a ``bundle`` holds journal and sums too."""

    folder: str = ""
    copy: str = PUBLISHED
    formats: tuple[str, ...] = ("pdf", "xlsx")
    paper: str = "letter"
    level: str = ""
    concern_report: bool = False
    bundle: bool = False

    @property
    def place(self) -> Path:
        return Path(self.folder).expanduser()

    def kept(self) -> str:
        """For the next time: all but the copy, which is chosen anew each time."""
        return json.dumps({name: said for name, said in asdict(self).items() if name != "copy"})


def remembered(text: str) -> Asked:
    """What was kept; the usual where nothing was, or where it reads as nothing."""
    try:
        told = json.loads(text)
        return Asked(**{**told, "formats": tuple(told["formats"]), "copy": PUBLISHED})
    except (ValueError, TypeError, KeyError):
        return Asked()
