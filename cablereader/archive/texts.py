"""The texts that an archive keeps, by their numbers.

A packed text is cut into pieces, each a row: small rows fill the pages of the file,
where whole texts would leave a tenth empty. All pieces of a text are of one size, but
the last, which is shorter, if only by being empty.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from cablereader.archive.damage import DamagedError
from cablereader.archive.raw_text import raw_of
from cablereader.model.raw import RawCable

if TYPE_CHECKING:
    from cablereader.archive.dictionaries import Dictionaries

PIECE: Final = 1_000
"""Bytes of all pieces but the last: half of it is what a page wastes."""
PIECE_BITS: Final = 20
"""A piece's row is its text's number, and a number in this many bits."""
PIECES: Final = "SELECT bytes FROM piece WHERE number BETWEEN ? AND ? ORDER BY number"


class Texts:
    """The texts of an archive's cables."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Read from a connection."""
        self._db = db
        self._dictionaries: Dictionaries | None = None

    def at(self, place: int) -> bytes:
        """The text of the cable at a place.

        Raises:
            DamagedError: Where it is gone.
        """
        row = self._db.execute(
            "SELECT text FROM raw WHERE place = ?", (place,)
        ).fetchone()
        if row is None:
            raise DamagedError("the text of a cable is missing")
        return self.numbered(row[0])

    def numbered(self, number: int) -> bytes:
        """The text of a number.

        Raises:
            DamagedError: Where it is gone.
        """
        rows = self._db.execute(PIECES, (first_row(number), last_row(number)))
        packed = b"".join(piece for (piece,) in rows)
        return self.dictionaries.unpack(packed)

    @property
    def dictionaries(self) -> Dictionaries:
        """Those that the texts are packed with."""
        if self._dictionaries is None:
            from cablereader.archive.dictionaries import (  # noqa: PLC0415  # slow to load; lists need no text
                Dictionaries,
            )

            self._dictionaries = Dictionaries(self._db)
        return self._dictionaries

    def forget(self) -> None:
        """Let go of the dictionaries that were read."""
        self._dictionaries = None

    def raw_at(self, place: int) -> RawCable:
        """The raw cable at a place.

        Raises:
            DamagedError: Where its text is gone, or none.
        """
        return raw_of(self.at(place))


def first_row(number: int) -> int:
    """The row of the first piece of a text."""
    return number << PIECE_BITS


def last_row(number: int) -> int:
    """The last row that a piece of a text can have."""
    return ((number + 1) << PIECE_BITS) - 1


def number_of(row: int) -> int:
    """The number of the text of the piece of a row."""
    return row >> PIECE_BITS


def pieces_of(number: int, packed: bytes) -> Iterator[tuple[int, bytes]]:
    """The bytes of a packed text as rows."""
    for position, start in enumerate(range(0, len(packed) + 1, PIECE)):
        yield first_row(number) + position, packed[start : start + PIECE]
