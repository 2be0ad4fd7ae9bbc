"""What SQL calls back for: what only a look at a text can tell."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from functools import lru_cache

from cablereader.archive.query import read_query
from cablereader.model.cable import Cable
from cablereader.model.query import Contains, InParagraph

read_once = lru_cache(maxsize=16)(read_query)
compile_once = lru_cache(maxsize=16)(re.compile)


def add_functions(db: sqlite3.Connection, cable_at: Callable[[int], Cable]) -> None:
    """Make our functions known to a connection.

    Args:
        db: The connection.
        cable_at: The cable at a place.
    """

    def stands(place: int, text: str) -> bool:
        from cablereader.archive.looking import stands_in  # noqa: PLC0415  # rarely

        condition = read_once(text).condition
        if not isinstance(condition, Contains | InParagraph):
            return False
        return stands_in(condition, cable_at(place))

    def has_match(expression: str, text: str) -> bool:
        return bool(compile_once(expression, re.IGNORECASE).search(text))

    db.create_function("stands", 2, stands, deterministic=True)
    db.create_function("has_match", 2, has_match, deterministic=True)
