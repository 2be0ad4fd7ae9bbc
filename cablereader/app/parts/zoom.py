"""Zoom: one pane that has the whole screen, as long as the keys are in it."""

from __future__ import annotations

from typing import Protocol

from textual.widget import Widget

from cablereader.app.panes.reader_pane import ReaderPane
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

    def __init__(self, host: Zoomable, reader: ReaderPane) -> None:
        """The panes of a screen, of which one shows a header box."""
        self._host = host
        self._reader = reader

    def action_turn(self) -> None:
        """Show one pane, or all of them."""
        if not self.escape():
            self._host.maximized = self._host.frame_of(self._host.pane)

    def action_header(self) -> None:
        """Show all rows of the header box, as long as the keys are in it."""
        header = self._reader.header
        if self._host.maximized is header or not self._reader.state:
            _ = self.escape()
        else:
            self._host.maximized = header
            header.focus()

    def escape(self) -> bool:
        if not self._host.maximized:
            return False
        self._host.minimize()
        return True
