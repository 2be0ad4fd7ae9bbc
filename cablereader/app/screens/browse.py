"""All values of one facet with their counts, to limit the list to one of them."""

from __future__ import annotations

from collections.abc import Iterable

from cablereader.app.screens.filter_screen import FilterScreen
from cablereader.model.facets import Count
from cablereader.model.query import quoted
from cablereader.present.facet_row import exact_value
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line


class Browse(FilterScreen[str]):
    """One row a value; the answer is the query that finds its cables."""

    HINT = "type to filter   Up Down move   Enter limits the list to it   Esc closes"

    def __init__(self, title: str, field: str, counts: Iterable[Count]) -> None:
        """The page of a facet; ``field`` is its name in queries."""
        self._title = title
        super().__init__(
            [
                (
                    visible_line(count.value).lower(),
                    f"{field}:{quoted(exact_value(field, count.value))}",
                    browse_row(count),
                )
                for count in counts
            ]
        )

    @property
    def heading(self) -> str:
        return f"{self._title}: {len(self._entries):,}"


def browse_row(count: Count) -> Row:
    """A value, and how many cables have it."""
    return (
        Piece(f"{count.cables:>9,}  ", "label"),
        Piece(visible_line(count.value), "key"),
    )
