"""Zoom: one pane that has the whole screen, as long as the keys are in it."""

from __future__ import annotations

from typing import Protocol

from textual.widget import Widget

from cablereader.app.part import Host, Part
from cablereader.app.widgets.line_view import LineView


class Zoomable(Host, Protocol):
    """A screen that can show one of its widgets alone."""

    maximized: Widget | None

    def minimize(self) -> None:
        """Show all panes again."""

    def frame_of(self, pane: LineView) -> Widget:
        """What is shown alone with a pane: itself, or all that belongs to it."""


class Zoom(Part):
    """Shows the pane with the keys alone, and all of them again."""

    def __init__(self, host: Zoomable) -> None:
        self._host = host

    def action_turn(self) -> None:
        """Show one pane, or all of them."""
        if not self.escape():
            self._host.maximized = self._host.frame_of(self._host.pane)

    def escape(self) -> bool:
        if not self._host.maximized:
            return False
        self._host.minimize()
        return True
