"""Rows are drawn when they come into view, and what drawing them leaves is little."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.strip import Strip

from cablereader.app.beneath import drawn_rows
from cablereader.app.widgets.line_view import LineView

LINES = 500
BOUND = 50


class Blanks(LineView):
    """Has as many blank lines as one likes."""

    def draw(self, line: int) -> Strip:
        return Strip.blank(self.room.width, self.rich_style)


class Counting(App[None]):
    """A view whose lines the mouse can select in."""

    def compose(self) -> ComposeResult:
        yield Blanks()


async def test_however_far_one_reads_few_styles_stay_rendered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(drawn_rows, "MOST_STYLES", BOUND)
    Strip.render_ansi.cache_clear()
    app = Counting()
    most = 0
    async with app.run_test() as pilot:
        view = app.query_one(Blanks)
        view.fill(LINES)
        for line in range(0, LINES, view.size.height):
            view.scroll_to(y=line, animate=False, immediate=True)
            await pilot.pause()
            for strip in view.render_lines(view.size.region):
                strip.render(app.console)
            most = max(most, Strip.render_ansi.cache_info().currsize)
        assert BOUND < most <= BOUND + 2 * view.size.height
