"""Words in what a row of a list shows: reference id, subject, origin."""

from __future__ import annotations

import sqlite3
from typing import Final

IGNORING_CASE: Final = "{} LIKE ?1 ESCAPE '\\'"
WITH_CASE: Final = "instr({}, ?1)"
STATEMENT: Final = """
    SELECT place FROM cable WHERE {subject} OR {id}
        OR origin IN (SELECT number FROM origin WHERE {name})
"""


def places_with(db: sqlite3.Connection, words: str) -> frozenset[int]:
    """The places of all cables in whose row some words stand as they are typed.

    SQLite looks at all rows by itself, and lets other threads run meanwhile. It knows
    case of ASCII letters only: any other letter of words in lower case stands for
    any letter at all.

    Args:
        db: Of an archive.
        words: Words in lower case match either case, one with a capital as it is.
    """
    ignoring = words == words.lower()
    test = IGNORING_CASE if ignoring else WITH_CASE
    tests = {each: test.format(each) for each in ("subject", "id", "name")}
    value = f"%{_like(words)}%" if ignoring else words
    rows = db.execute(STATEMENT.format(**tests), (value,))
    return frozenset(place for (place,) in rows)


def _like(words: str) -> str:
    return "".join(
        f"\\{each}" if each in "%_\\" else each if each.isascii() else "_"
        for each in words
    )
