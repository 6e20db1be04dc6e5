"""The one road to the files that ship with hearingdesk: fonts, profiles, concern sets, the sample hearing."""

from pathlib import Path

# Beside the package in a checkout, in an installation and in the frozen bundle.
_HOME = Path(__file__).parent.parent / "resources"

SANS = {
    "regular": "fonts/HearingdeskSans-Regular.ttf",
    "semibold": "fonts/HearingdeskSans-SemiBold.ttf",
    "bold": "fonts/HearingdeskSans-Bold.ttf",
    "italic": "fonts/HearingdeskSans-Italic.ttf",
}
"""The faces of "Hearingdesk Sans", for the screens and the paper; their figures are tabular without asking."""

FALLBACKS = (
    "fonts/DejaVuSans.ttf",  # Arabic, Hebrew, Armenian, Georgian, Inuktitut, braille, signs
    "fonts/DroidSansFallbackFull.ttf",  # Chinese and Japanese
    "fonts/HearingdeskHangul-Regular.ttf",
    "fonts/NotoSansDevanagari-Regular.ttf",
    "fonts/NotoSansBengali-Regular.ttf",
    "fonts/NotoSansThai-Regular.ttf",
    "fonts/NotoSansKhmer-Regular.ttf",
    "fonts/NotoSansEthiopic-Regular.ttf",
    "fonts/NotoSansCherokee-Regular.ttf",
    "fonts/NotoSerifTibetan-Regular.ttf",
)
"""What Hearingdesk Sans lacks, in the order to try. Each is one static TrueType file of one weight."""


def asset(name: str) -> Path:
    """The path of a shipped file or folder, named from `resources/` on; FileNotFoundError where there is none."""
    path = _HOME / name
    if not path.exists():
        raise FileNotFoundError(f"hearingdesk was installed without its file {name}. Install it again.")
    return path
