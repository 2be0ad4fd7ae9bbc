"""Searches in the background, one at a time; the next one ends the last."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from time import perf_counter
from typing import TypeAlias

from cablereader.archive.notebook import NO_NOTEBOOK, Notebook
from cablereader.archive.store import Archive
from cablereader.errors import ArchiveError
from cablereader.model.entry import Window
from cablereader.model.query import Query


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brought so far."""

    query: Query
    places: array[int]
    seconds: float
    complete: bool
    """Whether these are all, or the first page only."""


Tell: TypeAlias = Callable[[Found | ArchiveError], None]


class Finding:
    """The searches of one archive. `search` is for worker threads, `stop` for any."""

    def __init__(self, path: Path, notebook: Notebook = NO_NOTEBOOK) -> None:
        self._path = path
        self._notebook = notebook
        self._lock = Lock()
        self._running: Archive | None = None

    def stop(self) -> None:
        """Give up the search that is running, if one is."""
        with self._lock:
            if self._running:
                self._running.interrupt()

    def search(
        self, query: Query, tell: Tell, wanted: Callable[[], bool], first: int
    ) -> None:
        """Tell the first page of a query, then all of it, or what was wrong.

        Args:
            query: What to find.
            tell: Called from the thread that searches.
            wanted: Whether anybody still waits; nothing is told when not.
            first: Rows of the first page.
        """
        started = perf_counter()
        try:
            with Archive(self._path, notebook=self._notebook) as archive:
                with self._lock:
                    self._running = archive
                try:
                    rows = archive.rows(query, Window(0, first))
                    page = array("l", [row.place for row in rows])
                    seconds = perf_counter() - started
                    if wanted():
                        tell(Found(query, page, seconds, len(page) < first))
                    if len(page) == first and wanted():
                        places = archive.places(query)
                        tell(Found(query, places, perf_counter() - started, True))
                finally:
                    with self._lock:
                        self._running = None
        except ArchiveError as error:
            if wanted():
                tell(error)
