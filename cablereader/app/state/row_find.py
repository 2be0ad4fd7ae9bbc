"""What is being found in the rows of a list, as one value."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from cablereader.model.frozen import frozen, replace


@frozen(kw_only=True)
class RowFind:
    """Words, and the rows that show them."""

    words: str = ""
    rows: Sequence[int] | None = None
    """In order, from 0; ``None`` until it is known."""
    start: int = 0
    """The row at which the reader began to type."""
    going: bool = False
    """Whether the reader waits to be taken to the first of them."""
    entered: bool = False
    """Whether the words are no longer being typed."""

    @property
    def first(self) -> int | None:
        """The first row from the start on, else from the top."""
        if not self.rows:
            return None
        at = bisect_left(self.rows, self.start)
        return self.rows[at % len(self.rows)]

    @property
    def missing(self) -> bool:
        """Whether the words are entered, and known to be in no row."""
        return self.entered and self.rows is not None and not self.rows

    def beside(self, row: int, step: int) -> int | None:
        """The next row after one, or with -1 before it; ``None`` if there is none."""
        rows = self.rows or ()
        at = bisect_right(rows, row) if step > 0 else bisect_left(rows, row) - 1
        return rows[at] if 0 <= at < len(rows) else None

    def place(self, row: int) -> str:
        """``3/17`` at the third of 17 rows, ``-/17`` elsewhere."""
        if self.rows is None:
            return "…"
        at = bisect_left(self.rows, row)
        here = at < len(self.rows) and self.rows[at] == row
        return f"{at + 1 if here else '-'}/{len(self.rows):,}"

    def sought(self, words: str) -> RowFind:
        """Other words, of which nothing is known yet."""
        return replace(self, words=words, rows=None, going=True)

    def as_entered(self) -> RowFind:
        """The same words, which nobody types on."""
        return replace(self, entered=True)

    def in_other_rows(self) -> RowFind:
        """The same words in another list; the reader stays where they are."""
        return replace(self, rows=None)

    def found(self, rows: Sequence[int]) -> RowFind:
        """The rows that show the words."""
        return replace(self, rows=rows, going=False)
