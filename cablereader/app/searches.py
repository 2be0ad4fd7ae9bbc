"""Searches in the background, one at a time; the next one ends the last."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from time import perf_counter
from typing import Final, TypeAlias

from cablereader.archive.finding.notebook import NO_NOTEBOOK, Notebook
from cablereader.archive.store import Archive
from cablereader.errors import ArchiveError
from cablereader.library.files.small_file import stamp_of
from cablereader.library.kept.facets import keep_facets, kept_facets
from cablereader.library.kept.places import keep_places, kept_places
from cablereader.model.facets import Facets
from cablereader.model.frozen import frozen, replace
from cablereader.model.query import NEWEST_FIRST, Is, Query
from cablereader.model.stretches import Stretches
from cablereader.model.suggestion import Suggestion

COUNTED: Final = 10
"""Cables whose hits are counted at once."""
TOLD_EACH: Final = 0.1
"""Seconds between two tellings of counts."""
UNREAD: Final = Query(Is("is", "unread"))


@frozen
class Found:
    """What a search brought so far."""

    query: Query
    places: Sequence[int]
    seconds: float
    reading: str
    """How the query was read, its order left out."""
    complete: bool
    """Whether these are all, or the first page only."""


@frozen
class Size:
    """How many cables a query finds."""

    cables: int
    unread: int


@frozen
class Meant:
    """What is to be said of a query that finds nothing."""

    remarks: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]


@frozen
class FoundRows:
    """The rows of a list that show some words."""

    words: str
    rows: Sequence[int]
    """In order, from 0."""


@frozen
class FoundHits:
    """How often some cables have what a query looks for."""

    query: Query
    counts: Mapping[int, int]
    """By place."""


Tell: TypeAlias = Callable[[Found | ArchiveError], None]


class Searches:
    """The searches of one archive. `search` is for worker threads, `stop` for any."""

    def __init__(
        self, path: Path, notebook: Callable[[], Notebook] = lambda: NO_NOTEBOOK
    ) -> None:
        """The searches of an archive; ``notebook`` makes one for each connection."""
        self._path = path
        self._notebook = notebook
        self._lock = Lock()
        self._running: Archive | None = None

    def stop(self) -> None:
        """Give up the search that is running, if one is."""
        with self._lock:
            if self._running:
                self._running.interrupt()

    def facets(
        self, query: Query, tell: Callable[[Facets], None], wanted: Callable[[], bool]
    ) -> None:
        """Tell what the list of a query is made of; nothing when it was given up."""
        with suppress(ArchiveError):
            facets = self._facets(query)
            if wanted():
                tell(facets)

    def _facets(self, query: Query) -> Facets:
        """Counted, but for the whole archive only once."""
        if not query.finds_all:
            return self._counted(query)
        stamp = stamp_of(self._path)
        if facets := kept_facets(self._path, stamp):
            return facets
        facets = self._counted(query)
        keep_facets(self._path, stamp, facets)
        return facets

    def _counted(self, query: Query) -> Facets:
        with self._opened() as archive:
            return archive.facets(query)

    def unread(
        self, query: Query, tell: Callable[[int], None], wanted: Callable[[], bool]
    ) -> None:
        """Tell how many cables of the list of a query are unread."""
        self.count(query.narrowed_to(UNREAD), tell, wanted)

    def count(
        self, query: Query, tell: Callable[[int], None], wanted: Callable[[], bool]
    ) -> None:
        """Tell how many cables a query finds; nothing when it was given up."""
        with suppress(ArchiveError):
            with self._opened() as archive:
                count = archive.count(query)
            if wanted():
                tell(count)

    def sizes(
        self,
        queries: Iterable[Query],
        tell: Callable[[Query, Size], None],
        wanted: Callable[[], bool],
    ) -> None:
        """Tell how many cables some queries find, one by one; nothing when given up."""
        with suppress(ArchiveError), self._opened() as archive:
            for query in queries:
                unread = query.narrowed_to(UNREAD)
                size = Size(archive.count(query), archive.count(unread))
                if not wanted():
                    return
                tell(query, size)

    def counts(
        self,
        queries: Mapping[str, Query],
        tell: Callable[[Mapping[str, int]], None],
        wanted: Callable[[], bool],
    ) -> None:
        """Tell how many cables some queries find, more of them from time to time.

        Args:
            queries: By the names that they are told under.
            tell: Called from the thread that counts, with those that are new.
            wanted: Whether anybody still waits; nothing is told when not.
        """
        counted: dict[str, int] = {}
        told = perf_counter()
        with suppress(ArchiveError), self._opened() as archive:
            for name, query in queries.items():
                counted[name] = archive.count(query)
                if perf_counter() - told > TOLD_EACH and wanted():
                    tell(counted)
                    counted, told = {}, perf_counter()
        if counted and wanted():
            tell(counted)

    def meant(
        self, query: Query, tell: Callable[[Meant], None], wanted: Callable[[], bool]
    ) -> None:
        """Tell what was perhaps meant by a query that finds nothing."""
        with suppress(ArchiveError):
            with self._opened() as archive:
                meant = Meant(archive.remarks(query), archive.suggestions(query))
            if wanted():
                tell(meant)

    def unread_places(self, query: Query) -> frozenset[int]:
        """Where the unread cables of the list of a query are."""
        with suppress(ArchiveError), self._opened() as archive:
            return frozenset(archive.places(query.narrowed_to(UNREAD)))
        return frozenset()

    def rows_with(
        self,
        words: str,
        places: Sequence[int],
        tell: Callable[[FoundRows], None],
        wanted: Callable[[], bool],
    ) -> None:
        """Tell which rows of a list show some words; nothing when it was given up."""
        with suppress(ArchiveError):
            with self._opened() as archive:
                among = archive.places_with(words)
            if wanted():
                rows = (row for row, place in enumerate(places) if place in among)
                tell(FoundRows(words, array("L", rows)))

    def hits(
        self,
        query: Query,
        places: Sequence[int],
        tell: Callable[[FoundHits], None],
        wanted: Callable[[], bool],
    ) -> None:
        """Tell how often cables have what a query looks for, a few at a time."""
        with suppress(ArchiveError), self._opened() as archive:
            for start in range(0, len(places), COUNTED):
                group = places[start : start + COUNTED]
                counts = {
                    place: sum(len(hit.spans) for hit in archive.hits(query, place))
                    for place in group
                }
                if not wanted():
                    return
                tell(FoundHits(query, counts))

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
            with self._opened() as archive:
                reading = archive.reading(replace(query, sort=None))
                for places, complete in self._pages(archive, query, first):
                    if not wanted():
                        return
                    seconds = perf_counter() - started
                    tell(Found(query, places, seconds, reading, complete))
        except ArchiveError as error:
            if wanted():
                tell(error)

    def _pages(
        self, archive: Archive, query: Query, first: int
    ) -> Iterator[tuple[Sequence[int], bool]]:
        """The places of a query, more of them each time, and whether these are all."""
        stamp = stamp_of(self._path)
        if query.lists_all and (every := kept_places(self._path, stamp)):
            falling = (query.sort or NEWEST_FIRST).descending
            yield every.turned(falling=falling), True
            return
        for places, is_all in archive.growing(query, first):
            yield places, is_all
            if is_all and isinstance(places, Stretches):
                keep_places(self._path, stamp, places.turned(falling=False))

    @contextmanager
    def _opened(self) -> Iterator[Archive]:
        """The archive, which `stop` interrupts while it is open."""
        with Archive(self._path, notebook=self._notebook()) as archive:
            with self._lock:
                self._running = archive
            try:
                yield archive
            finally:
                with self._lock:
                    self._running = None
