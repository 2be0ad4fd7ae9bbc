"""How to read a cable, with a cable of the sample taken apart."""

from __future__ import annotations

from cablereader.app.screens.pager import Pager
from cablereader.explain.guide import EXAMPLE, guide
from cablereader.parse.cable import read_cable
from cablereader.present.guide import guide_rows
from cablereader.source.sample import find_in_sample

WIDEST = 76
"""Cells of a line."""


class Guide(Pager):
    """The guide, wrapped for a window of ``width`` cells."""

    def __init__(self, width: int) -> None:
        """The guide for a window of so many cells."""
        raw = find_in_sample(EXAMPLE)
        chapters = guide(read_cable(raw)) if raw else ()
        super().__init__(
            "How to read a cable", guide_rows(chapters, min(width, WIDEST))
        )
