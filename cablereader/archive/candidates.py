"""Cables in which a literal text may stand: by the indexes, before any is read.

A text that is found literally may begin and end inside words, which the indexes know as
wholes: so all words that it may be a part of are asked for.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final

from cablereader.archive.expression import all_of, either, exactly
from cablereader.archive.folding import words_of
from cablereader.archive.row_find import places_with
from cablereader.archive.word_index import FRONT, PASSAGE

MOST_WORDS: Final = 500
"""That a piece of a word may be a part of; those of more select too little."""
SELECTIVE: Final = 3
"""From so many words on those inside select enough, and the ends need no look."""
INDEXES: Final = (PASSAGE.name, FRONT.name)
"""Of the text, and of what stands above it, which that of whole cables leaves out."""
TERMS: Final = """
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.every_{0}
    USING fts5vocab (main, {0}, row)
"""
PARTS: Final = " UNION ".join(
    f"SELECT term FROM every_{index}"
    " WHERE term >= '0' AND term < '\ue000' AND term LIKE ?1"
    for index in INDEXES
)
"""All words of the archive are looked at, which takes seconds where they are many."""


def candidates(db: sqlite3.Connection, texts: Iterable[str]) -> frozenset[int] | None:
    """The places of all cables in which one of some texts may stand, and of some more.

    Args:
        db: Of an archive.
        texts: As they are typed; signs and case are not looked at.

    Returns:
        ``None`` if a text tells too little for the indexes to narrow anything.
    """
    found: set[int] = set()
    for text in texts:
        needed = tuple(_needed(db, words_of(text)))
        if not needed:
            return None
        found |= _places(db, all_of(needed)) | places_with(db, text.strip())
    return frozenset(found)


def _needed(db: sqlite3.Connection, words: tuple[str, ...]) -> Iterator[str]:
    """What the index must say of a cable with these words one behind the other."""
    if len(words) == 1:
        yield from _any_part(db, f"%{words[0]}%")
    elif words:
        first, *inside, last = words
        yield from map(exactly, inside)
        yield f'"{last}" *'
        if len(words) < SELECTIVE:
            yield from _any_part(db, f"%{first}")


def _any_part(db: sqlite3.Connection, like: str) -> Iterator[str]:
    """The words that are like this, as one condition; nothing where they are many."""
    for index in INDEXES:
        db.execute(TERMS.format(index))
    rows = db.execute(f"{PARTS} LIMIT ?2", (like, MOST_WORDS + 1)).fetchall()
    if len(rows) <= MOST_WORDS:
        yield either(exactly(term) for (term,) in rows)


def _places(db: sqlite3.Connection, expression: str) -> set[int]:
    whole = db.execute("SELECT rowid FROM gist WHERE gist MATCH ?", (expression,))
    found = {place for (place,) in whole}
    above = db.execute("SELECT rowid FROM front WHERE front MATCH ?", (expression,))
    return found.union(place for (place,) in above)
