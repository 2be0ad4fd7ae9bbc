"""The screen as rows of cells: what Textual wants to be seen."""

from __future__ import annotations

from typing import NamedTuple

from cablereader.app.terminal.cells import HALF, UNKNOWN_CELL
from cablereader.app.terminal.look import UNKNOWN


class Row(NamedTuple):
    """Cells of a row and the signs of their looks: two strings of one length."""

    text: str
    looks: str

    def overlaid(self, start: int, text: str, looks: str) -> Row:
        """The row with other cells from a column on; what is too long is cut."""
        columns = len(self.text)
        stop = start + len(text)
        if start == 0 and stop == columns:
            return Row(text, looks)
        left, right = self.text[:start], self.text[stop:]
        if self.text[start : start + 1] == HALF:
            left = left[:-1] + " "
        if right.startswith(HALF):
            right = " " + right[1:]
        return Row(
            (left + text + right)[:columns],
            (self.looks[:start] + looks + self.looks[stop:])[:columns],
        )


def unknown_row(columns: int) -> Row:
    """A row of which nobody knows what it shows."""
    return Row(UNKNOWN_CELL * columns, UNKNOWN * columns)


class ScreenRows:
    """A screen that is written to; knows which rows were touched."""

    def __init__(self, columns: int = 1, rows: int = 1) -> None:
        """A screen of which nobody knows what it shows."""
        self.touched: set[int] = set()
        self.row = self.column = 0
        self._texts: list[str] = []
        self._looks: list[str] = []
        self.clear(columns, rows)

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        return self.columns, len(self.rows)

    def clear(self, columns: int, rows: int) -> None:
        """Forget everything; the screen may have another size from now on."""
        self.columns = max(columns, 1)
        self.rows = [unknown_row(self.columns)] * max(rows, 1)
        self._texts.clear()
        self._looks.clear()
        self.touched.clear()

    def put(self, text: str, looks: str) -> None:
        """Write cells and the signs of their looks; the cursor goes behind them."""
        self._texts.append(text)
        self._looks.append(looks)

    def move(self, row: int, column: int) -> None:
        """Put the cursor on a cell, or on the nearest one there is."""
        self.settle()
        self.row = min(row, len(self.rows) - 1)
        self.column = min(column, self.columns - 1)

    def settle(self) -> None:
        """Take what was put into the rows."""
        if not self._texts:
            return
        text, looks = "".join(self._texts), "".join(self._looks)
        self._texts.clear()
        self._looks.clear()
        if not text:
            return
        row = self.rows[self.row]
        self.rows[self.row] = row.overlaid(self.column, text, looks)
        self.column = min(self.column + len(text), self.columns)
        self.touched.add(self.row)
