"""The lines of a body: the copy that the parser reads, with its places.

Offsets into the body hold for the copy too: every repair replaces one character by
one (`cablereader.parse.normalise`), so that spans need no map.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cablereader.model.defect import Span


class Line(NamedTuple):
    """One line, or the part of one that a page marker or a mid-line number left."""

    start: int
    """Offset of its first character, blanks included."""
    stop: int
    """Offset after its last character, the newline not included."""
    at: int
    """Offset of its first word; ``stop`` where it has none."""
    text: str
    """Its words without the blanks about them; runs of blanks are one blank in
    scanned text."""

    @property
    def indent(self) -> int:
        """How many blanks stand before its first word."""
        return self.at - self.start


def split_lines(
    text: str, start: int, cuts: Iterable[Span], *, scanned: bool = False
) -> list[Line]:
    """The lines of ``text`` from ``start`` on, without what the cuts cover.

    Args:
        text: The copy of the body.
        start: Offset of the first line.
        cuts: In order, apart from each other; an empty one only parts a line.
        scanned: Whether runs of blanks mean nothing.
    """
    lines: list[Line] = []
    for cut in (*cuts, Span(len(text), len(text))):
        if cut.start >= start:
            lines += _lines_between(text[start : cut.start], start, scanned=scanned)
        start = max(start, cut.stop)
    return lines


def _lines_between(stretch: str, start: int, *, scanned: bool) -> list[Line]:
    lines = []
    raws = stretch.split("\n")
    if len(raws) > 1 and not raws[-1]:
        raws.pop()
    for raw in raws:
        stop = start + len(raw)
        words = raw.lstrip()
        at = stop - len(words)
        words = " ".join(words.split()) if scanned else words.rstrip()
        lines.append(Line(start, stop, at, words))
        start = stop + 1
    return lines
