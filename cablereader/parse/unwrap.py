"""The words of a stretch of lines, as they would be typed without a line length.

A line break inside a sentence becomes one blank; list lines keep theirs; blocks of
their own stand after an empty line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.parse.grammar import text as grammar
from cablereader.parse.line import ENDS, RULE_SIGNS, Line, ends_sentence, is_rule

WIDEST: Final = 80
"""Columns of a wrapped text; a longer line is a whole paragraph."""
LEAST: Final = 4
"""A part of the width, which must be free behind a line that was ended on purpose; more
where it ends no sentence."""
SPACERS: Final = frozenset("-–—.¶")
"""What a line of the 1990s holds that is meant to be empty (90CAPETOWN97)."""
LINK_WORDS: Final = """
    a an the this of for and or in to with by on at from that which is are was
"""
LINKS: Final = frozenset(LINK_WORDS.split())
"""Words that no line ends with where its sentence does (09LAPAZ96)."""
STOPS: Final = ENDS | {"-"}
"""What a full line may end with that more than a blank may follow."""


def text_width(lines: Sequence[Line]) -> int:
    """The line length that a text was wrapped at, in columns."""
    lengths = [len(line.text) for line in lines]
    return max(filter(WIDEST.__ge__, lengths), default=0)


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
    full = max(1, width - width // LEAST - 1)
    for line in lines:
        words = line.text
        if (
            len(before) >= full
            and before[-1] not in STOPS
            and not (gap or in_list)
            and len(words) > 1
            and words[0] not in RULE_SIGNS
        ):  # as most lines are, inside a sentence
            parts += (" ", words)
            before = words
            continue
        if len(words) < 2 and (not words or words in SPACERS):
            gap = gap or not scanned or bool(words)
            continue
        if words[0] in RULE_SIGNS and is_rule(words):
            gap = True
            continue
        ended = not before or ends_sentence(before)
        mended = line.broken and not ended
        gap = gap and not mended
        # A dash inside a sentence begins no item.
        bullet = (gap or in_list or ended) and bool(grammar.BULLET.match(words))
        if before and (gap or bullet):
            parts.append(_joint(before, words, gap=gap, bullet=bullet, in_list=in_list))
        elif before:
            room = 0 if mended or scanned else width
            parts.append(_break(before, words, room, ended=ended))
        in_list = bullet or (in_list and not gap)
        parts.append(words)
        before, gap = words, False
    return _single_blanks("".join(parts))


def _single_blanks(text: str) -> str:
    """The text with one blank for several; most texts have no such place."""
    if "  " not in text and "\t" not in text:
        return text
    return "\n".join(" ".join(words.split()) for words in text.split("\n"))


def _joint(before: str, words: str, *, gap: bool, bullet: bool, in_list: bool) -> str:
    """What stands between two lines with an empty line or a new item between them."""
    if bullet:
        return "\n" if in_list or not gap else "\n\n"
    if ends_sentence(before):
        return "\n\n"
    last = before.rpartition(" ")[2].lower()
    goes_on = words[0].islower() or before.endswith("-") or last in LINKS
    return " " if goes_on else "\n\n"


def _break(before: str, words: str, width: int, *, ended: bool) -> str:
    """What stands between two lines that follow each other.

    The break was meant where much room was left for the next word, and that begins a
    sentence or a name; in a text of capitals any word may be one.

    Args:
        before: The words of the first line.
        words: Those of the second.
        width: The line length of the text.
        ended: Whether the first line ends a sentence.
    """
    much = width // (LEAST if ended else 3)
    if not ended and before.isupper() and words.isupper():
        much = width // 2
    room = width - len(before) - 1
    if room > much and room - len(words.partition(" ")[0]) > much:
        meant = not words[0].islower() if ended else words[0].isupper()
        if meant:
            return "\n"
    return blank_between(before, words)


def blank_between(before: str, words: str) -> str:
    """A blank, or nothing where a word with a hyphen was divided behind it."""
    if before[-1:] != "-" or not before[-2:-1].isalnum():
        return " "
    return "" if grammar.WORD_REST.match(words) else " "
