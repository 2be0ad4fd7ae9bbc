"""How an archive is asked: one statement of SQL, led by whoever meets the fewest rows.

In the order of time either index can lead: it meets the rows in that order, so that
the first page is there before the last row is. In any other order the sets of all rows
are intersected and sorted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Final, TypeAlias

from cablereader.archive.finding.expression import EVERY_CABLE, all_of
from cablereader.archive.finding.part import (
    ALWAYS,
    Created,
    Gist,
    Part,
    Passages,
    Sql,
    Statement,
    as_sql,
)
from cablereader.archive.place import (
    DAY,
    LAST_PLACE,
    UNDATED_ROOM,
    first_place,
    is_midnight,
)
from cablereader.model.frozen import frozen, replace
from cablereader.model.query import Sort

Check: TypeAlias = Callable[[Gist | Passages], Sql]
"""Makes a condition on a cable of what an index of words says."""
CURRENT: Final = Sql("gist.rowid NOT IN (SELECT place FROM superseded)")
ORDERS: Final = {
    "date": "cable.place",
    "released": "cable.released",
    "origin": "(SELECT name FROM origin WHERE number = cable.origin)",
    "class": "(SELECT level FROM classification WHERE number = cable.classification)",
    "length": "cable.words",
    "id": "cable.id",
    "subject": "cable.subject COLLATE NOCASE",
}
"""What a list can be sorted by; cables that are alike in it, by time."""


@frozen
class Plan:
    """What must hold of a cable, by who can say so."""

    gists: tuple[Gist, ...]
    passages: tuple[Passages, ...]
    conditions: tuple[Sql, ...]
    first: int
    """The first place of the time that is asked for."""
    last: int

    @property
    def ends(self) -> tuple[int, int]:
        """The first and the last place that any of the conditions can hold for."""
        return (
            max((self.first, *(each.first for each in self.conditions))),
            min((self.last, *(each.last for each in self.conditions))),
        )

    @property
    def gist(self) -> str | None:
        """All that the index of whole cables says of the cables that are meant."""
        needs = [part.necessary for part in self.passages if part.necessary]
        known = [*(part.expression for part in self.gists), *needs]
        return all_of(known) if known else None

    @property
    def is_always_true(self) -> bool:
        """Whether all cables are meant."""
        return not self.conditions and self._asks_no_more

    @property
    def left_out(self) -> Sql | None:
        """What holds for all cables that are not meant, where an index finds those."""
        return self._unless if self._asks_no_more else None

    @property
    def few_left_out(self) -> Sql | None:
        """The same of cables that the index of whole cables finds, if those are few."""
        others = self._unless
        asks_gist_alone = self.gists and not self.passages
        return others if others and others.few and asks_gist_alone else None

    @property
    def _unless(self) -> Sql | None:
        """What holds for just those for which the only condition on a row does not."""
        match self.conditions:
            case (Sql(unless=others),):
                return others
        return None

    @property
    def _asks_no_more(self) -> bool:
        """Whether there are no conditions but those on a row."""
        asks = self.gists or self.passages
        return not asks and self.first == 0 and self.last == LAST_PLACE

    @property
    def are_few(self) -> bool:
        """Whether an index of SQLite's finds the few cables that are meant."""
        return any(condition.few for condition in self.conditions)


def make_plan(parts: Iterable[Part], spill: int) -> Plan:
    """The plan for conditions that hold together.

    Args:
        parts: The conditions.
        spill: How many places a cable may stand behind its minute.
    """
    known = tuple(part for part in parts if part != ALWAYS)
    created = tuple(part for part in known if isinstance(part, Created))
    starts = [part.start for part in created if part.start is not None]
    stops = [part.stop for part in created if part.stop is not None]
    first = first_place(max(starts)) if starts else 0
    last = first_place(min(stops) + DAY - 1) - 1 + spill if stops else LAST_PLACE
    by_place_alone = (
        spill == 0
        and all(map(is_midnight, (*starts, *stops)))
        and (first > UNDATED_ROOM or not created)
    )
    checks = () if by_place_alone else tuple(as_sql(part) for part in created)
    return Plan(
        tuple(part for part in known if isinstance(part, Gist)),
        tuple(part for part in known if isinstance(part, Passages)),
        (*(part for part in known if isinstance(part, Sql)), *checks),
        first,
        last,
    )


def by_table(plan: Plan, sort: Sort, check: Check) -> Statement:
    """The places of all cables, in any order, found by SQLite's own indexes.

    Args:
        plan: What must hold.
        sort: By a key of `ORDERS`.
        check: How to check what the indexes of words say.
    """
    direction = "DESC" if sort.descending else "ASC"
    tie = "" if sort.key == "date" else ", cable.place DESC"
    return _statement(
        "SELECT cable.place FROM cable",
        (
            Sql("cable.place BETWEEN ? AND ?", plan.ends),
            *plan.conditions,
            *(check(part) for part in plan.gists),
            *(check(part) for part in plan.passages),
        ),
        f"ORDER BY {ORDERS[sort.key]} {direction}{tie}",
    )


def by_gist(plan: Plan, sort: Sort, check: Check) -> Statement:
    """The places in the order of time, the index of whole cables leading."""
    checks = (*plan.conditions, *map(check, plan.passages))
    join = " CROSS JOIN cable ON cable.place = gist.rowid" if checks else ""
    return _statement(
        f"SELECT gist.rowid FROM gist{join}",
        (
            Sql("gist MATCH ?", (plan.gist or EVERY_CABLE,)),
            Sql("gist.rowid BETWEEN ? AND ?", plan.ends),
            *(checks or (CURRENT,)),
        ),
        f"ORDER BY gist.rowid {'DESC' if sort.descending else 'ASC'}",
    )


def left_out_by_gist(plan: Plan, others: Sql) -> Statement:
    """The places that the index of whole cables finds among others.

    Args:
        plan: What the index is asked; its conditions on a row are not.
        others: What holds for the others.
    """
    return _statement(
        "SELECT gist.rowid FROM gist",
        (
            Sql("gist MATCH ?", (plan.gist or EVERY_CABLE,)),
            Sql("gist.rowid BETWEEN ? AND ?", (plan.first, plan.last)),
            Sql(
                f"+gist.rowid IN (SELECT place FROM cable WHERE {others.text})",
                others.values,
            ),
        ),
        "",
    )


def by_passage(plan: Plan, sort: Sort, check: Check) -> Statement:
    """The places in the order of time, the first of the passages leading.

    A place comes once for each passage of its cable.
    """
    leading, *others = plan.passages
    index, (first, last) = leading.index, plan.ends
    return _statement(
        f"SELECT cable.place FROM {index.name}"
        f" CROSS JOIN cable ON cable.place = {index.place}",
        (
            Sql(f"{index.name} MATCH ?", (leading.expression,)),
            Sql(
                f"{index.name}.rowid BETWEEN ? AND ?",
                (index.first_row(first), index.last_row(last)),
            ),
            *plan.conditions,
            *map(check, plan.gists),
            *map(check, others),
        ),
        f"ORDER BY {index.name}.rowid {'DESC' if sort.descending else 'ASC'}",
    )


def led_by(plan: Plan, leading: Passages) -> Plan:
    """The plan with that one of its passages first."""
    others = (part for part in plan.passages if part is not leading)
    return replace(plan, passages=(leading, *others))


def _statement(head: str, checks: Sequence[Sql], tail: str) -> Statement:
    where = " AND ".join(f"({check.text})" for check in checks)
    values = chain.from_iterable(check.values for check in checks)
    return Statement(f"{head} WHERE {where} {tail}", tuple(values))
