"""The reader, in a terminal: opening, colours, leaving, and nothing but text."""

from __future__ import annotations

import pytest
from e2e.terminal import program

pytestmark = pytest.mark.e2e


def test_opens_bookmarks_and_quits(cable: str) -> None:
    with program("open", cable) as terminal:
        terminal.wait_for("The goat, which is fiction")
        assert terminal.colour_at("The goat") != terminal.colour_at("It eats")
        terminal.press(b"jm")
        terminal.wait_for("bookmarked 07OSLO9001")
        terminal.press(b"Q")
        assert terminal.status == 0
        assert terminal.attributes == terminal.before
