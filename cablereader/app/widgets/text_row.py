"""One row of text, cut at the right end of the screen."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from cablereader.present.entry_row import title_row
from cablereader.present.list_column import USUAL, Chosen
from cablereader.present.piece import Piece, Row


class TextRow(Widget):
    """Shows a row in the widget's own style."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._row: Row = ()

    def show(self, row: Row) -> None:
        """Show another row."""
        if row != self._row:
            self._row = row
            self.refresh()

    def render_line(self, y: int) -> Strip:
        if y:
            return Strip.blank(self.size.width, self.rich_style)
        segments = [Segment(piece.text, self.rich_style) for piece in self._row]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)


class ListTitles(TextRow):
    """The titles of the list's columns, for the width that there is."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._columns = USUAL

    def show_columns(self, columns: Chosen) -> None:
        """Show the titles of other columns."""
        self._columns = columns
        self.on_resize()

    def on_resize(self) -> None:
        self.show((Piece(" "), *title_row(self.size.width - 1, self._columns)))
