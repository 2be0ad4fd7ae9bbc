"""When a cable was made (format.md section 0)."""

from __future__ import annotations

from datetime import datetime

from cablereader.model.dtg import DateTimeGroup


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
