"""Tables: lines whose blanks mean something (format.md section 4.6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.parse.grammar import text as grammar
from cablereader.parse.line import Line, is_rule

LEAST_ROWS: Final = 3
FIGURE_ENDS: Final = frozenset("0123456789%-")
LONGEST_ROW: Final = 140
"""A longer line is a reflowed paragraph with blanks in it."""


def find_tables(text: str, lines: Sequence[Line], first: int, stop: int) -> list[range]:
    """The lines of each table between ``first`` and ``stop``."""
    if not _may_hold_rows(text, lines[first:stop]):
        return []
    found: list[range] = []
    index = first
    while index < stop:
        if not _is_row(text, lines[index]):
            index += 1
            continue
        start = end = index
        rows = 0
        while index < stop and (
            (row := _is_row(text, lines[index])) or _may_be_inside(lines[index])
        ):
            index += 1
            rows += row
            end = index if row or _is_drawn(lines[index - 1]) else end
        if rows >= LEAST_ROWS:
            found.append(range(start, end))
    return found


def _may_hold_rows(text: str, lines: Sequence[Line]) -> bool:
    """Whether some lines have the signs of enough rows: most have not."""
    figures = [line for line in lines if line.text[-1:] in FIGURE_ENDS]
    return len(figures) >= LEAST_ROWS or (
        len(lines) >= LEAST_ROWS and _has_columns(text, lines[0].at, lines[-1].stop)
    )


def _has_columns(text: str, start: int, stop: int) -> bool:
    """Whether blanks are there that may part columns."""
    return text.find("   ", start, stop) >= 0 or text.find("\t", start, stop) >= 0


def _is_row(text: str, line: Line) -> bool:
    """Whether a line has columns."""
    if len(line.text) > LONGEST_ROW:
        return False
    if _ends_in_figures(line.text):
        return True
    return _has_columns(text, line.at, line.stop) and bool(
        grammar.COLUMN_GAP.search(text, line.at, line.stop)
    )


def _ends_in_figures(words: str) -> bool:
    """Whether the last two words are figures: ``Cocaine (kilos) 8,389 7,968``."""
    if words[-1:] not in FIGURE_ENDS:
        return False
    last = words.rsplit(None, 2)
    return len(last) == 3 and all(map(grammar.FIGURE.match, last[1:]))


def _is_drawn(line: Line) -> bool:
    return is_rule(line.text)


def _may_be_inside(line: Line) -> bool:
    """Whether a line without columns may stand between two rows."""
    return not line.text or _is_drawn(line)
