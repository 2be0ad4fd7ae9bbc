"""The themes, to choose one."""

from __future__ import annotations

from collections.abc import Iterable

from cablereader.app.screens.filter_screen import FilterScreen
from cablereader.present.palette import Palette
from cablereader.present.piece import Piece, Row


class ThemeList(FilterScreen[str]):
    """One row a theme."""

    def __init__(self, palettes: Iterable[Palette]) -> None:
        super().__init__(
            [
                (f"{p.name} {p.description}".lower(), p.name, theme_row(p))
                for p in palettes
            ]
        )

    @property
    def heading(self) -> str:
        return "Themes: the colours of the screen"


def theme_row(palette: Palette) -> Row:
    """Its name, and what it is like."""
    return Piece(f"{palette.name:<14} ", "key"), Piece(palette.description)
