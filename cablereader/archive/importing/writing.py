"""Writing cables into an archive: a batch whole, or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from cablereader.archive.entries import SEPARATOR
from cablereader.archive.importing.derive import Derived
from cablereader.archive.importing.text_writer import TextWriter
from cablereader.archive.names import Names
from cablereader.archive.place import (
    DAY,
    ROOM,
    UNDATED_ROOM,
    first_place,
    further_places,
    passage_row,
)
from cablereader.archive.texts import Texts
from cablereader.archive.version import preference
from cablereader.archive.words.indexing import DERIVATION
from cablereader.model.frozen import frozen

CABLE_COLUMNS: Final = (
    "place, id, canonical, number, created, released, origin, classification, subject,"
    " tags, words, paragraphs, articles, further, versions, import, derivation,"
    " text_digest"
)
CABLE_ROW: Final = f"INSERT INTO cable ({CABLE_COLUMNS}) VALUES ({', '.join('?' * 18)})"
GIST: Final = "INSERT INTO gist (rowid, terms) VALUES (?, ?)"
SUBJECT: Final = "INSERT INTO passage (rowid, subject, refs) VALUES (?, ?, ?)"
PASSAGE: Final = "INSERT INTO passage (rowid, body) VALUES (?, ?)"
FRONT: Final = """
    INSERT INTO front (rowid, header, signed, classifiedby, reason, decl)
    VALUES (?, ?, ?, ?, ?, ?)
"""
LAST_TAKEN: Final = "SELECT max(place) FROM ({})".format(
    " UNION ALL ".join(
        f"SELECT max(place) AS place FROM {table} WHERE place BETWEEN ?1 AND ?2"
        for table in ("cable", "superseded", "further")
    )
)
OWN_TABLES: Final = ("cable", "raw", "citation")
"""Tables with rows of one cable, by its place."""

MOST_NAMED: Final = 10
"""Changed cables that a reader is told the names of; a dump may have 20,000."""


@frozen
class Tally:
    """What became of cables that were to be written."""

    new: int = 0
    changed: int = 0
    """Further versions of cables that were there."""
    known: int = 0
    """Those that the archive had as they are."""
    named: tuple[str, ...] = ()
    """The ids of those that changed, each once; no more than `MOST_NAMED` and one."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.new + other.new,
            self.changed + other.changed,
            self.known + other.known,
            tuple(dict.fromkeys(self.named + other.named))[: MOST_NAMED + 1],
        )

    @property
    def total(self) -> int:
        """All of them."""
        return self.new + self.changed + self.known


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside, or nothing of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


