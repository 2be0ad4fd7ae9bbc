"""Where what is sought stands in a body that is laid out in lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final, TypeAlias

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


@frozen
class Sought:
    """Literal texts to look for, any of them.

    One in lower case matches either case; one with a capital matches as it is. Nothing
    but blanks matches nothing.
    """

    texts: tuple[str, ...] = ()
    whole: bool = False
    """Whether they match whole words only."""

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return any(text.strip() for text in self.texts)


NOTHING: Final = Sought()


def find(layout: BodyLayout, sought: Sought) -> tuple[Hit, ...]:
    """All places of what is sought, in order; a line break counts as a blank."""
    if (pattern := _pattern(sought)) is None:
        return ()
    lines = [line.text for line in layout.lines]
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    text = "\n".join(lines)
    return tuple(
        tuple(_parts(match.start(), match.end(), lines, starts))
        for match in pattern.finditer(text)
    )


def stands_in(cable: Cable, sought: Sought) -> bool:
    """Whether what is sought stands in the body of a cable, by the same rules."""
    pattern = _pattern(sought)
    return pattern is not None and any(
        pattern.search(visible(text))
        for block in cable.blocks
        if not isinstance(block, PageMarker) and (text := block.text)
    )


def _pattern(sought: Sought) -> re.Pattern[str] | None:
    texts = sorted((text for text in sought.texts if text.strip()), key=len)
    if not texts:
        return None
    bound = r"\b" if sought.whole else ""
    either = "|".join(map(_expression, reversed(texts)))
    return re.compile(f"{bound}(?:{either}){bound}")


def _expression(text: str) -> str:
    words = r"[ \n]{1,8}".join(map(re.escape, text.split()))
    return words if text != text.lower() else f"(?i:{words})"


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
