"""The shortest way of the cursor from one cell to another."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

NOWHERE: Final = -1
"""A column that is not known: behind the last cell, or behind an odd character."""


@lru_cache(maxsize=256)  # most are made once: a frame's own, hardly more
def move(row: int, column: int, to_row: int, to_column: int) -> str:
    """What moves the cursor; rows and columns are counted from 0.

    A line feed has to move down only: no carriage return may be added to it.

    Args:
        row: Where the cursor is; `NOWHERE` when that is not known.
        column: Likewise.
        to_row: Where it has to go.
        to_column: Likewise.
    """
    if (row, column) == (to_row, to_column):
        return ""
    ways = [_to_place(to_row, to_column)]
    if row != NOWHERE:
        vertical = _down(to_row - row)
        ways.append("\r" + vertical + _right(to_column))
        if column != NOWHERE:
            ways.append(vertical + _right(to_column - column))
    return min(ways, key=len)


def _to_place(row: int, column: int) -> str:
    line = str(row + 1) if row else ""
    return f"\x1b[{line};{column + 1}H" if column else f"\x1b[{line}H"


def _down(rows: int) -> str:
    if rows < 0:
        return f"\x1b[{_count(-rows)}A"
    return min("\n" * rows, f"\x1b[{_count(rows)}B", key=len)


def _right(columns: int) -> str:
    if columns == 0:
        return ""
    if columns < 0:
        return min("\b" * -columns, f"\x1b[{_count(-columns)}D", key=len)
    return f"\x1b[{_count(columns)}C"


def _count(number: int) -> str:
    return str(number) if number != 1 else ""
