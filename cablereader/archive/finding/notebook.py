"""What a query asks of the reader's own notes, of which the archive knows nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Final, Protocol

from cablereader.archive.finding.part import Sql
from cablereader.model.query import Contains, Is, Matches


class Notebook(Protocol):
    """The reader's triage, labels, notes, bookmarks, and saved searches."""

    def attach(self, db: sqlite3.Connection) -> None:
        """Make its tables known to a connection, read-only, under a name of its own."""

    def condition(self, asked: Is | Contains | Matches) -> Sql | None:
        """The condition on ``cable.id`` that was asked for.

        Args:
            asked: ``is:read``, ``label:merida``, ``note:"call back"``, ``note:/x/``,
                ``has:note``, ``in:bookmarks``.

        Returns:
            ``None`` where it knows nothing of the kind.
        """

    def saved(self, name: str) -> str | None:
        """The query of a saved search."""

    def names(self, field: str) -> Sequence[str]:
        """The names that the reader gave: those of ``label:`` or of ``saved:``."""


class NoNotebook:
    """The notebook of somebody who has none."""

    def attach(self, db: sqlite3.Connection) -> None:
        """Nothing to attach."""

    def condition(self, asked: Is | Contains | Matches) -> Sql | None:  # noqa: ARG002
        """Nothing is known."""
        return None

    def saved(self, name: str) -> str | None:  # noqa: ARG002
        """Nothing is saved."""
        return None

    def names(self, field: str) -> Sequence[str]:  # noqa: ARG002
        """Nothing has a name."""
        return ()


NO_NOTEBOOK: Final[Notebook] = NoNotebook()
