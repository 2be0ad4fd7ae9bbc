"""What the signs on the screen mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablereader.app.screens.pager import Pager
from cablereader.app.widgets.body_rail import Signs as RailSigns
from cablereader.present.legend import (
    CHART,
    CLASSES,
    FLAGS,
    GUTTER,
    IN_LIST,
    Sign,
    Signs,
    legend_rows,
)
from cablereader.present.piece import Row

TITLE: Final = "Signs on the screen"
WIDEST: Final = 76
"""Cells of a line."""


class Legend(Pager):
    """The legend, wrapped for a window of ``width`` cells."""

    def __init__(self, width: int, rail: RailSigns) -> None:
        """The legend for a window of so many cells, with these signs at its edge."""
        super().__init__(TITLE, legend(width, rail))


def legend(width: int, rail: RailSigns) -> Iterator[Row]:
    """The rows of the legend; the signs of the right edge depend on the terminal."""
    parts = (IN_LIST, FLAGS, CLASSES, GUTTER, _edge(rail), CHART)
    return legend_rows(parts, min(width, WIDEST))


def _edge(rail: RailSigns) -> Signs:
    return Signs(
        "In the reader, at the right edge: the whole cable from top to bottom",
        (
            Sign("light", "the part that is in view"),
            Sign(rail.hit, "a hit of what you search or find"),
            Sign(rail.mark, "your bookmark"),
            Sign(rail.both, "both in the same place"),
        ),
    )
