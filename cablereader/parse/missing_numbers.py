"""Numbers that a sequence leaves out, looked for inside its lines (format.md 4.2).

In reflowed text a paragraph may begin in the middle of a line. Where it has no marking
only its number tells: it must be the one that is missing between two others, behind the
end of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from cablereader.parse.candidate import Start
from cablereader.parse.grammar import text as grammar
from cablereader.parse.line import Line, parted, tightened

WIDEST: Final = 4
"""So many numbers in a row may be missing; of more a whole section is lost."""
LONG: Final = 80
"""Characters; a longer line was reflowed, and may hold many paragraphs."""
MOST: Final = 100
"""So many of them may be in one line."""


def missing_offsets(
    text: str, lines: Sequence[Line], starts: Sequence[Start], first: int
) -> Mapping[int, list[int]]:
    """Offsets of the missing numbers, by the index of the line that they are in.

    Args:
        text: The copy of the body.
        lines: Its lines.
        starts: The paragraphs that were found, in order.
        first: The line that the text begins on.
    """
    found: dict[int, list[int]] = {}
    before, after = (first, 0), [(start.line, start.number) for start in starts]
    for (line, number), (stop, later) in pairwise((before, *after)):
        wanted = range(number + 1, later)
        if 0 < len(wanted) <= WIDEST:
            for index, offset in _found(text, lines, range(line, stop), wanted):
                found.setdefault(index, []).append(offset)
    for index, offset in _further(text, lines, starts):
        found.setdefault(index, []).append(offset)
    return found


def _further(
    text: str, lines: Sequence[Line], starts: Sequence[Start]
) -> Sequence[tuple[int, int]]:
    """Line and offset of the numbers behind the last paragraph, where none is marked.

    A list in that paragraph would begin with a 1.
    """
    if not starts or any(start.marking for start in starts):
        return ()
    last = starts[-1]
    if len(lines[last.line].text) <= LONG:
        return ()
    stretch = range(last.line, last.line + 1)
    if last.number > 1 and any(_found(text, lines, stretch, range(1, 2))):
        return ()
    wanted = range(last.number + 1, last.number + MOST)
    return tuple(_found(text, lines, stretch, wanted))


def with_parted(
    text: str,
    lines: Sequence[Line],
    offsets: Mapping[int, list[int]],
    *,
    scanned: bool = False,
) -> Iterator[Line]:
    """The lines, divided at those offsets; what follows one counts as a new line."""
    for index, line in enumerate(lines):
        if index not in offsets:
            yield line
            continue
        parts = parted(line, text, offsets[index])
        if scanned:
            parts = (part.reworded(tightened(part.text)) for part in parts)
        kept, *new = parts
        yield kept
        yield from (each.broken_off() for each in new)


def _found(
    text: str, lines: Sequence[Line], stretch: range, wanted: range
) -> Iterator[tuple[int, int]]:
    """Line and offset of each of the wanted numbers, in order, as far as they go."""
    numbers = iter(wanted)
    number = next(numbers)
    for index in stretch:
        line = lines[index]
        for match in grammar.INNER_PLAIN.finditer(text, line.at, line.stop):
            if int(match["number"]) == number:
                yield index, match.start()
                number = next(numbers, 0)
