"""What is wrong with an archive; nothing is written, and nothing need be writable."""

from __future__ import annotations

import os
import sqlite3
import stat
import struct
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from cablereader.archive.connection import IMPORT, archive_errors
from cablereader.archive.dictionaries import COPIES, Dictionaries
from cablereader.archive.finding.expression import EVERY_CABLE
from cablereader.archive.finding.level_part import EVERY_PASSAGE
from cablereader.archive.finding.word_index import PASSAGE
from cablereader.archive.importing.import_lock import is_held
from cablereader.archive.repair.former_tables import salvaged_texts
from cablereader.archive.repair.salvage import (
    DAMAGES,
    Salvage,
    Table,
    integrity,
    open_damaged,
)
from cablereader.archive.schema import APPLICATION_ID, INDEXES, VERSION
from cablereader.archive.words.indexing import DERIVATION
from cablereader.errors import ArchiveError
from cablereader.model.frozen import frozen

FORMAT: Final = b"SQLite format 3\0"
HEADER: Final = struct.Struct(">60xI4xI")
"""Where SQLite keeps the version of the tables, and whose they are."""
MOST_NAMED: Final = 10
"""Cables that are named one by one."""
CABLES: Final = Table("cable", ("place", "id", "import"))
COUNTS: Final = {
    "cables whose text is gone: {}": """
        SELECT count(*) FROM cable WHERE place NOT IN (SELECT place FROM raw)
    """,
    "texts that are in no list: {}": """
        SELECT count(*) FROM raw WHERE place NOT IN (SELECT place FROM cable)
    """,
    "cables that an older version of this program read: {}": f"""
        SELECT count(*) FROM cable WHERE derivation < {DERIVATION}
    """,
    "cables in a place that was given up: {}": """
        SELECT count(*) FROM cable WHERE place IN (SELECT place FROM superseded)
    """,
    "cables of an origin or a classification without a name: {}": """
        SELECT count(*) FROM cable
        WHERE origin NOT IN (SELECT number FROM origin)
        OR classification NOT IN (SELECT number FROM classification)
    """,
    "citations in cables that are not there: {}": """
        SELECT count(*) FROM citation WHERE place NOT IN (SELECT place FROM cable)
    """,
    "cables that are not found by their words: {}": f"""
        SELECT count(*) FROM cable WHERE place NOT IN (
            SELECT rowid FROM gist WHERE gist MATCH '{EVERY_CABLE}'
        )
    """,
    "cables whose paragraphs are not found by their words: {}": f"""
        SELECT count(*) FROM cable WHERE paragraphs > 0 AND place NOT IN (
            SELECT {PASSAGE.place} FROM passage WHERE passage MATCH '{EVERY_PASSAGE}'
        )
    """,
}
"""What is counted where it is wrong, and how to say it."""


class UnfinishedError(ArchiveError):
    """The archive is as a killed import left it."""


@frozen(kw_only=True)
class Examined:
    """What was found."""

    cables: int
    """That can be read."""
    wrong: tuple[str, ...]
    """In lower case. All of it is made good by deriving the archive anew from what can
    be read."""


def examine(path: Path) -> Examined:
    """Look through all of an archive: a minute, where it is one of all cables.

    Raises:
        ArchiveError: Where it is none that this program can read, or can't be read now.
    """
    version = refuse_strangers(path)
    target = path.resolve()
    before = _state(target)
    with archive_errors(path), closing(open_damaged(target)) as db:
        _refuse_unfinished(path, db)
        examined = Examined(cables=_readable(db), wrong=tuple(_wrong(db, version)))
    if before[0] or _state(target) != before:
        raise ArchiveError(
            f"{path}: an import is writing to it; check again when it is done"
        )
    return examined


def refuse_strangers(path: Path) -> int:
    """Make sure, by its first bytes, that a file is an archive that we know.

    Returns:
        The version of its tables.

    Raises:
        ArchiveError: If it is not.
    """
    start = _start(path)
    if not start:
        raise ArchiveError(f"{path}: is empty; fill it with `{IMPORT}`")
    if not start.startswith(FORMAT) or len(start) < HEADER.size:
        raise ArchiveError(f"{path}: is no archive; name another file with --archive")
    version, application = HEADER.unpack(start[: HEADER.size])
    if application != APPLICATION_ID:
        raise ArchiveError(
            f"{path}: is no archive of cables; name another file with --archive"
        )
    if version > VERSION:
        raise ArchiveError(
            f"{path}: was made by a newer version of this program"
            f" (tables {version}, known {VERSION}); update the program"
        )
    return int(version)


