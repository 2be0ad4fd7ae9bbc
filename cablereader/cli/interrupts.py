"""Ctrl+C that ends something in good order; a second one ends it at once."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def interrupts(say: Callable[[], None]) -> Iterator[Callable[[], bool]]:
    """Catch the first ctrl+C.

    Args:
        say: Called when it comes.

    Yields:
        Tells whether it came.
    """
    came: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        came.append(number)
        signal.signal(number, before)
        say()

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: bool(came)
    finally:
        signal.signal(signal.SIGINT, before)
