"""The tables of a notebook row by row: what they are, and which rows mean nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from cablereader.archive.repair.salvage import Row, Table
from cablereader.library.notebook.history import unpack
from cablereader.model.triage import read_state

TABLES: Final = (
    Table("state", ("id", "state", "since"), named=True),
    Table("star", ("id",), named=True),
    Table("label", ("number", "id", "name")),
    Table("note", ("id", "text")),
    Table("search", ("name", "letter", "query")),
    Table("draft", ("owner", "of", "text")),
    Table("step", ("number", "session", "sentence", "changes", "undone")),
    Table("position", ("id", "paragraph", "share"), named=True),
    Table("stop", ("query", "id", "number")),
    Table("jump", ("number", "id", "paragraph")),
)
"""All of them, what is worth most first."""
BY_NAME: Final = (
    Table("note", ("id", "text"), named=True),
    Table("search", ("name", "letter", "query"), named=True),
)
"""The same rows by way of their indexes, where a name is kept once more."""
LABELS_BY_INDEX: Final = (
    "SELECT id, name FROM label INDEXED BY label_by_name ORDER BY name, id",
    "SELECT id, name FROM label INDEXED BY label_by_name ORDER BY name DESC, id DESC",
    "SELECT id, name FROM label INDEXED BY sqlite_autoindex_label_1 ORDER BY id, name",
    (
        "SELECT id, name FROM label INDEXED BY sqlite_autoindex_label_1"
        " ORDER BY id DESC, name DESC"
    ),
)
"""Labels as their two indexes have them, from either end."""
CONTENTS: Final[Mapping[str, str]] = {
    "state": "states",
    "star": "stars",
    "label": "labels",
    "note": "notes",
    "search": "saved searches",
    "draft": "drafts",
    "step": "steps that can be taken back",
    "position": "reading positions",
    "stop": "stops in lists",
    "jump": "jumps",
}
"""What the rows of each are to the reader."""
MAY_BE_MISSING: Final = frozenset({("step", "undone"), ("jump", "paragraph")})
TYPES: Final[Mapping[str, type | tuple[type, ...]]] = {
    "number": int,
    "undone": int,
    "share": (int, float),
    "changes": (str, bytes),
}
"""Of columns that are no text."""


def mended(table: Table, row: Row) -> Row | None:
    """A row with U+FFFD for what is no text in it; ``None`` if it means nothing.

    Args:
        table: One of `TABLES`.
        row: Its values, in the order of the columns; text as of `read_text`.
    """
    for column, value in zip(table.columns, row, strict=True):
        if value is None and (table.name, column) in MAY_BE_MISSING:
            continue
        if not isinstance(value, TYPES.get(column, str)):
            return None
    try:
        MEANS.get(table.name, _anything)(row)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return tuple(_written(each) if isinstance(each, str) else each for each in row)


def read_text(text: bytes) -> str:
    """The text of a column; halves of letters stand for what is none."""
    return text.decode("utf-8", "surrogateescape")


def _written(text: str) -> str:
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _state(row: Row) -> None:
    read_state(f"{row[1]} {row[2]}")


def _step(row: Row) -> None:
    changes = row[3]
    unpack(
        changes
        if isinstance(changes, bytes)
        else changes.encode("utf-8", "surrogateescape")
    )


def _anything(_: Row) -> None:
    """Any values will do."""


MEANS: Final[Mapping[str, Callable[[Row], None]]] = {"state": _state, "step": _step}
"""Raises `ValueError` for a row that means nothing."""
