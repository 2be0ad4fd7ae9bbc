"""Finds rows that only moved up or down, so that the terminal can move them itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import ne, sub
from typing import Final, NamedTuple

from cablereader.app.terminal.cells import ODD_CELL
from cablereader.app.terminal.look import UNKNOWN
from cablereader.app.terminal.screen_rows import Row, unknown_row

CHUNK: Final = 24
"""Cells of a row that are looked up as one; a row moved if most of its chunks did."""
FEWEST_CELLS: Final = 8
"""Fewer cells than these that are no blanks say nothing about where a row went."""
OVERHEAD: Final = 32
"""Characters that moving rows costs, and the looks of those that come in."""
FEWEST_ROWS: Final = 3
"""Fewer rows than these are simply drawn."""
MARGINS: Final = 24
"""Characters that it costs to leave what stands beside where it is."""


class Shift(NamedTuple):
    """Rows from ``top`` to ``bottom`` move up by ``rows``, or down where negative."""

    top: int
    bottom: int
    rows: int
    columns: tuple[int, int] | None = None
    """The first one that moves and the last one; ``None`` for all."""

    def applied(self, screen: Sequence[Row]) -> list[Row]:
        """The rows after the shift; nobody knows what those that came in show."""
        new = [unknown_row(len(screen[0].text))] * abs(self.rows)
        moving = list(screen[self.top : self.bottom + 1])
        moved = (
            moving[self.rows :] + new if self.rows > 0 else new + moving[: self.rows]
        )
        if self.columns:
            between = slice(self.columns[0], self.columns[1] + 1)
            moved = [
                old.overlaid(between.start, row.text[between], row.looks[between])
                for old, row in zip(moving, moved, strict=True)
            ]
        return [*screen[: self.top], *moved, *screen[self.bottom + 1 :]]


def find_shift(
    shown: Sequence[Row],
    wanted: Sequence[Row],
    changed: Iterable[int],
    *,
    margins: bool = False,
) -> Shift | None:
    """The shift after which least has to be drawn; ``None`` where none is worth it.

    Args:
        shown: The screen as it is.
        wanted: The screen as it has to be.
        changed: Rows in which these differ.
        margins: Whether some columns can move alone.
    """
    rows = sorted(changed)
    if len(rows) < FEWEST_ROWS:
        return None
    moves = _moves(shown, wanted, rows)
    votes = Counter(move for row_moves in moves.values() for move in row_moves)
    if not votes:
        return None
    distance, _ = votes.most_common(1)[0]
    moved = [row for row, row_moves in moves.items() if distance in row_moves]
    top, bottom = min(moved), max(moved)
    if distance > 0:
        shift = Shift(top, bottom + distance, distance)
    else:
        shift = Shift(top + distance, bottom, distance)
    if margins and (narrow := _narrowed(shift, shown, wanted)):
        return narrow
    return shift if _gain(shift, shown, wanted) > OVERHEAD else None


def _narrowed(
    shift: Shift, shown: Sequence[Row], wanted: Sequence[Row]
) -> Shift | None:
    """The shift of those columns alone that gain by it; ``None`` for no such ones.

    Cells that some terminals take for wider are not cut through.
    """
    rows = range(shift.top, shift.bottom + 1)
    if any(
        UNKNOWN in wanted[row].looks
        or ODD_CELL.search(wanted[row].text)
        or ODD_CELL.search(shown[row].text)
        for row in rows
    ):
        return None
    after = shift.applied(shown)
    gains = list(
        map(
            sub,
            _differing([(shown[row], wanted[row]) for row in rows]),
            _differing([(after[row], wanted[row]) for row in rows]),
        )
    )
    gain, first, last = _best_stretch(gains)
    few = last - first < FEWEST_CELLS
    if few or gain - MARGINS <= max(sum(gains), OVERHEAD):
        return None
    return shift._replace(columns=(first, last))


def _differing(pairs: Iterable[tuple[Row, Row]]) -> Iterator[int]:
    """In how many pairs of rows each column differs."""
    return map(sum, zip(*(map(ne, old.text, new.text) for old, new in pairs)))  # noqa: B905  # rows of one screen


def _best_stretch(gains: Sequence[int]) -> tuple[int, int, int]:
    """The neighbours with the greatest sum: the sum, the first of them, the last."""
    best = (0, 0, 0)
    total = start = 0
    for place, gain in enumerate(gains):
        if total <= 0:
            total, start = 0, place
        total += gain
        best = max(best, (total, start, place), key=lambda found: found[0])
    return best


def _moves(
    shown: Sequence[Row], wanted: Sequence[Row], rows: Sequence[int]
) -> dict[int, set[int]]:
    """How far up each row may have come from, as its chunks say."""
    places: dict[tuple[int, str], int] = {}
    for row in rows:
        for chunk in _chunks(shown[row].text):
            places[chunk] = row if chunk not in places else -1
    return {
        row: found
        for row in rows
        if (
            found := {
                place - row
                for chunk in _chunks(wanted[row].text)
                if (place := places.get(chunk, -1)) >= 0 and place != row
            }
        )
    }


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    for start in range(0, len(text), CHUNK):
        chunk = text[start : start + CHUNK]
        if len(chunk) - chunk.count(" ") >= FEWEST_CELLS:
            yield start, chunk


def _gain(shift: Shift, shown: Sequence[Row], wanted: Sequence[Row]) -> int:
    """How many fewer cells have to be drawn after a shift; negative: how many more."""
    rows = range(shift.top, shift.bottom + 1)
    if any(UNKNOWN in wanted[row].looks for row in rows):
        return 0  # what nobody knows cannot be drawn where it was moved away
    after = shift.applied(shown)
    return sum(
        _cells(shown[row], wanted[row]) - _cells(after[row], wanted[row])
        for row in rows
    )


def _cells(old: Row, new: Row) -> int:
    """About how many cells must be drawn to make one row of another."""
    if old == new:
        return 0
    if UNKNOWN in old.looks:
        return len(new.text) - new.text.count(" ")
    return sum(map(ne, old.text, new.text))
