"""All values of one facet with their counts, to limit the list to one of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cablereader.app.screens.filter_screen import FilterScreen
from cablereader.explain.tags import tag_meaning
from cablereader.model.facets import Count
from cablereader.model.query import quoted
from cablereader.present.facet_row import BAR, exact_value
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line

LONGEST: Final = 12
"""Cells of the bar of the largest count."""
CODE: Final = 12
"""Cells of a value that has a meaning."""


class Browse(FilterScreen[str]):
    """One row a value; the answer is the query that finds its cables."""

    HINT = "type to filter   Up Down move   Enter limits the list to it   Esc closes"

    def __init__(self, title: str, field: str, counts: Iterable[Count]) -> None:
        """The page of a facet; ``field`` is its name in queries."""
        self._title = title
        counts = tuple(counts)
        most = max((count.cables for count in counts), default=1)
        super().__init__([_entry(field, count, most) for count in counts])

    @property
    def heading(self) -> str:
        return f"{self._title}: {len(self._entries):,}"


def _entry(field: str, count: Count, most: int) -> tuple[str, str, Row]:
    meaning = tag_meaning(count.value) if field == "tag" else ""
    words = f"{visible_line(count.value)} {meaning}".lower()
    query = f"{field}:{quoted(exact_value(field, count.value))}"
    return words, query, browse_row(count, most, meaning)


def browse_row(count: Count, most: int, meaning: str = "") -> Row:
    """How many cables have a value, drawn beside the most that one has, and what it is.

    Args:
        count: Of the value.
        most: Of any value of the page.
        meaning: Of a value that is a code.
    """
    bar = BAR * max(count.cables * LONGEST // max(most, 1), 1 if count.cables else 0)
    value = visible_line(count.value)
    return (
        Piece(f"{count.cables:>9,}  ", "label"),
        Piece(f"{bar:<{LONGEST}}  ", "branch"),
        Piece(f"{value:<{CODE}} " if meaning else value, "key"),
        Piece(meaning, "value"),
    )
