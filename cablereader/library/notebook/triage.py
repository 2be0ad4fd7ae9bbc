"""The notebook on disk: what the reader made of cables, and every step back.

A change is on the disk when the method returns; whatever fails, the file is as it was.
Several sessions may use it at the same time, and see each other's changes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from cablereader.errors import NotebookError
from cablereader.library.notebook.connection import notebook_errors
from cablereader.library.notebook.history import History, Kept
from cablereader.library.notebook.notebook_file import NotebookFile
from cablereader.library.notebook.progress import Progress, no_progress, told
from cablereader.library.notebook.values import (
    ALL_CABLES,
    Ledger,
    Values,
    text_of,
    triage_of,
)
from cablereader.library.notebook.whereabouts import Whereabouts
from cablereader.model.frozen import replace
from cablereader.model.saved_search import SavedSearch
from cablereader.model.step import Aspect, Change, Step, Taken
from cablereader.model.triage import UNTOUCHED, Counts, Triage, moment
from cablereader.parse.cable_id import canonical_id

OF_CABLES: Final = frozenset({Aspect.STATE, Aspect.STAR, Aspect.LABEL, Aspect.NOTE})
LONG: Final = 2_000
"""Bytes of a packed step: it is of about 300 cables."""
NO_LEDGERS: Final[Mapping[Aspect, Ledger]] = MappingProxyType({})
COUNTS: Final = """
    SELECT (SELECT count(*) FROM state WHERE state = 'read'),
        (SELECT count(*) FROM state WHERE state = 'aside'),
        (SELECT count(*) FROM star),
        (SELECT count(DISTINCT id) FROM label),
        (SELECT count(*) FROM note)
"""

canonical = lru_cache(maxsize=4096)(canonical_id)


class TriageFile(NotebookFile):
    """The file of the notebook; not shared between threads.

    Raises:
        NotebookError: From every method, for whatever is wrong with the file.
    """

    def __init__(
        self,
        path: Path,
        *,
        ledgers: Mapping[Aspect, Ledger] = NO_LEDGERS,
        session: str = "",
        to_read: bool = False,
        refusal: str | None = None,
    ) -> None:
        """Open a notebook, made if there is none.

        Where it cannot be written, it can be read, and `read_only` says why.

        Args:
            path: Of its file.
            ledgers: What keeps bookmarks, so that steps may change them too.
            session: Whose steps are its own; a new one's, unless it is named.
            to_read: Whether it is only to be read; then none is made.
            refusal: Why an empty one stands in for it, if so; the file is not touched.

        Raises:
            NotebookError: If the file is of another program, or of a newer version of
                this one, or damaged; it is left as it is.
        """
        super().__init__(path, to_read=to_read, refusal=refusal)
        self.whereabouts = Whereabouts(self)
        self._values = Values(self.db, ledgers)
        self.session = session or os.urandom(8).hex()
        self._history = History(self.db, self.session)

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

    def touched(self) -> Iterator[tuple[str, Triage]]:
        """All cables of which something is known, in the order of their ids."""
        with notebook_errors(self.path):
            for cable_id, *columns in self.db.execute(ALL_CABLES):
                yield text_of(cable_id), triage_of(*columns)

    def counts(self) -> Counts:
        """How many cables are what; whether or not an archive has them."""
        return Counts(*self.rows(COUNTS)[0])

    def labels(self) -> tuple[tuple[str, int], ...]:
        """All labels of cables with how many have each, the first one given first."""
        rows = self.rows(
            "SELECT name, count(*) FROM label GROUP BY name ORDER BY min(number)"
        )
        with notebook_errors(self.path):
            return tuple((text_of(name), cables) for name, cables in rows)

    def searches(self) -> tuple[SavedSearch, ...]:
        """The saved searches, by name."""
        rows = self.rows("SELECT name, query, trim(letter) FROM search ORDER BY name")
        with notebook_errors(self.path):
            return tuple(SavedSearch(*map(text_of, row)) for row in rows)

    def apply(self, step: Step, progress: Progress = no_progress) -> Step:
        """Do a step, all of it or nothing.

        Where another session was faster its values are what is taken back later, and
        notes are joined.

        Args:
            step: Its cables may be named in any spelling. A state that does not say
                since when begins now.
            progress: Told now and then; what it raises ends the step, and nothing of
                it is kept.

        Returns:
            What was changed; nothing is noted if that is nothing.
        """
        now = moment(datetime.now(UTC))
        with self.writing():
            meant = map(self._values.meant, map(_named, step.changes))
            changes = tuple(_dated(each, now) for each in meant if each)
            for change in told(changes, progress):
                self._values.put(change)
            if changes:
                self._history.add(step.sentence, changes)
        return replace(step, changes=changes)

    def undo(self, progress: Progress = no_progress) -> Taken | None:
        """Take back the last step, ``None`` if there is none.

        What was changed since is left alone, and counted in the answer.

        Args:
            progress: As for `apply`.
        """
        return self._take(progress, again=False)

    def redo(self, progress: Progress = no_progress) -> Taken | None:
        """Do again what was taken back last, ``None`` if there is nothing."""
        return self._take(progress, again=True)

    def is_long(self, *, again: bool) -> bool:
        """Whether what `undo`, or `redo`, would do takes longer than a key may."""
        with notebook_errors(self.path):
            kept = self._next(again=again)
        return kept is not None and len(kept.packed) > LONG

    def undoable(self) -> str | None:
        """What `undo` would take back."""
        with notebook_errors(self.path):
            kept = self._next(again=False)
        return kept.sentence if kept else None

    def redoable(self) -> str | None:
        """What `redo` would do again."""
        with notebook_errors(self.path):
            kept = self._next(again=True)
        return kept.sentence if kept else None

    def settle(self, *, kept: bool) -> None:
        """End a transaction in the ledgers too."""
        self._values.settle(kept=kept)

    def _take(self, progress: Progress, *, again: bool) -> Taken | None:
        with self.writing():
            kept = self._next(again=again)
            if kept is None:
                return None
            changes = kept.changes
            turned = told(changes, progress)
            done = tuple(each for each in turned if self._turned(each, again=again))
            self._history.move(kept, done, undone=not again)
        step = Step(kept.sentence, done)
        return Taken(step, again=again, left=len(changes) - len(done))

    def _next(self, *, again: bool) -> Kept | None:
        """The step that would be taken back, or done again."""
        return self._history.to_redo() if again else self._history.to_undo()

    def _turned(self, change: Change, *, again: bool) -> bool:
        """Do a change again or take it back, unless another came after it."""
        way = change if again else change.reversed
        if self._values.current(way) != way.before:
            return False
        self._values.put(way)
        return True


def open_notebook(
    path: Path, *, ledgers: Mapping[Aspect, Ledger] = NO_LEDGERS
) -> TriageFile:
    """A notebook to begin a session with, whatever is wrong with the file.

    Never raises: where the file is unusable an empty notebook stands in for it, and
    `TriageFile.read_only` says why. The file is left as it is.
    """
    try:
        return TriageFile(path, ledgers=ledgers)
    except NotebookError as error:
        return TriageFile(path, ledgers=ledgers, refusal=str(error))


def _named(change: Change) -> Change:
    """The change with a canonical id, if it is of a cable."""
    if change.aspect not in OF_CABLES:
        return change
    return replace(change, key=canonical(change.key))


def _dated(change: Change, now: str) -> Change:
    """The change with the time, if it is of a state and says none."""
    if change.aspect is not Aspect.STATE or " " in change.after or not change.after:
        return change
    return replace(change, after=f"{change.after} {now}")
