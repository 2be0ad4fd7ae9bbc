"""An archive of cables: what is in it, and what is found in it.

Lists need no parser: what looks into a cable is loaded when one is looked into.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from itertools import islice
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from cablereader.archive.by_id import place_of
from cablereader.archive.connection import archive_errors, connect, reading_errors
from cablereader.archive.entries import EntryReader
from cablereader.archive.finding.counting import count_by, count_facets
from cablereader.archive.finding.functions import add_functions
from cablereader.archive.finding.lookup import Lookup
from cablereader.archive.finding.notebook import NO_NOTEBOOK, Notebook
from cablereader.archive.finding.reading import reading_of
from cablereader.archive.finding.row_find import places_with
from cablereader.archive.finding.searcher import Searcher
from cablereader.archive.raw_text import raw_of
from cablereader.archive.texts import Texts
from cablereader.model.cable import Cable
from cablereader.model.entry import Entry, Window
from cablereader.model.facets import Count, Facets
from cablereader.model.hit import Hit
from cablereader.model.likeness import Likeness
from cablereader.model.query import Condition, Query
from cablereader.model.raw import RawCable
from cablereader.model.stretches import stretched
from cablereader.model.suggestion import Suggestion
from cablereader.parse.cable_id import canonical_id

if TYPE_CHECKING:
    from cablereader.archive.finding.word_list import WordList

KEPT: Final = 16
"""Cables that stay parsed, for going back and forth."""
STEPS: Final = 10_000
"""Of SQLite's machine, between two looks at the clock."""
MEANT: Final = 3
"""Queries that are suggested in the place of one."""
TOGETHER: Final = 100
"""Rows read at a time where all are wanted."""


