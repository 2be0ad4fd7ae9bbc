"""Reference ids: the address of a cable or paragraph, typed anywhere."""

from __future__ import annotations

from collections.abc import Callable

from cablereader.app.panes.reader_pane import ReaderPane
from cablereader.app.part import Host, Part
from cablereader.app.parts.going import Going
from cablereader.app.state.fault import Fault
from cablereader.app.state.words import Words
from cablereader.archive.store import Archive
from cablereader.parse.address import read_address


class Ids(Part):
    """Opens cables of an archive by their ids, those that are not listed too."""

    def __init__(
        self,
        host: Host,
        archive: Archive,
        reader: ReaderPane,
        going: Going,
        begin_reading: Callable[[], object],
    ) -> None:
        """The cables of an archive, to be opened in a reader pane.

        Args:
            host: The screen.
            archive: Where the cables are.
            reader: The pane.
            going: Opens them there.
            begin_reading: Lets the keys go to the pane.
        """
        self._host = host
        self._archive = archive
        self._reader = reader
        self._going = going
        self._begin_reading = begin_reading
        self.words = {
            "id": Words(
                asked="reference id:", enter="open", take=self.open, fault=self._fault
            )
        }

    def reading_of(self, line: str) -> Words | None:
        return self.words["id"] if read_address(line) else None

    def open(self, text: str | None) -> None:
        """Open a cable by its reference id, in the list or not."""
        if not text:
            return
        if fault := self._fault(text):
            self._host.say(fault.text)
        address = read_address(text)
        if address is None or address.fault:
            return
        if (cable := self._archive.get(address.name)) is None:
            return
        self._going.show_cable(cable)
        self._begin_reading()
        if address.label:
            self._reader.go_to_label(address.label)

    def _fault(self, text: str) -> Fault | None:
        address = read_address(text)
        if address is None:
            return Fault(f"{text} is no reference id: they look like 09OSLO9012")
        if address.fault:
            return Fault(address.fault)
        if self._archive.place_of(address.name) is None:
            return Fault(f"{address.name} is not in this archive")
        return None
