"""What went wrong, over the panes: one such thing at a time."""

from __future__ import annotations

from typing import Final

from textual.screen import Screen
from textual.timer import Timer

PATIENCE: Final = 5.0
"""Seconds that a warning stays, unless a key is pressed."""


class Alarm:
    """The warnings of a screen, those that wait included."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._warnings: list[str] = []
        self._keyed = False
        self._patience: Timer | None = None

    def warn(self, text: str) -> None:
        """Show what went wrong, or let it wait.

        What became of a key does not wait behind what was wrong at the start.
        """
        self._warnings.insert(0 if self._keyed else len(self._warnings), text)
        if self._warnings[0] is text:
            self._show()

    def key_pressed(self) -> None:
        """The warning was seen."""
        self._keyed = True
        self._end()

    def _show(self) -> None:
        self._screen.app.clear_notifications()
        if self._patience:
            self._patience.stop()
        if self._warnings:
            self._screen.notify(
                self._warnings[0], severity="error", markup=False, timeout=PATIENCE
            )
            self._patience = self._screen.set_timer(PATIENCE, self._end)

    def _end(self) -> None:
        """Take a warning away, and show the next one."""
        if self._warnings:
            self._warnings.pop(0)
            self._show()
