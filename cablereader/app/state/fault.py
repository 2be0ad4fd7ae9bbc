"""What is wrong with words that were typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from cablereader.model.frozen import frozen, replace


@frozen
class Fault:
    """Why words cannot be taken, so that they can be mended."""

    text: str
    """What is wrong, and what to do."""
    column: int | None = None
    """Where, counted from 1; at the end if ``None``."""

    def behind(self, before: str) -> Fault:
        """The same fault with words before those that are wrong."""
        return replace(self, column=self.column and self.column + len(before))


Check: TypeAlias = Callable[[str], Fault | None]
"""Of words: what is wrong with them."""


def faultless(_: str) -> Fault | None:
    """Of words that can be anything."""
    return None
