"""Which Python and PySide6 must not be brought together."""

FIRST_BROKEN = (6, 12)
FIRST_SAFE_PYTHON = (3, 12)


def refusal(python: tuple[int, int], pyside: str) -> str | None:
    """The sentence to end on where this pair cannot hold a hearing, else None.

    PySide6 6.12 drops a reference to None at each call that returns nothing. Before Python 3.12 that reference is
    counted, and the program aborts after a few thousand calls: in the middle of somebody's three minutes.
    """
    release = tuple(int(part) for part in pyside.split(".")[:2])
    if python >= FIRST_SAFE_PYTHON or release < FIRST_BROKEN:
        return None
    return (
        f"hearingdesk did not start: PySide6 {pyside} crashes on Python {python[0]}.{python[1]} within minutes. "
        'Nothing was opened or changed. Install another PySide6 with: pip install "PySide6-Essentials<6.12" '
        "- or use Python 3.12 or newer."
    )
