"""Bodies in which every line is followed by an empty one (format.md section 3.9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Final

from cablereader.parse.line import Line, ends_sentence

LEAST: Final = 8
"""So many empty lines inside sentences make a body a double-spaced one."""
MOST_ADJACENT: Final = 1
"""So many lines may directly follow another in a body whose lines are all apart."""
SHORT_LINE: Final = 45
"""Characters; a shorter line in capitals may be a heading."""
LEAST_APART: Final = 4
"""So many lines must stand one empty line apart there, half as many further."""


def is_double_spaced(lines: Sequence[Line]) -> bool:
    """Whether an empty line is a line's end, and no more than that.

    So it is where most sentences go on behind one; and where every line has one behind
    it, and a paragraph has more of them.
    """
    return _is_spaced_inside(lines) or _is_all_apart(lines)


def _is_spaced_inside(lines: Sequence[Line]) -> bool:
    """Whether most sentences go on behind an empty line; most texts have too few."""
    empty = [index for index, line in enumerate(lines) if not line.text]
    least = max(LEAST, (len(lines) - len(empty)) // 4 + 1)
    return (
        len(empty)
        >= least
        <= sum(
            _goes_on(lines[index - 1], lines[index + 1])
            for index in empty
            if 0 < index < len(lines) - 1
        )
    )


def _is_all_apart(lines: Sequence[Line]) -> bool:
    adjacent = (line for before, line in pairwise(lines) if _follows(before, line))
    if any(islice(adjacent, MOST_ADJACENT, None)):
        return False
    gaps = Counter(_gaps(lines))
    wide = gaps.total() - gaps[0] - gaps[1]
    return gaps[1] >= LEAST_APART and 2 * wide >= LEAST_APART and 8 * wide >= gaps[1]


def _follows(before: Line, line: Line) -> bool:
    return bool(before.text and line.text) and not line.broken


def _gaps(lines: Sequence[Line]) -> Iterator[int]:
    """How many empty lines stand between each line and the next."""
    last = -1
    for index, line in enumerate(lines):
        if line.text:
            if last >= 0 and not line.broken:
                yield index - last - 1
            last = index


def single_spaced(lines: Sequence[Line]) -> list[Line]:
    """The lines without the empty ones between lines of one paragraph."""
    kept: list[Line] = []
    waiting: list[Line] = []
    for line in lines:
        if not line.text:
            waiting.append(line)
            continue
        if len(waiting) > 1 and not (kept and _goes_on(kept[-1], line)):
            kept += waiting[:1]
        waiting = []
        kept.append(line)
    return [*kept, *waiting]


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a sentence that began on one line goes on on the other.

    In a text of capitals only the length of the first one says so.
    """
    if not before.text or not line.text or ends_sentence(before.text):
        return False
    if line.text[0].islower():
        return True
    long = len(before.text) > SHORT_LINE
    return long and before.text.isupper() and line.text.isupper()
