"""Lines on which a paragraph may start, and those on which one does."""

from __future__ import annotations

from cablereader.model.frozen import frozen
from cablereader.parse.marking import TakenMarking


@frozen
class Candidate:
    """A line on which a paragraph may start."""

    line: int
    """Index of the line."""
    at: int
    """Offset of its first word."""
    numbers: tuple[tuple[int, float], ...]
    """The numbers it may have, each with its weight; empty: whichever comes next."""
    marking: TakenMarking | None
    text_at: int
    """Offset of its first word, after number and marking."""
    weight: float
    """How much it looks like a paragraph, its number apart."""
    apart: bool
    """Whether an empty line, a rule or a page line stands before it."""
    inner: bool = False
    """Whether words stand before it on its line: then it must be the next number, or
    nearly; not where they are a rule."""
    pointed: bool = False
    """Whether the site anchored it: point and blank behind it, at a line's start."""
    dotted: bool = False
    """Whether a point stands behind it, with or without a blank."""
    announced: bool = False
    """Whether it is a 1 and the words before it announce a list or a quotation."""

    @property
    def firm(self) -> bool:
        """Whether it is marked or stands apart."""
        return self.marking is not None or self.apart

    @property
    def number(self) -> int:
        """The one that is written there; 0 where none can be read."""
        return self.numbers[0][0] if self.numbers else 0


@frozen
class Start:
    """A line on which a paragraph does start."""

    line: int
    at: int
    """Offset of its first sign."""
    number: int
    marking: TakenMarking | None
    text_at: int
    guessed: bool
    """Whether its number could not be read."""
