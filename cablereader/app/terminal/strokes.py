"""What has to be drawn to make one row of another, as strokes of one look each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import ne, or_
from typing import Final, NamedTuple

from cablereader.app.terminal.abilities import Abilities
from cablereader.app.terminal.cells import HALF, ODD_CELL
from cablereader.app.terminal.look import PLAIN, UNKNOWN, Looks
from cablereader.app.terminal.screen_rows import Row

STRETCH: Final = re.compile(rb"\x01+(?:\x00{1,4}\x01+)*")
"""Cells that differ; up to four that do not are drawn again rather than skipped."""
BARE_STRETCH: Final = re.compile(rb"\x01+")
RUN: Final = re.compile(r"(.)\1*", re.DOTALL)
LONG_BLANK: Final = 6
"""Fewer blanks than these are sent; so many are erased and stepped over."""
MOSTLY_BLANK: Final = 10
"""A row with fewer blanks than these is not erased before it is drawn."""
FEW_BLANKS: Final = 3


class Stroke(NamedTuple):
    """Cells of one look, side by side."""

    row: int
    column: int
    cells: str
    sign: str
    is_blank: bool = False
    """Whether any look will do in which blanks look the same."""
    erases_rest: bool = False
    """Whether all that is right of the cells becomes blank, too."""


ENDING: Final = (True, True)
"""Of a stroke that is nothing but the blanks at the end of a row."""


class Strokes:
    """Finds the strokes of rows, for a terminal of some abilities."""

    def __init__(self, looks: Looks, abilities: Abilities) -> None:
        self._looks = looks
        self._abilities = abilities

    def ground(self, old: Row, new: Row) -> str:
        """The look in which to erase a row before the strokes; empty for none."""
        if old.looks.strip(UNKNOWN) or UNKNOWN in new.looks:
            return ""  # there is something to keep, or nobody knows what to draw
        sign = self._looks.of_blank(max(set(new.looks), key=new.looks.count))
        few = new.text.count(" ") < MOSTLY_BLANK
        return "" if few or not self.is_erasable(sign) else sign

    def between(self, number: int, old: Row, new: Row) -> list[Stroke]:
        """The strokes that make one row of another, from left to right.

        In a row with an odd cell they follow on one another from the first one on.
        """
        is_odd = ODD_CELL.search(new.text) is not None
        tail = self._blank_tail(new)
        found: list[Stroke] = []
        for start, stop in _stretches(old, new):
            rest = max(start, tail)
            erases = stop - rest > FEW_BLANKS
            for run in RUN.finditer(new.looks, start, rest if erases else stop):
                cells = new.text[run.start() : run.end()]
                if is_odd:
                    found.append(Stroke(number, run.start(), cells, run[1]))
                elif cells != old.text[run.start() : run.end()] or (
                    run[0] != old.looks[run.start() : run.end()]
                ):
                    is_blank = not cells.strip(" ")
                    found.append(Stroke(number, run.start(), cells, run[1], is_blank))
            if erases:
                blank = new.looks[-1]
                found.append(Stroke(number, rest, "", blank, *ENDING))
                break
        return found if is_odd else self._all_joined(found)

    def _all_joined(self, found: Iterable[Stroke]) -> list[Stroke]:
        """Strokes of which those that are alike and touch are one."""
        strokes: list[Stroke] = []
        for stroke in found:
            if strokes and (joined := self._joined(strokes[-1], stroke)):
                strokes[-1] = joined
            else:
                strokes.append(stroke)
        return strokes

    def _joined(self, left: Stroke, right: Stroke) -> Stroke | None:
        if left.column + len(left.cells) != right.column:
            return None
        if max(self._skipped(left), self._skipped(right)) >= LONG_BLANK:
            return None
        sign = left.sign
        if right.is_blank and self._looks.for_blank(sign, right.sign) == sign:
            pass
        elif left.is_blank and self._looks.for_blank(right.sign, sign) == right.sign:
            sign = right.sign
        else:
            return None
        cells, is_blank = left.cells + right.cells, left.is_blank and right.is_blank
        return Stroke(left.row, left.column, cells, sign, is_blank, right.erases_rest)

    def _skipped(self, stroke: Stroke) -> int:
        """How many cells of a stroke are better erased and stepped over."""
        if stroke.is_blank and self.can_step_over(stroke):
            return len(stroke.cells)
        return 0

    def can_step_over(self, stroke: Stroke) -> bool:
        """Whether blanks can be erased without being sent."""
        return (
            len(stroke.cells) >= LONG_BLANK
            and self._abilities.erases_cells
            and self.is_erasable(stroke.sign)
        )

    def _blank_tail(self, row: Row) -> int:
        """From which column on a row can be erased to its end."""
        text, looks = row
        start = len(text.rstrip(" "))
        if len(text) - start <= FEW_BLANKS:
            return len(text)
        sign = self._looks.of_blank(looks[-1])
        if not self.is_erasable(sign):
            return len(text)
        tail = looks[start:]
        same = (each for each in set(tail) if self._looks.of_blank(each) == sign)
        return start + len(tail.rstrip("".join(same)))

    def is_erasable(self, sign: str) -> bool:
        """Whether an erased cell looks as a blank of that look."""
        look = self._looks.look_of(sign)
        coloured = look.background != PLAIN.background
        return not look.shows_on_blanks and (
            self._abilities.erases_in_colour or not coloured
        )


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
