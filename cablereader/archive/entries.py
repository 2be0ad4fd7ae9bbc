"""Rows of a list, from the table of cables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

from cablereader.archive.place import time_of
from cablereader.model.classification import Level, Marking
from cablereader.model.entry import Entry

SEPARATOR: Final = "\n"
"""Between the TAGS of a cable in its row."""
ROW: Final = """
    SELECT place, id, created, released, classification, origin, subject, tags, words,
        paragraphs, articles, versions
    FROM cable WHERE place = ?
"""


class EntryReader:
    """Reads rows, and keeps the few names that many rows share."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._origins: dict[int, str] = {}
        self._classes: dict[int, Marking] = {}

    def entries(self, places: Sequence[int]) -> tuple[Entry, ...]:
        """The rows at some places, in that order; those that are gone are left out."""
        found = (self._db.execute(ROW, (place,)).fetchone() for place in places)
        return tuple(self._entry(*row) for row in found if row)

    def ids(self, places: Iterable[int]) -> tuple[str, ...]:
        """The reference ids at some places, in that order, as `entries` has them."""
        statement = "SELECT id FROM cable WHERE place = ?"
        found = (self._db.execute(statement, (place,)).fetchone() for place in places)
        return tuple(row[0] for row in found if row)

    def _entry(
        self,
        place: int,
        cable_id: str,
        created: int | None,
        released: int | None,
        classification: int | None,
        origin: int | None,
        *rest: str | int,
    ) -> Entry:
        subject, tags, words, paragraphs, articles, versions = rest
        return Entry(
            place=place,
            cable_id=cable_id,
            created=time_of(created),
            released=time_of(released),
            classification=self.marking(classification),
            origin=self.origin(origin),
            subject=str(subject),
            tags=tuple(filter(None, str(tags).split(SEPARATOR))),
            words=int(words),
            paragraphs=int(paragraphs),
            articles=int(articles),
            versions=int(versions),
        )

    def origin(self, number: int | None) -> str | None:
        """The origin of a number."""
        if number is None:
            return None
        if number not in self._origins:
            self._origins.update(self._db.execute("SELECT number, name FROM origin"))
        return self._origins[number]

    def marking(self, number: int | None) -> Marking | None:
        """The classification of a number."""
        if number is None:
            return None
        if number not in self._classes:
            rows = self._db.execute(
                "SELECT number, text, level, caveats FROM classification"
            )
            for each, text, level, caveats in rows:
                names = tuple(filter(None, caveats.split("\n")))
                self._classes[each] = Marking(text, Level(level), names)
        return self._classes[number]