def unreadable_texts(db: sqlite3.Connection, version: int) -> tuple[str, ...]:
    """The ids of the cables whose text is there and cannot be read.

    Args:
        db: As of `open_damaged`.
        version: Of its tables.
    """
    names = {place: name for place, name, _ in Salvage(db, CABLES).rows()}
    texts = salvaged_texts(db, version)
    for _ in texts.raws():
        pass
    return (
        *(str(names.get(place, f"the one at {place}")) for place in texts.unread),
        *(f"a version of {name}" for name in texts.unread_formers),
    )


def named(cable_ids: Iterable[str]) -> str:
    """Some ids, and how many more."""
    ids = tuple(cable_ids)
    more = f" and {len(ids) - MOST_NAMED:,} more" if len(ids) > MOST_NAMED else ""
    return ", ".join(ids[:MOST_NAMED]) + more


def _state(target: Path) -> tuple[bool, int, int]:
    """Whether something is imported, and what changes when something was."""
    try:
        importing = is_held(target.with_name(f"{target.name}.lock"))
        status = target.stat()
    except OSError:
        return False, 0, 0
    return importing, status.st_size, status.st_mtime_ns


def _wrong(db: sqlite3.Connection, version: int) -> Iterator[str]:
    if fault := integrity(db):
        yield f"is damaged ({fault})"
    if unreadable := unreadable_texts(db, version):
        yield f"texts that cannot be read: {len(unreadable):,} ({named(unreadable)})"
    if version < VERSION:
        yield "was made by an older version of this program"
        return
    if damaged := _damaged_dictionaries(db):
        yield f"dictionaries that are not the same in both copies: {damaged}"
    yield from _counted(db)
    yield from _indexes(db)


def _start(path: Path) -> bytes:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        what = (error.strerror or str(error)).lower()
        raise ArchiveError(f"{path}: {what}; see ls -l") from error
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise ArchiveError(
                f"{path}: is no file; move it away, or name one with --archive"
            )
        return os.read(descriptor, HEADER.size)
    except OSError as error:
        raise ArchiveError(f"{path}: the disk fails; copy it to another one") from error
    finally:
        os.close(descriptor)


def _refuse_unfinished(path: Path, db: sqlite3.Connection) -> None:
    """Say so where an import was killed, or runs: then nothing can be said of it."""
    try:
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_READONLY_ROLLBACK:
            raise UnfinishedError(
                f"{path}: an import into it was killed; `cablereader check --repair`"
                " takes back what it left half done"
            ) from error
        if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise
    except DAMAGES:
        return


def _damaged_dictionaries(db: sqlite3.Connection) -> int:
    dictionaries = Dictionaries(db)
    numbers = {
        number
        for copies in COPIES
        for (number,) in Salvage(db, Table(copies, ("number",))).rows()
    }
    return sum(not dictionaries.is_whole(number) for number in numbers)


def _counted(db: sqlite3.Connection) -> Iterator[str]:
    for sentence, statement in COUNTS.items():
        try:
            (count,) = db.execute(statement).fetchone()
        except DAMAGES as error:
            yield f"cannot be searched whole ({error})"
            return
        if count:
            yield sentence.format(f"{count:,}")


def _indexes(db: sqlite3.Connection) -> Iterator[str]:
    """Read all that the indexes know: what is damaged in them shows so."""
    for index in INDEXES:
        name = f"every_{index}"
        try:
            db.execute(
                f"CREATE VIRTUAL TABLE temp.{name} USING fts5vocab (main, {index}, row)"
            )
            db.execute(f"SELECT count(*), sum(doc), sum(cnt) FROM {name}").fetchone()
        except DAMAGES as error:
            yield f"the index {index} is damaged ({error})"


def _readable(db: sqlite3.Connection) -> int:
    return sum(1 for _ in Salvage(db, CABLES).rows())
