"""Letters and digits that recognition takes for each other (format.md section 8).

Every repair is one sign for one, so that offsets hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cablereader.parse.grammar import scanned as grammar
from cablereader.parse.line import Line

ROUND: Final = str.maketrans("OQolI|!", "0001111")
"""Signs that stand in a number for the digits that they look like."""
INNER: Final = {"S": "5", "B": "8"}
"""More of them, between two digits: ``S300`` and ``B762`` are names."""
LETTERS: Final = str.maketrans("0158|!", "OISBII")
"""Signs that stand in a word for the letters that they look like."""
LEAST_LETTERS: Final = 3


def legible_words(words: str) -> str:
    """Words of a top or a header, numbers in digits and names in letters.

    A word of both is left as it is where neither can be told: ``B1``, ``SECTION01``.
    """
    return grammar.MIXED.sub(_mended, words)


def legible_lines(lines: Iterable[Line]) -> list[Line]:
    """The lines with legible words."""
    return [line.reworded(legible_words(line.text)) for line in lines]


def misread_words(text: str) -> int:
    """How many words of a text have a sign that recognition misread.

    A Q for a 0 is a slip of the telegraph as well (08SECTION01GF02BISHIEK21).
    """
    words = (match[0] for match in grammar.MIXED.finditer(text))
    return sum("Q" not in word and legible_words(word) != word for word in words)


def _digit(match: grammar.Match) -> str:
    return INNER[match[0]]


def _mended(match: grammar.Match) -> str:
    word = match[0]
    digits = sum(map(str.isdigit, word))
    signs = len(word) - digits
    number = grammar.INNER_LETTER.sub(_digit, word.translate(ROUND))
    if digits >= signs and number.isdigit():
        return number
    name = word.translate(LETTERS)
    told = signs >= max(LEAST_LETTERS, 2 * digits) and word.isupper()
    return name if told and name.isalpha() and not _holds_number(word) else word


def _holds_number(word: str) -> bool:
    return bool(grammar.TWO_DIGITS.search(word))
