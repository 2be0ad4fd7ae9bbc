"""The columns that are in view of lines longer than the view."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rich.segment import Segment
from textual.strip import Strip

from cablereader.model.frozen import frozen, replace
from cablereader.present.body import BodyLayout
from cablereader.present.cut import cells_of

ENDLESS: Final = 1_000_000
"""Cells in a line that is never wrapped: more than any cable has characters."""


@frozen
class BodyWindow:
    """Cells of each line from a first one on; what is left and right of them is cut."""

    cells: int
    """How many are in view."""
    longest: int
    """How many the longest line has."""
    first: int = 0
    """The first one in view, counted from 0."""

    def part(self, segments: Iterable[Segment]) -> Iterable[Segment]:
        """What is in view of a line."""
        return Strip(segments).crop(self.first, self.first + self.cells)

    def hides_left(self, text: str) -> bool:
        """Whether a line begins left of the view."""
        return self.first > 0 and bool(text)

    def hides_right(self, text: str) -> bool:
        """Whether a line goes on right of the view."""
        return cells_of(text) > self.first + self.cells

    def moved(self, cells: int) -> BodyWindow:
        """The window so many cells further right; neither end is passed."""
        last = max(self.longest - self.cells, 0)
        return replace(self, first=min(max(self.first + cells, 0), last))

    def with_in_view(self, start: int, stop: int) -> BodyWindow:
        """The window where some cells of a line are in view; it stays if it can."""
        if self.first <= start and stop <= self.first + self.cells:
            return self
        if stop <= self.cells:
            return replace(self, first=0)
        return self.moved(start - self.cells // 3 - self.first)


def window_on(layout: BodyLayout, cells: int) -> BodyWindow:
    """The window on the left end of lines."""
    longest = max((cells_of(line.text) for line in layout.lines), default=0)
    return BodyWindow(cells, longest)
