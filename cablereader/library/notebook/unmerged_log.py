"""A notebook that cannot be written, and the log beside it with the latest changes.

SQLite reads a write-ahead log only where it can make an index of it beside the file.
Where it cannot, file and log are read by way of a copy, in memory from then on.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

LOG: Final = "-wal"


def has_log(path: Path) -> bool:
    """Whether changes may stand in a log that the file does not have yet."""
    log = Path(f"{path}{LOG}")
    return log.is_file() and log.stat().st_size > 0


def connect_with_log(path: Path) -> sqlite3.Connection:
    """A connection to what a file and its log say together, to be read only.

    Raises:
        sqlite3.Error: Where they are no database.
        OSError: Where they cannot be read, or not be copied.
    """
    db = sqlite3.connect(":memory:", isolation_level=None)
    try:
        db.deserialize(_merged(path))
        db.execute("PRAGMA query_only = 1")
    except BaseException:
        db.close()
        raise
    return db


def attach_with_log(db: sqlite3.Connection, path: Path, name: str) -> None:
    """Make the same known to another connection under a name.

    Raises:
        sqlite3.Error: Where they are no database.
        OSError: Where they cannot be read, or not be copied.
    """
    merged = _merged(path)
    db.execute(f"ATTACH ':memory:' AS {name}")
    db.deserialize(merged, name=name)


def _merged(path: Path) -> bytes:
    """The bytes of a file with its log in it; the copy is for its owner alone."""
    from shutil import copyfile  # noqa: PLC0415  # rarely needed
    from tempfile import TemporaryDirectory  # noqa: PLC0415  # rarely needed

    with TemporaryDirectory(prefix="cablereader-") as folder:
        copy = Path(folder) / path.name
        for suffix in ("", LOG):
            copyfile(f"{path}{suffix}", f"{copy}{suffix}")
        with closing(sqlite3.connect(copy, isolation_level=None)) as db:
            db.execute("PRAGMA journal_mode = DELETE")
        return copy.read_bytes()
