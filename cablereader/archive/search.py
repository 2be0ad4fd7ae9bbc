"""Asking an archive: the places of cables, in the order that was asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby

from cablereader.archive.plan import (
    FEW,
    MANY,
    Plan,
    Statement,
    by_gist,
    by_passage,
    by_table,
    led_by,
)
from cablereader.model.query import NEWEST_FIRST, Sort


def places(
    db: sqlite3.Connection, plan: Plan, sort: Sort, *, first: bool
) -> Iterator[int]:
    """The places of all cables for which a plan holds, each once, as they are met.

    Args:
        db: Of the archive.
        plan: What must hold.
        sort: By a key of `cablereader.archive.plan.ORDERS`.
        first: Whether only the first ones are wanted, and soon.
    """
    statement = _statement(db, plan, sort, first=first)
    rows = db.execute(statement.text, statement.values)
    return (place for place, _ in groupby(row[0] for row in rows))


def count(db: sqlite3.Connection, plan: Plan) -> int:
    """How many cables a plan holds for."""
    statement = _statement(db, plan, NEWEST_FIRST, first=False)
    if not plan.passages:
        text = f"SELECT count(*) FROM ({statement.text})"
    else:
        text = f"SELECT count(*) FROM (SELECT DISTINCT * FROM ({statement.text}))"
    (counted,) = db.execute(text, statement.values).fetchone()
    return int(counted)


def _statement(
    db: sqlite3.Connection, plan: Plan, sort: Sort, *, first: bool
) -> Statement:
    if sort.key != "date" or plan.are_few or not (plan.gists or plan.passages):
        return by_table(plan, sort.key, descending=sort.descending)
    if not plan.passages:
        return by_gist(plan, descending=sort.descending)
    rows = MANY if plan.gist is None else _rows(db, "gist", plan.gist, MANY)
    if rows < FEW:
        return by_gist(plan, descending=sort.descending)
    leading = plan.passages[0]
    if len(plan.passages) > 1:
        leading = min(
            plan.passages, key=lambda part: _rows(db, "passage", part.expression, MANY)
        )
    return by_passage(
        led_by(plan, leading),
        descending=sort.descending,
        one_by_one=first and rows >= MANY,
    )


def _rows(db: sqlite3.Connection, index: str, expression: str, most: int) -> int:
    """How many rows of an index match, counted no further than needed."""
    (counted,) = db.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM {index} WHERE {index} MATCH ? LIMIT ?)",
        (expression, most),
    ).fetchone()
    return int(counted)
