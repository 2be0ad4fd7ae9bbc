"""The name of a cable: its reference id."""

from __future__ import annotations

from typing import Final

from cablereader.model.frozen import frozen

PIVOT: Final = 65
"""Two-digit years above it are of the 1900s; no id has 11 to 65 (format.md §5)."""


@frozen(order=True)
class CableId:
    """A reference id in its canonical form, ordered by year, post and number."""

    year: int
    """Four digits."""
    post: str
    """Capitals without blanks: ``RIODEJANEIRO``."""
    number: int

    def __str__(self) -> str:
        return f"{self.year % 100:02}{self.post}{self.number}"


def four_digit_year(two_digits: int) -> int:
    """The year that a two-digit year of an id or a DTG stands for."""
    return two_digits + (1900 if two_digits > PIVOT else 2000)
