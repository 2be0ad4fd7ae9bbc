"""Header lines that went through character recognition (format.md §8)."""

from __future__ import annotations

from cablereader.parse.grammar import header as grammar


def mended(line: str) -> str:
    """One line with blanks and look-alike letters as they were sent."""
    text = " ".join(line.split())
    text = text.replace(" /", "/").replace("/ ", "/")
    if match := grammar.SCANNED_TRANSMISSION_ID.match(text):
        letters = match[1].replace("0", "O").replace("2", "Z")
        return f"VZCZC{letters}{_digits(match[2])}"
    return text


def _digits(text: str) -> str:
    return text.translate(str.maketrans("OIl", "011"))
