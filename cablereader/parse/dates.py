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


def month_number(name: str) -> str:
    """``6`` for ``JUNE`` or ``jun``; 0, which no month has, for another word."""
    word = name.upper()
    places = (at for at, month in enumerate(MONTHS, 1) if month.startswith(word))
    return str(next(places, 0))


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
    page: datetime | None, group: DateTimeGroup | None, told: datetime | None = None
) -> datetime | None:
    """The best time known: the minutes of a page are wrong, its hours are not.

    Args:
        page: What the page or the dump says.
        group: When it was sent, by its header.
        told: What stands before the cable says: for want of a header.
    """
    sent = group.time if group else None
    if page is None:
        return sent or told
    hour = page.replace(minute=0)
    exact = (each for each in (sent, told) if each and each.replace(minute=0) == hour)
    return next(exact, page)


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
    elif match["later"]:
        year, month, day = match["later"], match["second"], match["first"]
    return read_time(
        f"{year}-{month:0>2}-{day:0>2} {match['hour']:0>2}:{match['minute']}"
    )
