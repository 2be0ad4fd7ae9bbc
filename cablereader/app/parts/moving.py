"""Movements in the lines of whatever pane has the keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from cablereader.app.panes.reader_pane import ReaderPane
from cablereader.app.part import Host, Part
from cablereader.model.cable import Cable

END: Final = "end of the cable; again marks it read and goes on"


class Moving(Part):
    """Moves in lines; a count of 0 is one that was not typed."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def action_down(self, lines: int) -> None:
        pane = self._host.pane
        pane.go(pane.line + (lines or 1))

    def action_up(self, lines: int) -> None:
        pane = self._host.pane
        pane.go(pane.line - (lines or 1))

    def action_page(self, pages: int) -> None:
        self._host.pane.page(pages or 1)

    def action_page_back(self, pages: int) -> None:
        self._host.pane.page(-(pages or 1))

    def action_half(self, times: int) -> None:
        self._host.pane.page(0.5 * (times or 1))

    def action_half_back(self, times: int) -> None:
        self._host.pane.page(-0.5 * (times or 1))

    def action_percent(self, percent: int) -> None:
        self._host.pane.go_to_percent(percent)

    def action_place_line(self, place: str) -> None:
        """Scroll so that the current line is at ``top``, ``middle`` or ``bottom``."""
        self._host.pane.put_line(place)

    def action_top(self) -> None:
        self._host.pane.go(0)

    def action_bottom(self, number: int) -> None:
        pane = self._host.pane
        pane.go((number or pane.count) - 1)


class MovingInCables(Moving):
    """In the text of a cable numbers are paragraphs', and pages go on from its end."""

    def __init__(
        self,
        host: Host,
        reader: ReaderPane,
        finish: Callable[[], object],
        is_unread: Callable[[], bool],
    ) -> None:
        """Moves in a reader pane too.

        Args:
            host: The screen.
            reader: The pane.
            finish: Marks its cable as read, and goes on.
            is_unread: Whether its cable is one to be marked.
        """
        super().__init__(host)
        self._reader = reader
        self._finish = finish
        self._is_unread = is_unread
        self._told_end_of: Cable | None = None

    @property
    def hints(self) -> Mapping[str, str]:
        """At the end of a text, however one came there: how it is marked as read."""
        body = self._reader.body
        at_end = self._host.pane is body and body.count > 0 and body.at_end
        if at_end and self._is_unread():
            return {"state.read": "read", "move.page": "read, next"}
        return {}

    def action_bottom(self, number: int) -> None:
        if number and self._host.pane is self._reader.body:
            self._reader.go_to_label(str(number))
        else:
            super().action_bottom(number)

    def action_page(self, pages: int) -> None:
        """One page on; from the end of a cable to the next one, which is then read.

        Who came to the end by pages sees first that it is the end.
        """
        body = self._reader.body
        if self._host.pane is not body or not body.at_end:
            self._told_end_of = None
            super().action_page(pages)
        elif body.is_one_page or self._told_end_of is body.cable:
            self._finish()
        else:
            self._told_end_of = body.cable
            self._host.say(END)
