"""Counting what comes out of packed bytes, so that a bomb is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

FREE: Final = 1024 * 1024
"""Bytes that may come out before the ratio counts."""
STEEPEST: Final = 200
"""Bytes out for each byte in; text packs to a fifth, a page's sidebar to a fiftieth."""
MOST: Final = 64 * 1024**3
"""Bytes out of one archive; the whole dump is 1.7 GB, its pages 18 GB."""


class BombError(Exception):
    """So much comes out of so little that it can be no text."""


class Meter:
    """Counts bytes that come out of packed ones."""

    def __init__(self, packed: Callable[[], int]) -> None:
        """Count against the packed bytes that were used up so far.

        Args:
            packed: How many that is, at any time.
        """
        self._packed = packed
        self._unpacked = 0

    def count(self, size: int) -> None:
        """Count bytes that came out.

        Raises:
            BombError: When they are too many.
        """
        self._unpacked += size
        if self._unpacked > FREE and self._unpacked > STEEPEST * self._packed():
            raise BombError(f"unpacks to more than {STEEPEST} times its size")
        if self._unpacked > MOST:
            raise BombError(f"unpacks to more than {MOST // 1024**3} GB")


class Allowance:
    """Bytes that may be read before the next member of an archive is found."""

    def __init__(self) -> None:
        self._left = FREE

    def renew(self, size: int) -> None:
        """Allow a member's own bytes, and those about the next one."""
        self._left = max(size, 0) + FREE

    def spend(self, size: int) -> None:
        """Count bytes that were read.

        Raises:
            BombError: When they are too many: names and headers are short.
        """
        self._left -= size
        if self._left < 0:
            raise BombError("has a header longer than 1 MB between its files")
