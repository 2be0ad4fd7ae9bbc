"""The texts that an archive keeps, by the bundles that they came in.

A bundle is cut into pieces, each a row: small rows fill the pages of the file, where
large ones would leave a quarter of each empty. All pieces of a bundle are of one size,
but the last, which is shorter, if only by being empty.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from cablereader.archive.packing import DamagedError, texts_in, unpack
from cablereader.model.raw import RawCable

PIECE: Final = 1_000
"""Bytes of all pieces but the last: half of it is what a page wastes."""
PIECE_BITS: Final = 20
"""A piece's row is its bundle, and a number in this many bits."""
PIECES: Final = "SELECT bytes FROM piece WHERE number BETWEEN ? AND ? ORDER BY number"


class Texts:
    """The texts of an archive's cables; the bundle asked last stays unpacked."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Read from a connection."""
        self._db = db
        self._bundle: int | None = None
        self._texts: tuple[bytes, ...] = ()

    def at(self, place: int) -> bytes:
        """The text of the cable at a place.

        Raises:
            DamagedError: Where it is gone.
        """
        row = self._db.execute(
            "SELECT bundle, position FROM raw WHERE place = ?", (place,)
        ).fetchone()
        if row is None:
            raise DamagedError("the text of a cable is missing")
        return self.of(*row)

    def of(self, bundle: int, position: int) -> bytes:
        """The text at a position of a bundle.

        Raises:
            DamagedError: Where it is gone.
        """
        if bundle != self._bundle:
            rows = self._db.execute(PIECES, (first_row(bundle), last_row(bundle)))
            self._texts = texts_in(b"".join(piece for (piece,) in rows))
            self._bundle = bundle
        if not 0 <= position < len(self._texts):
            raise DamagedError("the text of a cable is missing in its bundle")
        return self._texts[position]

    def forget(self) -> None:
        """Let go of the bundle that was asked last."""
        self._bundle, self._texts = None, ()

    def raw_at(self, place: int) -> RawCable:
        """The raw cable at a place.

        Raises:
            DamagedError: Where its text is gone, or none.
        """
        return unpack(self.at(place))


def first_row(bundle: int) -> int:
    """The row of the first piece of a bundle."""
    return bundle << PIECE_BITS


def last_row(bundle: int) -> int:
    """The last row that a piece of a bundle can have."""
    return ((bundle + 1) << PIECE_BITS) - 1


def bundle_of(row: int) -> int:
    """The bundle of the piece of a row."""
    return row >> PIECE_BITS


def pieces_of(bundle: int, packed: bytes) -> Iterator[tuple[int, bytes]]:
    """The bytes of a bundle as rows."""
    for number, start in enumerate(range(0, len(packed) + 1, PIECE)):
        yield first_row(bundle) + number, packed[start : start + PIECE]
