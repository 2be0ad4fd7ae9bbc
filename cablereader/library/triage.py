"""The notebook on disk: what the reader made of cables, and every step back.

A change is on the disk when the method returns; whatever fails, the file is as it was.
Several sessions may use it at the same time, and see each other's changes.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Final, Self

from cablereader.errors import NotebookError
from cablereader.library.triage_connection import (
    connect,
    connect_to_read,
    notebook_errors,
)
from cablereader.library.triage_history import History
from cablereader.library.triage_values import Ledger, Values
from cablereader.model.cable import ParagraphRef
from cablereader.model.position import Position
from cablereader.model.saved_search import SavedSearch
from cablereader.model.triage import (
    UNTOUCHED,
    Aspect,
    Change,
    Step,
    Taken,
    Triage,
    moment,
    onto,
)
from cablereader.parse.cable_id import canonical_id

OF_CABLES: Final = frozenset({Aspect.STATE, Aspect.STAR, Aspect.LABEL, Aspect.NOTE})
NO_LEDGERS: Final[Mapping[Aspect, Ledger]] = MappingProxyType({})

canonical = lru_cache(maxsize=4096)(canonical_id)


class TriageFile:
    """The file of the notebook; not shared between threads.

    Raises:
        NotebookError: From every method, for whatever is wrong with the file.
    """

    def __init__(
        self, path: Path, *, ledgers: Mapping[Aspect, Ledger] = NO_LEDGERS
    ) -> None:
        """Open a notebook, made if there is none.

        Where it cannot be written, it can be read, and `read_only` says why.

        Args:
            path: Of its file.
            ledgers: What keeps bookmarks, so that steps may change them too.

        Raises:
            NotebookError: If the file is of another program, or of a newer version of
                this one, or damaged; it is left as it is.
        """
        self.path = path
        self.read_only: str | None = None
        """Why nothing can be saved, in a plain sentence."""
        try:
            self._db = connect(path)
        except NotebookError as error:
            self._db = connect_to_read(path)
            self.read_only = str(error)
        self._values = Values(self._db, ledgers)
        self._history = History(self._db, secrets.token_hex(8))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def of(self, cable_ids: Iterable[str]) -> dict[str, Triage]:
        """What is known of some cables, each under its id as given.

        Args:
            cable_ids: In any spelling.
        """
        with notebook_errors(self.path):
            return {
                each: self._values.triage(canonical(each)) or UNTOUCHED
                for each in cable_ids
            }

    def apply(self, step: Step) -> Step:
        """Do a step, all of it or nothing.

        Where another session was faster its values are what is taken back later, and
        notes are joined.

        Returns:
            What was changed; nothing is noted if that is nothing.
        """
        with self._writing():
            meant = (onto(each, self._values.current(each)) for each in _named(step))
            changes = tuple(each for each in meant if each)
            for change in changes:
                self._values.put(change)
            if changes:
                self._history.add(step.sentence, changes)
        return replace(step, changes=changes)

    def undo(self) -> Taken | None:
        """Take back the last step, ``None`` if there is none.

        What was changed since is left alone, and counted in the answer.
        """
        return self._take(again=False)

    def redo(self) -> Taken | None:
        """Do again what was taken back last, ``None`` if there is nothing."""
        return self._take(again=True)

    def undoable(self) -> str | None:
        """What `undo` would take back."""
        with notebook_errors(self.path):
            kept = self._history.to_undo()
        return kept.sentence if kept else None

    def redoable(self) -> str | None:
        """What `redo` would do again."""
        with notebook_errors(self.path):
            kept = self._history.to_redo()
        return kept.sentence if kept else None

    def _take(self, *, again: bool) -> Taken | None:
        with self._writing():
            kept = self._history.to_redo() if again else self._history.to_undo()
            if kept is None:
                return None
            changes = kept.changes
            ways = changes if again else tuple(each.reversed for each in changes)
            done = tuple(
                change
                for change, way in zip(changes, ways, strict=True)
                if self._values.current(way) == way.before
            )
            for change in done:
                self._values.put(change if again else change.reversed)
            self._history.move(kept, done, undone=not again)
        step = Step(kept.sentence, done)
        return Taken(step, again=again, left=len(changes) - len(done))

    @property
    def token(self) -> int:
        """Of the file as it is now, for `changed_since`."""
        with notebook_errors(self.path):
            (version,) = self._db.execute("PRAGMA data_version").fetchone()
        return int(version)

    def changed_since(self, token: int) -> bool:
        """Whether another session has changed something; costs next to nothing."""
        return self.token != token

    def position_of(self, cable_id: str) -> Position | None:
        """Where the reader stopped in a cable."""
        row = self._row(
            "SELECT paragraph, share FROM position WHERE id = ?", canonical(cable_id)
        )
        return Position(row[0], float(row[1])) if row else None

    def keep_position(self, cable_id: str, position: Position) -> None:
        """Remember where the reader stopped in a cable; no step, and soon on disk."""
        with self._noting():
            self._db.execute(
                "INSERT OR REPLACE INTO position (id, paragraph, share)"
                " VALUES (?, ?, ?)",
                (canonical(cable_id), position.paragraph, position.share),
            )

    def searches(self) -> tuple[SavedSearch, ...]:
        """The saved searches, by name."""
        with notebook_errors(self.path):
            rows = self._db.execute(
                "SELECT name, query, trim(letter) FROM search ORDER BY name"
            ).fetchall()
        return tuple(SavedSearch(*row) for row in rows)

    def labels(self) -> tuple[tuple[str, int], ...]:
        """All labels of cables with how many have each, the first one given first."""
        with notebook_errors(self.path):
            rows = self._db.execute(
                "SELECT name, count(*) FROM label GROUP BY name ORDER BY min(number)"
            )
            return tuple(rows)

    def stop_of(self, query: str) -> str | None:
        """The cable at which the reader left the list of a query."""
        row = self._row("SELECT id FROM stop WHERE query = ?", query)
        return row[0] if row else None

    def last_stop(self) -> tuple[str, str] | None:
        """The list that was left last, as its query, and the cable at which."""
        row = self._row("SELECT query, id FROM stop ORDER BY number DESC LIMIT ?", 1)
        return (row[0], row[1]) if row else None

    def keep_stop(self, query: str, cable_id: str) -> None:
        """Remember at which cable the list of a query is left."""
        with self._noting():
            self._db.execute(
                "INSERT OR REPLACE INTO stop (query, id, number)"
                " SELECT ?, ?, coalesce(max(number), 0) + 1 FROM stop",
                (query, cable_id),
            )

    def jumps(self) -> tuple[ParagraphRef, ...]:
        """The jump list of the last session, oldest first."""
        with notebook_errors(self.path):
            rows = self._db.execute("SELECT id, paragraph FROM jump ORDER BY number")
            return tuple(ParagraphRef(*row) for row in rows)

    def keep_jumps(self, jumps: Sequence[ParagraphRef]) -> None:
        """Remember a jump list in the place of the last one."""
        with self._noting():
            self._db.execute("DELETE FROM jump")
            self._db.executemany(
                "INSERT INTO jump (id, paragraph) VALUES (?, ?)",
                [(jump.cable_id, jump.label) for jump in jumps],
            )

    def _row(self, statement: str, value: str | int) -> tuple[str, ...] | None:
        with notebook_errors(self.path):
            row: tuple[str, ...] | None = self._db.execute(
                statement, (value,)
            ).fetchone()
        return row

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """A transaction, which is kept whole or not at all."""
        if self.read_only:
            raise NotebookError(f"{self.read_only}; not saved")
        with notebook_errors(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def _noting(self) -> Iterator[None]:
        """A transaction of something that a loss of power may take, but no kill."""
        if self.read_only:
            return
        with notebook_errors(self.path):
            self._db.execute("PRAGMA synchronous = NORMAL")
        try:
            with self._writing():
                yield
        finally:
            with notebook_errors(self.path):
                self._db.execute("PRAGMA synchronous = EXTRA")


def _named(step: Step) -> Iterator[Change]:
    """The changes with canonical ids and, if they are of states, with the time."""
    now = moment(datetime.now(UTC))
    for change in step.changes:
        key = canonical(change.key) if change.aspect in OF_CABLES else change.key
        after = change.after
        if change.aspect is Aspect.STATE and after and " " not in after:
            after = f"{after} {now}"
        yield replace(change, key=key, after=after)
