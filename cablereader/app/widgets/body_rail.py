"""The right edge of the body: what is in view, and where hits and bookmarks are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from textual.dom import DOMNode

from cablereader.model.frozen import frozen


@frozen
class Signs:
    """What stands for what is in the lines of a row."""

    hit: str
    mark: str
    both: str


DRAWN: Final = Signs(hit="\u2500", mark="\u258c", both="\u255e")
"""Lines and a block, which no text of a cable has."""
ASCII: Final = Signs(hit="-", mark="m", both="=")


def rail_signs(app: DOMNode) -> Signs:
    """Those that an application draws: its terminal may have none but ASCII."""
    return ASCII if app.has_class("-ascii") else DRAWN


@frozen
class BodyRail:
    """One column, as high as the view, that stands for the whole body."""

    count: int = 0
    """Lines of the body."""
    height: int = 0
    """Rows of the view."""
    ticks: Mapping[int, str] = MappingProxyType({})
    """By row, one of the `Signs`."""

    def tick(self, row: int) -> str:
        """What stands at a row of the column."""
        return self.ticks.get(row, " ")

    def in_view(self, row: int, top: int) -> bool:
        """Whether a row stands for lines in view, when ``top`` is the first of them."""
        if self.count <= self.height:
            return False
        first = top * self.height // self.count
        last = (top + self.height) * self.height // self.count
        return first <= row < max(last, first + 1)


def rail(
    count: int,
    height: int,
    hits: Iterable[int],
    marks: Iterable[int],
    signs: Signs = DRAWN,
) -> BodyRail:
    """The column for a body of ``count`` lines; hits and marks are line numbers."""
    rows = max(min(height, count), 1)

    def row_of(line: int) -> int:
        return line * rows // max(count, 1)

    with_hits = {row_of(line) for line in hits}
    with_marks = {row_of(line) for line in marks}
    ticks = dict.fromkeys(with_hits, signs.hit)
    ticks |= dict.fromkeys(with_marks, signs.mark)
    ticks |= dict.fromkeys(with_hits & with_marks, signs.both)
    return BodyRail(count, height, ticks)
