"""How far a step of very many changes is, for whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

from cablereader.model.step import Change

Progress: TypeAlias = Callable[[int, int], None]
"""Called with how many changes are done, and how many there are."""
TOGETHER: Final = 1_000
"""Changes between two calls."""


def no_progress(done: int, count: int) -> None:
    """What is told where nobody waits."""


def told(changes: Sequence[Change], progress: Progress) -> Iterator[Change]:
    """The changes in order, while somebody is told how many there have been."""
    for done, change in enumerate(changes):
        if done % TOGETHER == 0:
            progress(done, len(changes))
        yield change
