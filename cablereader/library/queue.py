"""The cables that a session goes through, in order, read when they are needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from typing import Final, Protocol

from cablereader.model.cable import Cable
from cablereader.model.raw import RawCable
from cablereader.parse.cable import read_cable
from cablereader.parse.cable_id import canonical_id

KEPT: Final = 16
"""Cables that stay parsed, for going back and forth."""


class Queue(Protocol):
    """Cables by their position, counted from 0."""

    def __len__(self) -> int:
        """How many there are."""

    def cable(self, position: int) -> Cable:
        """The cable at that position."""

    def position_of(self, cable_id: str) -> int | None:
        """Where the cable of that reference id is, in any spelling of the id."""

    def get(self, cable_id: str) -> Cable | None:
        """The cable of that reference id, wherever it can be had from."""

    def missing(self, cable_ids: Iterable[str]) -> frozenset[str]:
        """Those of some canonical reference ids whose cables cannot be had."""

    def likely(self, texts: tuple[str, ...], positions: Sequence[int]) -> Sequence[int]:
        """Those of some positions whose cables may have one of some texts, and more."""

    def interrupt(self) -> None:
        """Give up what is asked of the queue in another thread."""

    def beside(self) -> AbstractContextManager[Queue]:
        """The same queue for another thread."""


class DocumentQueue:
    """A queue of cables that came from documents."""

    def __init__(self, raws: Sequence[RawCable]) -> None:
        self._raws = tuple(raws)
        self._positions: dict[str, int] = {}
        self.cable = lru_cache(maxsize=KEPT)(self._read)

    def __len__(self) -> int:
        return len(self._raws)

    def position_of(self, cable_id: str) -> int | None:
        """Where the cable of that reference id is, in any spelling of the id."""
        if not self._positions:
            for position in range(len(self._raws)):
                own = self._raws[position].cable_id or self.cable(position).cable_id
                self._positions.setdefault(canonical_id(own or ""), position)
        return self._positions.get(canonical_id(cable_id))

    def get(self, cable_id: str) -> Cable | None:
        """The cable of that reference id, if it is among the documents."""
        position = self.position_of(cable_id)
        return None if position is None else self.cable(position)

    def missing(self, cable_ids: Iterable[str]) -> frozenset[str]:
        """Those of some canonical reference ids whose cables cannot be had."""
        return frozenset(each for each in cable_ids if self.position_of(each) is None)

    def likely(
        self, _texts: tuple[str, ...], positions: Sequence[int]
    ) -> Sequence[int]:
        """All of some positions: documents have no index."""
        return positions

    def interrupt(self) -> None:
        """Nothing that is asked of documents takes long."""

    def beside(self) -> AbstractContextManager[DocumentQueue]:
        """The same queue for another thread, with cables of its own."""
        return nullcontext(DocumentQueue(self._raws))

    def _read(self, position: int) -> Cable:
        return read_cable(self._raws[position])
