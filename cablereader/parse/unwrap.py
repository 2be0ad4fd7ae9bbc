"""The words of a stretch of lines, as they would be typed without a line length.

A line break inside a sentence becomes one blank; list lines keep theirs; blocks of
their own stand after an empty line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.parse.grammar import text as grammar
from cablereader.parse.line import Line

ROOM: Final = 3
"""Columns that must have been free for the next word where a break was meant."""
SPACERS: Final = frozenset("-–—.")
"""What a line of the 1990s holds that is meant to be empty (90CAPETOWN97)."""


def unwrapped(lines: Sequence[Line], *, scanned: bool = False) -> str:
    """The words of the lines.

    Args:
        lines: Of one stretch, in order; empty ones count, rules do not.
        scanned: Whether an empty line may stand inside a sentence, at any place.
    """
    parts: list[str] = []
    width = max((len(line.text) for line in lines), default=0)
    before = ""
    gap = in_list = False
    for line in lines:
        words = line.text
        if words in SPACERS or not words:
            gap = gap or not scanned or bool(words)
            continue
        if grammar.RULE.match(words):
            gap = True
            continue
        bullet = _starts_item(words, before, gap=gap, in_list=in_list)
        if before:
            parts.append(
                _joint(before, words, gap=gap, bullet=bullet, in_list=in_list)
                if gap or bullet
                else _break(before, words, width)
            )
        in_list = bullet or (in_list and not gap)
        parts.append(" ".join(words.split()))
        before, gap = words, False
    return "".join(parts)


def _starts_item(words: str, before: str, *, gap: bool, in_list: bool) -> bool:
    """Whether a line is the first of a list item, not a dash inside a sentence."""
    if not grammar.BULLET.match(words):
        return False
    if not before or gap or grammar.ENDED.search(before):
        return True
    return in_list and bool(grammar.DASHES.match(words))


def _joint(before: str, words: str, *, gap: bool, bullet: bool, in_list: bool) -> str:
    """What stands between two lines with an empty line or a new item between them."""
    if bullet:
        return "\n" if in_list or not gap else "\n\n"
    if not grammar.ENDED.search(before) and words[0].islower():
        return " "
    return "\n\n"


def _break(before: str, words: str, width: int) -> str:
    """What stands between two lines that follow each other.

    The break was meant where the next word had room and begins a sentence or a name,
    and the line before was complete or as short as a line of a list.
    """
    room = width - len(before) - len(words.partition(" ")[0]) - 1
    if room < ROOM or not (words[0].isupper() or words[0].isdigit()):
        return " "
    if grammar.ENDED.search(before) and room > width // 4:
        return "\n"
    short = 2 * len(before) < width and 2 * len(words) < width
    return "\n" if short else " "
