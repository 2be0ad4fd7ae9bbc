"""Turns rows as they are shown into rows as they are wanted, with few bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import ne, or_
from typing import Final

from cablereader.app.terminal.abilities import Abilities
from cablereader.app.terminal.cells import HALF, ODD_CELL, Cells
from cablereader.app.terminal.look import PLAIN, UNKNOWN, Looks
from cablereader.app.terminal.moves import NOWHERE, move
from cablereader.app.terminal.screen_rows import Row, ScreenRows, unknown_row
from cablereader.app.terminal.scrolling import Shift, find_shift

STRETCH: Final = re.compile(rb"\x01+(?:\x00{1,4}\x01+)*")
"""Cells that differ; up to four that do not are drawn again rather than skipped."""
BARE_STRETCH: Final = re.compile(rb"\x01+")
RUN: Final = re.compile(r"(.)\1*", re.DOTALL)
LONG_BLANK: Final = 10
"""Fewer blanks than these are sent; so many are erased and stepped over."""
FEW_BLANKS: Final = 3
WHOLE_SCREEN: Final = "\x1b[r"
"""Ends a scroll region; where the cursor is then differs between terminals."""


class FrameWriter:
    """Knows what the terminal shows, and writes what has to change."""

    def __init__(self, looks: Looks, cells: Cells, abilities: Abilities) -> None:
        """A writer to a terminal of which nobody knows what it shows."""
        self._looks = looks
        self._cells = cells
        self._abilities = abilities
        self.shown: list[Row] = []
        self._out: list[str] = []
        self._row = self._column = NOWHERE
        self._sign = UNKNOWN

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

    def frame(self, screen: ScreenRows) -> str:
        """What makes the terminal show a screen, its cursor's place included."""
        wanted = screen.rows
        if len(self.shown) != len(wanted):
            self.shown = [unknown_row(screen.columns)] * len(wanted)
            screen.touched.update(range(len(wanted)))
            self._out.append(WHOLE_SCREEN)
        changed = {row for row in screen.touched if self.shown[row] != wanted[row]}
        if shift := find_shift(self.shown, wanted, changed):
            self._shift(shift)
            changed.update(range(shift.top, shift.bottom + 1))
        for row in sorted(changed):
            if self.shown[row] != wanted[row]:
                self._draw(row, wanted[row])
        self._go(screen.row, min(screen.column, screen.columns - 1))
        screen.touched.clear()
        written = "".join(self._out)
        self._out.clear()
        return written

    def _shift(self, shift: Shift) -> None:
        """Let the terminal move rows in a region as wide as the screen."""
        top, bottom, rows = shift
        self._out.append(f"\x1b[{top + 1};{bottom + 1}r")
        self._row = self._column = 0
        if self._abilities.moves_rows:
            self._go(top, 0)
            count = str(abs(rows)) if abs(rows) > 1 else ""
            self._out.append(f"\x1b[{count}{'M' if rows > 0 else 'L'}")
        else:
            self._go(bottom if rows > 0 else top, 0)
            self._out.append("\n" * rows if rows > 0 else "\x1bM" * -rows)
        self._out.append(WHOLE_SCREEN)
        self._row = self._column = NOWHERE
        self.shown = shift.applied(self.shown)

    def _draw(self, number: int, row: Row) -> None:
        old, self.shown[number] = self.shown[number], row
        if UNKNOWN in old.looks and UNKNOWN not in row.looks:
            old = self._erase_row(number, row) or old
        tail = self._blank_tail(row)
        for start, stop in _stretches(old, row):
            if stop - max(start, tail) > FEW_BLANKS:
                self._paint(number, row, start, tail)
                self._erase_rest(number, row, max(start, tail))
                return
            self._paint(number, row, start, stop)

    def _erase_row(self, number: int, row: Row) -> Row | None:
        """Erase a row in the colour of most of it, when that saves anything."""
        sign = self._looks.of_blank(max(set(row.looks), key=row.looks.count))
        if row.text.count(" ") < LONG_BLANK or not self._is_erasable(sign):
            return None
        columns = len(row.text)
        self._go(number, 0)
        self._wear(self._looks.for_blank(self._sign, sign))
        self._out.append("\x1b[K")
        return Row(" " * columns, sign * columns)

    def _erase_rest(self, number: int, row: Row, start: int) -> None:
        self._go(number, start)
        self._wear(self._looks.for_blank(self._sign, row.looks[-1]))
        self._out.append("\x1b[K")

    def _blank_tail(self, row: Row) -> int:
        """From which column on a row can be erased to its end."""
        text, looks = row
        start = len(text.rstrip(" "))
        if len(text) - start <= FEW_BLANKS:
            return len(text)
        sign = self._looks.of_blank(looks[-1])
        if not self._is_erasable(sign):
            return len(text)
        tail = looks[start:]
        same = (each for each in set(tail) if self._looks.of_blank(each) == sign)
        return start + len(tail.rstrip("".join(same)))

    def _is_erasable(self, sign: str) -> bool:
        """Whether an erased cell looks as a blank of that look."""
        look = self._looks.look_of(sign)
        coloured = look.background != PLAIN.background
        return not look.shows_on_blanks and (
            self._abilities.erases_in_colour or not coloured
        )

    def _paint(self, number: int, row: Row, start: int, stop: int) -> None:
        """Draw cells of a row as they are wanted."""
        is_odd = ODD_CELL.search(row.text) is not None
        for run in RUN.finditer(row.looks, start, stop):
            cells, sign = row.text[run.start() : run.end()], run[1]
            is_blank = not cells.strip(" ")
            if is_blank:
                sign = self._looks.for_blank(self._sign, sign)
            self._go(number, run.start())
            self._wear(sign)
            if is_blank and not is_odd and self._can_step_over(cells, sign):
                self._out.append(f"\x1b[{len(cells)}X")
                continue
            self._out.append(self._cells.to_text(cells) if is_odd else cells)
            self._column = run.end() if run.end() < len(row.text) else NOWHERE
        if is_odd:
            self._column = NOWHERE

    def _can_step_over(self, blanks: str, sign: str) -> bool:
        return (
            len(blanks) >= LONG_BLANK
            and self._abilities.erases_cells
            and self._is_erasable(sign)
        )

    def _go(self, row: int, column: int) -> None:
        self._out.append(move(self._row, self._column, row, column))
        self._row, self._column = row, column

    def _wear(self, sign: str) -> None:
        self._out.append(self._looks.change(self._sign, sign))
        self._sign = sign


def _stretches(old: Row, new: Row) -> Iterator[tuple[int, int]]:
    """Which cells have to be drawn, from the first column of each to that behind it."""
    differs = bytes(map(ne, old.text, new.text))
    if old.looks != new.looks:
        differs = bytes(map(or_, differs, map(ne, old.looks, new.looks)))
    if UNKNOWN in new.looks:
        pattern = BARE_STRETCH
    elif ODD_CELL.search(old.text) or ODD_CELL.search(new.text):
        yield min(differs.index(1), _first_odd(old), _first_odd(new)), len(differs)
        return
    else:
        pattern = STRETCH
    for match in pattern.finditer(differs):
        yield match.span()


def _first_odd(row: Row) -> int:
    """Column of the first cell that some terminals take for wider or narrower."""
    match = ODD_CELL.search(row.text)
    if match is None:
        return len(row.text)
    return match.start() - (match[0] == HALF)
