"""What SQL calls back for: what only a look at a text can tell."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from functools import lru_cache

from cablereader.archive.entries import SEPARATOR
from cablereader.archive.query.typed import read_query
from cablereader.archive.texts import Texts
from cablereader.archive.words.typed_expression import matcher
from cablereader.model.cable import Cable
from cablereader.model.query import Contains, InParagraph

read_once = lru_cache(maxsize=16)(read_query)


def add_functions(
    db: sqlite3.Connection, texts: Texts, cable_at: Callable[[int], Cable]
) -> None:
    """Make our functions known to a connection.

    Args:
        db: The connection.
        texts: Of its cables.
        cable_at: The cable at a place.
    """

    def stands(place: int, text: str) -> bool:
        try:
            return _stands(db, texts, cable_at, place, text)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
            db.interrupt()  # whoever gave this up gave up all that it is asked for
            return False

    def has_match(expression: str, text: str) -> bool:
        return matcher(expression)(text)

    db.create_function("stands", 2, stands, deterministic=True)
    db.create_function("has_match", 2, has_match, deterministic=True)


def _stands(
    db: sqlite3.Connection,
    texts: Texts,
    cable_at: Callable[[int], Cable],
    place: int,
    text: str,
) -> bool:
    """Whether a condition that a text is holds for the cable at a place."""
    from cablereader.archive.finding.looking import stands_in  # noqa: PLC0415  # rarely
    from cablereader.archive.words.glance import (  # noqa: PLC0415  # rarely
        can_stand,
        words_needed,
    )

    condition = read_once(text).condition
    if not isinstance(condition, Contains | InParagraph):
        return False

    def tags() -> Iterable[str]:
        row = db.execute("SELECT tags FROM cable WHERE place = ?", (place,)).fetchone()
        return row[0].split(SEPARATOR) if row else ()

    words = words_needed(condition)
    if words and not can_stand(words, texts.at(place), tags):
        return False
    return stands_in(condition, cable_at(place))
