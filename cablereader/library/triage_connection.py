"""Opening the notebook: what it must be before anything is read from it.

A file of another program, or of a newer version of this one, is never written to.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, EISDIR
from pathlib import Path
from typing import Final

from cablereader.errors import NotebookError
from cablereader.library.atomic import (
    PRIVATE,
    make_directory,
    sync_directory,
    target_of,
)
from cablereader.library.network_disk import is_on_network
from cablereader.library.small_file import reason
from cablereader.library.triage_schema import APPLICATION_ID, TABLES, VERSION

PATIENCE: Final = 10.0
"""Seconds to wait for another session; each writes for milliseconds."""
CACHE: Final = 2 * 1024
"""KiB of pages that a session keeps."""
MODES_TO_READ: Final = ("ro", "ro&immutable=1")
"""How to open what cannot be written; the last one in a folder that can't be either."""
UNREADABLE: Final = "can't be read; make it yours with chmod u+rw"
MEND: Final = "move it away, and restore a dump with `cablereader triage restore`"
UNWRITABLE: Final = "can't be written here; nothing can be saved"
WAITING: Final = "another session is writing to it; try again when it is done"
REASONS: Final = {
    sqlite3.SQLITE_NOTADB: "is no notebook of this program; move it away",
    sqlite3.SQLITE_FULL: "the disk is full; make room, and try again",
    sqlite3.SQLITE_READONLY: UNWRITABLE,
    sqlite3.SQLITE_CANTOPEN: UNWRITABLE,
    sqlite3.SQLITE_PERM: UNWRITABLE,
    sqlite3.SQLITE_BUSY: WAITING,
    sqlite3.SQLITE_LOCKED: WAITING,
    sqlite3.SQLITE_IOERR: "the disk fails; make room, or copy it to another disk",
    sqlite3.SQLITE_INTERRUPT: "given up; try again",
}
"""What the driver's errors mean to the reader, and what to do; else it is damaged."""


@contextmanager
def notebook_errors(path: Path) -> Iterator[None]:
    """Turn what the driver raises into what the reader can act on.

    Raises:
        NotebookError: For any error of the driver or the disk.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        raise NotebookError(f"{path}: not saved: a character that is none") from error
    except (sqlite3.Error, UnicodeError, OverflowError) as error:
        raise NotebookError(f"{path}: {_reason(error)}") from error
    except OSError as error:
        raise NotebookError(f"{path}: {reason(error)}") from error


def connect(path: Path) -> sqlite3.Connection:
    """A connection that reads and writes a notebook, made if there is none.

    What it says to have done, it has done for good, even if the power fails.

    Raises:
        NotebookError: Where the file is no notebook that this program can write.
    """
    with notebook_errors(path):
        target = target_of(path)
        _make(target)
        db = _opened(target, "rw")
        try:
            _settle(db, target)
        except BaseException:
            db.close()
            raise
    return db


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection to a notebook that cannot be written here.

    Where there is none, an empty one stands in for it.

    Raises:
        NotebookError: Where the file is no notebook.
    """
    with notebook_errors(path):
        if not path.exists():
            db = sqlite3.connect(":memory:", isolation_level=None)
            _create(db)
            return db
        for mode in MODES_TO_READ:
            db = _opened(path.resolve(), mode)
            with suppress(sqlite3.OperationalError):
                check(db, path)
                return db
            db.close()
    raise NotebookError(f"{path}: {UNREADABLE}")


def attach_to_read(db: sqlite3.Connection, path: Path, name: str) -> None:
    """Make a notebook known to another connection under a name, to be read only.

    Raises:
        NotebookError: If it is none, or cannot be read; then nothing is attached.
    """
    for mode in MODES_TO_READ:
        with notebook_errors(path):
            try:
                db.execute(f"ATTACH ? AS {name}", (_uri_of(path.resolve(), mode),))
            except sqlite3.OperationalError:
                continue
            try:
                check(db, path, name)
            except sqlite3.OperationalError:
                db.execute(f"DETACH {name}")
            except BaseException:
                db.execute(f"DETACH {name}")
                raise
            else:
                return
    raise NotebookError(f"{path}: {UNREADABLE}")


def _uri_of(path: Path, mode: str) -> str:
    """The name of a file as SQLite takes it, whatever signs are in it."""
    return f"{path.as_uri()}?mode={mode}"


def _make(target: Path) -> None:
    """Make the file, for its owner alone, if there is none."""
    if target.is_dir():
        raise OSError(EISDIR, "is a folder; move it away")
    if target.exists():
        return
    make_directory(target.parent)
    with suppress(FileExistsError):
        os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE))
        sync_directory(target.parent)


def _opened(target: Path, mode: str) -> sqlite3.Connection:
    db = sqlite3.connect(
        _uri_of(target, mode), uri=True, timeout=PATIENCE, isolation_level=None
    )
    db.execute(f"PRAGMA cache_size = -{CACHE}")
    db.execute("PRAGMA trusted_schema = 0")
    return db


def _settle(db: sqlite3.Connection, target: Path) -> None:
    if _is_blank(db):
        _begin_with_tables(db)
    check(db, target)
    on_network = is_on_network(target)
    _refuse_unless_writable(db, target)
    with suppress(sqlite3.OperationalError):  # another session has it open: as it is
        db.execute(f"PRAGMA journal_mode = {'DELETE' if on_network else 'WAL'}")
    db.execute("PRAGMA synchronous = EXTRA")


def _refuse_unless_writable(db: sqlite3.Connection, target: Path) -> None:
    """Find out now what the first change would else find out."""
    if not os.access(target.parent, os.W_OK):
        raise OSError(EACCES, os.strerror(EACCES))
    db.execute("BEGIN IMMEDIATE")
    db.execute("ROLLBACK")


def _begin_with_tables(db: sqlite3.Connection) -> None:
    """Make the tables, unless another session is just doing so."""
    db.execute("PRAGMA synchronous = EXTRA")
    db.execute("BEGIN IMMEDIATE")
    if _is_blank(db):
        _create(db)
    db.execute("COMMIT")


def _create(db: sqlite3.Connection) -> None:
    for statement in TABLES:
        db.execute(statement)


def _is_blank(db: sqlite3.Connection) -> bool:
    """Whether there is nothing in it, and nobody has put a name to it."""
    (tables,) = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return (tables, *_name(db, "main")) == (0, 0, 0)


def _name(db: sqlite3.Connection, schema: str) -> tuple[int, int]:
    """Whose a database is, and of which version."""
    (application,) = db.execute(f"PRAGMA {schema}.application_id").fetchone()
    (version,) = db.execute(f"PRAGMA {schema}.user_version").fetchone()
    return application, version


def check(db: sqlite3.Connection, path: Path, schema: str = "main") -> None:
    """Make sure that it is a notebook, and of a version that we know.

    Args:
        db: A connection that has it.
        path: Of its file.
        schema: The name that it is attached under.

    Raises:
        NotebookError: If it is not.
    """
    application, version = _name(db, schema)
    if application != APPLICATION_ID:
        raise NotebookError(f"{path}: is no notebook of this program; move it away")
    if version > VERSION:
        raise NotebookError(
            f"{path}: was made by a newer version of this program"
            f" (tables {version}, known {VERSION}); update the program"
        )


def _reason(error: Exception) -> str:
    """What went wrong, and what to do about it."""
    code = getattr(error, "sqlite_errorcode", None)
    advice = REASONS.get(code & 0xFF) if code else None
    return advice or f"is damaged ({error}); {MEND}"
