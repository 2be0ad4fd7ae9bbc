"""A list of rows, one of them current, drawn as they come into view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from cablereader.app.widgets.line_view import LineView
from cablereader.present.cut import cut_row
from cablereader.present.piece import Row

ROLES = (
    "key",
    "term",
    "value",
    "label",
    "title",
    "branch",
    "id",
    "date",
    "state",
    "subject",
    "mark",
    "why",
    "marking-unclassified",
    "marking-sbu",
    "marking-confidential",
    "marking-secret",
    "marking-top-secret",
    "marking-unmarked",
)
"""What the pieces of its rows can be."""
MARKER: Final = "> "
"""Before the current row."""


class PickList(LineView):
    """Shows rows of pieces; a piece's role is its component class ``pick--ROLE``."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"pick--{role}" for role in ROLES),
        "pick--current",
    }

    @dataclass
    class Picked(Message):
        """A row was clicked."""

        row: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row], line: int = 0) -> None:
        """Show these rows, with that one current."""
        self._rows = rows
        self.fill(len(rows), line)
        self.scroll_to(y=0, animate=False, immediate=True)
        self.reveal(line)

    def on_resize(self) -> None:
        self.reveal(self.line)

    def on_click(self, event: events.Click) -> None:
        row = event.y + self.scroll_offset.y
        if row < self.count:
            self.go(row)
            self.post_message(self.Picked(row))

    def draw(self, line: int) -> Strip:
        current = line == self.line
        marker = Segment(
            MARKER if current else " " * len(MARKER), self.look("pick--key")
        )
        pieces = [
            Segment(piece.text, self.look(f"pick--{piece.role}"))
            for piece in cut_row(self._rows[line], self.size.width - len(MARKER))
        ]
        strip = Strip([marker, *pieces]).adjust_cell_length(
            self.size.width, self.rich_style
        )
        return strip.apply_style(self.look("pick--current")) if current else strip
