"""Times in a query: ``2009``, ``2009-11``, ``2009-11-10``, ``2009-q4``."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

from cablereader.archive.place import minutes_until

FORM: Final = re.compile(
    r"""
    (?P<year> (?:18|19|20)\d\d)
    (?: -q (?P<quarter> [1-4])
      | - (?P<month> \d{1,2}) (?: - (?P<day> \d{1,2}) )?
    )? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
FORMS: Final = "2009, 2009-11, 2009-11-10, 2009-q4 or a range as 2008..2010-02"
DISTANCE: Final = re.compile(r"(?P<id>.*)~(?P<count>\d{1,4})(?P<unit>[dwmy])$")
UNIT_DAYS: Final = {"d": 1, "w": 7, "m": 30, "y": 365}


def read_period(text: str) -> tuple[int, int] | None:
    """The first minute of a day, month, quarter or year, and the first one after it.

    ``None`` for what is none. Minutes count as in `cablereader.archive.place`.
    """
    form = FORM.match(text)
    if form is None:
        return None
    year = int(form["year"])
    first = int(form["month"] or 1)
    months = 1 if form["month"] else 12
    if form["quarter"]:
        first, months = 3 * int(form["quarter"]) - 2, 3
    try:
        start = datetime(year, first, int(form["day"] or 1))  # noqa: DTZ001  # UTC
    except ValueError:
        return None
    if form["day"]:
        stop = start + timedelta(days=1)
    else:
        after = year * 12 + first - 1 + months
        stop = datetime(after // 12, after % 12 + 1, 1)  # noqa: DTZ001  # UTC
    return minutes_until(start), minutes_until(stop)


def read_distance(text: str) -> tuple[str, int] | None:
    """The id and the days of ``09MEXICO3195~7d``; the id may be missing."""
    form = DISTANCE.match(text)
    if form is None:
        return None
    return form["id"], int(form["count"]) * UNIT_DAYS[form["unit"]]
