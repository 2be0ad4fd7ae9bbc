"""Notes that are being typed: saved every two seconds, offered after a hang-up.

The saving is a plain thread's, because a terminal that does not read stops everything
that waits for the screen. It has a connection of its own.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from threading import Event, Thread
from typing import Final

from cablereader.errors import NotebookError
from cablereader.library.files.owner import is_gone, owner_name
from cablereader.library.notebook.connection import connect, notebook_errors
from cablereader.library.notebook.values import text_of
from cablereader.model.frozen import frozen

PAUSE: Final = 2.0
"""Seconds between the saves of one draft."""
FAREWELL: Final = 0.5
"""Seconds to wait for the last one; a disk that hangs does not hang the reader."""


@frozen
class Draft:
    """What was typed when a session ended."""

    of: str
    """What the note is on, as the session named it."""
    text: str
    owner: str
    """The process that it is of."""


class Drafting:
    """One note while it is being typed."""

    def __init__(self, path: Path, of: str, pause: float = PAUSE) -> None:
        """Begin; nothing is written until something is typed.

        Args:
            path: Of the notebook.
            of: What the note is on: a cable's id, a bookmark's key.
            pause: Seconds between saves.
        """
        self.problem: str | None = None
        """Why the draft could not be saved, if so."""
        self._path = path
        self._of = of
        self._pause = pause
        self._text: str | None = None
        self._changed = Event()
        self._over = Event()
        self._saver = Thread(target=self._save_on, name="draft", daemon=True)
        self._saver.start()

    def typed(self, text: str) -> None:
        """Take note of the text as it is now. Costs nothing, and never raises."""
        self._text = text
        self._changed.set()

    def finish(self) -> None:
        """End, the note being saved or given up: the draft is taken away."""
        self._over.set()
        self._changed.set()
        self._saver.join(FAREWELL)

    def _save_on(self) -> None:
        owner = owner_name()
        saved = False
        while self._changed.wait() and not self._over.wait(self._pause):
            self._changed.clear()
            saved = self._keep(owner) or saved
        if saved:
            with suppress(NotebookError), closing(connect(self._path)) as db:
                _drop(db, self._path, owner, self._of)

    def _keep(self, owner: str) -> bool:
        """Save the text as it is now."""
        try:
            with closing(connect(self._path)) as db, notebook_errors(self._path):
                db.execute(
                    "INSERT OR REPLACE INTO draft (owner, of, text) VALUES (?, ?, ?)",
                    (owner, self._of, self._text),
                )
        except NotebookError as error:
            self.problem = str(error)
            return False
        self.problem = None
        return True


def left_drafts(db: sqlite3.Connection, path: Path) -> tuple[Draft, ...]:
    """The drafts of sessions that have ended, in the order of what they are of.

    Args:
        db: Of the notebook.
        path: Of its file.
    """
    with notebook_errors(path):
        rows = db.execute("SELECT of, text, owner FROM draft ORDER BY of").fetchall()
        drafts = [Draft(*map(text_of, row)) for row in rows]
    return tuple(draft for draft in drafts if is_gone(draft.owner))


def drop_draft(db: sqlite3.Connection, path: Path, draft: Draft) -> None:
    """Take a draft away, the reader having seen it."""
    _drop(db, path, draft.owner, draft.of)


def _drop(db: sqlite3.Connection, path: Path, owner: str, of: str) -> None:
    with notebook_errors(path):
        db.execute("DELETE FROM draft WHERE owner = ? AND of = ?", (owner, of))
