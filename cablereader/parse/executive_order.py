"""The E.O. line (format.md section 3.4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cablereader.model.cable import ExecutiveOrder
from cablereader.model.cable_id import four_digit_year
from cablereader.parse.dates import month_number
from cablereader.parse.grammar import fields as grammar


def read_order(lines: Sequence[str]) -> ExecutiveOrder | None:
    """What the lines of the field say; ``None`` without one."""
    if not lines:
        return None
    words = grammar.LOOSE_ORDER.sub("E.O.", " ".join(" ".join(lines).split()))
    match = grammar.ORDER.match(words)
    if match is None:
        return ExecutiveOrder(text=words, order=None, declassify=None)
    return ExecutiveOrder(
        text=words, order=f"1{match['order'][1:]}", declassify=_date(match["rest"])
    )


def _date(words: str) -> date | None:
    """The day behind DECL; ``None`` for ``N/A``, words, and days that do not exist."""
    match = "DECL" in words.upper() and grammar.DECLASSIFY.search(words)
    if not match:
        return None
    if match["year"]:
        year, month, day = match["year"], match["month"], match["day"]
    elif match["us_year"]:
        year, month, day = match["us_year"], match["us_month"], match["us_day"]
    else:
        year = match["named_year"] or match["last_year"]
        month = month_number(match["name"] or match["first_name"])
        day = match["named_day"] or match["second"]
    whole_year = int(year) if len(year) == 4 else four_digit_year(int(year))
    try:
        return date(whole_year, int(month), int(day))
    except ValueError:
        return None
