"""Turns rows as they are shown into rows as they are wanted, with few bytes."""

from __future__ import annotations

from typing import Final

from cablereader.app.terminal.abilities import Abilities
from cablereader.app.terminal.cells import ODD_CELL, Cells
from cablereader.app.terminal.look import UNKNOWN, Looks
from cablereader.app.terminal.moves import NOWHERE, move
from cablereader.app.terminal.screen_rows import Row, ScreenRows, unknown_row
from cablereader.app.terminal.scrolling import Shift, find_shift
from cablereader.app.terminal.strokes import Stroke, Strokes

WHOLE_SCREEN: Final = "\x1b[r"
"""Ends a scroll region; where the cursor is then differs between terminals."""
MARGINS: Final = "\x1b[?69h"
WHOLE_ROWS: Final = "\x1b[?69l"
"""Begins and ends that a region has a left and a right end (VT420, DECLRMM)."""


class FrameWriter:
    """Knows what the terminal shows, and writes what has to change."""

    def __init__(self, looks: Looks, cells: Cells, abilities: Abilities) -> None:
        """A writer to a terminal of which nobody knows what it shows."""
        self._looks = looks
        self._cells = cells
        self._abilities = abilities
        self._strokes = Strokes(looks, abilities)
        self.shown: list[Row] = []
        self._columns = 0
        self._groups: dict[tuple[bool, str], list[Stroke]] = {}
        """Strokes that may be drawn in any order, by look and whether blank."""
        self._grounds: dict[int, str] = {}
        """Rows to be erased before their strokes, and the look of it."""
        self._out: list[str] = []
        self._row = self._column = NOWHERE
        self._sign = UNKNOWN

    def learn(self, abilities: Abilities) -> None:
        """Know from now on that the terminal is able to do more."""
        self._abilities = abilities

    def forget(self) -> None:
        """Begin from a terminal of which nobody knows what it shows."""
        self.shown = []
        self._sign = UNKNOWN
        self._row = self._column = NOWHERE

    def reset_look(self) -> str:
        """What ends all colours that are in force; empty where none are."""
        reset = self._looks.change(self._sign, self._looks.plain)
        self._sign = self._looks.plain
        return reset

    def frame(self, screen: ScreenRows, *, typing: bool = True) -> str:
        """What makes the terminal show a screen.

        Args:
            screen: What has to be seen.
            typing: Whether the cursor, which is never seen, has to be in its place:
                an input method shows there what is typed.
        """
        wanted = screen.rows
        self._columns = screen.columns
        if len(self.shown) != len(wanted):
            self.shown = [unknown_row(screen.columns)] * len(wanted)
            screen.touched.update(range(len(wanted)))
            self._out.append(WHOLE_SCREEN)
        changed = {row for row in screen.touched if self.shown[row] != wanted[row]}
        margins = self._abilities.moves_columns
        if shift := find_shift(self.shown, wanted, changed, margins=margins):
            self._shift(shift)
            changed.update(range(shift.top, shift.bottom + 1))
        for row in sorted(changed):
            if self.shown[row] != wanted[row]:
                self._plan(row, wanted[row])
        self._draw_groups()
        if typing:
            self._go(screen.row, min(screen.column, screen.columns - 1))
        screen.touched.clear()
        written = "".join(self._out)
        self._out.clear()
        return written

    def _shift(self, shift: Shift) -> None:
        """Let the terminal move rows in a region, mostly as wide as the screen."""
        top, bottom, rows, columns = shift
        left, right = columns or (0, self._columns - 1)
        self._row = self._column = 0
        if columns:
            self._out.append(f"{MARGINS}\x1b[{left + 1};{right + 1}s")
            self._row = self._column = NOWHERE
        self._out.append(f"\x1b[{top + 1};{bottom + 1}r")
        if self._abilities.moves_rows:
            self._go(top, left)
            count = str(abs(rows)) if abs(rows) > 1 else ""
            self._out.append(f"\x1b[{count}{'M' if rows > 0 else 'L'}")
        else:
            self._go(bottom if rows > 0 else top, 0)
            self._out.append("\n" * rows if rows > 0 else "\x1bM" * -rows)
        self._out.append(WHOLE_SCREEN + (WHOLE_ROWS if columns else ""))
        self._row = self._column = NOWHERE
        self.shown = shift.applied(self.shown)

    def _plan(self, number: int, row: Row) -> None:
        """Find the strokes of a row, and draw at once what cannot wait.

        Where a cell is taken for wider by some terminals, the row is drawn from left
        to right without a move, so that the cells behind it stand where they may.
        """
        old, self.shown[number] = self.shown[number], row
        if ground := self._strokes.ground(old, row):
            self._grounds[number] = ground
            columns = len(row.text)
            old = Row(" " * columns, ground * columns)
        strokes = self._strokes.between(number, old, row)
        if ODD_CELL.search(row.text) is None:
            for stroke in strokes:
                group = stroke.is_blank, stroke.sign
                self._groups.setdefault(group, []).append(stroke)
            return
        self._erase(number)
        for stroke in strokes:
            if stroke.erases_rest:
                self._column = NOWHERE
            self._draw(stroke)
        self._column = NOWHERE

    def _draw_groups(self) -> None:
        """Draw strokes of one look after the other: a move is shorter than a look."""
        while self._groups:
            group = min(self._groups, key=self._cost)
            for stroke in self._groups.pop(group):
                self._draw(stroke)
        for number in list(self._grounds):
            self._erase(number)

    def _cost(self, group: tuple[bool, str]) -> int:
        """Characters that the look of a group takes."""
        is_blank, sign = group
        if is_blank:
            sign = self._looks.for_blank(self._sign, sign)
        return len(self._looks.change(self._sign, sign))

    def _draw(self, stroke: Stroke) -> None:
        row, column, cells, sign, is_blank, erases_rest = stroke
        if row in self._grounds:
            self._erase(row)
        self._go(row, column)
        self._wear(self._looks.for_blank(self._sign, sign) if is_blank else sign)
        if is_blank and self._strokes.can_step_over(stroke):
            self._out.append(f"\x1b[{len(cells)}X")
        elif cells:
            self._out.append(cells if cells.isascii() else self._cells.to_text(cells))
            self._column += len(cells)
            if self._column == self._columns:
                self._column = NOWHERE
        if erases_rest:
            self._out.append("\x1b[K")

    def _erase(self, number: int) -> None:
        """Erase a row before its first stroke, if that saves anything."""
        if ground := self._grounds.pop(number, ""):
            self._go(number, 0)
            self._wear(self._looks.for_blank(self._sign, ground))
            self._out.append("\x1b[K")

    def _go(self, row: int, column: int) -> None:
        self._out.append(move(self._row, self._column, row, column))
        self._row, self._column = row, column

    def _wear(self, sign: str) -> None:
        self._out.append(self._looks.change(self._sign, sign))
        self._sign = sign
