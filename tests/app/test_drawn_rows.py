"""Rows are drawn when they come into view, and what drawing them leaves is little."""

from __future__ import annotations

import gc

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.strip import Strip

from cablereader.app.beneath.drawn_rows import Row
from cablereader.app.widgets.line_view import LineView

LINES = 500
LOOKS = 10
"""Of a whole screen, with room for those of its edges."""


class Numbers(LineView):
    """Has as many lines as one likes, each of two stretches."""

    def draw(self, line: int) -> Strip:
        words = (f"{line:>5}", "words".ljust(self.room.width - 5))
        return Strip([Segment(each, self.rich_style) for each in words])


def drawn_rows() -> list[Row]:
    """All that are there, those of tests before among them."""
    return [each for each in gc.get_objects() if isinstance(each, Row)]


class Counting(App[None]):
    """A view whose lines the mouse can select in."""

    def compose(self) -> ComposeResult:
        yield Numbers()


async def test_however_far_one_reads_few_styles_are_rendered() -> None:
    Strip.render_ansi.cache_clear()
    app = Counting()
    async with app.run_test() as pilot:
        view = app.query_one(Numbers)
        view.fill(LINES)
        for line in range(0, LINES, view.size.height):
            view.scroll_to(y=line, animate=False, immediate=True)
            await pilot.pause()
            for strip in view.render_lines(view.size.region):
                strip.render(app.console)
        assert Strip.render_ansi.cache_info().misses <= LOOKS


async def test_rows_that_are_shown_no_more_are_gone_at_once() -> None:
    others = drawn_rows()
    app = Counting()
    async with app.run_test() as pilot:
        view = app.query_one(Numbers)
        view.fill(LINES)
        await pilot.pause()
        gc.collect()
        gc.disable()
        try:
            for _ in range(5):
                view.page(1)
                await pilot.pause()
            known = {id(each) for each in others}
            rows = [each for each in drawn_rows() if id(each) not in known]
        finally:
            gc.enable()
        assert len(rows) == view.size.height


async def test_the_mouse_knows_where_in_the_lines_it_is() -> None:
    app = Counting()
    async with app.run_test() as pilot:
        view = app.query_one(Numbers)
        view.fill(LINES)
        await pilot.pause()
        view.go(100)
        await pilot.pause()
        top = view.scroll_offset.y
        assert top
        assert app.screen.get_widget_and_offset_at(7, 3) == (view, Offset(7, top + 3))


async def test_what_the_mouse_drags_over_is_selected_and_shown_so() -> None:
    app = Counting()
    async with app.run_test() as pilot:
        view = app.query_one(Numbers)
        view.fill(LINES)
        await pilot.mouse_down(view, offset=(5, 2))
        await pilot.hover(view, offset=(8, 2))
        await pilot.mouse_up(view, offset=(8, 2))
        assert app.screen.get_selected_text() == "word"
        looks = {text: style for text, style, _ in view.shown(2)}
        assert looks["word"] != looks["    2"]
