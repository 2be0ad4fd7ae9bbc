"""Ctrl+c leaves what lies over the panes, as Esc does."""

from __future__ import annotations

import pytest
from reading import press, screen_of, settled, shown

from cablereader.app.app import CableReader
from cablereader.app.library_screen import LibraryScreen

SIZE = (100, 30)
PAGES = ["?", "z ?", "z i", "z /", "'", "g s", "g o", "g R", "z k", "y '", "ctrl+p"]


@pytest.mark.parametrize("keys", PAGES)
async def test_ctrl_c_closes_a_page_and_says_nothing_of_quitting(
    library_app: CableReader, keys: str
) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await settled(library_app, pilot)
        await press(pilot, *keys.split())
        assert not isinstance(library_app.screen, LibraryScreen)
        await press(pilot, "ctrl+c")
        await settled(library_app, pilot)
        assert isinstance(library_app.screen, LibraryScreen)
        assert "to quit the app" not in shown(library_app)
        assert library_app.is_running


@pytest.mark.parametrize("keys", ["y", "g", "z s", "Z", "5 z"])
async def test_ctrl_c_gives_up_keys_that_wait_for_another(
    library_app: CableReader, keys: str
) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await settled(library_app, pilot)
        await press(pilot, *keys.split(), "ctrl+c")
        assert "no key" not in shown(library_app)
        assert not screen_of(library_app).pending


async def test_ctrl_c_is_no_to_a_question(
    library_app: CableReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cablereader.app.parts.triaging.MANY", 3)
    async with library_app.run_test(size=SIZE) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "g", "v", "*")
        assert "Do it?" in shown(library_app)
        await press(pilot, "ctrl+c")
        await settled(library_app, pilot)
        assert "Do it?" not in shown(library_app)
        assert "starred" not in shown(library_app)
