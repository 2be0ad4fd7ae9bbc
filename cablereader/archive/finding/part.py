"""Conditions as the archive can check them: three kinds, by who answers.

Each can become a piece of SQL about the row of ``cable`` at hand; the first two can
also lead the search, in the order of time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, TypeAlias

from cablereader.archive.finding.expression import (
    EVERY_CABLE,
    all_of,
    either,
    gathers,
    without,
)
from cablereader.archive.finding.word_index import PASSAGE, WordIndex
from cablereader.archive.place import LAST_PLACE
from cablereader.model.frozen import frozen

Value: TypeAlias = str | int


@frozen
class Sql:
    """A condition on the row of ``cable`` at hand, with the values of its marks."""

    text: str
    values: tuple[Value, ...] = ()
    few: bool = False
    """Whether it holds for a few cables only, which an index of SQLite's finds."""
    unless: Sql | None = None
    """What holds for just the other cables, where an index finds those."""
    first: int = 0
    """A place before which it holds for no cable."""
    last: int = LAST_PLACE
    """A place behind which it holds for none."""


@frozen
class Statement:
    """SQL, and the values of its marks."""

    text: str
    values: tuple[Value, ...]


@frozen
class Gist:
    """An expression for the index of whole cables."""

    expression: str


@frozen
class Passages:
    """An expression for an index of passages: one of the cable's must match."""

    expression: str
    necessary: str | None = None
    """What the index of whole cables says of all such cables, if it says anything."""
    index: WordIndex = PASSAGE


@frozen
class Look:
    """A condition that an index tells of all cables at once, or a look at each of them.

    In few places of its words the first is sooner; where they are everywhere, the first
    cables are found sooner by the second.
    """

    lead: Gist | Passages
    """What holds for all such cables, and for some others."""
    look: Sql
    """What then tells by a look at a cable."""
    at_once: Callable[[sqlite3.Connection], Sequence[int]]
    """Gives the places of all such cables, by all places of its words."""
    words: tuple[Statement, ...]
    """What finds these places, of each word."""
    alone: Sql
    """The condition where it is only a part of another one."""


@frozen
class Listed:
    """A condition whose cables are listed by an index of SQLite's.

    If they are few they are taken from there; else each cable is asked.
    """

    condition: Sql
    places: Statement
    """Finds the places of all such cables."""


@frozen
class Either:
    """Conditions one of which holds, by different indexes."""

    branches: tuple[tuple[Part, ...], ...]
    """Each as parts that hold together."""


@frozen
class Created:
    """A stretch of time in which the cable was created."""

    start: int | None
    """In minutes, as of `cablereader.archive.place`."""
    stop: int | None
    """The first minute after it."""


Part: TypeAlias = Sql | Gist | Passages | Look | Listed | Either | Created

ALWAYS: Final = Sql("1")
NEVER: Final = Sql("0", few=True)


def as_sql(part: Part) -> Sql:
    """The part as a condition, checked against the set of all that it holds for."""
    match part:
        case Gist(expression=expression):
            found = "SELECT rowid FROM gist WHERE gist MATCH ?"
            return Sql(f"cable.place IN ({found})", (expression,))
        case Passages(expression=expression, index=index):
            found = f"SELECT {index.place} FROM {index.name} WHERE {index.name} MATCH ?"
            return Sql(f"cable.place IN ({found})", (expression,))
        case Look(alone=condition) | Listed(condition=condition):
            return condition
        case Either(branches=branches):
            return _joined(map(both, branches), " OR ")
        case Created(start=start, stop=stop):
            return between("cable.created", start, stop)
        case Sql():
            return part


def as_probe(part: Part) -> Sql:
    """The part as a condition, checked for each cable that is met.

    But as a set where the search would gather all rows of many words each time.
    """
    match part:
        case Gist(expression=expression) | Passages(expression=expression) if gathers(
            expression
        ):
            return as_sql(part)
        case Gist(expression=expression):
            return Sql(
                "EXISTS (SELECT 1 FROM gist"
                " WHERE gist MATCH ? AND gist.rowid = cable.place)",
                (expression,),
            )
        case Passages(expression=expression, index=index):
            return Sql(
                f"EXISTS (SELECT 1 FROM {index.name} WHERE {index.name} MATCH ?"
                f" AND {index.rows})",
                (expression,),
            )
        case _:
            return as_sql(part)


def both(parts: Sequence[Part]) -> Part:
    """The condition that all of some hold."""
    if len(parts) == 1:
        return parts[0]
    if gists := _gists(parts):
        return Gist(all_of(gists))
    return _joined(parts, " AND ")


def one_of(branches: Sequence[tuple[Part, ...]]) -> Part:
    """The condition that at least one of some holds, each given as its parts."""
    parts = [both(branch) for branch in branches]
    if len(parts) == 1:
        return parts[0]
    if gists := _gists(parts):
        return Gist(either(gists))
    passages = [part for part in parts if isinstance(part, Passages)]
    indexes = {part.index.name: part.index for part in passages}
    if len(passages) == len(parts) and len(indexes) == 1:
        needs = [part.necessary for part in passages if part.necessary]
        return Passages(
            either(part.expression for part in passages),
            either(needs) if len(needs) == len(parts) else None,
            *indexes.values(),
        )
    return Either(tuple(_gathered(branches)))


def _gathered(branches: Iterable[tuple[Part, ...]]) -> Iterator[tuple[Part, ...]]:
    """The branches, those that the index of whole cables tells as one."""
    gists = []
    for branch in branches:
        whole = both(branch)
        if isinstance(whole, Gist):
            gists.append(whole.expression)
        else:
            yield branch
    if gists:
        yield (Gist(either(gists)),)


def opposite(part: Part) -> Part:
    """The condition that one does not hold; what is not known does not hold."""
    if isinstance(part, Gist):
        return Gist(without(EVERY_CABLE, part.expression))
    condition = as_sql(part)
    return Sql(f"({condition.text}) IS NOT TRUE", condition.values)


def between(column: str, start: int | None, stop: int | None) -> Sql:
    """That a column has a value from a first one up to, and without, a last one."""
    bounds = [(">=", start), ("<", stop)]
    given = [(sign, value) for sign, value in bounds if value is not None]
    text = " AND ".join(f"{column} {sign} ?" for sign, _ in given)
    return Sql(text or f"{column} IS NOT NULL", tuple(value for _, value in given))


def _gists(parts: Sequence[Part]) -> list[str] | None:
    """The expressions of the parts, if all are of the index of whole cables."""
    found = [part.expression for part in parts if isinstance(part, Gist)]
    return found if len(found) == len(parts) else None


def _joined(parts: Iterable[Part], operator: str) -> Sql:
    conditions = [as_sql(part) for part in parts]
    text = operator.join(f"({condition.text})" for condition in conditions)
    return Sql(text, tuple(chain.from_iterable(each.values for each in conditions)))
