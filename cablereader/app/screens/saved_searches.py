"""The saved searches; Enter makes one of them the list."""

from __future__ import annotations

from collections.abc import Sequence

from cablereader.app.screens.filter_screen import FilterScreen
from cablereader.model.saved_search import SavedSearch
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line


class SavedSearches(FilterScreen[str]):
    """One row a search; the answer is its query."""

    HINT = "type to filter   Up Down move   Enter searches   Esc closes"

    def __init__(self, searches: Sequence[SavedSearch]) -> None:
        super().__init__(
            [
                (f"{each.name} {each.query}".lower(), each.query, search_row(each))
                for each in searches
            ]
        )

    @property
    def heading(self) -> str:
        if not self._entries:
            return "No saved searches yet: S in the list saves one."
        return f"Saved searches: {len(self._entries):,}"


def search_row(search: SavedSearch) -> Row:
    """Its letter, its name, and what it finds."""
    return (
        Piece(f"{visible_line(search.letter or ' '):<3}", "key"),
        Piece(f"{visible_line(search.name):<24} ", "value"),
        Piece(visible_line(search.query or "all cables"), "label"),
    )
