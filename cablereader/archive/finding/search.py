"""Asking an archive: the places of cables, in the order that was asked for."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, product
from math import prod
from typing import Final

from cablereader.archive.finding.part import (
    Either,
    Gist,
    Listed,
    Look,
    Part,
    Passages,
    Sql,
    Statement,
    Value,
    as_probe,
    as_sql,
)
from cablereader.archive.finding.plan import (
    Plan,
    by_gist,
    by_passage,
    by_table,
    led_by,
    left_out_by_gist,
    make_plan,
)
from cablereader.model.frozen import replace
from cablereader.model.query import NEWEST_FIRST, OLDEST_FIRST, Sort

FEW: Final = 400
"""Cables that are rather looked at one by one than that passages lead to them."""
FEW_LISTED: Final = 5_000
"""Cables that are rather taken from a list than met by going through all."""
MANY_CABLES: Final = 20_000
"""So many are no longer put into a set where only the first page is wanted."""
MANY_PASSAGES: Final = 2_000
"""The same of passages. With fewer, it is looking one by one that costs: the index of
passages begins with its very first match each time."""
MANY_WORDS: Final = 50_000
"""Places of a word that are looked up even where only the first page is wanted."""
MOST_ALTERNATIVES: Final = 8
"""Of a query, that are asked side by side for the first page."""
MANY_LOOKS: Final = 1_000
"""Cables that are read in more time than all places of frequent words are looked up."""


def decided(
    db: sqlite3.Connection, parts: Iterable[Part], *, first: bool
) -> Iterator[Part]:
    """The parts, each `Look` and `Listed` replaced by what is sooner done.

    Args:
        db: Of the archive.
        parts: Conditions that hold together.
        first: Whether only the first cables are wanted, and soon.
    """
    known, sizes = tuple(parts), _Sizes(db)
    for part in known:
        match part:
            case Listed():
                yield sizes.few_or_each(part)
            case Either():
                yield as_sql(part)
            case Look() if sizes.is_told_at_once(part, known, first=first):
                yield _among(part.at_once(db))
            case Look(lead=lead, look=look):
                yield from (lead, look)
            case _:
                yield part


def alternatives(parts: Sequence[Part]) -> Sequence[tuple[Part, ...]]:
    """Conditions that hold together, by which branch of each `Either` is the one.

    Each alternative is led by whoever meets few, where all together would be asked of
    all cables. Too many are left as they are.
    """
    known = [
        part.branches if isinstance(part, Either) else ((part,),) for part in parts
    ]
    if not 1 < prod(map(len, known)) <= MOST_ALTERNATIVES:
        return (tuple(parts),)
    found = (tuple(chain.from_iterable(each)) for each in product(*known))
    return tuple(chain.from_iterable(map(alternatives, found)))


def _among(found: Sequence[int]) -> Sql:
    """The condition that the cable is at one of some places."""
    among = "cable.place IN (SELECT value FROM json_each(?))"
    return Sql(among, (json.dumps(list(found)),), few=len(found) < MANY_CABLES)


def places(
    db: sqlite3.Connection, plan: Plan, sort: Sort, *, first: bool
) -> Iterator[int]:
    """The places of all cables for which a plan holds, each once, as they are met.

    Args:
        db: Of the archive.
        plan: What must hold.
        sort: By a key of `cablereader.archive.finding.plan.ORDERS`.
        first: Whether only the first ones are wanted, and soon.
    """
    statement = _first(db, plan, sort) if first else _whole(plan, sort)
    found = chain.from_iterable(db.execute(statement.text, statement.values))
    if not plan.passages:
        return found
    return (place for place, _ in groupby(found))


def keep_places(db: sqlite3.Connection, plan: Plan) -> None:
    """Put the places of all cables for which a plan holds into the table ``found``."""
    statement = _whole(plan, OLDEST_FIRST)
    db.execute("DELETE FROM found")
    db.execute(f"INSERT OR IGNORE INTO found {statement.text}", statement.values)


def count(db: sqlite3.Connection, plan: Plan) -> int:
    """How many cables a plan holds for."""
    if plan.is_always_true:
        return _rows(db)
    if others := plan.left_out:
        return _rows(db) - _rows(db, f"WHERE {others.text}", others.values)
    if others := plan.few_left_out:
        every = count(db, replace(plan, conditions=()))
        if every >= MANY_CABLES:
            return every - _counted(db, left_out_by_gist(plan, others))
    statement = _whole(plan, NEWEST_FIRST)
    if plan.passages:
        each = f"SELECT DISTINCT * FROM ({statement.text})"
        return _counted(db, Statement(each, statement.values))
    return _counted(db, statement)


def _counted(db: sqlite3.Connection, statement: Statement) -> int:
    """How many rows a statement finds."""
    (counted,) = db.execute(
        f"SELECT count(*) FROM ({statement.text})", statement.values
    ).fetchone()
    return int(counted)


def _rows(
    db: sqlite3.Connection, where: str = "", values: tuple[Value, ...] = ()
) -> int:
    (counted,) = db.execute(f"SELECT count(*) FROM cable {where}", values).fetchone()
    return int(counted)


def _whole(plan: Plan, sort: Sort) -> Statement:
    """All of a list: sets of all cables are made, each once."""
    if sort.key != "date" or plan.are_few or not (plan.gists or plan.passages):
        return by_table(plan, sort, as_sql)
    if plan.passages:
        return by_passage(plan, sort, as_sql)
    return by_gist(plan, sort, as_sql)


def _first(db: sqlite3.Connection, plan: Plan, sort: Sort) -> Statement:
    """The first of a list: whoever meets few leads, and the others are asked."""
    sizes = _Sizes(db)
    if sort.key != "date":
        return by_table(plan, sort, as_sql)
    if plan.are_few or not (plan.gists or plan.passages):
        return by_table(plan, sort, sizes.check)
    if not plan.passages:
        return by_gist(plan, sort, sizes.check)
    if len(plan.passages) == 1 and not plan.gists:
        return by_passage(plan, sort, sizes.check)
    leading = min(plan.passages, key=sizes.passages)
    many = sizes.passages(leading) == MANY_PASSAGES
    if many and plan.gist and sizes.cables(plan.gist, FEW) < FEW:
        return by_gist(plan, sort, sizes.check)
    return by_passage(led_by(plan, leading), sort, sizes.check)


class _Sizes:
    """How many rows of the indexes match, counted no further than it matters."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def passages(self, part: Passages) -> int:
        """Passages, up to `MANY_PASSAGES`."""
        return self._rows(part.index.name, part.expression, MANY_PASSAGES)

    def cables(self, expression: str, most: int) -> int:
        """Cables, up to some number."""
        return self._rows("gist", expression, most)

    def few_or_each(self, part: Listed) -> Sql:
        """The condition that a cable is among a few, or else as it is asked of each."""
        found = part.places
        if self._size(found, FEW_LISTED) == FEW_LISTED:
            return part.condition
        return Sql(f"cable.place IN ({found.text})", found.values, few=True)

    def is_told_at_once(
        self, part: Look, parts: Iterable[Part], *, first: bool
    ) -> bool:
        """Whether all places of the words are looked up sooner than cables are read.

        Args:
            part: What may be told.
            parts: All that holds of the cables.
            first: Whether only the first ones are wanted.
        """
        if all(self._size(words, MANY_WORDS) < MANY_WORDS for words in part.words):
            return True
        if first:
            return False
        met = [each.lead if isinstance(each, Look) else each for each in parts]
        met = [
            as_sql(each) if isinstance(each, Listed | Either) else each for each in met
        ]
        statement = _whole(make_plan(met, spill=0), NEWEST_FIRST)
        return self._size(statement, MANY_LOOKS) == MANY_LOOKS

    def _size(self, statement: Statement, most: int) -> int:
        """How many rows a statement finds, up to some number."""
        (counted,) = self._db.execute(
            f"SELECT count(*) FROM ({statement.text} LIMIT ?)",
            (*statement.values, most),
        ).fetchone()
        return int(counted)

    def check(self, part: Gist | Passages) -> Sql:
        """The part as a set if it is small, else as a question to each cable."""
        if isinstance(part, Gist):
            many = self.cables(part.expression, MANY_CABLES) == MANY_CABLES
        else:
            many = self.passages(part) == MANY_PASSAGES
        return as_probe(part) if many else as_sql(part)

    def _rows(self, index: str, expression: str, most: int) -> int:
        text = f"SELECT 1 FROM {index} WHERE {index} MATCH ?"
        return self._size(Statement(text, (expression,)), most)
