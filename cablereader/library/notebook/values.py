"""The values of the notebook's aspects, read and written one by one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Final, Protocol

from cablereader.errors import NotebookError
from cablereader.model.frozen import replace
from cablereader.model.joining import onto
from cablereader.model.step import Aspect, Change
from cablereader.model.triage import Triage, label_set, read_state

READ: Final = MappingProxyType(
    {
        Aspect.STATE: "SELECT state || ' ' || since FROM state WHERE id = ?1",
        Aspect.STAR: "SELECT '*' FROM star WHERE id = ?1",
        Aspect.LABEL: "SELECT name FROM label WHERE id = ?1 AND name = ?2",
        Aspect.NOTE: "SELECT text FROM note WHERE id = ?1",
        Aspect.SEARCH: "SELECT letter || query FROM search WHERE name = ?1",
    }
)
WRITE: Final = MappingProxyType(
    {
        Aspect.STATE: "INSERT OR REPLACE INTO state (id, state, since)"
        " VALUES (?1, ?2, ?3)",
        Aspect.STAR: "INSERT OR IGNORE INTO star (id) VALUES (?1)",
        Aspect.LABEL: "INSERT OR IGNORE INTO label (id, name) VALUES (?1, ?2)",
        Aspect.NOTE: "INSERT OR REPLACE INTO note (id, text) VALUES (?1, ?2)",
        Aspect.SEARCH: "INSERT OR REPLACE INTO search (name, letter, query)"
        " VALUES (?1, ?2, ?3)",
    }
)
DROP: Final = MappingProxyType(
    {
        Aspect.STATE: "DELETE FROM state WHERE id = ?1",
        Aspect.STAR: "DELETE FROM star WHERE id = ?1",
        Aspect.LABEL: "DELETE FROM label WHERE id = ?1 AND name = ?2",
        Aspect.NOTE: "DELETE FROM note WHERE id = ?1",
        Aspect.SEARCH: "DELETE FROM search WHERE name = ?1",
    }
)
ALL_OF_A_CABLE: Final = """
    SELECT (SELECT state FROM state WHERE id = ?1),
        (SELECT since FROM state WHERE id = ?1),
        (SELECT 1 FROM star WHERE id = ?1),
        (SELECT nullif(json_group_array(name), '[]') FROM label WHERE id = ?1),
        (SELECT text FROM note WHERE id = ?1)
"""
ALL_CABLES: Final = """
    SELECT own.id, state, since, star.id IS NOT NULL,
        (
            SELECT nullif(json_group_array(name), '[]') FROM label
            WHERE label.id = own.id
        ), text
    FROM (
        SELECT id FROM state UNION SELECT id FROM star
        UNION SELECT id FROM label UNION SELECT id FROM note
    ) AS own
    LEFT JOIN state USING (id) LEFT JOIN star USING (id) LEFT JOIN note USING (id)
    ORDER BY own.id
"""


class Ledger(Protocol):
    """What keeps the values of an aspect elsewhere than in the notebook's tables."""

    def value(self, key: str) -> str:
        """The value of a key, empty if it has none."""

    def put(self, key: str, value: str) -> None:
        """Keep a value for good; an empty one takes the key away."""

    def joined(self, change: Change, current: str) -> str:
        """The value to keep where another session made it ``current`` meanwhile."""


class Values:
    """All values of a notebook."""

    def __init__(
        self, db: sqlite3.Connection, ledgers: Mapping[Aspect, Ledger]
    ) -> None:
        self._db = db
        self._ledgers = ledgers
        self._elsewhere: list[Change] = []

    def current(self, change: Change) -> str:
        """The value that a change is about, as it is now."""
        if ledger := self._ledgers.get(change.aspect):
            return ledger.value(change.key)
        if change.aspect not in READ:
            raise NotebookError(f"{change.aspect}s can't be changed here")
        row = self._db.execute(READ[change.aspect], _names(change)).fetchone()
        return row[0] if row else ""

    def meant(self, change: Change) -> Change | None:
        """A change as it is now, ``None`` where there is nothing left to change."""
        current = self.current(change)
        ledger = self._ledgers.get(change.aspect)
        if ledger and current != change.before:
            change = replace(change, after=ledger.joined(change, current))
        return onto(change, current)

    def put(self, change: Change) -> None:
        """Write what a change says."""
        if ledger := self._ledgers.get(change.aspect):
            ledger.put(change.key, change.after)
            self._elsewhere.append(change)
        elif not change.after:
            self._db.execute(DROP[change.aspect], _names(change))
        else:
            names = (change.key, *_columns(change))
            self._db.execute(WRITE[change.aspect], names)

    def settle(self, *, kept: bool) -> None:
        """End a transaction: what was put elsewhere is not rolled back by itself."""
        put, self._elsewhere = self._elsewhere, []
        for change in () if kept else reversed(put):
            with suppress(NotebookError):
                self._ledgers[change.aspect].put(change.key, change.before)

    def triage(self, cable_id: str) -> Triage | None:
        """All of one cable, ``None`` if it is untouched.

        Args:
            cable_id: Canonical.
        """
        row = self._db.execute(ALL_OF_A_CABLE, (cable_id,)).fetchone()
        return None if row == NOTHING else triage_of(*row)


NOTHING: Final = (None,) * 5


def triage_of(
    state: str | None,
    since: str | None,
    star: int | None,
    labels: str | None,
    note: str | None,
) -> Triage:
    """A cable's triage from the columns of a row; labels as a JSON list.

    Raises:
        ValueError: If one of them is damaged.
    """
    known, moment = read_state(f"{state} {since}" if state else "")
    return Triage(
        state=known,
        since=moment,
        starred=bool(star),
        labels=label_set(map(str, json.loads(labels))) if labels else (),
        note=str(note or ""),
    )


def text_of(column: object) -> str:
    """The text in a column.

    Raises:
        ValueError: If it is none, as in a row of a damaged page.
    """
    if not isinstance(column, str):
        raise ValueError("a text that is none")  # noqa: TRY004  # of the file's values
    return column


def _names(change: Change) -> tuple[str, ...]:
    if change.aspect is Aspect.LABEL:
        return change.key, change.label
    return (change.key,)


def _columns(change: Change) -> tuple[str, ...]:
    match change.aspect:
        case Aspect.STAR:
            return ()
        case Aspect.STATE:
            state, _, since = change.after.partition(" ")
            return state, since
        case Aspect.SEARCH:
            return change.after[0], change.after[1:]
        case _:
            return (change.after,)
