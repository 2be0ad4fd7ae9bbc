"""Numbers that a sequence leaves out, where a sign stands that looks like them.

A typewriter had no 1 but the small L, and a typist takes O for 0; of a scan that is
clean but for a few signs too, only what the sequence wants tells them from a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Final

from cablereader.parse.candidate import Start
from cablereader.parse.line import Line
from cablereader.parse.numbering import stands_apart
from cablereader.parse.scanned_numbering import numbers_of, take_head

WIDEST: Final = 3
"""So many numbers in a row may be misread."""


def with_misread(
    text: str, lines: Sequence[Line], starts: list[Start], first: int
) -> list[Start]:
    """The starts, and those of marked paragraphs whose numbers they leave out.

    Args:
        text: The copy of the body.
        lines: Its lines.
        starts: The paragraphs that were found, in order.
        first: The line that the text begins on.
    """
    found: list[Start] = []
    known = [(first - 1, 0), *((start.line, start.number) for start in starts)]
    for (line, number), (stop, later) in pairwise(known):
        wanted = range(number + 1, later)
        if 0 < len(wanted) <= WIDEST:
            found += _found(text, lines, range(line + 1, stop), wanted)
    if not found:
        return starts
    return sorted((*starts, *found), key=attrgetter("line"))


def _found(
    text: str, lines: Sequence[Line], stretch: range, wanted: range
) -> Iterator[Start]:
    """The starts with the wanted numbers, in order, as far as they go."""
    number = wanted.start
    for index in stretch:
        line = lines[index]
        if number not in wanted:
            return
        if not line.text or not stands_apart(lines, index, stretch.start):
            continue
        head = take_head(text, line)
        if head and number in (each for each, _ in numbers_of(head[0])):
            marked = head[1]
            yield Start(index, line.at, number, marked, marked.stop, guessed=False)
            number += 1
