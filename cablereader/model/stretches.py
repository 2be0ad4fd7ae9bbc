"""The places of all cables of an archive, in little memory, and soon read.

Most cables of a day follow one another: 250,000 of them are some 30,000 stretches,
which a file holds as the memory does.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Final, overload

PLACE: Final = "I"
"""The kind of array that places are in."""


class Stretches(Sequence[int]):
    """Whole numbers in order, most of which follow one another; never changed.

    As fast as an array where one is asked for by its position, and much faster where a
    number is looked for.
    """

    __slots__ = ("_falling", "before", "firsts")

    def __init__(
        self, firsts: array[int], before: array[int], *, falling: bool = False
    ) -> None:
        """Numbers in stretches that neither touch nor overlap.

        Args:
            firsts: The least number of each stretch, rising.
            before: How many numbers are before each stretch; at last, all of them.
            falling: Whether the numbers are in falling order.
        """
        self.firsts = firsts
        self.before = before
        self._falling = falling

    def turned(self, *, falling: bool) -> Stretches:
        """The same numbers in falling order, or in rising order."""
        return Stretches(self.firsts, self.before, falling=falling)

    def __len__(self) -> int:
        return self.before[-1]

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...
    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        position = range(len(self))[at]
        if isinstance(position, range):
            return array(PLACE, map(self._number, position))
        return self._number(position)

    def _number(self, position: int) -> int:
        if self._falling:
            position = len(self) - 1 - position
        stretch = bisect_right(self.before, position) - 1
        return self.firsts[stretch] + position - self.before[stretch]

    def __iter__(self) -> Iterator[int]:
        ranges = map(self._range, range(len(self.firsts)))
        return self._down() if self._falling else chain.from_iterable(ranges)

    def _down(self) -> Iterator[int]:
        last_first = reversed(range(len(self.firsts)))
        return chain.from_iterable(reversed(self._range(each)) for each in last_first)

    def _range(self, stretch: int) -> range:
        first, before = self.firsts[stretch], self.before[stretch]
        return range(first, first + self.before[stretch + 1] - before)

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
        stretch = bisect_right(self.firsts, number) - 1
        if stretch < 0 or number not in self._range(stretch):
            return None
        position = self.before[stretch] + number - self.firsts[stretch]
        return len(self) - 1 - position if self._falling else position


def stretched(numbers: Sequence[int]) -> Stretches:
    """Numbers in rising or falling order, none of them twice, as stretches."""
    falling = len(numbers) > 1 and numbers[0] > numbers[-1]
    rising = numbers[::-1] if falling else numbers
    breaks = [at for at, (a, b) in enumerate(pairwise(rising), 1) if b != a + 1]
    before = array(PLACE, [0, *breaks] if rising else ())
    firsts = array(PLACE, map(rising.__getitem__, before))
    before.append(len(rising))
    return Stretches(firsts, before, falling=falling)
