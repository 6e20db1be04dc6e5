"""Names as typed in a hurry."""

import pytest

from hearingdesk.domain.names import several


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Ann Lee", ("Ann Lee", ())),
        ("Ann Lee & Bo  Cruz", ("Ann Lee", ("Bo Cruz",))),
        ("Ann Lee; Bo Cruz ; Cy Dee", ("Ann Lee", ("Bo Cruz", "Cy Dee"))),
        ("Ann Lee + Bo Cruz", ("Ann Lee", ("Bo Cruz",))),
        ("A&B", ("A&B", ())),
        ("Ann Lee &", ("Ann Lee &", ())),
        ("; Bo Cruz", ("", ("Bo Cruz",))),
        ("", ("", ())),
    ],
)
def test_several_in_one_line_share_the_turn(typed: str, names: tuple[str, tuple[str, ...]]) -> None:
    assert several(typed) == names
