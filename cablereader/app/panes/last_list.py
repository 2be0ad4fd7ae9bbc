"""The list that a session is left with, for whoever begins the next one."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from cablereader.archive.store import Archive
from cablereader.errors import NotebookError
from cablereader.library.session import Session
from cablereader.model.frozen import frozen

LEFT: Final = "archive"
"""The name under which it is remembered of which archive the last list was."""


class LastList:
    """Keeps which list it is, of which archive, and at which cable it was left."""

    def __init__(self, session: Session, archive: Archive) -> None:
        self._file = session.triage_file
        self._remembered = session.remembered
        self._here = str(archive.path.absolute())
        """What the archive is remembered by."""

    def stop(self) -> tuple[str, str | None] | None:
        """Query and cable of the last list; ``None`` without one of this archive."""
        left = self._remembered.load().get(LEFT, self._here)
        return self._file.whereabouts.last_stop() if left == self._here else None

    def keep(self, query: str, cable_id: str) -> None:
        """Remember a list and its cable, if the notebook can be written."""
        with suppress(NotebookError, OSError):
            self._file.whereabouts.keep_stop(query, cable_id)
            if self._remembered.load().get(LEFT) != self._here:
                self._remembered.note(LEFT, self._here)


@frozen
class Resumption:
    """Where to go on in a list that is being found: at a cable, or else at a row."""

    cable_id: str
    row: int = 0

    def row_among(
        self, places: Sequence[int], archive: Archive, *, complete: bool
    ) -> int | None:
        """The row to go on at; ``None`` while it may yet be found."""
        place = archive.place_of(self.cable_id)
        if place is not None and place in places:
            return places.index(place)
        return self.row if complete else None
