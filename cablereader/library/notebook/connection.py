"""Opening the notebook: what it must be before anything is read from it.

A file of another program, or of a newer version of this one, is never written to.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from errno import EACCES
from pathlib import Path
from typing import Final

from cablereader.archive.disk_locks import knows_locks
from cablereader.archive.folder import make_directory, sync_directory
from cablereader.errors import NotebookError
from cablereader.library.files.atomic import PRIVATE, target_of
from cablereader.library.files.network_disk import is_on_network
from cablereader.library.files.small_file import reason
from cablereader.library.notebook.header import (
    STRANGE,
    has_notebook,
    refuse_strangers,
    remember,
)
from cablereader.library.notebook.schema import LATER, TABLES, UNREAD_AGAIN
from cablereader.library.notebook.unmerged_log import (
    attach_with_log,
    connect_with_log,
    has_log,
)

PATIENCE: Final = 10.0
"""Seconds to wait for another session; each writes for milliseconds."""
NO_SHARED_MEMORY: Final = frozenset(
    (
        sqlite3.SQLITE_IOERR_SHMOPEN,
        sqlite3.SQLITE_IOERR_SHMSIZE,
        sqlite3.SQLITE_IOERR_SHMLOCK,
        sqlite3.SQLITE_IOERR_SHMMAP,
    )
)
"""What SQLite says where sessions cannot share the index of a write-ahead log."""
CACHE: Final = 2 * 1024
"""KiB of pages that a session keeps."""
UNCHANGING: Final = "ro&immutable=1"
"""How to open what nobody can write to."""
MODES_TO_READ: Final = ("ro", UNCHANGING)
"""How to open what cannot be written; the last one in a folder that can't be either."""
UNREADABLE: Final = "can't be read; make it yours with chmod u+rw"
MEND: Final = "move it away, and restore a dump with `cablereader triage restore`"
UNWRITABLE: Final = "can't be written here; nothing can be saved"
LOCKLESS: Final = (
    "its disk knows no locks, so that nothing can be saved; set XDG_DATA_HOME to a"
    " folder on another disk"
)
WAITING: Final = "another session is writing to it; try again when it is done"
REASONS: Final = {
    sqlite3.SQLITE_NOTADB: STRANGE,
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

    A value that is none (`ValueError`) is damage as well.

    Raises:
        NotebookError: For any error of the driver or the disk.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        raise NotebookError(f"{path}: not saved: a character that is none") from error
    except (sqlite3.Error, ValueError, OverflowError) as error:
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
        if not has_notebook(target):
            _make(target)
        if not knows_locks(target):
            raise NotebookError(f"{path}: {LOCKLESS}")
        try:
            return _settled(target, "DELETE" if is_on_network(target) else "WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in NO_SHARED_MEMORY:
                raise
        _leave_log(target)
        return _settled(target, "DELETE")


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection to a notebook that cannot be written here.

    Where there is none, an empty one stands in for it.

    Raises:
        NotebookError: Where the file is no notebook.
    """
    with notebook_errors(path):
        if not has_notebook(path):
            return connect_to_nothing()
        for mode in _modes_to_read(path):
            with suppress(sqlite3.OperationalError):
                with _closing_unless_done(_to_read(path.resolve(), mode)) as db:
                    _begin(db)
                    check(db, path)
                return db
    raise NotebookError(f"{path}: {UNREADABLE}")


def _to_read(target: Path, mode: str) -> sqlite3.Connection:
    if mode == UNCHANGING and has_log(target):
        return connect_with_log(target)
    return _connection(target, mode)


def _modes_to_read(path: Path) -> tuple[str, ...]:
    return MODES_TO_READ if knows_locks(path.resolve()) else (UNCHANGING,)


def connect_to_nothing() -> sqlite3.Connection:
    """A connection to an empty notebook that is in no file."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    _create(db)
    return db


def attach_to_read(db: sqlite3.Connection, path: Path, name: str) -> bool:
    """Make a notebook known to another connection under a name, to be read only.

    Returns:
        Whether there is one.

    Raises:
        NotebookError: If it is none, or cannot be read; then nothing is attached.
    """
    with notebook_errors(path):
        if not has_notebook(path):
            return False
        for mode in _modes_to_read(path):
            with suppress(sqlite3.OperationalError):
                _attach(db, path, name, mode)
                return True
    raise NotebookError(f"{path}: {UNREADABLE}")


def _attach(db: sqlite3.Connection, path: Path, name: str, mode: str) -> None:
    target = path.resolve()
    if mode == UNCHANGING and has_log(target):
        attach_with_log(db, target, name)
    else:
        db.execute(f"ATTACH ? AS {name}", (_uri_of(target, mode),))
    try:
        check(db, path, name)
    except BaseException:
        db.execute(f"DETACH {name}")
        raise


@contextmanager
def _closing_unless_done(db: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield db
    except BaseException:
        db.close()
        raise


def _connection(target: Path, mode: str) -> sqlite3.Connection:
    """A connection to a file that is not opened before something is asked of it."""
    return sqlite3.connect(
        _uri_of(target, mode), uri=True, timeout=PATIENCE, isolation_level=None
    )


def _uri_of(path: Path, mode: str) -> str:
    """The name of a file as SQLite takes it, whatever signs are in it."""
    return f"{path.as_uri()}?mode={mode}"


def _make(target: Path) -> None:
    """Make the file, for its owner alone, unless another session was faster."""
    make_directory(target.parent)
    with suppress(FileExistsError):
        os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE))
        sync_directory(target.parent)


def _settled(target: Path, journal: str) -> sqlite3.Connection:
    """A connection that writes to a file, with a journal of that kind if it can."""
    with _closing_unless_done(_connection(target, "rw")) as db:
        _begin(db)
        _settle(db, target)
        with suppress(sqlite3.OperationalError):  # another session has it open: as is
            db.execute(f"PRAGMA journal_mode = {journal}")
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return db


def _leave_log(target: Path) -> None:
    """Give up the write-ahead log of a file, on a disk that shares no memory.

    One session alone needs no memory to be shared.
    """
    with closing(_connection(target, "rw")) as db:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("PRAGMA journal_mode = DELETE")


def _begin(db: sqlite3.Connection) -> None:
    db.execute(f"PRAGMA cache_size = -{CACHE}")
    db.execute("PRAGMA trusted_schema = 0")


def _settle(db: sqlite3.Connection, target: Path) -> None:
    db.execute("PRAGMA synchronous = EXTRA")
    if not os.access(target.parent, os.W_OK):
        raise OSError(EACCES, os.strerror(EACCES))
    db.execute("BEGIN IMMEDIATE")  # which finds out now whether it can be written
    if _is_blank(db):
        _create(db)
    check(db, target)
    if not has_table(db, "main", UNREAD_AGAIN):
        _do(db, LATER)
    db.execute("COMMIT")


def _create(db: sqlite3.Connection) -> None:
    _do(db, TABLES)


def _do(db: sqlite3.Connection, statements: Iterable[str]) -> None:
    for statement in statements:
        db.execute(statement)


def has_table(db: sqlite3.Connection, schema: str, name: str) -> bool:
    """Whether a database that a connection has under a name has a table."""
    statement = f"SELECT 1 FROM {schema}.sqlite_schema WHERE name = ?"  # noqa: S608  # names of our own
    return db.execute(statement, (name,)).fetchone() is not None


def _is_blank(db: sqlite3.Connection) -> bool:
    """Whether there is nothing in it, and nobody has put a name to it."""
    (tables,) = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return (tables, *_numbers(db, "main")) == (0, 0, 0)


def check(db: sqlite3.Connection, path: Path, schema: str = "main") -> None:
    """Make sure that it is a notebook, and of a version that we know.

    Args:
        db: A connection that has it.
        path: Of its file.
        schema: The name that it is attached under.

    Raises:
        NotebookError: If it is not.
    """
    refuse_strangers(path, *_numbers(db, schema))
    remember(path)


def _numbers(db: sqlite3.Connection, schema: str) -> tuple[int, int]:
    """Of which version a database is, and whose."""
    (version,) = db.execute(f"PRAGMA {schema}.user_version").fetchone()
    (application,) = db.execute(f"PRAGMA {schema}.application_id").fetchone()
    return version, application


def _reason(error: Exception) -> str:
    """What went wrong, and what to do about it."""
    code = getattr(error, "sqlite_errorcode", None)
    advice = REASONS.get(code & 0xFF) if code else None
    return advice or f"is damaged ({error}); {MEND}"
