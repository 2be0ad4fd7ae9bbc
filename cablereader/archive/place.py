"""Places: the row numbers of cables, in the order of time."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from cablereader.archive.schema import PASSAGE_BITS

EPOCH: Final = datetime(1900, 1, 1)  # noqa: DTZ001  # UTC without a zone, as in a cable
MINUTE: Final = timedelta(minutes=1)
DAY: Final = 24 * 60
"""Minutes."""
PASSAGES: Final = (1 << PASSAGE_BITS) - 1
"""That one place has rows for, beside the front."""
ROOM: Final = 512
"""Places of one day, of which the dump has 450 cables at most, and one in nine needs a
second place. On a fuller day the others take the next free places: the archive then
knows that it cannot go by them alone.

More room would cost: the indexes keep the distances between places."""
UNDATED_ROOM: Final = 20 * 366 * ROOM
"""Places of cables without a date, in the days of a time before all cables."""
LAST_PLACE: Final = 1 << 40
"""Beyond all places that there are."""


def minute_of(time: datetime | None) -> int | None:
    """A time as minutes since the epoch; negative before it."""
    return None if time is None else minutes_until(time)


def minutes_until(time: datetime) -> int:
    """Minutes from the epoch to a time."""
    return (time - EPOCH) // MINUTE


def time_of(minute: int | None) -> datetime | None:
    """The time of a number of minutes."""
    return None if minute is None else EPOCH + minute * MINUTE


def first_place(minute: int | None) -> int:
    """The first place of the day of a minute; undated cables are before all others."""
    return max((minute or 0) // DAY, 0) * ROOM + 1


def is_midnight(minute: int) -> bool:
    """Whether a day begins with a minute, so that places tell what is before it."""
    return minute % DAY == 0


def passage_row(place: int, number: int) -> int:
    """The row of a passage of a cable at a place, counted from 1; 0 is its front.

    No row of a further place has the number 0, so that this is the front everywhere.
    """
    if number == 0:
        return place << PASSAGE_BITS
    further, rest = divmod(number - 1, PASSAGES)
    return ((place + further) << PASSAGE_BITS) + rest + 1


def further_places(passages: int) -> int:
    """How many places a cable with so many passages needs beyond its own."""
    return max(passages - 1, 0) // PASSAGES
