"""A stack of lines drawn when they come into view, with a current line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from cablereader.app.beneath.drawn_rows import draw_by_rows
from cablereader.app.widgets.stride import stride

WHEEL: Final = 3
"""Lines of one notch."""


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows a window of ``count`` lines; a subclass draws one of them at a time.

    Its keys are those of its screen: they move the current line, which Textual's own
    keys for scrolling would leave where it is.

    Moving the current line repaints only what `changed_regions` names;
    nothing is ever animated.
    """

    @dataclass
    class Moved(Message):
        """Another line became the current one."""

        view: LineView
        line: int

        @property
        def control(self) -> LineView:
            return self.view

    OVERLAP: ClassVar = 2
    """Lines of one page that the next one shows again."""

    SIDE: ClassVar = 0
    """Cells left of every line, in which nothing can be selected."""

    virtual_size = var(Size(0, 0))
    """How much there is to scroll in; nothing is laid out anew because of it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        draw_by_rows(self, self.shown)
        self.count = 0
        self.line = 0
        self._looks: dict[str, Style] = {}
        self.room = Size(0, 0)
        """The size it was drawn in last; cheaper to ask for than the one it has."""
        self._is_drawing = False

    def fit(self) -> None:
        """Make the lines for the width there is."""
        self.room = self.size
        self.make_lines()

    def make_lines(self) -> None:
        """Make the lines that depend on the width; most views have none."""

    def draw(self, line: int) -> Strip:
        """One line, as wide as the widget."""
        raise NotImplementedError

    def changed_regions(self, old: int, new: int) -> tuple[Region, ...]:
        """What looks different when another line is current, in the widget's cells."""
        return self.row(old), self.row(new)

    def hidden_below(self, line: int) -> int:
        """How many lines the view hides below a line that is its last; else 0."""
        last = self.scroll_offset.y + self.room.height - 1
        return self.count - line - 1 if line == last else 0

    def row(self, line: int) -> Region:
        """Where a line is in the widget, whether or not in view."""
        return Region(0, line - self.scroll_offset.y, self.size.width, 1)

    def fill(self, count: int, line: int = 0) -> None:
        """Show other lines from now on, with that one current."""
        self.count = count
        self.line = min(max(line, 0), max(count - 1, 0))
        self.virtual_size = Size(self.size.width, count)
        if not self._is_drawing:
            self.refresh()

    def look(self, component: str) -> Style:
        """The style of a component class."""
        if (style := self._looks.get(component)) is None:
            style = self._looks[component] = self.get_component_rich_style(component)
        return style

    @property
    def rich_style(self) -> Style:
        """The view's own style: kept, since every line needs it more than once."""
        if (style := self._looks.get("")) is None:
            style = self._looks[""] = super().rich_style
        return style

    def notify_style_update(self) -> None:
        self._looks.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """A row in which each stretch knows where it is: what the mouse selects in.

        Textual asks for it where the mouse is. Rows that are shown do without: each
        stretch would have a look of its own, which is kept long after it is seen.
        """
        row, line = self.shown(y), self.scroll_offset.y + y
        if line >= self.count or not self.app.ALLOW_SELECT:
            return row
        side, text = row.crop(0, self.SIDE), row.crop(self.SIDE)
        return Strip.join([side, text.apply_offsets(0, line)])

    def shown(self, y: int) -> Strip:
        """A row as it is shown, with what the mouse has selected in it."""
        # It is drawn in its new size before it is told of it: not with the old lines.
        room = self.size
        if self.room.width != room.width:
            self._is_drawing = True
            self.fit()
            self._is_drawing = False
        self.room = room
        line = self.scroll_offset.y + y
        if line >= self.count:
            return Strip.blank(room.width, self.rich_style)
        row = self.draw(line)
        return self._selected(row, line) if self.app.ALLOW_SELECT else row

    def _selected(self, row: Strip, line: int) -> Strip:
        selection = self.text_selection
        if not selection or not (span := selection.get_span(line)):
            return row
        start, stop = span
        stop = row.cell_length if stop < 0 else stop
        before, chosen, after = row.divide([start, stop, row.cell_length])
        look = self.screen.get_component_rich_style("screen--selection")
        marked = Segment.apply_style(chosen, post_style=look)  # over its own colours
        return Strip.join([before, Strip(marked, stop - start), after])

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        return selection.extract("\n".join(self.selectable_lines())), "\n"

    def selectable_lines(self) -> Iterator[str]:
        """All lines as the mouse selects in them."""
        return (self.draw(line).text.rstrip() for line in range(self.count))

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002  # Textual's signature
        self.refresh()

    def go(self, line: int) -> None:
        """Make a line the current one, and scroll as little as shows it."""
        line = min(max(line, 0), max(self.count - 1, 0))
        if line == self.line:
            return
        old, self.line = self.line, line
        top = self.scroll_offset.y
        self.reveal(line)
        if self.scroll_offset.y == top:
            self.refresh(*self.changed_regions(old, line))
        self.post_message(self.Moved(self, line))

    def go_to_percent(self, percent: int) -> None:
        """Go to where so much of all lines is above the bottom of the view."""
        self._put_at_bottom(-(-percent * self.count // 100) - 1)

    def _put_at_bottom(self, line: int) -> None:
        line = min(max(line, 0), max(self.count - 1, 0))
        top = max(line - self.size.height + 1, 0)
        self.scroll_to(y=top, animate=False, immediate=True)
        if line == self.line:
            self.post_message(self.Moved(self, line))
        self.go(line)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._turn_wheel(event, WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._turn_wheel(event, -WHEEL)

    def _turn_wheel(self, event: events.MouseEvent, lines: int) -> None:
        """Scroll, and take the current line along: keys are of what is in view."""
        event.stop()
        event.prevent_default()
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)
        top = self.scroll_offset.y
        self.go(min(max(self.line, top), top + self.size.height - 1))

    def put_line(self, place: str) -> None:
        """Scroll so that the current line is at ``top``, ``middle`` or ``bottom``."""
        below = {"top": 0, "middle": self.size.height // 2}
        rows = below.get(place, self.size.height - 1)
        self.scroll_to(y=max(self.line - rows, 0), animate=False, immediate=True)

    def page(self, pages: float) -> None:
        """Scroll by pages (two lines overlap), and take the current line along."""
        step = max(self.size.height - self.OVERLAP, 1) if abs(pages) >= 1 else 0
        distance = round(pages * (step or self.size.height))
        top = self.scroll_offset.y
        self.scroll_to(y=top + distance, animate=False, immediate=True)
        moved = self.scroll_offset.y - top
        if moved:
            self.go(self.line + moved)
        else:
            self.go(self.count - 1 if pages > 0 else 0)

    def reveal(self, line: int) -> None:
        """Scroll as little as shows a line, but by a stride; not a hidden view."""
        if not self.size.height:
            return
        top = self.scroll_offset.y
        bottom = top + self.size.height - 1
        if line < top:
            y = min(line, max(top - stride(self), 0))
            self.scroll_to(y=y, animate=False, immediate=True)
        elif line > bottom:
            y = top + max(line - bottom, stride(self))
            self.scroll_to(y=y, animate=False, immediate=True)
