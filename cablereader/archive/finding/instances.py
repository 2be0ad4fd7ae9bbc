"""What the places of words tell: how often a text stands in a cable, in which order.

An index tells all places of a word at once, sooner than a cable is read; but where a
word is in most cables, it takes long until the first of them is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from cablereader.archive.finding.part import Sql, Statement, Value
from cablereader.archive.finding.word_index import WordIndex
from cablereader.archive.words.folding import LAST_LETTER, words_of
from cablereader.model.query import AtLeast, Match, Near, Phrase, Word


def counted(pattern: AtLeast, columns: Sequence[str], index: WordIndex) -> Sql:
    """The condition that a text stands so often in the cable."""
    runs = _runs(pattern.text, columns, index)
    return Sql(
        f"cable.place IN (SELECT {index.place} FROM"
        f" (SELECT doc AS rowid FROM ({runs.text})) AS {index.name}"
        " GROUP BY 1 HAVING count(*) >= ?)",
        (*runs.values, pattern.count),
    )


def ordered(pattern: Near, near: str, columns: Sequence[str], index: WordIndex) -> Sql:
    """The condition that a text stands shortly after another one.

    Args:
        pattern: Both of them.
        near: The expression for rows in which they stand near each other.
        columns: That they may stand in.
        index: That has these columns.
    """
    left = _runs(pattern.left, columns, index)
    right = _runs(pattern.right, columns, index)
    rows = f"SELECT rowid FROM {index.name} WHERE {index.name} MATCH ?"
    size = len(words_of(pattern.left.text))
    return Sql(
        f"""cable.place IN (SELECT {index.place} FROM (
            SELECT doc AS rowid, is_right, at - max(iif(is_right, NULL, at)) OVER (
                PARTITION BY doc, col ORDER BY at, is_right ROWS UNBOUNDED PRECEDING
            ) AS words_between FROM (
                SELECT doc, col, at + {size} AS at, 0 AS is_right
                FROM ({left.text}) WHERE doc IN ({rows})
                UNION ALL
                SELECT doc, col, at, 1 FROM ({right.text}) WHERE doc IN ({rows})
            )
        ) AS {index.name} WHERE is_right AND words_between <= ?)""",
        (*left.values, near, *right.values, near, pattern.within),
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


def _runs(text: Word | Phrase, columns: Sequence[str], index: WordIndex) -> Statement:
    """All places of a text: row, column, and number of its first word there."""
    marks = ", ".join("?" * len(columns))
    ranges = _ranges(text)
    values: list[Value] = []
    for first, last in ranges:
        values += (first, last, *columns)
    return Statement(
        " INTERSECT ".join(
            f"SELECT doc, col, offset - {at} AS at FROM {index.name}_word"
            f" WHERE term BETWEEN ? AND ? AND col IN ({marks})"
            for at in range(len(ranges))
        ),
        tuple(values),
    )


def _ranges(text: Word | Phrase) -> list[tuple[str, str]]:
    """Between which words of the index each word of a text is."""
    *before, last = words_of(text.text)
    prefix = isinstance(text, Word) and text.match is Match.PREFIX
    ranges = [(word, word) for word in before]
    return [*ranges, (last, last + LAST_LETTER if prefix else last)]
