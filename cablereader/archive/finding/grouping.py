"""Lists in groups: all cables of one origin, year or TAG together."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from cablereader.archive.place import DAY, EPOCH
from cablereader.archive.together import MARKS, together

CREATED: Final = (
    f"strftime('{{}}', '{EPOCH:%Y-%m-%d}', '+' || cable.created || ' minutes')"
)
CLASS: Final = (
    "SELECT printf('%02d %s', level, text) FROM classification"
    " WHERE number = cable.classification"
)
GROUPS: Final[Mapping[str, str]] = {
    "origin": "SELECT name FROM origin WHERE number = cable.origin",
    "year": CREATED.format("%Y"),
    "month": CREATED.format("%Y-%m"),
    "released": f"printf('%09d', cable.released / {DAY})",
    "class": CLASS,
    "tag": "substr(cable.tags, 1, instr(cable.tags || char(10), char(10)) - 1)",
}
"""By key, what the cables of one group have in common: of TAGS, the first."""
DOWNWARDS: Final = frozenset({"year", "month", "released", "class"})
"""Keys whose groups begin with the latest, or the most secret."""


def grouped(db: sqlite3.Connection, places: Iterable[int], key: str) -> Iterator[int]:
    """The places of a list, in groups, each in the order of the list.

    Args:
        db: Of the archive.
        places: Of the list.
        key: One of `cablereader.model.query_field.GROUP_KEYS`.
    """
    values = _values(db, places, GROUPS[key])
    order = sorted(values, key=values.__getitem__, reverse=key in DOWNWARDS)
    return iter(order)


def _values(
    db: sqlite3.Connection, places: Iterable[int], what: str
) -> Mapping[int, str]:
    """What each cable has, by its place, in the order of the places."""
    select = f"SELECT place, ifnull(({what}), '') FROM cable WHERE place IN ({MARKS})"
    values: dict[int, str] = {}
    for group in together(places):
        values |= dict.fromkeys(group, "")
        values |= db.execute(select, group)
    return values
