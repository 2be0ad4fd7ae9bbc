"""The texts that were copied last, to send one of them again."""

from __future__ import annotations

from collections.abc import Iterable

from cablereader.app.screens.filter_screen import FilterScreen
from cablereader.present.piece import Piece
from cablereader.present.visible import visible_line

FIRST_WORDS = 200
"""Characters of a text that its row has."""


class CopyList(FilterScreen[str]):
    """One row a text, the latest first."""

    HINT = "type to filter   Up Down move   Enter copies it again   Esc closes"

    def __init__(self, texts: Iterable[str]) -> None:
        super().__init__(
            [
                (text.lower(), text, (Piece(visible_line(text[:FIRST_WORDS])),))
                for text in texts
            ]
        )

    @property
    def heading(self) -> str:
        return "The last copies" if self._entries else "Nothing was copied yet."
