"""Opening an archive: what it must be before anything is read from it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from cablereader.archive.damage import DamagedError
from cablereader.archive.disk_locks import knows_locks
from cablereader.archive.folder import make_directory
from cablereader.archive.schema import APPLICATION_ID, TABLES, TEMPORARY, VERSION
from cablereader.errors import ArchiveError

BUSY: Final = 5.0
"""Seconds to wait for another process that writes."""
CACHE: Final = 512
"""KiB of pages that a reader keeps: more saves no time, as the system keeps them too,
and makes a session on a large archive larger than one on a small one."""
WRITING_CACHE: Final = 128 * 1024
"""KiB of a writer: a whole batch, so that nothing is written before it is complete."""
IMPORT: Final = "cablereader import PATH"
PRIMARY: Final = 0xFF
"""The part of an error's number that says what it is, without the details."""
WRITING: Final = "another process is writing to it; try again when it is done"
FAULTS: Final = {
    sqlite3.SQLITE_NOTADB: "is no archive; name another file with --archive",
    sqlite3.SQLITE_FULL: "the disk is full; make room, and run the same import again",
    sqlite3.SQLITE_READONLY: "cannot be written to; name your own with --archive",
    sqlite3.SQLITE_READONLY_ROLLBACK: "an import into it was killed; its owner mends it"
    " by opening it",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; ask its owner for read access",
    sqlite3.SQLITE_PERM: "cannot be opened; ask its owner for read access",
    sqlite3.SQLITE_BUSY: WRITING,
    sqlite3.SQLITE_LOCKED: WRITING,
    sqlite3.SQLITE_INTERRUPT: "the search was given up; narrow it, or wait longer",
    sqlite3.SQLITE_IOERR: "the disk fails; copy the archive to another one",
}
"""What went wrong, and what to do about it, by SQLite's number."""
TOO_DEEP: Final = "parser stack overflow"
"""What the index says of an expression whose brackets it cannot follow."""
DAMAGES: Final = (sqlite3.Error, DamagedError, UnicodeError, OverflowError)
"""What SQLite raises for damaged files; flipped bits come as broken text."""


@contextmanager
def archive_errors(path: Path) -> Iterator[None]:
    """Turn what the driver raises into what the reader can act on.

    Raises:
        ArchiveError: For any error of the driver.
    """
    try:
        yield
    except DAMAGES as error:
        raise ArchiveError(f"{path}: {_reason(error)}") from error


@contextmanager
def reading_errors(path: Path) -> Iterator[None]:
    """The same, where all that is read is the archive: a value that is none is damage.

    SQLite gives rows of damaged pages whose columns hold anything, or nothing.

    Raises:
        ArchiveError: For any error of the driver, and for such a value.
    """
    with archive_errors(path):
        try:
            yield
        except (TypeError, ValueError, LookupError, AttributeError) as error:
            raise DamagedError(f"a value makes no sense: {error}") from error


def connect(path: Path) -> sqlite3.Connection:
    """A connection that reads an archive, and could not write to it.

    Raises:
        ArchiveError: Where there is none, or none that this program can read.
    """
    if not path.is_file():
        what = "is a folder" if path.is_dir() else "there is no archive"
        raise ArchiveError(f"{path}: {what}; make one with `{IMPORT}`")
    with archive_errors(path):
        try:
            return _checked(_opened(path, _mode_to_read(path)), path, CACHE)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
        _roll_back(path)
        return _checked(_opened(path, "ro"), path, CACHE)


def connect_to_write(path: Path) -> sqlite3.Connection:
    """A connection that writes to an archive, made if there is none.

    Raises:
        ArchiveError: Where the file is no archive that this program can write.
        OSError: Where its folder cannot be made.
    """
    make_directory(path.parent)
    if path.is_dir():
        raise ArchiveError(f"{path}: is a folder; name a file in it")
    with archive_errors(path):
        db = _opened(path, "rwc")
        with _closed_on_error(db):
            if not _table_count(db):
                path.chmod(0o600)
                _create(db)
        return _checked(db, path, WRITING_CACHE)


def _mode_to_read(path: Path) -> str:
    """How to open an archive to read it: on a disk without locks, without any.

    Nothing is imported there, so that nobody changes what is read.
    """
    return "ro" if knows_locks(_target_of(path)) else "ro&nolock=1"


def _target_of(path: Path) -> Path:
    """Where a file really is; links that lead in a circle stay as they are."""
    return Path(os.path.realpath(path))


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    db = sqlite3.connect(
        f"{_target_of(path).as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY,
        isolation_level=None,
        cached_statements=256,
    )
    with _closed_on_error(db):
        db.execute("PRAGMA temp_store = MEMORY")
        db.execute("PRAGMA trusted_schema = 0")
    return db


@contextmanager
def _closed_on_error(db: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        db.close()
        raise


def _checked(db: sqlite3.Connection, path: Path, cache: int) -> sqlite3.Connection:
    """The connection, if it is one to an archive that we know; else it is closed."""
    with _closed_on_error(db):
        _check(db, path)
        # Only now: before its header was read, SQLite counts pages of another size.
        db.execute(f"PRAGMA cache_size = -{cache}")
        _settle(db)
    return db


def _settle(db: sqlite3.Connection) -> None:
    for statement in TEMPORARY:
        db.execute(statement)
    db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 2)


def _table_count(db: sqlite3.Connection) -> int:
    (count,) = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return int(count)


def _create(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA page_size = 32768")
    db.execute("PRAGMA auto_vacuum = INCREMENTAL")
    db.execute("BEGIN IMMEDIATE")
    for statement in TABLES:
        db.execute(statement)
    db.execute("COMMIT")


def _roll_back(path: Path) -> None:
    """Undo the batch in which an import was killed, where we may write."""
    db = _opened(path, "rw")
    db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    db.close()


def _check(db: sqlite3.Connection, path: Path) -> None:
    """Make sure that it is one of our archives, and of a version that we know."""
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if not application and not _table_count(db):
        raise ArchiveError(f"{path}: is empty; fill it with `{IMPORT}`")
    if application != APPLICATION_ID:
        raise ArchiveError(
            f"{path}: is no archive of cables; name another file with --archive"
        )
    if version < VERSION:
        raise ArchiveError(
            f"{path}: was made by an older version of this program;"
            " renew it with `cablereader import --reparse`"
        )
    if version > VERSION:
        raise ArchiveError(
            f"{path}: was made by a newer version of this program"
            f" (tables {version}, known {VERSION}); update the program"
        )


def _reason(error: Exception) -> str:
    """What went wrong, and what to do about it."""
    if TOO_DEEP in str(error):
        return "the query has too many brackets in each other; use fewer"
    code = getattr(error, "sqlite_errorcode", 0)
    fault = FAULTS.get(code) or FAULTS.get(code & PRIMARY)
    return fault or f"is damaged ({error}); mend it with `cablereader check --repair`"
