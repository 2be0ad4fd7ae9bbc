"""Writing the texts of cables, and training the dictionaries that they are packed with.

Each stretch of texts has a dictionary of its own, trained on what begins it: what
cables are about changes with the years. The first texts of an archive, which are too
few to train on, are packed with the dictionary of the program.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Final

from cablereader.archive.dictionaries import COPIES, Dictionaries, write
from cablereader.archive.packing import Dictionary
from cablereader.archive.texts import number_of, pieces_of

STRETCH: Final = 25_000
"""Texts that are packed with one dictionary: both its copies are a hundredth of what
they take."""
SAMPLES: Final = 1_000
"""Texts that a dictionary is trained on at most: with half of them texts are a three
hundredth larger, with half as many again they are not smaller."""
FEWEST: Final = 800
"""Texts from which on a dictionary takes less than it saves."""


class TextWriter:
    """Writes texts, inside of a transaction of its user's."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Write to an archive."""
        self._db = db
        (last,) = db.execute("SELECT max(number) FROM piece").fetchone()
        self._next = 0 if last is None else number_of(last) + 1
        self._dictionary = Dictionaries(db).newest()
        self._tried = self._dictionary.number
        """The last stretch that a dictionary was to be trained for."""
        self._fresh: Dictionary | None = None
        """A dictionary of which the second copy is not yet written."""

    def begin(self, coming: Sequence[bytes]) -> None:
        """Begin a batch.

        Args:
            coming: The texts of it; those that are known will not be kept.
        """
        stretch = self._next // STRETCH + 1
        if stretch > self._tried and len(coming) >= FEWEST:
            self._tried = stretch
            self._fresh = Dictionary.trained(coming[:SAMPLES], stretch)
            if self._fresh:
                write(self._db, COPIES[0], self._fresh)
                self._dictionary = self._fresh

    def keep(self, text: bytes) -> int:
        """Write a text.

        Returns:
            Its number.
        """
        number = self._next
        self._next += 1
        self._db.executemany(
            "INSERT INTO piece (number, bytes) VALUES (?, ?)",
            pieces_of(number, self._dictionary.pack(text)),
        )
        return number

    def end(self) -> None:
        """End a batch."""
        if self._fresh:
            write(self._db, COPIES[1], self._fresh)
            self._fresh = None
