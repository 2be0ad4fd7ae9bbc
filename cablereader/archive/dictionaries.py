"""The dictionaries of an archive: each is kept twice, as many texts depend on it.

A dictionary is packed as texts are, so that damage is told. The copies are in tables of
their own, and are written at the two ends of a batch: what damages the one, be it a
page or a stretch of the disk, leaves the other.
"""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from typing import Final

from cablereader.archive.damage import DamagedError
from cablereader.archive.packing import SIZE, Dictionary, dictionary_of, shipped

COPIES: Final = ("dictionary", "dictionary_copy")
"""The tables that have all dictionaries, each."""
KEPT: Final = 2
"""Dictionaries that stay loaded: each takes a megabyte."""
PRIMARY: Final = 0xFF
"""The part of an error's number that says what it is, without the details."""


class Dictionaries:
    """The dictionaries of one archive."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Read from a connection."""
        self._db = db
        self._numbered = lru_cache(maxsize=KEPT)(self._read)

    def unpack(self, packed: object) -> bytes:
        """The text that was packed with one of them.

        Raises:
            DamagedError: Where it is damaged, or its dictionary is, in both copies.
        """
        return self.numbered(dictionary_of(packed)).unpack(packed)

    def numbered(self, number: int) -> Dictionary:
        """The dictionary of a number; 0 is that of the program.

        Raises:
            DamagedError: Where it is damaged, in both copies.
        """
        return self._numbered(number) if number else shipped()

    def _read(self, number: int) -> Dictionary:
        for table in COPIES:
            if dictionary := self.copy(table, number):
                return dictionary
        raise DamagedError(f"the dictionary {number} is damaged")

    def copy(self, table: str, number: int) -> Dictionary | None:
        """A copy of a dictionary, ``None`` where it is damaged."""
        try:
            row = self._db.execute(
                f"SELECT packed FROM {table} WHERE number = ?", (number,)
            ).fetchone()
            return Dictionary(shipped().unpack(row and row[0], SIZE))
        except DamagedError:
            return None
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & PRIMARY != sqlite3.SQLITE_CORRUPT:
                raise  # a search that is given up, for one
            return None

    def newest(self) -> int:
        """The number of the one that was trained last; 0 where none was."""
        (number,) = self._db.execute("SELECT max(number) FROM dictionary").fetchone()
        return number or 0


def write(db: sqlite3.Connection, table: str, dictionary: Dictionary) -> None:
    """Write one copy of a dictionary."""
    db.execute(
        f"INSERT INTO {table} (number, packed) VALUES (?, ?)",
        (dictionary.number, shipped().pack(dictionary.content)),
    )
