"""Words of one stem, ``refinery`` and ``refineries``, by SQLite's own Porter stemmer.

An archive knows words, not stems: which of its words have a stem is looked up when that
is asked for, so that nobody pays for it who does not ask.
"""

from __future__ import annotations

import sqlite3
from _thread import allocate_lock  # `threading` would slow down the end of commands
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import Final, TypeAlias

from cablereader.archive.words.folding import words_of
from cablereader.model.frozen import replace
from cablereader.model.query import (
    And,
    AtLeast,
    Condition,
    Contains,
    InParagraph,
    Match,
    Near,
    Not,
    Or,
    Pattern,
    Phrase,
    Word,
    any_of,
)

WordsOfStem: TypeAlias = Callable[[str], Sequence[str]]
"""The words of an archive that have the stem of one."""
SPELLED_OUT: Final = frozenset({None, "subject", "body"})
"""Fields whose words an archive can list."""
TABLES: Final = """
    CREATE VIRTUAL TABLE word USING fts5 (
        text, content = '', columnsize = 0, tokenize = 'porter ascii'
    );
    CREATE VIRTUAL TABLE stem USING fts5vocab (word, instance);
"""
ONE_AT_A_TIME: Final = allocate_lock()


@lru_cache(maxsize=4096)
def stem_of(word: str) -> str:
    """The stem of a word of the index."""
    (stem,) = stems_of([word])
    return stem


def stems_of(words: Sequence[str]) -> list[str]:
    """The stems of some words of the index, in their order."""
    with ONE_AT_A_TIME:
        db = _stemmer()
        db.execute("BEGIN")
        try:
            db.executemany(
                "INSERT INTO word (rowid, text) VALUES (?, ?)", enumerate(words)
            )
            rows = db.execute("SELECT term FROM stem ORDER BY doc").fetchall()
        finally:
            db.execute("ROLLBACK")
    return [stem for (stem,) in rows]


def root_of(word: str) -> str:
    """How all words with the stem of one begin; the end of a stem may be none's."""
    return stem_of(word)[:-1] or word[0]


def widened(pattern: Pattern) -> Pattern:
    """A pattern that finds all that one finds, and asks for no stem."""
    match pattern:
        case Near(left=left, right=right):
            return replace(pattern, left=_widened(left), right=_widened(right))
        case AtLeast(text=text):
            return replace(pattern, text=_widened(text))
        case _:
            return _widened(pattern)


def _widened(text: Word | Phrase) -> Word | Phrase:
    match text:
        case Word(match=Match.STEM):
            *before, last = words_of(text.text)
            return Word("-".join((*before, root_of(last))))
        case _:
            return text


def spelled_out(condition: Condition, words: WordsOfStem) -> Condition:
    """A condition with the words that a stem has in an archive in the place of it."""
    match condition:
        case Contains(field=field, pattern=pattern) if field in SPELLED_OUT:
            spelled = _patterns(pattern, words)
            return any_of(tuple(Contains(each, field) for each in spelled))
        case InParagraph(condition=inner):
            return InParagraph(spelled_out(inner, words))
        case And(parts=parts):
            return And(tuple(spelled_out(part, words) for part in parts))
        case Or(parts=parts):
            return Or(tuple(spelled_out(part, words) for part in parts))
        case Not(part=part):
            return Not(spelled_out(part, words))
        case _:
            return condition


def _patterns(pattern: Pattern, words: WordsOfStem) -> Iterator[Pattern]:
    """Patterns of which one stands where a pattern does."""
    match pattern:
        case Near(left=left, right=right):
            for one, other in product(_texts(left, words), _texts(right, words)):
                yield replace(pattern, left=one, right=other)
        case AtLeast():
            yield pattern
        case _:
            yield from _texts(pattern, words)


def _texts(text: Word | Phrase, words: WordsOfStem) -> Sequence[Word | Phrase]:
    match text:
        case Word(match=Match.STEM):
            *before, last = words_of(text.text)
            ends = words(last) or (last,)
            return [Word("-".join((*before, end)), Match.EXACT) for end in ends]
        case _:
            return (text,)


@cache
def _stemmer() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    db.executescript(TABLES)
    return db
