"""What commands are of in a library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cablereader.app.panes.list_pane import ListPane
from cablereader.app.panes.reader_pane import ReaderPane
from cablereader.app.parts.subject import Copied, OpenCable
from cablereader.archive.store import Archive

if TYPE_CHECKING:
    from cablereader.app.state.export import Exported


class Listed:
    """Rows of the list, or the open cable where the reader is at it: the `Subject`."""

    def __init__(
        self, listing: ListPane, reader: ReaderPane, in_list: Callable[[], bool]
    ) -> None:
        """What is selected in a list, else its current row; or the cable of a reader.

        Args:
            listing: The list.
            reader: The pane of the open cable.
            in_list: Whether the keys go to the list.
        """
        self._listing = listing
        self._reader = reader
        self._open = OpenCable(reader)
        self._in_list = in_list

    @property
    def _selection(self) -> frozenset[int]:
        return self._listing.listing.selection(self._listing.row)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._selection) if self._in_list() else self._open.count

    @property
    def selected(self) -> bool:
        """Whether the list has a selection that the next change is of."""
        return self._in_list() and bool(self._listing.listing.selected)

    def ids(self) -> tuple[str, ...]:
        """The reference ids of the rows, or of the open cable."""
        return self._listing.targets() if self._in_list() else self._open.ids()

    def ids_beside(self) -> Callable[[], Sequence[str]]:
        """What looks up the ids of what is selected now, in any thread."""
        if not self._in_list():
            return self._open.ids_beside()
        return partial(_ids_at, self._listing.archive.path, sorted(self._selection))

    def copied(self) -> Copied | None:
        """The cable of the row, whole; or paragraphs of the open one."""
        if not self._in_list():
            return self._open.copied()
        cables = map(self._listing.archive.get, self._listing.targets()[:1])
        return next(((cable, ()) for cable in cables if cable), None)

    def exported(self) -> Exported | str:
        """What is selected in the list, else all of it; or the open cable."""
        from cablereader.app.state.export import listed, stem_of

        if not self._in_list():
            return self._open.exported()
        listing = self._listing.listing
        if not listing.complete:
            return "still searching; try again in a moment"
        selected = sorted(self._selection, reverse=True)
        stem = "selection" if selected else stem_of(str(listing.query.condition))
        places = selected or listing.places
        return listed(self._listing.archive, places, self._reader.bookmarks.marks, stem)


def _ids_at(path: Path, places: Sequence[int]) -> Sequence[str]:
    with Archive(path) as archive:
        return archive.ids(places)
