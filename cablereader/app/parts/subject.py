"""What commands are of: the cable that is open, or what is chosen in a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

from cablereader.app.panes.reader_pane import ReaderPane
from cablereader.model.block import Paragraph
from cablereader.model.cable import Cable

if TYPE_CHECKING:
    from cablereader.app.state.export import Exported

Copied: TypeAlias = tuple[Cable, Sequence[Paragraph]]
"""Paragraphs of a cable, or all of it where there are none."""


class Subject(Protocol):
    """The cables that the next command is of."""

    @property
    def count(self) -> int:
        """How many there are, at most."""

    @property
    def selected(self) -> bool:
        """Whether they were selected, so that one does not go on from them."""

    def ids(self) -> tuple[str, ...]:
        """Their reference ids."""

    def ids_beside(self) -> Callable[[], Sequence[str]]:
        """What looks up the ids of those of now, in any thread."""

    def copied(self) -> Copied | None:
        """What is copied."""

    def exported(self) -> Exported | str:
        """What is exported, or why nothing is."""


class OpenCable:
    """The cable of a reader pane, as the `Subject`."""

    count = 1
    selected = False

    def __init__(self, reader: ReaderPane) -> None:
        self._reader = reader

    def ids(self) -> tuple[str, ...]:
        """The reference id of the cable, if it has one."""
        state = self._reader.state
        return (state.cable.cable_id,) if state and state.cable.cable_id else ()

    def ids_beside(self) -> Callable[[], Sequence[str]]:
        """What looks up the id of the cable of now, in any thread."""
        ids = self.ids()
        return lambda: ids

    def copied(self) -> Copied | None:
        """The chosen paragraphs of the cable."""
        state = self._reader.state
        return (state.cable, state.chosen) if state else None

    def exported(self) -> Exported | str:
        """The cable, and the bookmarks in it."""
        from cablereader.app.state.export import opened

        if (state := self._reader.state) is None:
            return "no cable is open"
        marks = self._reader.bookmarks.of(state.cable.cable_id or "")
        return opened(state.cable, marks)
