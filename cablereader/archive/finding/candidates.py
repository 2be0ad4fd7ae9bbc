"""Cables in which a literal text may stand: by the indexes, before any is read.

A text that is found literally may begin and end inside words, which the indexes know as
wholes: so all words that it may be a part of are asked for.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import islice
from typing import Final, TypeAlias

from cablereader.archive.finding.expression import all_of, either, exactly
from cablereader.archive.finding.row_find import places_with
from cablereader.archive.finding.word_list import WordList, every_word
from cablereader.archive.words.folding import words_of

MOST_WORDS: Final = 500
"""That a piece of a word may be a part of; those of more select too little."""
SELECTIVE: Final = 3
"""From so many words on those inside select enough, and the ends need no look."""
Words: TypeAlias = Callable[[], WordList]
"""Gives all words of an archive, if they are needed."""


def candidates(
    db: sqlite3.Connection, texts: Iterable[str], words: Words | None = None
) -> frozenset[int] | None:
    """The places of all cables in which one of some texts may stand, and of some more.

    Args:
        db: Of an archive.
        texts: As they are typed; signs and case are not looked at.
        words: Of the archive, where they are known; found out if missing.

    Returns:
        ``None`` if a text tells too little for the indexes to narrow anything.
    """
    known = cache(words or partial(every_word, db))
    found: set[int] = set()
    for text in texts:
        needed = tuple(_needed(words_of(text), known))
        if not needed:
            return None
        found |= _places(db, all_of(needed)) | places_with(db, text.strip())
    return frozenset(found)


def _needed(words: tuple[str, ...], known: Words) -> Iterator[str]:
    """What the index must say of a cable with these words one behind the other."""
    if len(words) == 1:
        yield from _one_of(known().with_piece(words[0]))
    elif words:
        first, *inside, last = words
        yield from map(exactly, inside)
        yield f'"{last}" *'
        if len(words) < SELECTIVE:
            yield from _one_of(known().with_piece(first, at_end=True))


def _one_of(words: Iterator[str]) -> Iterator[str]:
    """The words as one condition; nothing where they are many."""
    few = set(islice(words, 2 * MOST_WORDS + 1))
    if len(few) <= MOST_WORDS:
        yield either(map(exactly, few))


def _places(db: sqlite3.Connection, expression: str) -> set[int]:
    whole = db.execute("SELECT rowid FROM gist WHERE gist MATCH ?", (expression,))
    found = {place for (place,) in whole}
    above = db.execute("SELECT rowid FROM front WHERE front MATCH ?", (expression,))
    return found.union(place for (place,) in above)
