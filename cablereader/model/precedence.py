"""How urgent: the precedence of a cable or of one addressee."""

from __future__ import annotations

from enum import IntEnum


class Precedence(IntEnum):
    """How fast a cable had to be moved, ordered from slow to fast (5 FAH-2 H-420)."""

    ROUTINE = 1
    PRIORITY = 2
    IMMEDIATE = 3
    NIACT_IMMEDIATE = 4
    """Night action: IMMEDIATE, and to be acted on at any hour."""
    FLASH = 5

    def __str__(self) -> str:
        return self.name.replace("_", " ")

    @property
    def prosign(self) -> str:
        """The letter of the date-time line: R, P, O or Z."""
        return "RPOOZ"[self - 1]
