"""The places of all cables of an archive, in the memory that their days need.

The cables of a day follow one another, so that a place is said by the first one of its
day: 250,000 of them are 4,000 stretches, and a million not many more.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, pairwise
from typing import overload


class Stretches(Sequence[int]):
    """Whole numbers in order, most of which follow one another; never changed.

    As fast as an array where one is asked for by its position, and much faster where a
    number is looked for.
    """

    __slots__ = ("_before", "_falling", "_firsts")

    def __init__(
        self, firsts: Iterable[int], sizes: Iterable[int], *, falling: bool = False
    ) -> None:
        """Numbers in stretches that neither touch nor overlap.

        Args:
            firsts: The least number of each stretch, rising.
            sizes: How many numbers each stretch has, at least 1.
            falling: Whether the numbers are in falling order.
        """
        self._firsts = array("q", firsts)
        self._before = array("q", accumulate(sizes, initial=0))
        self._falling = falling

    @property
    def firsts(self) -> Sequence[int]:
        """The least number of each stretch, rising."""
        return self._firsts

    @property
    def sizes(self) -> Sequence[int]:
        """How many numbers each stretch has."""
        return [after - before for before, after in pairwise(self._before)]

    def turned(self, *, falling: bool) -> Stretches:
        """The same numbers in falling order, or in rising order."""
        return Stretches(self._firsts, self.sizes, falling=falling)

    def __len__(self) -> int:
        return self._before[-1]

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...
    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        position = range(len(self))[at]
        if isinstance(position, range):
            return array("q", map(self._number, position))
        return self._number(position)

    def _number(self, position: int) -> int:
        if self._falling:
            position = len(self) - 1 - position
        stretch = bisect_right(self._before, position) - 1
        return self._firsts[stretch] + position - self._before[stretch]

    def __iter__(self) -> Iterator[int]:
        ranges = map(self._range, range(len(self._firsts)))
        return self._down() if self._falling else chain.from_iterable(ranges)

    def _down(self) -> Iterator[int]:
        last_first = reversed(range(len(self._firsts)))
        return chain.from_iterable(reversed(self._range(each)) for each in last_first)

    def _range(self, stretch: int) -> range:
        first, before = self._firsts[stretch], self._before[stretch]
        return range(first, first + self._before[stretch + 1] - before)

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and self._position(number) is not None

    def index(self, number: int, start: int = 0, stop: int | None = None) -> int:
        """The position of a number.

        Raises:
            ValueError: If it is not among these.
        """
        position = self._position(number)
        if position is None or position not in range(len(self))[start:stop]:
            raise ValueError(f"{number} is not here")
        return position

    def _position(self, number: int) -> int | None:
        stretch = bisect_right(self._firsts, number) - 1
        if stretch < 0 or number not in self._range(stretch):
            return None
        position = self._before[stretch] + number - self._firsts[stretch]
        return len(self) - 1 - position if self._falling else position


def stretched(numbers: Sequence[int]) -> Stretches:
    """Numbers in rising or falling order, none of them twice, as stretches."""
    falling = len(numbers) > 1 and numbers[0] > numbers[-1]
    rising = numbers[::-1] if falling else numbers
    breaks = [at for at, (a, b) in enumerate(pairwise(rising), 1) if b != a + 1]
    starts = [0, *breaks] if rising else []
    stops = [*breaks, len(rising)]
    sizes = (stop - start for start, stop in zip(starts, stops, strict=False))
    return Stretches((rising[at] for at in starts), sizes, falling=falling)
