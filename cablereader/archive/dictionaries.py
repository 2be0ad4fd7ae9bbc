"""The dictionaries of an archive: each is kept twice, as many texts depend on it.

The copies are in tables of their own, and are written at the two ends of a batch: what
damages the one, be it a page or a stretch of the disk, leaves the other. Which of them
is whole, the checksum of each text tells that is unpacked with them.
"""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from typing import Final

from cablereader.archive.damage import DamagedError
from cablereader.archive.packing import Dictionary, dictionary_of, shipped

COPIES: Final = ("dictionary", "dictionary_copy")
"""The tables that have all dictionaries, each."""
KEPT: Final = 2
"""Dictionaries that stay loaded: each takes two thirds of a megabyte."""
PRIMARY: Final = 0xFF
"""The part of an error's number that says what it is, without the details."""


class Dictionaries:
    """The dictionaries of one archive."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Read from a connection."""
        self._db = db
        self._copy = lru_cache(maxsize=KEPT)(self._read)

    def unpack(self, packed: object) -> bytes:
        """The text that was packed with one of them.

        Raises:
            DamagedError: Where it is damaged, or its dictionary is, in both copies.
        """
        number = dictionary_of(packed)
        if not number:
            return shipped().unpack(packed)
        try:
            return self._copy(COPIES[0], number).unpack(packed)
        except DamagedError:
            return self._copy(COPIES[1], number).unpack(packed)

    def newest(self) -> Dictionary:
        """The one that was trained last; that of the program where none was.

        Raises:
            DamagedError: Where it is not the same in both copies.
        """
        (number,) = self._db.execute("SELECT max(number) FROM dictionary").fetchone()
        if number is None:
            return shipped()
        if not self.is_whole(number):
            raise DamagedError(f"the dictionary {number} is damaged")
        return self._copy(COPIES[0], number)

    def is_whole(self, number: int) -> bool:
        """Whether a dictionary is there twice, and the same."""
        try:
            one, other = (self._copy(table, number).content for table in COPIES)
        except DamagedError:
            return False
        return one == other

    def _read(self, table: str, number: int) -> Dictionary:
        try:
            row = self._db.execute(
                f"SELECT CAST(content AS BLOB) FROM {table} WHERE number = ?", (number,)
            ).fetchone()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & PRIMARY != sqlite3.SQLITE_CORRUPT:
                raise  # a search that is given up, for one
            row = None
        if row is None:
            raise DamagedError(f"the dictionary {number} is damaged")
        return Dictionary(row[0])


def write(db: sqlite3.Connection, table: str, dictionary: Dictionary) -> None:
    """Write one copy of a dictionary."""
    db.execute(
        f"INSERT INTO {table} (number, content) VALUES (?, ?)",
        (dictionary.number, dictionary.content),
    )
