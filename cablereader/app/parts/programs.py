"""What is done with the open cable outside the screen: plain text, programs, files."""

from __future__ import annotations

from pathlib import Path

from cablereader.app import outside
from cablereader.app.panes.reader_pane import ReaderPane
from cablereader.app.part import Host, Part, Words
from cablereader.app.parts.exporting import fault_of_file
from cablereader.library.small_file import reason


class Programs(Part):
    """Gives the cable of a reader pane to whatever else there is."""

    def __init__(self, host: Host, reader: ReaderPane) -> None:
        self._host = host
        self._reader = reader
        self.words = {"pipe": Words(take=self._pipe), "write": Words(take=self._write)}

    def action_plain(self) -> None:
        """Print the cable where the terminal's own scrolling and selecting reach it."""
        if state := self._reader.state:
            text = outside.text_of(state.cable)
            with self._host.suspended():
                outside.print_plain(text)

    def _pipe(self, command: str) -> None:
        state = self._reader.state
        if state and command.strip():
            text = outside.text_of(state.cable)
            with self._host.suspended():
                outside.pipe(command, text)

    def _write(self, name: str) -> None:
        state = self._reader.state
        if state is None or not name.strip():
            return
        if fault := fault_of_file(name):
            self._host.warn(f"not written: {fault.text}")
            return
        path = Path(name.strip()).expanduser()
        try:
            outside.write(path, state.cable)
        except OSError as error:
            self._host.warn(f"not written: {path}: {reason(error)}")
        else:
            self._host.say(f"written: {path}")
