"""Many cables asked for in one statement, which is prepared once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

TOGETHER: Final = 1000
"""Cables asked for in one statement."""
MARKS: Final = ", ".join("?" * TOGETHER)
"""In the statement, between brackets behind ``place IN``."""


def together(places: Iterable[int]) -> Iterator[list[int]]:
    """The places in groups for `MARKS`, the last one filled with its last place."""
    rest = iter(places)
    while group := list(islice(rest, TOGETHER)):
        yield group + group[-1:] * (TOGETHER - len(group))
