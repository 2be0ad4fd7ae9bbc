"""What is wrong with the notebook on disk, and as much of it as can be read, kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from cablereader.archive.repair.kept_copy import keep_copy
from cablereader.archive.repair.salvage import (
    DAMAGES,
    Row,
    Salvage,
    Table,
    integrity,
    open_damaged,
)
from cablereader.errors import NotebookError
from cablereader.library.files.atomic import target_of
from cablereader.library.notebook.connection import (
    connect_to_nothing,
    notebook_errors,
)
from cablereader.library.notebook.header import has_notebook
from cablereader.library.notebook.history import unpack
from cablereader.library.notebook.rows import (
    BY_NAME,
    CONTENTS,
    LABELS_BY_INDEX,
    TABLES,
    mended,
    read_text,
)
from cablereader.library.notebook.values import Values
from cablereader.model.frozen import frozen
from cablereader.model.step import Aspect, Change
from cablereader.model.triage import read_state

BUSY: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
PRIMARY: Final = 0xFF
"""The part of an error's number that says what it is, without the details."""
KILLED: Final = (
    "a session that wrote to it was killed; the next one, or"
    " `cablereader check --repair`, takes back what it left half done"
)
IN_USE: Final = "another session has it open; end it, and repair again"
CABLES: Final = """
    SELECT id FROM state UNION SELECT id FROM star
    UNION SELECT id FROM label UNION SELECT id FROM note
"""
LABELS: Final = Table("label", ("id", "name"))
HOPELESS: Final = (
    "nothing in it can be read; it is as it was: move it away, and restore a dump"
    " with `cablereader triage restore`"
)


