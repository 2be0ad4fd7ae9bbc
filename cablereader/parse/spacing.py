"""Bodies in which every line is followed by an empty one (format.md section 3.9)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.parse.line import Line, ends_sentence

LEAST: Final = 8
"""So many empty lines inside sentences make a body a double-spaced one."""


def is_double_spaced(lines: Sequence[Line]) -> bool:
    """Whether most sentences go on behind an empty line."""
    written = sum(1 for line in lines if line.text)
    inside = sum(
        1
        for before, empty, line in zip(lines, lines[1:], lines[2:], strict=False)
        if not empty.text and _goes_on(before, line)
    )
    return inside >= LEAST and 4 * inside > written


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
    """Whether a sentence that began on one line goes on on the other."""
    return bool(
        before.text
        and line.text
        and line.text[0].islower()
        and not ends_sentence(before.text)
    )
