"""The list of cables: only the rows in view and around it are ever fetched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, TypeAlias

from rich.segment import Segment
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.visual import VisualType

from cablereader.app.widgets.line_view import LineView
from cablereader.model.entry import Entry
from cablereader.present.cut import cells_of
from cablereader.present.entry_row import ListRow, entry_row
from cablereader.present.find import NOTHING, Sought, marked_in
from cablereader.present.list_column import USUAL, Chosen

WINDOW: Final = 100
"""Rows that are fetched at once."""

SIGNS: Final = frozenset({"state", "flags"})
"""Roles of what is short for something; the letters of markings are as well."""

Fetch: TypeAlias = Callable[[int, int], Sequence[ListRow]]
"""From the number of the first row (from 0) and how many, to rows."""


class CableList(LineView):
    """Shows a window of a list that may have any number of rows."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--cursor",
        "list--cursor-idle",
        "list--state",
        "list--date",
        "list--id",
        "list--flags",
        "list--origin",
        "list--tags",
        "list--number",
        "list--labels",
        "list--hit",
        "list--subject",
        "list--seen",
        "list--marking-unclassified",
        "list--marking-sbu",
        "list--marking-confidential",
        "list--marking-secret",
        "list--marking-top-secret",
        "list--marking-unmarked",
    }

    @dataclass
    class Opened(Message):
        """A row was clicked twice."""

        line: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._fetch: Fetch | None = None
        self._columns = USUAL
        self._sought: Sought = NOTHING
        self._rows: dict[int, ListRow] = {}

    def show(self, count: int, fetch: Fetch, line: int = 0) -> None:
        """Show another list, with that row current."""
        self._fetch = fetch
        self._rows = {}
        self.fill(count, line)
        self.reveal(self.line)

    def show_columns(self, columns: Chosen) -> None:
        """Show other columns."""
        self._columns = columns
        self.refresh()

    def show_words(self, sought: Sought) -> None:
        """Mark words wherever they stand in the rows."""
        if sought != self._sought:
            self._sought = sought
            self.refresh()

    @property
    def in_view(self) -> range:
        """The rows that can be seen."""
        top = self.scroll_offset.y
        return range(top, min(top + self.size.height, self.count))

    def show_anew(self) -> None:
        """Fetch and draw the rows in view again: what they say has changed."""
        self._rows = {}
        self.refresh()

    def entry(self, line: int) -> Entry | None:
        """The cable of a row."""
        row = self.row_of(line)
        return row.entry if row else None

    @property
    def current(self) -> Entry | None:
        """The cable of the current row."""
        return self.entry(self.line)

    def on_resize(self) -> None:
        self.reveal(self.line)

    def on_focus(self) -> None:
        self.refresh(self.row(self.line))

    def on_blur(self) -> None:
        self.refresh(self.row(self.line))

    def on_click(self, event: events.Click) -> None:
        line = event.y + self.scroll_offset.y
        if line < self.count:
            self.go(line)
            if event.chain > 1:
                self.post_message(self.Opened(line))

    @property
    def tooltip(self) -> VisualType | None:
        """What the signs of a row mean, where the mouse rests on one of them."""
        from cablereader.app.row_told import row_told

        at = Offset(*self.app.mouse_position) - self.region.offset
        row = self.row_of(at.y + self.scroll_offset.y)
        return row_told(row) if row and self._sign_at(row, at.x - 1) else None

    @tooltip.setter
    def tooltip(self, tooltip: VisualType | None) -> None:
        raise AttributeError(f"it follows the mouse, and cannot be {tooltip}")

    def _sign_at(self, row: ListRow, column: int) -> bool:
        """Whether a sign of a row is in that column, counted from its first piece."""
        for piece in entry_row(row, self.room.width - 1, self._columns):
            width = cells_of(piece.text)
            if 0 <= column < width:
                is_sign = piece.role in SIGNS or piece.role.startswith("marking")
                return is_sign and bool(piece.text.strip())
            column -= width
        return False

    def draw(self, line: int) -> Strip:
        width = self.room.width
        row = self.row_of(line)
        if row is None:
            return Strip.blank(width, self.rich_style)
        look = self.look(f"list--cursor{'' if self.has_focus else '-idle'}")
        cursor = Segment(">" if line == self.line else " ", look)
        pieces = [
            Segment(piece.text, self.look(f"list--{piece.role}"))
            for piece in marked_in(
                entry_row(row, width - 1, self._columns), self._sought
            )
        ]
        return Strip([cursor, *pieces]).adjust_cell_length(width, self.rich_style)

    def row_of(self, line: int) -> ListRow | None:
        """The row of a line, fetched if it is not at hand."""
        if line not in self._rows and self._fetch and 0 <= line < self.count:
            start = max(line - WINDOW // 2, 0)
            fetched = self._fetch(start, WINDOW)
            self._rows = dict(enumerate(fetched, start))
        return self._rows.get(line)
