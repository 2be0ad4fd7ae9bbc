"""Rows that lead to cables, such as a tree of citations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from cablereader.app.screens.filter_screen import FilterScreen
from cablereader.present.piece import Row


class CableRows(FilterScreen[str]):
    """Rows under a title; the answer is the id of the cable of one of them."""

    HINT = "type to filter   Up Down move   Enter opens   Esc closes"
    Rows: TypeAlias = Sequence[tuple[Row, str | None]]
    """Each with the id of the cable that it leads to, if it leads to one."""

    def __init__(self, title: str, rows: Rows) -> None:
        """The rows under a title."""
        self._title = title
        super().__init__(
            [
                ("".join(piece.text for piece in row).lower(), cable_id, row)
                for row, cable_id in rows
            ]
        )

    @property
    def heading(self) -> str:
        return self._title if self._entries else f"{self._title}: nothing"
