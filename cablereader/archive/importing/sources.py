"""What was imported from where, and how far."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from cablereader.model.cable import Source
from cablereader.model.frozen import frozen, replace


@frozen(kw_only=True)
class SourceRecord:
    """One path that was given to an import."""

    path: str
    size: int
    """Bytes of the file; 0 for a folder."""
    modified: int
    """Nanoseconds, as the system counts; 0 for a folder."""
    cables: int = 0
    """That were read of it."""
    last: Source | None = None
    """The last of them."""
    done: bool = False

    def is_same_file(self, other: SourceRecord) -> bool:
        """Whether nothing says that the file was changed."""
        return (self.size, self.modified) == (other.size, other.modified)

    def gone_on(self, cables: int, last: Source) -> SourceRecord:
        """After some more cables."""
        return replace(self, cables=self.cables + cables, last=last)

    def finished(self) -> SourceRecord:
        """After all of its cables."""
        return replace(self, done=True)


def record_of(path: str) -> SourceRecord:
    """The record of a path that nothing was read of."""
    try:
        status = Path(path).stat()
    except OSError:
        return SourceRecord(path=path, size=0, modified=0)
    if Path(path).is_dir():
        return SourceRecord(path=path, size=0, modified=0)
    return SourceRecord(path=path, size=status.st_size, modified=status.st_mtime_ns)


def load_record(db: sqlite3.Connection, path: str) -> SourceRecord | None:
    """What an archive knows of a path."""
    row = db.execute(
        "SELECT path, size, modified, cables, last, done FROM source WHERE path = ?",
        (path,),
    ).fetchone()
    if row is None:
        return None
    path, size, modified, cables, last, done = row
    return SourceRecord(
        path=path,
        size=size,
        modified=modified,
        cables=cables,
        last=Source(**json.loads(last)) if last else None,
        done=bool(done),
    )


def where_to_begin(db: sqlite3.Connection, path: str) -> SourceRecord:
    """The record of a path, as far as it was read and has not changed since."""
    fresh = record_of(path)
    known = load_record(db, path)
    if known is None or not known.is_same_file(fresh):
        return fresh
    if fresh.size:
        return known
    # A folder: read again when it was read to the end, for what is new in it.
    return known if not known.done and _is_there(known.last) else fresh


def _is_there(source: Source | None) -> bool:
    """Whether a file, or the archive that it is a member of, can still be found."""
    if source is None or source.path is None:
        return False
    path = Path(source.path)
    return path.is_file() or any(parent.is_file() for parent in path.parents)


def save_record(db: sqlite3.Connection, record: SourceRecord) -> None:
    """Keep what is known of a path."""
    last = json.dumps(record.last.to_dict()) if record.last else None
    db.execute(
        "INSERT OR REPLACE INTO source (path, size, modified, cables, last, done)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            record.path,
            record.size,
            record.modified,
            record.cables,
            last,
            record.done,
        ),
    )
