"""Facets of a list as rows: what it is made of, and queries that limit it to a part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cablereader.model.facets import Count, Facets
from cablereader.model.frozen import frozen
from cablereader.model.query import quoted
from cablereader.present.visible import visible_line

MOST: Final = 8
"""Values of a facet that has more; the browse pages have all."""
BAR: Final = "#"
LEVELS: Final = " .:-=+*#"
"""From none to the most, for a chart of one row."""
CHARTED: Final = "cables by quarter  "
"""What that chart is of."""


@frozen
class FacetRow:
    """One line of the facets: a title, or a value with its count."""

    label: str
    """Clean."""
    cables: int = 0
    query: str = ""
    """What limits the list to it; empty for a title."""
    bar: str = ""
    """As long as the count is large, for a histogram."""
    anew: bool = False
    """Whether the query is a search of the whole archive, no limit of the list."""


def facet_rows(facets: Facets, width: int) -> Iterator[FacetRow]:
    """All facets, each under its title, for a column of so many cells."""
    yield from _group("ORIGIN  go", "origin", facets.origins[:MOST])
    yield from _group("CLASSIFICATION  gc", "class", facets.classifications)
    yield from _group("TAGS  gt", "tag", facets.tags[: MOST * 2])
    most = max((count.cables for count in facets.years), default=1)
    room = max(width - 14, 1)
    yield FacetRow("YEAR  gd")
    for count in facets.years:
        bar = BAR * max(count.cables * room // most, 1)
        yield FacetRow(f" {count.value}", count.cables, f"date:{count.value}", bar)


def _group(title: str, field: str, counts: Iterable[Count]) -> Iterator[FacetRow]:
    yield FacetRow(title)
    for count in counts:
        yield FacetRow(
            f" {_shortened(visible_line(count.value))}",
            count.cables,
            f"{field}:{quoted(exact_value(field, count.value))}",
        )


def _shortened(value: str) -> str:
    """A classification in a column: with ``FOUO`` for the longest words of any."""
    return value.replace("FOR OFFICIAL USE ONLY", "FOUO")


def exact_value(field: str, value: str) -> str:
    """A value as a query takes it for itself and nothing else."""
    return value.lower() if field == "class" else value


def timeline(facets: Facets, width: int) -> str:
    """A chart of one row: how many cables of each quarter, the latest at the right.

    It says of what it is, and of which years: ``cables by quarter  2006 .:=# 2010``.

    Args:
        facets: Of the list.
        width: Cells; earlier quarters that do not fit are left out.
    """
    counts = {count.value: count.cables for count in facets.quarters}
    if not counts:
        return ""
    first, last = min(counts), max(counts)
    room = max(width - len(CHARTED) - 2 * len("2006 "), 1)
    quarters = list(_quarters(first, last))[-room:]
    most = max(counts.values())
    chart = "".join(_level(counts.get(quarter, 0), most) for quarter in quarters)
    return f"{CHARTED}{quarters[0][:4]} {chart} {last[:4]}"


def _level(count: int, most: int) -> str:
    if not count:
        return LEVELS[0]
    return LEVELS[max(count * (len(LEVELS) - 1) // most, 1)]


def _quarters(first: str, last: str) -> Iterator[str]:
    year, quarter = int(first[:4]), int(first[-1])
    while (name := f"{year}-q{quarter}") <= last:
        yield name
        year, quarter = (year, quarter + 1) if quarter < 4 else (year + 1, 1)