class Archive:
    """The cables of one archive, to be read; never written.

    Not shared between threads: a worker opens its own, `interrupt` alone may be called
    from anywhere. Closed at the end of a ``with`` block.

    Raises:
        ArchiveError: From every method, for whatever is wrong with the file.
    """

    def __init__(
        self,
        path: Path,
        *,
        notebook: Notebook = NO_NOTEBOOK,
        open_cable: str | None = None,
        patience: float | None = None,
    ) -> None:
        """Open an archive.

        Args:
            path: Of its file.
            notebook: What the reader has made: asked by ``is:``, ``label:`` and such.
            open_cable: Id of the cable that ``date:~7d`` is around.
            patience: Seconds after which a question is given up, with an
                `ArchiveError`; ``None`` for never.
        """
        self.path = path
        self.notebook = notebook
        self._db = connect(path)
        self._texts = Texts(self._db)
        self._entries = EntryReader(self._db)
        self._searcher = Searcher(self._db, notebook, open_cable)
        self._found: tuple[Query, Sequence[int]] | None = None
        self._cable = lru_cache(maxsize=KEPT)(self._read_cable)
        self._patience = patience
        self._deadline = 0.0
        add_functions(self._db, self._texts, self._cable)
        if patience is not None:
            self._db.set_progress_handler(self._is_late, STEPS)
        with archive_errors(path):
            notebook.attach(self._db)

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
        """Let go of the file, and of what was found in it.

        Python finds an archive that nothing uses any more later, among its cycles.
        """
        self._db.close()
        self._found = None
        self._cable.cache_clear()
        self._texts.forget()

    def interrupt(self) -> None:
        """Give up what another thread is asking; it gets an `ArchiveError`."""
        self._db.interrupt()

    @property
    def size(self) -> int:
        """How many cables there are."""
        with self._errors():
            (size,) = self._db.execute("SELECT count(*) FROM cable").fetchone()
        return int(size)

    def get(self, cable_id: str) -> Cable | None:
        """The cable of a reference id in any spelling, ``None`` if it is not here."""
        place = self.place_of(cable_id)
        return None if place is None else self.at(place)

    def at(self, place: int) -> Cable:
        """The cable at a place, as of `Entry.place`."""
        with self._errors():
            return self._cable(place)

    def place_of(self, cable_id: str) -> int | None:
        """Where the cable of a reference id stands, in any spelling of the id."""
        with self._errors():
            return place_of(self._db, cable_id)

    def missing(self, cable_ids: Iterable[str]) -> frozenset[str]:
        """Those of some canonical reference ids that no cable here has: one lookup."""
        from cablereader.archive.missing import missing  # noqa: PLC0415  # as said above

        with self._errors():
            return missing(self._db, cable_ids)

    def versions(self, cable_id: str) -> tuple[RawCable, ...]:
        """All versions of a cable as received, the current one first.

        Pages of one cable differ in when they were released, in the articles that name
        it and in what was taken out of them.
        """
        with self._errors():
            place = place_of(self._db, cable_id)
            if place is None:
                return ()
            former = self._db.execute(
                "SELECT text FROM former"
                " WHERE id = (SELECT id FROM cable WHERE place = ?)"
                " ORDER BY released DESC",
                (place,),
            )
            return (
                self._texts.raw_at(place),
                *(raw_of(self._texts.numbered(number)) for (number,) in former),
            )

    def citing(self, cable_id: str) -> tuple[Entry, ...]:
        """The cables that cite one, oldest first; it need not be here itself."""
        with self._errors():
            rows = self._db.execute(
                "SELECT place FROM citation WHERE cited = ? ORDER BY place",
                (canonical_id(cable_id),),
            ).fetchall()
            return self._entries.entries([place for (place,) in rows])

    def alike(self, cable_id: str, most: int = 20) -> tuple[Likeness, ...]:
        """The cables most like one, best first; nothing for one that is not here."""
        from cablereader.archive.finding.alike import alike  # noqa: PLC0415  # as said above

        place = self.place_of(cable_id)
        if place is None:
            return ()
        with self._errors():
            return alike(self._db, self._cable(place), place, most)

    def rows(self, query: Query, window: Window = Window()) -> tuple[Entry, ...]:  # noqa: B008  # frozen
        """The rows of a window into the list of all cables that a query finds.

        The first window is there before all cables are found, in the order of time. The
        list of a query stays as it is, whatever is imported meanwhile, until `refresh`
        or another query.

        Args:
            query: What to find, and in which order.
            window: Which rows of it.
        """
        with self._errors():
            known = self._found is not None and self._found[0] == query
            if window.start == 0 and not known:
                page = islice(self._searcher.places(query, first=True), window.size)
                return self._entries.entries(list(page))
            found = self.places(query)
            return self._entries.entries(
                found[window.start : window.start + window.size]
            )

    def entries(self, places: Sequence[int]) -> tuple[Entry, ...]:
        """The rows of cables at some places, in that order."""
        with self._errors():
            return self._entries.entries(places)

    def ids(self, places: Iterable[int]) -> tuple[str, ...]:
        """The reference ids of cables at some places, in that order."""
        with self._errors():
            return self._entries.ids(places)

    def places_with(self, words: str) -> frozenset[int]:
        """The places of all cables that show words in a row: in id, subject, origin.

        Words in lower case match either case, one with a capital as it is.
        """
        with self._errors():
            return places_with(self._db, words)

    def every_word(self) -> WordList:
        """All words that the archive has; takes seconds in a large one."""
        from cablereader.archive.finding.word_list import every_word  # noqa: PLC0415  # rarely

        with self._errors():
            return every_word(self._db)

    def candidates(
        self, texts: Iterable[str], words: Callable[[], WordList] | None = None
    ) -> frozenset[int] | None:
        """The places of all cables in which one of some literal texts may stand.

        There are others among them. ``None`` for texts that narrow nothing down. Takes
        seconds in a large archive, unless its words are known: for a worker.

        Args:
            texts: As they are typed.
            words: Gives what `every_word` has found out.
        """
        from cablereader.archive.finding.candidates import candidates  # noqa: PLC0415  # rarely

        with self._errors():
            return candidates(self._db, texts, words)

    def each(self, query: Query) -> Iterator[Entry]:
        """The rows of all cables that a query finds, as they are met."""
        with self._errors():
            found = self._searcher.places(query, first=False)
            while group := list(islice(found, TOGETHER)):
                yield from self._entries.entries(group)

    def hits(self, query: Query, place: int) -> tuple[Hit, ...]:
        """The places in a cable that a query is about, in the order of the text."""
        from cablereader.archive.finding.hits import hits_in  # noqa: PLC0415  # as said above

        return hits_in(query.condition, self.at(place))

    def names(self, field: str) -> tuple[str, ...]:
        """The values that there are of ``origin`` or ``tag``, sorted."""
        lookup = Lookup(self._db)
        with self._errors():
            return lookup.tags if field == "tag" else lookup.origins

    def reading(self, query: Query) -> str:
        """How a query is read here, in a line: with the names that its values mean."""
        with self._errors():
            return reading_of(query, Lookup(self._db))

    def remarks(self, query: Query) -> tuple[str, ...]:
        """Why conditions of a query find nothing, where the query is to blame."""
        with self._errors():
            return self._searcher.remarks(query)

    def suggestions(self, query: Query) -> tuple[Suggestion, ...]:
        """What may have been meant by a query that finds nothing, likeliest first.

        Takes a tenth of a second or two: for the thread that searched.
        """
        from cablereader.archive.finding.suggesting import suggested  # noqa: PLC0415  # rarely

        with self._errors():
            near = suggested(
                query.condition, Lookup(self._db), self.notebook, self._finds
            )
            queries = [Query(each) for each in islice(near, MEANT)]
            return tuple(Suggestion(each, self.count(each)) for each in queries)

    def _finds(self, condition: Condition) -> bool:
        found = self._searcher.places(Query(condition), first=True)
        return any(True for _ in found)

    def count(self, query: Query) -> int:
        """How many cables a query finds: much sooner than all their places."""
        if self._found is not None and self._found[0] == query:
            return len(self._found[1])
        with self._errors():
            return self._searcher.count(query)

    def growing(self, query: Query, first: int) -> Iterator[tuple[Sequence[int], bool]]:
        """The places that a query finds, more of them each time.

        The first rows are there soon where the order is that of time. Where every cable
        must be looked at, more of them come from time to time.

        Args:
            query: What to find, and in which order.
            first: Places that are wanted first.

        Yields:
            Places, and whether these are all.
        """
        if self._found is None or self._found[0] != query:
            with self._errors():
                for found, is_all in self._searcher.growing(query, first):
                    if is_all:
                        break
                    yield found, False
            self._found = query, stretched(found) if query.lists_all else found
        yield self._found[1], True

    def places(self, query: Query) -> Sequence[int]:
        """The places of all cables that a query finds, in its order.

        Four bytes a cable, and next to none for the list of all; kept for the last
        query, so that windows, counts, positions and jumps into a list cost nothing
        more.
        """
        if self._found is None or self._found[0] != query:
            with self._errors():
                found = array("I", self._searcher.places(query, first=False))
                self._found = query, stretched(found) if query.lists_all else found
        return self._found[1]

    def facets(self, query: Query) -> Facets:
        """How many of the cables that a query finds have which origin, TAG and so on.

        Takes a tenth of a second or two for a list of half the archive: for a worker.
        """
        places = self.places(query)
        with self._errors():
            return count_facets(self._db, places)

    def counts(self, by: str, query: Query = Query()) -> tuple[Count, ...]:  # noqa: B008  # frozen
        """How many of the cables that a query finds have which value.

        Args:
            by: ``origin``, ``classification``, ``tag``, ``year`` or ``month`` of
                creation, ``released`` for days of release.
            query: All cables if missing.
        """
        places = self.places(query)
        with self._errors():
            return count_by(self._db, places, by)

    def position(self, query: Query, cable_id: str) -> int | None:
        """Where a cable stands in the list of a query, counted from 0."""
        place = self.place_of(cable_id)
        try:
            return None if place is None else self.places(query).index(place)
        except ValueError:
            return None

    def refresh(self) -> None:
        """Forget the list of the last query: cables may have been imported."""
        self._found = None

    def _read_cable(self, place: int) -> Cable:
        from cablereader.parse.cable import read_cable  # noqa: PLC0415  # as said above

        return read_cable(self._texts.raw_at(place))

    def _errors(self) -> AbstractContextManager[None]:
        if self._patience is not None:
            self._deadline = monotonic() + self._patience
        return reading_errors(self.path)

    def _is_late(self) -> bool:
        return monotonic() > self._deadline
