"""Nothing is drawn before there is something to see, and then it is."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from cablereader.app.app import CableReader
from cablereader.app.beneath import curtain_screen
from cablereader.app.beneath.curtain_screen import CurtainScreen

LONG = 60.0
AT_ONCE = 0.01
SOON = 500
"""Looks at it, so far apart."""


class Pane(Widget):
    """Counts the rows of it that were drawn."""

    drawn = 0

    def render_line(self, y: int) -> Strip:
        self.drawn += 1
        return super().render_line(y)


class Stage(CurtainScreen):
    """A screen with one pane."""

    def compose(self) -> ComposeResult:
        yield Pane()


class Theatre(App[None]):
    """Begins with the stage."""

    def get_default_screen(self) -> Screen[None]:
        return Stage({})


async def drawn_rows(*, shown: bool) -> int:
    app = Theatre()
    async with app.run_test() as pilot:
        stage = app.screen
        assert isinstance(stage, Stage)
        if shown:
            stage.show_now()
        await pilot.pause(0.1)
        return stage.query_one(Pane).drawn


@pytest.mark.parametrize(
    ("patience", "shown", "is_drawn"),
    [(LONG, False, False), (LONG, True, True), (AT_ONCE, False, True)],
    ids=["nothing to see", "something to see", "waited long enough"],
)
async def test_the_curtain_is_raised(
    monkeypatch: pytest.MonkeyPatch,
    patience: float,
    shown: bool,  # noqa: FBT001  # by the parameter's name
    is_drawn: bool,  # noqa: FBT001
) -> None:
    monkeypatch.setattr(curtain_screen, "PATIENCE", patience)
    assert bool(await drawn_rows(shown=shown)) is is_drawn


@pytest.mark.parametrize("begun", ["app", "library_app"], ids=["a cable", "a list"])
async def test_the_first_thing_to_read_raises_it(
    begun: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(curtain_screen, "PATIENCE", LONG)
    app: CableReader = request.getfixturevalue(begun)
    async with app.run_test() as pilot:
        screen = app.screen
        assert isinstance(screen, CurtainScreen)
        for _ in range(SOON):
            if not screen.is_hidden:
                return
            await pilot.pause(AT_ONCE)
    pytest.fail("still down")
