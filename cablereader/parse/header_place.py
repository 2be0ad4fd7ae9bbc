"""Where the header stands in a plain text (format.md §2.5, §8)."""

from __future__ import annotations

from typing import Final

from cablereader.parse.grammar import header as grammar
from cablereader.parse.header_line import LineKind, kind_of
from cablereader.parse.scanned_header import mended

NEAR: Final = 4
"""So many lines after a date-time group or FM line must hold the next one."""


def split_header(text: str) -> tuple[int, int]:
    """Offsets of the header in a text: start, and stop after its last line.

    Without header both are 0. Scanned text, with blank lines between its lines and
    two blanks between words, is welcome. Never raises.
    """
    lines = [
        (kind_of(mended(match[0])), *match.span())
        for match in grammar.LINE.finditer(text)
    ]
    lines = [line for line in lines if line[0] is not LineKind.BLANK]
    kinds = [kind for kind, _, _ in lines]
    first = next((i for i in range(len(kinds)) if _begins(kinds[i : i + NEAR])), None)
    if first is None:
        return 0, 0
    last = first
    while last + 1 < len(kinds) and kinds[last + 1] is not LineKind.TOP:
        last += 1
    while first and kinds[first - 1] is LineKind.FURNITURE:
        first -= 1
    return lines[first][1], lines[last][2]


def _begins(kinds: list[LineKind]) -> bool:
    """Whether a header begins with these lines."""
    if kinds[0] is LineKind.TRANSMISSION_ID:
        return True
    if kinds[0] is LineKind.DATE_TIME:
        return LineKind.FROM in kinds
    return kinds[0] is LineKind.FROM and LineKind.TO in kinds
