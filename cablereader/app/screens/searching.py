"""How to search: what can be typed, with examples."""

from __future__ import annotations

from cablereader.app.screens.legend import WIDEST
from cablereader.app.screens.pager import Pager
from cablereader.present.searching import searching_rows


class Searching(Pager):
    """The page, wrapped for a window of ``width`` cells."""

    def __init__(self, width: int) -> None:
        """The page for a window of so many cells."""
        super().__init__("How to search", searching_rows(min(width, WIDEST)))
