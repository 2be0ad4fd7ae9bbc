"""Dates in words, in English whatever the locale."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Final

from cablereader.model.month import MONTHS

DAYS: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
DIRECTIVES: Final[dict[str, Callable[[datetime], str]]] = {
    "%Y": lambda time: f"{time.year:04}",
    "%y": lambda time: f"{time.year % 100:02}",
    "%m": lambda time: f"{time.month:02}",
    "%-m": lambda time: f"{time.month}",
    "%B": lambda time: MONTHS[time.month - 1],
    "%b": lambda time: MONTHS[time.month - 1][:3],
    "%d": lambda time: f"{time.day:02}",
    "%-d": lambda time: f"{time.day}",
    "%A": lambda time: DAYS[time.weekday()],
    "%a": lambda time: DAYS[time.weekday()][:3],
    "%H": lambda time: f"{time.hour:02}",
    "%M": lambda time: f"{time.minute:02}",
    "%%": lambda _: "%",
}
"""Those of strftime that dates of cables need."""
DAY: Final = "%Y-%m-%d"
DIRECTIVE: Final = re.compile(r"%-?.?", re.DOTALL)


def day(time: datetime, date_format: str = DAY) -> str:
    """A date by a format of `DIRECTIVES`; other characters stand for themselves."""
    return DIRECTIVE.sub(lambda match: DIRECTIVES[match[0]](time), date_format)


def unknown_directive(date_format: str) -> str | None:
    """The first directive of a format that `day` does not know."""
    found = DIRECTIVE.findall(date_format)
    return next((each for each in found if each not in DIRECTIVES), None)
