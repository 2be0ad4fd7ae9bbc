"""The texts that can be read of an archive, which may be damaged.

The pieces of texts are read, so that those are found that no list knows any more.
"""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Final

from cablereader.archive.dictionaries import Dictionaries
from cablereader.archive.raw_text import raw_of
from cablereader.archive.repair.salvage import DAMAGES, Salvage, Table
from cablereader.archive.texts import PIECE, first_row, number_of
from cablereader.model.raw import RawCable

PIECES: Final = Table("piece", ("number", "bytes"))
RAWS: Final = Table("raw", ("place", "text"))
FORMERS: Final = Table("former", ("id", "text"))
UNREADABLE: Final = (*DAMAGES, TypeError, AttributeError, RecursionError)
"""What unpacking damaged bytes raises."""


class SalvagedTexts(ABC):
    """The texts of one archive."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Begin; nothing is read before `raws` is asked.

        Args:
            db: As of `cablereader.archive.repair.salvage.open_damaged`.
        """
        self._db = db
        self.read: set[int] = set()
        """The places of cables whose text was read; all of them when `raws` ended."""
        self.unread: list[int] = []
        """The places of those whose text is there, or should be, and cannot be read."""
        self.unread_formers: list[str] = []
        """The ids of cables of which a former version cannot be read."""

    @abstractmethod
    def raws(self) -> Iterator[RawCable]:
        """All versions of cables that can be read.

        They are in the order in which they came, as far as that is known.
        """

    @property
    @abstractmethod
    def table(self) -> Table:
        """That has a row for each cable."""

    def _note(self, place: int, *, is_read: bool) -> None:
        if is_read:
            self.read.add(place)
        else:
            self.unread.append(place)


class PackedTexts(SalvagedTexts):
    """Those of an archive of today's."""

    table = RAWS

    def raws(self) -> Iterator[RawCable]:
        """All versions of cables that can be read, in the order in which they came."""
        dictionaries = Dictionaries(self._db)
        found: set[object] = set()
        for number, packed in joined_pieces(self._db):
            try:
                raw = raw_of(dictionaries.unpack(packed))
            except UNREADABLE:
                continue
            found.add(number)
            yield raw
        for place, number in Salvage(self._db, RAWS).rows():
            self._note(place, is_read=number in found)
        for name, number in Salvage(self._db, FORMERS).rows():
            if number not in found:
                self.unread_formers.append(str(name))


def joined_pieces(db: sqlite3.Connection) -> Iterator[tuple[int, bytes]]:
    """What was packed, where all pieces can be read, by its number.

    It comes in no order where something is damaged.
    """
    begun: dict[int, dict[int, bytes]] = {}
    lasts: dict[int, int] = {}
    for row, piece in Salvage(db, PIECES).rows():
        if not isinstance(piece, bytes):
            continue
        number = number_of(row)
        position = row - first_row(number)
        begun.setdefault(number, {})[position] = piece
        if len(piece) < PIECE:
            lasts[number] = position
        if len(begun[number]) == lasts.get(number, -2) + 1:
            del lasts[number]
            pieces = begun.pop(number)
            yield number, b"".join(piece for _, piece in sorted(pieces.items()))
