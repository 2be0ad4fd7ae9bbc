"""The file of the notebook: opened, asked, and changed whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeAlias

from cablereader.errors import NotebookError
from cablereader.library.notebook.connection import (
    connect,
    connect_to_nothing,
    connect_to_read,
    notebook_errors,
)

Row: TypeAlias = tuple[Any, ...]


class NotebookFile:
    """A notebook on disk; not shared between threads.

    Raises:
        NotebookError: From every method, for whatever is wrong with the file.
    """

    def __init__(
        self, path: Path, *, to_read: bool = False, refusal: str | None = None
    ) -> None:
        """Open a notebook, made if there is none.

        Where it cannot be written, it can be read, and `read_only` says why.

        Args:
            path: Of its file.
            to_read: Whether it is only to be read; then none is made.
            refusal: Why an empty one stands in for it, if so; the file is not touched.

        Raises:
            NotebookError: If the file is of another program, or of a newer version of
                this one, or damaged; it is left as it is.
        """
        self.path = path
        self.read_only = refusal
        """Why nothing can be saved, in a plain sentence."""
        self.db = self._connected(to_read=to_read)

    def _connected(self, *, to_read: bool) -> sqlite3.Connection:
        if self.read_only:
            return connect_to_nothing()
        if to_read:
            self.read_only = f"{self.path}: opened to be read only"
            return connect_to_read(self.path)
        try:
            return connect(self.path)
        except NotebookError as error:
            self.read_only = str(error)
            return connect_to_read(self.path)

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
        self.db.close()

    @property
    def token(self) -> int:
        """Of the file as it is now, for `changed_since`."""
        return int(self.rows("PRAGMA data_version")[0][0])

    def changed_since(self, token: int) -> bool:
        """Whether another session has changed something; costs next to nothing."""
        return self.token != token

    def rows(self, statement: str, *values: str | int) -> list[Row]:
        """All rows that a statement finds."""
        with notebook_errors(self.path):
            return self.db.execute(statement, values).fetchall()

    def row(self, statement: str, *values: str | int) -> Row | None:
        """The first of them, ``None`` if there is none."""
        return next(iter(self.rows(statement, *values)), None)

    def note(self, *statements: tuple[str, Iterable[Row]]) -> None:
        """Write what a loss of power may take, but no kill: no wait for the disk.

        Where nothing can be saved, nothing is.

        Args:
            statements: Each with the values of every time that it is to be done.
        """
        if self.read_only:
            return
        with notebook_errors(self.path):
            self.db.execute("PRAGMA synchronous = NORMAL")
        try:
            with self.writing():
                for statement, rows in statements:
                    self.db.executemany(statement, rows)
        finally:
            with notebook_errors(self.path):
                self.db.execute("PRAGMA synchronous = EXTRA")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction, which is kept whole or not at all, and for good."""
        if self.read_only:
            raise NotebookError(f"{self.read_only}; not saved")
        with notebook_errors(self.path):
            kept = False
            try:
                self.db.execute("BEGIN IMMEDIATE")
                yield
                self.db.execute("COMMIT")
                kept = True
            finally:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                self.settle(kept=kept)

    def settle(self, *, kept: bool) -> None:
        """Called at the end of each transaction, for what is kept elsewhere."""
