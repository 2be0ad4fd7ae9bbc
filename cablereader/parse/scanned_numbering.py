"""Paragraph starts where numbers were misread (format.md section 8).

A pilcrow before a number becomes any sign or digit (``11.1 .``, ``f5 .``), so that a
head may be read as several numbers; the chain decides which of them comes next.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.parse.grammar import scanned as grammar
from cablereader.parse.line import Line
from cablereader.parse.marking import TakenMarking, take_marking
from cablereader.parse.numbering import (
    APART,
    MARKED,
    Candidate,
    Start,
    best_chain,
    stands_apart,
)

LOOKALIKES: Final = str.maketrans("IilOoSBZ|!]", "11100582111")
LONGEST_NUMBER: Final = 3
LEFT_OVER: Final = -0.05
"""For each digit before the number that must then have been the pilcrow."""
UNREAD: Final = -0.4
"""For a head in which no number can be seen."""


def find_scanned_starts(text: str, lines: Sequence[Line], first: int) -> list[Start]:
    """The starts of paragraphs on the lines from ``first`` on, in order."""
    return best_chain(
        [
            candidate
            for index in range(first, len(lines))
            if (candidate := _candidate(text, lines, index, first))
        ]
    )


def _candidate(
    text: str, lines: Sequence[Line], index: int, first: int
) -> Candidate | None:
    line = lines[index]
    words = line.text
    apart = stands_apart(lines, index, first)
    if marked := grammar.MARKED_HEAD.match(words):
        taken = _marking(text, line)
        if taken is None:
            return None
        return _read(index, line.at, marked["head"], taken, taken.stop, apart=apart)
    plain = grammar.HEAD.match(words)
    if plain is None or not apart:
        return None
    text_at = _offset_after(text, line, len(plain[0].replace(" ", "")))
    candidate = _read(index, line.at, plain["head"], None, text_at, apart=True)
    return candidate if candidate.numbers else None


def _read(
    index: int,
    at: int,
    head: str,
    marking: TakenMarking | None,
    text_at: int,
    *,
    apart: bool,
) -> Candidate:
    numbers = _numbers(head)
    weight = 1.0 + (MARKED if marking else 0.0) + (APART if apart else 0.0)
    if not numbers:
        weight += UNREAD
    return Candidate(index, at, numbers, marking, text_at, weight, apart)


def _numbers(head: str) -> tuple[tuple[int, float], ...]:
    """Every number that the end of a head may be, each with its weight."""
    match = grammar.DIGITS.search(head.rstrip("., :;"))
    if match is None:
        return ()
    digits = match[0].replace(" ", "").translate(LOOKALIKES)
    longest = min(len(digits), LONGEST_NUMBER)
    return tuple(
        (int(digits[-length:]), LEFT_OVER * (len(digits) - length))
        for length in range(longest, 0, -1)
        if digits[-length] != "0"
    )


def _marking(text: str, line: Line) -> TakenMarking | None:
    """The marking behind the head of that line."""
    start = text.find("(", line.at, line.stop)
    return take_marking(text, start, scanned=True) if start >= 0 else None


def _offset_after(text: str, line: Line, signs: int) -> int:
    """Offset behind so many signs of a line, blanks not counted."""
    at = line.at
    while signs and at < line.stop:
        signs -= text[at] not in " \t"
        at += 1
    return at
