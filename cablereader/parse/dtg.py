"""The date-time line of a header (format.md §2.3)."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from cablereader.model.cable_id import four_digit_year
from cablereader.model.dtg import DateTimeGroup
from cablereader.model.precedence import Precedence
from cablereader.parse.grammar import header as grammar

MONTHS: Final = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"
PROSIGNS: Final = {
    "R": Precedence.ROUTINE,
    "P": Precedence.PRIORITY,
    "O": Precedence.IMMEDIATE,
    "Z": Precedence.FLASH,
}


def read_dtg(line: str) -> DateTimeGroup | None:
    """The date-time group that a line begins with; ``None`` if there is none.

    Its text is the whole line, service signals included. Digits that are no time
    (``321261Z``) give a group without one. Never raises.
    """
    text = " ".join(line.split())
    if (match := grammar.DATE_TIME.match(text)) is None:
        return None
    letters = (match["action"], match["info"])
    return DateTimeGroup(
        text,
        _time(
            four_digit_year(int(match["year"]) % 100),
            MONTHS.index(match["month"].upper()) // 3 + 1,
            *(int(match[part]) for part in ("day", "hour", "minute")),
        ),
        tuple(PROSIGNS[letter.upper()] for letter in letters if letter),
    )


def _time(year: int, month: int, day: int, hour: int, minute: int) -> datetime | None:
    try:
        return datetime(year, month, day, hour, minute)  # noqa: DTZ001 - UTC by its Z
    except ValueError:
        return None
