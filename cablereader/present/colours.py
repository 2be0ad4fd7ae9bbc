"""Rows of pieces in the colours of a palette, for a terminal without the app."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from rich.console import Console
from rich.style import Style
from rich.text import Text

from cablereader.present.palette import Palette
from cablereader.present.piece import Row

BOLD = frozenset({"id", "subject", "heading", "run-in", "protect"})
MUTED = frozenset({"label", "rule", "front", "preamble", "trailer", "page"})


def print_rows(rows: Iterator[Row], palette: Palette, stream: TextIO) -> None:
    """Print rows, each on a line of its own, in colour.

    Args:
        rows: Their roles are those of `cablereader.present.show`.
        palette: Its background is left to the terminal.
        stream: A terminal.
    """
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    for row in rows:
        text = Text()
        for piece in row:
            text.append(piece.text, _style(piece.role, palette))
        console.print(text, soft_wrap=True)


def _style(roles: str, palette: Palette) -> Style:
    style = Style()
    for role in roles.split():
        style += Style(
            color=_colour(_named(role, palette)),
            bold=role in BOLD or None,
            reverse=(role == "redaction" and palette.ansi) or None,
        )
    return style


def _named(role: str, palette: Palette) -> str | None:
    """The palette's colour for a role."""
    if role in MUTED:
        return palette.colors["muted"]
    return (
        palette.variables.get(role)
        if role.startswith("marking-")
        else (palette.reader.get(role))
    )


def _colour(name: str | None) -> str | None:
    """A colour as Rich calls it."""
    return name.removeprefix("ansi_") if name else None
