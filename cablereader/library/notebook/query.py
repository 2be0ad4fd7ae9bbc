"""What a query asks of the notebook and the bookmarks, as conditions on a cable.

The notebook is attached to the archive's own connection, to be read only. An untouched
cable has no row, so ``is:unread`` means those that are not among the others; all else
is led by the notebook where it names few cables.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from cablereader.archive.finding.part import ALWAYS, NEVER, Sql, Value
from cablereader.archive.words.matching import holds
from cablereader.errors import NotebookError
from cablereader.library.notebook.connection import attach_to_read
from cablereader.library.notebook.unread_ends import UnreadEnds
from cablereader.model.bookmark import Bookmark, Bookmarks
from cablereader.model.frozen import frozen
from cablereader.model.query import Contains, Is, Matches
from cablereader.model.triage import State
from cablereader.parse.cable_id import canonical_id

FEW: Final = 10_000
"""Cables that are rather looked up by their ids than met by going through all."""
FEW_DECIDED: Final = 2_000
"""The same, to be left out: most cables are not met before the first page is full."""
AMONG: Final = "cable.place {} (SELECT place FROM cable WHERE canonical IN ({}))"
"""A set of few, found by their ids: then all cables are looked up in it by a number."""
UNREAD: Final = "cable.canonical NOT IN (SELECT id FROM notebook.state)"
DECIDED: Final = "cable.canonical IN (SELECT id FROM notebook.state)"
IN_STATE: Final = (
    "EXISTS (SELECT 1 FROM notebook.state AS own"
    " WHERE own.id = cable.canonical AND own.state = ?)"
)
LABELS: Final = """
    WITH RECURSIVE own (name) AS (
        SELECT min(name) FROM notebook.label UNION ALL
        SELECT (SELECT min(name) FROM notebook.label WHERE name > own.name)
        FROM own WHERE own.name IS NOT NULL
    ) SELECT name FROM own WHERE name IS NOT NULL