class Writer:
    """Writes cables into an archive, inside of a transaction of its user's."""

    def __init__(self, db: sqlite3.Connection, number: int) -> None:
        """Write to an archive.

        Args:
            db: Of the archive.
            number: Of this import.
        """
        self._db = db
        self._import = number
        self._next: dict[int, int] = {}
        self._names = Names(db)
        self._texts = Texts(db)
        self._text_writer = TextWriter(db)

    def add(self, batch: Sequence[Derived]) -> Tally:
        """Write cables, and say what became of them."""
        self._text_writer.begin([derived.raw.text for derived in batch])
        tally = Tally()
        placed: dict[int, Derived] = {}
        for derived in batch:
            tally += self._add(derived, placed)
        self._index(placed)
        self._text_writer.end()
        return tally

    def _add(self, derived: Derived, placed: dict[int, Derived]) -> Tally:
        old = self._db.execute(
            "SELECT cable.place, raw.digest, cable.released, cable.words"
            " FROM cable JOIN raw USING (place) WHERE id = ?",
            (derived.id,),
        ).fetchone()
        if old is None:
            self._place(derived, placed)
            return Tally(new=1)
        place, digest, released, words = old
        if derived.raw.digest == digest or self._is_former(derived):
            return Tally(known=1)
        rank = preference(derived.kind, derived.released, derived.words)
        known = self._texts.raw_at(place).kind
        if rank < preference(known, released, words):
            self._keep_as_former(derived)
        else:
            self._supersede(place)
            placed.pop(place, None)
            self._place(derived, placed)
        self._db.execute(
            "UPDATE cable SET versions ="
            " 1 + (SELECT count(*) FROM former WHERE former.id = cable.id)"
            " WHERE id = ?",
            (derived.id,),
        )
        return Tally(changed=1, named=(derived.id,))

    def _is_former(self, derived: Derived) -> bool:
        return bool(
            self._db.execute(
                "SELECT 1 FROM former WHERE id = ? AND digest = ?",
                (derived.id, derived.raw.digest),
            ).fetchone()
        )

    def _keep_as_former(self, derived: Derived) -> None:
        text = self._text_writer.keep(derived.raw.text)
        self._db.execute(
            "INSERT INTO former (id, digest, released, text) VALUES (?, ?, ?, ?)",
            (derived.id, derived.raw.digest, derived.released, text),
        )

    def _supersede(self, place: int) -> None:
        self._db.execute(
            "INSERT INTO former (id, digest, released, text)"
            " SELECT cable.id, raw.digest, cable.released, raw.text"
            " FROM cable JOIN raw USING (place) WHERE place = ?",
            (place,),
        )
        self._db.execute("INSERT INTO superseded (place) VALUES (?)", (place,))
        for table in OWN_TABLES:
            self._db.execute(f"DELETE FROM {table} WHERE place = ?", (place,))

    def _place(self, derived: Derived, placed: dict[int, Derived]) -> None:
        """Write all of a cable but what the indexes know of it."""
        further = further_places(len(derived.passages))
        place = self._free_place(derived.created, further)
        placed[place] = derived
        row = (
            place,
            derived.id,
            derived.canonical,
            derived.number,
            derived.created,
            derived.released,
            self._names.origin(derived.origin),
            self._names.classification(derived.classification),
            derived.subject,
            SEPARATOR.join(derived.tags),
            derived.words,
            derived.paragraphs,
            derived.articles,
            further,
            1,
            self._import,
            DERIVATION,
            derived.text_digest,
        )
        self._db.execute(CABLE_ROW, row)
        self._db.execute(
            "INSERT INTO raw (place, digest, text) VALUES (?, ?, ?)",
            (place, derived.raw.digest, self._text_writer.keep(derived.raw.text)),
        )
        self._db.executemany(
            "INSERT INTO further (place, cable) VALUES (?, ?)",
            ((place + number, place) for number in range(1, further + 1)),
        )
        self._names.note_tags(derived.tags)
        self._db.executemany(
            "INSERT INTO citation (cited, place) VALUES (?, ?)",
            ((cited, place) for cited in derived.cites),
        )

    def _free_place(self, minute: int | None, further: int) -> int:
        """A place of the day of a minute, so many behind which are free as well."""
        first = first_place(minute)
        room = UNDATED_ROOM if minute is None else ROOM
        place = self._next.get(first) or self._place_after(first, first + room - 1)
        while (free := self._place_after(place, place + further)) > place:
            place = free
        last = place + further
        self._next[first] = last + 1
        if minute is not None and last >= minute // DAY * ROOM + 1 + ROOM:
            self._note_spill(last - minute // DAY * ROOM)
        return place

    def _place_after(self, first: int, last: int) -> int:
        """The place behind the last one that is taken among some, else the first."""
        (taken,) = self._db.execute(LAST_TAKEN, (first, last)).fetchone()
        return first if taken is None else int(taken) + 1

    def _note_spill(self, distance: int) -> None:
        self._db.execute("UPDATE state SET spill = max(spill, ?)", (distance,))

    def _index(self, placed: dict[int, Derived]) -> None:
        """Write what the indexes know, in the order of the rows: any other is slow."""
        places = sorted(placed)
        self._db.executemany(GIST, ((place, placed[place].gist) for place in places))
        for place in places:
            derived = placed[place]
            subject, references, *above = derived.front.texts
            row = passage_row(place, 0)
            self._db.execute(SUBJECT, (row, subject, references))
            self._db.executemany(
                PASSAGE,
                (
                    (passage_row(place, number), passage)
                    for number, passage in enumerate(derived.passages, 1)
                ),
            )
            self._db.execute(FRONT, (place, *above))
