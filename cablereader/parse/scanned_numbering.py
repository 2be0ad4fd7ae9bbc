"""Paragraph starts where numbers were misread (format.md section 8).

A pilcrow before a number becomes any sign or digit (``11.1 .``, ``f5 .``), so that a
head may be read as several numbers; the chain decides which of them comes next.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final

from cablereader.parse.candidate import Candidate, Start
from cablereader.parse.grammar import scanned as grammar
from cablereader.parse.grammar import text as text_grammar
from cablereader.parse.inner_numbers import inner_starts
from cablereader.parse.line import Line, ends_sentence
from cablereader.parse.marking import TakenMarking, take_marking
from cablereader.parse.numbering import (
    APART,
    MARKED,
    SHORT_LINE,
    best_chain,
    stands_apart,
)

LOOKALIKES: Final = str.maketrans("IilOoSBZ|!]", "11100582111")
AFTER_NUMBER: Final = "., :;-°_'"
LONGEST_NUMBER: Final = 3
WIDEST_HEAD: Final = 12
"""Characters that a pilcrow and a number become."""
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


def inner_scanned_starts(text: str, line: Line) -> list[int]:
    """Offsets of numbers inside a line, behind a sentence or a rule, and no heads."""
    return [
        offset
        for offset in inner_starts(text, line)
        if offset - line.at > WIDEST_HEAD
        and text_grammar.SENTENCE_END.search(text, offset - WIDEST_HEAD, offset)
    ]


def _candidate(
    text: str, lines: Sequence[Line], index: int, first: int
) -> Candidate | None:
    line = lines[index]
    apart = stands_apart(lines, index, first)
    weight = 1.0 + (APART if apart else 0.0)
    if found := take_head(text, line):
        head, taken = found
        numbers = numbers_of(head)
        if not numbers and not (apart and grammar.LOST_NUMBER.match(head)):
            return None
        weight += MARKED + (0.0 if numbers else UNREAD)
        return Candidate(index, line.at, numbers, taken, taken.stop, weight, apart)
    if late := _take_late(text, line):
        number, taken, text_at = late
        weight += MARKED
        return Candidate(
            index, line.at, numbers_of(number), taken, text_at, weight, apart
        )
    plain = grammar.HEAD.match(line.text)
    if plain is None or not (apart or _may_end(lines[index - 1].text)):
        return None
    numbers = numbers_of(plain["head"])
    if not numbers:
        return None
    text_at = _offset_after(text, line, len(plain[0].replace(" ", "")))
    return Candidate(index, line.at, numbers, None, text_at, weight, apart)


def take_head(text: str, line: Line) -> tuple[str, TakenMarking] | None:
    """What stands before the marking that a line begins with, and the marking."""
    match = grammar.MARKED_HEAD.match(line.text)
    if match is None:
        return None
    signs = grammar.MARKING_SIGN.finditer(text, line.at + 1, line.stop)
    read = (take_marking(text, each.start(), scanned=True) for each in islice(signs, 2))
    taken = next(filter(None, read), None)
    return (match["head"], taken) if taken else None


def _take_late(text: str, line: Line) -> tuple[str, TakenMarking, int] | None:
    """The number behind a marking, the marking, and where the words begin."""
    taken = take_marking(text, line.at, scanned=True)
    match = taken and text_grammar.LATE_NUMBER.match(text, taken.stop, line.stop)
    return (match["number"], taken, match.end()) if taken and match else None


def _may_end(words: str) -> bool:
    """Whether a line may be the last one of a paragraph, or a heading."""
    return len(words) < SHORT_LINE or ends_sentence(words)


def numbers_of(head: str) -> tuple[tuple[int, float], ...]:
    """Every number that the end of a head may be, each with its weight."""
    match = grammar.DIGITS.search(head.rstrip(AFTER_NUMBER))
    if match is None:
        return ()
    digits = match[0].replace(" ", "").translate(LOOKALIKES)
    longest = min(len(digits), LONGEST_NUMBER)
    return tuple(
        (int(digits[-length:]), LEFT_OVER * (len(digits) - length))
        for length in range(longest, 0, -1)
        if digits[-length] != "0"
    )


def _offset_after(text: str, line: Line, signs: int) -> int:
    """Offset behind so many signs of a line, blanks not counted."""
    at = line.at
    while signs and at < line.stop:
        signs -= text[at] not in " \t"
        at += 1
    return at
