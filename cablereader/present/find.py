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
from cablereader.present.piece import Piece, Row
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


LOOKED_IN: Final = frozenset({"id", "origin", "subject", "seen"})
"""Roles of the pieces of a row in which words are found."""
NOTHING: Final = Sought()


def find(layout: BodyLayout, sought: Sought) -> tuple[Hit, ...]:
    """All places of what is sought, in order; a line break counts as a blank."""
    if (pattern := pattern_of(sought)) is None:
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
    pattern = pattern_of(sought)
    return pattern is not None and any(
        pattern.search(visible(text))
        for block in cable.blocks
        if not isinstance(block, PageMarker) and (text := block.text)
    )


def marked_in(row: Row, sought: Sought) -> Row:
    """The row of a cable with what is sought marked where it is looked for, as hits."""
    if (pattern := pattern_of(sought)) is None:
        return row
    return tuple(
        part
        for piece in row
        for part in (_marked(piece, pattern) if piece.role in LOOKED_IN else (piece,))
    )


def _marked(piece: Piece, pattern: re.Pattern[str]) -> Iterator[Piece]:
    at = 0
    for match in pattern.finditer(piece.text):
        yield Piece(piece.text[at : match.start()], piece.role)
        yield Piece(match[0], "hit")
        at = match.end()
    yield Piece(piece.text[at:], piece.role)


def pattern_of(sought: Sought) -> re.Pattern[str] | None:
    """The expression for what is sought, ``None`` for nothing."""
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
