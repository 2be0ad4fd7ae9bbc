"""Finding on in other cables: near ones at once, far ones beside the screen."""

from __future__ import annotations

import pytest
from reading import press, settled, shown, state_of

from cablereader.app.app import CableReader
from cablereader.app.screens.finding import FindingScreen

NARROW = (80, 24)


@pytest.fixture(autouse=True)
def nothing_is_near(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cablereader.app.screens.finding.NEAR", 1)
    monkeypatch.setattr("cablereader.app.screens.finding.TOLD", 2)


async def test_n_rolls_on_into_a_cable_that_is_far(library_app: CableReader) -> None:
    app = library_app
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", "slash", *"disagree about", "enter", "n")
        await settled(app, pilot)
        assert state_of(app).cable.cable_id == "86OSLO9003"
        assert "next cable with the words" in shown(app)
        await press(pilot, "n")
        await settled(app, pilot)
        assert "no further hit" in shown(app)


async def test_documents_are_looked_through_as_well(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "slash", *"keep looking", "enter", "n")
        await settled(app, pilot)
        assert state_of(app).cable.cable_id == "09LONDON9002"


async def test_what_is_nowhere_is_said(library_app: CableReader) -> None:
    app = library_app
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", "slash", *"zzzz", "enter", "n")
        await settled(app, pilot)
        assert "no further hit" in shown(app)


async def test_any_key_ends_it(library_app: CableReader) -> None:
    app = library_app
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", "slash", *"disagree about", "enter")
        screen = app.screen
        assert isinstance(screen, FindingScreen)
        screen.action_find_next(1)
        await press(pilot, "right_curly_bracket")
        await settled(app, pilot)
        assert state_of(app).cable.cable_id == "10OSLO9005"
