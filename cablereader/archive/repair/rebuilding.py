"""An archive made anew from its own texts: they are kept, all else is derived again.

So whatever is wrong with the lists and the indexes, and whatever an older version of
the program understood otherwise, is made good in one way.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from cablereader.archive.connection import archive_errors, connect_to_write
from cablereader.archive.folder import sync_directory
from cablereader.archive.importing.derivation import Stop, batches, grouped
from cablereader.archive.importing.import_lock import import_lock
from cablereader.archive.importing.ingest import TOGETHER
from cablereader.archive.importing.merging import merge_indexes
from cablereader.archive.importing.writing import Writer, transaction
from cablereader.archive.repair.examining import CABLES, refuse_strangers
from cablereader.archive.repair.former_tables import salvaged_texts
from cablereader.archive.repair.kept_copy import free_name, keep_copy
from cablereader.archive.repair.salvage import Row, Salvage, Table, open_damaged
from cablereader.archive.repair.salvaged_texts import SalvagedTexts
from cablereader.errors import ArchiveError
from cablereader.model.frozen import frozen
from cablereader.model.raw import RawCable

IMPORTS: Final = Table("import", ("number", "started"))
SOURCES: Final = Table("source", ("path", "size", "modified", "cables", "last", "done"))
LEAST: Final = 2_000
"""Cables for which other processes are worth their start."""


@frozen(kw_only=True)
class Rebuilt:
    """What became of an archive."""

    cables: int
    expected: int
    """Cables that it should have, as far as anything can tell."""
    lost: tuple[str, ...]
    """The ids of those whose text could not be read, or else where they came from."""
    sources: tuple[str, ...]
    """The paths that were imported, from which they could be read again."""
    copy: Path
    """The archive as it was."""


def _never() -> bool:
    return False


def rebuild(
    path: Path,
    *,
    jobs: int = 0,
    stop: Stop = _never,
    progress: Callable[[int], None] = lambda _: None,
) -> Rebuilt:
    """Put an archive in the place of a damaged or an old one, which is kept beside it.

    Whatever goes wrong, the archive is as it was.

    Args:
        path: Of the archive.
        jobs: Processes that parse beside this one.
        stop: Asked between cables whether to give up.
        progress: Told how many cables were done.

    Raises:
        ArchiveError: Where nothing could be read, or the new one could not be written.
        OSError: Where there can be no file beside the archive.
    """
    version = refuse_strangers(path)
    target = path.resolve()
    fresh = target.with_name(f".{target.name}.new")
    with import_lock(target), archive_errors(path):
        try:
            _take_away(fresh)
            with (
                closing(open_damaged(target, to_write=True)) as old,
                closing(connect_to_write(fresh)) as new,
            ):
                texts = salvaged_texts(old, version)
                rebuilding = _Rebuilding(old, texts, new, stop, progress)
                rebuilding.copy_all(jobs)
                made = rebuilding.outcome()
            if stop() or not made.cables:
                why = "given up" if stop() else "no text in it can be read"
                raise ArchiveError(f"{path}: {why}; it is as it was")
            copy = _put(fresh, target)
        finally:
            _take_away(fresh)
    return Rebuilt(
        cables=made.cables,
        expected=made.expected,
        lost=made.lost,
        sources=made.sources,
        copy=copy,
    )


def take_back(path: Path) -> None:
    """Undo the batch in which an import was killed, as each opening to write does.

    Raises:
        ArchiveError: Where it cannot be undone, or another import runs.
        OSError: Where there can be no file beside the archive.
    """
    target = path.resolve()
    with (
        import_lock(target),
        archive_errors(path),
        closing(open_damaged(target, to_write=True)) as db,
    ):
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()


class _Rebuilding:
    """One rebuilding."""

    def __init__(
        self,
        old: sqlite3.Connection,
        texts: SalvagedTexts,
        new: sqlite3.Connection,
        stop: Stop,
        progress: Callable[[int], None],
    ) -> None:
        self._old = old
        self._texts = texts
        self._new = new
        self._stop = stop
        self._progress = progress
        self._cables = {
            place: (name, number) for place, name, number in self._rows(CABLES)
        }
        self._refused: list[str] = []
        self._done = 0

    def copy_all(self, jobs: int) -> None:
        """Write all that can be read into the new archive."""
        imports = [row for row in self._rows(IMPORTS) if isinstance(row[1], str)]
        with transaction(self._new):
            self._new.executemany(
                "INSERT OR IGNORE INTO import (number, started) VALUES (?, ?)", imports
            )
        number = max((number for number, _ in imports), default=1)
        self._writer = Writer(self._new, number)
        many = len(self._cables) >= LEAST
        self._add(self._texts.raws(), jobs if many else 0)
        self._note_imports()
        if not self.lost:
            self._note_sources()
        merge_indexes(self._new, self._stop)

    @property
    def lost(self) -> tuple[str, ...]:
        """The ids of the cables whose text could not be read."""
        places = sorted(self._cables.keys() - self._texts.read)
        names = (str(self._cables[place][0]) for place in places)
        gone = (name for name in names if not self._has(name))
        return (*gone, *self._refused)

    def outcome(self) -> Rebuilt:
        (cables,) = self._new.execute("SELECT count(*) FROM cable").fetchone()
        lost = self.lost
        expected = max(
            cables + len(lost),
            *(
                Salvage(self._old, table).expected()
                for table in (CABLES, self._texts.table)
            ),
        )
        paths = tuple(str(path) for path, *_ in self._rows(SOURCES))
        return Rebuilt(
            cables=cables, expected=expected, lost=lost, sources=paths, copy=Path()
        )

    def _rows(self, table: Table) -> Iterator[Row]:
        return Salvage(self._old, table).rows()

    def _has(self, name: str) -> bool:
        found = self._new.execute("SELECT 1 FROM cable WHERE id = ?", (name,))
        return found.fetchone() is not None

    def _add(self, raws: Iterator[RawCable], jobs: int) -> None:
        found = batches(raws, jobs=jobs, stop=self._stop)
        for group in grouped(found, TOGETHER, self._stop):
            derived = [each for batch in group for each in batch.derived]
            refused = [each for batch in group for each in batch.refused]
            with transaction(self._new):
                self._writer.add(derived)
            self._refused += [str(each.source.path) for each in refused]
            self._done += len(derived) + len(refused)
            self._progress(self._done)

    def _note_imports(self) -> None:
        """Keep which cable came with which import."""
        with transaction(self._new):
            self._new.executemany(
                "UPDATE cable SET import = ? WHERE id = ?",
                (
                    (number, name)
                    for name, number in self._cables.values()
                    if isinstance(number, int)
                ),
            )

    def _note_sources(self) -> None:
        """Keep what was imported; not where cables were lost, to be read again."""
        with suppress(sqlite3.IntegrityError), transaction(self._new):
            self._new.executemany(
                "INSERT OR IGNORE INTO source"
                " (path, size, modified, cables, last, done) VALUES (?, ?, ?, ?, ?, ?)",
                self._rows(SOURCES),
            )


def _put(fresh: Path, target: Path) -> Path:
    """Put the new archive in the place of the old one, which gets another name."""
    journal = Path(f"{target}-journal")
    if journal.exists():  # it would be taken for the new one's
        copy = keep_copy(target)
        journal.unlink()
    else:
        copy = free_name(target)
        try:
            os.link(target, copy)
        except OSError:
            copy = keep_copy(target)
    mode = target.stat().st_mode & 0o666
    fresh.chmod(mode)
    fresh.replace(target)
    sync_directory(target.parent)
    return copy


def _take_away(fresh: Path) -> None:
    for suffix in ("", "-journal"):
        Path(f"{fresh}{suffix}").unlink(missing_ok=True)
