"""What is wrong with one of the reader's own files, and where."""

from __future__ import annotations

from pathlib import Path

from cablereader.model.frozen import frozen


@frozen(order=True)
class Problem:
    """Something in a file that could not be used; the rest of the file was."""

    path: Path
    line: int
    """Counted from 1; 0 where the whole file is meant."""
    text: str
    """In lower case: what is wrong, and what to do."""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else f"{self.path}"
        return f"{place}: {self.text}"
