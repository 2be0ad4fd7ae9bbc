"""How many cables of a list have which value."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from typing import Final

from cablereader.archive.place import DAY, EPOCH
from cablereader.model.facets import Count, Facets, summed

EVERY: Final = "cable"
FOUND: Final = "found CROSS JOIN cable USING (place)"
"""The cables of the list that the table ``found`` holds."""
TAGGED: Final = {EVERY: "tagging", FOUND: "found CROSS JOIN tagging USING (place)"}


def count_facets(db: sqlite3.Connection, cables: str, total: int) -> Facets:
    """All counts of a list.

    Args:
        db: Of an archive.
        cables: `EVERY` or `FOUND`.
        total: How many there are in it.
    """
    return Facets(
        cables=total,
        origins=count_origins(db, cables),
        classifications=count_classifications(db, cables),
        tags=count_tags(db, cables),
        months=count_months(db, cables, "created"),
    )


def count_by(db: sqlite3.Connection, by: str) -> tuple[Count, ...]:
    """One page of counts over all cables; ``by`` as of `Archive.counts`."""
    match by:
        case "origin":
            return count_origins(db, EVERY)
        case "classification":
            return count_classifications(db, EVERY)
        case "tag":
            return count_tags(db, EVERY)
        case "released":
            return count_days(db, EVERY, "released")
        case _:
            months = count_months(db, EVERY, "created")
            return months if by == "month" else summed(months, lambda each: each[:4])


def count_origins(db: sqlite3.Connection, cables: str) -> tuple[Count, ...]:
    """How many cables each origin sent, most first."""
    return _counts(
        db,
        "SELECT name, n FROM"
        f" (SELECT origin AS number, count(*) AS n FROM {cables} GROUP BY origin)"
        " JOIN origin USING (number) ORDER BY n DESC, name",
    )


def count_classifications(db: sqlite3.Connection, cables: str) -> tuple[Count, ...]:
    """How many cables have each classification, from open to closed."""
    return _counts(
        db,
        "SELECT text, n FROM"
        " (SELECT classification AS number, count(*) AS n"
        f" FROM {cables} GROUP BY classification)"
        " JOIN classification USING (number) ORDER BY level, length(caveats), text",
    )


def count_tags(db: sqlite3.Connection, cables: str) -> tuple[Count, ...]:
    """How many cables have each TAG, most first."""
    return _counts(
        db,
        "SELECT code, n FROM"
        f" (SELECT tag AS number, count(*) AS n FROM {TAGGED[cables]} GROUP BY tag)"
        " JOIN tag USING (number) ORDER BY n DESC, code",
    )


def count_months(db: sqlite3.Connection, cables: str, column: str) -> tuple[Count, ...]:
    """How many cables there are of each month, oldest first.

    Args:
        db: Of an archive.
        cables: `EVERY` or `FOUND`.
        column: ``created`` or ``released``.
    """
    return summed(count_days(db, cables, column), lambda day: day[:7])


def count_days(db: sqlite3.Connection, cables: str, column: str) -> tuple[Count, ...]:
    """How many cables there are of each day, oldest first."""
    rows = db.execute(
        f"SELECT {column} / {DAY}, count(*) FROM {cables}"
        f" WHERE {column} IS NOT NULL GROUP BY 1 ORDER BY 1"
    )
    return tuple(Count(_day(number), cables) for number, cables in rows)


def _day(number: int) -> str:
    return f"{EPOCH + timedelta(days=number):%Y-%m-%d}"


def _counts(db: sqlite3.Connection, statement: str) -> tuple[Count, ...]:
    return tuple(Count(*row) for row in db.execute(statement))
