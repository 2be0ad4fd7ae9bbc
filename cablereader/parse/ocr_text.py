"""Whether a text went through character recognition (format.md section 8)."""

from __future__ import annotations

from typing import Final

from cablereader.parse.grammar import chrome as grammar
from cablereader.parse.lookalikes import misread_words

LOOKED_AT: Final = 60_000
TOP: Final = 2_000
"""Characters of a header and a top, whose words are names or numbers."""
LEAST_MISREAD: Final = 2
FAR: Final = 3
"""A number so far from the expected one is no sign of anything."""
MOST_CLEAN: Final = 8
"""So many numbers may be as expected for each that is not: a typist errs less often."""
LEAST_GAPS: Final = 100
"""So many blanks between words must be there before their width says anything."""


def is_scanned(text: str) -> bool:
    """Whether blanks between words are doubled, or names and numbers misread."""
    start = text[:LOOKED_AT]
    if _has_doubled_blanks(start) or misread_words(text[:TOP]) >= LEAST_MISREAD:
        return True
    clean, misread = _heads(start)
    if "¶" not in start and grammar.TITLE.search(start):
        return misread > 0
    return misread > 1 and MOST_CLEAN * misread > clean


def _has_doubled_blanks(text: str) -> bool:
    """One program writes two blanks between words; a typist after a sentence only."""
    doubled = text.count("  ")
    return doubled >= LEAST_GAPS and 2 * doubled > text.count(" ") - doubled


def _heads(text: str) -> tuple[int, int]:
    """How many paragraph numbers are as expected, and how many only end like it.

    A pilcrow before a number is read as a digit: 41, 42, 43 for 1, 2, 3.
    """
    clean = misread = 0
    expected = 1
    for match in grammar.HEAD.finditer(text):
        head = match["marked"] or match["plain"]
        number = grammar.HEAD_NUMBER.search(head)
        digits = number["digits"] if number else ""
        if grammar.CLEAN_HEAD.match(head) and -1 <= int(digits) - expected < FAR:
            clean += 1
            expected = int(digits) + 1
        elif digits.endswith((str(expected), str(expected + 1))):
            misread += 1
            expected += 1 if digits.endswith(str(expected)) else 2
        elif match["marked"] and not digits and _is_unread(head):
            misread += 1
            expected += 1
    return clean, misread


def _is_unread(head: str) -> bool:
    """Whether only signs are left of a number; a letter and its point are a list's."""
    return bool(grammar.SIGNS_ONLY.match(head) and not grammar.LETTERED.match(head))