"""
"""Each label once, without going through all that have it."""
FLAGS: Final = {
    "bookmark": "bookmarked", "bookmarks": "bookmarked", "note": "noted",
}  # fmt: skip
"""Words of ``has:`` and ``in:`` that mean one of ``is:``."""


@frozen
class Ids:
    """A statement that finds ids, with the values of its marks."""

    select: str
    values: tuple[Value, ...] = ()


def no_bookmarks() -> Bookmarks:
    """The bookmarks of somebody who has none."""
    return Bookmarks()


class AttachedNotebook:
    """The notebook as one archive asks it; see `cablereader.archive.finding.notebook`.

    Of one connection, so of one archive and one thread.
    """

    def __init__(
        self,
        path: Path,
        *,
        bookmarks: Callable[[], Bookmarks] = no_bookmarks,
        ends: UnreadEnds | None = None,
    ) -> None:
        """Name what there is; nothing is opened yet.

        Args:
            path: Of the notebook's file; there may be none.
            bookmarks: All of them as they are at this moment.
            ends: What the session knows of where unread cables begin.
        """
        self.path = path
        self.problem: str | None = None
        """Why the notebook cannot be asked, though there is one."""
        self._bookmarks = bookmarks
        self._ends = ends or UnreadEnds()
        self._db: sqlite3.Connection | None = None

    def attach(self, db: sqlite3.Connection) -> None:
        """Make its tables known to a connection, read-only. Never raises."""
        try:
            if attach_to_read(db, self.path, "notebook"):
                self._db = db
        except NotebookError as error:
            self.problem = str(error)

    def condition(self, asked: Is | Contains | Matches) -> Sql | None:
        """The condition that was asked for; ``None`` if nobody could say."""
        if self.problem:
            return None
        match asked:
            case Contains(field="note", pattern=pattern):
                return self._with_notes(lambda notes: holds(pattern, notes))
            case Matches(field="note", expression=expression):
                matches = re.compile(expression, re.IGNORECASE).search
                return self._with_notes(lambda notes: any(map(matches, notes)))
            case Is():
                return self._of_field(asked.field, asked.value)
        return None

    def _of_field(self, field: str, value: str) -> Sql | None:
        match field, value.lower():
            case "label", _:
                return self._labelled(value.casefold())
            case "is" | "has" | "in", flag:
                return self._flag(FLAGS.get(flag, flag))
        return None

    def saved(self, name: str) -> str | None:
        """The query of a saved search."""
        if self._db is None:
            return None
        row = self._db.execute(
            "SELECT query FROM notebook.search WHERE name = ?1 COLLATE NOCASE"
            " ORDER BY name != ?1",
            (name,),
        ).fetchone()
        return row[0] if row else None

    def names(self, field: str) -> tuple[str, ...]:
        """The names of labels, those of bookmarks too, or of saved searches."""
        if field == "label":
            marks = self._bookmarks().marks
            own = {label for mark in marks for label in mark.labels}
            return tuple(sorted(own.union(self._column(LABELS))))
        return tuple(self._column("SELECT name FROM notebook.search"))

    def _column(self, select: str) -> list[str]:
        rows = self._db.execute(select) if self._db else ()
        return [value for (value,) in rows]

    def _flag(self, flag: str) -> Sql | None:
        match flag:
            case "bookmarked":
                return self._among(
                    mark.ref.cable_id for mark in self._bookmarks().marks
                )
            case "noted":
                return self._among_both(
                    Ids("SELECT id FROM notebook.note"), lambda mark: bool(mark.note)
                )
            case "unread":
                return self._unread(self._db) if self._db else ALWAYS
            case "starred":
                return self._found(Ids("SELECT id FROM notebook.star"))
            case "read" | "aside":
                return self._in_state(State(flag))
        return None

    def _unread(self, db: sqlite3.Connection) -> Sql:
        decided = Ids("SELECT id FROM notebook.state")
        count = self._count(decided)
        if not count:
            return ALWAYS
        others = Sql(DECIDED, few=count <= FEW)
        if count <= FEW_DECIDED:
            return Sql(AMONG.format("NOT IN", decided.select), unless=others)
        ends = self._ends.of(db, self.path)
        return Sql(UNREAD, unless=others, first=ends.oldest, last=ends.newest)

    def _in_state(self, state: State) -> Sql:
        own = Ids("SELECT id FROM notebook.state WHERE state = ?", (state.value,))
        found = self._found(own)
        return found if found.few else Sql(IN_STATE, own.values)

    def _labelled(self, label: str) -> Sql:
        known = self._column(LABELS)
        names = json.dumps([name for name in known if name.casefold() == label])
        return self._among_both(
            Ids(
                "SELECT id FROM notebook.label"
                " WHERE name IN (SELECT value FROM json_each(?))",
                (names,),
            ),
            lambda mark: label in map(str.casefold, mark.labels),
        )

    def _with_notes(self, holds_for: Callable[[Iterable[str]], bool]) -> Sql:
        """The cables of whose notes, all together, something holds."""
        notes: dict[str, list[str]] = {}
        for cable_id, note in self._notes():
            notes.setdefault(cable_id, []).append(note)
        return self._among(key for key, texts in notes.items() if holds_for(texts))

    def _notes(self) -> Iterator[tuple[str, str]]:
        if self._db:
            yield from self._db.execute("SELECT id, text FROM notebook.note")
        for mark in self._bookmarks().marks:
            if mark.note:
                yield canonical_id(mark.ref.cable_id), mark.note

    def _among_both(self, own: Ids, means: Callable[[Bookmark], bool]) -> Sql:
        """The cables that a statement finds, and those of some bookmarks."""
        marks = self._bookmarks().marks
        marked = _list(mark.ref.cable_id for mark in marks if means(mark))
        if self._db is None:
            return self._found(marked)
        both = f"{own.select} UNION {marked.select}"
        return self._found(Ids(both, own.values + marked.values))

    def _among(self, cable_ids: Iterable[str]) -> Sql:
        return self._found(_list(cable_ids))

    def _found(self, ids: Ids) -> Sql:
        """The condition that a cable is among some."""
        if self._db is None and "notebook." in ids.select:
            return NEVER
        if self._count(ids) <= FEW:
            return Sql(AMONG.format("IN", ids.select), ids.values, few=True)
        return Sql(f"+cable.canonical IN ({ids.select})", ids.values)

    def _count(self, ids: Ids) -> int:
        """How many there are, counted no further than needed."""
        if self._db is None:
            return 0
        (count,) = self._db.execute(
            f"SELECT count(*) FROM ({ids.select} LIMIT {FEW + 1})",  # noqa: S608  # statements of our own
            ids.values,
        ).fetchone()
        return int(count)


def _list(cable_ids: Iterable[str]) -> Ids:
    names = sorted(set(map(canonical_id, cable_ids)))
    return Ids("SELECT value FROM json_each(?)", (json.dumps(names),))
