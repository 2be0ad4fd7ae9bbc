"""Words of tables as sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from cablereader.model.month import MONTHS


def sentence(words: str) -> str:
    """With a capital and a full stop; empty for nothing."""
    words = words.strip()
    if not words:
        return ""
    ending = "" if words[-1] in ".!?" else "."
    return words[0].upper() + words[1:] + ending


def sentences(*parts: str) -> str:
    """Several of them, those that are empty left out."""
    return " ".join(filter(None, map(sentence, parts)))


def listed(words: Sequence[str], last: str = "and") -> str:
    """``A, B and C``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def in_words(day: date) -> str:
    """``14 March 2007``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def minute_in_words(time: datetime) -> str:
    """``14 March 2007, 16:41 UTC``."""
    return f"{in_words(time)}, {time:%H:%M} UTC"
