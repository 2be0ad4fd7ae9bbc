"""Importing: from paths to an archive, batch by batch, so that any end is a good one.

Each batch is one transaction, together with how far its source was read. Whatever ends
an import, the archive is as it was after a batch, and the same import goes on there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from itertools import chain, groupby
from pathlib import Path
from typing import Final

from cablereader.archive.connection import archive_errors, connect_to_write
from cablereader.archive.importing.derivation import (
    BATCH,
    Refusal,
    Stop,
    batches,
    grouped,
)
from cablereader.archive.importing.import_lock import import_lock
from cablereader.archive.importing.merging import merge_indexes
from cablereader.archive.importing.sources import (
    SourceRecord,
    save_record,
    where_to_begin,
)
from cablereader.archive.importing.writing import Tally, Writer, transaction
from cablereader.model.cable import Source
from cablereader.model.frozen import frozen
from cablereader.model.raw import RawCable
from cablereader.parse.dialect import Dialect
from cablereader.source.failure import Failure, Report
from cablereader.source.odometer import Odometer, size_of
from cablereader.source.reading import Reading
from cablereader.source.tree import STANDARD_INPUT

LARGE: Final = 4 * 1024 * 1024
TOGETHER: Final = 4
"""Batches written in one transaction: each leaves a segment in the indexes."""


@frozen
class Progress:
    """How far an import is."""

    tally: Tally
    """Of all cables of this import so far."""
    read: int
    """Bytes."""
    total: int
    """Bytes of all sources, 0 where nobody knows."""


@frozen(kw_only=True)
class Import:
    """How to import: what goes in, who is told, who may end it."""

    report: Report
    """Told of each thing that cannot be read."""
    progress: Callable[[Progress], None]
    """Told after each batch."""
    stop: Stop
    """Asked often whether to end after this batch."""
    dialect: Dialect | None = None
    """Of the dumps; ``None`` to tell it by their first rows."""
    jobs: int = 0
    """Processes that parse beside this one."""
    batch: int = BATCH
    """Cables derived together; `TOGETHER` such batches are written together."""
    large: int = LARGE
    """Bytes of a path that is worth a record of how far it was read."""


def import_paths(archive: Path, paths: Iterable[str], how: Import) -> Tally:
    """Add the cables of some paths to an archive, which is made if there is none.

    A large file that was imported before and has not changed is passed by; one whose
    import was ended goes on where it stopped. Small ones are read again, which adds
    nothing that is there.

    Raises:
        ArchiveError: Where the archive cannot be written, or another import runs.
        OSError: Where there can be no archive.
    """
    named = tuple(map(_absolute, paths))
    sizes = {path: size_of((path,)) for path in named}
    with (
        import_lock(archive),
        closing(connect_to_write(archive)) as db,
        archive_errors(archive),
    ):
        return _Importer(db, how, sizes).run()


def _absolute(path: str) -> str:
    return path if path == STANDARD_INPUT else str(Path(path).absolute())


class _Importer:
    """One import."""

    def __init__(
        self, db: sqlite3.Connection, how: Import, sizes: Mapping[str, int]
    ) -> None:
        self._db = db
        self._how = how
        self._sizes = sizes
        self._odometer = Odometer()
        self._tally = Tally()
        with transaction(db):
            now = f"{datetime.now(UTC):%Y-%m-%d %H:%M}"
            cursor = db.execute("INSERT INTO import (started) VALUES (?)", (now,))
        self._writer = Writer(db, int(cursor.lastrowid or 0))

    def run(self) -> Tally:
        """Import all paths, in their order."""
        for small, paths in groupby(self._sizes, self._is_small):
            if small:
                raws = chain.from_iterable(map(self._reading().of, paths))
                self._import(raws, jobs=0)
            else:
                for path in paths:
                    self._import_large(path)
        merge_indexes(self._db, self._how.stop)
        return self._tally

    def _is_small(self, path: str) -> bool:
        return path != STANDARD_INPUT and self._sizes[path] < self._how.large

    def _reading(self, start: Source | None = None) -> Reading:
        return Reading(self._how.report, self._how.dialect, start, self._odometer)

    def _import_large(self, path: str) -> None:
        """Import one path, or the rest of it, and keep how far it was read."""
        record = where_to_begin(self._db, path)
        if record.done:
            self._odometer.pass_by(path)
            self._tally += Tally(known=record.cables)
            self._tell()
            return
        raws = self._reading(record.last).of(path)
        if path == STANDARD_INPUT:
            self._import(raws, jobs=self._how.jobs)
        else:
            self._import(raws, jobs=self._how.jobs, record=record)

    def _import(
        self,
        raws: Iterable[RawCable],
        *,
        jobs: int,
        record: SourceRecord | None = None,
    ) -> None:
        stop = self._how.stop
        found = batches(raws, jobs=jobs, stop=stop, size=self._how.batch)
        for group in grouped(found, TOGETHER, stop):
            for refusal in chain.from_iterable(batch.refused for batch in group):
                self._how.report(_failure(refusal))
            derived = [each for batch in group for each in batch.derived]
            if record:
                record = record.gone_on(len(derived), group[-1].last)
            with transaction(self._db):
                self._tally += self._writer.add(derived)
                self._keep(record)
            self._tell()
        if record and not stop():
            with transaction(self._db):
                self._keep(record.finished())

    def _keep(self, record: SourceRecord | None) -> None:
        if record:
            save_record(self._db, record)

    def _tell(self) -> None:
        total = sum(self._sizes.values())
        self._how.progress(Progress(self._tally, self._odometer.position, total))


def _failure(refusal: Refusal) -> Failure:
    source = refusal.source
    what = f"{refusal.what}; skipped"
    return Failure(source.path or STANDARD_INPUT, what, line=source.line)