@frozen
class Counted:
    """How many rows of a table there are."""

    table: str
    rows: int
    """That can be read, and mean something."""
    expected: int
    """As far as anything can tell."""
    damaged: bool = False
    """Whether there is a place in it that cannot be read."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return self.rows >= self.expected and not self.damaged

    def __str__(self) -> str:
        unknown = self.damaged and self.rows >= self.expected
        total = "an unknown number of" if unknown else f"{self.expected:,}"
        return f"{self.rows:,} of {total} {CONTENTS[self.table]}"


@frozen
class Repaired:
    """A notebook made anew."""

    tables: tuple[Counted, ...]
    copy: Path
    """The notebook as it was."""
    restored: int = 0
    """Values that were found again in the history of steps alone."""

    @property
    def lost(self) -> tuple[Counted, ...]:
        """The tables that lack something."""
        return tuple(each for each in self.tables if not each.is_whole)


def examine_notebook(path: Path) -> tuple[str, ...]:
    """What is wrong with a notebook; nothing is written.

    Raises:
        NotebookError: If it is none that this program can read, or can't be read now.
    """
    with notebook_errors(path):
        if not has_notebook(path):
            return ()
        with closing(open_damaged(target_of(path))) as db:
            db.text_factory = read_text
            _refuse_unfinished(path, db)
            return tuple(_wrong(db))


def cables_of(path: Path) -> tuple[str, ...]:
    """The ids of all cables that a notebook has something of; nothing is written.

    Raises:
        NotebookError: If they cannot be read.
    """
    with notebook_errors(path):
        if not has_notebook(path):
            return ()
        with closing(open_damaged(target_of(path))) as db:
            return tuple(cable_id for (cable_id,) in db.execute(CABLES))


def repair_notebook(path: Path) -> Repaired:
    """Write a notebook anew from all rows of it that can be read.

    A copy of it as it was is kept beside it first. Whatever goes wrong, the notebook
    is as it was.

    Raises:
        NotebookError: If nothing could be read or written, or a session is using it.
    """
    with notebook_errors(path):
        if not has_notebook(path):
            raise NotebookError(f"{path}: not there; there is nothing to repair")
        target = target_of(path)
        copy = keep_copy(target)
        try:
            with (
                closing(open_damaged(target, to_write=True)) as old,
                closing(connect_to_nothing()) as fresh,
            ):
                _claim(path, old)
                tables = tuple(_filled(old, fresh))
                restored = _restored(
                    fresh, {each.table for each in tables if not each.is_whole}
                )
                _refuse_nothing(path, tables)
                fresh.backup(old)
        except BaseException:
            _remove(copy)
            raise
    return Repaired(tables, copy, restored)


def _refuse_unfinished(path: Path, db: sqlite3.Connection) -> None:
    try:
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_READONLY_ROLLBACK:
            raise NotebookError(f"{path}: {KILLED}") from error
        if error.sqlite_errorcode & PRIMARY in BUSY:
            raise
    except DAMAGES:
        return


def _wrong(db: sqlite3.Connection) -> Iterator[str]:
    if fault := integrity(db):
        yield f"is damaged ({fault})"
    for table in TABLES:
        salvage = Salvage(db, table)
        bad = sum(mended(table, row) != row for row in salvage.rows())
        if salvage.damage:
            yield f"some {CONTENTS[table.name]} cannot be read ({salvage.damage})"
        if bad:
            yield f"damaged {CONTENTS[table.name]}: {bad:,}"


def _claim(path: Path, db: sqlite3.Connection) -> None:
    """Keep all other sessions out until the connection is closed."""
    db.text_factory = read_text
    db.execute("PRAGMA synchronous = EXTRA")
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    try:
        db.execute("BEGIN EXCLUSIVE")
        db.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & PRIMARY in BUSY:
            raise NotebookError(f"{path}: {IN_USE}") from error
        raise
    except DAMAGES:
        return


def _filled(old: sqlite3.Connection, fresh: sqlite3.Connection) -> Iterator[Counted]:
    read = {table.name: Salvage(old, table) for table in TABLES}
    for table in TABLES:
        _insert(fresh, table, read[table.name].rows())
    for table in BY_NAME:
        _insert(fresh, table, Salvage(old, table).rows())
    for statement in LABELS_BY_INDEX:
        _insert(fresh, LABELS, _until_damage(old, statement))
    for name, salvage in read.items():
        (rows,) = fresh.execute(f"SELECT count(*) FROM {name}").fetchone()  # noqa: S608  # a name of our own
        yield Counted(name, rows, salvage.expected(), bool(salvage.damage))


def _insert(fresh: sqlite3.Connection, table: Table, rows: Iterable[Row]) -> None:
    """Write the rows that mean something, unless they are there already."""
    fresh.execute("BEGIN")
    fresh.executemany(
        f"INSERT OR IGNORE INTO {table.name} ({', '.join(table.columns)})"  # noqa: S608  # names of our own
        f" VALUES ({', '.join('?' * len(table.columns))})",
        filter(None, (mended(table, row) for row in rows)),
    )
    fresh.execute("COMMIT")


def _until_damage(db: sqlite3.Connection, statement: str) -> Iterator[Row]:
    with suppress(*DAMAGES):
        yield from db.execute(statement)


def _restored(fresh: sqlite3.Connection, tables: Container[str]) -> int:
    """Put values back that only the history of steps still has; says how many.

    Args:
        fresh: The new notebook, with all that could be read.
        tables: Those that lack something.
    """
    last: dict[tuple[str, str], Change] = {}
    for (packed,) in fresh.execute(
        "SELECT changes FROM step WHERE undone IS NULL ORDER BY number"
    ).fetchall():
        for change in unpack(packed):
            if change.aspect.value in tables and _is_value(change):
                last[change.aspect.value, f"{change.key}\0{_part(change)}"] = change
    values = Values(fresh, {})
    missing = [
        each for each in last.values() if each.after and not values.current(each)
    ]
    for change in missing:
        values.put(change)
    return len(missing)


def _is_value(change: Change) -> bool:
    """Whether a change of a damaged history leads to something."""
    with suppress(ValueError):
        if change.aspect is Aspect.STATE:
            read_state(change.after)
        return True
    return False


def _part(change: Change) -> str:
    return change.label if change.aspect is Aspect.LABEL else ""


def _refuse_nothing(path: Path, tables: Iterable[Counted]) -> None:
    if not any(each.rows for each in tables):
        raise NotebookError(f"{path}: {HOPELESS}")


def _remove(copy: Path) -> None:
    for suffix in ("", "-wal", "-journal"):
        with suppress(OSError):
            Path(f"{copy}{suffix}").unlink(missing_ok=True)
