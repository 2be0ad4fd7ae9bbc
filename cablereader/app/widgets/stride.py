"""By how many lines a view scrolls when its current line leaves it.

A terminal without left and right margins moves whole rows only: what stands beside the
view has to be drawn anew each time, which is several times the line that comes in. Over
a slow line the view scrolls seldom and further, as vim does with ``scrolljump``.
"""

from __future__ import annotations

from typing import Final

from textual.widget import Widget

from cablereader.app.terminal.driver import moves_columns

FAR: Final = "-far"
"""The application's class where the terminal is far away."""
CELLS: Final = 6
"""For each so many cells beside it a view scrolls by a line."""


def stride(view: Widget) -> int:
    """How many lines a view scrolls at least, but for the end of what it shows."""
    app = view.app
    if not app.has_class(FAR) or moves_columns(app):
        return 1
    beside = app.size.width - view.size.width
    return max(min(beside // CELLS, view.size.height // 2), 1)
