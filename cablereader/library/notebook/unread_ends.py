"""Where the unread cables of an archive begin and end, remembered for a session.

Whoever reads the newest cables first has in the end more of them before the first
unread one than can be asked in no time. What was read stays read: so where the unread
ones begin is looked for from where they began the last time, unless a cable became
unread again, by whichever session, or the archive changed.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final, TypeAlias

from cablereader.archive.place import LAST_PLACE
from cablereader.library.files.small_file import Stamp, stamp_of
from cablereader.library.notebook.connection import has_table
from cablereader.library.notebook.schema import UNREAD_AGAIN
from cablereader.model.frozen import frozen

NEWEST: Final = """
    SELECT place FROM cable
    WHERE place <= ? AND canonical NOT IN (SELECT id FROM notebook.state)
    ORDER BY place DESC LIMIT 1
"""
OLDEST: Final = """
    SELECT place FROM cable
    WHERE place >= ? AND canonical NOT IN (SELECT id FROM notebook.state)
    ORDER BY place LIMIT 1
"""
NUMBER: Final = "SELECT number FROM notebook.unread_again"
FILE: Final = 2
"""Of a stamp: which file it is, whatever is in it."""
Seen: TypeAlias = tuple[Stamp, tuple[int, ...], int]
"""An archive, and a notebook: while they are the same, what was read stays read."""


@frozen
class Ends:
    """The places of the oldest and the newest unread cable, or of others beyond."""

    oldest: int = 0
    newest: int = LAST_PLACE


NOWHERE: Final = Ends(1, 0)
"""Where all cables were read."""


class UnreadEnds:
    """The ends that a session knows; all its threads may ask."""

    def __init__(self) -> None:
        self._known: tuple[Seen | None, Ends] = (None, Ends())

    def of(self, db: sqlite3.Connection, notebook: Path) -> Ends:
        """The ends of an archive.

        Args:
            db: Of the archive, with the notebook attached.
            notebook: Where that is.
        """
        seen = _seen(db, notebook)
        if seen is None:
            return Ends()
        last, known = self._known
        ends = _narrowed(db, known if last == seen else Ends())
        self._known = seen, ends
        return ends


def _seen(db: sqlite3.Connection, notebook: Path) -> Seen | None:
    """What must be the same still; ``None`` for a notebook that can't tell."""
    if not has_table(db, "notebook", UNREAD_AGAIN):
        return None
    (_, _, archive), *_ = db.execute("PRAGMA database_list")
    (number,) = db.execute(NUMBER).fetchone()
    own = stamp_of(notebook)
    return own and (stamp_of(Path(archive)), own[:FILE], number)


def _narrowed(db: sqlite3.Connection, ends: Ends) -> Ends:
    """The ends, looked for from where they were."""
    newest = db.execute(NEWEST, (ends.newest,)).fetchone()
    oldest = newest and db.execute(OLDEST, (ends.oldest,)).fetchone()
    return Ends(*oldest, *newest) if oldest else NOWHERE
