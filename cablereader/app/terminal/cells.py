"""Text as cells: one code point a cell, so that rows are cut and compared as strings.

A wide character is followed by `HALF`. A character with combining marks is one code
point of the private planes, which no text that is shown can hold.
"""

from __future__ import annotations

import re
from typing import Final

from rich.cells import get_character_cell_size

UNKNOWN_CELL: Final = "\0"
HALF: Final = "\U000f0000"
"""The right half of a wide character."""
FIRST_CLUSTER: Final = 0xF0001
LAST_CLUSTER: Final = 0x10FFFD
REPLACEMENT: Final = "\ufffd"

ODD_TEXT: Final = re.compile(
    "[^ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0482\u2013\u2014\u2018-\u201e"
    "\u2020-\u2022\u2026\u20ac\u2190-\u2193\u2500-\u259f\u2713\u2717]"
)
"""Characters outside of the ranges that are one cell wide for certain."""
ODD_CELL: Final = re.compile(f"[{HALF}-\U0010ffff]")
"""Cells that are no plain character."""


class Cells:
    """Turns text into cells and back; keeps the clusters met so far."""

    def __init__(self) -> None:
        self._clusters: dict[str, str] = {}
        self._texts: dict[int, str] = {ord(HALF): ""}

    def of_text(self, text: str) -> str:
        """The cells that text takes, one code point each."""
        if text.isascii() or not ODD_TEXT.search(text):
            return text
        cells: list[str] = []
        for character in text:
            self._add(cells, character)
        return "".join(cells)

    def to_text(self, cells: str) -> str:
        """The text to be sent for whole cells."""
        return cells.translate(self._texts)

    def _add(self, cells: list[str], character: str) -> None:
        if ord(character) >= FIRST_CLUSTER - 1:
            cells.append(REPLACEMENT)
            return
        width = get_character_cell_size(character)
        if width:
            cells.append(character)
            cells += HALF * (width - 1)
        elif cells:
            at = -2 if cells[-1] == HALF else -1
            cells[at] = self._cluster(cells[at], character)

    def _cluster(self, base: str, mark: str) -> str:
        """One code point for a cell and one more mark over it."""
        text = self._texts.get(ord(base), base) + mark
        if (cluster := self._clusters.get(text)) is None:
            code = FIRST_CLUSTER + len(self._clusters)
            if code > LAST_CLUSTER:
                return base
            cluster = self._clusters[text] = chr(code)
            self._texts[code] = text
        return cluster
