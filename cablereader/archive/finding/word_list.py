"""All words of an archive in a row, for pieces of words.

An index finds words by how they begin. To go through it for those that have a piece
somewhere takes seconds, because it reads which cables have each word as well; a list
of the words alone is searched in a few hundredths of one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from cablereader.archive.finding.word_index import FRONT
from cablereader.model.frozen import frozen

END: Final = b"\n"
"""Of a word, which has none inside."""
TERMS: Final = f"""
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.every_front
    USING fts5vocab (main, {FRONT.name}, row)
"""
TABLES: Final = ("gist_term", "every_front")
"""Of the text, and of what stands above it, which that of whole cables leaves out."""
TERM: Final = "SELECT term FROM {} WHERE term >= '0' AND term < '\ue000'"
"""Those that are words, as of `cablereader.archive.words.term`."""
WORDS: Final = f"""
    SELECT group_concat(term, char({END[0]}))
    FROM ({" UNION ALL ".join(map(TERM.format, TABLES))})
"""


@frozen
class WordList:
    """Words, some of them twice."""

    words: bytes
    """Each with its end; before the first is the end of none."""

    def with_piece(self, piece: str, *, at_end: bool = False) -> Iterator[str]:
        """The words that have a piece somewhere, or at their end."""
        words, wanted = self.words, piece.encode() + (END if at_end else b"")
        at = words.find(wanted)
        while at >= 0:
            start = words.rfind(END, 0, at) + 1
            stop = words.find(END, at)
            yield words[start:stop].decode()
            at = words.find(wanted, stop)


def every_word(db: sqlite3.Connection) -> WordList:
    """All words of an archive, in seconds where there are many."""
    db.execute(TERMS)
    (words,) = db.execute(WORDS).fetchone()
    return WordList(END + words.encode() + END if words else END)
