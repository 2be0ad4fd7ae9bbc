"""What the places of words tell: how often a text stands in a cable, in which order.

An index tells all places of a word, sooner than all cables are read; but where a word
is in most cables, it takes long until the first of them is known. The places are gone
through side by side, and never kept: frequent words have millions.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import chain, groupby, repeat
from operator import itemgetter
from typing import Final

from cablereader.archive.finding.part import Sql, Statement, Value
from cablereader.archive.finding.word_index import WordIndex
from cablereader.archive.words.folding import LAST_LETTER, words_of
from cablereader.model.frozen import frozen
from cablereader.model.query import AtLeast, Match, Near, Phrase, Word

OFFSET_BITS: Final = 24
"""Of a place of a word in a column of a row, of which no cable fills a half."""
COLUMN_BITS: Final = 3
ROW_BITS: Final = OFFSET_BITS + COLUMN_BITS
END: Final = 1 << 63
"""Behind all places."""
MOST_ABREAST: Final = 64
"""Words that begin alike, whose places are gone through side by side; those of more are
put in order first."""
MET: Final = "CREATE TEMP TABLE IF NOT EXISTS met (row INTEGER PRIMARY KEY)"


@frozen
class Instances:
    """All places of the words of a text: how often, or in which order, it stands."""

    pattern: AtLeast | Near
    columns: Sequence[str]
    """That it may stand in."""
    index: WordIndex
    """That has these columns."""
    rows: str
    """The expression for the rows that have all of its words, near each other."""

    def cables(self, db: sqlite3.Connection) -> Sequence[int]:
        """The places of all cables that have the text so often, or in its order."""
        db.execute(MET)
        db.execute("DELETE FROM met")
        if self._has_several_words:
            name = self.index.name
            met = f"SELECT rowid FROM {name} WHERE {name} MATCH ?"
            db.execute(f"INSERT INTO met {met}", (self.rows,))
        found = array("Q", self._found(db))
        db.execute("DELETE FROM met")
        return found

    @property
    def _has_several_words(self) -> bool:
        """Whether not all rows that have a word are of interest."""
        one = isinstance(self.pattern, AtLeast) and len(_ranges(self.pattern.text)) == 1
        return not one

    def _found(self, db: sqlite3.Connection) -> Iterator[int]:
        """The places, in order."""
        match self.pattern:
            case AtLeast(count=count, text=text):
                rows = (key >> ROW_BITS for key in self._runs(db, text))
                for cable, each in groupby(self._cables_of(db, rows)):
                    if sum(1 for _ in each) >= count:
                        yield cable
            case Near(left=left, right=right, within=within):
                size = len(words_of(left.text))
                ends = (start + size for start in self._runs(db, left))
                pairs = _rows_of_pairs(ends, self._runs(db, right), within)
                yield from (cable for cable, _ in groupby(self._cables_of(db, pairs)))

    def _cables_of(self, db: sqlite3.Connection, rows: Iterable[int]) -> Iterator[int]:
        """For each row the place of its cable."""
        bits = self.index.bits
        further = dict(db.execute("SELECT place, cable FROM further")) if bits else {}
        for row in rows:
            place = row >> bits
            yield further.get(place, place)

    def _runs(self, db: sqlite3.Connection, text: Word | Phrase) -> Iterator[int]:
        """All places of a text, in order: row, column and number of its first word."""
        first, *others = (self._places(db, *each) for each in _ranges(text))
        for at, places in enumerate(others, start=1):
            first = _common(first, map((-at).__add__, places))
        return first

    def _places(self, db: sqlite3.Connection, first: str, last: str) -> Iterator[int]:
        """All places of the words between two, in order."""
        words = [first] if first == last else self._words(db, first, last)
        if words is None:
            return self._asked(db, first, last, "ORDER BY 1")
        return merge(*(self._asked(db, word, word) for word in words))

    def _words(
        self, db: sqlite3.Connection, first: str, last: str
    ) -> Sequence[str] | None:
        """The words between two; ``None`` where they are many, or not known."""
        if not self.index.bits:
            return None
        rows = db.execute(
            "SELECT term FROM gist_term WHERE term BETWEEN ? AND ? LIMIT ?",
            (first, last, MOST_ABREAST + 1),
        ).fetchall()
        return None if len(rows) > MOST_ABREAST else [word for (word,) in rows]

    def _asked(
        self, db: sqlite3.Connection, first: str, last: str, order: str = ""
    ) -> Iterator[int]:
        """The places of words, in order if it is one word."""
        columns = " ".join(
            f"WHEN '{name}' THEN {number}"
            for number, name in enumerate(self.index.columns)
        )
        marks = ", ".join("?" * len(self.columns))
        among = "AND doc IN met" if self._has_several_words else ""
        rows = db.execute(
            f"SELECT (doc << {ROW_BITS}) + offset"
            f" + (CASE col {columns} END << {OFFSET_BITS})"
            f" FROM {self.index.name}_word WHERE term BETWEEN ? AND ?"
            f" AND col IN ({marks}) {among} {order}",
            (first, last, *self.columns),
        )
        return map(itemgetter(0), rows)


def counted(pattern: AtLeast, columns: Sequence[str], index: WordIndex) -> Sql:
    """The condition that a text stands so often in the cable, as one of several."""
    marks = ", ".join("?" * len(columns))
    ranges = _ranges(pattern.text)
    values: list[Value] = []
    for first, last in ranges:
        values += (first, last, *columns)
    runs = " INTERSECT ".join(
        f"SELECT doc, col, offset - {at} AS at FROM {index.name}_word"
        f" WHERE term BETWEEN ? AND ? AND col IN ({marks})"
        for at in range(len(ranges))
    )
    return Sql(
        f"cable.place IN (SELECT {index.place} FROM"
        f" (SELECT doc AS rowid FROM ({runs})) AS {index.name}"
        " GROUP BY 1 HAVING count(*) >= ?)",
        (*values, pattern.count),
    )


def words_in(pattern: AtLeast | Near, index: WordIndex) -> tuple[Statement, ...]:
    """For each word of a text, the statement that finds its places."""
    texts = (
        (pattern.text,)
        if isinstance(pattern, AtLeast)
        else (pattern.left, pattern.right)
    )
    ranges = chain.from_iterable(map(_ranges, texts))
    return tuple(
        Statement(f"SELECT 1 FROM {index.name}_word WHERE term BETWEEN ? AND ?", each)
        for each in ranges
    )


def _common(one: Iterator[int], other: Iterator[int]) -> Iterator[int]:
    """What two rising rows of numbers have in common."""
    others = chain(other, repeat(END))
    last = next(others)
    for each in one:
        while last < each:
            last = next(others)
        if last == each:
            yield each


def _rows_of_pairs(
    ends: Iterator[int], starts: Iterator[int], within: int
) -> Iterator[int]:
    """The rows in which something begins at most so many words after an end."""
    upcoming = chain(ends, repeat(END))
    last, coming = -END, next(upcoming)
    for start in starts:
        while coming <= start:
            last, coming = coming, next(upcoming)
        if start - last <= within:
            yield start >> ROW_BITS


def _ranges(text: Word | Phrase) -> list[tuple[str, str]]:
    """Between which words of the index each word of a text is."""
    *before, last = words_of(text.text)
    prefix = isinstance(text, Word) and text.match is Match.PREFIX
    ranges = [(word, word) for word in before]
    return [*ranges, (last, last + LAST_LETTER if prefix else last)]
