"""From a query to the places of the cables that it finds."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator
from heapq import merge
from itertools import groupby, islice
from time import monotonic
from typing import Final

from cablereader.archive.finding.compiling import Compiler
from cablereader.archive.finding.grouping import grouped
from cablereader.archive.finding.lookup import Lookup
from cablereader.archive.finding.notebook import Notebook
from cablereader.archive.finding.plan import Plan, make_plan
from cablereader.archive.finding.ranking import ranked, weighed
from cablereader.archive.finding.search import (
    alternatives,
    count,
    decided,
    keep_places,
    places,
)
from cablereader.model.query import NEWEST_FIRST, Query, Sort

PAUSE: Final = 0.5
"""Seconds between two tellings of what was found so far."""
TOGETHER: Final = 20
"""Places between two looks at the clock."""


class Searcher:
    """Puts queries to one connection."""

    def __init__(
        self, db: sqlite3.Connection, notebook: Notebook, open_cable: str | None
    ) -> None:
        """Ask an archive.

        Args:
            db: Of the archive.
            notebook: What the reader has made.
            open_cable: Id of the cable that ``date:~7d`` is around.
        """
        self._db = db
        self._notebook = notebook
        self._open_cable = open_cable

    def places(self, query: Query, *, first: bool) -> Iterator[int]:
        """The places that a query finds, in its order, as they are met.

        Args:
            query: What to find.
            first: Whether only the first ones are wanted, and soon.
        """
        sort = query.sort or NEWEST_FIRST
        first = first and query.group is None
        if sort.key == "relevance":
            found = self._by_relevance(query, first=first)
        elif first and sort.key == "date":
            found = self._first_places(query, sort)
        else:
            found = places(self._db, self._plan(query, first=first), sort, first=first)
        if query.group:
            found = grouped(self._db, found, query.group)
        return islice(found, query.limit)

    def growing(self, query: Query, first: int) -> Iterator[tuple[array[int], bool]]:
        """The places that a query finds, more of them each time, and at last all.

        Args:
            query: What to find.
            first: Places that are wanted first.

        Yields:
            Places, and whether these are all.
        """
        if query.is_in_time:
            page = array("I", islice(self.places(query, first=True), first))
            yield page, len(page) < first
            if len(page) < first:
                return
        found, told = array("I"), monotonic()
        rows = self.places(query, first=False)
        while group := array("I", islice(rows, TOGETHER)):
            found += group
            if monotonic() - told > PAUSE:
                yield found[:], False
                told = monotonic()
        yield found, True

    def count(self, query: Query) -> int:
        """How many cables a query finds."""
        found = count(self._db, self._plan(query))
        return found if query.limit is None else min(found, query.limit)

    def remarks(self, query: Query) -> tuple[str, ...]:
        """Why conditions of a query find nothing, where the query is to blame."""
        compiler = self._compiler(Lookup(self._db))
        compiler.parts(query.condition)
        return tuple(compiler.remarks)

    def _first_places(self, query: Query, sort: Sort) -> Iterator[int]:
        """The places in the order of time, as they are met first."""
        compiler = self._compiler(Lookup(self._db, first=True))
        plans = (
            make_plan(decided(self._db, parts, first=True), compiler.lookup.spill)
            for parts in alternatives(compiler.parts(query.condition))
        )
        found = [places(self._db, plan, sort, first=True) for plan in plans]
        if len(found) == 1:
            return found[0]
        return (place for place, _ in groupby(merge(*found, reverse=sort.descending)))

    def _plan(self, query: Query, *, first: bool = False) -> Plan:
        compiler = self._compiler(Lookup(self._db, first=first))
        parts = decided(self._db, compiler.parts(query.condition), first=first)
        return make_plan(parts, compiler.lookup.spill)

    def _compiler(self, lookup: Lookup) -> Compiler:
        return Compiler(lookup, self._notebook, self._open_cable)

    def _by_relevance(self, query: Query, *, first: bool) -> Iterator[int]:
        """The places by relevance; in the order of time if nothing is more relevant."""
        texts = weighed(self._db, query.condition, Lookup(self._db).expand)
        if not texts:
            plan = self._plan(query, first=first)
            return places(self._db, plan, NEWEST_FIRST, first=first)
        keep_places(self._db, self._plan(query))
        return ranked(self._db, texts)
