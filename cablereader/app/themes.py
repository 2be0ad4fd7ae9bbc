"""Palettes as Textual themes."""

from __future__ import annotations

from textual.theme import Theme

from cablereader.present.palette import Palette


def to_theme(palette: Palette) -> Theme:
    """The theme that shows a palette: base colours, and the markings as variables."""
    colors = palette.colors
    return Theme(
        name=palette.name,
        primary=colors["primary"],
        secondary=colors["secondary"],
        accent=colors["accent"],
        warning=colors["warning"],
        error=colors["error"],
        success=colors["success"],
        foreground=colors["foreground"],
        background=colors["background"],
        surface=colors["surface"],
        panel=colors["panel"],
        dark=palette.dark,
        ansi=palette.ansi,
        variables=palette.variables,
    )
