"""The columns of the list: which there are, and which of those chosen have room."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from cablereader.model.frozen import frozen

STATE: Final = 3
"""Cells of what stands before all columns: selected, and unread or set aside."""
SHORT_DATES: Final = 70
"""Rows narrower than this have dates without their century."""
LEAST_SUBJECT: Final = 12
"""Cells that a subject needs to say anything."""


@frozen
class Column:
    """One column of the list."""

    name: str
    """Stable: what is remembered of a choice."""
    letter: str
    """Its key in the menu of columns."""
    title: str
    """At the top of the list."""
    meaning: str
    """In the menu."""
    cells: int
    """With the blank behind it; those of a subject are what is left."""

    def width(self, row: int) -> int:
        """Its cells in a row of so many."""
        return self.cells - 2 if self.is_date and row < SHORT_DATES else self.cells

    @property
    def is_date(self) -> bool:
        """Whether it is written shorter in a narrow row."""
        return self.title in {"Date", "Released"}


DATE: Final = Column("date", "d", "Date", "date of creation", 11)
RELEASED: Final = Column("released", "r", "Released", "date of release", 11)
REFERENCE: Final = Column("reference", "i", "Reference", "reference id", 18)
CLASS: Final = Column("class", "c", "Cl", "classification", 3)
MARKS: Final = Column("marks", "m", "*mn", "starred, bookmarks, notes", 4)
ORIGIN: Final = Column("origin", "o", "Origin", "who sent it", 20)
TAGS: Final = Column("tags", "t", "TAGS", "its TAGS", 20)
HITS: Final = Column("hits", "h", "Hits", "how often it has what you search", 5)
LENGTH: Final = Column("length", "l", "Words", "length in words", 7)
SUBJECT: Final = Column("subject", "s", "Subject", "subject line", LEAST_SUBJECT)
LABELS: Final = Column("labels", "b", "Labels", "your labels, at the end of a row", 0)
COLUMNS: Final = (
    DATE, RELEASED, REFERENCE, CLASS, MARKS, ORIGIN, TAGS, HITS, LENGTH, SUBJECT,
    LABELS,
)  # fmt: skip
"""In the order of the row."""
FIRST_TO_STAY: Final = (
    REFERENCE, DATE, CLASS, SUBJECT, MARKS, HITS, RELEASED, ORIGIN, TAGS, LENGTH,
    LABELS,
)  # fmt: skip
"""In the order in which they get room."""
USUAL: Final = frozenset({DATE, REFERENCE, CLASS, MARKS, SUBJECT, LABELS})
COLUMN_BY_NAME: Final = {each.name: each for each in COLUMNS}

Chosen = frozenset[Column]


@lru_cache(maxsize=64)
def fitting(chosen: Chosen, width: int) -> tuple[Column, ...]:
    """The chosen columns that a row has room for, in its order."""
    room = width - STATE
    kept: set[Column] = set()
    for column in FIRST_TO_STAY:
        if column in chosen and column.width(width) <= room:
            kept.add(column)
            room -= column.width(width)
    return tuple(column for column in COLUMNS if column in kept)


def written(chosen: Iterable[Column]) -> str:
    """A choice as it is remembered."""
    among = frozenset(chosen)
    return " ".join(each.name for each in COLUMNS if each in among)


def read_columns(text: str) -> Chosen:
    """A choice that was remembered; the usual one where nothing is left of it."""
    names = (COLUMN_BY_NAME.get(name) for name in text.split())
    return frozenset(filter(None, names)) or USUAL


def toggled(chosen: Chosen, column: Column) -> Chosen:
    """A choice with a column more or less; the last one stays."""
    return (chosen ^ {column}) or chosen
