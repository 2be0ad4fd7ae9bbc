"""An application that keeps to itself what it failed at.

Textual shows the values of all variables, which hold text of documents.
"""

from __future__ import annotations

from rich.segment import Segment, Segments
from textual.app import App


class DiscreetApp(App[None]):
    """Ends at a fault with one line on the terminal, or with none."""

    @property
    def error(self) -> Exception | None:
        """What it failed at."""
        return self._exception

    def last_line(self) -> str:
        """What to tell of `error` when the terminal is as it was; may be nothing.

        Asked for once, so that this is the time to note it down.
        """
        raise NotImplementedError

    def _fatal_error(self) -> None:
        if last := self.last_line():
            line = Segment(last)  # text would be wrapped
            self._exit_renderables.append(Segments([line], new_lines=True))
        self._close_messages_no_wait()
