"""Where words stand in a body that is laid out in lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import TypeAlias

from cablereader.model.block import PageMarker
from cablereader.model.cable import Cable
from cablereader.model.frozen import frozen
from cablereader.present.body import BodyLayout
from cablereader.present.visible import visible


@frozen(order=True)
class LinePart:
    """Characters of one line."""

    line: int
    start: int
    stop: int


Hit: TypeAlias = tuple[LinePart, ...]
"""One place where the words stand; on two lines or more when a line breaks in it."""


def find(layout: BodyLayout, words: str) -> tuple[Hit, ...]:
    """All places of some words, in order; a line break counts as a blank.

    Args:
        layout: The lines to look in.
        words: Literal text. In lower case it matches either case; with a capital it
            matches as typed. Nothing but blanks matches nothing.
    """
    if (pattern := _pattern(words)) is None:
        return ()
    lines = [line.text for line in layout.lines]
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    text = "\n".join(lines)
    return tuple(
        tuple(_parts(match.start(), match.end(), lines, starts))
        for match in pattern.finditer(text)
    )


def stands_in(cable: Cable, words: str) -> bool:
    """Whether the words stand in the body of a cable, by the same rules."""
    pattern = _pattern(words)
    return pattern is not None and any(
        pattern.search(visible(text))
        for block in cable.blocks
        if not isinstance(block, PageMarker) and (text := block.text)
    )


def _pattern(words: str) -> re.Pattern[str] | None:
    parts = [re.escape(word) for word in words.split()]
    if not parts:
        return None
    case = re.NOFLAG if words != words.lower() else re.IGNORECASE
    return re.compile(r"[ \n]{1,8}".join(parts), case)


def _parts(
    start: int, stop: int, lines: list[str], starts: list[int]
) -> Iterator[LinePart]:
    line = bisect_right(starts, start) - 1
    while line < len(lines) and starts[line] < stop:
        first = max(start - starts[line], 0)
        last = min(stop - starts[line], len(lines[line]))
        if first < last:
            yield LinePart(line, first, last)
        line += 1
