"""Looking for words in cables further on, beside the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final, Generic, TypeVar

from cablereader.errors import ArchiveError
from cablereader.library.queue import Queue

T = TypeVar("T")

ONE_BY_ONE: Final = 300
"""Cables that are read before the archive is asked which to read."""
TOLD: Final = 500
"""Cables between two words of how far it is."""


class Looking(Generic[T]):
    """One look through some cables of a queue, which any thread can put an end to."""

    def __init__(
        self, queue: Queue, positions: range, opened: Callable[[Queue, int], T | None]
    ) -> None:
        """A look that is yet to begin.

        Args:
            queue: Where the cables are.
            positions: Of those to look in, in order.
            opened: What is made of the cable at a position, if it is one that is
                looked for.
        """
        self._queue = queue
        self._positions = positions
        self._opened = opened
        self._beside: Queue | None = None
        self.stopped = False

    def stop(self) -> None:
        """Look no further."""
        self.stopped = True
        if self._beside:
            self._beside.interrupt()

    def first(self, texts: tuple[str, ...], tell: Callable[[int], None]) -> T | None:
        """What is made of the first that is looked for; nothing when it was stopped.

        Args:
            texts: What those cables have; none if all of them are looked for.
            tell: Called with how many were looked in, now and then.

        Raises:
            ArchiveError: If they cannot be read any more.
        """
        try:
            with self._queue.beside() as self._beside:
                for count, position in enumerate(self._likely(self._beside, texts), 1):
                    if self.stopped:
                        break
                    if opened := self._opened(self._beside, position):
                        return opened
                    if count % TOLD == 0:
                        tell(count)
        except ArchiveError:
            if not self.stopped:
                raise
        return None

    def _likely(self, queue: Queue, texts: tuple[str, ...]) -> Iterator[int]:
        """The first positions, and of the others those that the archive names."""
        far = self._positions[ONE_BY_ONE:]
        lazily = (queue.likely(texts, each) for each in (far,) if each)
        return chain(self._positions[:ONE_BY_ONE], chain.from_iterable(lazily))
