"""Text that is cut where there is no room for it."""

from __future__ import annotations

import pytest

from cablereader.present.cut import cut


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("08BUENOSAIRES1706", 17, "08BUENOSAIRES1706"),
        ("08USUNNEWYORK170612", 17, "08USUNNEWYORK170…"),
        ("a word", 3, "a…"),
        ("a word", 0, ""),
        ("a word", -3, ""),
        ("\u706f\u706f\u706f", 6, "\u706f\u706f\u706f"),
        ("\u706f\u706f\u706f", 5, "\u706f\u706f…"),
    ],
)
def test_what_is_cut_ends_in_an_ellipsis(text: str, width: int, expected: str) -> None:
    assert cut(text, width) == expected
