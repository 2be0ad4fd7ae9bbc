"""When a cable was made (format.md section 0)."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from cablereader.model.dtg import DateTimeGroup
from cablereader.parse.grammar import dates as grammar

MONTHS: Final = [
    "JANUARY",
    "FEBRUARY",
    "MARCH",
    "APRIL",
    "MAY",
    "JUNE",
    "JULY",
    "AUGUST",
    "SEPTEMBER",
    "OCTOBER",
    "NOVEMBER",
    "DECEMBER",
]


def read_time(text: str | None) -> datetime | None:
    """``2009-11-10 00:12`` as a time; ``None`` where it is none."""
    if not text:
        return None
    try:
        return datetime.fromisoformat(text.strip()).replace(
            second=0, microsecond=0, tzinfo=None
        )
    except ValueError:
        return None


def creation_time(
    page: datetime | None, group: DateTimeGroup | None
) -> datetime | None:
    """The best time known: the minutes of a page are wrong, its hours are not."""
    sent = group.time if group else None
    if page is None or sent is None:
        return page or sent
    agree = (page.date(), page.hour) == (sent.date(), sent.hour)
    return sent if agree else page


def preamble_time(preamble: str) -> datetime | None:
    """The time that a newspaper's date line or a pasted record gives."""
    match = ":" in preamble and grammar.PREAMBLE_TIME.search(preamble)
    if not match:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    if match["name"]:
        year, day = match["named_year"], match["named_day"]
        month = str(MONTHS.index(match["name"].upper()) + 1)
    elif match["us_year"]:
        year, month, day = match["us_year"], match["us_month"], match["us_day"]
    return read_time(
        f"{year}-{month:0>2}-{day:0>2} {match['hour']:0>2}:{match['minute']}"
    )
