"""Writing the texts of cables: bundle by bundle, of each what is kept of it."""

from __future__ import annotations

import sqlite3

from cablereader.archive.packing import Bundle, PackedRaw, only
from cablereader.archive.texts import bundle_of, pieces_of


class Bundling:
    """Writes bundles, inside of a transaction of its user's."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Write to an archive."""
        self._db = db
        self._begun: dict[Bundle, tuple[int, set[int]]] = {}
        """The number of each bundle, and the positions that are kept of it."""

    def keep(self, packed: PackedRaw) -> tuple[int, int]:
        """Keep a text; `write` writes it.

        Returns:
            Its bundle's number, and its position there.
        """
        bundle = packed.bundle
        if bundle not in self._begun:
            self._begun[bundle] = self._next + len(self._begun), set()
        number, kept = self._begun[bundle]
        kept.add(packed.position)
        return number, packed.position

    def write(self) -> None:
        """Write what is kept, and forget it."""
        for bundle, (number, kept) in self._begun.items():
            whole = len(kept) == bundle.size
            packed = bundle.packed if whole else only(bundle, kept)
            self._db.executemany(
                "INSERT INTO piece (number, bytes) VALUES (?, ?)",
                pieces_of(number, packed),
            )
        self._begun.clear()

    @property
    def _next(self) -> int:
        """The number of the next bundle that is written."""
        (last,) = self._db.execute("SELECT max(number) FROM piece").fetchone()
        return 0 if last is None else bundle_of(last) + 1
