"""Reading what can be read of a damaged database, past what cannot.

A damaged page costs the rows on it and no others: whoever meets it goes on behind it,
from both ends, and then in halves. What was cut off at the end of a file is missing,
and nothing else is.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, TypeAlias

from cablereader.archive.damage import DamagedError
from cablereader.archive.disk_locks import knows_locks
from cablereader.model.frozen import frozen

Row: TypeAlias = tuple[Any, ...]
Key: TypeAlias = int | bytes
"""A row's number, or the bytes of its name."""
Gap: TypeAlias = tuple[Key, Key]
"""What may have rows, without its ends."""

DAMAGES: Final = (sqlite3.Error, DamagedError, UnicodeError, OverflowError, ValueError)
"""What reading a damaged file raises; flipped bits come as broken text."""
PATIENCE: Final = 5.0
"""Seconds to wait for another process that writes."""
TOGETHER: Final = 256
"""Rows asked for at a time, until one of them cannot be read."""
MOST_GAPS: Final = 600
"""Looked into, in one table: so that it ends soon, whatever is wrong."""
SMALLEST: Final = 4
"""Bytes of a row at least: what is read more often leads in a circle."""
NUMBERS: Final[Gap] = (-(2**63), 2**63 - 1)
NAME_BYTES: Final = 16
"""Of a name, by which gaps between names are halved."""
NAMES: Final[Gap] = (b"", b"\xff" * NAME_BYTES)


@frozen
class Table:
    """A table as it should be."""

    name: str
    columns: tuple[str, ...]
    named: bool = False
    """Whether the first column is a text by which the rows are kept, not a number."""


class Salvage:
    """What could be read of one table."""

    def __init__(self, db: sqlite3.Connection, table: Table) -> None:
        """Begin; nothing is read before `rows` is asked.

        Args:
            db: As of `open_damaged`.
            table: Which of its tables.
        """
        self.damage: str | None = None
        """What was met first that could not be read."""
        self.read = 0
        self._db = db
        self._table = table
        columns = ", ".join(table.columns)
        key = f"CAST({table.columns[0]} AS BLOB)" if table.named else "rowid"
        bound = "CAST(? AS TEXT)" if table.named else "?"
        order = table.columns[0] if table.named else "rowid"
        self._all = f"SELECT {key}, {columns} FROM {table.name} ORDER BY {order}"
        self._some = self._all.replace(
            "ORDER", f"WHERE {order} > {bound} AND {order} < {bound} ORDER"
        )

    def rows(self) -> Iterator[Row]:
        """All rows that can be read; in order as long as nothing is damaged."""
        seen: set[Key] = set()
        for key, *row in chain(self._straight(), self._past_damage()):
            if key not in seen:
                seen.add(key)
                self.read += 1
                yield tuple(row)

    def expected(self) -> int:
        """How many rows there should be, as far as anything can tell."""
        found = [self.read]
        for how in ("NOT INDEXED", ""):
            with suppress(*DAMAGES):
                text = f"SELECT count(*) FROM {self._table.name} {how}"
                found.append(int(self._db.execute(text).fetchone()[0]))
        return max(found)

    def _straight(self) -> Iterator[Row]:
        """The rows as they stand, up to the first that cannot be read."""
        (pages,) = self._db.execute("PRAGMA page_count").fetchone()
        (size,) = self._db.execute("PRAGMA page_size").fetchone()
        most = pages * size // SMALLEST
        last, highest = NAMES if self._table.named else NUMBERS
        try:
            for row in islice(self._db.execute(self._all), most):
                if _is_between(last, row[0], highest):
                    last = row[0]
                else:
                    self._note("rows are out of order")
                yield row
        except DAMAGES as error:
            self._note(str(error))

    def _past_damage(self) -> Iterator[Row]:
        """The rows before, between and behind what cannot be read, if there is such."""
        gaps = deque([NAMES if self._table.named else NUMBERS])
        for _ in range(MOST_GAPS if self.damage else 0):
            if not gaps:
                return
            low, high = yield from self._inwards(*gaps.popleft())
            if low != high and (middle := _middle(low, high)) is not None:
                gaps += [(low, middle), (_before(middle), high)]

    def _inwards(self, low: Key, high: Key) -> Generator[Row, None, Gap]:
        """Read a gap from both ends; what is left has equal ends if it is nothing."""
        for order in ("", " DESC"):
            number = TOGETHER
            while number:
                try:
                    rows = self._db.execute(
                        f"{self._some}{order} LIMIT {number}", (low, high)
                    ).fetchall()
                except DAMAGES:
                    number //= 2
                    continue
                yield from rows
                key = rows[-1][0] if rows else low
                if len(rows) < number or not _is_between(low, key, high):
                    return low, low
                low, high = (low, key) if order else (key, high)
        return low, high

    def _note(self, damage: str) -> None:
        self.damage = self.damage or damage


def open_damaged(path: Path, *, to_write: bool = False) -> sqlite3.Connection:
    """A connection that reads what is there, even where the end is missing.

    It writes nothing, not even beside the file, unless it is asked to. Text that is
    none comes with U+FFFD.

    Args:
        path: Of the file, without links.
        to_write: Whether to finish first what another process left half done.
    """
    db = sqlite3.connect(
        f"{path.as_uri()}?mode={'rw' if to_write else _mode_to_read(path)}",
        uri=True,
        timeout=PATIENCE,
        isolation_level=None,
    )
    db.execute("PRAGMA trusted_schema = 0")
    db.execute("PRAGMA writable_schema = 1")  # which lets a cut-off file be read
    db.text_factory = _text
    return db


def integrity(db: sqlite3.Connection) -> str:
    """The first thing that SQLite finds wrong with a database, empty if nothing."""
    try:
        rows = db.execute("PRAGMA integrity_check(1)").fetchall()
    except DAMAGES as error:
        return str(error)
    lines = "\n".join(str(row[0]) for row in rows).split("\n")
    wrong = [line for line in lines if line != "ok" and not line.startswith("***")]
    return wrong[0] if wrong else ""


def _mode_to_read(path: Path) -> str:
    """How to open a file so that nothing is written, and all of it is seen.

    SQLite makes files beside a database with a write-ahead log, unless it takes it for
    one that nobody writes to; then it would not see what is in the log alone.
    """
    if not knows_locks(path):
        return "ro&immutable=1"
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        return "ro"
    with path.open("rb") as file:
        return "ro&immutable=1" if file.read(20)[18:] != b"\1\1" else "ro"


def _text(text: bytes) -> str:
    return text.decode("utf-8", "replace")


def _is_between(low: Key, key: Any, high: Key) -> bool:
    if not isinstance(key, type(low)):
        return False
    return bool(low < key < high)  # type: ignore[operator]  # all of one type


def _middle(low: Key, high: Key) -> Key | None:
    """A key between two, ``None`` if there can be none."""
    bottom, top = _number(low), _number(high)
    if top - bottom < 3:  # one key at most, which was asked for in vain
        return None
    middle = (bottom + top) // 2
    if isinstance(low, int):
        return middle
    return middle.to_bytes(NAME_BYTES) + b"\0"  # which is the end of no name


def _before(middle: Key) -> Key:
    """What the upper half begins behind, so that the middle is in one of the two."""
    return middle - 1 if isinstance(middle, int) else middle


def _number(key: Key) -> int:
    if isinstance(key, int):
        return key
    return int.from_bytes(key[:NAME_BYTES].ljust(NAME_BYTES, b"\0"))
