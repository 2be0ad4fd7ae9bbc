"""The routing list: who sent it, who must act, who should know."""

from __future__ import annotations

from typing import ClassVar, Final

from rich.segment import Segment
from textual.strip import Strip

from cablereader.app.widgets.line_view import LineView
from cablereader.model.cable import Cable
from cablereader.present.routing import RoutingRow, routing_rows

ROLE: Final = 8
ROUTING: Final = 8
NARROW: Final = 60
"""Below so many cells a row leaves out the message continuity number."""
NO_HEADER: Final = RoutingRow("", "", "This cable came without its header.", "", "")


class RoutingList(LineView):
    """Shows the addressees of one cable, one a line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "routing--role",
        "routing--indicator",
        "routing--name",
        "routing--precedence",
        "routing--number",
        "routing--current",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._rows: tuple[RoutingRow, ...] = ()

    def show(self, cable: Cable) -> None:
        """Show the addressees of a cable."""
        self._rows = routing_rows(cable.header) or (NO_HEADER,)
        self.scroll_to(y=0, animate=False, immediate=True)
        self.fill(len(self._rows))

    def on_focus(self) -> None:
        self.refresh(self.row(self.line))

    def on_blur(self) -> None:
        self.refresh(self.row(self.line))

    def draw(self, line: int) -> Strip:
        row = self._rows[line]
        width = self.size.width
        ending = f"  {row.precedence}" if row.precedence else ""
        number = f" {row.number:>5}" if width >= NARROW else ""
        room = width - ROLE - ROUTING - len(ending) - len(number)
        marker = ">" if line == self.line and self.has_focus else " "
        segments = [
            Segment(marker, self.look("routing--current")),
            Segment(f"{row.role:<{ROLE - 1}}", self.look("routing--role")),
            Segment(f"{row.routing:<{ROUTING}}", self.look("routing--indicator")),
            Segment(
                f"{row.name:<{max(room, 0)}.{max(room, 0)}}", self.look("routing--name")
            ),
            Segment(ending, self.look("routing--precedence")),
            Segment(number, self.look("routing--number")),
        ]
        return Strip(segments).adjust_cell_length(width, self.rich_style)
