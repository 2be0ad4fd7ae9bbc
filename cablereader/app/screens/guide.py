"""How to read a cable, a cable of the sample taken apart, and the screen as well."""

from __future__ import annotations

from collections.abc import Iterator

from cablereader.app.screens.legend import TITLE, WIDEST, legend
from cablereader.app.screens.pager import Pager
from cablereader.app.widgets.body_rail import Signs
from cablereader.explain.guide import EXAMPLE, guide
from cablereader.parse.cable import read_cable
from cablereader.present.guide import guide_rows
from cablereader.present.piece import Piece, Row
from cablereader.source.sample import find_in_sample


class Guide(Pager):
    """The guide, wrapped for a window of ``width`` cells."""

    def __init__(self, width: int, rail: Signs) -> None:
        """The guide for a window of so many cells, with these signs at its edge."""
        super().__init__("How to read a cable", _rows(width, rail))


def _rows(width: int, rail: Signs) -> Iterator[Row]:
    raw = find_in_sample(EXAMPLE)
    chapters = guide(read_cable(raw)) if raw else ()
    yield from guide_rows(chapters, min(width, WIDEST))
    yield ()
    yield (Piece(TITLE, "title"),)
    yield ()
    yield from legend(width, rail)
