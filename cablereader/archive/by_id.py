"""Cables by their ids, as they were received: what needs no query.

A command that prints one cable loads no more of this layer.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from cablereader.archive.connection import connect, reading_errors
from cablereader.archive.texts import Texts
from cablereader.model.raw import RawCable
from cablereader.parse.cable_id import canonical_id

BY_ID: Final = """
    SELECT cable.place FROM cable WHERE id = ?1 OR canonical = ?2 ORDER BY id != ?1
"""
CITING: Final = """
    SELECT cable.canonical FROM citation JOIN cable USING (place)
    WHERE citation.cited = ? ORDER BY place
"""


def raw_cable(path: Path, cable_id: str) -> RawCable | None:
    """The raw cable of a reference id in any spelling, ``None`` if it is not there.

    Args:
        path: Of the archive.
        cable_id: As somebody wrote it.

    Raises:
        ArchiveError: For whatever is wrong with the file.
    """
    with closing(connect(path)) as db, reading_errors(path):
        place = place_of(db, cable_id)
        return None if place is None else Texts(db).raw_at(place)


def citing_ids(path: Path, cable_id: str) -> tuple[str, ...]:
    """The canonical ids of the cables that cite one, oldest first.

    Args:
        path: Of the archive.
        cable_id: As somebody wrote it; the cable need not be there itself.

    Raises:
        ArchiveError: For whatever is wrong with the file.
    """
    with closing(connect(path)) as db, reading_errors(path):
        rows = db.execute(CITING, (canonical_id(cable_id),)).fetchall()
    return tuple(cable_id for (cable_id,) in rows)


def place_of(db: sqlite3.Connection, cable_id: str) -> int | None:
    """Where the cable of a reference id stands, in any spelling of the id."""
    row = db.execute(BY_ID, (cable_id, canonical_id(cable_id))).fetchone()
    return row[0] if row else None
