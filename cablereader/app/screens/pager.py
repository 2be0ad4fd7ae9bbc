"""Rows of text to page through."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType

from cablereader.app.screens.filter_screen import FilterScreen
from cablereader.present.piece import Row


class Pager(FilterScreen[int]):
    """Rows under a title; the answer is the number of the row that was chosen."""

    HINT: ClassVar = "j k or arrows move   space b page   / filter   q closes"
    FILTER_FIRST: ClassVar = False
    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "move(1)", "Down"),
        ("k", "move(-1)", "Up"),
        ("space", "page(1)", "Page down"),
        ("b", "page(-1)", "Page up"),
        ("q", "close", "Close"),
        ("slash", "filter", "Filter"),
    ]

    def __init__(self, title: str, rows: Iterable[Row]) -> None:
        """A page of rows."""
        self._title = title
        super().__init__(
            [
                ("".join(piece.text for piece in row).lower(), number, row)
                for number, row in enumerate(rows)
            ]
        )

    @property
    def heading(self) -> str:
        return self._title
