"""The words of a stretch of lines, as they would be typed without a line length.

A line break inside a sentence becomes one blank; list lines keep theirs; blocks of
their own stand after an empty line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.parse.grammar import text as grammar
from cablereader.parse.line import Line, ends_sentence

WIDEST: Final = 80
"""Columns of a wrapped text; a longer line is a whole paragraph."""
SPACERS: Final = frozenset("-–—.¶")
"""What a line of the 1990s holds that is meant to be empty (90CAPETOWN97)."""


def text_width(lines: Sequence[Line]) -> int:
    """The line length that a text was wrapped at, in columns."""
    return max(
        (len(line.text) for line in lines if len(line.text) <= WIDEST), default=0
    )


def unwrapped(lines: Sequence[Line], width: int, *, scanned: bool = False) -> str:
    """The words of the lines.

    Args:
        lines: Of one stretch, in order; empty ones count, rules do not.
        width: The line length of the whole text.
        scanned: Whether an empty line may stand inside a sentence, at any place.
    """
    parts: list[str] = []
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
        mended = line.broken and before and not ends_sentence(before)
        gap = gap and not mended
        bullet = _starts_item(words, before, gap=gap, in_list=in_list)
        if before:
            parts.append(
                _joint(before, words, gap=gap, bullet=bullet, in_list=in_list)
                if gap or bullet
                else _break(before, words, 0 if mended or scanned else width)
            )
        in_list = bullet or (in_list and not gap)
        parts.append(" ".join(words.split()))
        before, gap = words, False
    return "".join(parts)


def _starts_item(words: str, before: str, *, gap: bool, in_list: bool) -> bool:
    """Whether a line is the first of a list item, not a dash inside a sentence."""
    if not grammar.BULLET.match(words):
        return False
    return bool(not before or gap or in_list or ends_sentence(before))


def _joint(before: str, words: str, *, gap: bool, bullet: bool, in_list: bool) -> str:
    """What stands between two lines with an empty line or a new item between them."""
    if bullet:
        return "\n" if in_list or not gap else "\n\n"
    if ends_sentence(before):
        return "\n\n"
    return " " if words[0].islower() or before.endswith("-") else "\n\n"


def _break(before: str, words: str, width: int) -> str:
    """What stands between two lines that follow each other.

    The break was meant where much room was left for the next word, and that begins a
    sentence or a name.
    """
    room = width - len(before) - len(words.partition(" ")[0]) - 1
    if ends_sentence(before):
        meant = room > width // 4 and not words[0].islower()
    else:
        meant = room > width // 3 and words[0].isupper()
    return "\n" if meant else blank_between(before, words)


def blank_between(before: str, words: str) -> str:
    """A blank, or nothing where a word with a hyphen was divided behind it."""
    if before[-1:] != "-" or not before[-2:-1].isalnum():
        return " "
    return "" if grammar.WORD_REST.match(words) else " "
