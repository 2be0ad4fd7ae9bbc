"""The preview: the cable of the current row, when the reader stays at it."""

from __future__ import annotations

from typing import Final

from textual.timer import Timer

from cablereader.app.panes.list_pane import ListPane
from cablereader.app.panes.reader_pane import ReaderPane
from cablereader.app.part import Host, Part
from cablereader.app.parts.going import Going
from cablereader.app.state.words import Words
from cablereader.archive.finding.by_name import names_behind
from cablereader.present.visible import visible_line

DELAY: Final = 0.15
"""Seconds without a movement after which the cable of the row is shown: more than
there are between two repeats of a key that is held down."""


class Preview(Part):
    """Shows cables of a list in a reader pane, where there is room for it."""

    def __init__(
        self, host: Host, listing: ListPane, reader: ReaderPane, going: Going
    ) -> None:
        """A preview of the rows of a list, also of those that words are found in."""
        self._host = host
        self._listing = listing
        self._reader = reader
        self._going = going
        self._delay: Timer | None = None
        self.words = {
            "rows": Words(
                asked="find in rows:",
                enter="find",
                begun=listing.begin_find,
                typed=listing.find,
                left=listing.leave_find,
                take=self._enter_find,
            )
        }

    @property
    def shown(self) -> bool:
        """Whether the cable of the row is the one that is open."""
        state = self._reader.state
        here = state and state.listed and state.position == self._listing.row
        return bool(here) or not self._reader.display

    def settle(self) -> None:
        """The reader may stay at this row."""
        self._listing.why = ""
        self._host.show_place()
        self.stop()
        if not self._host.prompt.kind:
            self._delay = self._host.set_timer(DELAY, self.show)

    def stop(self) -> None:
        """The reader does not stay."""
        if self._delay:
            self._delay.stop()

    def show(self) -> None:
        """Show the cable of the row."""
        if self._reader.display and self._listing.row < len(self._going.queue):
            self._going.open_at(self._listing.row)
            self._say_why()

    def _say_why(self) -> None:
        """Tell why the cable that is shown is in the list, if nothing in it does."""
        state, listing = self._reader.state, self._listing.listing
        if state is None or not listing.limits:
            return
        if names := names_behind(listing.query.condition, state.cable):
            what = visible_line(" and ".join(names))
            self._listing.why = f"matched by the name of {what}"
            self._host.show_place()

    def _enter_find(self, words: str) -> None:
        self._listing.enter_find(words)
        self.settle()
