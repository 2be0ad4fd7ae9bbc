"""The reader's own notebook and bookmarks, for queries asked without a screen."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cablereader.archive.finding.part import Sql
from cablereader.model.query import Contains, Is, Matches

if TYPE_CHECKING:
    from cablereader.library.notebook.query import AttachedNotebook
    from cablereader.model.bookmark import Bookmarks


class OwnNotebook:
    """What ``is:unread`` and such are asked of.

    It is what `cablereader.archive.finding.notebook` asks for.

    Nothing is loaded or opened before a query asks for it: most do not.
    """

    def __init__(self) -> None:
        self._db: sqlite3.Connection | None = None
        self._notebook: AttachedNotebook | None = None

    def attach(self, db: sqlite3.Connection) -> None:
        """Remember the connection that the notebook is attached to when it is asked."""
        self._db = db

    def condition(self, asked: Is | Contains | Matches) -> Sql | None:
        """The condition that was asked for; ``None`` if nobody could say."""
        return self._opened().condition(asked)

    def saved(self, name: str) -> str | None:
        """The query of a saved search."""
        return self._opened().saved(name)

    def names(self, field: str) -> Sequence[str]:
        """The names of labels or of saved searches."""
        return self._opened().names(field)

    def _opened(self) -> AttachedNotebook:
        from cablereader.library import locations  # noqa: PLC0415  # rarely needed
        from cablereader.library.notebook.query import AttachedNotebook  # noqa: PLC0415

        if self._notebook is None:
            self._notebook = AttachedNotebook(
                locations.triage(), bookmarks=own_bookmarks
            )
            if self._db:
                self._notebook.attach(self._db)
        return self._notebook


def own_bookmarks() -> Bookmarks:
    """The reader's bookmarks as they are on the disk."""
    from cablereader.library import locations  # noqa: PLC0415  # rarely needed
    from cablereader.library.bookmarks.bookmark_file import BookmarkFile  # noqa: PLC0415

    return BookmarkFile(locations.bookmarks()).load().bookmarks
