"""The steps that can be taken back: of all sessions, across restarts.

A session takes back its own steps first, the newest first, and then those that it
found. So two sessions at the same time do not take back each other's work unasked,
and a new one goes on where the last one ended. Order is by number: clocks jump.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable
from typing import Final

from cablereader.model.frozen import frozen
from cablereader.model.step import Aspect, Change

KEPT: Final = 10_000
"""Steps that can be taken back; older ones are forgotten."""
NEXT: Final = """
    SELECT max(
        (SELECT coalesce(max(number), 0) FROM step),
        (SELECT coalesce(max(undone), 0) FROM step WHERE undone IS NOT NULL)
    ) + 1
"""
LAST_DONE: Final = """
    SELECT number, sentence, changes FROM step
    WHERE undone IS NULL AND session = ? ORDER BY number DESC LIMIT 1
"""
LAST_DONE_BY_ANY: Final = """
    SELECT number, sentence, changes FROM step
    WHERE undone IS NULL ORDER BY number DESC LIMIT 1
"""
LAST_UNDONE: Final = """
    SELECT number, sentence, changes FROM step
    WHERE undone IS NOT NULL AND session = ?1
    ORDER BY undone DESC LIMIT 1
"""
LAST_UNDONE_BY_ANY: Final = """
    SELECT number, sentence, changes FROM step
    WHERE undone > (SELECT coalesce(max(number), 0) FROM step WHERE session = ?1)
    ORDER BY undone DESC LIMIT 1
"""
COMPRESSED: Final = b"\x78"
"""The first byte of what zlib makes; lists begin with ``[``."""
WORTH_COMPRESSING: Final = 500


@frozen
class Kept:
    """A step as the history has it."""

    number: int
    sentence: str
    packed: bytes

    @property
    def changes(self) -> tuple[Change, ...]:
        """What it changed."""
        return unpack(self.packed)


class History:
    """The steps of a notebook, as one session sees them."""

    def __init__(self, db: sqlite3.Connection, session: str) -> None:
        self._db = db
        self._session = session

    def add(self, sentence: str, changes: Iterable[Change]) -> None:
        """Note a step that is being done; what this session undid can't come back."""
        number = self._next()
        self._db.execute(
            "DELETE FROM step WHERE undone IS NOT NULL AND session = ?",
            (self._session,),
        )
        self._db.execute(
            "INSERT INTO step (number, session, sentence, changes) VALUES (?, ?, ?, ?)",
            (number, self._session, sentence, pack(changes)),
        )
        self._db.execute("DELETE FROM step WHERE number <= ?", (number - KEPT,))

    def to_undo(self) -> Kept | None:
        """The step that is taken back next."""
        return self._first(LAST_DONE, (self._session,)) or self._first(
            LAST_DONE_BY_ANY, ()
        )

    def to_redo(self) -> Kept | None:
        """The step that is done again next."""
        return self._first(LAST_UNDONE, (self._session,)) or self._first(
            LAST_UNDONE_BY_ANY, (self._session,)
        )

    def move(self, kept: Kept, changes: tuple[Change, ...], *, undone: bool) -> None:
        """Note that a step was taken back or done again: it is this session's now.

        Args:
            kept: The step.
            changes: What of it is left; without any it is forgotten.
            undone: Whether it was taken back.
        """
        if not changes:
            self._db.execute("DELETE FROM step WHERE number = ?", (kept.number,))
            return
        self._db.execute(
            "UPDATE step SET undone = ?, session = ?, changes = ? WHERE number = ?",
            (
                self._next() if undone else None,
                self._session,
                pack(changes),
                kept.number,
            ),
        )

    def _first(self, statement: str, values: tuple[str, ...]) -> Kept | None:
        row = self._db.execute(statement, values).fetchone()
        return Kept(*row) if row else None

    def _next(self) -> int:
        (number,) = self._db.execute(NEXT).fetchone()
        return int(number)


def pack(changes: Iterable[Change]) -> bytes:
    """Changes in little room: those that are alike share all but their keys."""
    alike: dict[tuple[str, str, str], list[str]] = {}
    for change in changes:
        kind = (change.aspect.value, change.before, change.after)
        alike.setdefault(kind, []).append(change.key)
    groups = [[*kind, *keys] for kind, keys in alike.items()]
    text = json.dumps(groups, ensure_ascii=False, separators=(",", ":")).encode()
    return zlib.compress(text, 1) if len(text) > WORTH_COMPRESSING else text


def unpack(packed: bytes) -> tuple[Change, ...]:
    """Changes from what `pack` made of them; those that are alike together.

    Raises:
        ValueError: If it is damaged.
    """
    try:
        text = zlib.decompress(packed) if packed.startswith(COMPRESSED) else packed
        return tuple(
            Change(Aspect(aspect), str(key), str(before), str(after))
            for aspect, before, after, *keys in json.loads(text)
            for key in keys
        )
    except (zlib.error, TypeError, AttributeError) as error:
        raise ValueError(f"a step that is none: {error}") from error
