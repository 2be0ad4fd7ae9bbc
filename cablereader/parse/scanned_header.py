"""Header lines that went through character recognition (format.md §8)."""

from __future__ import annotations

from typing import Final

from cablereader.parse.grammar import header as grammar
from cablereader.parse.grammar import scanned
from cablereader.parse.lookalikes import legible_words

DIGITS: Final = str.maketrans("OIl", "011")
"""Letters that stand where only digits can."""
LETTERS: Final = str.maketrans("021©", "OZIO")
"""Digits that stand where only letters can."""


def mended(line: str) -> str:
    """One line with blanks and look-alike signs as they were sent."""
    text = grammar.SCANNED_SPECK.sub(_blank, " ".join(line.split()))
    if match := grammar.SCANNED_TRANSMISSION_ID.match(text):
        return f"VZCZC{match[1].translate(LETTERS)}{match[2].translate(DIGITS)}"
    if match := grammar.SCANNED_DATE_TIME.match(text):
        letters, day, time, month, year = match.groups()
        digits = f"{day}{time}".translate(DIGITS)
        group = f"{digits}Z {month} {year.translate(DIGITS)}"
        return f"{letters.translate(LETTERS)}{group}{text[match.end() :]}"
    if match := grammar.SCANNED_ROUTE.match(text):
        return f"{match[0].translate(LETTERS)}{text[match.end() :]}"
    prosign = ""
    if match := grammar.SCANNED_PROSIGN.match(text):
        prosign = match[0].translate(LETTERS).replace("l", "I")
        text = text[match.end() :]
    if match := grammar.SCANNED_ROUTING.match(text):
        text = f"{match[1].translate(LETTERS)}/{text[match.end() :]}"
    return prosign + legible_words(text)


def _blank(speck: scanned.Match) -> str:
    return " " if speck[0].startswith(" ") and speck.end() < len(speck.string) else ""
